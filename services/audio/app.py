"""Audio: finds speech in samples (WebRTC's voice activity detection) and counts what it did for Prometheus."""

from typing import Annotated

import webrtcvad
from fastapi import HTTPException, Query, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, generate_latest

from service_kit import create_app, serve

FRAME_SECONDS = 0.03

app = create_app("audio", "Finds speech in samples")
registry = CollectorRegistry()
seconds_seen = Counter("audio_seconds", "Seconds of samples that were looked at", registry=registry)
seconds_speech = Counter(
    "audio_speech_seconds", "Seconds of them that hold speech", registry=registry
)


@app.post("/speech")
async def speech(
    request: Request,
    rate: Annotated[int, Query(description="samples a second")] = 16_000,
    strictness: Annotated[int, Query(ge=0, le=3)] = 2,
) -> list[dict[str, float]]:
    """Where in 16-bit little-endian mono samples speech begins and ends, in seconds."""
    if rate not in (8_000, 16_000, 32_000, 48_000):
        raise HTTPException(422, "rate is one of 8000, 16000, 32000, 48000")
    body = await request.body()
    size = int(rate * FRAME_SECONDS) * 2
    if len(body) < size:
        raise HTTPException(422, f"expected at least {size} bytes, one frame")
    detector = webrtcvad.Vad(strictness)
    frames = [body[at : at + size] for at in range(0, len(body) - size + 1, size)]
    found = spans([detector.is_speech(frame, rate) for frame in frames])
    seconds_seen.inc(len(frames) * FRAME_SECONDS)
    seconds_speech.inc(sum(end - start for start, end in found) * FRAME_SECONDS)
    return [
        {"start": round(start * FRAME_SECONDS, 2), "end": round(end * FRAME_SECONDS, 2)}
        for start, end in found
    ]


def spans(flags: list[bool]) -> list[tuple[int, int]]:
    """First and one past the last of each run of true flags."""
    starts = [at for at, flag in enumerate(flags) if flag and (at == 0 or not flags[at - 1])]
    ends = [
        at + 1
        for at, flag in enumerate(flags)
        if flag and (at + 1 == len(flags) or not flags[at + 1])
    ]
    return list(zip(starts, ends, strict=True))


@app.get("/metrics")
def metrics() -> Response:
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


if __name__ == "__main__":
    serve(app)
