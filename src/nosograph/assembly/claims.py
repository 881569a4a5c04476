"""Claims: one node for each, with its evidence: the words, and where they stand."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Final

from pyoxigraph import Literal, NamedNode

from nosograph.assembly.draft import Draft
from nosograph.assembly.literals import decimal, integer, plain
from nosograph.assembly.names import words
from nosograph.model import Article, Claim, Curie, Evidence, Polarity
from nosograph.rdf import BIOLINK, CITO, DCTERMS, ECO, NG, OA, PROV, RDF, RO, biolink_predicate, relations

_CONTEXT: Final = 32
"""Code points of the text before and after a quote that go into its selector."""

_HAS_EVIDENCE: Final = "0002558"
_AUTHOR_STATEMENT_WITH_REFERENCE: Final = "0007321"
_STRING_MATCHING: Final = "0008021"
_TRUE: Final = Literal(value=True)


def in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Put claims in the order of the text, so that the graph does not depend on the order they come in."""
    return tuple(sorted(claims, key=_place))


def named(draft: Draft, claims: Sequence[Claim]) -> Iterator[tuple[NamedNode, Claim]]:
    """Give each claim its node; sentences of the same words that make the same claim are told apart by their order."""
    occurrences = Counter[tuple[object, ...]]()
    for claim in claims:
        key = (*_triple(claim), claim.polarity, words(claim.sentence.text))
        yield draft.names.claim(claim, occurrences[key]), claim
        occurrences[key] += 1


def add_claims(
    draft: Draft,
    article: Article,
    claims: Sequence[tuple[NamedNode, Claim]],
    *,
    run: NamedNode,
    works: dict[str, NamedNode],
) -> None:
    """Record the claims with their evidence; `works` maps the article's reference numbers to publications."""
    for node, claim in claims:
        _add_statement(draft, node, claim)
        _add_reading(draft, node, claim)
        _add_sources(draft, node, claim, works)
        draft.record(node, PROV.wasGeneratedBy, run)
        for number, evidence in enumerate(sorted(claim.evidence, key=lambda e: (e.start, e.end)), 1):
            _add_evidence(draft, article, node, draft.names.evidence(node, number), evidence)
    _add_conflicts(draft, claims)


def _add_statement(draft: Draft, node: NamedNode, claim: Claim) -> None:
    relation, predicate, association = _relation(claim.relation)
    draft.types(node, NG.Claim, association)
    draft.record(node, RDF.subject, draft.names.entity(claim.subject))
    draft.record(node, RDF.predicate, predicate)
    draft.record(node, RDF.object, draft.names.entity(claim.object))
    draft.record(node, NG.relation, relation)
    negated = claim.polarity is Polarity.NEGATED
    outcome = None if negated else claim.outcome  # "not effective" must not become an established effect
    draft.record(node, NG.biolinkPredicate, NamedNode(biolink_predicate(claim.relation, outcome)))
    draft.record(node, NG.biolinkInverse, _TRUE if relations()[claim.relation].biolink_inverse else None)
    draft.record(node, BIOLINK.negated, _TRUE if negated else None)
    draft.record(node, BIOLINK.knowledge_level, Literal("knowledge_assertion"))
    draft.record(node, BIOLINK.agent_type, Literal("text_mining_agent"))


def _add_reading(draft: Draft, node: NamedNode, claim: Claim) -> None:
    draft.record(node, NG.match, NG[claim.match.value])
    draft.record(node, NG.polarity, NG[claim.polarity.value])
    draft.record(node, NG.certainty, NG[claim.certainty.value])
    draft.record(node, NG.outcome, NG[claim.outcome.value] if claim.outcome else None)
    draft.record(node, NG.frequency, plain(claim.frequency) if claim.frequency else None)
    draft.record(node, NG.frequencyTerm, draft.names.entity(claim.frequency_term) if claim.frequency_term else None)
    draft.record(node, NG.measure, NG[claim.measure.value] if claim.measure else None)
    draft.record(node, NG.score, decimal(claim.score))
    draft.record(node, NG.why, plain(claim.why) if claim.why else None)


def _add_sources(draft: Draft, node: NamedNode, claim: Claim, works: dict[str, NamedNode]) -> None:
    sentence = claim.sentence
    draft.record(node, BIOLINK.supporting_text, plain(sentence.text))
    draft.record(node, NG.sentenceStart, integer(sentence.start))
    draft.record(node, NG.sentenceEnd, integer(sentence.end))
    draft.record(node, NG.section, plain(sentence.section) if sentence.section else None)
    draft.record(node, NG.inArticle, draft.names.article)
    draft.record(node, DCTERMS.isPartOf, draft.names.article)
    for number in claim.references:
        draft.record(node, NG.citesReference, draft.names.reference(number))
        draft.record(node, CITO.citesAsEvidence, works.get(number))
    grounds = _AUTHOR_STATEMENT_WITH_REFERENCE if claim.references else _STRING_MATCHING
    draft.record(node, RO[_HAS_EVIDENCE], ECO[grounds])


def _add_evidence(draft: Draft, article: Article, claim: NamedNode, node: NamedNode, evidence: Evidence) -> None:
    """Record one annotation (Web Annotation Data Model, section 4): quote and position select the same words."""
    target, quote, position = (NamedNode(f"{node.value}/{part}") for part in ("target", "quote", "position"))
    draft.types(node, OA.Annotation)
    draft.record(node, OA.hasBody, claim)
    draft.record(node, OA.hasTarget, target)
    draft.types(target, OA.SpecificResource)
    draft.record(target, OA.hasSource, draft.names.text)
    draft.record(target, OA.hasSelector, quote)
    draft.record(target, OA.hasSelector, position)
    draft.types(quote, OA.TextQuoteSelector)
    draft.record(quote, OA.prefix, plain(article.text[max(evidence.start - _CONTEXT, 0) : evidence.start]))
    draft.record(quote, OA.exact, plain(evidence.quote))
    draft.record(quote, OA.suffix, plain(article.text[evidence.end : evidence.end + _CONTEXT]))
    draft.types(position, OA.TextPositionSelector)
    draft.record(position, OA.start, integer(evidence.start))
    draft.record(position, OA.end, integer(evidence.end))


def _add_conflicts(draft: Draft, claims: Sequence[tuple[NamedNode, Claim]]) -> None:
    """Link affirmed and negated claims of one triple, both ways."""
    by_triple: dict[tuple[Curie, str, Curie], dict[Polarity, list[NamedNode]]] = defaultdict(lambda: defaultdict(list))
    for node, claim in claims:
        by_triple[_triple(claim)][claim.polarity].append(node)
    for sides in by_triple.values():
        for affirmed, negated in product(sides[Polarity.AFFIRMED], sides[Polarity.NEGATED]):
            draft.record(affirmed, NG.conflictsWith, negated)
            draft.record(negated, NG.conflictsWith, affirmed)


def _triple(claim: Claim) -> tuple[Curie, str, Curie]:
    return claim.subject.curie, claim.relation, claim.object.curie


def _place(claim: Claim) -> tuple[object, ...]:
    first = min((e.start, e.end) for e in claim.evidence)
    return claim.sentence.start, first, *_triple(claim), claim.polarity, claim.score, claim.why


@cache
def _relation(key: str) -> tuple[NamedNode, NamedNode, NamedNode]:
    relation = relations()[key]
    return NamedNode(relation.iri), NamedNode(relation.predicate), NamedNode(relation.association)
