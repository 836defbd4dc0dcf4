"""Starts a service as its image does and asks it: for the smoke tests, which run inside of the image without network."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

START_SECONDS = 240


@contextmanager
def running(health: str = "/healthz") -> Iterator[httpx.Client]:
    """A client of the running service; ends with 1 and its output when it does not answer."""
    # Tests of several images may share the network of the machine that builds.
    port = str(free_port())
    process = subprocess.Popen(
        [sys.executable, "-m", "app"], cwd="/app", env={**os.environ, "PORT": port}
    )
    try:
        # Never by a proxy of that machine.
        with httpx.Client(
            base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False
        ) as client:
            wait_for(client, health, process)
            yield client
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(client: httpx.Client, health: str, process: "subprocess.Popen[bytes]") -> None:
    """Returns once the health check answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"smoke: the service ended with {process.returncode}")
        try:
            if client.get(health).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise SystemExit(f"smoke: {health} did not answer within {START_SECONDS} s")


def expect(condition: object, sentence: str) -> None:
    """Ends with a sentence unless something holds."""
    if not condition:
        raise SystemExit(f"smoke: {sentence}")
