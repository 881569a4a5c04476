"""A store of graphs behind a real HTTP server on this machine, that fails when it is told to."""

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse, serialize


@dataclass(kw_only=True)
class Fake:
    """Hold the graphs, the faults that are still to come, and the requests that came, as (method, graph, headers)."""

    url: str = ""
    store: Store = field(default_factory=Store)
    faults: list[str] = field(default_factory=list)
    """Each is a status, `drop` (hang up before the answer, nothing done) or `lose` (hang up when it is done),
    or `full` (its disk)."""
    loses: str = ""
    """A graph that it takes and forgets."""
    writes: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Speak the Graph Store Protocol, plainly."""

    fake: Fake
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Give a graph."""
        graph = self._graph()
        triples = [quad.triple for quad in self.fake.store.quads_for_pattern(None, None, None, graph)]
        self._answer(200 if triples else 404, serialize(triples, format=RdfFormat.N_TRIPLES) or b"")

    def do_HEAD(self) -> None:
        """Say who it is: nobody known."""
        self._answer(405, b"")

    def do_PUT(self) -> None:
        """Replace a graph."""
        self._write(replaced=True)

    def do_POST(self) -> None:
        """Add to a graph."""
        self._write(replaced=False)

    def _graph(self) -> Any:
        named = parse_qs(urlsplit(self.path).query).get("graph")
        return NamedNode(named[0]) if named else DefaultGraph()

    def _write(self, *, replaced: bool) -> None:
        graph = self._graph()
        self.fake.writes.append((self.command, str(graph), dict(self.headers)))
        fault = self.fake.faults.pop(0) if self.fake.faults else ""
        if fault == "drop":
            self.rfile.read(10)
            self.close_connection = True
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if fault == "full":
            self._answer(500, b"IO error: No space left on device")
            return
        if fault.isdecimal():
            self._answer(int(fault), b"<html><title>x</title><p>it is\nbroken</p></html>")
            return
        if replaced:
            self.fake.store.clear_graph(graph)
        kept = str(graph) != f"<{self.fake.loses}>"
        self.fake.store.extend(
            Quad(t.subject, t.predicate, t.object, graph)
            for t in parse(body, format=RdfFormat.N_TRIPLES, rename_blank_nodes=True)
            if kept
        )
        if fault == "lose":
            self.close_connection = True
            return
        self._answer(204, b"")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/n-triples")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""
