"""Lists: what stands between the members of an enumeration."""

import re
from typing import Final

from nosograph.extraction._scene import Scene

_JOINTS: Final = re.compile(
    r"(?:[\s,/()\[\]\u2013\u2014-]|\b(?:and|or|nor|as well as|in addition to|the|an?|genes?|either|both|any|other|also"
    r"|known as|called|formerly|now|of|one|even|sometimes|occasionally|rarely|less commonly|more rarely|especially"
    r"|e\.g\.?|i\.e\.?|such as|including)\b|&)*",
    re.IGNORECASE,
)


_BRACKETED: Final = re.compile(r"\([^()]*\)")

_LONGEST: Final = 300
"""No mention is longer, and no list worth reading has more between two of its members."""


def joined(scene: Scene, left: int, right: int) -> bool:
    """Say whether only other mentions and the words that join a list stand between two places."""
    if left >= right:
        return left == right
    if right - left > _LONGEST:
        return False
    return _JOINTS.fullmatch(_BRACKETED.sub("", blanked(scene, left, right))) is not None


def blanked(scene: Scene, left: int, right: int) -> str:
    """Give the text between two places with the mentions in it blanked out."""
    between = list(scene.text[left:right])
    for mention in scene.near(left - _LONGEST, right):
        for place in range(max(scene.start(mention), left), min(scene.end(mention), right)):
            between[place - left] = " "
    return "".join(between)


def opening(scene: Scene, place: int) -> int:
    """Give where the list begins in which a mention that begins at a place stands: with its first member."""
    first = place
    for mention in scene.near(place - _LONGEST, place):
        begin, end = scene.start(mention), scene.end(mention)
        if begin < first and (end > place or joined(scene, end, place)):
            first = begin
    return first


def closing(scene: Scene, place: int) -> int:
    """Give where the list ends in which a mention that ends at a place stands: behind its last member."""
    last = place
    for mention in scene.near(place, place + _LONGEST):
        if scene.start(mention) >= last and joined(scene, last, scene.start(mention)):
            last = scene.end(mention)
    return last
