"""Write the other plain English forms of a catalogue's inverted disease names."""

import re
from collections.abc import Iterator
from typing import Final

from nosograph.lexicon.values import Flag

_FRONTED: Final = re.compile(
    r"(?:(?:autosomal|X-linked|Y-linked)(?: (?:dominant|recessive|semidominant))?"
    r"|familial|congenital|hereditary|isolated|primary|infantile|juvenile|neonatal|progressive|idiopathic"
    r"|(?:early|late|childhood|adult)[ -]onset|severe congenital)",
    re.IGNORECASE,
)
_INHERITED: Final = re.compile(
    r"(?:autosomal|X-linked|Y-linked)(?: (?:dominant|recessive|semidominant))?", re.IGNORECASE
)
_NUMBERED: Final = re.compile(r"(.*\S) (\d{1,3}[A-Z]{0,2})")
_TYPED: Final = re.compile(r"(.*\S?),? type ([0-9IVX]+[A-Z]{0,2})", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"(.*\S) \(([^()]+)\)")
_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
_COMMON: Final = (
    *(
        "ia",
        "ias",
        "is",
        "pathy",
        "trophy",
        "oma",
        "cy",
        "tion",
        "ity",
        "ness",
        "ism",
        "disease",
        "disorder",
        "syndrome",
    ),
    *("cataract", "al", "ic", "ar", "ive", "migraine", "epilepsy", "block"),
)
"""Ends of first words that are no proper names, so that they may lose their capital inside a name."""
_SHOUTED: Final = 7
"""Capital letters in a row that make a word shouted, not an acronym."""


def lower_case(name: str) -> str:
    """Write a name that shouts as a sentence would; others stay as they are.

    >>> lower_case("DEAFNESS, Y-LINKED 2")
    'Deafness, Y-linked 2'
    >>> lower_case("CHARGE syndrome")
    'CHARGE syndrome'
    """
    if name != name.upper() or not re.search(rf"[A-Z]{{{_SHOUTED}}}|[A-Z]{{4}}.*\s.*[A-Z]{{4}}", name):
        return name
    words = re.sub(r"[A-Z]{2,}", lambda m: m[0] if re.fullmatch(r"[IVX]+", m[0]) else m[0].lower(), name)
    return words[:1].upper() + words[1:]


def variants(name: str) -> Iterator[tuple[str, Flag]]:
    """Yield other forms of a disease name, each once, with what sort of name it is.

    A qualifier after a comma is put in front; a mode of inheritance is dropped where a number still tells the disease
    apart; "type" before a number comes and goes; a bracketed acronym made of the name's initials is a name of its own.

    >>> [text for text, _ in variants("Myopathy, X-linked")]
    ['X-linked myopathy']
    >>> [text for text, _ in variants("Spastic paraplegia 4, autosomal dominant")]
    ['Autosomal dominant spastic paraplegia 4', 'Spastic paraplegia 4', 'Spastic paraplegia type 4']
    >>> [text for text, _ in variants("Williams-Beuren Syndrome (WBS)")]
    ['Williams-Beuren Syndrome', 'WBS']
    """
    seen = {name}
    for text, flag in _all(name):
        if text not in seen:
            seen.add(text)
            yield text, flag


def _all(name: str) -> Iterator[tuple[str, Flag]]:
    if "susceptib" in name.lower():
        # "X, susceptibility to" is not X, and no reordering of it is.
        return
    bracketed = _BRACKETED.fullmatch(name)
    if bracketed and _ACRONYM.fullmatch(bracketed[2]) and _initials(bracketed[1], bracketed[2]):
        yield bracketed[1], Flag.NONE
        yield bracketed[2], Flag.ABBREVIATION
        name = bracketed[1]
    head, comma, qualifier = name.rpartition(", ")
    if comma and _FRONTED.fullmatch(qualifier):
        yield f"{_capital(qualifier)} {_decapital(head)}", Flag.NONE
    numbered = _NUMBERED.fullmatch(head)
    if comma and numbered and _INHERITED.fullmatch(qualifier):
        yield head, Flag.NONE
        name = head
    yield from _types(name)


def _types(name: str) -> Iterator[tuple[str, Flag]]:
    typed = _TYPED.fullmatch(name)
    numbered = _NUMBERED.fullmatch(name)
    if typed and typed[2][0].isdecimal():
        yield f"{typed[1].rstrip(',')} {typed[2]}", Flag.NONE
    elif numbered and not re.search(r"\b(?:type|chromosome|group|with|and|due|to|locus)$", numbered[1], re.IGNORECASE):
        yield f"{numbered[1].rstrip(',')} type {numbered[2]}", Flag.NONE


def _initials(words: str, acronym: str) -> bool:
    """Tell whether the acronym's letters are found in the words in order, the first at the start of a word."""
    letters = [c for c in acronym.lower() if c.isalpha()]
    rest = iter(words.lower())
    return bool(letters) and words.lower().startswith(letters[0]) and all(c in rest for c in letters)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _decapital(text: str) -> str:
    """Lower the first letter of a common word; a proper name or an acronym keeps it."""
    first = text.split(" ", 1)[0].split("-", 1)[0].rstrip(",")
    common = first[:1].isupper() and first[1:].islower() and first.endswith(_COMMON)
    return text[:1].lower() + text[1:] if common else text
