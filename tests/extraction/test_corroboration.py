"""Scores of findings, by how often they are said."""

import pytest

from nosograph.extraction import extract
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import Claim
from nosograph.reading import read_text
from nosograph.recognition import annotate


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def first(body: str, lexicon: Lexicon) -> dict[str, Claim]:
    """Give the first claim of each object of an article on Marfan syndrome."""
    article = read_text(f"Marfan syndrome\n\n{body}\n", title="Marfan syndrome")
    claims = extract(article, annotate(article, lexicon))
    return {claim.object.label: claim for claim in reversed(claims)}


def test_what_three_sentences_say_is_surer_and_says_so(lexicon: Lexicon) -> None:
    """A finding that three sentences state has a higher score than one of a single sentence, and its why tells."""
    found = first("It causes seizures and fever. Patients have seizures. The disease leads to seizures.", lexicon)
    assert found["Seizure"].score > found["Fever"].score
    assert found["Seizure"].why.endswith("; said in 3 sentences")
    assert "said in" not in found["Fever"].why


def test_denials_do_not_count_as_saying_it(lexicon: Lexicon) -> None:
    """Sentences that deny a finding add nothing to the score of the one that states it."""
    once = first("It causes seizures.", lexicon)
    denied = first("It causes seizures. It does not cause seizures. Patients never have seizures.", lexicon)
    assert denied["Seizure"].score == once["Seizure"].score


def test_other_relations_keep_their_score(lexicon: Lexicon) -> None:
    """A treatment's score is that of its cue, however often it is named."""
    once = first("The disease is treated with sirolimus.", lexicon)
    often = first("The disease is treated with sirolimus. " * 3, lexicon)
    assert once["sirolimus"].score == often["sirolimus"].score
