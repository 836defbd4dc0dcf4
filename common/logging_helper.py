"""Structured logs: one JSON object a line.

    log_event("transcribe", "started", request_id="r1", seconds=3.2)
    {"ts":"2026-01-02T03:04:05.678Z","level":"info","stage":"transcribe","event":"started","request_id":"r1","seconds":3.2}

Lines go to standard error: standard output is a function's answer.
"""

from __future__ import annotations

import dataclasses
import json
import math
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any, Literal, TextIO

Level = Literal["debug", "info", "warning", "error"]

_OWN_FIELDS = frozenset({"ts", "level", "stage", "event"})
_SECRET_WORDS = ("password", "passwd", "secret", "token", "authorization", "access_key", "api_key")
_DEEPEST = 8
_one_line_at_a_time = threading.Lock()


def log_event(
    stage: str,
    event: str,
    /,
    *,
    level: Level = "info",
    stream: TextIO | None = None,
    **kwargs: object,
) -> None:
    """Write one event with its fields to ``stream`` (standard error by default).

    Never raises because of a value: what JSON cannot hold is written as text, fields whose names
    say that they are secret are masked, and a field named like one of ours gets the prefix ``x_``.
    """
    record: dict[str, object] = {
        "ts": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": level,
        "stage": stage,
        "event": event,
    }
    for name, value in kwargs.items():
        field = f"x_{name}" if name in _OWN_FIELDS else name
        record[field] = "***" if _is_secret(name) else _field(value)
    line = json.dumps(record, allow_nan=False, separators=(",", ":"))
    with _one_line_at_a_time:
        target = stream or sys.stderr
        # One call for text and newline, or lines of other processes get in between.
        target.write(line + "\n")
        target.flush()


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in _SECRET_WORDS)


def _field(value: object) -> Any:
    try:
        return _jsonable(value, _DEEPEST)
    except Exception as error:  # noqa: BLE001 - a broken __str__ must not cost the log line
        return f"<{type(value).__name__}: {type(error).__name__} when written>"


def _jsonable(value: object, depth: int) -> Any:
    """``value`` in JSON's types; ``depth`` bounds nesting and with it cycles."""
    if isinstance(value, int) and value.bit_length() > 1024:
        return hex(value)  # Python refuses to write very long integers in decimal
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if depth == 0:
        return "…"
    if isinstance(value, BaseException):
        return {"type": type(value).__name__, "message": str(value)}
    if isinstance(value, (bytes, bytearray, memoryview)):
        return f"<{len(value)} bytes>"
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {
            str(name): "***" if _is_secret(str(name)) else _jsonable(item, depth - 1)
            for name, item in value.items()
        }
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=repr) if isinstance(value, (set, frozenset)) else value
        return [_jsonable(item, depth - 1) for item in items]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return _jsonable(fields, depth)
    dump = getattr(value, "model_dump", None)
    if callable(dump):
        return _jsonable(dump(), depth - 1)
    return repr(value)
