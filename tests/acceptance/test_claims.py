"""The claims of the article on IPEX syndrome, from its text to the table."""

import csv
import io

import pytest

from nosograph.pipeline import Result
from nosograph.serialization import WRITERS

IPEX = "MONDO:0010580"
FOXP3 = "HGNC:6106"
TREG = "CL:0000815"

# subject, relation, objects of which one is right, references; each identifier is verified against its ontology
STATED = (
    (IPEX, "linked_to_dysfunction_of", {FOXP3}, "1"),
    (FOXP3, "master_regulator_of", {TREG}, "1"),
    (FOXP3, "has_function", {"GO:0003700"}, "1"),
    (IPEX, "causes_dysfunction_of", {TREG}, "2"),
    (IPEX, "has_phenotype", {"HP:0002960"}, "2"),
    (IPEX, "has_feature", {"MONDO:0019787"}, "2"),
    (IPEX, "has_phenotype", {"HP:0003765"}, "2"),
    (IPEX, "has_phenotype", {"HP:0000964"}, "2"),
    (IPEX, "has_phenotype", {"HP:0008404"}, "2"),
    (IPEX, "has_feature", {"MONDO:0000569"}, "2"),
    (IPEX, "has_phenotype", {"HP:0002289"}, "2"),
    (IPEX, "has_feature", {"MONDO:0019082"}, "2"),
    (IPEX, "has_feature", {"DOID:0060039", "MONDO:0005093"}, "2"),
    (IPEX, "resembles", {"MONDO:0009411"}, "2"),
    (IPEX, "has_phenotype", {"HP:0100651"}, ""),
    (IPEX, "has_phenotype", {"HP:0000964"}, ""),
    (IPEX, "has_phenotype", {"HP:0500093"}, ""),
    (IPEX, "has_phenotype", {"HP:0002719", "HP:0032101"}, ""),
    (IPEX, "treated_with", {"MAXO:0010030"}, "3"),
    (IPEX, "treated_with", {"CHEBI:9168"}, "1"),
    (IPEX, "inherited_as", {"HP:0001417"}, "1"),
    (IPEX, "is_a", {"NCIT:C4873"}, "1"),
)


@pytest.fixture(scope="module")
def rows(made: Result) -> list[dict[str, str]]:
    """Read the claims table back as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(WRITERS["claims.tsv"](made.graph).decode()), dialect="excel-tab"))


@pytest.mark.parametrize(("subject", "relation", "objects", "references"), STATED)
def test_the_table_holds_the_claim(
    rows: list[dict[str, str]], subject: str, relation: str, objects: set[str], references: str
) -> None:
    """Each statement of the article is a row with its own sentence's references."""
    found = [r for r in rows if (r["subject"], r["relation"]) == (subject, relation) and r["object"] in objects]
    assert references in [row["references"] for row in found]
    assert {row["polarity"] for row in found} == {"affirmed"}


def test_nothing_else_is_claimed(rows: list[dict[str, str]]) -> None:
    """No row claims more than the article says: nothing hangs on APECED, nothing comes from navigation or licence."""
    stated = {(subject, relation, thing) for subject, relation, things, _ in STATED for thing in things}
    assert {(row["subject"], row["relation"], row["object"]) for row in rows} - stated == set()


def test_consideration_is_hedged(rows: list[dict[str, str]]) -> None:
    """What is "widely considered" is hedged, and nothing else is."""
    assert {row["relation"] for row in rows if row["certainty"] == "hedged"} == {"master_regulator_of"}


def test_outcomes_are_those_of_the_text(rows: list[dict[str, str]]) -> None:
    """Transplantation has "limited success"; of sirolimus the title tells no outcome."""
    outcomes = {row["object"]: row["outcome"] for row in rows if row["outcome"]}
    assert outcomes == {"MAXO:0010030": "limited", "CHEBI:9168": "unstated"}


def test_wider_concepts_say_so(rows: list[dict[str, str]]) -> None:
    """Where no identifier fits the words exactly, match says broad or close; all others are exact."""
    inexact = {row["quote"] for row in rows if row["match"] != "exact"}
    assert inexact == {"autoimmune skin conditions", "transcription factor", "infections"}


def test_a_damaged_sentence_scores_low_and_says_why(rows: list[dict[str, str]]) -> None:
    """The findings of the paragraph that lost words score below all others and cite nothing."""
    damaged = [row for row in rows if not row["references"]]
    assert len(damaged) >= 4
    assert max(float(row["score"]) for row in damaged) < min(float(row["score"]) for row in rows if row["references"])
    assert all(row["why"] for row in damaged)


def test_uncited_claims_are_warned_of(made: Result) -> None:
    """The report warns of each claim whose sentence cites nothing, and holds no violation."""
    uncited = [claim for claim in made.claims if not claim.references]
    assert made.report.violations == ()
    assert len(made.report.warnings) >= len(uncited) > 0


def test_each_quote_is_the_text_at_its_offsets(made: Result) -> None:
    """Every quote and every sentence is the slice of the text that its offsets name."""
    text = made.article.text
    for claim in made.claims:
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert text[evidence.sentence.start : evidence.sentence.end] == evidence.sentence.text
