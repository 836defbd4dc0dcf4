"""Upload, download and list with a real server that works."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import storage_helper
from conftest import files_in
from storage_helper import Storage
from storage_server import ROOT_PASSWORD, ROOT_USER, StorageServer


@pytest.mark.parametrize("size", [0, 1, 5 * 1024 * 1024, 9 * 1024 * 1024 + 1])
def test_what_was_uploaded_is_downloaded(
    storage: Storage, bucket: str, tmp_path: Path, size: int
) -> None:
    source = tmp_path / "source"
    source.write_bytes(os.urandom(size))
    stored = storage.upload(source, bucket, "in/file.bin")
    assert (stored.key, stored.size) == ("in/file.bin", size)
    target = storage.download(bucket, "in/file.bin", tmp_path / "target")
    assert target.read_bytes() == source.read_bytes()
    assert files_in(tmp_path) == ["source", "target"]


@pytest.mark.parametrize("key", ["a b+c%20d.txt", "ä/日本語.wav", "x/y/z/…~'()!*.txt", "a" * 250])
def test_a_key_is_taken_as_it_is(storage: Storage, bucket: str, tmp_path: Path, key: str) -> None:
    source = tmp_path / "source"
    source.write_text(key)
    storage.upload(source, bucket, key)
    assert [entry.key for entry in storage.list_objects(bucket)] == [key]
    fetched = storage.download_to_tmp(bucket, key)
    assert (fetched.name, fetched.read_text()) == (key.rsplit("/")[-1], key)
    fetched.unlink()
    fetched.parent.rmdir()


def test_an_upload_replaces_the_object(storage: Storage, bucket: str, tmp_path: Path) -> None:
    source = tmp_path / "source"
    for text in ("first", "second, longer"):
        source.write_text(text)
        storage.upload(source, bucket, "key")
    assert storage.download(bucket, "key", tmp_path / "target").read_text() == text
    assert len(storage.list_objects(bucket)) == 1


def test_a_download_replaces_the_file(storage: Storage, bucket: str, tmp_path: Path) -> None:
    (source := tmp_path / "source").write_text("new")
    (target := tmp_path / "target").write_text("old")
    storage.upload(source, bucket, "key")
    assert storage.download(bucket, "key", target).read_text() == "new"


def test_a_list_goes_beyond_one_page_and_is_in_key_order(
    storage: Storage, bucket: str, tmp_path: Path
) -> None:
    (source := tmp_path / "source").write_text("x")
    # A page of the protocol has 1000 keys.
    names = [f"many/{number:04d}" for number in range(1005)] + ["other/1"]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: storage.backend.put(source, bucket, name, "text/plain"), names))
    assert [entry.key for entry in storage.list_objects(bucket, "many/")] == names[:-1]
    assert [entry.key for entry in storage.list_objects(bucket, "other")] == ["other/1"]
    assert storage.list_objects(bucket, "none/") == []


def test_a_hundred_megabytes_go_up_and_come_down_unchanged(
    storage: Storage, bucket: str, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    with source.open("wb") as sink:
        for _ in range(100):
            sink.write(os.urandom(1_000_000))
    assert storage.upload(source, bucket, "large").size == 100_000_000
    target = storage.download(bucket, "large", tmp_path / "target")
    assert _sha256(target) == _sha256(source)


def test_many_threads_share_one_storage(storage: Storage, bucket: str, tmp_path: Path) -> None:
    def there_and_back(number: int) -> bytes:
        source = tmp_path / f"source-{number}"
        source.write_bytes(bytes([number]) * (200_000 + number))
        storage.upload(source, bucket, f"key-{number}")
        return storage.download(bucket, f"key-{number}", tmp_path / f"target-{number}").read_bytes()

    with ThreadPoolExecutor(16) as pool:
        results = list(pool.map(there_and_back, range(48)))
    assert results == [bytes([number]) * (200_000 + number) for number in range(48)]
    assert len(storage.list_objects(bucket)) == 48
    assert not [name for name in files_in(tmp_path) if name.endswith(".part")]


def test_many_threads_may_download_to_one_file(
    storage: Storage, bucket: str, tmp_path: Path
) -> None:
    (source := tmp_path / "source").write_bytes(os.urandom(3_000_000))
    storage.upload(source, bucket, "key")
    target = tmp_path / "target"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: storage.download(bucket, "key", target), range(16)))
    assert target.read_bytes() == source.read_bytes()
    assert files_in(tmp_path) == ["source", "target"]


def test_the_functions_take_their_settings_from_the_environment(
    server: StorageServer,
    backend: str,
    bucket: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("S3_ENDPOINT", server.endpoint)
    monkeypatch.setenv("S3_ACCESS_KEY", ROOT_USER)
    monkeypatch.setenv("S3_SECRET_KEY", ROOT_PASSWORD)
    monkeypatch.setenv("S3_BACKEND", backend)
    storage_helper._default_storage.cache_clear()
    try:
        (source := tmp_path / "talk.txt").write_text("hello")
        storage_helper.upload(source, bucket, "out/talk.txt")
        assert [entry.key for entry in storage_helper.list_objects(bucket)] == ["out/talk.txt"]
        target = storage_helper.download(bucket, "out/talk.txt", str(tmp_path / "copy"))
        assert target.read_text() == "hello"
    finally:
        storage_helper._default_storage.cache_clear()


def _sha256(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
