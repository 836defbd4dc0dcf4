"""A TCP connection that can be bad: it passes bytes on until it is told to cut, stall or refuse."""

from __future__ import annotations

import select
import socket
import struct
import threading
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Literal

_BLOCK = 64 * 1024


@dataclass(frozen=True)
class Cut:
    """End a connection when ``after`` bytes went one way.

    ``reset`` aborts it, as a crashed peer does; otherwise it ends in good order, as a proxy does that
    gives up. ``times`` connections are cut, later ones pass.
    """

    way: Literal["up", "down"]
    after: int
    times: int
    reset: bool = True


class FaultyLine(AbstractContextManager["FaultyLine"]):
    """A port of 127.0.0.1 that leads to another one."""

    def __init__(self, upstream_port: int) -> None:
        self._upstream = ("127.0.0.1", upstream_port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._lock = threading.Lock()
        self._cut: Cut | None = None
        self._cuts_left = 0
        self.connections = 0
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def endpoint(self) -> str:
        """Address for clients."""
        return f"http://127.0.0.1:{self.port}"

    def will(self, cut: Cut | None) -> None:
        """What happens to the connections from now on; None lets all pass."""
        with self._lock:
            self._cut = cut
            self._cuts_left = cut.times if cut else 0
            self.cuts = 0

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self.connections += 1
                server = socket.create_connection(self._upstream)
                threading.Thread(target=self._pass_on, args=(client, server), daemon=True).start()

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        # One thread for both ways: a socket that another thread reads from is not reset by closing it.
        passed = {"up": 0, "down": 0}
        with suppress(OSError), client, server:
            while True:
                for source in select.select([client, server], [], [])[0]:
                    way = "up" if source is client else "down"
                    sink = server if source is client else client
                    block = source.recv(_BLOCK)
                    cut = self._cut
                    if cut and cut.way == way and self._is_due(cut, passed[way] + len(block)):
                        sink.sendall(block[: max(0, cut.after - passed[way])])
                        if cut.reset:
                            _reset_on_close(client)
                            _reset_on_close(server)
                        return
                    if not block:
                        return
                    sink.sendall(block)
                    passed[way] += len(block)

    def _is_due(self, cut: Cut, bytes_passed: int) -> bool:
        with self._lock:
            if bytes_passed <= cut.after or self._cuts_left == 0:
                return False
            self._cuts_left -= 1
            self.cuts += 1
            return True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._listener.close()


def _reset_on_close(connection: socket.socket) -> None:
    # Closing with a linger time of zero sends RST (socket(7), SO_LINGER).
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
