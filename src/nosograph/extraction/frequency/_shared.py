"""How often, told of one statement and holding of those that stand with it: in its brackets, or between its like."""

import re
from collections.abc import Sequence
from typing import Final

from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene

__all__ = ["shared"]

_NEAR: Final = 2
_EXAMPLES: Final = re.compile(r"\b(?:such as|including|includes?|like|e\.g\.)")


def shared(scene: Scene, anchor: Anchor, told: Sequence[tuple[Anchor, str]]) -> str:
    """Give the words of frequency of another statement that hold of this one, too, or nothing.

    `told` are the statements of the same relation and polarity in the sentence, each with its words or none: that
    which stands right before the bracket that this one is in; that within the cue of this one ("eye problems such as
    A"); or, between two of one cue that have the same words, those.
    """
    begin = scene.start(anchor.mention)
    return _before_bracket(scene, begin, told) or _in_cue(scene, anchor, told) or _between(scene, anchor, told)


def _before_bracket(scene: Scene, begin: int, told: Sequence[tuple[Anchor, str]]) -> str:
    opened = max((left for left, right in scene.around(begin)), default=0)
    if not opened:
        return ""
    ends = ((scene.end(other.mention), words) for other, words in told)
    return next((w for end, w in ends if end <= opened and scene.words_between(end, opened) <= _NEAR and w), "")


def _in_cue(scene: Scene, anchor: Anchor, told: Sequence[tuple[Anchor, str]]) -> str:
    if anchor.bare or _EXAMPLES.search(scene.lower, anchor.start, anchor.end) is None:
        return ""
    places = ((scene.start(other.mention), scene.end(other.mention), words) for other, words in told)
    return next((w for left, right, w in places if w and left < anchor.end and anchor.start < right <= anchor.end), "")


def _between(scene: Scene, anchor: Anchor, told: Sequence[tuple[Anchor, str]]) -> str:
    begin = scene.start(anchor.mention)
    alike = [(scene.start(o.mention), words) for o, words in told if (o.start, o.end) == (anchor.start, anchor.end)]
    before = [words for start, words in alike if start < begin]
    after = [words for start, words in alike if start > begin]
    return before[-1] if before and after and before[-1] == after[0] else ""
