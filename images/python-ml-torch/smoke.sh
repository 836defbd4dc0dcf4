#!/bin/sh
# Runs inside the built image, without network: what was added to python-ml imports and computes.
set -eu
test "$(id -u)" = 10001 || { echo "smoke: user is $(id -u), not 10001" >&2; exit 1; }
pip check
python3 - <<'PYTHON'
import torch
from einops import rearrange
from torchmetrics.classification import BinaryAccuracy

assert rearrange(torch.zeros(2, 6), "b (h w) -> b h w", h=2).shape == (2, 2, 3)
assert BinaryAccuracy()(torch.tensor([1, 0]), torch.tensor([1, 0])) == 1
print("python-ml-torch works")
PYTHON
