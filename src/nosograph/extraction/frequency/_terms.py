"""Words of frequency to HPO's terms: by the numbers in them, or where they mean just what a term's definition says."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from nosograph.extraction._rows import phrase, rows
from nosograph.model import Concept, Curie, Kind, quantity

__all__ = ["frequency_term"]

_SOME: Final = re.compile(r"\b(?:some|certain|a subset|a number|isolated|not|severe|mild|other)\b", re.IGNORECASE)
_OTHERS: Final = re.compile(r"\bbut\b|\b(?:and|or) (?:only )?in\b", re.IGNORECASE)
"""What goes on to other patients, so that no one term fits: "in half of children and in all adults"."""

_MORE: Final = re.compile(r"\b(?:more than|over|at least)\b", re.IGNORECASE)
_LESS: Final = re.compile(r"\b(?:less than|fewer than|under|up to|at most|only up to)\b", re.IGNORECASE)
_PARTS: Final = {"half": (1, 2), "third": (1, 3), "quarter": (1, 4), "fifth": (1, 5), "tenth": (1, 10)}
_PART: Final = re.compile(rf"\b(?:(an?|one|two|three|four)[ -])?({'|'.join(_PARTS)})s?\b", re.IGNORECASE)
_TIMES: Final = {"two": 2, "three": 3, "four": 4}
_WHOLE: Final = Decimal(100)
_UPWARD: Final = Decimal(80)
_DOWNWARD: Final = Decimal(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Hold a term with the percentages that its definition gives, and the words that mean just it."""

    concept: Concept
    least: Decimal
    most: Decimal
    words: re.Pattern[str]


@cache
def _table() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            concept=Concept(curie=Curie.parse(row[0]), label=row[1], kind=Kind.FREQUENCY),
            least=Decimal(row[2]),
            most=Decimal(row[3]),
            words=phrase(row[4]),
        )
        for row in rows("frequency_terms.tsv", 5)
    )


def frequency_term(words: str) -> Concept | None:
    """Give HPO's term for words of frequency; None where they fall between terms or say too little.

    >>> frequency_term("in 30% of patients").label, frequency_term("in a quarter of cases").label
    ('Frequent', 'Occasional')
    >>> frequency_term("often") is None
    True
    """
    if _OTHERS.search(words) is not None:
        return None
    found = _shares(words)
    if found is not None:
        least, most = found
        return next((row.concept for row in _table() if row.least <= least and most <= row.most), None)
    if _SOME.search(words):
        return None
    return next((row.concept for row in _table() if row.words.fullmatch(words.lower().strip())), None)


def _shares(words: str) -> tuple[Decimal, Decimal] | None:
    """Give the percentages, rounded to whole ones, between which the words say that a finding is seen."""
    part = _PART.search(words)
    if part is not None and part[2].lower() != "half":
        over, under = _PARTS[part[2].lower()]
        shares = (Decimal(over * _TIMES.get((part[1] or "").lower(), 1)) / under,) * 2
    else:
        found = quantity(words)
        if found is None or found.rate is None:
            return None
        shares = found.rate
    least, most = ((share * _WHOLE).quantize(Decimal(1), ROUND_HALF_UP) for share in shares)
    if _MORE.search(words):
        return (least, _UPWARD) if least >= _UPWARD and least < _WHOLE else (least, _WHOLE + 1)
    if _LESS.search(words):
        return (Decimal(1), most - 1) if most <= _DOWNWARD else (Decimal(0), most)
    return least, most
