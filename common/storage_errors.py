"""What can go wrong with object storage, as types a caller can tell apart.

``retriable`` says whether the same call may succeed a moment later; the helpers use it, and a
function that has its own way of trying again can use it too.
"""

from __future__ import annotations


class StorageError(Exception):
    """A storage operation failed; says which one, and on which bucket and key."""

    retriable: bool = False

    def __init__(self, operation: str, bucket: str, key: str, reason: str) -> None:
        super().__init__(f"{operation} {bucket}/{key}: {reason}")
        self.operation = operation
        self.bucket = bucket
        self.key = key
        self.reason = reason


class ObjectMissing(StorageError):
    """The bucket or the object does not exist."""


class AccessDenied(StorageError):
    """The credentials are wrong or do not allow the operation."""


class StorageRefused(StorageError):
    """The storage understood the request and refused it for another reason."""


class StorageUnavailable(StorageError):
    """The storage could not be reached, was overloaded, or the connection broke."""

    retriable = True


class TransferTruncated(StorageUnavailable):
    """Fewer or more bytes arrived than the storage announced."""


class StorageNotConfigured(Exception):
    """A setting is absent or unusable; names the environment variable."""

    def __init__(self, variable: str, problem: str) -> None:
        super().__init__(f"{variable} {problem}")
        self.variable = variable
