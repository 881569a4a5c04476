"""Ages in a text, to HPO's terms of onset by the years that their definitions give."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from nosograph.extraction._rows import rows
from nosograph.model import Concept, Curie, Kind

__all__ = ["ages"]

_NUMBERS: Final[Mapping[str, int]] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
}  # fmt: skip
_UNITS: Final = {"year": 1.0, "month": 1 / 12, "week": 7 / 365, "day": 1 / 365}
_NUMBER: Final = rf"(?:\d{{1,2}}(?:\.\d)?|\b(?:{'|'.join(_NUMBERS)})\b)"
_TO: Final = r"(?: ?[-\u2013] ?| to | and | or )"
_UNIT: Final = r"(?: |-)?(?P<unit{0}>years?|months?|weeks?|days?)"
_AGE: Final = re.compile(
    rf"(?P<side>before|by|prior to|under|younger than|less than|until|after|over|above|older than)?(?: |^)?"
    rf"(?:they are |between |from )?(?:the )?(?P<ages>ages? (?:of )?|aged )?(?:about |around |approximately )?"
    rf"(?P<n>{_NUMBER})(?:{_UNIT.format(1)})?(?:{_TO}(?P<m>{_NUMBER}))?(?:{_UNIT.format(2)})?"
    r"(?P<old>(?: |-)(?:of (?:age|life)|old))?(?!\w)"
)
_DECADES: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_NTH: Final = "|".join(_DECADES)
_DECADE: Final = re.compile(
    rf"\b(?:the )?(?P<n>{_NTH})(?:(?: to| or| and| through|[-\u2013]) ?(?:the )?(?P<m>{_NTH}))? decades?(?: of life)?\b"
)
_TEN: Final = 10.0
_AT_ONSET: Final = re.compile(
    r"\bage (?:of|at) (?:onset|presentation|first \w+)(?: [\w-]+){0,4}? (?:is|was|of|being|ranges?|varies)"
    r"(?: [\w-]+){0,3} ?$"
)
_LIMIT: Final = re.compile(r"(?: years)? (?:or|and) (?:older|over|above|more|younger|under)\b")
"""What makes an age a limit that patients are sorted by."""

_BELOW: Final = frozenset({"before", "by", "prior to", "under", "younger than", "less than", "until"})
_OLDEST: Final = 120.0
_GROWN: Final = 20.0
"""An onset before an age above this may be at any time of life that HPO parts."""
_HALF: Final = 0.5
_CLOSE: Final = 2.0
"""Ages no more years apart than this are told by the term that most of them fall under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    concept: Concept
    least: float
    most: float


@cache
def _terms() -> tuple[_Term, ...]:
    return tuple(
        _Term(
            concept=Concept(curie=Curie.parse(row[0]), label=row[1], kind=Kind.ONSET),
            least=float(row[2]),
            most=float(row[3]),
        )
        for row in rows("onset_ages.tsv", 4)
    )


def ages(text: str) -> Iterator[tuple[int, int, Concept]]:
    """Yield where a text, in lower case, speaks of an age, and the term of onset within whose years it lies.

    >>> [concept.label for _, _, concept in ages("it begins between the ages of 6 and 10 years")]
    ['Juvenile onset']
    >>> [concept.label for _, _, concept in ages("before the age of 10")]
    ['Pediatric onset']
    """
    for found in _AGE.finditer(text):
        unit = found["unit2"] or found["unit1"]
        if not (found["ages"] or (unit and found["old"]) or _AT_ONSET.search(text, 0, found.start("n"))):
            continue
        if _LIMIT.match(text, found.end()):
            continue
        span = _years(found, unit or "years")
        concept = _term(*span) if span is not None else None
        if concept is not None:
            start = found.start() if text[found.start()] != " " else found.start() + 1
            yield start, found.end(), concept
    yield from _decades(text)


def _decades(text: str) -> Iterator[tuple[int, int, Concept]]:
    for found in _DECADE.finditer(text):
        first, last = _DECADES.index(found["n"]), _DECADES.index(found["m"] or found["n"])
        concept = _term(first * _TEN, (last + 1) * _TEN) if first <= last else None
        if concept is not None:
            yield found.start(), found.end(), concept


def _years(found: re.Match[str], unit: str) -> tuple[float, float] | None:
    """Give the years between which an age lies; None where they are back to front, or tell too little."""
    scale = _UNITS[unit.rstrip("s")]
    first = _value(found["n"]) * (_UNITS[found["unit1"].rstrip("s")] if found["unit1"] else scale)
    if found["m"]:
        last = _value(found["m"]) * scale
        return (first, last) if first <= last else None
    if found["side"] in _BELOW:
        return (0.0, first) if first <= _GROWN else None
    return (first, _OLDEST) if found["side"] else (first, first)


def _value(number: str) -> float:
    return float(_NUMBERS[number]) if number in _NUMBERS else float(number)


def _term(least: float, most: float) -> Concept | None:
    """Give the narrowest term with all of the years, or half if they are close; else that with most, if with half."""
    whole = [term for term in _terms() if term.least <= least and most <= term.most]
    part = [term for term in _terms() if _shared(term, least, most) >= _HALF * (most - least)]
    if most - least <= _CLOSE or whole:
        return min(part if most - least <= _CLOSE else whole, key=lambda term: term.most - term.least).concept
    return max(part, key=lambda term: _shared(term, least, most)).concept if part else None


def _shared(term: _Term, least: float, most: float) -> float:
    return min(most, term.most) - max(least, term.least)
