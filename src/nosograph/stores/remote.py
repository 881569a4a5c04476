"""A server that speaks the SPARQL 1.1 protocols, as a place to load into and to ask."""

from collections.abc import Sequence
from functools import partial
from typing import IO, Final, cast
from urllib.parse import urlencode

from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results
from requests import Response

from nosograph.errors import GraphError, StoreError
from nosograph.stores.presets import PRESETS, Parameters, Preset, base, recognised
from nosograph.stores.slices import Body, Quads, Slice, Told, parted, together
from nosograph.stores.wire import Patience, RefusedError, Wire, place

_TRIPLES: Final = {"Content-Type": "application/n-triples"}
_ACCEPT: Final = {"Accept": "application/n-triples"}
_ROWS: Final = "application/sparql-results+json"
_GONE: Final = frozenset({404})
_BATCH: Final = 8_000_000
_GRAPHS: Final = 500
"""The most bytes and graphs in a batch."""
_MANY: Final = 20
"""Graphs from which on a question about every graph of the server is faster than one about each of these."""
_PROBE: Final = "urn:x-nosograph:probe"
"""A graph that nobody has."""


class Remote:
    """Hold a server: `where` names it in messages."""

    def __init__(
        self,
        url: str,
        *,
        preset: str | None = None,
        way: str | None = None,
        questions: str | None = None,
        patience: Patience | None = None,
    ) -> None:
        """Find out what kind of server it is, where `preset` does not say so; `questions` is its SPARQL endpoint.

        Raises:
            StoreError: the address cannot be used, or nobody answers there.
        """
        self.where = place(url)
        self.patience = patience or Patience()
        self.preset = PRESETS[preset] if preset else self._recognised(url)
        self._wire = Wire(url, way=way or self.preset.authentication)
        address = base(url, self.preset)
        self._address = address
        self._together = any(self.preset.together)
        self.graphs = address + self.preset.graphs
        found = None if self.preset.questions is None else address + self.preset.questions
        self.questions = questions or found

    def _recognised(self, url: str) -> Preset:
        """Look at the headers of an answer, whatever it answers; credentials are not needed for it, and not sent."""
        path = place(url)
        early = recognised(path, {})
        if early is not PRESETS["plain"]:
            return early
        every = frozenset(range(300, 600))
        wire = Wire(url, way=None)
        with self.patience.brief().keep(lambda: wire.send("HEAD", url, accepted=every)) as answer:
            return recognised(path, answer.headers)

    def check(self) -> None:
        """Ask something small before anything large is sent; a digest server names its challenge here.

        Raises:
            StoreError: it is not there, or refuses the credentials.
        """
        if self.preset.authentication == "digest":
            self.patience.brief().keep(lambda: self._send("GET", _PROBE))
        self.patience.brief().keep(lambda: self._count(_PROBE))

    def put_all(self, slices: Sequence[Slice], told: Told) -> None:
        """Make the graphs of slices hold these triples and no others; small ones go in batches where the server can.

        Raises:
            StoreError: as `put`.
        """
        for batch in together(slices, _BATCH, _GRAPHS):
            if len(batch) > 1 and self._together:
                try:
                    self.patience.keep(partial(self._put_together, batch, told))
                    continue
                except RefusedError:  # updates may be forbidden where graphs may be put
                    self._together = False
            for part in batch:
                self.put(part, told)

    def _put_together(self, batch: Sequence[Slice], told: Told) -> None:
        quads, updates = (self._address + path for path in self.preset.together)
        drops = " ; ".join(f"DROP SILENT GRAPH <{part.graph}>" for part in batch)
        for url, headers, body in (
            (updates, {}, {"update": drops}),
            (quads, {"Content-Type": "application/n-quads"}, Quads(batch, told)),
        ):
            with self._wire.send("POST", url, headers=headers, body=body) as answer:
                answer.content  # noqa: B018 - read to its end, so that the connection can be used again

    def put(self, part: Slice, told: Told) -> None:
        """Make the graph of a slice hold these triples and no others; tried anew from its beginning.

        Raises:
            StoreError: the server refuses, or is not there for as long as patience lasts.
        """
        self._named(part)
        self.patience.keep(lambda: self._put(part, told))

    def _put(self, part: Slice, told: Told) -> None:
        if self.preset.bulk is not None and part.size >= self.preset.large:
            self._send("DELETE", part.graph)
            self._send("POST", part.graph, Body(part, told), parameters=self.preset.bulk)
            return
        method = "PUT"
        for piece in parted(part, self.preset.part or part.size):
            self._send(method, part.graph, Body(piece, told))
            method = "POST"

    def post(self, part: Slice, told: Told) -> None:
        """Add the triples of a slice to its graph.

        Blank nodes are new with each attempt: where one may have come through, it is not made again.

        Raises:
            StoreError: as `put`; or a dropped connection left it open whether the triples are there.
        """
        self._named(part)
        before = self.count(part.graph) if part.blank else 0
        failed = False

        def act() -> None:
            nonlocal failed
            if failed and part.blank and (now := self.count(part.graph)) != before:
                if now == before + part.count:
                    return
                mend = "it has blank nodes, which a second attempt would double: load it without --append"
                raise StoreError(f"{part.name} was left unfinished", where=self.where, mend=mend)
            failed = True
            self._send("POST", part.graph, Body(part, told))

        self.patience.keep(act)

    def _named(self, part: Slice) -> None:
        if part.graph is None and self.preset.default is None:
            seen = f"{self.preset.name} has no default graph, and there are triples of no graph"
            raise GraphError(seen, where=self.where, mend="name one: --graph IRI")

    def count(self, graph: str | None) -> int:
        """Count the triples of a graph.

        Raises:
            StoreError: the server cannot be asked.
        """
        return self.patience.keep(lambda: self._count(graph))

    def counts(self, graphs: Sequence[str | None]) -> tuple[int, ...]:
        """Count the triples of graphs; where they are many, by one question that servers may answer in part.

        Raises:
            StoreError: as `count`.
        """
        if self.questions is None or len(graphs) < _MANY:
            return tuple(map(self.count, graphs))
        text = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        counted, _ = self.patience.keep(lambda: self.ask(text, _ROWS, ()))
        rows = parse_query_results(counted, format=QueryResultsFormat.JSON)
        found = {row["g"].value: int(row["n"].value) for row in rows} if isinstance(rows, QuerySolutions) else {}
        return tuple(self.count(None) if graph is None else found.get(graph, 0) for graph in graphs)

    def _count(self, graph: str | None) -> int:
        if self.questions is None:
            with self._graph("GET", graph, headers=_ACCEPT) as answer:
                if answer.status_code in _GONE:
                    return 0
                answer.raw.decode_content = True
                return sum(1 for _ in iter(parse(cast("IO[bytes]", answer.raw), format=RdfFormat.N_TRIPLES)))
        if graph is None and self.preset.default is None:
            return 0
        pattern = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        where = (self.preset.default or ()) if graph is None else ()
        counted, _ = self.ask(f"SELECT (COUNT(*) AS ?n) {pattern}", _ROWS, where)
        rows = parse_query_results(counted, format=QueryResultsFormat.JSON)
        found = next(iter(rows))["n"] if isinstance(rows, QuerySolutions) else None
        if not isinstance(found, Literal):
            raise StoreError(
                "it answers something else than a count", where=place(self.questions), mend="check the address"
            )
        return int(found.value)

    def ask(self, text: str, accept: str, parameters: Parameters) -> tuple[bytes, str]:
        """Send a question once; give the answer's bytes and media type.

        Raises:
            StoreError: the server refuses it, or is not there.
        """
        url = self.questions or self.graphs
        form = {"query": text, **dict(parameters)}
        with self._wire.send("POST", url, headers={"Accept": accept}, body=form) as answer:
            return answer.content, answer.headers.get("Content-Type", "").partition(";")[0].strip()

    def _send(self, method: str, graph: str | None, body: Body | None = None, *, parameters: Parameters = ()) -> None:
        headers = _TRIPLES if body is not None else _ACCEPT
        with self._graph(method, graph, body, parameters=parameters, headers=headers) as answer:
            answer.content  # noqa: B018 - read to its end, so that the connection can be used again

    def _graph(
        self,
        method: str,
        graph: str | None,
        body: Body | None = None,
        *,
        parameters: Parameters = (),
        headers: dict[str, str],
    ) -> Response:
        """Send one Graph Store request; a graph that is not there is no fault where it is read or deleted."""
        words = urlencode(([] if graph is None else [("graph", graph)]) + list(parameters))
        gone = _GONE if method in {"GET", "DELETE"} else frozenset[int]()
        url = f"{self.graphs}?{'default&' if graph is None else ''}{words}".rstrip("&")
        return self._wire.send(method, url, headers=headers, body=body, accepted=gone)
