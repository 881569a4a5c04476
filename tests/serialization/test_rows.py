"""The claims as rows: what the graph holds, and nothing else."""

from dataclasses import fields

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

import builders
import hostile
from nosograph.errors import GraphError
from nosograph.graph import Graph
from nosograph.model import Certainty, Claim, Curie, Match, Outcome, Polarity
from nosograph.rdf import CITO, NG, OA, RDF, RDFS
from nosograph.serialization import ClaimRow, claim_rows

COLUMNS = (
    "claim article subject subject_label relation object object_label match polarity certainty outcome frequency "
    "start end quote sentence references reference_ids score why decision note"
)


def copy(graph: Graph) -> Graph:
    """Give a graph that a test may change."""
    store = Store()
    store.extend(graph.store)
    return Graph(store)


@pytest.fixture
def good() -> Graph:
    """Give the good graph, to be changed."""
    return builders.graph()


def first_claim(graph: Graph) -> NamedNode:
    """Give the first claim's node."""
    return NamedNode(claim_rows(graph)[0].claim)


def expected(claim: Claim) -> tuple[object, ...]:
    """Give what a claim's row should say, save for its IRI and its works."""
    first = min(claim.evidence, key=lambda e: (e.start, e.end))
    return (
        *(claim.subject.curie, claim.subject.label, claim.relation, claim.object.curie, claim.object.label),
        *(claim.match, claim.polarity, claim.certainty, claim.outcome, claim.frequency, first.start, first.end),
        *(first.quote, claim.sentence.text, claim.references, round(claim.score, 4), claim.why),
    )


def said(row: ClaimRow) -> tuple[object, ...]:
    """Give the same of a row."""
    return (
        *(row.subject, row.subject_label, row.relation, row.object, row.object_label),
        *(row.match, row.polarity, row.certainty, row.outcome, row.frequency, row.start, row.end),
        *(row.quote, row.sentence, row.references, row.score, row.why),
    )


def test_the_columns_are_the_designs() -> None:
    """A row has exactly the columns of the table, in their order."""
    assert [field.name for field in fields(ClaimRow)] == COLUMNS.split()


def test_rows_say_what_the_claims_said(good: Graph) -> None:
    """Every claim that went into the graph comes out as one row with the same values."""
    claims = builders.claims(builders.article())
    assert sorted(map(repr, map(said, claim_rows(good)))) == sorted(map(repr, map(expected, claims)))


def test_hostile_text_comes_through() -> None:
    """Quotes, sentences, labels and reasons of hostile text come out of the graph as they went in."""
    rows = {row.object: row for row in claim_rows(hostile.graph())}
    for text in hostile.TEXTS:
        row = rows[Curie("text", text)]
        assert (row.quote, row.why, row.frequency, row.object_label) == (text, text, text, text)


def test_rows_stand_in_the_order_of_the_text(good: Graph) -> None:
    """Rows ascend by article, then by where their quotes start."""
    rows = claim_rows(good)
    assert [(row.article, row.start) for row in rows] == sorted((row.article, row.start) for row in rows)


def test_works_go_with_their_references(good: Graph) -> None:
    """A claim's works are identifiers, in the order of its references; a work without one has our own name for it."""
    (row,) = [row for row in claim_rows(good) if row.relation == "resembles"]
    assert row.references == ("1", "3")
    doi, own = row.reference_ids
    assert doi == "DOI:10.1007/s10875-008-9196-1"
    assert own.startswith("ngr:publication/")


def test_numbers_are_counted_not_spelt(good: Graph) -> None:
    """Reference 10 comes after reference 2."""
    claim = first_claim(good)
    for number in ("10", "2", "b", "2a"):
        entry = NamedNode(f"https://example.org/reference/{number}")
        good.store.add(Quad(claim, NG.citesReference, entry))
        good.store.add(Quad(entry, NG.number, Literal(number)))
    assert claim_rows(good)[0].references == ("1", "2", "2a", "10", "b")


def test_a_work_without_a_reference_is_named_too(good: Graph) -> None:
    """A work that a curator cites beside the article's references comes last."""
    good.store.add(Quad(first_claim(good), CITO.citesAsEvidence, NamedNode("http://identifiers.org/pubmed/1")))
    assert len(claim_rows(good)[0].reference_ids) == 2


def test_a_curators_words_are_told(good: Graph) -> None:
    """Decision and note are empty until the graph has them."""
    claim = first_claim(good)
    assert (claim_rows(good)[0].decision, claim_rows(good)[0].note) == ("", "")
    good.store.add(Quad(claim, NG.decision, NG.rejected))
    good.store.add(Quad(claim, NG.note, Literal("not said there")))
    assert (claim_rows(good)[0].decision, claim_rows(good)[0].note) == ("rejected", "not said there")


def test_values_are_the_models(good: Graph) -> None:
    """Match, polarity, certainty and outcome are the values claims are made of, not text."""
    (row,) = [row for row in claim_rows(good) if row.polarity is Polarity.NEGATED]
    assert row.certainty is Certainty.HEDGED
    assert row.match is Match.EXACT
    outcomes = {row.outcome for row in claim_rows(good) if row.relation == "treated_with"}
    assert outcomes == {Outcome.LIMITED, Outcome.EFFECTIVE}


def test_a_graph_without_claims_has_no_rows() -> None:
    """Nothing comes of nothing."""
    assert claim_rows(Graph()) == ()


@pytest.mark.parametrize("predicate", [RDF.subject, NG.relation, NG.score, NG.match, NG.inArticle])
def test_what_is_missing_is_named(good: Graph, predicate: NamedNode) -> None:
    """A claim that lacks something is an error that names claim and property."""
    claim = first_claim(good)
    for quad in list(good.store.quads_for_pattern(claim, predicate, None)):
        good.store.remove(quad)
    with pytest.raises(GraphError, match=rf"{claim.value}: its {predicate.value.split('#')[-1].split('/')[-1]} stands"):
        claim_rows(good)


@pytest.mark.parametrize(
    ("predicate", "value"), [(NG.score, Literal("high")), (NG.polarity, NG.perhaps), (NG.score, Literal("0.5"))]
)
def test_what_is_wrong_is_named(good: Graph, predicate: NamedNode, value: NamedNode | Literal) -> None:
    """A value that is no number, none of the vocabulary's, or one too many is an error of one line."""
    claim = first_claim(good)
    if value != Literal("0.5"):
        for quad in list(good.store.quads_for_pattern(claim, predicate, None)):
            good.store.remove(quad)
    good.store.add(Quad(claim, predicate, value))
    with pytest.raises(GraphError, match="nosograph validate"):
        claim_rows(good)


def test_a_claim_without_evidence_is_named(good: Graph) -> None:
    """A claim that nothing supports is an error."""
    for quad in list(good.store.quads_for_pattern(None, OA.hasBody, first_claim(good))):
        good.store.remove(quad)
    with pytest.raises(GraphError, match="the claim has no evidence"):
        claim_rows(good)


def test_a_thing_without_a_label_has_none(good: Graph) -> None:
    """A missing label is an empty cell, no error."""
    for quad in list(good.store.quads_for_pattern(None, RDFS.label, None)):
        good.store.remove(quad)
    assert {row.subject_label for row in claim_rows(good)} == {""}
