"""Dates in references: year and month, in the ways English lists write them."""

import re
from dataclasses import dataclass
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR: Final = r"(?:1[5-9]\d\d|20\d\d)"
_WORD: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_SEASON: Final = r"(?:Spring|Summer|Autumn|Fall|Winter|Easter|Christmas)"
MONTH: Final = rf"(?:{_WORD}|{_SEASON})(?:[ ]?[–/-][ ]?(?:{_WORD}|{_SEASON}))?"
DATE: Final = (
    rf"(?:{MONTH}[ ]\d{{1,2}}(?:[–-]\d{{1,2}})?,?[ ]{YEAR}[a-z]?"
    rf"|(?:\d{{1,2}}[ ])?{MONTH},?[ ]{YEAR}[a-z]?|{YEAR}[a-z]?[ ]{MONTH}(?:[ ]\d{{1,2}})?"
    rf"|{YEAR}-\d{{2}}(?:-\d{{2}})?|(?:c\.[ ]?)?{YEAR}(?:[–/-](?:{YEAR}|\d{{2}}))?[a-z]?|n\.?d\.?)"
)


@dataclass(frozen=True, slots=True)
class Issued:
    """Hold when a work came out; the month is 0 where it is not said."""

    year: int | None = None
    month: int = 0


def issued(text: str) -> Issued:
    """Read year and month.

    >>> issued("12 September 2006"), issued("2007-05-12"), issued("May 2008")
    (Issued(year=2006, month=9), Issued(year=2007, month=5), Issued(year=2008, month=5))
    """
    year = re.search(YEAR, text)
    if year is None:
        return Issued()
    number = re.match(r"-(\d\d)\b", text[year.end() :])
    if number and 1 <= int(number[1]) <= len(_MONTHS):
        return Issued(int(year[0]), int(number[1]))
    word = re.search(r"\b(" + "|".join(_MONTHS) + r")[a-z]*", text.lower())
    return Issued(int(year[0]), _MONTHS.index(word[1]) + 1 if word else 0)
