"""What goes into a FAVE stage and what comes out, as pydantic models.

Unknown fields are refused: a misspelt one would otherwise be ignored without a word.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, model_validator

__all__ = [
    "ObjectRef",
    "PayloadInvalid",
    "Problem",
    "StageFailure",
    "StagePayload",
    "StageResult",
    "parse_payload",
]

Name = Annotated[str, Field(min_length=1, max_length=200)]


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ObjectRef(_Message):
    """An object in the storage."""

    # Bucket naming rules of S3: 3 to 63 of a-z, 0-9, dot and hyphen, ends alphanumeric.
    bucket: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    key: Annotated[str, Field(min_length=1, max_length=1024)]


class StagePayload(_Message):
    """What a stage is asked to do."""

    request_id: Name
    stage: Name
    inputs: tuple[ObjectRef, ...] = ()
    parameters: dict[str, JsonValue] = Field(default_factory=dict)


class StageFailure(_Message):
    """Why a stage failed; ``retriable`` when the same payload may succeed later."""

    kind: Name
    message: str
    retriable: bool = False


class StageResult(_Message):
    """What a stage answers; ``failure`` is there exactly when ``status`` is ``error``."""

    request_id: Name
    stage: Name
    status: Literal["ok", "error"]
    outputs: tuple[ObjectRef, ...] = ()
    metrics: dict[str, float | int] = Field(default_factory=dict)
    failure: StageFailure | None = None

    @model_validator(mode="after")
    def _failure_matches_status(self) -> StageResult:
        if (self.status == "error") != (self.failure is not None):
            raise ValueError("failure must be given exactly when status is error")
        return self

    @classmethod
    def ok(
        cls,
        payload: StagePayload,
        outputs: tuple[ObjectRef, ...] = (),
        metrics: dict[str, float | int] | None = None,
    ) -> StageResult:
        """The answer of a stage that did its work."""
        return cls(
            request_id=payload.request_id,
            stage=payload.stage,
            status="ok",
            outputs=outputs,
            metrics=metrics or {},
        )

    @classmethod
    def failed(cls, payload: StagePayload, error: Exception) -> StageResult:
        """The answer of a stage that raised; an error's ``retriable`` is passed on."""
        failure = StageFailure(
            kind=type(error).__name__,
            message=str(error),
            retriable=bool(getattr(error, "retriable", False)),
        )
        return cls(
            request_id=payload.request_id, stage=payload.stage, status="error", failure=failure
        )


class Problem(_Message):
    """One thing wrong with a payload; ``where`` as in ``inputs.0.bucket``."""

    where: str
    what: str


class PayloadInvalid(Exception):
    """The payload is not a ``StagePayload``; ``problems`` lists everything wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.where}: {problem.what}" for problem in problems))
        self.problems = problems


def parse_payload(body: bytes | str) -> StagePayload:
    """The payload in a request body. Raises ``PayloadInvalid`` with all problems at once.

    Input values are left out of the problems: they may be secret.
    """
    try:
        return StagePayload.model_validate_json(body)
    except ValidationError as error:
        problems = tuple(
            Problem(where=".".join(str(part) for part in entry["loc"]) or "body", what=entry["msg"])
            for entry in error.errors(include_url=False, include_input=False)
        )
        raise PayloadInvalid(problems) from error
