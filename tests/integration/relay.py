"""What stands between a client and a server and fails on purpose: it hangs up, answers 500, or asks for a token."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_LARGE = 10_000
"""Bytes from which a body is one of triples; questions are shorter."""
_BLOCK = 1 << 16
_END = b"Connection: close\r\n"
_BROKEN = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 8\r\n" + _END + b"\r\nit broke"
_WHO = b"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\nContent-Length: 0\r\n" + _END + b"\r\n"


def nothing() -> None:
    """Do nothing."""


@dataclass(kw_only=True)
class Relay:
    """Hand requests on to a server of this machine, one a connection, on a port of its own.

    `faults` befall the next requests with triples, each once, and `always` all those after: `500` is answered when the
    body was read, `cut` hangs up in the middle of the body, `lose` hangs up when the server has done it, before the
    answer. Requests without `token` are turned away where there is one. When `until` bytes have come from the client,
    `act` is called, once; `passed` counts them.
    """

    to: int
    faults: list[str] = field(default_factory=list)
    always: str = ""
    token: str = ""
    until: int = 0
    act: Callable[[], None] = nothing
    passed: int = 0
    port: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def serve(self, client: socket.socket) -> None:
        """Relay one connection."""
        with suppress(OSError), client:
            client.settimeout(120)
            head, rest = _head(client)
            self._count(len(head) + len(rest))
            length = next(
                (int(line[15:]) for line in head.lower().splitlines() if line.startswith(b"content-length:")), 0
            )
            if self.token and f"\r\nAuthorization: Bearer {self.token}\r\n".encode() not in head:
                _answer(client, _WHO)
                return
            fault = self._fault() if length >= _LARGE else ""
            if fault == "500":
                self._pass(client, length - len(rest), lambda _: None)
                _answer(client, _BROKEN)
                return
            with socket.create_connection(("127.0.0.1", self.to), timeout=120) as server:
                server.sendall(head + rest)
                self._pass(client, (length // 2 if fault == "cut" else length) - len(rest), server.sendall)
                if fault == "cut":
                    return
                data = b"".join(_head(server))  # says that the connection ends, lest it be used once more
                while data:
                    if fault != "lose":
                        client.sendall(data)
                    data = server.recv(_BLOCK)

    def _pass(self, client: socket.socket, left: int, on: Callable[[bytes], object]) -> None:
        while left > 0:
            data = client.recv(min(_BLOCK, left))
            if not data:
                raise ConnectionError("the client hung up")
            left -= len(data)
            self._count(len(data))
            on(data)

    def _fault(self) -> str:
        with self._lock:
            return self.faults.pop(0) if self.faults else self.always

    def _count(self, size: int) -> None:
        with self._lock:
            before, self.passed = self.passed, self.passed + size
        if before < self.until <= self.passed:
            self.act()


def _answer(client: socket.socket, words: bytes) -> None:
    """Answer, and hang up once the client has: to hang up on what was not read would take the answer back."""
    client.sendall(words)
    client.shutdown(socket.SHUT_WR)
    while client.recv(_BLOCK):
        pass


def _head(client: socket.socket) -> tuple[bytes, bytes]:
    """Read the head of a request or an answer, made to end the connection, and what came behind it."""
    data = b""
    while b"\r\n\r\n" not in data:
        read = client.recv(_BLOCK)
        if not read:
            raise ConnectionError("the other side hung up")
        data += read
    head, _, rest = data.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return b"\r\n".join(lines) + b"\r\n" + _END + b"\r\n", rest


@contextmanager
def relaying(to: int) -> Iterator[Relay]:
    """Run a relay to a port for as long as it is needed."""
    relay = Relay(to=to)
    with socket.create_server(("127.0.0.1", 0)) as door:
        relay.port = door.getsockname()[1]

        def work() -> None:
            while True:
                try:
                    client, _ = door.accept()
                except OSError:  # the door is shut
                    return
                threading.Thread(target=relay.serve, args=(client,), daemon=True).start()

        threading.Thread(target=work, daemon=True).start()
        yield relay
        door.shutdown(socket.SHUT_RDWR)
