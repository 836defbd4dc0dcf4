#!/bin/sh
# Runs inside the built image, without network: the media tools work, and what was added to python-ml imports and computes.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
test -z "$(ls -A /var/lib/apt/lists)" || fail "apt lists are in a layer"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
espeak-ng -w "$work/speech.wav" "base image"
ffmpeg -hide_banner -loglevel error -i "$work/speech.wav" -ar 16000 -c:a libopus "$work/speech.opus"
pip check
python3 - "$work/speech.opus" <<'PYTHON'
import sys

import faster_whisper, prometheus_client, pyloudnorm, torch, webrtcvad

speech = faster_whisper.decode_audio(sys.argv[1])
assert pyloudnorm.Meter(16000).integrated_loudness(speech) < 0
frames = (speech * 32767).astype("int16").tobytes()
heard = [webrtcvad.Vad(1).is_speech(frames[at : at + 640], 16000) for at in range(0, len(frames) - 640, 640)]
assert any(heard), "no speech was heard"
prometheus_client.Counter("smoke", "works").inc()
print("python-ml-audio works")
PYTHON
