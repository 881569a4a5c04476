"""Whether a sentence affirms a statement or denies it."""

import re
from bisect import bisect_left
from dataclasses import replace
from enum import StrEnum
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._kinds import FINDINGS, MEANS
from nosograph.extraction._lists import blanked, joined
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import NEW_CLAUSE, Scene
from nosograph.extraction._sieve import Sieve
from nosograph.model import Kind, Mention, Polarity

__all__ = ["polarity"]

_FAR: Final = 400
"""What stands further off, in characters, bears on nothing."""
_NAME: Final = 80
_VERB_REACH: Final = 3
_NOUN_REACH: Final = 3
_BARE_REACH: Final = 4
_CHAIN: Final = re.compile(r"(?:[\s,/]|\b(?:or|nor|any|the|an?|of|other|overt|frank|significant)\b)*", re.IGNORECASE)
_CHAIN_END: Final = re.compile(rf"{_CHAIN.pattern},?\s*\band\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_OR: Final = re.compile(r"\bn?or\b|/", re.IGNORECASE)
_APART: Final = re.compile(r",|\b(?:when|if|because|until)\b")
_AUXILIARY: Final = re.compile(r"(?:is|are|was|were|may|can|might|could|should|will|would|has|have|had)\b")
"""How a cue begins that has a verb of its own, which a "not" with another verb does not deny."""

_SET_OFF: Final = re.compile(
    r"(?: such as [^,;]*)?, (?:(?:in|by) contrast|on the other hand|on the contrary|however|though|in particular|\w+ly"
    r"|(?:unlike|an?|the|one|suggested|described|seen|found|which|known|reported|so|often|once|as) [^,;]{1,80}),"
)
"""What commas set off between a thing and what is said of it: "A, in contrast, is not part of it"."""

_OWN_VERB: Final = re.compile(r" (?:is|are|was|were|has|have|may|can|might|could|occurs?|develops?|appears?)\b")
_AND_SO: Final = re.compile(r", (?:and|while|so)\b")

_RISK: Final = re.compile(r"(?:increased |higher |greater |elevated )?(?:risks?|tendency|likelihood|chances?)\b")
_ALTERNATIVE: Final = re.compile(r"\bn?or (?:an? |any |the )?$")
"""What joins the risk of something to what a "not" denies: "they do not develop A or an increased risk of B"."""

_EVIDENCE: Final = re.compile(r" of$|\bden(?:ied|ies|ying)$")
_OR_LAST: Final = re.compile(r"\bn?or (?:\w+ )?$")
"""What goes on with what there is "no evidence of"."""

_ON: Final = re.compile(r"[\s,]*\b(?:or|nor)\b", re.IGNORECASE)
"""What goes on with a list of which all is denied: "no A, B or C"."""
_AND: Final = re.compile(r"[\s,]*\band\b", re.IGNORECASE)
"""What goes on with a list of which there is an "absence of"."""

_BEFORE_REACH: Final = 3
_IF: Final = re.compile(r"\b(?:if|unless|whether|even)\b", re.IGNORECASE)
_STOPS: Final = re.compile(r"[,;:()]|\band\b|\bbut\b", re.IGNORECASE)


class Denial(StrEnum):
    """Say what a negation denies: the cue after it, the words on a side of it, a cause, or nothing (a look-alike)."""

    VERB = "verb"
    NOUN = "noun"
    BEFORE = "before"
    CAUSE = "cause"
    NONE = "none"


_DEALT: Final = re.compile(
    r" (?:\w+ly )?(?:relieved|improved|controlled|affected|worsened|helped|eased|triggered|altered|explained)\b"
)
"""What is denied of a finding that is there: "A is not relieved by rest"."""
_ARTICLES: Final = frozenset({"", "the", "any", "a", "an"})
_BACKWARDS: Final = frozenset({Denial.BEFORE, Denial.CAUSE})


@cache
def _negations() -> Sieve[tuple[str, re.Pattern[str], Denial]]:
    found = ((row[0], phrase(row[0]), Denial(row[1])) for row in rows("negation.tsv", 2))
    return Sieve(found, itemgetter(0), itemgetter(1))


def polarity(scene: Scene, anchor: Anchor) -> Polarity:
    """Say whether the sentence denies the statement: the cue's verb, the words just before the object or after it."""
    begin = scene.start(anchor.mention)
    triggers = _triggers(scene)
    first = bisect_left(triggers, min(begin, anchor.start) - _FAR, key=_begins)
    last = bisect_left(triggers, max(scene.end(anchor.mention), anchor.end) + _FAR, key=_begins)
    glossed = _glossed(scene, anchor.mention)
    anchors = [anchor] if glossed is None else [anchor, replace(anchor, mention=glossed)]
    denied = any(
        _denies(scene, one, span, what)
        for one in anchors
        for span, what in triggers[first:last]
        if span[0] >= anchor.since
    )
    return Polarity.NEGATED if denied else Polarity.AFFIRMED


def _glossed(scene: Scene, mention: Mention) -> Mention | None:
    """Give the mention that another in brackets right after it explains: what denies it denies both."""
    begin = scene.start(mention)
    near = scene.near(begin - _NAME, begin)
    return next((m for m in near if scene.text[scene.end(m) : begin] == " (" and m.concept.kind in FINDINGS), None)


@lru_cache(maxsize=8)
def _triggers(scene: Scene) -> tuple[tuple[tuple[int, int], Denial], ...]:
    taken: list[tuple[tuple[int, int], Denial]] = []
    held, idle = bytearray(len(scene.lower)), bytearray(len(scene.lower))
    for (_, _, what), found in _negations().find(scene.letters):
        if what in _BACKWARDS:
            if not any(idle[found.start() : found.end()]):
                taken.append((found.span(), what))
        elif not any(held[found.start() : found.end()]):
            held[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
            taken.append((found.span(), what))
            if what is Denial.NONE:
                idle[found.start() : found.end()] = held[found.start() : found.end()]
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
    dealt = end <= left and anchor.mention.concept.kind in FINDINGS and _DEALT.match(scene.lower, right) is not None
    if dealt or begin <= left < end or not scene.within_bracket(left, begin) or _within_name(scene, left):
        return False
    if what in _BACKWARDS:
        fits = what is Denial.BEFORE or anchor.mention.concept.kind is Kind.GENE
        return fits and left >= end and _said_of(scene, end, left)
    if what is Denial.VERB:
        return _denies_verb(scene, anchor, trigger)
    seen = anchor.mention.concept.kind in MEANS and _EVIDENCE.search(scene.lower, left, right) is not None
    if seen or right > begin or anchor.start <= left < anchor.end or _of_another(scene, anchor, right):
        return False
    if anchor.mention.concept.kind is Kind.CELL and right <= anchor.start < begin:
        return True
    return _reaches(scene, right, anchor)


def _denies_verb(scene: Scene, anchor: Anchor, trigger: tuple[int, int]) -> bool:
    """Say whether a "not" denies the verb of the cue, or stands near an object without one."""
    left, right = trigger
    begin = scene.start(anchor.mention)
    if anchor.bare:
        near = right <= begin and scene.words_between(right, begin) <= _BARE_REACH and scene.same_clause(right, begin)
        return near and _AND_SO.search(scene.lower, right, begin) is None
    apart = _APART.search(scene.lower, right, max(right, anchor.end)) is not None
    inside = anchor.start <= left < anchor.end and not anchor.negative and not apart
    before = (
        right <= anchor.start
        and scene.words_between(right, anchor.start) <= _VERB_REACH
        and _APART.search(scene.lower, right, anchor.start) is None
        and (not scene.words_between(right, anchor.start) or _AUXILIARY.match(scene.lower, anchor.start) is None)
    )
    joined_to = (
        right <= anchor.start
        and _RISK.match(scene.lower, anchor.start) is not None
        and _ALTERNATIVE.search(scene.lower, right, anchor.start) is not None
    )
    end = scene.end(anchor.mention)
    if _AND_SO.search(scene.lower, right, begin) is not None and _OWN_VERB.match(scene.lower, end) is not None:
        return False
    beside = anchor.end <= left and right <= begin and scene.lower[right:begin].strip() in _ARTICLES
    return (inside or before or joined_to or beside) and scene.same_clause(min(right, begin), max(begin, right))


def _within_name(scene: Scene, place: int) -> bool:
    """Say whether a place lies within a name, such as "lack of coordination", that denies nothing but itself."""
    return any(scene.start(m) <= place < scene.end(m) for m in scene.near(place - _NAME, place + 1))


def _of_another(scene: Scene, anchor: Anchor, right: int) -> bool:
    """Say whether what a negation denies is the subject of the cue: "lack of X causes A" does not deny A."""
    if anchor.bare or right > anchor.start or anchor.end > scene.start(anchor.mention):
        return False
    if scene.lower[right : anchor.start].strip() in _ARTICLES and anchor.mention.concept.kind is Kind.CELL:
        return False
    return scene.words_between(right, anchor.start) > 1 or scene.lower[:right].endswith(" of")


def _reaches(scene: Scene, right: int, anchor: Anchor) -> bool:
    """Say whether a negation that ends at a place denies the object: it stands near, or in a list with "or"."""
    begin = scene.start(anchor.mention)
    near = scene.words_between(right, begin) <= _NOUN_REACH
    if near and _STOPS.search(scene.lower, right, begin) is None:
        return True
    if _EVIDENCE.search(scene.lower, 0, right) and _OR_LAST.search(scene.lower, right, begin):
        return _STOPS.search(scene.lower, right, begin) is None
    between = blanked(scene, right, begin)
    absent = _EVIDENCE.search(scene.lower, 0, right) is not None
    if absent and _CHAIN_END.fullmatch(between) is not None:
        return True
    if _CHAIN.fullmatch(between) is None:
        return False
    end = scene.end(anchor.mention)
    further = blanked(scene, end, scene.clause(end)[1])
    return _OR.search(between) is not None or _ON.match(further) is not None or bool(absent and _AND.match(further))


def _said_of(scene: Scene, end: int, left: int) -> bool:
    """Say whether words that begin at `left` speak of what ends before: at once, or of the list that it stands in."""
    if not scene.same_clause(end, left):
        return False
    aside = _SET_OFF.match(scene.lower, end)
    end = aside.end() if aside is not None else end
    near = scene.words_between(end, left) <= _BEFORE_REACH and _STOPS.search(scene.lower, end, left) is None
    return near or (joined(scene, end, left) and NEW_CLAUSE.match(scene.lower, end) is None)
