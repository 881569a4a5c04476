"""How often a sentence says a statement holds: the words, as they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._attributes import Anchor
from nosograph.extraction._brackets import enters_bracket, past_bracket
from nosograph.extraction._frequency_carried import carried
from nosograph.extraction._frequency_said import SAID, tells
from nosograph.extraction._lists import closing, joined, opening
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.extraction._sieve import Sieve, Words
from nosograph.model import Kind

__all__ = ["frequency"]

_FAR: Final = 400
_CUE_REACH: Final = 4
_OBJECT_REACH: Final = 2
_BARE_REACH: Final = 5
_SAME: Final = re.compile(
    rf"[\s()|,:\u2013-]*(?:(?:and |which |that )?(?:is|are|was|were|be|{SAID}|also|in|among|of|for|has|have|had|been"
    rf"|an?|by|(?:accounts?|accounting) for|underlies?|(?:is|are) (?:the|an?)(?: [\w-]+){{1,3}}, {SAID})\s+)*"
)
"""What stands between a finding and how often it is seen: "A has been reported in"."""

_CAUSES: Final = re.compile(
    r"[^.;,]{0,80}\b(?:causes?|caused|leads? to|results? in|found|identified|detected|present|implicated"
    r"|responsible for)\b[^.;,]{0,60} (?:in )?(?:the )?"
)
"""What stands between a gene and the share of the patients whose disease its mutations cause."""

_TAKES: Final = re.compile(
    r"\s*(?:also |will |may |can |eventually )*(?:have|has|had|develop|shows?|experience|present|suffer|die|require"
    r"|need|are|were|do|exhibit|display|report)\b"
)
"""A verb whose subject are the patients counted: "A, and 40% have B"."""

_PREDICATED: Final = re.compile(
    r"\b(?:occurs?|develops?|appears?|seen|found|present|observed|reported|noted|described)(?: (?:in|among|by))?\s*$"
)
_DEALT_WITH: Final = re.compile(
    r" (?:be )?(?:treated|managed|controlled|corrected|relieved|alleviated|diagnosed|detected|missed|overlooked"
    r"|mistaken|misdiagnosed|monitored|caused|due|secondary|triggered|provoked|needs?|requires?|responds?|resolves?|disappears?|improves?)\b"
)
"""What an adverb may say of a finding that tells nothing of how many have it: "A is often treated with B"."""

_REST: Final = re.compile(
    r"\b(?:the|in) (?:rest|remainder|remaining|others)\b"
    r"|(?:,|\band|\bbut|\bwhile) (?:and |but )?(?:some|others|many|most|few|several)(?: \w+)? "
    r"(?:may|can|have|has|had|develop|also|are|show|experience|suffer)\b"
)
_BETWEEN: Final = re.compile(r"^, (?:which|the|an?|also|or)\b[^,;]*,")
"""An aside between a finding and its verb: "A, the main cause of death, is seen in"."""

_ITS_CAUSE: Final = re.compile(
    r"\b(?:caused by|due to|because of|resulting from|as a result of|secondary to|brought on by)(?: \w+){0,2} $"
)
"""What stands before the cause of a finding, of which it is not said how often it is seen."""

_NEXT: Final = re.compile(r", (?:and|while|with)\b|;")

_CARRIED: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.INHERITANCE, Kind.GENE})
_DISORDERS: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.DISEASE_CLASS})
_FINDINGS: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.DISEASE_CLASS, Kind.PROCEDURE, Kind.CHEMICAL})


_ASIDE: Final = re.compile(r", (?:which|who|whose|where|including)\b[^,;]*,")
"""A relative clause between commas: what it says of frequency stays in it."""

_JOINED: Final = re.compile(r"\b(?:and|or),? $")
_JOINT: Final = 6
_ALL: Final = re.compile(r"(?:in|for)\b")
"""What, before the disease's own name, means all of its patients."""


_BRACKETED: Final = re.compile(r" \([^()]*\)")
_ASIDE_OPENED: Final = re.compile(r" \([^()]*[ (]")


class _Reach(StrEnum):
    """Say what words of frequency may bear on: their cue, the object after them, or all of their clause."""

    NEAR = "near"
    OBJECT = "object"
    CLAUSE = "clause"


_Held = tuple[int, int, _Reach]


@cache
def _words() -> Sieve[tuple[str, re.Pattern[str], _Reach]]:
    found = ((row[0], phrase(row[0]), _Reach(row[1])) for row in rows("frequency.tsv", 2))
    return Sieve(found, itemgetter(0), itemgetter(1))


@lru_cache(maxsize=8)
def _held(scene: Scene) -> tuple[_Held, ...]:
    return tuple(sorted((*found.span(), reach) for (_, _, reach), found in _words().find(scene.letters)))


def frequency(scene: Scene, anchor: Anchor) -> str:
    """Give the words of frequency that bear on a statement, the nearest to its object, or nothing.

    Where the sentence has none, the one that it takes up or that goes on to speak of its findings may tell.
    """
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    held = _held(scene)
    first = bisect_left(held, min(begin, anchor.start) - _FAR, key=itemgetter(0))
    last = bisect_left(held, max(end, anchor.end) + _FAR, key=itemgetter(0))
    bearing = [one for one in held[first:last] if _bears(scene, anchor, one)]
    best = min(bearing, key=lambda h: min(abs(h[0] - end), abs(begin - h[1])), default=None)
    if best is not None:
        return scene.text[best[0] : best[1]]
    return carried(scene, anchor.mention, _clause_words) if anchor.mention.concept.kind in _CARRIED else ""


def _clause_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text, in lower case, says of how many patients it speaks."""
    for _, pattern, reach in _words().sift(Words.of(text).beginnings):
        if reach is _Reach.CLAUSE:
            yield from (found.span() for found in pattern.finditer(text))


def _bears(scene: Scene, anchor: Anchor, held: _Held) -> bool:
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if _elsewhere(scene, anchor, held) or _unfit(scene, anchor, held):
        return False
    if left >= end:
        return _follows(scene, anchor, held)
    if right > begin:
        return reach is _Reach.NEAR and begin <= left and right <= end
    apart = not scene.same_clause(right, begin) or not scene.within_bracket(left, begin)
    return (
        not apart
        and not enters_bracket(scene, right, begin)
        and (_beside(scene, right, begin) or _set_off(scene, left, right) or _leads(scene, anchor, held))
    )


def _elsewhere(scene: Scene, anchor: Anchor, held: _Held) -> bool:
    """Say whether words stand in a clause aside, count all patients, or are set off before another member of a list."""
    left, right, _ = held
    begin = scene.start(anchor.mention)
    aside = next((a.span() for a in _asides(scene) if a.start() <= left < a.end()), None)
    if aside is not None and not aside[0] <= begin < aside[1]:
        return True
    if any(m.concept.curie == scene.subject.curie for m in scene.near(left, right)) and _ALL.match(scene.lower, left):
        return True
    following = right <= begin and scene.words_between(right, begin) <= 1
    return _set_off(scene, left, right) and not following


@lru_cache(maxsize=8)
def _asides(scene: Scene) -> tuple[re.Match[str], ...]:
    return tuple(_ASIDE.finditer(scene.lower))


def _set_off(scene: Scene, left: int, right: int) -> bool:
    """Say whether commas set words of frequency off before the last member of a list: "A and, rarely, B"."""
    return scene.lower.startswith(",", right) and _JOINED.search(scene.lower, max(0, left - _JOINT), left) is not None


def _unfit(scene: Scene, anchor: Anchor, held: _Held) -> bool:
    """Say whether words cannot tell how often such an object is seen."""
    left, right, reach = held
    kind = anchor.mention.concept.kind
    if kind is Kind.GENE:
        return reach is _Reach.OBJECT or scene.lower.startswith("tend", left)
    if kind in _DISORDERS and scene.end(anchor.mention) <= left:
        return _DEALT_WITH.match(scene.lower, right) is not None
    return reach is _Reach.OBJECT and kind not in _FINDINGS


def _beside(scene: Scene, right: int, place: int) -> bool:
    return scene.words_between(right, place) < _OBJECT_REACH and _within(scene, right, place)


def _leads(scene: Scene, anchor: Anchor, held: _Held) -> bool:
    """Say whether words before the object speak of it: of its clause, its cue, or the list that it stands in."""
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if reach is _Reach.CLAUSE or (reach is _Reach.NEAR and _opens(scene, left, right)):
        own = anchor.bare or right <= anchor.end or anchor.start >= end or _TAKES.match(scene.lower, right) is not None
        return own and not _spent(scene, left, begin)
    if reach is _Reach.OBJECT:
        return False
    if anchor.bare:
        begin = max(opening(scene, begin), right)
        near = scene.words_between(right, begin) <= _BARE_REACH and _within(scene, right, begin)
        return near and (" and " not in scene.lower[right:begin] or joined(scene, right, begin))
    if right >= anchor.end:
        first = opening(scene, begin)
        return right <= first and _beside(scene, right, first)
    return scene.back(anchor.start, _CUE_REACH) <= left and right <= anchor.end <= begin


def _opens(scene: Scene, left: int, right: int) -> bool:
    """Say whether an adverb opens a sentence, and so speaks of all of its clause: "Rarely, A is seen"."""
    return not scene.lower[:left].strip() and scene.lower.startswith(",", right)


def _across(scene: Scene, anchor: Anchor, left: int, reach: _Reach) -> bool:
    """Say whether what stands between an object and how often it is seen leaves both together."""
    end = scene.end(anchor.mention)
    if _all_said(scene, closing(scene, end), left):
        return True
    genes = anchor.mention.concept.kind is Kind.GENE and reach is _Reach.CLAUSE
    if genes and _CAUSES.fullmatch(scene.lower, end, left) and not _another_gene(scene, end, left):
        return True
    return _ASIDE_OPENED.fullmatch(scene.lower, end, left) is not None and not scene.near(end, left)


def _all_said(scene: Scene, end: int, left: int) -> bool:
    """Say whether a verb stands between a list and how often it is seen: "A, B and C have been reported in"."""
    said = _BETWEEN.sub("", scene.lower[end:left])
    return any(map(str.isalpha, said)) and "(" not in said and _SAME.fullmatch(said) is not None


def _another_gene(scene: Scene, left: int, right: int) -> bool:
    return any(mention.concept.kind is Kind.GENE for mention in scene.near(left, right))


def _spent(scene: Scene, left: int, place: int) -> bool:
    """Say whether words of frequency are said of a finding before them: "A occurs in most, and B in some"."""
    if _REST.search(scene.lower, left, place) is not None:
        return True
    between = scene.near(left, place)
    if any(m.concept.kind in _DISORDERS for m in between) and _ITS_CAUSE.search(scene.lower, left, place) is not None:
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
    if not scene.same_clause(end, left) or (reach is _Reach.CLAUSE and _TAKES.match(scene.lower, right)):
        return False
    since = past_bracket(scene, end, left)
    if _SAME.fullmatch(_BRACKETED.sub(" ", scene.lower[since:left])):
        return reach is _Reach.CLAUSE or tells(scene.lower, since, (left, right), adjective=reach is _Reach.OBJECT)
    if reach is not _Reach.NEAR and _across(scene, anchor, left, reach):
        return True
    said = anchor.start >= end and left >= end and right <= scene.ahead(anchor.end, _CUE_REACH + _CUE_REACH)
    between = any(m.concept.kind is anchor.mention.concept.kind for m in scene.near(end, left))
    return (
        said
        and (reach is _Reach.CLAUSE or right <= scene.ahead(anchor.end, _CUE_REACH))
        and not (between and left > anchor.end)
    )
