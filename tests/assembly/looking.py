"""Look things up in an assembled graph, for the tests of assembly."""

from pyoxigraph import Literal, NamedNode

from builders import article
from nosograph.assembly import assemble
from nosograph.graph import Graph
from nosograph.model import Claim, Concept
from nosograph.rdf import (
    RDF,
    expand,
)

BASE = "https://w3id.org/nosograph/"
ARTICLE = NamedNode(f"{BASE}article/ipex-syndrome")
TEXT = NamedNode(f"{BASE}article/ipex-syndrome/text")


def node(concept: Concept) -> NamedNode:
    """Give the node of a concept that has an identifier."""
    return NamedNode(expand(concept.curie))


def values(graph: Graph, subject: NamedNode, predicate: NamedNode) -> list[str]:
    """Give the values of a property as text, in order."""
    return sorted(q.object.value for q in graph.store.quads_for_pattern(subject, predicate, None))


def one(graph: Graph, predicate: NamedNode, value: NamedNode | Literal) -> NamedNode:
    """Give the one thing that has this value."""
    (quad,) = graph.store.quads_for_pattern(None, predicate, value)
    return quad.subject


def edges(graph: Graph, subject: Concept, object_: Concept) -> set[NamedNode]:
    """Give the predicates of the direct edges between two things."""
    return {q.predicate for q in graph.store.quads_for_pattern(node(subject), None, node(object_))}


def of(claims_made: tuple[Claim, ...]) -> Graph:
    """Assemble some claims of the article of the builders."""
    return assemble(article(), claims_made)


def statement(graph: Graph, object_: Concept) -> NamedNode:
    """Give the one claim about this object."""
    return one(graph, RDF.object, node(object_))
