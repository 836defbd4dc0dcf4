FR\
OM parser/base:1 \
# AS wrong

   A\
S \
 left
RUN --mount=type=secret,id=a \

  # still the same
  true \
FROM parser/none
RUN true \\
FROM left AS right
RUN --mount=type=secret,id=b true \ 	
  && true
