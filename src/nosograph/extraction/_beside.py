"""Whether a cue is the disease's own: its name, or what stands for it, stands beside the cue."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from nosograph.extraction._cues import anaphora
from nosograph.extraction._scene import Scene

__all__ = ["beside"]

_NEAR: Final = 3
_FAR: Final = 240
_SHORT: Final = 24
_DISEASE: Final = "disease"
_IS_A: Final = re.compile(
    r"[^.;:]{0,80}\b(?:is|are|was) (?:an?|the|one|any)\b[^.;:]{0,120}"
    r"\b(?:diseases?|disorders?|conditions?|syndromes?|illness(?:es)?|deficienc(?:y|ies)|cancers?|infections?|forms?|types?)"
    r"(?: \([^()]*\))?,?(?: that| which)?(?: can| may| also|(?: \w+ly))*\s*"
)
"""What may stand between a disease's name and what is said of it: "X is a rare disease that primarily"."""

_OTHER: Final = re.compile(r"\b(?:different|another|other|distinct|separate|similar|related|confused|unlike)\b")
_OBLIQUE: Final = re.compile(
    r"(?<!case )(?<!cases )(?<!form )(?<!forms )(?<!type )(?<!types )(?<!variant )(?<!causes )(?<!cause )(?<!risk )"
    r"\b(?:of|with|in|for|from|by|to)\s+(?:the\s+|an?\s+)?$"
)
"""Words that make a name a part of something else: "the features of X". A case or form of the disease is itself."""

_MANY: Final = ("these ", "such ")
_ADVERBS: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:that|which|can|may|also|often|usually|has|have|been|being|when|\w+ly)\s+)*"
)


def beside(scene: Scene, start: int, end: int, *, after: bool) -> bool:
    """Say whether the disease stands before the words from `start` to `end`, or `after` them."""
    if after:
        return any(end <= left and scene.words_between(end, left) <= _NEAR for left, _ in _standing(scene))
    return any(
        right <= start and start - right <= _FAR and _leads(scene, right, start)
        for left, right in _standing(scene)
        if _OBLIQUE.search(scene.lower, max(0, left - _SHORT), left) is None
    )


def _leads(scene: Scene, left: int, right: int) -> bool:
    between = scene.lower[left:right]
    if _ADVERBS.fullmatch(between) is not None:
        return True
    return _IS_A.fullmatch(between) is not None and _OTHER.search(between) is None


@lru_cache(maxsize=8)
def _standing(scene: Scene) -> tuple[tuple[int, int], ...]:
    """Give where the disease is named or meant."""
    return tuple(_places(scene))


def _places(scene: Scene) -> Iterator[tuple[int, int]]:
    for mention in scene.mentions:
        if mention.concept.curie == scene.subject.curie:
            yield scene.start(mention), scene.end(mention)
    for anaphor in anaphora().sift(scene.beginnings):
        if anaphor.stands_for == _DISEASE:
            yield from (
                found.span() for found in anaphor.pattern.finditer(scene.lower) if not found[0].startswith(_MANY)
            )
