"""The sample function as a watchdog runs it, in its image, against a real server (`make fave-test`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from array import array
from math import pi, sin
from pathlib import Path
from typing import Any

import pytest

from conftest import files_in, make_bucket
from storage_backends import StorageSettings
from storage_helper import Storage
from storage_server import StorageServer

HANDLER = "/app/handler.py"
RATE = 16_000


class Answer:
    """How a request ended."""

    def __init__(self, ended: subprocess.CompletedProcess[str]) -> None:
        self.code = ended.returncode
        self.text = ended.stdout
        self.events: list[dict[str, Any]] = [json.loads(line) for line in ended.stderr.splitlines()]

    @property
    def result(self) -> dict[str, Any]:
        """Standard output, which is nothing but the result."""
        result: dict[str, Any] = json.loads(self.text)
        return result


def request(settings: StorageSettings, temporary: Path, **payload: object) -> Answer:
    """Run the function once, as the watchdog does; temporary files go to a folder of ours."""
    environment = {
        **os.environ,
        "S3_ENDPOINT": settings.endpoint,
        "S3_ACCESS_KEY": settings.access_key,
        "S3_SECRET_KEY": settings.secret_key,
        "S3_BACKEND": settings.backend,
        "TMPDIR": str(temporary),
    }
    return Answer(
        subprocess.run(
            [sys.executable, HANDLER],
            input=json.dumps(payload),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    )


def tone(path: Path, hertz: float, seconds: float) -> Path:
    """A WAV file with one tone."""
    samples = array(
        "h", (int(12_000 * sin(2 * pi * hertz * i / RATE)) for i in range(int(RATE * seconds)))
    )
    with wave.open(str(path), "wb") as sink:
        sink.setnchannels(1)
        sink.setsampwidth(2)
        sink.setframerate(RATE)
        sink.writeframes(samples.tobytes())
    return path


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """Where the function puts its temporary files."""
    (folder := tmp_path / "temporary").mkdir()
    return folder


def test_a_sound_becomes_a_picture(
    settings: StorageSettings, storage: Storage, bucket: str, tmp_path: Path, temporary: Path
) -> None:
    storage.upload(tone(tmp_path / "tone.wav", 1000, 2), bucket, "in/tone.wav")
    answer = request(
        settings,
        temporary,
        request_id="r1",
        stage="spectrogram",
        inputs=[{"bucket": bucket, "key": "in/tone.wav"}],
        parameters={"mel_bands": 64},
    )
    assert answer.code == 0, answer.events
    output = {"bucket": bucket, "key": "in/tone.wav.spectrogram.png"}
    assert answer.result["status"] == "ok"
    assert answer.result["outputs"] == [output]
    assert answer.result["metrics"]["wall_seconds"] > 0
    assert answer.result["metrics"]["peak_rss_bytes"] > 1 << 20
    assert [event["event"] for event in answer.events] == ["started", "finished"]
    assert answer.events[1]["metrics"] == answer.result["metrics"]
    assert all(event["request_id"] == "r1" for event in answer.events)
    assert answer.events[0]["memory_available"] == int(os.environ["FAVE_MEMORY_LIMIT"])

    import cv2

    picture = storage.download(bucket, output["key"], tmp_path / "picture.png")
    grey = cv2.imread(str(picture), cv2.IMREAD_GRAYSCALE)
    assert grey.shape[0] == 64
    loudest = {int(column.argmax()) for column in grey.T[4:-4]}
    assert max(loudest) - min(loudest) <= 1, "a steady tone is a level line"
    assert files_in(temporary) == []


def test_a_missing_input_is_a_failure_that_stays(
    settings: StorageSettings, bucket: str, temporary: Path
) -> None:
    answer = request(
        settings,
        temporary,
        request_id="r2",
        stage="spectrogram",
        inputs=[{"bucket": bucket, "key": "none.wav"}],
    )
    assert (answer.code, answer.result["status"]) == (1, "error")
    assert answer.result["failure"]["kind"] == "ObjectMissing"
    assert answer.result["failure"]["retriable"] is False
    assert [event["event"] for event in answer.events] == ["started", "failed"]
    assert files_in(temporary) == []


def test_storage_that_is_down_is_a_failure_that_may_pass(
    minio_program: str, backend: str, tmp_path: Path, temporary: Path
) -> None:
    down = StorageServer(minio_program, tmp_path)
    answer = request(
        down.settings(backend),
        temporary,
        request_id="r3",
        stage="spectrogram",
        inputs=[{"bucket": "media", "key": "a.wav"}],
    )
    assert answer.code == 1
    assert answer.result["failure"]["kind"] == "StorageUnavailable"
    assert answer.result["failure"]["retriable"] is True
    assert files_in(temporary) == []


def test_an_output_that_may_not_be_written_leaves_nothing(
    server: StorageServer,
    storage: Storage,
    backend: str,
    bucket: str,
    tmp_path: Path,
    temporary: Path,
) -> None:
    storage.upload(tone(tmp_path / "tone.wav", 500, 0.5), bucket, "tone.wav")
    make_bucket(server, f"{bucket}-other")
    access_key, secret_key = f"reader-{bucket[-6:]}-{backend}", "a reader's secret"
    server.add_reader(access_key, secret_key, bucket)
    answer = request(
        server.settings(backend, access_key, secret_key),
        temporary,
        request_id="r4",
        stage="spectrogram",
        inputs=[{"bucket": bucket, "key": "tone.wav"}],
    )
    assert answer.code == 1
    assert answer.result["failure"]["kind"] == "AccessDenied"
    assert secret_key not in answer.text
    assert [entry.key for entry in storage.list_objects(bucket)] == ["tone.wav"]
    assert files_in(temporary) == []


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"stage": "transcribe"}, "StageInputInvalid"),
        ({"inputs": []}, "StageInputInvalid"),
        ({"parameters": {"mel_bands": "many"}}, "StageInputInvalid"),
        ({"parameters": {"mel_bands": True}}, "StageInputInvalid"),
    ],
)
def test_what_the_stage_cannot_work_with_is_said(
    settings: StorageSettings, bucket: str, temporary: Path, change: dict[str, object], kind: str
) -> None:
    payload = {
        "request_id": "r5",
        "stage": "spectrogram",
        "inputs": [{"bucket": bucket, "key": "a.wav"}],
        **change,
    }
    answer = request(settings, temporary, **payload)
    assert (answer.code, answer.result["failure"]["kind"]) == (1, kind)


def test_an_object_that_is_no_sound_is_said(
    settings: StorageSettings, storage: Storage, bucket: str, tmp_path: Path, temporary: Path
) -> None:
    (text := tmp_path / "a.wav").write_text("no sound")
    storage.upload(text, bucket, "a.wav")
    answer = request(
        settings,
        temporary,
        request_id="r6",
        stage="spectrogram",
        inputs=[{"bucket": bucket, "key": "a.wav"}],
    )
    assert answer.result["failure"]["kind"] == "StageInputInvalid"
    assert files_in(temporary) == []


def test_a_payload_that_does_not_validate_is_refused_with_all_problems(
    settings: StorageSettings, temporary: Path
) -> None:
    answer = request(settings, temporary, request_id="", inputs=[{"bucket": "X"}])
    assert answer.code == 2
    [event] = answer.events
    assert {problem["where"] for problem in event["problems"]} == {
        "request_id",
        "stage",
        "inputs.0.bucket",
        "inputs.0.key",
    }
