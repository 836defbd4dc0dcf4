#  Escape = ` 
#syntax=docker/dockerfile:1
# a comment ends the directives
# escape=\
ARG A=1 `
  # inside

  B=${A}2
FROM --platform=$BUILDPLATFORM parser/base:${A} AS One
RUN --mount=type=secret,id=one echo `
  FROM nothing
FROM one
COPY --from=ONE / /
