FROM parser/base:1 AS Same
RUN --mount=type=secret,id=first-same true
FROM same AS same
RUN --mount=type=secret,id=second-same true
FROM parser/tools:2.0 AS unused
RUN --mount=type=secret,id=unused true
FROM scratch AS numbers
COPY --from=0 / /
COPY --from=SAME / /
FROM parser/onbuild:1 AS triggered
RUN --mount=from=numbers,target=/n --mount=type=secret,id=last true
	 from triggered
COPY --from=parser/base:2.0 / /
