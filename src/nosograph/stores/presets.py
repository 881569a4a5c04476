"""What sets the servers apart: where they take graphs and questions, and what they do other than the standard says.

https://www.w3.org/TR/sparql11-http-rdf-update/, https://www.w3.org/TR/sparql11-protocol/
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

Parameters: TypeAlias = tuple[tuple[str, str], ...]
"""Names and values that go with a request."""

_NIL: Final = "http://www.openrdf.org/schema/sesame#nil"
"""RDF4J's name for the graph of triples without one; its default graph is the union of all."""


AUTHENTICATIONS: Final = ("basic", "digest", "bearer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """Describe a kind of server.

    `graphs` and `questions` follow the address of the dataset or repository; `endings` are what people may have copied
    behind it. `union` makes a question see all graphs at once, `default` makes it see the default graph alone.
    """

    name: str
    graphs: str = ""
    questions: str | None = None
    endings: tuple[str, ...] = ()
    union: Parameters = ()
    hides: bool = False
    """`union` leaves nothing for GRAPH to find."""
    default: Parameters | None = ()
    """None: the server has no default graph."""
    authentication: str = "basic"
    part: int | None = None
    """The most bytes it takes well in one request; None: any number."""
    bulk: Parameters | None = None
    """Parameters of a POST that goes past the server's transactions, for graphs of `large` bytes and more."""
    large: int = 20_000_000
    together: tuple[str, str] = ("", "")
    """Where it takes quads of many graphs at once, and SPARQL updates; small graphs go there in batches."""
    header: tuple[str, str] = ("", "")
    """A header of its answers, and how its value begins."""
    path: str = ""
    """A part of the path of its addresses."""


PRESETS: Final[Mapping[str, Preset]] = MappingProxyType(
    {
        preset.name: preset
        for preset in (
            Preset(
                name="oxigraph",
                graphs="/store",
                questions="/query",
                endings=("/store", "/query", "/update"),
                union=(("union-default-graph", "true"),),
                together=("/store", "/update"),
                bulk=(("no_transaction", "true"),),  # a third of the time, and the graph is not held in memory
                header=("Server", "Oxigraph"),
            ),
            Preset(
                name="fuseki",
                graphs="/data",
                questions="/query",
                endings=("/data", "/get", "/query", "/sparql", "/update"),
                union=(("default-graph-uri", "urn:x-arq:UnionGraph"),),
                together=("/data", "/update"),  # each request is a transaction of some 0.1 s
                hides=True,  # a dataset of one graph, as the protocol has it
                default=(("default-graph-uri", "urn:x-arq:DefaultGraph"),),
                header=("Fuseki-Request-Id", ""),
            ),
            Preset(
                name="rdf4j",
                graphs="/rdf-graphs/service",
                questions="",
                endings=("/rdf-graphs/service", "/statements"),
                together=("/statements", "/statements"),
                default=(("default-graph-uri", _NIL),),
                path="/repositories/",
            ),
            Preset(
                name="graphdb",
                graphs="/rdf-graphs/service",
                questions="",
                endings=("/rdf-graphs/service", "/statements"),
                together=("/statements", "/statements"),
                default=(("default-graph-uri", _NIL),),
            ),
            Preset(
                name="virtuoso",
                graphs="/sparql-graph-crud-auth",
                questions="/sparql",
                endings=("/sparql", "/sparql-auth", "/sparql-graph-crud", "/sparql-graph-crud-auth"),
                default=None,
                authentication="digest",
                part=8_000_000,
                header=("Server", "Virtuoso"),
            ),
            Preset(name="plain"),
        )
    }
)
"""The kinds of server by name; `plain` is any other: TARGET is its Graph Store address, GRAPH its SPARQL endpoint."""


def recognised(path: str, headers: Mapping[str, str]) -> Preset:
    """Tell the kind of a server by the path of its address and the headers of an answer."""
    for preset in PRESETS.values():
        if preset.path and preset.path in path:
            return preset
        name, value = preset.header
        if name and name in headers and headers[name].startswith(value):
            return preset
    return PRESETS["plain"]


def base(url: str, preset: Preset) -> str:
    """Cut what people may have copied behind the address of a dataset.

    >>> base("http://localhost:3030/ds/query", PRESETS["fuseki"])
    'http://localhost:3030/ds'
    """
    bare = url.rstrip("/")
    ending = next((e for e in sorted(preset.endings, key=len, reverse=True) if bare.endswith(e)), "")
    return bare.removesuffix(ending)
