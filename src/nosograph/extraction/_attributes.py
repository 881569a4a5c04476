"""What a sentence says about a statement: polarity, certainty, outcome."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from nosograph.extraction._lists import blanked, opening
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.extraction._stems import Sieve, Words
from nosograph.model import Certainty, Kind, Mention, Outcome, Polarity

_FAR: Final = 400
"""What stands further off, in characters, bears on nothing."""
_VERB_REACH: Final = 3
_NOUN_REACH: Final = 3
_HEDGE_REACH: Final = 6
_AFTER: Final = 3
_NEAR: Final = 3
_BARE_REACH: Final = 4
_CHAIN: Final = re.compile(r"(?:[\s,/]|\b(?:or|nor|any|the|an?|of|other|overt|frank|significant)\b)*", re.IGNORECASE)
_OR: Final = re.compile(r"\bn?or\b|/", re.IGNORECASE)
_IF: Final = re.compile(r"\b(?:if|unless|whether|even)\b", re.IGNORECASE)
_STOPS: Final = re.compile(r"[,;:()]|\band\b|\bbut\b", re.IGNORECASE)


_MEANS: Final = frozenset({Kind.PROCEDURE, Kind.CHEMICAL})
"""What a sentence may go on to speak of as its subject: "Treatment with X may …"."""

_FURTHER: Final = re.compile(r",? but (?:also |still |often )?(?:can|may|will|does|has|is|\w{3,}(?:s|ed))\b")
"""A second verb of the same subject: "X does not cure it but prolongs life"."""

_AND: Final = re.compile(r"(?:,|\band\b|\bor\b|\bwhich\b)")

_GIVEN: Final = re.compile(r"\b(?:if|when|where|in case of)\b[^,;]*[,;]")


class Denial(StrEnum):
    """Say what a negation denies: the cue after it, the words after it, or nothing (a look-alike)."""

    VERB = "verb"
    NOUN = "noun"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Hold where a statement hangs in its sentence: its cue (start, end.

    Equal where there is none) and the object's mention; `negative` where the cue itself holds a "not".
    """

    start: int
    end: int
    mention: Mention
    negative: bool = False

    @property
    def bare(self) -> bool:
        """True where no cue governs the mention."""
        return self.start == self.end


@cache
def _negations() -> Sieve[tuple[str, re.Pattern[str], Denial]]:
    found = ((row[0], phrase(row[0]), Denial(row[1])) for row in rows("negation.tsv", 2))
    return Sieve(found, lambda row: row[0])


@cache
def _outcomes() -> Sieve[tuple[str, re.Pattern[str], Outcome]]:
    found = ((row[1], phrase(row[1]), Outcome(row[0])) for row in rows("outcomes.tsv", 2))
    return Sieve(found, lambda row: row[0])


def polarity(scene: Scene, anchor: Anchor) -> Polarity:
    """Say whether the sentence denies the statement: the cue's verb, or the words just before the object."""
    begin = scene.start(anchor.mention)
    triggers = _triggers(scene)
    first = bisect_left(triggers, min(begin, anchor.start) - _FAR, key=_begins)
    last = bisect_left(triggers, max(begin, anchor.end), key=_begins)
    denied = any(_denies(scene, anchor, span, what) for span, what in triggers[first:last])
    return Polarity.NEGATED if denied else Polarity.AFFIRMED


@lru_cache(maxsize=8)
def _triggers(scene: Scene) -> tuple[tuple[tuple[int, int], Denial], ...]:
    taken: list[tuple[tuple[int, int], Denial]] = []
    held = bytearray(len(scene.lower))
    for _, pattern, what in _negations().sift(scene.beginnings):
        for found in pattern.finditer(scene.lower):
            if not any(held[found.start() : found.end()]):
                held[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
                taken.append((found.span(), what))
    return tuple(
        (span, what) for span, what in sorted(taken) if what is not Denial.NONE and not _supposed(scene, span[0])
    )


def _begins(trigger: tuple[tuple[int, int], Denial]) -> int:
    return trigger[0][0]


def _supposed(scene: Scene, place: int) -> bool:
    """Say whether a place lies in a supposition: what would be without it denies nothing."""
    return _IF.search(scene.lower, max(scene.clause(place)[0], place - _FAR), place) is not None


def _denies(scene: Scene, anchor: Anchor, trigger: tuple[int, int], what: Denial) -> bool:
    left, right = trigger
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if begin <= left < end or not scene.within_bracket(left, begin):
        return False
    if what is Denial.VERB:
        if anchor.bare:
            return right <= begin and scene.words_between(right, begin) <= _BARE_REACH
        inside = anchor.start <= left < anchor.end and not anchor.negative
        before = (
            right <= anchor.start
            and scene.words_between(right, anchor.start) <= _VERB_REACH
            and "," not in scene.text[right : anchor.start]
        )
        return (inside or before) and scene.same_clause(min(right, begin), max(begin, right))
    if right > begin or anchor.start <= left < anchor.end:
        return False
    near = scene.words_between(right, begin) <= _NOUN_REACH
    return (near and _STOPS.search(scene.lower, right, begin) is None) or _chained(scene, right, begin)


def _chained(scene: Scene, left: int, right: int) -> bool:
    """Say whether only other mentions and "or" stand between two places."""
    between = blanked(scene, left, right)
    return _CHAIN.fullmatch(between) is not None and _OR.search(between) is not None


def _windows(scene: Scene, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose words bear on the statement: around its cue, and just before its object."""
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if anchor.bare:
        yield scene.back(begin, _HEDGE_REACH), begin
        yield end, scene.ahead(end, 1)
    elif anchor.end <= begin:
        named = scene.near(anchor.end, begin)
        yield scene.back(anchor.start, _HEDGE_REACH), scene.start(named[0]) if named else begin
        yield max(scene.back(begin, _NEAR), anchor.end), begin
        first = opening(scene, begin)
        yield max(scene.back(first, _NEAR), anchor.end), first
        if anchor.mention.concept.kind in _MEANS:
            yield end, scene.ahead(end, 1)
    else:
        further = _AND.search(scene.lower, anchor.end, scene.ahead(anchor.end, _AFTER))
        yield end, further.start() if further is not None else scene.ahead(anchor.end, _AFTER)
        yield scene.back(begin, _NEAR), begin


def _bears(scene: Scene, anchor: Anchor, span: tuple[int, int]) -> bool:
    begin = scene.start(anchor.mention)
    inside = any(left <= span[0] and span[1] <= right for left, right in _windows(scene, anchor))
    return inside and _together(scene, span, begin)


def _together(scene: Scene, span: tuple[int, int], place: int) -> bool:
    left, right = sorted((span[1], place))
    return scene.same_clause(left, right) and scene.within_bracket(span[0], place)


@cache
def _hedges() -> Sieve[tuple[str, re.Pattern[str]]]:
    return Sieve(((row[0], phrase(row[0])) for row in rows("certainty.tsv", 1)), lambda row: row[0])


@lru_cache(maxsize=8)
def _hedged(scene: Scene) -> tuple[tuple[int, int], ...]:
    patterns = (pattern for _, pattern in _hedges().sift(scene.beginnings))
    return tuple(sorted(found.span() for pattern in patterns for found in pattern.finditer(scene.lower)))


def certainty(scene: Scene, anchor: Anchor) -> Certainty:
    """Say whether a hedge stands by the cue or by the object."""
    begin, held = scene.start(anchor.mention), _hedged(scene)
    first = bisect_left(held, (min(begin, anchor.start) - _FAR, 0))
    last = bisect_left(held, (max(scene.end(anchor.mention), anchor.end) + _FAR, 0))
    hedged = any(_bears(scene, anchor, span) for span in held[first:last])
    return Certainty.HEDGED if hedged else Certainty.STATED


def outcome(scene: Scene, anchor: Anchor) -> Outcome:
    """Give how the treatment fared, as the object's clause says, else the sentence that introduces its list."""
    begin = scene.start(anchor.mention)
    left, right = scene.clause(begin)
    if _FURTHER.match(scene.lower, right) is not None:
        right = scene.clause(right + 1)[1]
    left, right = max(left, begin - _FAR), min(right, begin + _FAR)
    found = _fared(_GIVEN.sub("", scene.lower[left:right]), scene.beginnings)
    lead = scene.sentence.lead_in
    if found is not Outcome.UNSTATED or lead is None:
        return found
    return _fared(lead.text.lower(), Words.of(lead.text).beginnings)


def _fared(words: str, beginnings: frozenset[str]) -> Outcome:
    told = (result for _, pattern, result in _outcomes().sift(beginnings) if pattern.search(words))
    return next(told, Outcome.UNSTATED)
