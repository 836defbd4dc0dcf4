"""What the tests share: one MinIO server a run, a bucket of its own for each test, both clients."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from minio import Minio

from faulty_line import FaultyLine
from storage_backends import StorageSettings
from storage_helper import Storage
from storage_server import ROOT_PASSWORD, ROOT_USER, StorageServer


@pytest.fixture(scope="session")
def minio_program() -> str:
    """The server's program; a run without it is no run."""
    program = os.environ.get("MINIO_PROGRAM", "")
    assert program, "MINIO_PROGRAM must name the program; `make common-test` sets it"
    return program


@pytest.fixture(scope="session")
def server(minio_program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StorageServer]:
    """The server that all tests share; a test that stops one starts its own."""
    with StorageServer(minio_program, tmp_path_factory.mktemp("minio")) as running:
        yield running


@pytest.fixture(params=["boto3", "minio"])
def backend(request: pytest.FixtureRequest) -> str:
    """Each test that takes this runs once with either client."""
    return str(request.param)


@pytest.fixture
def settings(server: StorageServer, backend: str) -> StorageSettings:
    """Settings of a client that may do everything."""
    return server.settings(backend)


@pytest.fixture
def storage(settings: StorageSettings) -> Storage:
    """A storage with the waits of production."""
    return Storage.connect(settings)


@pytest.fixture
def bucket(server: StorageServer) -> str:
    """A fresh bucket."""
    name = f"test-{uuid.uuid4().hex[:12]}"
    make_bucket(server, name)
    return name


@pytest.fixture
def line(server: StorageServer) -> Iterator[FaultyLine]:
    """A connection to the server that can be cut."""
    with FaultyLine(server.port) as open_line:
        yield open_line


class Waits:
    """Takes the place of sleeping and remembers the seconds, so that tests see the retries."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def waits() -> Waits:
    """The waits of one test."""
    return Waits()


@pytest.fixture
def storage_over_line(settings: StorageSettings, line: FaultyLine, waits: Waits) -> Storage:
    """A storage behind the line that does not really wait between attempts."""
    return replace(Storage.connect(replace(settings, endpoint=line.endpoint)), sleep=waits)


def make_bucket(server: StorageServer, name: str) -> None:
    """Make a bucket with the root user's rights."""
    address = server.endpoint.removeprefix("http://")
    Minio(address, ROOT_USER, ROOT_PASSWORD, secure=False).make_bucket(name)


def files_in(folder: Path) -> list[str]:
    """Names in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())
