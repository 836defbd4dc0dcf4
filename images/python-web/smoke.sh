#!/bin/sh
# Runs inside the built image, without network: the audio tools and libraries work, the parent's packages too.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
test -z "$(ls -A /var/lib/apt/lists)" || fail "apt lists are in a layer"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

espeak-ng -w "$work/speech.wav" "base image"
ffmpeg -hide_banner -loglevel error -i "$work/speech.wav" -c:a libopus "$work/speech.opus"
ffprobe -hide_banner -loglevel error -show_entries stream=codec_name -of csv=p=0 "$work/speech.opus" | grep -qx opus \
  || fail "ffmpeg wrote no opus"
pip check
check-packages

python3 - <<'PYTHON'
import ctypes
import sys

assert sys.version_info[:2] == (3, 11), sys.version
for library in ("libopus.so.0", "libsndfile.so.1", "libasound.so.2", "libespeak-ng.so.1"):
    ctypes.CDLL(library)

import fastapi, httpx, pydantic, structlog, uvicorn
import opentelemetry.exporter.otlp.proto.http, opentelemetry.sdk
import opentelemetry.instrumentation.fastapi
import opentelemetry.instrumentation.httpx, opentelemetry.instrumentation.requests

for name in ("torch", "transformers", "numpy"):
    try:
        __import__(name)
    except ModuleNotFoundError:
        continue
    raise SystemExit(f"smoke: {name} does not belong into a web image")
print("python-web works")
PYTHON
