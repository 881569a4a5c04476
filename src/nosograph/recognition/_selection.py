"""Candidates to those that stand: the longest, and what may stand within it."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from nosograph.model import Kind
from nosograph.recognition._ranking import Reading


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
    readings: tuple[Reading, ...]
    rank: int = 0
    own: tuple[int, ...] = ()

    def moved(self, by: int, words: int) -> "Candidate":
        """Give the same candidate in a text that begins elsewhere, `by` code points and `words` words on."""
        if not by:
            return self
        own = tuple(word + words for word in self.own)
        first, last = self.first + words, self.last + words
        return Candidate(self.start + by, self.end + by, first, last, self.readings, self.rank, own)


def select(candidates: Iterable[Candidate], *, nested: bool) -> list[Candidate]:
    """Keep, in text order, one candidate a stretch; without `nested`, only those that overlap no better one.

    Better is: of higher rank where they cross, then longer, then earlier; the name of a disease that holds all of one
    that the article gives, and more, is the name of a type of it, and stands in its place. An inheritance named inside
    a disease's name stands beside it; a name shared out over a conjunction stands beside the name it shares words with.
    """
    best: dict[tuple[int, int, bool], Candidate] = {}
    for c in candidates:
        key = (c.start, c.end, bool(c.own))
        known = best.get(key)
        if known is None or (c.rank, c.readings[0].score) > (known.rank, known.readings[0].score):
            best[key] = c
    if nested:
        return sorted(best.values(), key=attrgetter("start", "end"))
    given = sorted((c.start, c.end) for c in best.values() if c.rank == 1)
    ordered = sorted(best.values(), key=lambda c: (bool(c.own), -_rank(c, given), c.start - c.end, c.start))
    return sorted(_longest(ordered), key=attrgetter("start", "end"))


def _rank(c: Candidate, given: list[tuple[int, int]]) -> int:
    if c.rank or c.own or c.readings[0].concept.kind is not Kind.DISEASE:
        return c.rank
    first = bisect_left(given, (c.start, 0))
    last = bisect_left(given, (c.end, 0))
    return int(any(end <= c.end for _, end in given[first:last]))


def _longest(ordered: list[Candidate]) -> list[Candidate]:
    """Go through candidates from the best; a word once taken lets only those in that may stand within its holder."""
    kept: list[Candidate] = []
    taken = bytearray(max((c.last for c in ordered), default=0) + 1)
    for c in ordered:
        if c.own:
            stands = any(not taken[word] for word in c.own)
        else:
            stands = taken.find(1, c.first, c.last + 1) < 0 or (
                c.readings[0].concept.kind is Kind.INHERITANCE and _in_disease(c, kept)
            )
        if stands:
            kept.append(c)
            for word in c.own or range(c.first, c.last + 1):
                taken[word] = 1
    return kept


def _in_disease(inner: Candidate, kept: list[Candidate]) -> bool:
    holders = [c for c in kept if c.first <= inner.last and inner.first <= c.last]
    return all(
        c.first <= inner.first and inner.last <= c.last and c.readings[0].concept.kind is Kind.DISEASE for c in holders
    )
