#!/bin/sh
# Runs inside the built image, without network and without a GPU: torch computes and agrees with numpy.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
pip check

python3 - <<'PYTHON'
import numpy
import torch
from storage_helper import download_to_tmp  # the base is whole

weights = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
(weights @ weights).sum().backward()
assert numpy.array_equal(weights.grad.numpy(), [[7.0, 11.0], [9.0, 13.0]]), weights.grad
assert callable(download_to_tmp)
print(f"torch {torch.__version__}, for GPUs: {torch.version.cuda or 'no'}")
PYTHON
echo "fave-base-torch works"
