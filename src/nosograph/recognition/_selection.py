"""Candidates to those that stand: the longest, and what may stand within it."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from nosograph.model import Kind
from nosograph.recognition._ranking import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Hold a stretch of text (code points, end exclusive) and what it may stand for, best first.

    `rank` is 1 for names the article itself gives, 2 for identifiers. `own` are the starts of the words that make a
    name shared out over a conjunction; empty where the whole stretch is the name.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    rank: int = 0
    own: tuple[int, ...] = ()


def select(candidates: Iterable[Candidate], *, nested: bool) -> list[Candidate]:
    """Keep, in text order, one candidate a stretch; without `nested`, only those that overlap no better one.

    Better is: of higher rank where they cross, then longer, then earlier. An inheritance named inside a disease's
    name stands beside it; a name shared out over a conjunction stands beside the name it shares words with.
    """
    best: dict[tuple[int, int, bool], Candidate] = {}
    for c in candidates:
        key = (c.start, c.end, bool(c.own))
        if key not in best or (c.rank, c.readings[0].score) > (best[key].rank, best[key].readings[0].score):
            best[key] = c
    ordered = sorted(best.values(), key=lambda c: (bool(c.own), -c.rank, c.start - c.end, c.start))
    kept = ordered if nested else _longest(ordered)
    return sorted(kept, key=attrgetter("start", "end"))


def _longest(ordered: list[Candidate]) -> list[Candidate]:
    taken: dict[int, Candidate] = {}
    kept: list[Candidate] = []
    for c in ordered:
        places = c.own or range(c.start, c.end)
        holders = {id(h): h for p in places if (h := taken.get(p)) is not None}
        free = [p for p in places if p not in taken]
        if holders and not (c.own and free) and not all(_may_hold(h, c) for h in holders.values()):
            continue
        kept.append(c)
        for p in free if c.own else range(c.start, c.end):
            taken.setdefault(p, c)
    return kept


def _may_hold(holder: Candidate, inner: Candidate) -> bool:
    inside = holder.start <= inner.start and inner.end <= holder.end
    return (
        inside
        and inner.readings[0].concept.kind is Kind.INHERITANCE
        and holder.readings[0].concept.kind is Kind.DISEASE
    )
