"""Procedures told apart: what finds a disease out, and what is done against it."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from nosograph.extraction._rows import phrase, rows
from nosograph.model import Concept, Kind

__all__ = ["serves"]


class _Use(StrEnum):
    TEST = "test"
    TREATMENT = "treatment"
    NEITHER = "neither"


_SERVED_BY = {"diagnosed_by": _Use.TEST, "treated_with": _Use.TREATMENT}


@cache
def _uses() -> tuple[tuple[_Use, re.Pattern[str]], ...]:
    return tuple((_Use(row[0]), phrase(row[1])) for row in rows("procedures.tsv", 2))


@lru_cache(maxsize=4096)
def _use(label: str) -> _Use | None:
    """Give what a procedure of this name is for, None where the name does not tell; the last word that tells wins."""
    told = [(found.end(), use) for use, pattern in _uses() for found in pattern.finditer(label.lower())]
    return max(told)[1] if told else None


def serves(concept: Concept, relation: str) -> bool:
    """Say whether a concept may be the object of a relation: a test is no treatment, and the reverse."""
    wanted = _SERVED_BY.get(relation)
    if wanted is None or concept.kind is not Kind.PROCEDURE:
        return True
    return _use(concept.label) in {wanted, None}
