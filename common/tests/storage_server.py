"""A MinIO server for the tests, on a port and in a folder of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.request
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from minio.credentials.providers import StaticProvider
from minio.minioadmin import MinioAdmin

from storage_backends import StorageSettings

ROOT_USER = "root-of-tests"
ROOT_PASSWORD = "a password of tests"
_PATIENCE_SECONDS = 30


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class StorageServer(AbstractContextManager["StorageServer"]):
    """A MinIO process; stopped at the end of the ``with`` block, started again by ``start``."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    @property
    def endpoint(self) -> str:
        """Address for clients, such as ``http://127.0.0.1:41234``."""
        return f"http://127.0.0.1:{self.port}"

    def settings(
        self, backend: str, access_key: str = ROOT_USER, secret_key: str = ROOT_PASSWORD
    ) -> StorageSettings:
        """Settings of a client of this server."""
        return StorageSettings(self.endpoint, access_key, secret_key, backend=backend)

    def start(self) -> None:
        """Start the process and wait until it serves; raises ``RuntimeError`` with its log."""
        log = self._folder / "log"
        with log.open("ab") as sink:
            self._process = subprocess.Popen(
                [
                    self._program,
                    "server",
                    str(self._folder / "data"),
                    "--address",
                    f"127.0.0.1:{self.port}",
                ],
                env={
                    "PATH": os.environ["PATH"],
                    "HOME": str(self._folder),
                    "MINIO_ROOT_USER": ROOT_USER,
                    "MINIO_ROOT_PASSWORD": ROOT_PASSWORD,
                    "MINIO_BROWSER": "off",
                    "MINIO_UPDATE": "off",
                },
                stdout=sink,
                stderr=sink,
            )
        until = time.monotonic() + _PATIENCE_SECONDS
        while not self._is_ready():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"MinIO does not serve:\n{log.read_text()[-2000:]}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End the process at once, as a crash would; what was stored stays."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def add_reader(self, access_key: str, secret_key: str, bucket: str) -> None:
        """Add a user who may read and list one bucket and nothing else."""
        admin = MinioAdmin(
            f"127.0.0.1:{self.port}", StaticProvider(ROOT_USER, ROOT_PASSWORD), secure=False
        )
        policy = self._folder / "reader.json"
        statement = {
            "Effect": "Allow",
            "Action": ["s3:GetObject", "s3:ListBucket"],
            "Resource": [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"],
        }
        policy.write_text(json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
        admin.user_add(access_key, secret_key)
        admin.policy_add(f"read-{bucket}", str(policy))
        admin.policy_set(f"read-{bucket}", user=access_key)

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.endpoint}/minio/health/ready", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
