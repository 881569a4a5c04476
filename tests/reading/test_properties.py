"""What holds of every article that is read, whatever the text."""

import unicodedata
from contextlib import suppress
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from nosograph.errors import InputError
from nosograph.model import Article
from nosograph.reading import read_text

_PROSE = [
    "A syndrome",
    "It is rare.",
    "See Dr. Roe et al. for S. aureus.",
    "Signs include:",
    " - pain - ",
    "Ataxia 90% ",
]
_MARKS = ["[1]", "[2,3]", "[4–6]", "[a]", "[citation needed]", "[note 1]"]
_BREAKS = ["\n", "\n\n", "\r\n", " ", "  ", "\t", "\x0c", "\u2028"]
_LINES = [
    "== Causes ==",
    "=== Type 1 ===",
    "References",
    "External links",
    "See also",
    "Treatment",
    "* fever",
    "** rash",
    "• cough",
]
_ENTRIES = ["1. ^ ", "2. ^ a b ", "^ ", 'Doe J (2001). "A title". J. Med. 28 (5): 581–7. doi:10.1000/x.']
_ROWS = ["OMIM 304790", "ICD-10 | D81.6", "| a | b", "Copyright © 2010", "Flag as Inappropriate"]
_ODD = [
    "e\u0301",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\x01",
    "\ud800",
    "\uac00\u11a8",
    "\u0301" * 40,
    "\ufb01",
    "\U0001f9ec",
]
_PIECES = st.sampled_from([*_PROSE, *_MARKS, *_BREAKS, *_LINES, *_ENTRIES, *_ROWS, *_ODD])
_TEXTS = st.one_of(
    st.text(max_size=200), st.lists(_PIECES, max_size=30).map("".join), st.lists(_PIECES, max_size=12).map("\n\n".join)
)


def _read(text: str) -> Article:
    try:
        return read_text(text)
    except InputError:
        assume(condition=False)
        raise


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_an_article_or_one_clear_error(text: str) -> None:
    """Any string gives an article or an InputError, never another exception."""
    with suppress(InputError):
        assert read_text(text).text


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_slice_is_what_it_says(text: str) -> None:
    """Sentences, references, titles and sections are stretches of the text."""
    article = _read(text)
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text
        assert sentence.text.strip() == sentence.text != ""
    for reference in article.references:
        assert article.text[reference.start : reference.end] == reference.text
        if reference.title:
            assert article.text[reference.title_start : reference.title_end] == reference.title
    for section in article.sections:
        assert article.text[section.start : section.end].startswith(section.heading)


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_sentences_stand_in_order_and_apart(text: str) -> None:
    """Sentences ascend and do not overlap; so do sections; reference numbers are unique."""
    article = _read(text)
    for spans in (article.sentences, article.sections, article.references):
        for one, two in pairwise(spans):
            assert one.end <= two.start
    assert len({r.number for r in article.references}) == len(article.references)


@given(_TEXTS)
@example("x\u0301\u0301" + "\u0301" * 100 + " is a text.")
@example("A\t[0] 0")
@settings(max_examples=300, deadline=None)
def test_the_text_is_normalised(text: str) -> None:
    """The text is NFC, without control, format or surrogate characters, without runs of blanks, encodable as UTF-8."""
    words = _read(text).text
    assert unicodedata.is_normalized("NFC", words)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in words if c != "\n")
    assert "  " not in words
    assert "\n\n\n" not in words
    assert words == words.strip()
    words.encode()


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_offsets_lead_back(text: str) -> None:
    """A character that stands unchanged in the source is found where the map says; the map never goes back."""
    article = _read(text)
    places = [article.source_map.to_source(offset) for offset in range(len(article.text))]
    assert places == sorted(places)
    for char, place in zip(article.text, places, strict=True):
        if not char.isspace() and char != "|":
            around = unicodedata.normalize("NFD", text[max(0, place - 31) : place + 31])
            assert unicodedata.normalize("NFD", char)[0] in around


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126) | st.sampled_from(" \n"), max_size=200))
@settings(max_examples=300, deadline=None)
def test_offsets_of_plain_characters_are_exact(text: str) -> None:
    """In text of printable ASCII the map gives the very place of each character, but for blanks and bars."""
    article = _read(text)
    for offset, char in enumerate(article.text):
        if not char.isspace() and char != "|":
            assert text[article.source_map.to_source(offset)] == char


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    """The same text gives the same article."""
    assert _read(text) == _read(text)
