"""Candidates to those that stand: the longest, and what may stand within it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Final, TypeAlias

import numpy as np

from nosograph.model import Concept, Kind
from nosograph.recognition._candidates import Candidate, Named

_CONJUNCTION: Final = re.compile(r"\b(?:and|or|nor)\b|/", re.IGNORECASE)
_SHARED, _WHOLE = 1, 2
"""A word taken by a name shared out over a conjunction may be shared once more."""
_LONGEST: Final = 16
"""Words that a name may span, those without content included."""


_GENE_AFTER: Final = re.compile(r"\s+(?:genes?|locus|mutations?|variants?)\b")
_GENE_BEFORE: Final = re.compile(r"\b(?:genes?|(?:mutations?|variants?|deletions?) (?:in|of)(?: the)?) $")
_NEAR: Final = 24
_NAMED_AFTER: Final = frozenset({Kind.DISEASE, Kind.GENE})
"""What may be named after a disease: a type of it, its gene."""
IsKind: TypeAlias = Callable[[Concept, Concept], bool]
"""Says whether the first concept is a kind of the second."""


def select(named: Named, others: list[Candidate], text: str, is_kind: IsKind, *, nested: bool) -> Named:
    """Keep, in text order, one candidate a stretch; without `nested`, only those that overlap no better one.

    Better is: of higher rank where they cross, then longer, then earlier; the name of a disease or a gene that holds
    all of one that the article gives, and more, is the name of a type or the gene of it, and stands in its place. An
    inheritance named inside a disease's name stands beside it; a name shared out over a conjunction stands beside the
    name it shares words with.
    """
    added = np.array([(c.first, c.last) for c in others], dtype=np.int64).reshape(-1, 2).T
    firsts, lasts = np.concatenate([named.first, added[0]]), np.concatenate([named.last, added[1]])
    order = np.argsort(firsts, kind="stable")
    parted = np.ones(len(order), dtype=bool)
    parted[1:] = firsts[order][1:] > np.maximum.accumulate(lasts[order])[:-1]
    begins = np.flatnonzero(parted)
    sizes = np.diff(begins, append=len(order))
    alone = order[begins[sizes == 1]]
    crowded = order[np.repeat(sizes > 1, sizes)]  # those that have words in common, be it through others
    held = iter(named.at(crowded[crowded < len(named)]).candidates())
    crowd = [next(held) if place < len(named) else others[place - len(named)] for place in crowded.tolist()]
    standing = [others[place - len(named)] for place in alone[alone >= len(named)].tolist()]
    end = 0
    for size in sizes[sizes > 1].tolist():
        begin, end = end, end + size
        standing += _standing(crowd[begin:end], text, is_kind, nested=nested)
    return named.at(alone[alone < len(named)]).among(standing)


def _standing(crowd: list[Candidate], text: str, is_kind: IsKind, *, nested: bool) -> list[Candidate]:
    best: dict[tuple[int, int, bool], Candidate] = {}
    for c in crowd:
        key = (c.start, c.end, bool(c.own))
        known = best.get(key)
        if known is None or _place(c, text) > _place(known, text):
            best[key] = c
    if len(best) == 1:
        return list(best.values())
    meant = list(_meant(list(best.values()), text, is_kind))
    if not nested:
        given = sorted((c.start, c.end) for c in meant if c.rank == 1)
        meant = _longest(sorted(meant, key=lambda c: (bool(c.own), -_rank(c, given), c.start - c.end, c.start)))
    return sorted(meant, key=attrgetter("start", "end"))


def _place(c: Candidate, text: str) -> tuple[bool, int, float]:
    """Say how well a candidate stands among those of the same words: a gene first where the text calls it one."""
    gene = c.readings[0].concept.kind is Kind.GENE
    told = gene and (_GENE_AFTER.match(text, c.end) or _GENE_BEFORE.search(text, max(0, c.start - _NEAR), c.start))
    return bool(told), c.rank, c.readings[0].score


def _rank(c: Candidate, given: list[tuple[int, int]]) -> int:
    if c.rank or c.own or c.readings[0].concept.kind not in _NAMED_AFTER:
        return c.rank
    first = bisect_left(given, (c.start, 0))
    last = bisect_left(given, (c.end, 0))
    return int(any(end <= c.end for _, end in given[first:last]))


def _meant(candidates: list[Candidate], text: str, is_kind: IsKind) -> Iterator[Candidate]:
    """Leave out a finding's name inside another's, unless the longer is a kind of the shorter.

    A skin cancer is a cancer, but diabetes insipidus is no diabetes. Where a conjunction stands in the longer, both are
    meant; a disease that is named after two findings is not meant where nothing else of the article calls it so.
    """
    findings = [c for c in candidates if c.readings[0].concept.kind is Kind.PHENOTYPE and not c.own]
    holders: dict[int, list[Candidate]] = {}
    for c in candidates:
        finding = c.readings[0].concept.kind is Kind.PHENOTYPE
        if finding and c.last > c.first and not _CONJUNCTION.search(text, c.start, c.end):
            holders.setdefault(c.first, []).append(c)
    for c in candidates:
        kind = c.readings[0].concept.kind
        if kind is Kind.PHENOTYPE:
            wrong = _misread(c, holders, is_kind)
        else:
            wrong = kind is Kind.DISEASE and not c.rank and not c.own and _lists(c, findings, text)
        if not wrong:
            yield c


def _lists(disease: Candidate, findings: list[Candidate], text: str) -> bool:
    """Say whether a disease's name is but two findings and what joins them: "retinal dystrophy and obesity"."""
    if _CONJUNCTION.search(text, disease.start, disease.end) is None:
        return False
    firsts = [c.end for c in findings if c.start == disease.start and c.end < disease.end]
    lasts = [c.start for c in findings if c.end == disease.end and c.start > disease.start]
    return any(_CONJUNCTION.search(text, end, start) is not None for end in firsts for start in lasts if end <= start)


def _misread(inner: Candidate, holders: dict[int, list[Candidate]], is_kind: IsKind) -> bool:
    concept = inner.readings[0].concept
    around = (
        outer.readings[0].concept
        for first in range(inner.first - _LONGEST, inner.first + 1)
        for outer in holders.get(first, ())
        if inner.last <= outer.last and (inner.own or outer.last - outer.first > inner.last - inner.first)
        if not outer.own or set(range(inner.first, inner.last + 1)) <= set(outer.own)
    )
    return any(outer != concept and not is_kind(outer, concept) for outer in around)


def _longest(ordered: list[Candidate]) -> list[Candidate]:
    """Go through candidates from the best; a word once taken lets only those in that may stand within its holder."""
    kept: list[Candidate] = []
    begin = min(c.first for c in ordered)
    taken = bytearray(max(c.last for c in ordered) + 1 - begin)
    for c in ordered:
        if c.own:
            words = [word - begin for word in c.own]
            if any(taken[word] != _WHOLE for word in words):
                kept.append(c)
                for word in words:
                    taken[word] = max(taken[word], _SHARED)
        else:
            whole = slice(c.first - begin, c.last + 1 - begin)
            inherited = c.readings[0].concept.kind is Kind.INHERITANCE
            if not any(taken[whole]) or (inherited and _in_disease(c, kept)):
                kept.append(c)
                taken[whole] = bytes((_WHOLE,)) * (c.last + 1 - c.first)
    return kept


def _in_disease(inner: Candidate, kept: list[Candidate]) -> bool:
    holders = [c for c in kept if c.first <= inner.last and inner.first <= c.last]
    return all(
        c.first <= inner.first and inner.last <= c.last and c.readings[0].concept.kind is Kind.DISEASE for c in holders
    )
