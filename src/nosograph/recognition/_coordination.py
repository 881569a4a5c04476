"""Words to Joined: names whose words the text shares out or parts by a verb.

"Psoriasiform or eczematous dermatitis" names two findings, "aplasia of the thumb and radius" too, and "speech is
severely delayed" names delayed speech.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from nosograph.recognition._windows import Bools, Content, Hits, Tables
from nosograph.recognition._words import Gap, Role

_REACH: Final = 3
"""Content words that one conjunct may have."""
_MANY: Final = 6
"""Conjuncts to look at on one side of a name."""
_SHARED: Final = "shared out by a conjunction"
_PARTED: Final = "parted by a verb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Hold a name found across a conjunction or a verb.

    Content words `first` to `last` are its stretch, of which `words` (in order) make the name; `how` says what parts
    them. `row` and `deep` tell the key as in `Hits`.
    """

    first: int
    last: int
    words: tuple[int, ...]
    row: int
    deep: bool
    how: str


@dataclass(frozen=True, slots=True)
class _Bag:
    """Hold words that may make a name; of the bags of one group the first found stands.

    A bag that hangs `on` another group stands only where that one found a name: a list is of one kind.
    """

    group: int
    on: int
    first: int
    last: int
    words: tuple[int, ...]
    how: str


def joined(content: Content, hits: Hits, tables: Tables) -> Iterator[Joined]:
    """Yield the names whose words stand on both sides of a conjunction or of a verb such as "is"."""
    bags = list(_Search(content, hits).bags())
    found: set[int] = set()
    for index, row, deep in tables.look_up(content, [bag.words for bag in bags]):
        bag = bags[index]
        if bag.group not in found and (bag.on == 0 or bag.on in found):
            found.add(bag.group)
            yield Joined(first=bag.first, last=bag.last, words=bag.words, row=row, deep=deep, how=bag.how)


def cut(content: Content, hits: Hits) -> Bools:
    """Say which hits of two words or more end in an adjective whose noun comes next.

    In "hyperplasia of the mandibular condyle" the words "hyperplasia of the mandibular" are no phrase.
    """
    noun_next = _shifted(content.follows & ~content.has(Role.STOP), -1)
    ends: Bools = content.has(Role.ADJECTIVE)[hits.last] & noun_next[hits.last] & (hits.last > hits.first)
    return ends


def _shifted(flags: Bools, by: int) -> Bools:
    """Give at each place the flag `by` places before it (after it, where negative); outside there is none."""
    moved = np.zeros_like(flags)
    if by > 0:
        moved[by:] = flags[:-by]
    else:
        moved[:by] = flags[-by:]
    return moved


class _Search:
    """Look for bags of words around hits and verbs."""

    def __init__(self, content: Content, hits: Hits) -> None:
        self._content = content
        self._hits = hits
        self._joined = content.joined.tolist()
        self._gap = content.gap.tolist()
        self._conjunction = content.has(Role.CONJUNCTION).tolist()
        self._stop = content.has(Role.STOP).tolist()
        self._named = content.has(Role.NAMED).tolist()
        self._known = set(zip(hits.first.tolist(), hits.last.tolist(), strict=True))
        self._group = 0

    def bags(self) -> Iterator[_Bag]:
        content, hits = self._content, self._hits
        after_conjunction = _shifted(content.has(Role.CONJUNCTION), 1) & content.follows
        shares = after_conjunction | (content.gap == Gap.SLASH)
        long = hits.last > hits.first
        loose = _shifted(shares, 1) & content.joined & ~_shifted(content.has(Role.CONJUNCTION), 1)
        goes_on = _shifted(content.has(Role.CONJUNCTION) | (content.gap == Gap.COMMA), -1)
        for index in np.flatnonzero(shares[hits.first] & long).tolist():
            first, last = int(hits.first[index]), int(hits.last[index])
            yield from self._before(self._end_before(first), range(first + 1, last + 1), last)
        for index in np.flatnonzero(loose[hits.first]).tolist():
            first, last = int(hits.first[index]), int(hits.last[index])
            yield from self._before(self._end_before(first - 1), range(first, last + 1), last)
        for index in np.flatnonzero(goes_on[hits.last] & long).tolist():
            yield from self._after(int(hits.first[index]), int(hits.last[index]))
        degrees = content.has(Role.DEGREE)
        after_noun = _shifted(content.has(Role.NAMED) & ~content.has(Role.STOP), 1)
        for place in np.flatnonzero(content.has(Role.COPULA) & content.joined & after_noun).tolist():
            yield from self._copula(place, degrees)

    def _before(self, end: int | None, heads: range, last: int) -> Iterator[_Bag]:
        """Find "A, B or C HEAD", where "C HEAD" is a name, or HEAD is and C is not."""
        on = 0
        for _ in range(_MANY):
            if end is None:
                return
            yield from self._conjunct(end, heads, last, on)
            on = self._group
            end = self._next_before(end)

    def _conjunct(self, last: int, heads: range, end: int, on: int) -> Iterator[_Bag]:
        self._group += 1
        firsts = [last]
        while len(firsts) < _REACH and self._joined[firsts[-1]] and not self._conjunction[firsts[-1] - 1]:
            firsts.append(firsts[-1] - 1)
        for first in reversed(firsts):
            if self._named[first] and (first, last) not in self._known:
                for head in heads:
                    words = (*range(first, last + 1), *range(head, end + 1))
                    yield _Bag(self._group, on, first, end, words, _SHARED)

    def _end_before(self, place: int) -> int | None:
        """Give the last word of the conjunct before `place`, across "or", "and" or a slash."""
        if self._gap[place] == Gap.SLASH:
            return place - 1 if place > 0 else None
        return place - 2 if place > 1 and self._gap[place - 1] <= Gap.COMMA else None

    def _next_before(self, last: int) -> int | None:
        """Give the last word of the conjunct before the one that ends at `last`, across a comma."""
        for first in range(last, max(last - _REACH, 0), -1):
            if self._gap[first] == Gap.COMMA:
                return first - 1
            if not self._joined[first]:
                return None
        return None

    def _after(self, first: int, last: int) -> Iterator[_Bag]:
        """Find "HEAD of A, B and C", where "HEAD of A" is a name."""
        place, on = last + 1, 0
        for _ in range(_MANY):
            begin = self._begin_after(place)
            if begin is None:
                return
            end = begin
            while end + 1 < len(self._joined) and self._goes_on(end + 1) and end + 1 - begin < _REACH:
                end += 1
            self._group += 1
            if not any((here, end) in self._known for here in range(begin, end + 1)):
                for head in range(last, first, -1):
                    words = (*range(first, head), *range(begin, end + 1))
                    yield _Bag(self._group, on, first, end, words, _SHARED)
            place, on = end + 1, self._group

    def _goes_on(self, place: int) -> bool:
        return self._joined[place] and not self._stop[place]

    def _begin_after(self, place: int) -> int | None:
        """Give the first word of the conjunct at `place`, past a comma, "and" or "or"."""
        if place >= len(self._joined):
            return None
        if self._conjunction[place] and self._gap[place] <= Gap.COMMA:
            return place + 1 if place + 1 < len(self._joined) and self._joined[place + 1] else None
        return place if self._gap[place] == Gap.COMMA else None

    def _copula(self, place: int, degrees: Bools) -> Iterator[_Bag]:
        """Find "NOUN is (very) ADJECTIVE"."""
        count = len(self._joined)
        after = place + 1
        while after < count and self._joined[after] and degrees[after]:
            after += 1
        if after >= count or not self._goes_on(after):
            return
        # "Hair is lacking sulfur" says nothing of lacking hair: what is said must end where the phrase ends.
        last = after + 1 if after + 1 < count and self._goes_on(after + 1) else after
        if last + 1 < count and self._goes_on(last + 1) and last > after:
            return
        self._group += 1
        begin = place
        while begin > 0 and place - begin < _REACH and self._joined[begin] and not self._stop[begin - 1]:
            begin -= 1
        for first in range(begin, place):
            if self._named[first]:
                words = (*range(first, place), *range(after, last + 1))
                yield _Bag(self._group, 0, first, last, words, _PARTED)
