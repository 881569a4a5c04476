"""How often, told of one statement and holding of those that stand with it: in its brackets, or between its like."""

import re
from collections.abc import Sequence
from typing import Final

from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.extraction.frequency._before import in_new_clause
from nosograph.extraction.frequency._spent import ITS_CAUSE, spent

__all__ = ["shared"]

_NEAR: Final = 2
_RELATIVE: Final = re.compile(r", (?:which|who|that) ")
_EXAMPLES: Final = re.compile(r"\b(?:such as|including|includes?|like|e\.g\.)")


def shared(scene: Scene, anchor: Anchor, told: Sequence[tuple[Anchor, str]]) -> str:
    """Give the words of frequency of another statement that hold of this one, too, or nothing.

    `told` are the statements of the same relation and polarity in the sentence, each with its words or none: that
    which stands right before the bracket that this one is in; that within the cue of this one ("eye problems such as
    A"); one of the same cue, where they stand before that; or, between two of one cue that have the same words, those.
    """
    begin = scene.start(anchor.mention)
    in_place = _before_bracket(scene, begin, told) or _in_cue(scene, anchor, told)
    return in_place or _of_cue(scene, anchor, told) or _between(scene, anchor, told)


def _before_bracket(scene: Scene, begin: int, told: Sequence[tuple[Anchor, str]]) -> str:
    opened, _ = scene.bracket(begin)
    if not opened:
        return ""
    ends = ((scene.end(other.mention), words) for other, words in told)
    return next((w for end, w in ends if end <= opened and scene.words_between(end, opened) <= _NEAR and w), "")


def _in_cue(scene: Scene, anchor: Anchor, told: Sequence[tuple[Anchor, str]]) -> str:
    if anchor.bare or _EXAMPLES.search(scene.lower, anchor.start, anchor.end) is None:
        return ""
    places = ((scene.start(other.mention), scene.end(other.mention), words) for other, words in told)
    return next((w for left, right, w in places if w and left < anchor.end and anchor.start < right <= anchor.end), "")


def _of_cue(scene: Scene, anchor: Anchor, told: Sequence[tuple[Anchor, str]]) -> str:
    """Take words that stand before a cue for all that it governs: "in some they included A (B); C"."""
    if anchor.bare or anchor.end > scene.start(anchor.mention) or in_new_clause(scene, anchor.mention, anchor.end):
        return ""
    begin = scene.start(anchor.mention)
    if ITS_CAUSE.search(scene.lower, anchor.end, begin) or _RELATIVE.search(scene.lower, anchor.end, begin):
        return ""
    alike = (words for other, words in told if (other.start, other.end) == (anchor.start, anchor.end) and words)
    places = ((scene.text.rfind(words, 0, anchor.end), words) for words in alike)
    return next((words for place, words in places if place >= 0 and not spent(scene, place, begin)), "")


def _between(scene: Scene, anchor: Anchor, told: Sequence[tuple[Anchor, str]]) -> str:
    begin = scene.start(anchor.mention)
    alike = [(scene.start(o.mention), words) for o, words in told if (o.start, o.end) == (anchor.start, anchor.end)]
    before = [words for start, words in alike if start < begin]
    after = [words for start, words in alike if start > begin]
    return before[-1] if before and after and before[-1] == after[0] else ""
