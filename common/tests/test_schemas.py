"""Payloads and results: what is accepted, and that all that is wrong is said at once."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from schemas import (
    ObjectRef,
    PayloadInvalid,
    StageFailure,
    StagePayload,
    StageResult,
    parse_payload,
)
from storage_errors import AccessDenied, StorageUnavailable

PAYLOAD = {
    "request_id": "r1",
    "stage": "transcribe",
    "inputs": [{"bucket": "media", "key": "in/talk.wav"}],
    "parameters": {"language": "de", "beams": 5, "nested": {"list": [1, None, True]}},
}


def test_a_payload_is_read_and_written_unchanged() -> None:
    payload = parse_payload(json.dumps(PAYLOAD))
    assert json.loads(payload.model_dump_json()) == PAYLOAD
    assert parse_payload(json.dumps(PAYLOAD).encode()) == payload


def test_a_payload_cannot_be_changed() -> None:
    payload = parse_payload(json.dumps(PAYLOAD))
    with pytest.raises(ValidationError):
        payload.stage = "other"


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"request_id": None}, {"request_id"}),
        ({"request_id": ""}, {"request_id"}),
        ({"request_id": 7}, {"request_id"}),
        ({"stage": "x" * 201}, {"stage"}),
        ({"sttage": "misspelt"}, {"sttage"}),
        ({"inputs": [{"bucket": "A", "key": ""}]}, {"inputs.0.bucket", "inputs.0.key"}),
        ({"inputs": [{"bucket": "media"}]}, {"inputs.0.key"}),
        ({"inputs": "media/key"}, {"inputs"}),
        ({"inputs": [{"bucket": "../etc", "key": "x"}]}, {"inputs.0.bucket"}),
        ({"inputs": [{"bucket": "media\n", "key": "x"}]}, {"inputs.0.bucket"}),
        ({"inputs": [{"bucket": "media", "key": "x" * 1025}]}, {"inputs.0.key"}),
        ({"parameters": []}, {"parameters"}),
        ({"stage": "", "extra": 1}, {"stage", "extra"}),
    ],
)
def test_every_problem_of_a_payload_is_named(change: dict[str, object], where: set[str]) -> None:
    with pytest.raises(PayloadInvalid) as raised:
        parse_payload(json.dumps({**PAYLOAD, **change}))
    assert {problem.where for problem in raised.value.problems} == where
    assert all(problem.what for problem in raised.value.problems)


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '"text"', b"\xff\xfe", "{}"])
def test_a_body_that_is_no_payload_is_refused(body: str | bytes) -> None:
    with pytest.raises(PayloadInvalid) as raised:
        parse_payload(body)
    assert raised.value.problems


def test_values_of_a_refused_payload_are_not_repeated() -> None:
    with pytest.raises(PayloadInvalid) as raised:
        parse_payload(json.dumps({**PAYLOAD, "request_id": ["hunter2"], "key": "hunter2"}))
    assert "hunter2" not in str(raised.value)


def test_a_result_carries_outputs_and_metrics() -> None:
    payload = StagePayload(request_id="r1", stage="transcribe")
    output = ObjectRef(bucket="media", key="out/talk.txt")
    result = StageResult.ok(payload, (output,), {"wall_seconds": 1.5, "rss_bytes": 7})
    assert json.loads(result.model_dump_json()) == {
        "request_id": "r1",
        "stage": "transcribe",
        "status": "ok",
        "outputs": [{"bucket": "media", "key": "out/talk.txt"}],
        "metrics": {"wall_seconds": 1.5, "rss_bytes": 7},
        "failure": None,
    }


@pytest.mark.parametrize(
    ("error", "retriable"),
    [
        (StorageUnavailable("download", "media", "key", "timed out"), True),
        (AccessDenied("download", "media", "key", "no"), False),
        (ValueError("not audio"), False),
    ],
)
def test_a_failed_result_says_whether_trying_again_helps(error: Exception, retriable: bool) -> None:
    result = StageResult.failed(StagePayload(request_id="r1", stage="s"), error)
    assert result.status == "error"
    assert result.failure == StageFailure(
        kind=type(error).__name__, message=str(error), retriable=retriable
    )


@pytest.mark.parametrize("status", ["ok", "error"])
def test_failure_and_status_belong_together(status: str) -> None:
    failure = None if status == "error" else {"kind": "X", "message": "y"}
    with pytest.raises(ValidationError):
        StageResult.model_validate(
            {"request_id": "r1", "stage": "s", "status": status, "failure": failure}
        )
