"""Loads that go wrong, on real servers and in a folder: in the end each graph holds the file's triples, and no others."""

import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse

from integration.conftest import NAMES
from integration.disk import disk
from integration.relay import Relay, relaying
from integration.servers import Server, running
from nosograph.errors import StoreError
from nosograph.stores import load, query
from nosograph.stores.remote import Remote
from nosograph.stores.wire import Patience

pytestmark = [pytest.mark.integration, pytest.mark.enable_socket]
KILLS = 10
LARGE = {"oxigraph": 21_000_000, "virtuoso": 8_500_000}
"""Bytes from which a server's preset takes another way."""
LOAD = (sys.executable, "-m", "nosograph", "load")
Command = Callable[..., "subprocess.CompletedProcess[str]"]


def counts(path: Path) -> dict[str, int]:
    """Count a file's triples by graph."""
    return dict(Counter(quad.graph_name.value for quad in parse(path=str(path), format=RdfFormat.N_QUADS)))


def counted(source: Any) -> dict[str, int]:
    """Let a store count its triples by graph; Virtuoso has some graphs of its own."""
    asked = query(source, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    found = {str(row["g"]): int(str(row["n"])) for row in asked}
    return {name: number for name, number in found.items() if name.startswith(("https://w3id.org/", "urn:of-a-fault"))}


@pytest.fixture(scope="module", params=NAMES)
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give each server in turn, to be mistreated."""
    with running(request.param, tmp_path_factory.mktemp(request.param)) as found:
        yield found


@pytest.fixture
def relay(own: Server) -> Iterator[Relay]:
    """Stand before the server."""
    with relaying(own.port) as found:
        yield found


def written(path: Path, export: Path, large: int) -> Path:
    """Write three articles, a graph of blank nodes, and one of so many bytes that can hardly be compressed."""
    text, chance = export.read_text(encoding="utf-8"), random.Random(0)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(3):
            made = text.replace("nosograph/article/", f"nosograph/article/{number}-")
            stream.write(made.replace("nosograph/claim/", f"nosograph/claim/{number}-"))
        for number in range(500):
            stream.write(f'_:b{number} <http://e.org/p> "{chance.randbytes(20).hex()}" <urn:of-a-fault:blank> .\n')
        for number in range(large // 1500):
            words = chance.randbytes(725).hex()
            stream.write(f'<http://e.org/{number}> <http://e.org/p> "{words}" <urn:of-a-fault:large> .\n')
    return path


@pytest.fixture(scope="module")
def quads(own: Server, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file for the server, with a graph that it gets in a way of its own where it has one."""
    path = tmp_path_factory.mktemp("quads") / "quads.nq"
    return written(path, root / "out" / "ipex-syndrome.nq", LARGE.get(own.name, 1_000_000))


def impatient(quads: Path, server: Server, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Load in this process, trying as often as ever, and waiting less."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    assert all(one.equal for one in load([quads], Remote(url, patience=Patience(first=0.01))))


def before(relay: Relay, server: Server) -> str:
    """Give the server's address, by way of the relay."""
    return server.url.replace(f":{server.port}", f":{relay.port}")


def test_a_killed_loader_is_mended_by_running_it_again(own: Server, relay: Relay, quads: Path, nosograph: Command) -> None:
    """Killed at ten moments of its way, the loader run again leaves the server as the files are."""
    url, chance = before(relay, own), random.Random(own.name)
    assert nosograph("load", quads, url, env=own.environment).returncode == 0
    whole = relay.passed
    for _ in range(KILLS):
        relay.passed, relay.until = 0, chance.randrange(1, whole * 9 // 10)
        with subprocess.Popen([*LOAD, quads, url], env=own.environment, stderr=subprocess.PIPE) as loader:
            relay.act = loader.kill
            assert loader.wait(timeout=300) == -signal.SIGKILL
        relay.until = 0
        ran = nosograph("load", quads, url, env=own.environment)
        assert ran.returncode == 0, ran.stderr
        assert counted(own.url) == counts(quads)


def test_a_killed_server_is_waited_for(own: Server, relay: Relay, quads: Path, nosograph: Command) -> None:
    """A server killed on the way and started again has it all in the end: at once, or when the load is run again."""
    url, chance = before(relay, own), random.Random(own.name)
    assert nosograph("load", quads, url, env=own.environment).returncode == 0
    whole = relay.passed

    for _ in range(2):
        starting = threading.Thread(target=own.start)

        def fall(starting: threading.Thread = starting) -> None:
            own.kill()
            starting.start()

        relay.passed, relay.until, relay.act = 0, chance.randrange(whole // 10, whole * 9 // 10), fall
        ran = nosograph("load", quads, url, env=own.environment)
        starting.join()
        if ran.returncode:
            assert (ran.returncode, ran.stderr.count("\n")) == (2, 1), ran.stderr
            ran = nosograph("load", quads, url, env=own.environment)
        assert ran.returncode == 0, ran.stderr
        assert counted(own.url) == counts(quads)


@pytest.mark.parametrize("faults", [["500", "500"], ["cut", "lose"]])
def test_what_passes_is_tried_again(
    own: Server, relay: Relay, quads: Path, nosograph: Command, faults: list[str]
) -> None:
    """Where the server fails twice, or the connection is dropped twice, the load succeeds, and nothing is doubled."""
    relay.faults = list(faults)
    ran = nosograph("load", quads, before(relay, own), env=own.environment)
    assert ran.returncode == 0, ran.stderr
    assert relay.faults == []
    assert counted(own.url) == counts(quads)


@pytest.mark.parametrize(("fault", "said"), [("500", "HTTP 500"), ("cut", "no connection"), ("lose", "no connection")])
def test_what_does_not_pass_is_one_line_and_mended_later(
    own: Server, relay: Relay, quads: Path, monkeypatch: pytest.MonkeyPatch, fault: str, said: str
) -> None:
    """Where every attempt fails there is one clear line; once the fault is gone, to load again makes it whole."""
    relay.always = fault
    with pytest.raises(StoreError, match=said) as raised:
        impatient(quads, own, before(relay, own), monkeypatch)
    assert "\n" not in str(raised.value)
    relay.always = ""
    impatient(quads, own, before(relay, own), monkeypatch)
    assert counted(own.url) == counts(quads)


def test_a_server_that_is_down_is_one_line(own: Server, quads: Path, nosograph: Command) -> None:
    """A server that is down is exit code 2 and one line, for loading and for asking."""
    own.kill()
    try:
        for words in (("load", quads, own.url), ("query", own.url, "ASK { ?s ?p ?o }")):
            ran = nosograph(*words, env=own.environment)
            assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
            assert f"http://127.0.0.1:{own.port}" in ran.stderr
            assert "no connection" in ran.stderr
    finally:
        own.start()


SMALL = {"oxigraph": "10m", "fuseki": "10m", "rdf4j": "10m", "virtuoso": "60m"}
"""A disk on which each server starts, and that the file does not fit on."""


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_is_one_line_and_mended_later(
    name: str, root: Path, tmp_path: Path, nosograph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a server's disk is full the load ends with one line; given room, to load again makes it whole."""
    quads = written(tmp_path / "quads.nq", root / "out" / "ipex-syndrome.nq", 21_000_000)
    server = Server(name=name, folder=tmp_path / name)
    with disk(server.folder / "data", SMALL[name]) as small:
        server.enter = small.enter
        server.start()
        try:
            with pytest.raises(StoreError) as raised:
                impatient(quads, server, server.url, monkeypatch)
            assert "\n" not in str(raised.value)
            server.kill()
            small.grow("2g")
            server.start()
            ran = nosograph("load", quads, server.url, env=server.environment)
            assert ran.returncode == 0, ran.stderr
            assert counted(server.url) == counts(quads)
        finally:
            server.kill()
