"""Stage `spectrogram`: a sound file of the storage becomes a picture of its frequencies.

    {"request_id": "r1", "stage": "spectrogram",
     "inputs": [{"bucket": "media", "key": "in/talk.wav"}], "parameters": {"mel_bands": 64}}

The payload comes on standard input, the result goes to standard output, events to standard error. The picture is stored
beside the input: `in/talk.wav.spectrogram.png`. Ends with 0 when the stage worked, 1 when it failed, 2 when the payload
is none. The result of a failure says whether the same payload may succeed later.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from logging_helper import log_event
from metrics_helper import Measurement, measure, memory_available_bytes
from schemas import ObjectRef, PayloadInvalid, StagePayload, StageResult, parse_payload
from storage_helper import Storage, StorageSettings

STAGE = "spectrogram"
SAMPLE_RATE = 16_000
MEL_BANDS = 64
# Decibels below the loudest point that still show.
RANGE_DB = 80.0


class StageInputInvalid(ValueError):
    """The payload has the right form, but this stage cannot work with what it says."""


def main() -> int:
    """One request; returns the exit code."""
    try:
        payload = parse_payload(sys.stdin.buffer.read())
    except PayloadInvalid as error:
        problems = [problem.model_dump() for problem in error.problems]
        log_event(STAGE, "payload refused", level="error", problems=problems)
        print(error, file=sys.stdout)
        return 2
    result = run_stage(payload)
    print(result.model_dump_json())
    return 0 if result.status == "ok" else 1


def run_stage(payload: StagePayload) -> StageResult:
    """The whole stage; failures become results, so that the caller always gets one."""
    log_event(
        STAGE, "started", request_id=payload.request_id, memory_available=memory_available_bytes()
    )
    taken = Measurement()
    try:
        with measure() as taken:
            output = spectrogram_of(payload)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the caller is told
        log_event(STAGE, "failed", level="error", request_id=payload.request_id, error=error)
        return StageResult.failed(payload, error)
    log_event(
        STAGE, "finished", request_id=payload.request_id, output=output, metrics=taken.fields()
    )
    return StageResult.ok(payload, (output,), taken.fields())


def spectrogram_of(payload: StagePayload) -> ObjectRef:
    """Fetch the sound, draw the picture, store it."""
    if payload.stage != STAGE:
        raise StageInputInvalid(f"this is the stage {STAGE}, not {payload.stage}")
    if len(payload.inputs) != 1:
        raise StageInputInvalid(f"one input is needed, {len(payload.inputs)} are given")
    bands = payload.parameters.get("mel_bands", MEL_BANDS)
    if isinstance(bands, bool) or not isinstance(bands, int) or not 8 <= bands <= 256:
        raise StageInputInvalid("parameters.mel_bands must be a whole number from 8 to 256")
    [source] = payload.inputs
    storage = Storage.connect(StorageSettings.from_environment())
    sound = storage.download_to_tmp(source.bucket, source.key)
    try:
        picture = draw(sound, bands)
        output = ObjectRef(bucket=source.bucket, key=f"{source.key}.spectrogram.png")
        storage.upload(picture, output.bucket, output.key)
        return output
    finally:
        shutil.rmtree(sound.parent, ignore_errors=True)


def draw(sound: Path, bands: int) -> Path:
    """A grey PNG beside the sound: time to the right, ``bands`` rows, low frequencies at the bottom."""
    # Late: a refused payload need not wait for numba.
    import cv2
    import librosa
    import numpy as np
    import soundfile

    try:
        # Opened here: of a path that libsndfile cannot read, librosa warns in plain text among our events.
        with soundfile.SoundFile(sound) as source:
            samples, rate = librosa.load(source, sr=SAMPLE_RATE, mono=True)
    except soundfile.SoundFileError as error:
        raise StageInputInvalid(f"{sound.name} is no sound file that can be read") from error
    if not samples.size:
        raise StageInputInvalid(f"{sound.name} has no samples")
    power = librosa.feature.melspectrogram(y=samples, sr=rate, n_mels=bands)
    decibels = librosa.power_to_db(power, ref=np.max, top_db=RANGE_DB)
    levels = np.clip((decibels / RANGE_DB + 1) * 255, 0, 255).astype(np.uint8)
    target = sound.parent / "spectrogram.png"
    if not cv2.imwrite(str(target), np.ascontiguousarray(levels[::-1])):
        raise OSError(f"{target} cannot be written")
    return target


if __name__ == "__main__":
    sys.exit(main())
