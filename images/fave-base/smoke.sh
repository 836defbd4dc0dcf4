#!/bin/sh
# Runs inside the built image, without network: media tools, every Python package, the shared helpers.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
test -z "$(ls -A /var/lib/apt/lists)" || fail "apt lists are in a layer"
for tool in ffmpeg ffprobe wget tar tini; do
  command -v "$tool" >/dev/null || fail "$tool is missing"
done
test -f /opt/fave_common/py.typed || fail "common/ is not at /opt/fave_common"
pip check

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ffmpeg -hide_banner -loglevel error -f lavfi -i sine=frequency=440:duration=1 -ar 16000 "$work/tone.wav"

python3 - "$work/tone.wav" <<'PYTHON'
import ctypes
import importlib
import importlib.metadata
import importlib.util
import io
import json
import pathlib
import sys

assert sys.version_info[:2] == (3, 11), sys.version

# Bytecode is there and checked against its source's hash (flags 3, PEP 552), not against a time.
package = importlib.util.find_spec("librosa")
assert package is not None and package.cached is not None
assert pathlib.Path(package.cached).read_bytes()[4:8] == bytes([3, 0, 0, 0]), package.cached
for library in ("libGL.so.1", "libglib-2.0.so.0", "libsndfile.so.1"):
    ctypes.CDLL(library)

import boto3, cv2, httpx, librosa, minio, numpy, onnxruntime, pydantic, scipy.signal, soundfile

# Every package that is installed, by the modules at its top level; folders with a dot hold no modules.
for distribution in importlib.metadata.distributions():
    files = [file for file in distribution.files or () if file.suffix in (".py", ".so")]
    names = {file.parts[0] if len(file.parts) > 1 else file.name.split(".")[0] for file in files}
    for name in sorted(names):
        if name.isidentifier() and distribution.metadata["Name"] not in ("pip", "setuptools"):
            importlib.import_module(name)

# The numeric packages must agree on numpy's binary interface, so each computes something.
tone, rate = librosa.load(sys.argv[1], sr=8000)
assert librosa.feature.mfcc(y=tone, sr=rate).shape[0] == 20
spectrum = numpy.abs(numpy.fft.rfft(scipy.signal.resample_poly(tone, 1, 1)))
assert abs(int(spectrum.argmax()) * rate / len(tone) - 440) < 2
soundfile.write(wav := io.BytesIO(), tone, rate, format="WAV")
assert wav.tell() > 8000
assert cv2.imencode(".png", numpy.zeros((8, 8, 3), numpy.uint8))[0]
assert "CPUExecutionProvider" in onnxruntime.get_available_providers()
boto3.session.Session().client("s3", region_name="us-east-1", endpoint_url="http://127.0.0.1:1")
minio.Minio("127.0.0.1:1", "key", "secret")

import storage_helper
from logging_helper import log_event
from metrics_helper import measure, memory_available_bytes
from schemas import PayloadInvalid, StageResult, parse_payload
from storage_helper import download_to_tmp

assert storage_helper.__file__.startswith("/opt/fave_common/")
with measure() as taken:
    payload = parse_payload('{"request_id": "r1", "stage": "smoke"}')
assert StageResult.ok(payload, metrics=taken.fields()).status == "ok"
assert memory_available_bytes() > 0
try:
    parse_payload("{}")
except PayloadInvalid as error:
    assert {problem.where for problem in error.problems} == {"request_id", "stage"}
else:
    raise SystemExit("smoke: an empty payload was accepted")
try:
    download_to_tmp("media", "key")
except storage_helper.StorageNotConfigured as error:
    assert error.variable == "S3_ENDPOINT"
else:
    raise SystemExit("smoke: storage without settings was accepted")
log_event("smoke", "works", stream=(line := io.StringIO()), memory=memory_available_bytes())
assert json.loads(line.getvalue())["event"] == "works"
print("fave-base works")
PYTHON
