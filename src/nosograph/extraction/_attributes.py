"""What a sentence says about a statement: polarity, certainty, frequency, outcome."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.extraction._scene import Scene
from nosograph.extraction._tables import Denial, frequencies, hedges, negations, outcomes
from nosograph.model import Certainty, Mention, Outcome, Polarity

_VERB_REACH: Final = 3
_NOUN_REACH: Final = 3
_HEDGE_REACH: Final = 5
_NEAR: Final = 3
_BARE_REACH: Final = 4
_CHAIN: Final = re.compile(r"(?:[\s,/]|\b(?:or|nor|any|the|an?|of|other|overt|frank|significant)\b)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Hold where a statement hangs in its sentence: its cue (start, end.

    Equal where there is none) and the object's mention.
    """

    start: int
    end: int
    mention: Mention

    @property
    def bare(self) -> bool:
        """True where no cue governs the mention."""
        return self.start == self.end


def polarity(scene: Scene, anchor: Anchor) -> Polarity:
    """Say whether the sentence denies the statement: the cue's verb, or the words just before the object."""
    denied = any(_denies(scene, anchor, place, what) for place, what in _triggers(scene))
    return Polarity.NEGATED if denied else Polarity.AFFIRMED


def _triggers(scene: Scene) -> Iterator[tuple[re.Match[str], Denial]]:
    taken: list[tuple[int, int]] = []
    for pattern, what in negations():
        for found in pattern.finditer(scene.text):
            if any(found.start() < right and left < found.end() for left, right in taken):
                continue
            taken.append(found.span())
            if what is not Denial.NONE:
                yield found, what


def _denies(scene: Scene, anchor: Anchor, trigger: re.Match[str], what: Denial) -> bool:
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if begin <= trigger.start() < end or not scene.within_bracket(trigger.start(), begin):
        return False
    if what is Denial.VERB:
        if anchor.bare:
            return trigger.end() <= begin and scene.words_between(trigger.end(), begin) <= _BARE_REACH
        inside = anchor.start <= trigger.start() < anchor.end
        before = trigger.end() <= anchor.start and scene.words_between(trigger.end(), anchor.start) <= _VERB_REACH
        return (inside or before) and scene.same_clause(min(trigger.end(), begin), max(begin, trigger.end()))
    if trigger.end() > begin:
        return False
    near = scene.words_between(trigger.end(), begin) <= _NOUN_REACH
    return (near and _plain(scene, trigger.end(), begin)) or _chained(scene, trigger.end(), begin)


def _plain(scene: Scene, left: int, right: int) -> bool:
    between = scene.text[left:right]
    return not re.search(r"[,;:()]|\band\b|\bbut\b", between)


def _chained(scene: Scene, left: int, right: int) -> bool:
    """Say whether only other mentions and "or" stand between two places."""
    between = list(scene.text[left:right])
    for other in scene.mentions:
        for place in range(max(scene.start(other), left), min(scene.end(other), right)):
            between[place - left] = " "
    return _CHAIN.fullmatch("".join(between)) is not None and re.search(r"\b(?:n?or)\b|/", "".join(between)) is not None


def _windows(scene: Scene, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose adverbs bear on the statement: around its cue, and just before its object."""
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if anchor.bare:
        yield scene.back(begin, _HEDGE_REACH), begin
    elif anchor.end <= begin:
        yield scene.back(anchor.start, _HEDGE_REACH), anchor.end
        yield max(scene.back(begin, _NEAR), anchor.end), begin
    else:
        yield end, anchor.end
        yield scene.back(begin, _NEAR), begin


def _bearing(scene: Scene, anchor: Anchor, pattern: re.Pattern[str]) -> re.Match[str] | None:
    for left, right in _windows(scene, anchor):
        for found in pattern.finditer(scene.text, left, right):
            if scene.same_clause(found.end(), scene.start(anchor.mention)) and scene.within_bracket(
                found.start(), scene.start(anchor.mention)
            ):
                return found
    return None


def certainty(scene: Scene, anchor: Anchor) -> Certainty:
    """Say whether a hedge stands by the cue or just before the object."""
    return Certainty.STATED if _bearing(scene, anchor, hedges()) is None else Certainty.HEDGED


def frequency(scene: Scene, anchor: Anchor) -> str:
    """Give the words of frequency by the cue or just before the object, or nothing."""
    found = _bearing(scene, anchor, frequencies())
    return "" if found is None else found[0]


def outcome(scene: Scene, anchor: Anchor) -> Outcome:
    """Give how the treatment fared, as the object's clause says."""
    borders = [0, *scene.borders, len(scene.text)]
    begin = scene.start(anchor.mention)
    left = max(b for b in borders if b <= begin)
    right = min(b for b in borders if b > begin)
    for result, pattern in outcomes():
        if pattern.search(scene.text, left, right):
            return result
    return Outcome.UNSTATED
