"""Words to Joined: names whose words the text shares out or parts by a verb.

"Psoriasiform or eczematous dermatitis" names two findings, "aplasia of the thumb and radius" too, and "speech is
severely delayed" names delayed speech.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.recognition._windows import Content, Hit, Tables
from nosograph.recognition._words import Gap
from nosograph.resources import text as resource

_ADJECTIVE: Final = re.compile(r"\w{3}(?:al|ar|ic|ary|ous|oid)$")
_CONJUNCTIONS: Final = frozenset({"and", "or", "nor"})
_REACH: Final = 3
"""Content words that one conjunct may have."""
_MANY: Final = 6
"""Conjuncts to look at on one side of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Hold a name found across a conjunction or a verb.

    Content words `first` to `last` are its stretch, of which `words` (in order) make the name; `how` says what parts
    them.
    """

    first: int
    last: int
    words: tuple[int, ...]
    names: NDArray[np.uint32]
    deep: bool
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bag:
    """Hold words that may make a name; of the bags of one group the first found stands."""

    group: int
    first: int
    last: int
    words: tuple[int, ...]
    how: str


@cache
def _table(name: str) -> frozenset[str]:
    lines = resource("ontology", "words", name).splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))


def joined(content: Content, hits: list[Hit], tables: Tables) -> Iterator[Joined]:
    """Yield the names whose words stand on both sides of a conjunction or of a verb such as "is"."""
    words = [token.lower() for token in np.array(content.words.tokens, dtype=object)[content.at].tolist()]
    bags = list(_Search(content, words, {(hit.first, hit.last) for hit in hits}).bags(hits))
    found: set[int] = set()
    for bag, held in zip(bags, tables.look_up(content, [bag.words for bag in bags]), strict=True):
        if held is not None and bag.group not in found:
            found.add(bag.group)
            yield Joined(first=bag.first, last=bag.last, words=bag.words, names=held[0], deep=held[1], how=bag.how)


def cuts_phrase(content: Content, last: int) -> bool:
    """Say whether a stretch that ends at content word `last` ends in an adjective whose noun comes next.

    In "hyperplasia of the mandibular condyle" the words "hyperplasia of the mandibular" are no phrase.
    """
    after = last + 1
    if after >= len(content.at) or not content.joined[after] or content.at[after] != content.at[last] + 1:
        return False
    here, there = (content.words.tokens[int(content.at[place])].lower() for place in (last, after))
    return _ADJECTIVE.search(here) is not None and there not in _table("function_words.tsv")


class _Search:
    """Look for bags of words around hits and verbs."""

    def __init__(self, content: Content, words: list[str], known: set[tuple[int, int]]) -> None:
        self._words = words
        self._joined = content.joined.tolist()
        self._at = content.at.tolist()
        self._gap = content.words.gap[content.at].tolist()
        self._named = content.named.tolist()
        self._known = known
        self._group = 0

    def bags(self, hits: list[Hit]) -> Iterator[_Bag]:
        for hit in hits:
            yield from self._before(hit)
            if hit.last > hit.first:
                yield from self._after(hit)
        copulas = _table("copulas.tsv")
        for place, word in enumerate(self._words):
            if word in copulas:
                yield from self._copula(place)

    def _before(self, hit: Hit) -> Iterator[_Bag]:
        """Find "A, B or C HEAD", where "C HEAD" is a name, or HEAD is and C is not."""
        own = hit.first
        loose = own > 0 and self._joined[own] and self._words[own - 1] not in _CONJUNCTIONS
        ends = [(self._end_before(own), own + 1)] if hit.last > hit.first else []
        if loose:
            ends.append((self._end_before(own - 1), own))
        for end, head in ends:
            last = end
            for _ in range(_MANY):
                if last is None:
                    break
                yield from self._conjunct(last, range(head, hit.last + 1), hit.last)
                last = self._next_before(last)

    def _conjunct(self, last: int, heads: range, end: int) -> Iterator[_Bag]:
        self._group += 1
        firsts = [last]
        while len(firsts) < _REACH and self._joined[firsts[-1]] and self._words[firsts[-1] - 1] not in _CONJUNCTIONS:
            firsts.append(firsts[-1] - 1)
        for first in reversed(firsts):
            if (first, last) in self._known or not self._named[first]:
                continue
            for head in heads:
                words = (*range(first, last + 1), *range(head, end + 1))
                yield _Bag(group=self._group, first=first, last=end, words=words, how="shared out by a conjunction")

    def _end_before(self, place: int) -> int | None:
        """Give the last word of the conjunct before `place`, across "or", "and" or a slash."""
        if place <= 0:
            return None
        if self._gap[place] == Gap.SLASH:
            return place - 1
        if place > 1 and self._follows(place) and self._words[place - 1] in _CONJUNCTIONS:
            return place - 2 if self._gap[place - 1] in {Gap.JOIN, Gap.COMMA} else None
        return None

    def _follows(self, place: int) -> bool:
        """Say whether a word follows the content word before it directly, with no "a" or "the" between."""
        return bool(self._joined[place]) and self._at[place] == self._at[place - 1] + 1

    def _next_before(self, last: int) -> int | None:
        """Give the last word of the conjunct before the one that ends at `last`, across a comma."""
        for first in range(last, max(last - _REACH, 0), -1):
            if self._gap[first] == Gap.COMMA:
                return first - 1
            if not self._joined[first]:
                return None
        return None

    def _after(self, hit: Hit) -> Iterator[_Bag]:
        """Find "HEAD of A, B and C", where "HEAD of A" is a name."""
        place = hit.last + 1
        for _ in range(_MANY):
            begin = self._begin_after(place)
            if begin is None:
                return
            last = begin
            while last + 1 < len(self._words) and self._joined[last + 1] and last + 1 - begin < _REACH:
                if self._words[last + 1] in _table("function_words.tsv"):
                    break
                last += 1
            yield from self._shared_head(hit, begin, last)
            place = last + 1

    def _begin_after(self, place: int) -> int | None:
        """Give the first word of the conjunct at `place`, past a comma, "and" or "or"."""
        if place >= len(self._words):
            return None
        if self._words[place] in _CONJUNCTIONS and self._gap[place] in {Gap.JOIN, Gap.COMMA}:
            return place + 1 if place + 1 < len(self._words) and self._joined[place + 1] else None
        return place if self._gap[place] == Gap.COMMA else None

    def _shared_head(self, hit: Hit, begin: int, last: int) -> Iterator[_Bag]:
        self._group += 1
        if any((first, last) in self._known for first in range(begin, last + 1)):
            return
        for head in range(hit.last, hit.first, -1):
            words = (*range(hit.first, head), *range(begin, last + 1))
            yield _Bag(group=self._group, first=hit.first, last=last, words=words, how="shared out by a conjunction")

    def _copula(self, place: int) -> Iterator[_Bag]:
        """Find "NOUN is (very) ADJECTIVE"."""
        if place == 0 or not self._joined[place]:
            return
        after = place + 1
        degrees, stops = _table("degrees.tsv"), _table("function_words.tsv")
        while after < len(self._words) and self._joined[after] and self._words[after] in degrees:
            after += 1
        if after >= len(self._words) or not self._joined[after] or self._words[after] in stops:
            return
        lasts = [after]
        if after + 1 < len(self._words) and self._joined[after + 1] and self._words[after + 1] not in stops:
            lasts.insert(0, after + 1)
        self._group += 1
        for first in range(max(place - _REACH, 0), place):
            between = range(first + 1, place + 1)
            if not self._named[first] or not all(self._joined[i] for i in between):
                continue
            if any(self._words[i] in stops for i in range(first, place)):
                continue
            for last in lasts:
                words = (*range(first, place), *range(after, last + 1))
                yield _Bag(group=self._group, first=first, last=last, words=words, how="parted by a verb")
