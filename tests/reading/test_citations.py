"""Citation marks: out of the text, on the right sentence."""

import pytest

from nosograph.model import Sentence
from nosograph.reading import read_text


def _body(text: str) -> list[Sentence]:
    return list(read_text(text, title="A syndrome").content())


@pytest.mark.parametrize(
    ("text", "words", "citations"),
    [
        ("It is rare.[1]", "It is rare.", ("1",)),
        ("It is rare [1].", "It is rare.", ("1",)),
        ("It is rare. [1]", "It is rare.", ("1",)),
        ("It is rare.[1][3]", "It is rare.", ("1", "3")),
        ("It is rare.[1] [3]", "It is rare.", ("1", "3")),
        ("It is rare.[1,3]", "It is rare.", ("1", "3")),
        ("It is rare.[2–4]", "It is rare.", ("2", "3", "4")),
        ("It is rare.[2-4,7]", "It is rare.", ("2", "3", "4", "7")),
        ("It is rare.[a]", "It is rare.", ("a",)),
        ("It is rare.[note 1]", "It is rare.", ("note 1",)),
        ("It is rare.[nb 2]", "It is rare.", ("note 2",)),
        ("It is rare.[3]:149–150", "It is rare.", ("3",)),
        ("It is rare.[citation needed]", "It is rare.", ()),
        ("It is rare.[1][citation needed][2]", "It is rare.", ("1", "2")),
        ("It is [who?] rare.", "It is rare.", ()),
        ("Fever,[1] rash[2] and pain.[1]", "Fever, rash and pain.", ("1", "2")),
        ("It binds benzo[1,2]thiazole.", "It binds benzo[1,2]thiazole.", ()),
        ("Give [a] dose of imidazo[1,2-a]pyridine.", "Give [a] dose of imidazo[1,2-a]pyridine.", ()),
    ],
)
def test_a_mark_is_taken_out_and_kept(text: str, words: str, citations: tuple[str, ...]) -> None:
    """Each form of mark leaves clean words and its numbers, each once and in order."""
    (sentence,) = _body(text)
    assert (sentence.text, sentence.citations) == (words, citations)


def test_a_mark_behind_the_stop_belongs_to_the_sentence_before() -> None:
    """The mark between two sentences cites the first, with or without a blank, and none is lost at the seam."""
    found = [(s.text, s.citations) for s in _body("One is rare.[1] Two is not. [2] Three is.[3]Four is this.")]
    assert found == [
        ("One is rare.", ("1",)),
        ("Two is not.", ("2",)),
        ("Three is.", ("3",)),
        ("Four is this.", ()),
    ]


def test_only_the_closing_citation_is_inherited() -> None:
    """Uncited sentences right before a paragraph's closing citation inherit it; those before another do not."""
    found = [(s.citations, s.inherited) for s in _body("One is. Two is.[1] Three is. Four is. Five is.[2]\n\nSix is.")]
    assert found == [((), ()), (("1",), ()), ((), ("2",)), ((), ("2",)), (("2",), ()), ((), ())]


def test_a_citation_inside_the_last_sentence_is_not_inherited() -> None:
    """A mark in the middle of the last sentence covers that sentence alone."""
    first, _ = _body("One is rare. Two[1] is not rare.")
    assert first.inherited == ()


def test_a_list_inherits_the_citation_of_its_lead() -> None:
    """Items without a citation inherit that of the sentence that introduces them."""
    lead, fever, rash = _body("Features include:[1]\n\n* Fever\n\n* Rash[2]")
    assert (lead.citations, fever.citations, fever.inherited) == (("1",), (), ("1",))
    assert (rash.citations, rash.inherited) == (("2",), ())


def test_a_citation_without_an_entry_is_noted() -> None:
    """A number that the reference list lacks is said in the notes."""
    article = read_text("A syndrome\n\nIt is rare.[1][7]\n\nReferences\n\n1. Doe J (2001). Title. Publisher.")
    assert article.notes == ("cited but not in the reference list: 7",)
