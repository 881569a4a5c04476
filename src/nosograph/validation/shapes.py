"""Read the shapes of shapes/, and count what they will check."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, Store, parse

from nosograph import resources
from nosograph.errors import VocabularyError
from nosograph.rdf import OA, RDF, RDFS, SH

_COMPONENTS: Final = frozenset(
    SH[name]
    for name in (
        "class", "datatype", "nodeKind", "minCount", "maxCount", "minInclusive", "maxInclusive", "minExclusive",
        "maxExclusive", "minLength", "maxLength", "pattern", "languageIn", "uniqueLang", "equals", "disjoint",
        "lessThan", "lessThanOrEquals", "not", "and", "or", "xone", "hasValue", "in", "closed", "sparql",
        "qualifiedValueShape",
    )
)  # fmt: skip
"""The parameters of SHACL that each make one constraint (sections 4 and 5)."""
_BASE: Final = "https://w3id.org/nosograph/shapes/"


@cache
def store() -> Store:
    """Give all shapes as one store.

    Raises:
        VocabularyError: a file under shapes/ is not well-formed.
    """
    result = Store()
    for path in sorted(resources.folder("shapes").glob("*.ttl")):
        try:
            result.extend(parse(path.read_bytes(), RdfFormat.TURTLE, base_iri=_BASE, rename_blank_nodes=True))
        except SyntaxError as error:
            raise VocabularyError(f"not well-formed: {error}", where=f"shapes/{path.name}") from error
    return result


def count(data: Store) -> tuple[int, int]:
    """Count the checks that the shapes make on a graph, and the quotes among them that are compared with the text."""
    quotes = len({q.subject for q in data.quads_for_pattern(None, OA.exact, None)})
    checks = sum(len(_focus(shape, data)) * _constraints(shape) for shape in _targeting())
    return checks + quotes, quotes


@cache
def _targeting() -> tuple[NamedNode, ...]:
    found = {
        q.subject
        for predicate in (SH.targetNode, SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
        for q in store().quads_for_pattern(None, predicate, None)
    }
    return tuple(sorted((node for node in found if isinstance(node, NamedNode)), key=str))


@cache
def _constraints(shape: NamedNode) -> int:
    """Count the constraints of a shape, those of its properties and of the shapes it calls for among them."""
    own = sum(q.predicate in _COMPONENTS for q in store().quads_for_pattern(shape, None, None))
    return own + sum(_constraints(other) for name in ("property", "node") for other in _values(shape, SH[name]))


def _focus(shape: NamedNode, data: Store) -> set[object]:
    """Give the nodes a shape is about (SHACL, section 2.1.3)."""
    found: set[object] = set(_values(shape, SH.targetNode))
    for cls in _values(shape, SH.targetClass):
        for same in _below(cls, data):
            found |= {q.subject for q in data.quads_for_pattern(None, RDF.type, same)}
    for predicate in _values(shape, SH.targetSubjectsOf):
        found |= {q.subject for q in data.quads_for_pattern(None, predicate, None)}
    for predicate in _values(shape, SH.targetObjectsOf):
        found |= {q.object for q in data.quads_for_pattern(None, predicate, None)}
    return found


def _below(cls: NamedNode, data: Store) -> set[NamedNode]:
    seen: set[NamedNode] = set()
    waiting = [cls]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            below = (q.subject for q in data.quads_for_pattern(None, RDFS.subClassOf, here))
            waiting += [node for node in below if isinstance(node, NamedNode)]
    return seen


def _values(shape: NamedNode, predicate: NamedNode) -> Iterator[NamedNode]:
    objects = (q.object for q in store().quads_for_pattern(shape, predicate, None))
    return (node for node in objects if isinstance(node, NamedNode))
