"""One JSON object a line, whatever is logged and whoever logs at the same time."""

from __future__ import annotations

import io
import json
import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from logging_helper import log_event
from schemas import ObjectRef


def logged(**fields: Any) -> dict[str, Any]:
    """What one event becomes."""
    log_event("stage", "event", stream=(stream := io.StringIO()), **fields)
    assert stream.getvalue().count("\n") == 1
    record: dict[str, Any] = json.loads(stream.getvalue())
    return record


def test_an_event_has_time_level_stage_name_and_fields() -> None:
    record = logged(request_id="r1", seconds=3.2)
    then = datetime.fromisoformat(record.pop("ts"))
    assert abs((datetime.now(UTC) - then).total_seconds()) < 5
    assert record == {
        "level": "info",
        "stage": "stage",
        "event": "event",
        "request_id": "r1",
        "seconds": 3.2,
    }


def test_the_line_goes_to_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    log_event("stage", "event", level="warning")
    out, err = capfd.readouterr()
    assert out == ""
    assert json.loads(err)["level"] == "warning"


@dataclass
class Point:
    """For the test below."""

    x: int
    api_token: str


class Broken:
    """A value that cannot be written."""

    def __repr__(self) -> str:
        raise RuntimeError("no")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (math.nan, "nan"),
        (math.inf, "inf"),
        (b"\x00\x01", "<2 bytes>"),
        (Path("/tmp/x"), "/tmp/x"),
        (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00+00:00"),
        ({"b", "a"}, ["a", "b"]),
        ((1, None, True), [1, None, True]),
        ({1: "x"}, {"1": "x"}),
        (ValueError("bad"), {"type": "ValueError", "message": "bad"}),
        (Point(1, "hunter2"), {"x": 1, "api_token": "***"}),
        (ObjectRef(bucket="media", key="a"), {"bucket": "media", "key": "a"}),
        (Broken(), "<Broken: RuntimeError when written>"),
        ("zwei\nZeilen\u2028", "zwei\nZeilen\u2028"),
        pytest.param("\ud800", "\ud800", id="half a surrogate pair"),
        pytest.param(1 << 5000, "0x1" + 1250 * "0", id="an integer too long for decimal"),
    ],
)
def test_any_value_can_be_logged(value: object, written: object) -> None:
    assert logged(value=value)["value"] == written


def test_a_value_that_holds_itself_ends_somewhere() -> None:
    loop: list[object] = []
    loop.append(loop)
    assert "…" in json.dumps(logged(loop=loop), ensure_ascii=False)


@pytest.mark.parametrize(
    "name", ["password", "S3_SECRET_KEY", "accessToken", "Authorization", "aws_access_key_id"]
)
def test_secrets_are_masked_also_inside(name: str) -> None:
    assert "hunter2" not in json.dumps(logged(**{name: "hunter2"}))
    assert "hunter2" not in json.dumps(logged(settings={"inner": [{name: "hunter2"}]}))


def test_a_field_does_not_take_the_place_of_ours() -> None:
    record = logged(ts="never", stage_name="x")
    assert record["x_ts"] == "never"
    assert record["ts"] != "never"


def test_lines_of_threads_do_not_mix() -> None:
    stream = io.StringIO()
    with ThreadPoolExecutor(16) as pool:
        for number in range(500):
            pool.submit(log_event, "stage", "event", stream=stream, number=number, text="x" * 500)
    numbers = [json.loads(line)["number"] for line in stream.getvalue().splitlines()]
    assert sorted(numbers) == list(range(500))


class Pieces(io.StringIO):
    """A stream that remembers what it was given, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def write(self, text: str, /) -> int:
        self.pieces.append(text)
        return super().write(text)


def test_a_line_is_written_in_one_piece() -> None:
    log_event("stage", "event", stream=(stream := Pieces()), text="x" * 100_000)
    [piece] = stream.pieces
    assert piece.endswith("\n")


def test_lines_of_processes_do_not_mix(tmp_path: Path) -> None:
    program = (
        "from logging_helper import log_event\n"
        "for number in range(300): log_event('stage', 'event', number=number, text='x' * 3000)"
    )
    with (tmp_path / "log").open("ab") as sink:
        running = [
            subprocess.Popen(
                [sys.executable, "-c", program],
                env={"PYTHONPATH": ":".join(sys.path)},
                stderr=sink,
            )
            for _ in range(4)
        ]
        assert [process.wait() for process in running] == [0] * 4
    lines = (tmp_path / "log").read_text().splitlines()
    assert len([json.loads(line) for line in lines]) == 1200
