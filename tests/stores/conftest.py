"""What the tests of the stores share."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from stores.fake import Fake, Handler


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """Run the store, with no credentials but the test's own."""
    for name in ("NOSOGRAPH_TOKEN", "NOSOGRAPH_USER", "NOSOGRAPH_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", "/dev/null")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    found = Fake()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"fake": found}))
    server.daemon_threads = True
    found.url = f"http://127.0.0.1:{server.server_port}/store"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()
