"""Run time and memory of a stage, and how much memory it may use.

Memory limits are read from cgroup v2 (``memory.max``) and v1 (``memory.limit_in_bytes``):
https://docs.kernel.org/admin-guide/cgroup-v2.html and …/cgroup-v1/memory.html.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

# v1 says "no limit" with the largest multiple of the page size; nothing real comes near.
_V1_UNLIMITED = 1 << 60


@dataclass
class Measurement:
    """What a stage used; filled in when its ``measure`` block ends."""

    wall_seconds: float = 0.0
    cpu_seconds: float = 0.0
    rss_bytes: int = 0
    peak_rss_bytes: int = 0

    def fields(self) -> dict[str, float | int]:
        """The numbers by name, rounded to milliseconds, for ``log_event`` or a ``StageResult``."""
        return {
            "wall_seconds": round(self.wall_seconds, 3),
            "cpu_seconds": round(self.cpu_seconds, 3),
            "rss_bytes": self.rss_bytes,
            "peak_rss_bytes": self.peak_rss_bytes,
        }


@contextmanager
def measure() -> Iterator[Measurement]:
    """Measure the block; the result is complete also when the block raises.

    CPU time is this process's, all threads. ``peak_rss_bytes`` is the peak since the process
    started, which the block may not have caused.
    """
    taken = Measurement()
    wall = time.perf_counter()
    cpu = time.process_time()
    try:
        yield taken
    finally:
        taken.wall_seconds = time.perf_counter() - wall
        taken.cpu_seconds = time.process_time() - cpu
        taken.rss_bytes = memory_used_bytes()
        taken.peak_rss_bytes = peak_memory_bytes()


def memory_used_bytes(proc: Path = Path("/proc")) -> int:
    """Resident memory of this process now; 0 where /proc does not tell."""
    for line in _lines(proc / "self/status"):
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def peak_memory_bytes() -> int:
    """Largest resident memory of this process so far (Linux reports KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def memory_limit_bytes(
    proc: Path = Path("/proc"), cgroups: Path = Path("/sys/fs/cgroup")
) -> int | None:
    """The memory limit that holds for this process, or None when there is none.

    The smallest limit of our group and all groups above it counts, for a parent's limit binds its
    children. Where the group's path is not visible (v1 in a container shows the host's path), the
    root of what is mounted is our own group.
    """
    found: list[int] = []
    for line in _lines(proc / "self/cgroup"):
        hierarchy, controllers, path = line.split(":", 2)
        if hierarchy == "0" and controllers == "":
            found += _limits(cgroups, path, "memory.max")
            # Hybrid hosts mount v2 one level down.
            found += _limits(cgroups / "unified", path, "memory.max")
        elif "memory" in controllers.split(","):
            found += _limits(cgroups / "memory", path, "memory.limit_in_bytes")
    return min(found, default=None)


def memory_available_bytes(
    proc: Path = Path("/proc"), cgroups: Path = Path("/sys/fs/cgroup")
) -> int:
    """What this process may count on: its limit, or the machine's memory where that is less."""
    limit = memory_limit_bytes(proc, cgroups)
    machine = next(
        (
            int(line.split()[1]) * 1024
            for line in _lines(proc / "meminfo")
            if line.startswith("MemTotal:")
        ),
        0,
    )
    return min(limit, machine) if limit is not None and machine else limit or machine


def _limits(mount: Path, path: str, name: str) -> list[int]:
    """All limits set from the group at ``path`` up to the root of the mount."""
    inside = [part for part in PurePosixPath(path).parts if part not in {"/", ".."}]
    folders = [mount.joinpath(*inside[:depth]) for depth in range(len(inside), -1, -1)]
    values = (_limit(folder / name) for folder in folders)
    return [value for value in values if value is not None]


def _limit(file: Path) -> int | None:
    text = "".join(_lines(file)).strip()
    if not text.isdigit():
        return None
    value = int(text)
    return value if value < _V1_UNLIMITED else None


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []
