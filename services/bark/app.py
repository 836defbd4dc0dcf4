"""Bark: makes text ready to be spoken, and, where a model is mounted, speaks it (Bark in transformers)."""

import io
import re
from functools import cache
from threading import Lock
from typing import Any

import inflect
import soundfile
from fastapi import Response
from pydantic import BaseModel, Field

from service_kit import create_app, local_model, log, model_state, serve

MODEL = ("BARK_MODEL", "a Bark model in the format of transformers")
#: Bark speaks some 13 seconds at once; more than that it cuts off.
LONGEST_PIECE = 200

app = create_app("bark", "Text to speech", lambda: model_state(*MODEL))
words = inflect.engine()
lock = Lock()


class Request(BaseModel):
    text: str = Field(min_length=1, max_length=5_000)


@app.post("/pieces")
def pieces(request: Request) -> list[str]:
    """The text with numbers as words, in pieces that Bark can speak at once; needs no model."""
    spoken = re.sub(r"\d{1,15}", lambda number: str(words.number_to_words(number[0])), request.text)
    found: list[str] = []
    for sentence in re.split(r"(?<=[.!?])\s+", spoken.strip()):
        for word in sentence.split():
            if (
                found
                and len(found[-1]) + len(word) < LONGEST_PIECE
                and not found[-1].endswith((".", "!", "?"))
            ):
                found[-1] += f" {word}"
            else:
                found.append(word[:LONGEST_PIECE])
    return found


@cache
def model(folder: str) -> tuple[Any, Any]:
    """Processor and model, loaded at the first request."""
    from transformers import AutoProcessor, BarkModel

    log.info("loading the model", folder=folder)
    processor = AutoProcessor.from_pretrained(folder, local_files_only=True)
    return processor, BarkModel.from_pretrained(folder, local_files_only=True)


@app.post("/speak")
def speak(request: Request) -> Response:
    """A WAV file of the text."""
    folder = local_model(*MODEL)
    import numpy

    with lock:
        processor, bark = model(str(folder))
        parts = [
            bark.generate(**processor(piece)).cpu().numpy().squeeze() for piece in pieces(request)
        ]
    soundfile.write(
        wav := io.BytesIO(),
        numpy.concatenate(parts),
        bark.generation_config.sample_rate,
        format="WAV",
    )
    return Response(wav.getvalue(), media_type="audio/wav")


if __name__ == "__main__":
    serve(app)
