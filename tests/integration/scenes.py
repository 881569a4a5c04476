"""What loads that go wrong are made of: a file, a store it goes to, and the numbers that show it is there once."""

import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, parse

from integration.relay import Relay
from integration.servers import Server
from nosograph.stores import load, query
from nosograph.stores.remote import Remote
from nosograph.stores.wire import Patience

LOAD = (sys.executable, "-m", "nosograph", "load")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Hold a server, a relay before it, and a file to load."""

    server: Server
    relay: Relay
    quads: Path

    @property
    def url(self) -> str:
        """The server's address by way of the relay."""
        return self.server.url.replace(f":{self.server.port}", f":{self.relay.port}")

    def whole(self) -> bool:
        """Say whether the server holds the file's graphs, triple for triple as many."""
        return counted(self.server.url) == counts(self.quads)


def written(path: Path, export: Path, large: int) -> Path:
    """Write three articles, a graph of blank nodes, and one of so many bytes that can hardly be compressed."""
    text, chance = export.read_text(encoding="utf-8"), seeded("file")
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


def seeded(name: str) -> random.Random:
    """Give the same chance for the same name, whatever came before."""
    return random.Random(name)  # noqa: S311 - it chooses moments, and keeps no secret


def counts(path: Path) -> dict[str, int]:
    """Count a file's triples by graph."""
    return dict(Counter(quad.graph_name.value for quad in parse(path=str(path), format=RdfFormat.N_QUADS)))


def counted(source: Any) -> dict[str, int]:
    """Let a store count its triples by graph; Virtuoso has some graphs of its own."""
    asked = query(source, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    found = {str(row["g"]): int(str(row["n"])) for row in asked}
    return {name: number for name, number in found.items() if name.startswith(("https://w3id.org/", "urn:of-a-fault"))}


def impatient(quads: Path, url: str) -> bool:
    """Load in this process, trying as often as ever and waiting less; say whether all was counted as it should be."""
    return all(one.equal for one in load([quads], Remote(url, patience=Patience(first=0.01))))
