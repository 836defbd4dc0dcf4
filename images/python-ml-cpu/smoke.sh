#!/bin/sh
# Runs inside the built image, without network and without models: every package imports and does some work.
set -eu
test "$(id -u)" = 10001 || { echo "smoke: user is $(id -u), not 10001" >&2; exit 1; }
export HF_HUB_OFFLINE=1
pip check
check-packages
python3 - <<'PYTHON'
import io

import ctranslate2, faster_whisper, numpy, scipy.signal, soundfile, torch
from transformers import T5Config, T5ForConditionalGeneration

soundfile.write(wav := io.BytesIO(), numpy.zeros(8000, "float32"), 8000, format="WAV")
assert faster_whisper.decode_audio(io.BytesIO(wav.getvalue())).shape == (16000,)
assert ctranslate2.get_supported_compute_types("cpu")
assert scipy.signal.resample_poly(numpy.ones(8), 1, 2).shape == (4,)
small = T5Config(vocab_size=32, d_model=8, d_kv=4, d_ff=8, num_layers=1, num_heads=2, decoder_start_token_id=0)
assert T5ForConditionalGeneration(small).generate(torch.tensor([[1, 2]]), max_new_tokens=2).shape[0] == 1
print("python-ml-cpu works")
PYTHON
