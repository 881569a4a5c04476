"""Loads into real servers that go wrong: in the end each graph holds the file's triples, and no others."""

import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integration.conftest import NAMES
from integration.disk import disk
from integration.relay import relaying
from integration.scenes import LOAD, Scene, counted, counts, impatient, seeded, written
from integration.servers import Server, running
from nosograph.errors import StoreError

pytestmark = [pytest.mark.integration, pytest.mark.enable_socket]
KILLS = 10
LARGE = {"oxigraph": 21_000_000, "virtuoso": 8_500_000}
"""Bytes from which a server gets a graph in another way."""
SMALL = {"oxigraph": "10m", "fuseki": "10m", "rdf4j": "10m", "virtuoso": "60m"}
"""A disk on which each server starts, and that a large file does not fit on."""
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module", params=NAMES)
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give each server in turn, to be mistreated."""
    with running(request.param, tmp_path_factory.mktemp(request.param)) as found:
        yield found


@pytest.fixture(scope="module")
def quads(own: Server, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file with a graph that the server gets in a way of its own, where it has one."""
    path = tmp_path_factory.mktemp("quads") / "quads.nq"
    return written(path, root / "out" / "ipex-syndrome.nq", LARGE.get(own.name, 1_000_000))


@pytest.fixture
def scene(own: Server, quads: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """Stand before the server, with its credentials in the environment."""
    for name, value in own.environment.items():
        monkeypatch.setenv(name, value)
    with relaying(own.port) as relay:
        yield Scene(server=own, relay=relay, quads=quads)


def test_a_killed_loader_is_mended_by_running_it_again(scene: Scene, nosograph: Command) -> None:
    """Killed at ten moments of its way, the loader run again leaves the server as the files are."""
    relay, chance = scene.relay, seeded(scene.server.name)
    assert nosograph("load", scene.quads, scene.url).returncode == 0
    sent = relay.passed
    for _ in range(KILLS):
        relay.passed, relay.until = 0, chance.randrange(1, sent * 9 // 10)
        with subprocess.Popen([*LOAD, scene.quads, scene.url], stderr=subprocess.PIPE) as loader:
            relay.act = loader.kill
            assert loader.wait(timeout=300) == -signal.SIGKILL
        relay.until = 0
        ran = nosograph("load", scene.quads, scene.url)
        assert ran.returncode == 0, ran.stderr
        assert scene.whole()


def test_a_killed_server_is_waited_for(scene: Scene, nosograph: Command) -> None:
    """A server killed on the way and started again has it all in the end: at once, or when the load is run again."""
    relay, chance = scene.relay, seeded(scene.server.name)
    assert nosograph("load", scene.quads, scene.url).returncode == 0
    starting = threading.Thread(target=scene.server.start)

    def fall() -> None:
        scene.server.kill()
        starting.start()

    sent, relay.passed, relay.act = relay.passed, 0, fall
    relay.until = chance.randrange(sent // 10, sent * 9 // 10)
    ran = nosograph("load", scene.quads, scene.url)
    starting.join()
    if ran.returncode:
        assert (ran.returncode, ran.stderr.count("\n")) == (2, 1), ran.stderr
        ran = nosograph("load", scene.quads, scene.url)
    assert ran.returncode == 0, ran.stderr
    assert scene.whole()


@pytest.mark.parametrize("faults", [["500", "500"], ["cut", "lose"]])
def test_what_passes_is_tried_again(scene: Scene, nosograph: Command, faults: list[str]) -> None:
    """Where the server fails twice, or the connection is dropped twice, the load succeeds, and nothing is doubled."""
    scene.relay.faults = list(faults)
    ran = nosograph("load", scene.quads, scene.url)
    assert ran.returncode == 0, ran.stderr
    assert scene.relay.faults == []
    assert scene.whole()


@pytest.mark.parametrize(("fault", "said"), [("500", "HTTP 500"), ("cut", "no connection"), ("lose", "no connection")])
def test_what_does_not_pass_is_one_line_and_mended_later(scene: Scene, fault: str, said: str) -> None:
    """Where every attempt fails there is one clear line; once the fault is gone, to load again makes it whole."""
    scene.relay.always = fault
    with pytest.raises(StoreError, match=said) as raised:
        impatient(scene.quads, scene.url)
    assert "\n" not in str(raised.value)
    scene.relay.always = ""
    assert impatient(scene.quads, scene.url)
    assert scene.whole()


def test_a_server_that_is_down_is_one_line(scene: Scene, nosograph: Command) -> None:
    """A server that is down is exit code 2 and one line, for loading and for asking."""
    url = scene.server.url
    scene.server.kill()
    try:
        for words in (("load", scene.quads, url), ("query", url, "ASK { ?s ?p ?o }")):
            ran = nosograph(*words)
            assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
            assert f"http://127.0.0.1:{scene.server.port}" in ran.stderr
            assert "no connection" in ran.stderr
    finally:
        scene.server.start()


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk_is_one_line_and_mended_later(
    name: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a server's disk is full the load ends with one line; given room, to load again makes it whole."""
    quads = written(tmp_path / "quads.nq", root / "out" / "ipex-syndrome.nq", 21_000_000)
    server = Server(name=name, folder=tmp_path / name)
    for key, value in server.environment.items():
        monkeypatch.setenv(key, value)
    with disk(server.folder / "data", SMALL[name]) as small:
        server.enter = small.enter
        server.start()
        try:
            with pytest.raises(StoreError) as raised:
                impatient(quads, server.url)
            assert "\n" not in str(raised.value)
            server.kill()
            small.grow("2g")
            server.start()
            assert impatient(quads, server.url)
            assert counted(server.url) == counts(quads)
        finally:
            server.kill()
