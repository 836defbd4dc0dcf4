#!/bin/sh
# Runs inside the built image, without network: the stage draws, and refuses what it cannot work with.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
if test -w /app/handler.py; then fail "the function can change its own code"; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ffmpeg -hide_banner -loglevel error -f lavfi -i sine=frequency=1000:duration=1 -ar 16000 "$work/tone.wav"

python3 - "$work/tone.wav" <<'PYTHON'
import pathlib
import sys

sys.path.insert(0, "/app")
import cv2
import handler

picture = cv2.imread(str(handler.draw(pathlib.Path(sys.argv[1]), 64)), cv2.IMREAD_GRAYSCALE)
assert picture.shape[0] == 64, picture.shape
# 1000 Hz lies in the lower half of the bands, which is the lower half of the picture.
loudest = int(picture[:, picture.shape[1] // 2].argmax())
assert 32 < loudest < 64, loudest
PYTHON

code=0
answer=$(echo '{"request_id": ""}' | python3 /app/handler.py 2>"$work/log") || code=$?
test "$code" = 2 || fail "a payload that does not validate ends with $code, not 2"
case $answer in *"stage: Field required"*) ;; *) fail "problems are not named: $answer" ;; esac
grep -q '"event":"payload refused"' "$work/log" || fail "no event about the refused payload"

code=0
answer=$(echo '{"request_id": "r1", "stage": "spectrogram", "inputs": [{"bucket": "media", "key": "a.wav"}]}' \
  | python3 /app/handler.py 2>/dev/null) || code=$?
test "$code" = 1 || fail "storage without settings ends with $code, not 1"
case $answer in *'"kind":"StorageNotConfigured"'*) ;; *) fail "the failure is not named: $answer" ;; esac
echo "sample works"
