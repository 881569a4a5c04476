"""Words to Sight: what can be asked of the words around a place, and the bags of words that may make a name."""

from itertools import count
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nosograph.recognition._gaps import Gap
from nosograph.recognition._roles import Role
from nosograph.recognition._windows import Bools, Content, Hits

REACH: Final = 3
"""Content words that one conjunct may have."""
MANY: Final = 6
"""Conjuncts to look at on one side of a name."""
_BEYOND: Final = bytes(2)


class Bag(NamedTuple):
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


def _begun(content: Content, hits: Hits, length: int) -> Bools:
    """Say at which content words names of so many of them begin."""
    begun = np.zeros(len(content.at), dtype=bool)
    begun[hits.first[hits.last - hits.first == length - 1]] = True
    return begun


def _shortest(content: Content, hits: Hits) -> NDArray[np.uint8]:
    """Give how many words the shortest name has that ends at each content word, up to `REACH`; 0 where none does."""
    shortest = np.zeros(len(content.at), dtype=np.uint8)
    for length in range(REACH, 0, -1):
        shortest[hits.last[hits.last - hits.first == length - 1]] = length
    return shortest


class Sight:
    """Look around among content words, each flag one byte.

    `goes_on` tells where a noun phrase goes on, also right beyond the last word; `groups` numbers the groups of bags.
    """

    def __init__(self, content: Content, hits: Hits) -> None:
        """Take the words and the names found among them."""
        self.joined = content.joined.tobytes()
        self.gap = content.gap.tobytes()
        self.conjunction = content.has(Role.CONJUNCTION).tobytes()
        self.stop = content.has(Role.STOP).tobytes()
        self.named = content.has(Role.NAMED).tobytes()
        self.plural = content.has(Role.PLURAL).tobytes()
        self.qualifier = content.has(Role.QUALIFIER).tobytes()
        self.quality = content.has(Role.QUALITY).tobytes()
        self.relative = content.has(Role.RELATIVE).tobytes()
        self.verb = content.has(Role.VERB).tobytes()
        self.degree = content.has(Role.DEGREE).tobytes()
        self.goes_on = (content.joined & ~content.has(Role.STOP)).tobytes() + _BEYOND
        self.groups = count(1)
        self._shortest = _shortest(content, hits).tobytes()
        self._known = [_begun(content, hits, length).tobytes() for length in range(1, REACH + 1)]

    def known(self, first: int, last: int) -> bool:
        """Say whether the words from `first` to `last`, of which there are at most `REACH`, are a name."""
        return bool(self._known[last - first][first])

    def ends_known(self, first: int, last: int) -> bool:
        """Say whether a name ends the words from `first` to `last`, of which there are at most `REACH`."""
        return 0 < self._shortest[last] <= last - first + 1

    def all_named(self, first: int, last: int) -> bool:
        """Say whether each word from `first` to `last` is in some name."""
        return all(self.named[first : last + 1])

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

    def parted(self, last: int) -> bool:
        """Say whether a comma stands before the conjunction after a word that is no member of a list before it."""
        if not self.conjunction[last + 1] or self.gap[last + 1] != Gap.COMMA:
            return False
        return self.next_before(last) is None

    def _and_or(self, place: int) -> bool:
        """Say whether the word is the "or" of "and/or"."""
        slashed = 0 < place < len(self.gap) and self.gap[place] == Gap.SLASH
        return slashed and bool(self.conjunction[place] and self.conjunction[place - 1])

    def next_before(self, last: int) -> int | None:
        """Give the last word of the conjunct before the one that ends at `last`, across a comma."""
        for first in range(last, max(last - REACH, 0), -1):
            if self.gap[first] == Gap.COMMA:
                return first - 1
            if not self.joined[first]:
                return None
        return None
