"""Read the vocabulary's tables: relations, kinds, outcomes. Their home is ontology/nosograph.ttl."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from nosograph import resources
from nosograph.errors import VocabularyError
from nosograph.model import Kind, Outcome, Relation
from nosograph.rdf.namespaces import NG, RDF, RDFS

_FILE: Final = "nosograph.ttl"
_TRUE: Final = "true"

Properties = Mapping[NamedNode, tuple[NamedNode | Literal, ...]]


@cache
def terms() -> Mapping[NamedNode, Properties]:
    """Map each term that the vocabulary describes to its properties and their values, in the file's order.

    Raises:
        VocabularyError: ontology/nosograph.ttl is not well-formed.
    """
    found: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in parse(resources.text("ontology", _FILE), RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                found[quad.subject][quad.predicate].append(quad.object)
    except SyntaxError as error:
        raise VocabularyError(f"not well-formed: {error}", where=f"ontology/{_FILE}") from error
    return MappingProxyType({s: MappingProxyType({p: tuple(o) for p, o in ps.items()}) for s, ps in found.items()})


@cache
def relations() -> Mapping[str, Relation]:
    """Map each relation's key to its row of the table, in the file's order.

    Raises:
        VocabularyError: a row lacks a property, has it twice, or names a kind that the program does not know.

    >>> relations()["has_phenotype"].predicate
    'http://purl.obolibrary.org/obo/RO_0002200'
    """
    rows = [_relation(node) for node in _individuals(NG.Relation)]
    return MappingProxyType({row.key: row for row in rows})


@cache
def kinds() -> Mapping[Kind, tuple[str, str]]:
    """Map each kind to the IRIs of its individual and of the Biolink class its things are written as.

    Raises:
        VocabularyError: the vocabulary lacks a kind of the program, or has one more.

    >>> kinds()[Kind.GENE][1]
    'https://w3id.org/biolink/vocab/Gene'
    """
    rows = {_kind(node): (node.value, _one(node, NG.biolinkClass)) for node in _individuals(NG.Kind)}
    if missing := set(Kind) - rows.keys():
        raise VocabularyError(f"no ng:Kind has the key {min(missing)!r}", where=f"ontology/{_FILE}")
    return MappingProxyType(rows)


def has_outcome(key: str) -> bool:
    """Say whether claims of the relation carry an outcome."""
    return _flag(NamedNode(relations()[key].iri), NG.hasOutcome)


@cache
def biolink_predicate(key: str, outcome: Outcome | None) -> str:
    """Give the IRI of Biolink's predicate for a claim: a stronger one where the outcome is established.

    >>> biolink_predicate("treated_with", Outcome.EFFECTIVE).rpartition("/")[2]
    'treats'
    """
    relation = relations()[key]
    stronger = terms()[NamedNode(relation.iri)].get(NG.biolinkEstablishedPredicate)
    if stronger and outcome is not None and _flag(NG[outcome.value], NG.established):
        return stronger[0].value
    return relation.biolink_predicate


def _relation(node: NamedNode) -> Relation:
    return Relation(
        key=_one(node, NG.key),
        label=_one(node, RDFS.label),
        iri=node.value,
        predicate=_one(node, NG.predicate),
        beside=tuple(value.value for value in terms()[node].get(NG.beside, ())),
        domain=_kinds(node, NG.domainKind),
        range=_kinds(node, NG.rangeKind),
        biolink_predicate=_one(node, NG.biolinkPredicate),
        biolink_inverse=_flag(node, NG.biolinkInverse),
        association=_one(node, NG.association),
    )


def _individuals(cls: NamedNode) -> list[NamedNode]:
    return [node for node, properties in terms().items() if cls in properties.get(RDF.type, ())]


def _one(node: NamedNode, predicate: NamedNode) -> str:
    values = terms().get(node, {}).get(predicate, ())
    if len(values) != 1:
        raise VocabularyError(
            f"{node} has {len(values)} values of {predicate}", where=f"ontology/{_FILE}", mend="give it one"
        )
    return values[0].value


def _flag(node: NamedNode, predicate: NamedNode) -> bool:
    return any(value.value == _TRUE for value in terms().get(node, {}).get(predicate, ()))


def _kind(node: NamedNode) -> Kind:
    key = _one(node, NG.key)
    try:
        return Kind(key)
    except ValueError as error:
        raise VocabularyError(
            f"the program knows no kind {key!r}",
            where=f"ontology/{_FILE}",
            mend="use one of " + " ".join(Kind),
        ) from error


def _kinds(node: NamedNode, predicate: NamedNode) -> frozenset[Kind]:
    values = terms()[node].get(predicate, ())
    if not values:
        raise VocabularyError(f"{node} has no {predicate}", where=f"ontology/{_FILE}", mend="name at least one kind")
    return frozenset(_kind(value) for value in values if isinstance(value, NamedNode))
