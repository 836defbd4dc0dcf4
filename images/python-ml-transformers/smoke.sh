#!/bin/sh
# Runs inside the built image, without network: what was added to python-ml imports and computes.
set -eu
test "$(id -u)" = 10001 || { echo "smoke: user is $(id -u), not 10001" >&2; exit 1; }
export HF_HUB_OFFLINE=1
pip check
python3 - <<'PYTHON'
import sentence_transformers.util
import torch
from peft import LoraConfig, get_peft_model
from transformers import T5Config, T5ForConditionalGeneration

small = T5Config(vocab_size=32, d_model=8, d_kv=4, d_ff=8, num_layers=1, num_heads=2)
tuned = get_peft_model(T5ForConditionalGeneration(small), LoraConfig(r=2, target_modules=["q", "v"]))
assert 0 < tuned.get_nb_trainable_parameters()[0] < tuned.get_nb_trainable_parameters()[1]
assert sentence_transformers.util.cos_sim(torch.ones(1, 2), torch.ones(1, 2)).item() > 0.999
print("python-ml-transformers works")
PYTHON
