"""How often a sentence says a statement holds: the words, as they stand."""

import re
from bisect import bisect_left
from enum import StrEnum
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._attributes import Anchor
from nosograph.extraction._lists import opening
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.extraction._stems import Sieve
from nosograph.model import Kind

__all__ = ["frequency"]

_FAR: Final = 400
_CUE_REACH: Final = 4
_OBJECT_REACH: Final = 2
_BARE_REACH: Final = 5
_SAME: Final = re.compile(
    r"[\s(|,:\u2013-]*(?:(?:and )?(?:is|are|was|were|occurs?|develops?|appears?|seen|found|present|also|in|among|of|for"
    r"|has|been)\s+)*"
)


_PREDICATED: Final = re.compile(
    r"\b(?:occurs?|develops?|appears?|seen|found|present|observed|reported|noted|described) (?:in|among|by)\s*$"
)
_REST: Final = re.compile(r"\b(?:the|in) (?:rest|remainder|remaining|others)\b")
_NEXT: Final = re.compile(r", (?:and|while|with)\b|;")

_FINDINGS: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.DISEASE_CLASS, Kind.PROCEDURE, Kind.CHEMICAL})


_ASIDE: Final = re.compile(r", (?:which|who|whose|where)\b[^,;]*,")
"""A relative clause between commas: what it says of frequency stays in it."""

_ALL: Final = re.compile(r"(?:in|for)\b")
"""What, before the disease's own name, means all of its patients."""


class _Reach(StrEnum):
    """Say what words of frequency may bear on: their cue, the object after them, or all of their clause."""

    NEAR = "near"
    OBJECT = "object"
    CLAUSE = "clause"


_Held = tuple[int, int, _Reach]


@cache
def _words() -> Sieve[tuple[str, re.Pattern[str], _Reach]]:
    return Sieve(((row[0], phrase(row[0]), _Reach(row[1])) for row in rows("frequency.tsv", 2)), lambda row: row[0])


@lru_cache(maxsize=8)
def _held(scene: Scene) -> tuple[_Held, ...]:
    words = _words().sift(scene.beginnings)
    return tuple(
        sorted((*found.span(), reach) for _, pattern, reach in words for found in pattern.finditer(scene.lower))
    )


def frequency(scene: Scene, anchor: Anchor) -> str:
    """Give the words of frequency that bear on a statement, the nearest to its object, or nothing."""
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    held = _held(scene)
    first = bisect_left(held, min(begin, anchor.start) - _FAR, key=itemgetter(0))
    last = bisect_left(held, max(end, anchor.end) + _FAR, key=itemgetter(0))
    bearing = [one for one in held[first:last] if _bears(scene, anchor, one)]
    best = min(bearing, key=lambda h: min(abs(h[0] - end), abs(begin - h[1])), default=None)
    return "" if best is None else scene.text[best[0] : best[1]]


def _bears(scene: Scene, anchor: Anchor, held: _Held) -> bool:
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    aside = next((a.span() for a in _ASIDE.finditer(scene.lower) if a.start() <= left < a.end()), None)
    if aside is not None and not aside[0] <= begin < aside[1]:
        return False
    if any(m.concept.curie == scene.subject.curie for m in scene.near(left, right)) and _ALL.match(scene.lower, left):
        return False
    if reach is _Reach.OBJECT and anchor.mention.concept.kind not in _FINDINGS:
        return False
    if left >= end:
        return _follows(scene, anchor, held)
    apart = right > begin or not scene.same_clause(right, begin) or not scene.within_bracket(left, begin)
    return not apart and (_beside(scene, right, begin) or _leads(scene, anchor, held))


def _beside(scene: Scene, right: int, place: int) -> bool:
    return scene.words_between(right, place) < _OBJECT_REACH and _within(scene, right, place)


def _leads(scene: Scene, anchor: Anchor, held: _Held) -> bool:
    """Say whether words before the object speak of it: of its clause, its cue, or the list that it stands in."""
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if reach is _Reach.CLAUSE:
        return not _spent(scene, left, begin) and (anchor.bare or right <= anchor.end or anchor.start >= end)
    if reach is _Reach.OBJECT:
        return False
    if anchor.bare:
        return scene.words_between(right, begin) <= _BARE_REACH and _within(scene, right, begin)
    if right >= anchor.end:
        first = opening(scene, begin)
        return right <= first and _beside(scene, right, first)
    return scene.back(anchor.start, _CUE_REACH) <= left and right <= anchor.end <= begin


def _spent(scene: Scene, left: int, place: int) -> bool:
    """Say whether words of frequency are said of a finding before them: "A occurs in most, and B in some"."""
    if _REST.search(scene.lower, left, place) is not None:
        return True
    if _PREDICATED.search(scene.lower, 0, left) is None or _NEXT.search(scene.text, left, place) is None:
        return False
    return any(m.concept.kind in _FINDINGS and m.concept.curie != scene.subject.curie for m in scene.near(0, left))


def _within(scene: Scene, left: int, right: int) -> bool:
    return not any(sign in scene.text[left:right] for sign in ",;()")


def _follows(scene: Scene, anchor: Anchor, held: _Held) -> bool:
    """Say whether words after the object speak of it: in brackets, or as what is said of it."""
    left, right, reach = held
    end = scene.end(anchor.mention)
    if not scene.same_clause(end, left):
        return False
    if _SAME.fullmatch(scene.text, end, left):
        return True
    said = anchor.start >= end and left >= end and right <= scene.ahead(anchor.end, _CUE_REACH + _CUE_REACH)
    between = any(m.concept.kind is anchor.mention.concept.kind for m in scene.near(end, left))
    return (
        said
        and (reach is _Reach.CLAUSE or right <= scene.ahead(anchor.end, _CUE_REACH))
        and not (between and left > anchor.end)
    )
