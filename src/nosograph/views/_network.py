"""Make the network: things as nodes, claims as edges."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from nosograph.errors import InputError
from nosograph.graph import Graph
from nosograph.model import Kind
from nosograph.rdf import CITO, DCTERMS, NG, RDF, RDFS, SCHEMA, kinds
from nosograph.rdf import relations as vocabulary
from nosograph.rows import ClaimRow, claim_rows, clean
from nosograph.views._collapsing import JOINT, collapsed
from nosograph.views._looks import PUBLICATION

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Attributes = dict[str, str | int | float]

_CITES: Final = "cites_as_evidence"
_SAID_ELSEWHERE: Final = frozenset({"claim", "subject", "subject_label", "object", "object_label"})
"""Columns that an edge's key and its two nodes say."""

_ABOUT: Final[Mapping[str, NamedNode]] = MappingProxyType(
    {
        "title": DCTERMS.title,
        "slug": DCTERMS.identifier,
        "source": DCTERMS.source,
        "licence": DCTERMS.license,
        "attribution": SCHEMA.creditText,
    },
)


def to_networkx(
    graph: Graph, *, collapse: bool = False, relations: Collection[str] | None = None, literature: bool = False
) -> "MultiDiGraph[str]":
    """Make a network of a graph: a node a thing, by its CURIE; an edge a claim, by the claim's IRI, denied ones too.

    Nodes carry `kind`, `label`, `curie` and `iri`; edges the claim's columns (see `ClaimRow`), `relation_label` and
    `predicate`, several references joined by `|`; the network itself `title`, `slug`, `source`, `licence` and
    `attribution` of its articles. Every edge has every column, an empty text where nothing is said.

    With `relations`, only claims of these relations are edges, and only what they join are nodes. With `literature`,
    publications are nodes as well, of kind `publication`, and from the subject of each claim an edge, by the claim's
    IRI again, goes to every work it cites. With `collapse`, the claims of one relation and one polarity that join the
    same things in the same direction are one edge: see `collapsed`.

    Raises:
        GraphError: a claim lacks what an edge needs.
        InputError: a relation that neither the vocabulary nor the graph knows.
    """
    import networkx as nx  # noqa: PLC0415 - takes 0.2 s, and most commands draw no network

    network: MultiDiGraph[str] = nx.MultiDiGraph()
    network.graph.update(_about(graph))
    rows = claim_rows(graph)
    things = dict(_things(graph))
    if relations is not None:
        rows = _of(rows, relations)
        joined = {str(end) for row in rows for end in (row.subject, row.object)}
        things = {curie: attributes for curie, attributes in things.items() if curie in joined}
    network.add_nodes_from(things.items())
    for row in rows:
        network.add_edge(str(row.subject), str(row.object), key=row.claim, **_edge(graph, row))
    if literature:
        cited = {row.claim: _cited(graph, row) for row in rows}
        network.add_nodes_from(_works(graph, {work for works in cited.values() for work in works}))
        for row in rows:
            for work in sorted(_curie(graph, work) for work in cited[row.claim]):
                network.add_edge(str(row.subject), work, key=row.claim, article=row.article, **_citing())
    return collapsed(network) if collapse else network


def _of(rows: tuple[ClaimRow, ...], wanted: Collection[str]) -> tuple[ClaimRow, ...]:
    known = {*vocabulary(), *(row.relation for row in rows)}
    keys = {wanted} if isinstance(wanted, str) else set(wanted)
    if unknown := sorted(keys - known):
        raise InputError(f"{unknown[0]!r} is no relation", mend=f"choose from {', '.join(sorted(known))}")
    return tuple(row for row in rows if row.relation in keys)


def _about(graph: Graph) -> Attributes:
    """Describe the articles; of several, the values are joined."""
    articles = _nodes(q.subject for q in graph.store.quads_for_pattern(None, RDF.type, SCHEMA.Article))
    found = {name: [_text(graph, article, predicate) for article in articles] for name, predicate in _ABOUT.items()}
    return {name: JOINT.join(dict.fromkeys(filter(None, values))) for name, values in found.items() if any(values)}


def _things(graph: Graph) -> Iterator[tuple[str, Attributes]]:
    """Give every thing of the graph, and whatever a claim joins, by its CURIE."""
    store = graph.store
    described = (q.subject for q in store.quads_for_pattern(None, NG.kind, None))
    joined = (q.object for end in (RDF.subject, RDF.object) for q in store.quads_for_pattern(None, end, None))
    things = {_curie(graph, node): node for node in _nodes([*described, *joined])}
    kinds_of = {NamedNode(individual): kind.value for kind, (individual, _) in kinds().items()}
    for curie, node in sorted(things.items()):
        stated = {q.object for q in store.quads_for_pattern(node, NG.kind, None)}
        kind = next((kind for individual, kind in kinds_of.items() if individual in stated), Kind.OTHER.value)
        yield curie, _node(curie, node, kind=kind, label=_text(graph, node, RDFS.label))


def _edge(graph: Graph, row: ClaimRow) -> Attributes:
    known = vocabulary().get(row.relation)
    edge: Attributes = {
        "relation": row.relation,
        "relation_label": known.label if known else row.relation,
        "predicate": _text(graph, NamedNode(row.claim), RDF.predicate),
    }
    for field in fields(row):
        value = getattr(row, field.name)
        if field.name not in _SAID_ELSEWHERE:
            edge[field.name] = _flat(value)
    return edge


def _flat(value: object) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return JOINT.join(value)
    # Files of networks know numbers and text; a member of an enumeration is neither.
    return value if isinstance(value, int | float) else str(value)


def _works(graph: Graph, works: Iterable[NamedNode]) -> Iterator[tuple[str, Attributes]]:
    for curie, node in sorted((_curie(graph, node), node) for node in works):
        yield curie, _node(curie, node, kind=PUBLICATION, label=_text(graph, node, DCTERMS.title))


def _cited(graph: Graph, row: ClaimRow) -> list[NamedNode]:
    return _nodes(q.object for q in graph.store.quads_for_pattern(NamedNode(row.claim), CITO.citesAsEvidence, None))


def _citing() -> Attributes:
    return {
        "relation": _CITES,
        "relation_label": _CITES.replace("_", " "),
        "predicate": CITO.citesAsEvidence.value,
    }


def _node(curie: str, node: NamedNode, *, kind: str, label: str) -> Attributes:
    return {"kind": kind, "label": label or curie, "curie": curie, "iri": node.value}


def _curie(graph: Graph, node: NamedNode) -> str:
    return clean(str(graph.curie(node)))


def _nodes(terms: Iterable[object]) -> list[NamedNode]:
    return sorted({term for term in terms if isinstance(term, NamedNode)}, key=str)


def _text(graph: Graph, node: NamedNode, predicate: NamedNode) -> str:
    """Give the first value of a property as text, of a thing its IRI; nothing where there is none."""
    values = (q.object for q in graph.store.quads_for_pattern(node, predicate, None))
    return clean(min((v.value for v in values if isinstance(v, Literal | NamedNode)), default=""))
