"""Entities: what claims are about, their names and cross-references, and the direct edges between them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode

from nosograph.assembly.draft import Draft
from nosograph.assembly.lexical import add_lexical, spelt
from nosograph.assembly.literals import english, plain
from nosograph.assembly.quantities import add_numbers
from nosograph.lexicon import Lexicon
from nosograph.model import Claim, Concept, Kind, Polarity
from nosograph.rdf import NG, OBOINOWL, OWL, RDF, RDFS, kinds, relations

_DISEASES = (Kind.DISEASE, Kind.DISEASE_CLASS)
_TRUE = Literal(value=True)


def topic(claims: Sequence[Claim]) -> Concept | None:
    """Give the disease the article is about: the subject of most claims, the first of them on a tie; else None."""
    subjects = Counter(c.subject.curie for c in claims if c.subject.kind in _DISEASES)
    if not subjects:
        return None
    best = max(subjects.values())
    return next(c.subject for c in claims if subjects[c.subject.curie] == best)


def add_entities(draft: Draft, claims: Iterable[Claim], lexicon: Lexicon | None) -> None:
    """Describe each thing the claims join: class, kind, label, identifier, and what the lexicon knows of it."""
    seen: set[NamedNode] = set()
    for concept in dict.fromkeys(concept for claim in claims for concept in (claim.subject, claim.object)):
        node = draft.names.entity(concept)
        individual, cls = _kind(concept.kind)
        draft.fact(node, RDF.type, cls)
        draft.fact(node, NG.kind, individual)
        if node in seen:
            continue
        seen.add(node)
        draft.fact(node, RDFS.label, english(concept.label or concept.curie.local))
        add_numbers(draft, node, concept)
        if concept.curie.is_text:
            draft.fact(node, NG.ungrounded, _TRUE)
        else:
            draft.fact(node, OBOINOWL.id, plain(spelt(concept.curie)))
            if lexicon is not None:
                add_lexical(draft, concept, lexicon)


def add_edges(draft: Draft, claims: Iterable[Claim]) -> None:
    """Write the direct edge of each affirmed claim, with the predicates that go beside it."""
    for claim in claims:
        if claim.polarity is not Polarity.AFFIRMED:
            continue
        subject, object_ = draft.names.entity(claim.subject), draft.names.entity(claim.object)
        for predicate in _predicates(claim.relation):
            draft.fact(subject, predicate, object_)
            if predicate == RDFS.subClassOf:  # OWL 2 DL asks that both ends be declared
                draft.fact(subject, RDF.type, OWL.Class)
                draft.fact(object_, RDF.type, OWL.Class)


@cache
def _kind(kind: Kind) -> tuple[NamedNode, NamedNode]:
    individual, cls = kinds()[kind]
    return NamedNode(individual), NamedNode(cls)


@cache
def _predicates(key: str) -> tuple[NamedNode, ...]:
    relation = relations()[key]
    return tuple(map(NamedNode, (relation.predicate, *relation.beside)))
