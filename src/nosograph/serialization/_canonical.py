"""Bring a graph into the one form every writer starts from: N-Triples lines in order, by named graph."""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Final

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
)

from nosograph.graph import Graph
from nosograph.rdf import RDF

GraphName = NamedNode | BlankNode | DefaultGraph

_UNWRITABLE: Final = re.compile(
    r"(?<!\\)((?:\\\\)*)\\(?:[bf]|u00(?:0[0-8BCEF]|1[0-9A-F])|uFFF[EF])",
)
"""The escapes of characters XML 1.0 cannot hold (section 2.2), as pyoxigraph writes them in N-Triples."""

_FORM: Final = RdfFormat.N_TRIPLES
_SUSPECT: Final = (r"\u", r"\b", r"\f")  # looked for first: the expression above is slow
_BLANK: Final = re.compile(r"^_:| _:\w+ \.$", re.MULTILINE)
_TYPE: Final = f" {RDF.type} "


def lines_by_graph(graph: Graph) -> Mapping[GraphName, list[str]]:
    """Give each graph's triples as N-Triples lines in order, the default graph first, then by name.

    The type of a subject comes before its other properties. Text that XML cannot hold becomes U+FFFD, one for one, so
    that all formats say the same and offsets still fit. Blank nodes get the names of RDFC 1.0 (W3C, 2024).
    """
    texts = _dumps(graph.store)
    if any(isinstance(name, BlankNode) or ("_:" in text and _BLANK.search(text)) for name, text in texts.items()):
        texts = _dumps(_with_named_blanks(texts))
    return {name: _in_order(texts[name].split("\n")) for name in sorted(texts, key=_graph_order)}


def union_lines(graph: Graph) -> list[str]:
    """Give the triples of all graphs, each once, as N-Triples lines in order."""
    return _in_order({line for lines in lines_by_graph(graph).values() for line in lines})


def triples(lines: Iterable[str]) -> Iterator[Triple]:
    """Give the lines' triples in their order."""
    for quad in pyoxigraph.parse("\n".join(lines), _FORM):
        yield quad.triple


def _dumps(store: Store) -> dict[GraphName, str]:
    """Give the N-Triples of each graph that has any; a line is a triple, for literals escape their line feeds."""
    texts: dict[GraphName, str] = {}
    for name in (DefaultGraph(), *store.named_graphs()):
        out = BytesIO()
        store.dump(out, _FORM, from_graph=name)
        raw = out.getvalue().decode().removesuffix("\n")
        if any(map(raw.__contains__, _SUSPECT)):
            raw = _UNWRITABLE.sub("\\1\N{REPLACEMENT CHARACTER}", raw)
        if raw:
            texts[name] = raw
    return texts


def _graph_order(name: GraphName) -> str:
    return "" if isinstance(name, DefaultGraph) else str(name)


def _in_order(lines: Iterable[str]) -> list[str]:
    """Sort by subject, type first, predicate and object: no IRI as written begins another, for each ends in `>`."""
    return sorted(lines, key=lambda line: line.replace(_TYPE, " ! ", 1))


def _with_named_blanks(texts: Mapping[GraphName, str]) -> Store:
    triples_of = ((name, quad.triple) for name, text in texts.items() for quad in pyoxigraph.parse(text, _FORM))
    quads = Dataset(Quad(t.subject, t.predicate, t.object, name) for name, t in triples_of)
    quads.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    named = Store()
    named.extend(quads)
    return named
