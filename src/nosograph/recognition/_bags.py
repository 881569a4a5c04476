"""Words to Sight: what can be asked of the words around a place, and the bags of words that may make a name."""

from dataclasses import dataclass
from itertools import count
from typing import Final

import numpy as np

from nosograph.recognition._windows import Bools, Content, Hits
from nosograph.recognition._words import Gap, Role

REACH: Final = 3
"""Content words that one conjunct may have."""
MANY: Final = 6
"""Conjuncts to look at on one side of a name."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Hold words that may make a name; of the bags of one group the first found stands.

    A bag that hangs `on` another group stands only where that one found a name: a list is of one kind.
    """

    group: int
    on: int
    first: int
    last: int
    words: tuple[int, ...]
    how: str


def shifted(flags: Bools, by: int) -> Bools:
    """Give at each place the flag `by` places before it (after it, where negative); outside there is none."""
    moved = np.zeros_like(flags)
    if by > 0:
        moved[by:] = flags[:-by]
    else:
        moved[:by] = flags[-by:]
    return moved


class Sight:
    """Look around among content words; `groups` numbers the groups of bags."""

    def __init__(self, content: Content, hits: Hits) -> None:
        """Take the words and the names found among them."""
        self.joined = content.joined.tolist()
        self.gap = content.gap.tolist()
        self.conjunction = content.has(Role.CONJUNCTION).tolist()
        self.stop = content.has(Role.STOP).tolist()
        self.named = content.has(Role.NAMED).tolist()
        self.plural = content.has(Role.PLURAL).tolist()
        self.qualifier = content.has(Role.QUALIFIER).tolist()
        self.quality = content.has(Role.QUALITY).tolist()
        self.relative = content.has(Role.RELATIVE).tolist()
        self.verb = content.has(Role.VERB).tolist()
        self.degree = content.has(Role.DEGREE).tolist()
        self.known = set(zip(hits.first.tolist(), hits.last.tolist(), strict=True))
        self.groups = count(1)

    def goes_on(self, place: int) -> bool:
        """Say whether the noun phrase goes on at `place`."""
        return place < len(self.joined) and self.joined[place] and not self.stop[place]

    def begin_after(self, place: int) -> int | None:
        """Give the first word of the conjunct at `place`, past a comma, "and" or "or"."""
        if place >= len(self.joined):
            return None
        if self.conjunction[place] and self.gap[place] <= Gap.COMMA:
            place += self._and_or(place + 1)
            return place + 1 if place + 1 < len(self.joined) and self.joined[place + 1] else None
        return place if self.gap[place] == Gap.COMMA else None

    def end_before(self, place: int) -> int | None:
        """Give the last word of the conjunct before `place`, across "or", "and" or a slash."""
        if self.gap[place] == Gap.SLASH:
            return place - 1 if place > 0 else None
        place -= self._and_or(place - 1)
        return place - 2 if place > 1 and self.gap[place - 1] <= Gap.COMMA else None

    def _and_or(self, place: int) -> bool:
        """Say whether the word is the "or" of "and/or"."""
        slashed = 0 < place < len(self.gap) and self.gap[place] == Gap.SLASH
        return slashed and self.conjunction[place] and self.conjunction[place - 1]

    def next_before(self, last: int) -> int | None:
        """Give the last word of the conjunct before the one that ends at `last`, across a comma."""
        for first in range(last, max(last - REACH, 0), -1):
            if self.gap[first] == Gap.COMMA:
                return first - 1
            if not self.joined[first]:
                return None
        return None
