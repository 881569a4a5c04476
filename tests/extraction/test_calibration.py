"""Scores of findings, by how and how often they are said."""

import pytest

from nosograph.extraction import extract
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.reading import read_text
from nosograph.recognition import annotate


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def scores(body: str, lexicon: Lexicon) -> dict[str, float]:
    """Give the first score of each object of an article on Marfan syndrome."""
    article = read_text(f"Marfan syndrome\n\n{body}\n", title="Marfan syndrome")
    claims = extract(article, annotate(article, lexicon))
    return {claim.object.label: claim.score for claim in reversed(claims)}


def test_what_is_said_often_is_surer(lexicon: Lexicon) -> None:
    """A finding that three sentences state has a higher score than one of a single sentence."""
    body = "It causes seizures and fever. Patients have seizures. The disease leads to seizures."
    found = scores(body, lexicon)
    assert found["Seizure"] > found["Fever"]


def test_a_hedge_lowers_the_score(lexicon: Lexicon) -> None:
    """What may be is less sure than what is."""
    found = scores("It causes seizures. It may cause fever.", lexicon)
    assert found["Fever"] < found["Seizure"]


def test_denials_do_not_count_as_saying_it(lexicon: Lexicon) -> None:
    """Sentences that deny a finding add nothing to the score of the one that states it."""
    once = scores("It causes seizures.", lexicon)
    denied = scores("It causes seizures. It does not cause seizures. Patients never have seizures.", lexicon)
    assert denied["Seizure"] == once["Seizure"]


def test_other_relations_keep_their_own_score(lexicon: Lexicon) -> None:
    """A treatment's score is that of its cue, however often it is named."""
    once = scores("The disease is treated with sirolimus.", lexicon)
    often = scores("The disease is treated with sirolimus. " * 3, lexicon)
    assert once["sirolimus"] == often["sirolimus"]
