"""Statements: the claims with all the places of the text that make them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from nosograph.rdf import CITO, NG, OA, RDF
from nosograph.rows import ClaimRow
from nosograph.views._page.facts import Facts
from nosograph.views._page.payload import NOTHING, Span, Statement

Places = Mapping[NamedNode, int]


def gather_statements(
    facts: Facts, rows: Sequence[ClaimRow], *, articles: Places, things: Places, works: Places
) -> tuple[Statement, ...]:
    """Describe the claims, in the order of the rows."""
    spans = _evidence(facts)
    names = _short_names([row.claim for row in rows])
    return tuple(
        _statement(facts, row, names[row.claim], spans[row.claim], articles=articles, things=things, works=works)
        for row in rows
    )


def _statement(
    facts: Facts, row: ClaimRow, name: str, spans: Sequence[Span], *, articles: Places, things: Places, works: Places
) -> Statement:
    node = NamedNode(row.claim)
    ends = [things[end] for p in (RDF.subject, RDF.object) for end in facts.nodes(node, p)]
    return Statement(
        id=name,
        iri=row.claim,
        article=next(articles[article] for article in facts.nodes(node, NG.inArticle)),
        subject=ends[0],
        relation=row.relation,
        object=ends[1],
        match=row.match.value,
        polarity=row.polarity.value,
        certainty=row.certainty.value,
        outcome=row.outcome.value if row.outcome else "",
        frequency=row.frequency,
        score=row.score,
        why=row.why,
        decision=row.decision,
        note=row.note,
        section=facts.text(node, NG.section),
        text=row.sentence,
        sentence=(
            facts.number(node, NG.sentenceStart, row.start),
            facts.number(node, NG.sentenceEnd, row.end),
        ),
        evidence=tuple(spans),
        references=row.references,
        works=tuple(works[work] for work in facts.nodes(node, CITO.citesAsEvidence)),
    )


def _evidence(facts: Facts) -> Mapping[str, Sequence[Span]]:
    """Give the spans of each claim's quotes, in the order of the text."""
    found = defaultdict[str, list[Span]](list)
    for note in facts.having(OA.hasBody):
        selectors = (s for target in facts.nodes(note, OA.hasTarget) for s in facts.nodes(target, OA.hasSelector))
        spans = {_span(facts, selector) for selector in selectors}
        for claim in facts.nodes(note, OA.hasBody):
            found[claim.value].extend(span for span in spans if NOTHING not in span)
    return defaultdict(list, {claim: sorted(set(spans)) for claim, spans in found.items()})


def _span(facts: Facts, selector: NamedNode) -> Span:
    return facts.number(selector, OA.start, NOTHING), facts.number(selector, OA.end, NOTHING)


def _short_names(iris: Sequence[str]) -> Mapping[str, str]:
    """Name each claim by the end of its IRI, or by all of it where two end alike."""
    ends = {iri: iri.rpartition("/")[2] for iri in iris}
    alike = Counter(ends.values())
    return {iri: end if end and alike[end] == 1 else iri for iri, end in ends.items()}
