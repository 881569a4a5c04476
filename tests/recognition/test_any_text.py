"""What holds whatever a text says, and whatever is read before it or with it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.recognition import annotate, annotate_all


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


_PIECES = st.sampled_from(
    [
        "nail dystrophy",
        "sei\u00adzures",
        "anaémia",
        "e\u0301",
        "🧬",
        "\r\n",
        "\u202e",
        " ",
        ", ",
        "or",
        "(",
        ")",
        "FOXP3",
        "-",
        "\ufeff",
        "\x00",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_every_mention_is_a_slice_of_its_text(text: str) -> None:
    """Offsets are code points whatever the text holds: text[start:end] is the mention."""
    for mention in annotate(text, load_lexicon(), overlaps="all"):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text
        assert 0 < mention.score <= 1


@settings(max_examples=30, deadline=None)
@given(st.lists(_PIECES, max_size=12).map(" ".join), st.lists(_PIECES, max_size=12).map(" ".join))
def test_what_was_read_before_changes_nothing(one: str, other: str) -> None:
    """A text has the same mentions whatever was annotated before it."""
    lexicon = load_lexicon()
    first = annotate(one, lexicon)
    annotate(other, lexicon)
    assert annotate(one, lexicon) == first


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_PIECES, max_size=10).map(" ".join), max_size=5))
def test_many_texts_at_once_have_the_mentions_of_each(texts: list[str]) -> None:
    """Reading texts in a batch changes nothing but the speed."""
    lexicon = load_lexicon()
    assert list(annotate_all(texts, lexicon)) == [annotate(text, lexicon) for text in texts]


def test_a_numeral_in_the_next_text_is_not_read_with_this_one(lexicon: Lexicon) -> None:
    """What ends one text and begins the next make no phrase, in a batch as alone."""
    texts = ["He has diabetes type", "I had a fever. Recurrent", "infections came."]
    assert list(annotate_all(texts, lexicon)) == [annotate(text, lexicon) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [["The genes:", "also\nREST\nand"], ["The height and", "weight were below the third centile."]],
    ids=["a word about genes", "what is measured"],
)
def test_what_another_text_says_is_not_read_with_this_one(texts: list[str], lexicon: Lexicon) -> None:
    """Neither a word about genes nor the name of a measure in the text before tells what this one means."""
    assert list(annotate_all(texts, lexicon)) == [annotate(text, lexicon) for text in texts]
