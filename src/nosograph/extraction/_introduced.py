"""Items of a list, read behind the words that open it: "Its main features include:" belongs to every item."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from nosograph.extraction._cues import Place
from nosograph.extraction._governors import Found, Governor, found_cues, governor
from nosograph.extraction._scene import CELLS, Scene, introduction, scene
from nosograph.extraction._sieve import Words
from nosograph.model import Mention

__all__ = ["introduced"]

_BETWEEN: Final = 4
"""Words between the cue and the list: "include one or more of"."""


def introduced(item: Scene, mention: Mention) -> tuple[Scene, Governor] | None:
    """Give the cue that governs an item's mention from the sentence that introduces its list, and both as one scene.

    The item's places lie behind those of the introduction there.
    """
    whole = _joined(item)
    if whole is None:
        return None
    by = governor(whole, mention, _cues(whole))
    ahead = item.sentence.start - whole.sentence.start
    if by is None or by.found.end() > ahead or whole.words_between(by.found.end(), ahead) > _BETWEEN:
        return None
    return whole, by


@lru_cache(maxsize=8)
def _joined(item: Scene) -> Scene | None:
    """Lay an item out behind its introduction, as if both were one sentence."""
    lead = item.sentence.lead_in
    if lead is None or CELLS in item.text:
        return None
    head = introduction(item.sentence)
    start = item.sentence.start - len(head)
    moved = (replace(m, start=m.start - lead.start + start, end=m.end - lead.start + start) for m in item.topic.opened)
    text = head + item.text
    sentence = replace(item.sentence, start=start, text=text)
    return scene(sentence, Words.of(text), (*moved, *item.mentions), item.topic)


@lru_cache(maxsize=8)
def _cues(whole: Scene) -> list[Found]:
    return found_cues(whole, Place.BODY)
