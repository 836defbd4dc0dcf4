#!/bin/sh
# Runs inside the built image, without network: the audio tools and libraries work, and no Python package is there.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
test -z "$(ls -A /var/lib/apt/lists)" || fail "apt lists are in a layer"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

espeak-ng -w "$work/speech.wav" "audio image"
ffmpeg -hide_banner -loglevel error -i "$work/speech.wav" -c:a libopus "$work/speech.opus"
ffprobe -hide_banner -loglevel error -show_entries stream=codec_name -of csv=p=0 "$work/speech.opus" | grep -qx opus \
  || fail "ffmpeg wrote no opus"
python3 -c 'import ctypes; [ctypes.CDLL(name) for name in ("libopus.so.0", "libsndfile.so.1", "libasound.so.2")]'
extra=$(pip list --format=freeze | grep -vE '^(pip|setuptools|wheel)==' || true)
test -z "$extra" || fail "Python packages are in it: $extra"
echo "python-audio works"
