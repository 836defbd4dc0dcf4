"""Object storage for functions: upload, download, list, over boto3 or minio.

    from storage_helper import download_to_tmp, upload

    source = download_to_tmp("media", "in/talk.mp4")
    upload(source, "media", "out/talk.mp4")

Settings come from the environment (``StorageSettings.from_environment``); every call also takes a
``Storage`` of its own. Calls that fail for a passing reason are tried again; every failure is one of
``storage_errors``; a file at its final path is complete.
"""

from __future__ import annotations

import mimetypes
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

from storage_backends import Backend, ObjectInfo, StorageSettings, open_backend
from storage_errors import (
    AccessDenied,
    ObjectMissing,
    StorageError,
    StorageNotConfigured,
    StorageRefused,
    StorageUnavailable,
    TransferTruncated,
)

__all__ = [
    "AccessDenied",
    "ObjectInfo",
    "ObjectMissing",
    "Storage",
    "StorageError",
    "StorageNotConfigured",
    "StorageRefused",
    "StorageSettings",
    "StorageUnavailable",
    "TransferTruncated",
    "download",
    "download_to_tmp",
    "list_objects",
    "upload",
]

# Seconds before the second, third and fourth attempt.
RETRY_WAITS: Sequence[float] = (0.5, 1.0, 2.0)

_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Storage:
    """A client with its way of trying again; safe to share between threads."""

    backend: Backend
    waits: Sequence[float] = RETRY_WAITS
    sleep: Callable[[float], None] = time.sleep

    @classmethod
    def connect(cls, settings: StorageSettings) -> Storage:
        """A storage for these settings; nothing is sent yet."""
        return cls(open_backend(settings))

    def upload(
        self, source: Path, bucket: str, key: str, content_type: str | None = None
    ) -> ObjectInfo:
        """Store a file and return what the storage then holds.

        The content type is guessed from the key when not given. Raises ``StorageError``;
        ``FileNotFoundError`` when ``source`` is absent.
        """
        guessed = content_type or mimetypes.guess_type(key)[0] or "application/octet-stream"
        size = source.stat().st_size

        def attempt() -> ObjectInfo:
            self.backend.put(source, bucket, key, guessed)
            stored = self.backend.stat(bucket, key)
            if stored.size != size:
                reason = f"{stored.size} of {size} bytes stored"
                raise TransferTruncated("upload", bucket, key, reason)
            return stored

        return self._retried(attempt)

    def download(self, bucket: str, key: str, target: Path) -> Path:
        """Fetch an object to ``target``, whose folder must exist, and return ``target``.

        The bytes are collected beside the target and renamed when they are complete, so another
        reader never sees a part. On any failure the part is removed. Raises ``StorageError``.
        """

        def attempt() -> Path:
            handle, part = tempfile.mkstemp(
                prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent
            )
            try:
                with os.fdopen(handle, "wb") as sink:
                    announced = self.backend.get(bucket, key, sink)
                    received = sink.tell()
                if received != announced:
                    reason = f"{received} of {announced} bytes received"
                    raise TransferTruncated("download", bucket, key, reason)
                os.replace(part, target)
            except BaseException:
                Path(part).unlink(missing_ok=True)
                raise
            return target

        return self._retried(attempt)

    def download_to_tmp(self, bucket: str, key: str) -> Path:
        """Fetch an object into a fresh folder of its own and return the file's path.

        The file keeps the last part of the key as its name. The caller removes the folder
        (``path.parent``); after a failure nothing is left. Raises ``StorageError``.
        """
        name = PurePosixPath(key).name
        if name in {"", ".", ".."} or key.endswith("/") or "\0" in name:
            raise StorageRefused("download", bucket, key, "the key does not end in a file name")
        folder = Path(tempfile.mkdtemp(prefix="fave-"))
        try:
            return self.download(bucket, key, folder / name)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def list_objects(self, bucket: str, prefix: str = "") -> list[ObjectInfo]:
        """All objects whose key starts with ``prefix``, in key order. Raises ``StorageError``."""
        return self._retried(lambda: list(self.backend.list(bucket, prefix)))

    def _retried(self, attempt: Callable[[], _Result]) -> _Result:
        for wait in self.waits:
            try:
                return attempt()
            except StorageError as error:
                if not error.retriable:
                    raise
                self.sleep(wait)
        return attempt()


@lru_cache(maxsize=1)
def _default_storage() -> Storage:
    return Storage.connect(StorageSettings.from_environment())


def upload(
    source: Path | str, bucket: str, key: str, content_type: str | None = None
) -> ObjectInfo:
    """``Storage.upload`` on the storage of the environment."""
    return _default_storage().upload(Path(source), bucket, key, content_type)


def download(bucket: str, key: str, target: Path | str) -> Path:
    """``Storage.download`` on the storage of the environment."""
    return _default_storage().download(bucket, key, Path(target))


def download_to_tmp(bucket: str, key: str) -> Path:
    """``Storage.download_to_tmp`` on the storage of the environment."""
    return _default_storage().download_to_tmp(bucket, key)


def list_objects(bucket: str, prefix: str = "") -> Iterator[ObjectInfo]:
    """``Storage.list_objects`` on the storage of the environment."""
    return iter(_default_storage().list_objects(bucket, prefix))
