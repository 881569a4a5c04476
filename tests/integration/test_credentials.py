"""Credentials to real servers: each way in, from the environment or netrc, and never in what is printed."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integration.relay import relaying
from integration.servers import Server

pytestmark = [pytest.mark.integration, pytest.mark.enable_socket]
RIGHT, WRONG = "op3n-sesame", "n0t-sesame"
WAYS = {"fuseki": ("basic", "digest"), "virtuoso": ("digest",)}
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module", params=[(name, way) for name, ways in WAYS.items() for way in ways], ids="-".join)
def guarded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """Give each server that asks for a password, and the way to send it."""
    name, way = request.param
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "passwords").write_text(f"dba: {RIGHT}\n")
    words = ("--passwd", str(folder / "passwords"), "--auth", way) if name == "fuseki" else ()
    server = Server(name=name, folder=folder, words=words)
    server.start()
    yield server, way
    server.kill()


def test_credentials(guarded: tuple[Server, str], root: Path, tmp_path: Path, nosograph: Command) -> None:
    """The right password lets in, from the environment and from netrc; a wrong one and none are one line without it."""
    server, way = guarded
    right = "dba" if server.name == "virtuoso" else RIGHT
    bare = {key: value for key, value in server.environment.items() if not key.startswith("NOSOGRAPH_")}
    words = ("load", root / "out" / "ipex-syndrome.nq", server.url, "--auth", way)
    for environment in (bare, {**bare, "NOSOGRAPH_USER": "dba", "NOSOGRAPH_PASSWORD": WRONG}):
        ran = nosograph(*words, env=environment)
        assert (ran.returncode, ran.stderr.count("\n")) == (2, 1), ran.stderr
        assert "HTTP 401" in ran.stderr
        assert "set NOSOGRAPH_USER and NOSOGRAPH_PASSWORD" in ran.stderr
        assert WRONG not in ran.stdout + ran.stderr
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine 127.0.0.1 login dba password {right}\n")
    for given in ({"NOSOGRAPH_USER": "dba", "NOSOGRAPH_PASSWORD": right}, {"NETRC": str(netrc)}):
        ran = nosograph(*words, env=bare | given)
        assert ran.returncode == 0, ran.stderr
        assert right == "dba" or right not in ran.stdout + ran.stderr


def test_a_token(tmp_path: Path, root: Path, nosograph: Command) -> None:
    """A bearer token lets in past what guards a server; a wrong one and none are one line without it."""
    server = Server(name="oxigraph", folder=tmp_path)
    server.start()
    try:
        with relaying(server.port) as relay:
            relay.token = RIGHT
            words = ("load", root / "out" / "ipex-syndrome.nq", server.url.replace(f":{server.port}", f":{relay.port}"))
            for given in ({}, {"NOSOGRAPH_TOKEN": WRONG}):
                ran = nosograph(*words, "--preset", "oxigraph", env=server.environment | given)
                assert (ran.returncode, ran.stderr.count("\n")) == (2, 1), ran.stderr
                assert "HTTP 401" in ran.stderr
                assert WRONG not in ran.stdout + ran.stderr
            ran = nosograph(*words, "--preset", "oxigraph", env=server.environment | {"NOSOGRAPH_TOKEN": RIGHT})
            assert ran.returncode == 0, ran.stderr
            assert RIGHT not in ran.stdout + ran.stderr
    finally:
        server.kill()
