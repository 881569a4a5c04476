"""Relation: one row of the vocabulary's relation table."""

from dataclasses import dataclass

from nosograph.model.concept import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Hold how a relation key is written in RDF, as `ontology/nosograph.ttl` says.

    `key` is what claims carry; `label` its English name; `iri` the vocabulary's own name for it; `predicate` the IRI
    of the direct edge; `beside` further predicates written out with each direct edge. `domain` and `range` are the
    kinds it may join. `biolink_predicate` is an IRI; `biolink_inverse` is true where Biolink's predicate runs from
    object to subject. `association` is the IRI of the fitting `biolink:…Association`.
    """

    key: str
    label: str
    iri: str
    predicate: str
    beside: tuple[str, ...]
    domain: frozenset[Kind]
    range: frozenset[Kind]
    biolink_predicate: str
    biolink_inverse: bool
    association: str
