"""Run time, memory, and the memory limit: of trees as kernels show them, and under a real limit."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from metrics_helper import (
    measure,
    memory_available_bytes,
    memory_limit_bytes,
    memory_used_bytes,
    peak_memory_bytes,
)

MIB = 1 << 20
V1_UNLIMITED = "9223372036854771712"
CGROUPS = Path("/sys/fs/cgroup")


def tree(folder: Path, membership: str, files: dict[str, str]) -> tuple[Path, Path]:
    """A /proc and a /sys/fs/cgroup with these files."""
    proc, cgroups = folder / "proc", folder / "cgroup"
    (proc / "self").mkdir(parents=True)
    (proc / "self/cgroup").write_text(membership)
    for name, text in files.items():
        (cgroups / name).parent.mkdir(parents=True, exist_ok=True)
        (cgroups / name).write_text(f"{text}\n")
    return proc, cgroups


@pytest.mark.parametrize(
    ("membership", "files", "limit"),
    [
        pytest.param("0::/\n", {"memory.max": str(64 * MIB)}, 64 * MIB, id="v2 in a container"),
        pytest.param("0::/\n", {"memory.max": "max"}, None, id="v2 without a limit"),
        pytest.param(
            "0::/pods/one\n",
            {"pods/memory.max": str(32 * MIB), "pods/one/memory.max": "max"},
            32 * MIB,
            id="v2, the limit of a group above",
        ),
        pytest.param(
            "0::/pods/one\n",
            {"pods/memory.max": str(512 * MIB), "pods/one/memory.max": str(48 * MIB)},
            48 * MIB,
            id="v2, the smaller of two",
        ),
        pytest.param(
            "0::/../../pods\n", {"memory.max": str(64 * MIB)}, 64 * MIB, id="v2, group outside"
        ),
        pytest.param(
            "9:memory:/docker/abc\n0::/\n",
            {"memory/memory.limit_in_bytes": str(96 * MIB)},
            96 * MIB,
            id="v1 in a container, which shows the host's path",
        ),
        pytest.param(
            "9:memory:/docker/abc\n",
            {
                "memory/memory.limit_in_bytes": V1_UNLIMITED,
                "memory/docker/abc/memory.limit_in_bytes": str(80 * MIB),
            },
            80 * MIB,
            id="v1 on the host",
        ),
        pytest.param(
            "9:cpu,memory:/\n",
            {"memory/memory.limit_in_bytes": V1_UNLIMITED},
            None,
            id="v1 without a limit",
        ),
        pytest.param(
            "9:memory:/a\n0::/b\n",
            {
                "memory/a/memory.limit_in_bytes": V1_UNLIMITED,
                "unified/b/memory.max": str(40 * MIB),
            },
            40 * MIB,
            id="both, the limit in v2",
        ),
        pytest.param("0::/a:b c\n", {"a:b c/memory.max": str(MIB)}, MIB, id="odd group name"),
        pytest.param("", {}, None, id="no groups at all"),
        pytest.param("0::/\n", {"memory.max": "garbage"}, None, id="a value nobody knows"),
    ],
)
def test_the_limit_of_a_tree(
    tmp_path: Path, membership: str, files: dict[str, str], limit: int | None
) -> None:
    proc, cgroups = tree(tmp_path, membership, files)
    assert memory_limit_bytes(proc, cgroups) == limit


def test_available_memory_is_the_smaller_of_limit_and_machine(tmp_path: Path) -> None:
    proc, cgroups = tree(tmp_path, "0::/\n", {"memory.max": str(64 * MIB)})
    (proc / "meminfo").write_text("MemTotal:       32768 kB\nMemFree: 1 kB\n")
    assert memory_available_bytes(proc, cgroups) == 32 * MIB
    (cgroups / "memory.max").write_text(str(16 * MIB))
    assert memory_available_bytes(proc, cgroups) == 16 * MIB
    (cgroups / "memory.max").write_text("max")
    assert memory_available_bytes(proc, cgroups) == 32 * MIB


def test_a_measurement_counts_time_processor_and_memory() -> None:
    with measure() as taken:
        time.sleep(0.05)
        until = time.process_time() + 0.05
        while time.process_time() < until:
            pass
        held = bytearray(64 * MIB)
        held[::4096] = b"x" * len(held[::4096])
    assert taken.wall_seconds >= 0.1
    assert 0.05 <= taken.cpu_seconds <= taken.wall_seconds + 0.05
    assert taken.rss_bytes > 64 * MIB
    assert taken.peak_rss_bytes >= 64 * MIB
    assert set(taken.fields()) == {"wall_seconds", "cpu_seconds", "rss_bytes", "peak_rss_bytes"}


def test_a_measurement_is_complete_when_the_block_raises() -> None:
    with pytest.raises(KeyError), measure() as taken:
        time.sleep(0.01)
        raise KeyError
    assert taken.wall_seconds >= 0.01
    assert taken.rss_bytes > 0


def test_used_memory_is_what_the_kernel_says() -> None:
    assert 10 * MIB < memory_used_bytes() <= peak_memory_bytes() + MIB
    assert memory_used_bytes(Path("/nonexistent")) == 0


class RealGroup:
    """A control group of this machine's kernel, v1 or v2, whichever has the memory controller."""

    def __init__(self, folder: Path, limit_file: str) -> None:
        self._folder = folder
        self._limit_file = limit_file
        folder.mkdir()

    def limit(self, value: int) -> None:
        """Set the limit in bytes."""
        (self._folder / self._limit_file).write_text(str(value))

    def below(self, name: str) -> RealGroup:
        """A group inside of this one."""
        return RealGroup(self._folder / name, self._limit_file)

    def python(self, program: str) -> subprocess.CompletedProcess[str]:
        """Run a Python program whose process is in this group."""
        enter = self._folder / "cgroup.procs"
        return subprocess.run(
            ["/bin/sh", "-c", 'echo $$ >"$0" && exec "$@"', enter, sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=False,
            text=True,
        )

    def remove(self) -> None:
        """Remove the group and what is inside."""
        for folder in sorted(self._folder.rglob("*/"), reverse=True):
            folder.rmdir()
        self._folder.rmdir()


@pytest.fixture
def group() -> Iterator[RealGroup]:
    """A fresh group; making one takes root's rights on the host."""
    if os.environ.get("FAVE_MEMORY_LIMIT"):
        pytest.skip("inside a container: the limit is that of FAVE_MEMORY_LIMIT")
    if os.geteuid() != 0:
        pytest.skip("a control group can be made by root only")
    name = f"common-tests-{uuid.uuid4().hex[:8]}"
    if (CGROUPS / "memory").is_dir():
        made = RealGroup(CGROUPS / "memory" / name, "memory.limit_in_bytes")
    else:
        with suppress(OSError):
            (CGROUPS / "cgroup.subtree_control").write_text("+memory")
        made = RealGroup(CGROUPS / name, "memory.max")
    yield made
    made.remove()


SAY_LIMIT = "from metrics_helper import *; print(memory_limit_bytes(), memory_available_bytes())"


def test_a_real_limit_is_found(group: RealGroup) -> None:
    group.limit(192 * MIB)
    assert group.python(SAY_LIMIT).stdout.split() == [str(192 * MIB)] * 2


def test_a_real_limit_of_the_group_above_is_found(group: RealGroup) -> None:
    inner = group.below("inner")
    group.limit(160 * MIB)
    assert inner.python(SAY_LIMIT).stdout.split() == [str(160 * MIB)] * 2


def test_the_kernel_holds_the_limit_that_we_say(group: RealGroup) -> None:
    group.limit(96 * MIB)
    greedy = "from metrics_helper import *; x = bytearray(b'x') * (2 * memory_limit_bytes())"
    modest = "from metrics_helper import *; x = bytearray(b'x') * (memory_limit_bytes() // 4)"
    assert group.python(modest).returncode == 0
    assert group.python(greedy).returncode != 0


def test_inside_a_container_the_limit_is_the_containers() -> None:
    expected = os.environ.get("FAVE_MEMORY_LIMIT")
    if not expected:
        pytest.skip("not inside a container with a limit; `make fave-test` runs this there")
    assert memory_limit_bytes() == int(expected)
    assert memory_available_bytes() == int(expected)
