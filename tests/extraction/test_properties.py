"""What must hold of the claims of any article."""

import re
from functools import cache
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nosograph.extraction import extract
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._sieve import Sieve, Words
from nosograph.extraction._stems import stems
from nosograph.lexicon import load_lexicon
from nosograph.model import Claim, Polarity
from nosograph.reading import read_text
from nosograph.recognition import annotate

TITLE = "Wiskott-Aldrich syndrome"
SENTENCES = (
    "The disorder manifests with seizures, fever and nail dystrophy.",
    "It is caused by mutations in the FOXP3 gene.",
    "Patients often have splenomegaly.",
    "It is inherited in an autosomal recessive manner.",
    "The disease is treated with bone marrow transplantation.",
    "The syndrome may lead to kidney failure.",
    "It affects about 1 in 40,000 people.",
    "The disorder resembles bullous pemphigoid.",
)
ASIDES = ("The town lies on a river.", "Stamps are printed on paper.", "Both films were shown in March.")


@cache
def claims(body: str, title: str = TITLE) -> tuple[Claim, ...]:
    """Read an article of one title and body."""
    article = read_text(f"{title}\n\n{body}\n", title=title)
    return extract(article, annotate(article, load_lexicon()))


def said(found: tuple[Claim, ...]) -> list[tuple[str, ...]]:
    """Give what claims say, without where they say it."""
    return [
        (str(c.subject.curie), c.relation, str(c.object.curie), c.polarity, c.certainty, c.frequency, c.sentence.text)
        for c in found
    ]


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True), st.sampled_from(ASIDES))
def test_an_unrelated_paragraph_changes_no_other_claim(sentences: list[str], aside: str) -> None:
    """A paragraph on something else, before or after, adds and takes away nothing."""
    body = "\n\n".join(sentences)
    assert said(claims(f"{body}\n\n{aside}")) == said(claims(body)) == said(claims(f"{aside}\n\n{body}"))


@settings(deadline=None, max_examples=15)
@given(st.permutations(SENTENCES))
def test_the_order_of_paragraphs_changes_no_claim(sentences: list[str]) -> None:
    """Paragraphs that name their disease say the same wherever they stand."""
    assert sorted(said(claims("\n\n".join(sentences)))) == sorted(said(claims("\n\n".join(SENTENCES))))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_object_s_words_stand_in_the_sentence_and_the_subject_or_its_anaphor_too(sentence: str) -> None:
    """Both ends are in the claim's sentence: the object's quote, and what names the disease or stands for it."""
    for claim in claims(sentence):
        named = re.search(r'subject named "([^"]+)"|"([^"]+)" stands for', claim.why)
        assert all(evidence.quote in claim.sentence.text for evidence in claim.evidence)
        assert named is not None
        assert (named[1] or named[2]) in claim.sentence.text


@pytest.mark.parametrize("sentence", SENTENCES[:7])
def test_another_title_is_another_subject(sentence: str) -> None:
    """The claims go with the disease the article is about; only the subject differs."""
    here, there = claims(sentence), claims(sentence, "Marfan syndrome")
    assert here
    assert {str(c.subject.curie) for c in here}.isdisjoint(str(c.subject.curie) for c in there)
    assert [row[1:] for row in said(here)] == [row[1:] for row in said(there)]


def test_swapping_two_diseases_swaps_the_subject() -> None:
    """Whichever disease the title names has the findings, and resembles the other."""
    one = "Marfan syndrome resembles bullous pemphigoid. It causes seizures."
    other = "Bullous pemphigoid resembles Marfan syndrome. It causes seizures."
    here, there = claims(one, "Marfan syndrome"), claims(other, "Bullous pemphigoid")
    resembling = {(c.subject.curie, c.object.curie) for c in here if c.relation == "resembles"}
    assert resembling
    assert {(b, a) for a, b in resembling} == {
        (c.subject.curie, c.object.curie) for c in there if c.relation == "resembles"
    }
    assert [c.object.curie for c in here if c.relation == "has_phenotype"] == [
        c.object.curie for c in there if c.relation == "has_phenotype"
    ]


@pytest.mark.parametrize(
    ("sentence", "denied"),
    [
        ("The disorder manifests with seizures.", "The disorder does not manifest with seizures."),
        ("It is caused by mutations in the FOXP3 gene.", "It is not caused by mutations in the FOXP3 gene."),
        ("Patients have seizures or fever.", "Patients have no seizures or fever."),
        ("The syndrome leads to kidney failure.", "The syndrome does not lead to kidney failure."),
        ("It is treated with sirolimus.", "It is not treated with sirolimus."),
    ],
)
def test_negating_a_sentence_adds_no_affirmed_claim(sentence: str, denied: str) -> None:
    """What is denied is not affirmed, and nothing else comes to be."""
    affirmed = {(c.relation, c.object.curie) for c in claims(sentence)}
    assert affirmed
    assert not [c for c in claims(denied) if c.polarity is Polarity.AFFIRMED]
    assert {(c.relation, c.object.curie) for c in claims(denied)} <= affirmed


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(SENTENCES + ASIDES), min_size=1, max_size=6))
def test_quotes_slice_and_lie_in_their_sentence(sentences: list[str]) -> None:
    """Each quote is the article's text at its offsets, within its sentence, with a reason and a score in 0..1."""
    body = " ".join(sentences)
    text = read_text(f"{TITLE}\n\n{body}\n", title=TITLE).text
    for claim in claims(body):
        assert 0 < claim.score <= 1
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert evidence.sentence.start <= evidence.start < evidence.end <= evidence.sentence.end


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_reason_names_what_licenses_the_claim_and_how_the_subject_is_named(sentence: str) -> None:
    """A cue or the section; and the subject's name or its anaphor, as the sentence has them."""
    for claim in claims(sentence):
        cue = re.search(r'cue "([^"]+)"', claim.why)
        subject = re.search(r'subject named "([^"]+)"|"([^"]+)" stands for|subject understood', claim.why)
        assert cue is None or cue[1] in claim.sentence.text
        assert cue is not None or "section" in claim.why or "continues" in claim.why
        assert subject is not None


COLUMNS = {
    "relations.tsv": 1,
    "scope.tsv": 1,
    "scope_treatments.tsv": 1,
    "scope_diseases.tsv": 1,
    "scope_genetics.tsv": 1,
    "negation.tsv": 0,
    "certainty.tsv": 0,
    "frequency.tsv": 0,
    "outcomes.tsv": 1,
    "anaphora.tsv": 0,
    "readings.tsv": 1,
    "quantities.tsv": 1,
    "causes.tsv": 1,
    "history.tsv": 1,
    "subtypes.tsv": 0,
}


@pytest.mark.parametrize("table", COLUMNS)
def test_a_cue_that_matches_has_its_stems(table: str) -> None:
    """No cue is passed over in a text that it matches: each example has the word beginnings its cue asks for."""
    texts = [row[-1] for name in COLUMNS for row in rows(name, 1)] + list(SENTENCES)
    looked = [Words.of(text) for text in texts]
    for row in rows(table, COLUMNS[table] + 1):
        pattern, needed = phrase(row[COLUMNS[table]]), stems(row[COLUMNS[table]])
        for words in looked:
            if pattern.search(words.lower):
                assert not any(stem.isdisjoint(words.beginnings) for stem in needed), (row[0], words.lower)


@pytest.mark.parametrize("table", COLUMNS)
def test_a_sieve_finds_all_that_its_cues_match(table: str) -> None:
    """Looked for at the words it may begin with, a cue matches what it matches when looked for everywhere."""
    texts = [row[-1] for name in COLUMNS for row in rows(name, 1)] + list(SENTENCES)
    looked = [Words.of(text) for text in texts]
    for row in rows(table, COLUMNS[table] + 1):
        cue = row[COLUMNS[table]], phrase(row[COLUMNS[table]])
        sieve = Sieve([cue], itemgetter(0), itemgetter(1))
        for words in looked:
            everywhere = [match.span() for match in cue[1].finditer(words.lower)]
            assert [match.span() for _, match in sieve.find(words)] == everywhere, (row[0], words.lower)


@pytest.mark.parametrize(
    "table",
    [
        "relations.tsv",
        "scope.tsv",
        "scope_treatments.tsv",
        "scope_diseases.tsv",
        "scope_genetics.tsv",
        "certainty.tsv",
        "outcomes.tsv",
        "readings.tsv",
        "quantities.tsv",
        "causes.tsv",
        "history.tsv",
    ],
)
def test_each_row_matches_its_example(table: str) -> None:
    """A linguist reads what a row is for in its last column, and the row does that."""
    column = COLUMNS[table]
    silent = [row for row in rows(table, column + 1) if phrase(row[column]).search(row[-1].lower()) is None]
    assert not silent, [(row[column][:60], row[-1]) for row in silent]


@pytest.mark.parametrize(
    "unit", ["fever, seizures, ", "it causes fever and ", "not fever or ", "((fever", "1 in 40,000 ", "a-"]
)
def test_a_sentence_without_end_is_read(unit: str) -> None:
    """Fifty thousand letters without a full stop are a sentence like another."""
    assert all(claim.evidence for claim in claims("The disorder " + unit * (50_000 // len(unit)) + "."))
