#!/bin/sh
# Runs inside the built image, without network, without a GPU and without models: every package imports and does some work.
set -eu

fail() { echo "smoke: $*" >&2; exit 1; }

test "$(id -u)" = 10001 || fail "user is $(id -u), not 10001"
export HF_HUB_OFFLINE=1 NUMBA_CACHE_DIR=/tmp/numba-smoke
pip check
check-packages
python3 - <<'PYTHON'
import io

import accelerate, ctranslate2, faster_whisper, grpc, librosa, numpy, safetensors.torch, scipy.signal, soundfile
import speechbrain.nnet.CNN, torch, transformers
from google.protobuf import struct_pb2
from grpc_tools import protoc
from opentelemetry.exporter.jaeger.thrift import JaegerExporter

# The numeric packages must agree on numpy's binary interface, so each computes something.
assert numpy.__version__.startswith("1."), numpy.__version__
tone = librosa.tone(440, sr=8000, duration=1).astype("float32")
assert librosa.feature.mfcc(y=tone, sr=8000).shape[0] == 20
assert abs(int(numpy.abs(numpy.fft.rfft(scipy.signal.resample_poly(tone, 1, 1))).argmax()) - 440) < 2
soundfile.write(wav := io.BytesIO(), tone, 8000, format="WAV")
assert faster_whisper.decode_audio(io.BytesIO(wav.getvalue())).shape == (16000,)
assert ctranslate2.get_supported_compute_types("cpu")
assert speechbrain.nnet.CNN.Conv1d(4, 3, input_shape=(1, 9, 2))(torch.zeros(1, 9, 2)).shape == (1, 9, 4)

# Bark is in transformers; the package called bark on the index is not the one that Suno maintains.
from transformers import BarkModel, T5Config, T5ForConditionalGeneration, WhisperConfig

assert BarkModel is not None and WhisperConfig is not None
small = T5Config(vocab_size=32, d_model=8, d_kv=4, d_ff=8, num_layers=1, num_heads=2, decoder_start_token_id=0)
model = accelerate.Accelerator(cpu=True).prepare(T5ForConditionalGeneration(small))
assert model.generate(torch.tensor([[1, 2, 3]]), max_new_tokens=2).shape[0] == 1
assert safetensors.torch.load(safetensors.torch.save({"a": torch.ones(2)}))["a"].sum() == 2

(message := struct_pb2.Struct()).update({"a": 1})
assert struct_pb2.Struct.FromString(message.SerializeToString())["a"] == 1
with open("/tmp/a.proto", "w") as file:
    file.write('syntax = "proto3"; message A { string b = 1; }')
assert protoc.main(["protoc", "-I/tmp", "--python_out=/tmp", "/tmp/a.proto"]) == 0
assert JaegerExporter(agent_host_name="127.0.0.1") and grpc.insecure_channel("127.0.0.1:1")
print("the machine learning stack works")
PYTHON
