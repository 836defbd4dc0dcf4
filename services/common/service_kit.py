"""What all services share: the app with its health check, limits, logs, and models that are local or said to be missing.

A service's `app.py` makes its app with `create_app` and ends with `serve(app)`; `python3 -m app` starts it on `PORT` (8000).
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import structlog
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PORT = int(os.environ.get("PORT", "8000"))
#: Bytes of a request; a minute of telephone audio has a tenth of that.
LARGEST_BODY = 25_000_000

log = structlog.get_logger()


class NotConfigured(Exception):
    """Something that only the place of deployment can give, such as a model, is missing: answered with 503."""


class BodyTooLarge(Exception):
    """The body has more bytes than the service takes: answered with 413."""


def create_app(
    name: str,
    description: str,
    state: Callable[[], Mapping[str, str]] = dict,
    largest_body: int = LARGEST_BODY,
) -> FastAPI:
    """An app with `GET /healthz`, which also says what `state` returns, such as whether a model is there."""
    app = FastAPI(title=name, description=description)

    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"service": name, "status": "ok", **state()}

    @app.exception_handler(NotConfigured)
    def not_configured(_: Request, error: NotConfigured) -> JSONResponse:
        log.warning("not configured", service=name, reason=str(error))
        return JSONResponse({"detail": str(error)}, status_code=503)

    @app.exception_handler(BodyTooLarge)
    def body_too_large(_: Request, error: BodyTooLarge) -> JSONResponse:
        return JSONResponse({"detail": str(error)}, status_code=413)

    app.add_middleware(BodyLimit, largest=largest_body)
    return app


def serve(app: FastAPI) -> None:
    """Answers on all addresses of the container until it is stopped."""
    uvicorn.run(app, host="0.0.0.0", port=PORT, access_log=False)


def local_model(variable: str, what: str) -> Path:
    """The folder of a model that an environment variable names. Models are mounted, never fetched.

    Raises:
        NotConfigured: the variable is not set, or names no folder.
    """
    folder = os.environ.get(variable, "")
    if not folder:
        raise NotConfigured(f"no model: mount {what} and set {variable} to its folder")
    if not Path(folder).is_dir():
        raise NotConfigured(f"no model: {variable} is {folder!r}, which is no folder")
    return Path(folder)


def model_state(variable: str, what: str) -> Mapping[str, str]:
    """For `create_app`: whether the model of `local_model` is there."""
    try:
        return {"model": str(local_model(variable, what))}
    except NotConfigured as error:
        return {"model": str(error)}


class BodyLimit:
    """Stops reading a request whose body is larger than a service takes, whatever its headers say."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self.app = app
        self.largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        taken = 0

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.largest:
                raise BodyTooLarge(f"the body has more than {self.largest} bytes")
            return message

        await self.app(scope, limited, send)
