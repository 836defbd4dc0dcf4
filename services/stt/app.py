"""STT: what a recording holds, and, where a model is mounted, what was said in it (faster-whisper)."""

import io
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

import numpy
from fastapi import HTTPException, UploadFile

from service_kit import create_app, local_model, log, model_state, serve

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

MODEL = ("STT_MODEL", "a Whisper model in the format of CTranslate2")
RATE = 16_000

app = create_app("stt", "Speech to text", lambda: model_state(*MODEL))


@cache
def model(folder: str) -> "WhisperModel":
    """Loaded at the first request: a service without a model starts all the same, and says what is missing."""
    from faster_whisper import WhisperModel

    log.info("loading the model", folder=folder)
    return WhisperModel(folder, device="auto", compute_type="default", local_files_only=True)


def decoded(file: BinaryIO) -> "numpy.ndarray[tuple[int], numpy.dtype[numpy.float32]]":
    """Mono samples at 16 kHz of any format that FFmpeg's libraries read."""
    from faster_whisper import decode_audio

    try:
        samples = numpy.asarray(decode_audio(io.BytesIO(file.read()), sampling_rate=RATE))
    except Exception as error:  # noqa: BLE001, the errors of the decoder have no common class
        raise HTTPException(
            422, f"this is no recording that can be read: {type(error).__name__}"
        ) from None
    if samples.size == 0:
        raise HTTPException(422, "the recording is empty")
    return samples


@app.post("/inspect")
def inspect(audio: UploadFile) -> dict[str, float]:
    """Length and loudest sample of a recording; needs no model."""
    samples = decoded(audio.file)
    return {
        "seconds": round(samples.size / RATE, 3),
        "peak": round(float(numpy.abs(samples).max()), 3),
    }


@app.post("/transcribe")
def transcribe(audio: UploadFile) -> dict[str, object]:
    """The text of a recording and its language."""
    folder = local_model(*MODEL)
    segments, info = model(str(folder)).transcribe(decoded(audio.file))
    return {
        "language": info.language,
        "text": "".join(segment.text for segment in segments).strip(),
    }


if __name__ == "__main__":
    serve(app)
