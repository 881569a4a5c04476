"""Names of persons, as they stand in a text."""

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["persons"]

_TITLES: Final = r"(?:Drs?|Professors?|Profs?|Doctors?|Sir|Mr|Mrs)\b\.?"
_NO_NAME: Final = (
    r"(?!(?:The|This|These|In|An?|It|Its|However|Although|When|After|Both|Since|Drs?|Profs?|Professors?|Mr|Mrs|Sir)\b)"
)
_INITIAL: Final = r"(?:[A-Z]\.[ -]?)"
_NAME: Final = rf"{_NO_NAME}[A-Z\u00c0-\u00de][\w\u2019'-]*[a-z\u00df-\u00ff][\w\u2019'-]*"
_PARTICLE: Final = r"(?:van|von|der|den|de|di|du|la|le|da|dos|al|el|ter|ten|zu)"
_FULL: Final = re.compile(rf"(?:{_INITIAL}+ ?|{_NAME} )(?:{_INITIAL}+ ?|{_PARTICLE} |{_NAME} )*{_NAME}")
_COMPANY: Final = r"(?:et al|in (?:the )?[12]|and (?:his|her|colleagues|associates|co-?workers|others))"
_ALONE: Final = re.compile(rf"({_NAME})(?= {_COMPANY}|[,;.]|\Z| and {_NAME}(?: |[.,;]|\Z))")
"""A surname is taken for one where company, a year, another name or a stop follows it."""

_SKIPPED: Final = re.compile(rf"\s*(?:{_TITLES}|the|an?|[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?= [a-z])|[a-z-]+|,)\s+")
"""What may stand before a name: "the Swiss physician"."""

_JOINT: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:in (?:the )?[A-Z]\w+)?(?:, (?:an?|the) [^,;]{3,120}(?=,))?(?:,|,? and|&)\s+"
)
_BODIES: Final = re.compile(
    r"\b(?:Institutes?|University|Hospital|Society|Cent(?:er|re)s?|Association|Organi[sz]ation|Foundation|College|"
    r"School|Clinics?|County|Valley|River|Island|Department|Laborator(?:y|ies)|United|National|World|Journal|Academy|Committee)\b"
)
_MOST_SKIPPED: Final = 6


def persons(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the names of persons stand that follow a place, one after the other, with what describes them.

    >>> text = "by the Swiss physician Alfred Wiskott and Dr. Robert Aldrich in Oregon"
    >>> [text[left:right] for left, right in persons(text, 3)]
    ['Alfred Wiskott', 'Robert Aldrich']
    """
    person = _next(text, start)
    while person is not None:
        yield person
        joint = _JOINT.match(text, person[1])
        person = _next(text, joint.end()) if joint is not None else None


def _next(text: str, place: int) -> tuple[int, int] | None:
    for _ in range(_MOST_SKIPPED + 1):
        found = _at(text, place)
        if found is not None:
            return found if _BODIES.search(text, *found) is None else None
        skipped = _SKIPPED.match(text, place)
        if skipped is None:
            return None
        place = skipped.end()
    return None


def _at(text: str, place: int) -> tuple[int, int] | None:
    """Give the name that begins at a place: a full one, or a surname alone."""
    while place < len(text) and text[place].isspace():
        place += 1
    full, alone = _FULL.match(text, place), _ALONE.match(text, place)
    if full is not None:
        return full.span()
    return alone.span(1) if alone is not None else None
