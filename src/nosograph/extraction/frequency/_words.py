"""Words of frequency: where they stand in a sentence, and what they may bear on."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from operator import itemgetter
from typing import TypeAlias

from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.extraction._sieve import Sieve, Words

__all__ = ["Held", "Reach", "clause_words", "held_words"]


class Reach(StrEnum):
    """Say what words of frequency may bear on: their cue, the object after them, or all of their clause."""

    NEAR = "near"
    OBJECT = "object"
    CLAUSE = "clause"


Held: TypeAlias = tuple[int, int, Reach]
"""Words of frequency: where they begin and end, and their reach."""


@cache
def _words() -> Sieve[tuple[str, re.Pattern[str], Reach]]:
    found = ((row[0], phrase(row[0]), Reach(row[1])) for row in rows("frequency.tsv", 2))
    return Sieve(found, itemgetter(0), itemgetter(1))


@lru_cache(maxsize=8)
def held_words(scene: Scene) -> tuple[Held, ...]:
    """Give the words of frequency of a sentence, in its order."""
    return tuple(sorted((*found.span(), reach) for (_, _, reach), found in _words().find(scene.letters)))


def clause_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text, in lower case, says of how many patients it speaks."""
    for _, pattern, reach in _words().sift(Words.of(text).beginnings):
        if reach is Reach.CLAUSE:
            yield from (found.span() for found in pattern.finditer(text))
