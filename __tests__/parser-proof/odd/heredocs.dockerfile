FROM parser/base:1 AS a
RUN --mount=type=secret,id=first <<-EOF1 cat <<"E O F" 3<<'three'
	FROM no/stage
	EOF1
COPY --from=later / /
E O F
three
RUN echo $((1<<2)) && cat <<<word && true "<<EOF"
COPY <<one <<-two /x/
# no comment
one
	two
ONBUILD RUN --mount=type=secret,id=of-child <<EOF
FROM no/stage
EOF
RUN ["sh", "-c", "cat <<EOF"]
LABEL a=<<EOF
FROM a
RUN --mount=type=secret,id=last true
