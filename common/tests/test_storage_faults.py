"""Storage that is missing, denies, breaks off or is down: typed errors, useful retries, no half file."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Waits, files_in, make_bucket
from faulty_line import Cut, FaultyLine
from storage_backends import StorageSettings
from storage_errors import (
    AccessDenied,
    ObjectMissing,
    StorageError,
    StorageNotConfigured,
    StorageRefused,
    StorageUnavailable,
)
from storage_helper import RETRY_WAITS, Storage
from storage_server import StorageServer

MEGABYTE = 1_000_000


@pytest.fixture
def patient(storage: Storage, waits: Waits) -> Storage:
    """A storage that notes its waits instead of waiting."""
    return replace(storage, sleep=waits)


def source_of(folder: Path, size: int = 12 * MEGABYTE) -> Path:
    """A file larger than what sockets buffer, so that a cut comes in the middle of it."""
    source = folder / "source"
    source.write_bytes(os.urandom(size))
    return source


def test_a_missing_object_is_said_at_once(
    patient: Storage, waits: Waits, bucket: str, tmp_path: Path
) -> None:
    with pytest.raises(ObjectMissing) as raised:
        patient.download(bucket, "nothing/here", tmp_path / "target")
    assert (raised.value.operation, raised.value.bucket) == ("download", bucket)
    assert raised.value.key == "nothing/here"
    assert waits.seconds == []
    assert files_in(tmp_path) == []


def test_a_missing_bucket_is_said_at_once(patient: Storage, waits: Waits, tmp_path: Path) -> None:
    source = source_of(tmp_path, 10)
    with pytest.raises(ObjectMissing):
        patient.upload(source, "no-such-bucket", "key")
    with pytest.raises(ObjectMissing):
        patient.download("no-such-bucket", "key", tmp_path / "target")
    with pytest.raises(ObjectMissing):
        patient.list_objects("no-such-bucket")
    assert waits.seconds == []
    assert files_in(tmp_path) == ["source"]


@pytest.mark.parametrize(
    ("access_key", "secret_key"), [("nobody", "a wrong secret"), ("root-of-tests", "wrong secret")]
)
def test_wrong_credentials_are_denied_at_once(
    server: StorageServer,
    backend: str,
    waits: Waits,
    bucket: str,
    tmp_path: Path,
    access_key: str,
    secret_key: str,
) -> None:
    stranger = replace(
        Storage.connect(server.settings(backend, access_key, secret_key)), sleep=waits
    )
    source = source_of(tmp_path, 10)
    with pytest.raises(AccessDenied):
        stranger.upload(source, bucket, "key")
    with pytest.raises(AccessDenied):
        stranger.download(bucket, "key", tmp_path / "target")
    with pytest.raises(AccessDenied):
        stranger.list_objects(bucket)
    assert waits.seconds == []
    assert files_in(tmp_path) == ["source"]


def test_a_reader_may_read_and_not_write(
    server: StorageServer, storage: Storage, backend: str, waits: Waits, bucket: str, tmp_path: Path
) -> None:
    access_key, secret_key = f"reader-{bucket[-6:]}", "a reader's secret"
    server.add_reader(access_key, secret_key, bucket)
    make_bucket(server, f"{bucket}-closed")
    reader = replace(Storage.connect(server.settings(backend, access_key, secret_key)), sleep=waits)
    source = source_of(tmp_path, 10)
    storage.upload(source, bucket, "key")
    assert reader.download(bucket, "key", tmp_path / "target").read_bytes() == source.read_bytes()
    with pytest.raises(AccessDenied):
        reader.upload(source, bucket, "key")
    with pytest.raises(AccessDenied):
        reader.list_objects(f"{bucket}-closed")
    assert waits.seconds == []


@pytest.mark.parametrize("reset", [True, False], ids=["reset", "ended early"])
def test_a_download_that_is_cut_is_tried_again(
    storage: Storage,
    storage_over_line: Storage,
    line: FaultyLine,
    waits: Waits,
    bucket: str,
    tmp_path: Path,
    reset: bool,
) -> None:
    source = source_of(tmp_path)
    storage.upload(source, bucket, "key")
    line.will(Cut("down", after=5 * MEGABYTE, times=2, reset=reset))
    target = storage_over_line.download(bucket, "key", tmp_path / "target")
    assert target.read_bytes() == source.read_bytes()
    assert line.cuts == 2
    assert waits.seconds == list(RETRY_WAITS[:2])
    assert files_in(tmp_path) == ["source", "target"]


@pytest.mark.parametrize("reset", [True, False], ids=["reset", "truncated"])
def test_a_download_that_is_always_cut_leaves_nothing_and_spares_what_was_there(
    storage: Storage,
    storage_over_line: Storage,
    line: FaultyLine,
    waits: Waits,
    bucket: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reset: bool,
) -> None:
    storage.upload(source_of(tmp_path), bucket, "key")
    (target := tmp_path / "target").write_text("what was there")
    line.will(Cut("down", after=5 * MEGABYTE, times=99, reset=reset))
    with pytest.raises(StorageUnavailable) as raised:
        storage_over_line.download(bucket, "key", target)
    assert raised.value.retriable
    assert line.cuts == 1 + len(RETRY_WAITS)
    assert waits.seconds == list(RETRY_WAITS)
    assert target.read_text() == "what was there"
    assert files_in(tmp_path) == ["source", "target"]

    (temporary := tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with pytest.raises(StorageUnavailable):
        storage_over_line.download_to_tmp(bucket, "key")
    assert files_in(temporary) == []


def test_an_upload_that_is_cut_is_tried_again(
    storage: Storage,
    storage_over_line: Storage,
    line: FaultyLine,
    waits: Waits,
    bucket: str,
    tmp_path: Path,
) -> None:
    source = source_of(tmp_path)
    line.will(Cut("up", after=3 * MEGABYTE, times=1))
    assert storage_over_line.upload(source, bucket, "key").size == 12 * MEGABYTE
    assert line.cuts == 1
    assert waits.seconds == list(RETRY_WAITS[:1])
    fetched = storage.download(bucket, "key", tmp_path / "target")
    assert fetched.read_bytes() == source.read_bytes()


def test_an_upload_that_is_always_cut_leaves_no_object(
    storage: Storage,
    storage_over_line: Storage,
    line: FaultyLine,
    waits: Waits,
    bucket: str,
    tmp_path: Path,
) -> None:
    line.will(Cut("up", after=3 * MEGABYTE, times=99))
    with pytest.raises(StorageUnavailable):
        storage_over_line.upload(source_of(tmp_path), bucket, "key")
    assert waits.seconds == list(RETRY_WAITS)
    assert storage.list_objects(bucket) == []


def test_storage_that_is_down_is_tried_again_and_then_said(
    minio_program: str, backend: str, waits: Waits, tmp_path: Path
) -> None:
    down = StorageServer(minio_program, tmp_path)
    storage = replace(Storage.connect(down.settings(backend)), sleep=waits)
    source = source_of(tmp_path, 10)
    before = files_in(tmp_path)
    with pytest.raises(StorageUnavailable):
        storage.upload(source, "bucket", "key")
    with pytest.raises(StorageUnavailable):
        storage.download("bucket", "key", tmp_path / "target")
    with pytest.raises(StorageUnavailable):
        storage.list_objects("bucket")
    assert waits.seconds == [*RETRY_WAITS] * 3
    assert files_in(tmp_path) == before


def test_storage_that_comes_back_while_we_wait_serves(
    minio_program: str, backend: str, tmp_path: Path
) -> None:
    (folder := tmp_path / "server").mkdir()
    (source := tmp_path / "source").write_text("kept")
    with StorageServer(minio_program, folder) as server:
        make_bucket(server, "bucket")
        Storage.connect(server.settings(backend)).upload(source, "bucket", "key")
        server.stop()

        def start_again(_: float) -> None:
            server.start()

        storage = replace(Storage.connect(server.settings(backend)), sleep=start_again)
        assert storage.download("bucket", "key", tmp_path / "target").read_text() == "kept"


@pytest.mark.parametrize("key", ["", "folder/", "..", "a/..", ".", "a\0b"])
def test_a_key_that_names_no_file_is_refused_before_anything_is_sent(
    storage_over_line: Storage, line: FaultyLine, bucket: str, key: str
) -> None:
    with pytest.raises(StorageRefused):
        storage_over_line.download_to_tmp(bucket, key)
    assert line.connections == 0


def test_a_bucket_name_that_cannot_be_is_refused(
    patient: Storage, waits: Waits, tmp_path: Path
) -> None:
    with pytest.raises(StorageError) as raised:
        patient.download("No Such/Bucket", "key", tmp_path / "target")
    assert not raised.value.retriable
    assert waits.seconds == []
    assert files_in(tmp_path) == []


def test_a_source_that_is_not_there_is_no_fault_of_the_storage(
    patient: Storage, waits: Waits, bucket: str, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        patient.upload(tmp_path / "absent", bucket, "key")
    assert waits.seconds == []


def test_a_full_disk_passes_through_and_leaves_nothing(
    storage: Storage, settings: StorageSettings, bucket: str, tmp_path: Path
) -> None:
    storage.upload(source_of(tmp_path), bucket, "key")
    (tmp_path / "target").write_text("what was there")

    def only_a_megabyte() -> None:
        # Writing beyond it fails as on a full disk (EFBIG) once the signal is ignored, see setrlimit(2).
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (MEGABYTE, MEGABYTE))

    program = (
        "import pathlib, sys; from storage_backends import StorageSettings as S;"
        "from storage_helper import Storage\n"
        "try: Storage.connect(S(*sys.argv[1:6])).download(*sys.argv[6:8], pathlib.Path(sys.argv[8]))\n"
        "except OSError as error: print(error.errno)"
    )
    words = (settings.endpoint, settings.access_key, settings.secret_key, settings.region)
    arguments = [*words, settings.backend, bucket, "key", str(tmp_path / "target")]
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        preexec_fn=only_a_megabyte,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ended.stdout, ended.returncode) == ("27\n", 0), ended.stderr
    assert (tmp_path / "target").read_text() == "what was there"
    assert files_in(tmp_path) == ["source", "target"]


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("S3_ENDPOINT", ""),
        ("S3_ENDPOINT", "minio:9000"),
        ("S3_ENDPOINT", "ftp://minio"),
        ("S3_ACCESS_KEY", ""),
        ("S3_SECRET_KEY", ""),
        ("S3_BACKEND", "azure"),
    ],
)
def test_a_setting_that_is_absent_or_unusable_is_named(variable: str, value: str) -> None:
    environment = {
        "S3_ENDPOINT": "http://minio:9000",
        "S3_ACCESS_KEY": "key",
        "S3_SECRET_KEY": "do not tell",
        variable: value,
    }
    with pytest.raises(StorageNotConfigured) as raised:
        StorageSettings.from_environment(environment)
    assert raised.value.variable == variable
    assert "do not tell" not in str(raised.value)
