"""The two clients behind ``storage_helper``: boto3 and minio, with the same four operations.

Each translates its library's errors into those of ``storage_errors``. The libraries are imported
when a client is made, because importing boto3 takes longer than many functions run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol
from urllib.parse import urlsplit

from storage_errors import (
    AccessDenied,
    ObjectMissing,
    StorageError,
    StorageNotConfigured,
    StorageRefused,
    StorageUnavailable,
)

CHUNK_BYTES = 1024 * 1024
CONNECT_SECONDS = 5.0
READ_SECONDS = 30.0

# Error codes of the S3 protocol that both clients pass on unchanged.
_MISSING_CODES = frozenset({"NoSuchKey", "NoSuchBucket", "NotFound", "404"})
_DENIED_CODES = frozenset(
    {"AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "401", "403"}
)
_BUSY_CODES = frozenset(
    {
        "SlowDown",
        "ServiceUnavailable",
        "InternalError",
        "RequestTimeout",
        "XMinioServerNotInitialized",
    }
)
_RETRIABLE_STATUS = frozenset({408, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class StorageSettings:
    """Where the storage is and who we are there."""

    endpoint: str
    access_key: str
    secret_key: str
    region: str = "us-east-1"
    backend: str = "boto3"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> StorageSettings:
        """Read ``S3_ENDPOINT``, ``S3_ACCESS_KEY``, ``S3_SECRET_KEY``, ``S3_REGION``, ``S3_BACKEND``.

        Raises ``StorageNotConfigured`` naming the first variable that is absent or unusable.
        """
        for variable in ("S3_ENDPOINT", "S3_ACCESS_KEY", "S3_SECRET_KEY"):
            if not environment.get(variable):
                raise StorageNotConfigured(variable, "is not set")
        endpoint = environment["S3_ENDPOINT"]
        if urlsplit(endpoint).scheme not in {"http", "https"} or not urlsplit(endpoint).hostname:
            raise StorageNotConfigured("S3_ENDPOINT", "must look like http://host:9000")
        backend = environment.get("S3_BACKEND", "boto3")
        if backend not in {"boto3", "minio"}:
            raise StorageNotConfigured("S3_BACKEND", "must be boto3 or minio")
        return cls(
            endpoint=endpoint,
            access_key=environment["S3_ACCESS_KEY"],
            secret_key=environment["S3_SECRET_KEY"],
            region=environment.get("S3_REGION", "us-east-1"),
            backend=backend,
        )


@dataclass(frozen=True)
class ObjectInfo:
    """One stored object; ``size`` in bytes, ``etag`` without quotes."""

    key: str
    size: int
    etag: str


class Backend(Protocol):
    """One attempt at each operation: no retries, errors from ``storage_errors``."""

    def put(self, source: Path, bucket: str, key: str, content_type: str) -> None:
        """Store the file; the object appears whole or not at all."""

    def get(self, bucket: str, key: str, sink: BinaryIO) -> int:
        """Write the object to ``sink``; returns the size in bytes that the storage announced."""

    def list(self, bucket: str, prefix: str) -> Iterator[ObjectInfo]:
        """All objects whose key starts with ``prefix``, in key order."""

    def stat(self, bucket: str, key: str) -> ObjectInfo:
        """Size and etag of one object."""


def open_backend(settings: StorageSettings) -> Backend:
    """The client that ``settings.backend`` names."""
    return MinioBackend(settings) if settings.backend == "minio" else Boto3Backend(settings)


class Boto3Backend:
    """S3 and everything that speaks it, through boto3."""

    def __init__(self, settings: StorageSettings) -> None:
        import boto3  # type: ignore[import-untyped]
        from botocore.config import Config  # type: ignore[import-untyped]

        self._client: Any = boto3.session.Session().client(
            "s3",
            endpoint_url=settings.endpoint,
            aws_access_key_id=settings.access_key,
            aws_secret_access_key=settings.secret_key,
            region_name=settings.region,
            config=Config(
                connect_timeout=CONNECT_SECONDS,
                read_timeout=READ_SECONDS,
                # One attempt: storage_helper tries again, and knows about files half written.
                retries={"total_max_attempts": 1, "mode": "standard"},
                s3={"addressing_style": "path"},
            ),
        )

    def put(self, source: Path, bucket: str, key: str, content_type: str) -> None:
        with _boto3_errors("upload", bucket, key), source.open("rb") as body:
            self._client.upload_fileobj(body, bucket, key, ExtraArgs={"ContentType": content_type})

    def get(self, bucket: str, key: str, sink: BinaryIO) -> int:
        with _boto3_errors("download", bucket, key):
            answer = self._client.get_object(Bucket=bucket, Key=key)
            with closing(answer["Body"]) as body:
                sink.writelines(body.iter_chunks(CHUNK_BYTES))
            return int(answer["ContentLength"])

    def list(self, bucket: str, prefix: str) -> Iterator[ObjectInfo]:
        with _boto3_errors("list", bucket, prefix):
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=bucket, Prefix=prefix
            )
            for page in pages:
                for entry in page.get("Contents", []):
                    yield ObjectInfo(
                        entry["Key"], int(entry["Size"]), str(entry["ETag"]).strip('"')
                    )

    def stat(self, bucket: str, key: str) -> ObjectInfo:
        with _boto3_errors("stat", bucket, key):
            answer = self._client.head_object(Bucket=bucket, Key=key)
            return ObjectInfo(key, int(answer["ContentLength"]), str(answer["ETag"]).strip('"'))


class MinioBackend:
    """The same through MinIO's own client."""

    def __init__(self, settings: StorageSettings) -> None:
        import certifi
        import urllib3
        from minio import Minio

        address = urlsplit(settings.endpoint)
        self._client: Any = Minio(
            address.netloc,
            access_key=settings.access_key,
            secret_key=settings.secret_key,
            region=settings.region,
            secure=address.scheme == "https",
            http_client=urllib3.PoolManager(
                timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
                retries=False,
                cert_reqs="CERT_REQUIRED",
                ca_certs=os.environ.get("SSL_CERT_FILE") or certifi.where(),
            ),
        )

    def put(self, source: Path, bucket: str, key: str, content_type: str) -> None:
        with _minio_errors("upload", bucket, key):
            self._client.fput_object(bucket, key, str(source), content_type=content_type)

    def get(self, bucket: str, key: str, sink: BinaryIO) -> int:
        with _minio_errors("download", bucket, key):
            answer = self._client.get_object(bucket, key)
            try:
                sink.writelines(answer.stream(CHUNK_BYTES))
                return int(answer.headers["Content-Length"])
            finally:
                answer.close()
                answer.release_conn()

    def list(self, bucket: str, prefix: str) -> Iterator[ObjectInfo]:
        with _minio_errors("list", bucket, prefix):
            for entry in self._client.list_objects(bucket, prefix=prefix, recursive=True):
                yield ObjectInfo(entry.object_name, int(entry.size), str(entry.etag).strip('"'))

    def stat(self, bucket: str, key: str) -> ObjectInfo:
        with _minio_errors("stat", bucket, key):
            entry = self._client.stat_object(bucket, key)
            return ObjectInfo(key, int(entry.size), str(entry.etag).strip('"'))


def _classified(code: str, status: int) -> Callable[[str, str, str, str], StorageError]:
    """The error type for an S3 error code and HTTP status (0 when unknown)."""
    if code in _MISSING_CODES or status == 404:
        return ObjectMissing
    if code in _DENIED_CODES or status in {401, 403}:
        return AccessDenied
    if code in _BUSY_CODES or status in _RETRIABLE_STATUS:
        return StorageUnavailable
    return StorageRefused


@contextmanager
def _boto3_errors(operation: str, bucket: str, key: str) -> Iterator[None]:
    import urllib3.exceptions
    from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError  # type: ignore[import-untyped]

    try:
        yield
    except ClientError as error:
        detail = error.response.get("Error", {})
        status = int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
        kind = _classified(str(detail.get("Code", "")), status)
        raise kind(operation, bucket, key, str(error)) from error
    except ParamValidationError as error:
        raise StorageRefused(operation, bucket, key, str(error)) from error
    except (BotoCoreError, urllib3.exceptions.HTTPError) as error:
        raise StorageUnavailable(operation, bucket, key, str(error)) from error


@contextmanager
def _minio_errors(operation: str, bucket: str, key: str) -> Iterator[None]:
    import urllib3.exceptions
    from minio.error import InvalidResponseError, S3Error, ServerError

    try:
        yield
    except S3Error as error:
        status = int(getattr(error.response, "status", 0) or 0)
        kind = _classified(str(error.code), status)
        raise kind(operation, bucket, key, str(error)) from error
    except (InvalidResponseError, ServerError, urllib3.exceptions.HTTPError) as error:
        raise StorageUnavailable(operation, bucket, key, str(error)) from error
    except ValueError as error:
        # The client checks bucket and key names itself.
        raise StorageRefused(operation, bucket, key, str(error)) from error
