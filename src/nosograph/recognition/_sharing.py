"""Sight to Bags: names whose words the text shares out over a conjunction, or over qualities side by side."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from nosograph.recognition._bags import MANY, REACH, Bag, Sight, shifted
from nosograph.recognition._gaps import Gap
from nosograph.recognition._roles import Role
from nosograph.recognition._windows import Bools, Content, Hits

_SHARED: Final = "shared out by a conjunction"
_STACKED: Final = "with another quality between"


def shared(content: Content, hits: Hits, sight: Sight) -> Iterator[Bag]:
    """Look for bags of words on both sides of the names found."""
    conjunction, named = content.has(Role.CONJUNCTION), content.has(Role.NAMED)
    comma, slash = content.gap == Gap.COMMA, content.gap == Gap.SLASH
    lends = named & ~content.has(Role.PLURAL)
    before = shifted(lends, 2) | shifted(slash, 1)
    shares = (shifted(conjunction, 1) & content.follows & before) | (slash & shifted(lends, 1))
    long = hits.last > hits.first
    loose = (
        shifted(shares, 1)
        & content.joined
        & ~shifted(conjunction | (content.has(Role.STOP) & ~content.has(Role.DEGREE)), 1)
    )
    after = shifted((content.joined & named) | slash, -1)
    goes_on = shifted(np.where(conjunction, after & (content.gap <= Gap.COMMA), comma & named), -1)
    for first, last in _spans(hits, shares[hits.first] & long):
        yield from _before(sight, sight.end_before(first), range(first + 1, last + 1), last)
    for first, last in _spans(hits, loose[hits.first]):
        yield from _before(sight, sight.end_before(first - 1), range(first, last + 1), last)
    for first, last in _spans(hits, goes_on[hits.last] & long):
        yield from _after(sight, first, last)
    quality = content.has(Role.QUALITY)
    compound = shifted(content.gap == Gap.HYPHEN, 1)
    before_comma = comma & shifted(quality | content.has(Role.ADJECTIVE), 1)
    listed = comma & compound
    stacked = shifted(quality, 1) & quality
    for first, last in _spans(hits, stacked[hits.first] & long):
        yield from _stacked(sight, first, last)
    for first, last in _spans(hits, (before_comma | listed)[hits.first] & long):
        yield from _listed(sight, first, last, compound=bool(listed[first]))


def _spans(hits: Hits, chosen: Bools) -> Iterator[tuple[int, int]]:
    """Give the first and the last word of the names chosen."""
    return zip(hits.first[chosen].tolist(), hits.last[chosen].tolist(), strict=True)


def _before(sight: Sight, end: int | None, heads: range, last: int) -> Iterator[Bag]:
    """Find "A, B or C HEAD", where "C HEAD" is a name, or HEAD is and C is not."""
    on = 0
    for _ in range(MANY):
        if end is None or sight.plural[end] or (on == 0 and sight.parted(end)):
            return  # "elbows and cardiac anomalies": what lends its place before a noun stands in the singular
        group = next(sight.groups)
        bags = [Bag(group, on, words[0], last, words, _SHARED) for words in _conjuncts(sight, end, heads, last)]
        if not bags:
            return  # what stands further on hangs on a name that is none
        yield from bags
        on = group
        end = sight.next_before(end)


def _conjuncts(sight: Sight, last: int, heads: range, end: int) -> Iterator[tuple[int, ...]]:
    firsts = [last]
    while len(firsts) < REACH and sight.joined[firsts[-1]] and not sight.conjunction[firsts[-1] - 1]:
        firsts.append(firsts[-1] - 1)
    for first in reversed(firsts):
        if sight.all_named(first, last) and not sight.known(first, last):
            for head in heads:
                yield (*range(first, last + 1), *range(head, end + 1))


def _after(sight: Sight, first: int, last: int) -> Iterator[Bag]:
    """Find "HEAD of A, B and C", where "HEAD of A" is a name."""
    place, on = last + 1, 0
    for _ in range(MANY):
        begin = sight.begin_after(place)
        if begin is None:
            return
        end = begin
        while sight.goes_on[end + 1] and end + 1 - begin < REACH:
            end += 1
        if sight.ends_known(begin, end) or not sight.all_named(begin, end):
            return  # what stands further on hangs on a name that is none
        group = next(sight.groups)
        for head in range(last, first, -1):
            yield Bag(group, on, first, end, (*range(first, head), *range(begin, end + 1)), _SHARED)
        place, on = end + 1, group


def _stacked(sight: Sight, first: int, last: int) -> Iterator[Bag]:
    """Find "short thumbs" in "short (,) broad thumbs"."""
    place = first - 1
    while place >= 0 and sight.quality[place] and sight.gap[place + 1] <= Gap.COMMA:
        group = next(sight.groups)
        for head in range(first + 1, last + 1):
            yield Bag(group, 0, place, last, (place, *range(head, last + 1)), _STACKED)
        place -= 1


def _listed(sight: Sight, first: int, last: int, *, compound: bool) -> Iterator[Bag]:
    """Find "low-set ears" in "low-set, posteriorly rotated ears", and "dry skin" in "dry, thickened skin"."""
    quality = first - 2 if compound else first - 1
    words = range(quality, first)
    if all(sight.named[word] and not sight.stop[word] for word in words):
        group = next(sight.groups)
        for head in range(first + 1, last + 1):
            yield Bag(group, 0, quality, last, (*words, *range(head, last + 1)), _STACKED)
