#!/bin/sh
# Runs inside the built image, without network: the detector tells a voice from silence and noise, and no compiler came along.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
if command -v gcc >/dev/null; then fail "a compiler is in the image"; fi
pip check

python3 - <<'PYTHON'
import array
import math
import random

import webrtcvad
from storage_helper import download_to_tmp  # the base is whole

RATE, FRAME = 16000, 480  # 30 ms
noise = random.Random(1)


def frame(value) -> bytes:
    return array.array("h", (int(value(i / RATE)) for i in range(FRAME))).tobytes()


# A vowel has overtones of one tone; the strictest detector takes white noise for none.
vowel = frame(lambda t: sum(3000 / n * math.sin(2 * math.pi * 130 * n * t) for n in range(1, 12)))
heard = {
    "vowel": webrtcvad.Vad(3).is_speech(vowel, RATE),
    "noise": webrtcvad.Vad(3).is_speech(frame(lambda t: noise.randint(-20000, 20000)), RATE),
    "silence": webrtcvad.Vad(3).is_speech(frame(lambda t: 0), RATE),
}
assert heard == {"vowel": True, "noise": False, "silence": False}, heard
assert callable(download_to_tmp)
PYTHON
echo "fave-base-webrtcvad works"
