# ruff: noqa: E501 - a case is one line of a table
"""Articles to claims of causes, risks, places, history, types and quantities."""

import pytest

from nosograph.extraction import extract
from nosograph.extraction.frequency._terms import frequency_term
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import Claim, Measure
from nosograph.reading import read_text
from nosograph.recognition import annotate


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def claims(body: str, lexicon: Lexicon, title: str = "Marfan syndrome") -> tuple[Claim, ...]:
    """Read an article of one title and body."""
    article = read_text(f"{title}\n\n{body}\n", title=title)
    return extract(article, annotate(article, lexicon))


def objects(body: str, relation: str, lexicon: Lexicon) -> set[str]:
    """Give the labels of the objects of a relation."""
    return {c.object.label for c in claims(body, lexicon) if c.relation == relation}


@pytest.mark.parametrize(
    "sentence",
    [
        "The disease is caused by hyperthyroidism.",
        "Marfan syndrome results from hyperthyroidism.",
        "Hyperthyroidism is a common cause of the disease.",
        "Causes of the disease include hyperthyroidism.",
    ],
)
def test_what_brings_the_disease_about_is_its_cause(sentence: str, lexicon: Lexicon) -> None:
    """A finding or disease that the sentence says causes the disease is no finding of it."""
    assert {label.lower() for label in objects(sentence, "caused_by", lexicon)} == {"hyperthyroidism"}
    assert not objects(sentence, "has_phenotype", lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "The seizures are caused by hyperthyroidism.",
        "The features of Marfan syndrome are caused by hyperthyroidism.",
        "The disease is caused by a mutation that leads to hyperthyroidism.",
        "Hyperthyroidism is a common cause of seizures.",
    ],
)
def test_the_cause_of_something_else_is_not_the_disease_s(sentence: str, lexicon: Lexicon) -> None:
    """What causes a finding, and what a mutation leads to, are no causes of the disease."""
    assert not objects(sentence, "caused_by", lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "Risk factors include obesity.",
        "Obesity is a risk factor for the disease.",
        "Obesity increases the risk of Marfan syndrome.",
    ],
)
def test_what_makes_the_disease_likelier_is_a_risk_factor(sentence: str, lexicon: Lexicon) -> None:
    """A factor may stand before the disease that it makes likelier, or in a list of factors."""
    assert objects(sentence, "risk_factor", lexicon) == {"Obesity"}


@pytest.mark.parametrize("sentence", ["Obesity is a risk factor for asthma.", "Obesity increases the risk of asthma."])
def test_a_risk_factor_for_another_disease_is_none(sentence: str, lexicon: Lexicon) -> None:
    """What makes another disease likelier says nothing of this one."""
    assert not objects(sentence, "risk_factor", lexicon)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("It affects the skin, the kidneys and the eyes.", {"skin of body", "kidney", "eye"}),
        ("Marfan syndrome is a rare disorder of the connective tissue.", {"connective tissue"}),
        ("Marfan syndrome is a disorder that primarily affects the nervous system.", {"nervous system"}),
        ("The drug affects the kidneys.", set()),
        ("It affects brain function.", set()),
        ("It involves both heart and digestive system abnormalities.", set()),
    ],
)
def test_affected_parts_of_the_body_are_locations(sentence: str, parts: set[str], lexicon: Lexicon) -> None:
    """The parts that the disease is said to affect are claimed, those that qualify another word are not."""
    assert objects(sentence, "has_location", lexicon) == parts


@pytest.mark.parametrize(
    ("sentence", "persons", "years"),
    [
        ("It was first described by Antoine Marfan in 1896.", {"Antoine Marfan"}, {"1896"}),
        ("It is named after the French physician Antoine Marfan.", {"Antoine Marfan"}, set()),
        ("The syndrome was described in 1936 by E. Cockayne and Jan van der Berg.", {"E. Cockayne", "Jan van der Berg"}, {"1936"}),
        ("It is named after Dr. Ann Lee (1917–1998), who first reported the disease in 1966.", {"Ann Lee"}, {"1966"}),
        ("Ann Lee, a German physician, first described the disease in 1917.", {"Ann Lee"}, {"1917"}),
        ("The gene was discovered by Ann Lee in 1997.", set(), set()),
        ("Symptoms were reported by Ann Lee in 1997.", set(), set()),
        ("It is a different disease, also described by Ann Lee.", set(), set()),
        ("It was first described by the National Institutes of Health.", set(), set()),
        ("In 2011, it was reported that the disease protects against nothing.", set(), set()),
    ],
)  # fmt: skip
def test_history_is_who_described_the_disease_and_when(
    sentence: str, persons: set[str], years: set[str], lexicon: Lexicon
) -> None:
    """Persons and years are those of the disease's own description, not of a gene's or a finding's."""
    assert objects(sentence, "described_by", lexicon) == persons
    assert objects(sentence, "described_in", lexicon) == years


def test_a_place_on_a_chromosome_is_a_locus(lexicon: Lexicon) -> None:
    """The band to which a disease was mapped is kept by its own words."""
    assert objects("The disease was mapped to 15q21.1.", "has_locus", lexicon) == {"15q21.1"}


def test_listed_types_fall_under_the_disease(lexicon: Lexicon) -> None:
    """A type that a sentence lists is a disease that falls under the article's; types beside it are not."""
    title, name = "Congenital adrenal hyperplasia", "lipoid congenital adrenal hyperplasia"
    found = [c for c in claims(f"Types of the disease include {name}.", lexicon, title) if c.relation == "is_a"]
    assert [(c.evidence[0].quote, c.object.label) for c in found] == [(name, title)]
    assert {c.subject.curie for c in found}.isdisjoint(c.object.curie for c in found)
    beside = claims(f"The other types of the group are {name}.", lexicon, title)
    assert not [c for c in beside if c.relation == "is_a"]


@pytest.mark.parametrize(
    ("sentence", "words", "measure"),
    [
        ("Its prevalence is 1 in 40,000.", "1 in 40,000", Measure.PREVALENCE),
        ("The incidence is 2.5 per 100,000 people per year.", "2.5 per 100,000 people per year", Measure.INCIDENCE),
        ("About 300 cases have been reported.", "About 300 cases", Measure.COUNT),
        ("It affects 1:3000-1:8000 people.", "1:3000-1:8000 people", Measure.PREVALENCE),
        ("It affects between 10 and 16 per 100 000 people.", "between 10 and 16 per 100 000 people", Measure.PREVALENCE),
        ("It accounts for 7% of all cases of congenital deafness.", "7% of all cases of congenital deafness", Measure.SHARE),
    ],
)  # fmt: skip
def test_quantities_keep_their_words_and_say_what_they_measure(
    sentence: str, words: str, measure: Measure, lexicon: Lexicon
) -> None:
    """A number with its unit is one object, in its own words, with what it measures."""
    (claim,) = (c for c in claims(sentence, lexicon) if c.relation == "has_prevalence")
    assert (claim.object.label, claim.measure) == (words, measure)


@pytest.mark.parametrize(
    "sentence", ["It left the DSM-5 in 2013.", "The mean age was 7.1. In 1990, 20 of them fell ill."]
)
def test_a_year_is_no_denominator(sentence: str, lexicon: Lexicon) -> None:
    """A number before a year counts nothing out of it."""
    assert not objects(sentence, "has_prevalence", lexicon)


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("all patients", "Obligate"),
        ("100%", "Obligate"),
        ("nearly all patients", "Very frequent"),
        ("more than 90% of patients", "Very frequent"),
        ("5/6", "Very frequent"),
        ("a third of patients", "Frequent"),
        ("half of patients", "Frequent"),
        ("10–15%", "Occasional"),
        ("one in ten patients", "Occasional"),
        ("2% of patients", "Very rare"),
        ("very rarely", "Very rare"),
        ("over 50% of patients", None),
        ("up to 40%", None),
        ("25 to 35%", None),
        ("most patients", None),
        ("often", None),
        ("rarely", None),
        ("not always", None),
    ],
)
def test_words_of_frequency_have_a_term_where_they_mean_just_that(words: str, term: str | None) -> None:
    """HPO's term stands only where numbers lie within its definition, or words mean just what it says."""
    found = frequency_term(words)
    assert (found.label if found else None) == term


def test_a_claim_carries_the_term_beside_its_words(lexicon: Lexicon) -> None:
    """The article's own words stay; the term stands beside them."""
    (claim,) = (c for c in claims("Seizures occur in 30% of patients.", lexicon) if c.object.label == "Seizure")
    assert claim.frequency == "30% of patients"
    assert claim.frequency_term is not None
    assert str(claim.frequency_term.curie) == "HP:0040282"


def test_the_names_in_a_line_of_their_own_are_synonyms(lexicon: Lexicon) -> None:
    """A label with a colon says what they are."""
    text = "Takayasu arteritis\n\nSynonym(s): Aortic arch syndrome; Pulseless disease\n\nIt is a vasculitis.\n"
    article = read_text(text, title="Takayasu arteritis")
    found = {c.object.label for c in extract(article, annotate(article, lexicon)) if c.relation == "has_synonym"}
    assert found == {"Aortic arch syndrome", "Pulseless disease"}


def test_a_sentence_on_the_numbered_disease_without_its_number_is_on_it(lexicon: Lexicon) -> None:
    """A page on one type says "Noonan syndrome is" and means its own disease."""
    text = "Noonan syndrome 1\n\nNoonan syndrome is a disorder characterized by hypertelorism.\n"
    article = read_text(text, title="Noonan syndrome 1")
    found = [c for c in extract(article, annotate(article, lexicon)) if c.object.label == "Hypertelorism"]
    assert [c.subject.label for c in found] == ["Noonan syndrome 1"]
