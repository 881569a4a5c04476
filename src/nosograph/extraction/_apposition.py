"""Appositions: what a sentence says, beside a disease's name, of that disease and not of its subject."""

import re
from typing import Final

from nosograph.extraction._scene import Scene
from nosograph.model import Kind, Mention

__all__ = ["class_of_named", "explains", "qualifies"]

_LONG: Final = 200
_CLASS: Final = r"(?:diseases?|disorders?|conditions?|syndromes?|illness(?:es)?|infections?|tumou?rs?|cancers?)"
_APPOSED: Final = re.compile(
    rf"(?: \([^()]*\))?, (?:an?|the|another) [^;.]{{0,120}}\b{_CLASS}"
    r"(?: \([^()]*\))?,?(?: (?:that|which|is|are|can|may|often|usually|\w+ly))* ?"
)
"""What stands between a disease and a cue that tells what the disease is: "A, a rare disease that"."""

_AFTER_NAME: Final = re.compile(r"(?: \([^()]*\))?, (?:an?|another|the) (?:[\w-]+ ){0,4}")
_ADJECTIVE: Final = re.compile(r"\w+(?:ic|oid|ous|ar)")
_SORTED: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE})
_NEXT: Final = 2
_BEFORE_NAME: Final = re.compile(rf"(?: {_CLASS})? (?:called |known as |named |of )?")


def explains(scene: Scene, end: int, cue: int) -> bool:
    """Say whether a cue explains the disease whose name ends at a place, rather than speak of the sentence's own."""
    return _APPOSED.fullmatch(scene.lower, end, cue) is not None


def class_of_named(scene: Scene, mention: Mention) -> bool:
    """Say whether a class of diseases only says what a disease beside it is: "the skin disorder A", "A, a tumor"."""
    begin, end = scene.start(mention), scene.end(mention)
    return any(
        (scene.end(other) <= begin and _AFTER_NAME.fullmatch(scene.lower, scene.end(other), begin) is not None)
        or (end <= scene.start(other) and _BEFORE_NAME.fullmatch(scene.lower, end, scene.start(other)) is not None)
        for other in scene.near(begin - _LONG, end + _LONG)
        if other is not mention and other.concept.kind is Kind.DISEASE
    )


def qualifies(scene: Scene, mention: Mention) -> bool:
    """Say whether an adjective only says of which sort a finding after it is: "hemiplegic" in "hemiplegic migraine"."""
    end = scene.end(mention)
    if _ADJECTIVE.fullmatch(mention.text) is None or not scene.lower.startswith(" ", end):
        return False
    return any(scene.start(m) == end + 1 and m.concept.kind in _SORTED for m in scene.near(end, end + _NEXT))
