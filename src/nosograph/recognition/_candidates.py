"""What a stretch of text may stand for: one candidate by itself, or many names as columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nosograph.recognition._ranking import Reading
from nosograph.recognition._tokens import Offsets

Readings = tuple[Reading, ...]


class Candidate(NamedTuple):
    """Hold a stretch of text and what it may stand for, best first.

    `start` and `end` are code points (end exclusive), `first` and `last` words (inclusive). `rank` is 1 for names the
    article itself gives, 2 for identifiers. `own` are the words that make a name shared out over a conjunction; empty
    where the whole stretch is the name.
    """

    start: int
    end: int
    first: int
    last: int
    readings: Readings
    rank: int = 0
    own: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Hold candidates of rank 0 whose whole stretches are the names, in order of their first words; aligned columns.

    There are many, and most stand as they were found: they become objects only where one must be weighed with another.
    """

    start: Offsets
    end: Offsets
    first: Offsets
    last: Offsets
    readings: list[Readings]

    def __len__(self) -> int:
        """Count them."""
        return len(self.readings)

    def at(self, places: Offsets) -> "Named":
        """Give those at some places, in order."""
        readings = [self.readings[place] for place in places.tolist()]
        return Named(self.start[places], self.end[places], self.first[places], self.last[places], readings)

    def where(self, keep: NDArray[np.bool_]) -> "Named":
        """Give those that a flag says to keep."""
        return self if keep.all() else self.at(np.flatnonzero(keep))

    def candidates(self) -> list[Candidate]:
        """Give each as a candidate of its own."""
        columns = (part.tolist() for part in (self.start, self.end, self.first, self.last))
        return list(map(Candidate._make, zip(*columns, self.readings, repeat(0), repeat(()))))

    def among(self, others: Iterable[Candidate]) -> "Named":
        """Give these and others as one run of columns; of those with one first word, the others come last."""
        added = list(others)
        if not added:
            return self
        numbers = np.array([c[:4] for c in added], dtype=np.int64).T
        columns = (self.start, self.end, self.first, self.last)
        start, end, first, last = (np.concatenate(pair) for pair in zip(columns, numbers, strict=True))
        both = Named(start, end, first, last, self.readings + [c.readings for c in added])
        return both.at(np.argsort(first, kind="stable"))
