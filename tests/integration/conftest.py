"""What the tests with real servers share: `make test-stores` installs what they need; without it they fail."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from integration.asked import QUERIES, Rows, plain
from integration.servers import Server, running
from nosograph.graph import Graph
from nosograph.stores import query

NAMES = ("oxigraph", "fuseki", "rdf4j", "virtuoso")


@pytest.fixture(scope="session", params=NAMES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give each server in turn, running."""
    with running(request.param, tmp_path_factory.mktemp(request.param)) as found:
        yield found


@pytest.fixture(scope="session")
def loaded(server: Server, graphs: Path) -> Server:
    """Give each server in turn with the graphs in it."""
    ran = subprocess.run(
        [sys.executable, "-m", "nosograph", "load", graphs, server.url],
        env=server.environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return server


@pytest.fixture(scope="session")
def graphs(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the exported graph with a second article beside it that contradicts it, so that every query has rows."""
    trig = (root / "out" / "ipex-syndrome.nq").read_text(encoding="utf-8")
    other = trig.replace("/ipex-syndrome", "/ipex-other").replace("nosograph/claim/", "nosograph/claim/a")
    other = other.replace("nosograph/evidence/", "nosograph/evidence/a")
    other = other.replace("vocab/affirmed>", "vocab/negated>").replace("MONDO_0010580", "MONDO_0000001")
    again = re.sub(r"nosograph/claim/(\w)", r"nosograph/claim/b\1", trig).replace("/ipex-syndrome", "/ipex-again")
    again = again.replace("nosograph/evidence/", "nosograph/evidence/b")
    path = tmp_path_factory.mktemp("graphs") / "graphs.nq"
    path.write_text(trig + other + again.replace("vocab/affirmed>", "vocab/negated>"), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def rows(graphs: Path) -> dict[str, Rows]:
    """Give what every named query gives in pyoxigraph."""
    graph = Graph.load(graphs)
    return {name: Counter(plain(row) for row in query(graph, named=name).terms) for name in QUERIES}


@pytest.fixture(scope="session")
def nosograph() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Run the command line in a process of its own."""

    def run(*words: object, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "nosograph", *map(str, words)]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=env)

    return run
