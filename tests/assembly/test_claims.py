"""What the graph holds of each claim and its evidence."""

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

import builders
from assembly.looking import ARTICLE, BASE, TEXT, edges, of, one, statement, values
from builders import ALOPECIA, IPEX, NAILS, SIROLIMUS, TRANSPLANT, article, claim, claims
from nosograph.assembly import assemble
from nosograph.errors import VocabularyError
from nosograph.model import Outcome, Polarity
from nosograph.rdf import (
    BIOLINK,
    CITO,
    NG,
    OA,
    RDF,
    relations,
)


@pytest.mark.parametrize("key", relations())
def test_every_relation_has_its_edge_and_association(key: str) -> None:
    """Each relation is written as its table says: direct edge, predicates beside it, association, Biolink."""
    made = article()
    said = next(c for c in claims(made) if c.relation == key and c.polarity is Polarity.AFFIRMED)
    graph = assemble(made, [said])
    row = relations()[key]
    subject, object_ = (graph.store.quads_for_pattern(None, p, None) for p in (RDF.subject, RDF.object))
    between = graph.store.quads_for_pattern(next(subject).object, None, next(object_).object)
    assert {q.predicate.value for q in between} == {row.predicate, *row.beside}
    claimed = one(graph, RDF.type, NG.Claim)
    assert values(graph, claimed, RDF.type) == sorted([NG.Claim.value, row.association])
    assert values(graph, claimed, RDF.predicate) == [row.predicate]
    assert bool(values(graph, claimed, NG.biolinkInverse)) is row.biolink_inverse


def test_a_negated_claim_makes_no_edge() -> None:
    """What an article denies is a claim, and no edge."""
    made = article()
    graph = of((claim(made, 4, "has_phenotype", ALOPECIA, "alopecia", polarity=Polarity.NEGATED),))
    assert edges(graph, IPEX, ALOPECIA) == set()
    denied = statement(graph, ALOPECIA)
    assert values(graph, denied, NG.polarity) == [NG.negated.value]
    assert values(graph, denied, BIOLINK.negated) == ["true"]


def test_affirmed_and_negated_claims_are_linked() -> None:
    """Where an article says both, both claims stay, linked to each other, and the edge stands."""
    made = article()
    graph = of(claims(made))
    pairs = {(q.subject, q.object) for q in graph.store.quads_for_pattern(None, NG.conflictsWith, None)}
    (first, second), *_ = pairs
    assert pairs == {(first, second), (second, first)}
    assert {*values(graph, first, NG.polarity), *values(graph, second, NG.polarity)} == {
        NG.affirmed.value,
        NG.negated.value,
    }
    assert edges(graph, IPEX, ALOPECIA) == {NamedNode(relations()["has_phenotype"].predicate), NG.hasManifestation}


def test_only_an_affirmed_established_effect_treats() -> None:
    """Biolink's `treats` stands on affirmed claims of a cure or of effect; what is denied was applied."""
    made = article()
    graph = of(claims(made))
    assert values(graph, statement(graph, SIROLIMUS), NG.biolinkPredicate) == [BIOLINK.treats.value]
    assert values(graph, statement(graph, TRANSPLANT), NG.biolinkPredicate) == [BIOLINK.applied_to_treat.value]
    denied = claim(
        made, 5, "treated_with", SIROLIMUS, "sirolimus", outcome=Outcome.EFFECTIVE, polarity=Polarity.NEGATED
    )
    graph = of((denied,))
    assert values(graph, statement(graph, SIROLIMUS), NG.biolinkPredicate) == [BIOLINK.applied_to_treat.value]


def test_a_claim_carries_what_was_read() -> None:
    """Match, certainty, outcome, frequency, score, reason, sentence and section stand on the claim."""
    graph = builders.graph()
    nails = statement(graph, NAILS)
    said = article().sentences[3]
    expected = {
        NG.match: NG.close.value,
        NG.certainty: NG.stated.value,
        NG.frequency: "in a third",
        NG.score: "0.9",
        NG.why: "made by hand",
        NG.section: "Signs",
        NG.sentenceStart: str(said.start),
        NG.sentenceEnd: str(said.end),
        BIOLINK.supporting_text: said.text,
        NG.inArticle: ARTICLE.value,
        BIOLINK.agent_type: "text_mining_agent",
    }
    assert {predicate: values(graph, nails, predicate) for predicate in expected} == {
        p: [v] for p, v in expected.items()
    }
    assert values(graph, nails, NG.outcome) == []
    assert values(graph, statement(graph, TRANSPLANT), NG.outcome) == [NG.limited.value]


def test_a_cited_claim_names_entries_works_and_grounds() -> None:
    """A claim links the entries its sentence cites and their works; its kind of evidence says whether one is cited."""
    graph = builders.graph()
    nails, sepsis = statement(graph, NAILS), statement(graph, builders.SEPSIS)
    assert values(graph, nails, NG.citesReference) == [f"{ARTICLE.value}/reference/2"]
    assert values(graph, nails, CITO.citesAsEvidence) == ["urn:isbn:9781416029991"]
    evidence = NamedNode("http://purl.obolibrary.org/obo/RO_0002558")
    assert values(graph, nails, evidence) == ["http://purl.obolibrary.org/obo/ECO_0007321"]
    assert values(graph, sepsis, evidence) == ["http://purl.obolibrary.org/obo/ECO_0008021"]
    assert values(graph, sepsis, NG.citesReference) == []


def test_each_place_is_a_piece_of_evidence() -> None:
    """Two mentions in a sentence are two annotations, in the order of the text, each with quote and position."""
    made = article()
    graph = of((claim(made, 3, "has_phenotype", NAILS, "nail"),))
    name = statement(graph, NAILS).value.rpartition("/")[2]
    for number in (1, 2):
        evidence = NamedNode(f"{BASE}evidence/{name}-{number}")
        (target,) = values(graph, evidence, OA.hasTarget)
        assert values(graph, NamedNode(target), OA.hasSource) == [TEXT.value]
        quote, position = NamedNode(f"{evidence.value}/quote"), NamedNode(f"{evidence.value}/position")
        (start,), (end,) = values(graph, position, OA.start), values(graph, position, OA.end)
        (before,), (words,), (after,) = (values(graph, quote, p) for p in (OA.prefix, OA.exact, OA.suffix))
        assert words == made.text[int(start) : int(end)] == "nail"
        assert before + words + after in made.text


def test_selectors_at_the_edges_of_the_text_are_whole() -> None:
    """A quote at the very beginning or end of the text has an empty prefix or suffix."""
    made = article((("Nails.", builders.SectionRole.SIGNS, ()),), references=(), title="")
    said = made.sentences[0]
    whole = replace(made, text="Nails.", sentences=(replace(said, start=0, end=6),))
    said = claim(whole, 0, "has_phenotype", NAILS, "Nails.")
    graph = assemble(whole, [said])
    quote = one(graph, OA.exact, Literal("Nails."))
    assert (values(graph, quote, OA.prefix), values(graph, quote, OA.suffix)) == ([""], [""])


def test_literals_are_canonical() -> None:
    """What the store would rewrite is written so from the start: no trailing zeros, no exponent, four places."""
    made = article()
    scores = {0.90: "0.9", 1.0: "1", 0.0: "0", 1e-05: "0", 0.123456: "0.1235", 0.1: "0.1"}
    for score, text in scores.items():
        graph = of((claim(made, 3, "has_phenotype", NAILS, "nail", score=score),))
        assert values(graph, statement(graph, NAILS), NG.score) == [text]


def test_an_unknown_relation_is_refused() -> None:
    """A claim whose relation the vocabulary lacks is refused in one line that names those it has."""
    made = article()
    with pytest.raises(VocabularyError, match=r"'likes' is none of the vocabulary's; use one of has_phenotype"):
        of((claim(made, 3, "likes", NAILS, "nail"),))
