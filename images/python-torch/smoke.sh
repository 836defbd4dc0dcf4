#!/bin/sh
# Runs inside the built image, without network and without a GPU: every package imports, and the three of PyTorch compute.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
pip check
check-packages
python3 - <<'PYTHON'
import pathlib

import numpy, torch, torchaudio, torchvision

build = pathlib.Path("/opt/venv/torch-build").read_text().strip()
assert (build == "cpu") == (torch.version.cuda is None), (build, torch.version.cuda)
assert numpy.__version__.startswith("1."), numpy.__version__
weight = torch.ones(3, 3, requires_grad=True)
(weight @ torch.from_numpy(numpy.eye(3, dtype="float32"))).sum().backward()
assert weight.grad is not None and weight.grad.sum().item() == 9
mel = torchaudio.transforms.MelSpectrogram(sample_rate=16000, n_mels=40)(torch.zeros(1, 16000))
assert mel.shape[1] == 40
boxes = torch.tensor([[0.0, 0.0, 2.0, 2.0], [0.0, 0.0, 2.0, 2.1]])
assert torchvision.ops.nms(boxes, torch.tensor([0.9, 0.8]), 0.5).tolist() == [0]
print(f"python-torch works: {torch.__version__}, build {build}")
PYTHON
