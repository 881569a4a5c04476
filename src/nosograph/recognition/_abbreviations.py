"""Text to short forms: abbreviations the article defines (A. S. Schwartz and M. A. Hearst, PSB 2003)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.recognition._signs import places

_WITHIN: Final = re.compile(r"[^()\[\]]{2,200}(?=[)\]])")
_SHORT: Final = re.compile(r"[^\W_][\w/+.-]{1,9}")
_BEFORE: Final = re.compile(r"[^\W_][\w/+.-]{1,9}$")
_FIRST: Final = re.compile(r"[;,]| also | or ")
_CAPITALS: Final = re.compile(r"\(([A-Z]{2,6})\)")
_LEAST_WORDS: Final = 2
_SHORT_REACH: Final = 12
_REACH: Final = 200
"""Code points before a bracket in which its long form is sought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """Hold a short form and where its long form stands (code points, end exclusive)."""

    short: str
    start: int
    end: int
    long: str


def abbreviations(text: str, begin: int = 0) -> Iterator[Abbreviation]:
    """Yield the abbreviations that `text` defines, as "long form (SHORT)" or "SHORT (long form)".

    Their places count from `begin` code points before the text.

    >>> [(a.short, a.long) for a in abbreviations("chronic renal failure (CRF); MEN (multiple endocrine neoplasia)")]
    [('CRF', 'chronic renal failure'), ('MEN', 'multiple endocrine neoplasia')]
    """
    for start in places(text, ("(", "[")):
        bracket = _WITHIN.match(text, start + 1)
        if bracket is None:
            continue
        within = bracket[0]
        if within.isdigit() or (within.islower() and text[max(0, start - _SHORT_REACH) : start].islower()):
            continue  # no capital, no short form
        inner = _FIRST.split(within, maxsplit=1)[0].strip()
        base = max(0, start - _REACH)
        before = text[base:start].rstrip()
        if _SHORT.fullmatch(inner) and _shortlike(inner):
            found = _long_form(inner, before)
            if found is not None:
                first, end = begin + base + found, begin + base + len(before)
                yield Abbreviation(short=inner, start=first, end=end, long=before[found:])
        elif not before[-_SHORT_REACH:].islower() and len(within.split()) >= _LEAST_WORDS:
            short = _BEFORE.search(before[-_SHORT_REACH:])
            if short is not None and _shortlike(short[0]) and _begins(short[0], within):
                first, end = begin + bracket.start(), begin + bracket.end()
                yield Abbreviation(short=short[0], start=first, end=end, long=within)


def bracketed(text: str, begin: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the capitals that stand alone in brackets, and where the words before the bracket end, `begin` added.

    >>> list(bracketed("myotonic dystrophy (DM)"))
    [('DM', 18)]
    """
    for found in _CAPITALS.finditer(text):
        before = found.start()
        yield found[1], begin + before - (text[before - 1 : before] == " ")


def _shortlike(form: str) -> bool:
    """A short form has a capital and is no ordinary capitalised word."""
    capitals = sum(map(str.isupper, form))
    return capitals > 1 or (capitals == 1 and (len(form) <= 2 or any(map(str.isdigit, form))))  # noqa: PLR2004 - "Tb"


def _long_form(short: str, before: str) -> int | None:
    """Find where the long form begins in `before`.

    Each letter of the short form, from right to left, the first at a word.
    """
    letters = [c for c in short.lower() if c.isalnum()]
    limit = min(len(letters) + 5, len(letters) * 2)
    words = before.rsplit(None, limit)
    if not words:
        return None
    head = len(words[0]) if len(words) > limit else 0
    least = len(before) - len(before[head:].lstrip())
    place = len(before)
    lowered = before.lower()
    for letter in reversed(letters[1:]):
        place = lowered.rfind(letter, least, place)
        if place < 0:
            return None
    place = lowered.rfind(letters[0], least, place)
    while place > 0 and lowered[place - 1].isalnum():
        place = lowered.rfind(letters[0], least, place)
    if place < 0:
        return None
    long = before[place:]
    if len(long) <= len(short) or short in long.split() or any(c in long for c in ".;:"):
        return None
    return place


def _begins(short: str, long: str) -> bool:
    """Say whether the letters of the short form stand in the long form in order, the first at its first word."""
    rest = iter(long.lower())
    return long[:1].lower() == short[:1].lower() and all(c in rest for c in short.lower() if c.isalnum())
