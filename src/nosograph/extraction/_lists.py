"""Lists: what stands between the members of an enumeration."""

import re
from functools import lru_cache
from typing import Final

from nosograph.extraction._scene import Scene

_JOINTS: Final = re.compile(
    r"(?:[\s,/()\[\]\u2013\u2014-]|\b(?:and|or|nor|as well as|in addition to|the|an?|genes?|either|both|any|other|also"
    r"|known as|called|formerly|now|of|one|even|sometimes|occasionally|rarely|less commonly|more rarely|especially"
    r"|e\.g\.?|i\.e\.?|such as|including)\b|&)*",
    re.IGNORECASE,
)


_BRACKETED: Final = re.compile(r"\([^()]*\)")

_NAMED: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a mention between two members."""
_WORD: Final = r"[\w'\u2019-]+"
_OTHER: Final = (
    rf"\s*(?:{_WORD}\s+){{0,4}}(?:{_NAMED}\s*(?:(?:in|of|on|at|with|to|from|around|over|within|for)\s+(?:{_WORD}\s*){{1,5}})?"
    rf"|{_WORD}\s*)"
)
_BETWEEN: Final = re.compile(
    rf"(?:/\s?{_WORD}(?:\s{_WORD})?)?\)?\s*(?:(?:in|of|on|at|with|to|from|around|over|within)\s+(?:{_WORD}\s+){{1,5}})?"
    rf"(?:[,;]|\b(?:and|or)\b)"
    rf"(?:{_OTHER}[,;])*(?:{_OTHER}(?:\band\b|\bor\b))?\s*(?:(?:and|or)\s+)?(?:{_WORD}\s+){{0,3}}"
)
"""What stands between two members of a list of which others have no name here: "A in the limbs, poor control, B"."""

_VERBS: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|may|can|might|could|will|would|should|must|do|does|did|not|no"
    r"|without|which|that|who|whose|whom|where|when|while|whereas|because|since|although|though|if|unless|until|but"
    r"|than|so|it|they|this|these|those|there|such|due|caus\w+|lead\w*|led|result\w*|develop\w*|occur\w*|includ\w+"
    r"|involv\w+|affect\w*|treat\w*|show\w*|seen|present\w*|resembl\w+|unlike|like|also|however|associated|rarely"
    r"|sometimes|often|usually|occasionally|patients|people|individuals|persons|children|infants|adults|cases|less|more|especially|particularly|ranging|followed|depending)\b|,\s*with\b"
)
"""What does not stand in a list of noun phrases."""

_LONGEST: Final = 300
"""No mention is longer, and no list worth reading has more between two of its members."""


_FURTHER: Final = re.compile(r", (?:and|but|while) (?!(?:is|are|was|were|has|have|may|can|often|also)\b)")
_RELATIVE: Final = re.compile(r"\b(?:as well as|and|or) [^,;]*\b(?:that|which) (?:\w+ ){0,1}$")
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|can|could|might|begins?|takes?|gives?|becomes?|remains?|presents?|shows?|includes?|causes?|leads?"
    r"|results?|develops?|occurs?|consists?|involves?|produces?|affects?|experiences?|suffers?|depends?)\b"
)
"""A verb whose object, or more, is what stands behind it, not the subject of the next: "it takes the form of A"."""


def begun_anew(scene: Scene, begin: int, end: int, verb: int) -> bool:
    """Say whether what a verb after a mention speaks of begins a clause anew, and the mention has a verb beside it."""
    between = scene.lower[end:verb]
    further = _FURTHER.search(between)
    if further is None and _RELATIVE.search(between) is None:
        return False
    if further is not None and _FINITE.search(between, 0, further.start()) is not None:
        return True
    return _FINITE.search(scene.lower, scene.clause(begin)[0], begin) is not None


def joined(scene: Scene, left: int, right: int) -> bool:
    """Say whether only other mentions and the words that join a list stand between two places."""
    if left >= right:
        return left == right
    if right - left > _LONGEST:
        return False
    return _JOINTS.fullmatch(_BRACKETED.sub("", blanked(scene, left, right))) is not None


def listed(scene: Scene, left: int, right: int) -> bool:
    """Say whether two members of a list end and begin at two places, with members between them that have no name."""
    if joined(scene, left, right):
        return True
    if not 0 < right - left <= _LONGEST:
        return False
    between = _BRACKETED.sub("", blanked(scene, left, right, _NAMED)).lower()
    return _VERBS.search(between) is None and _BETWEEN.fullmatch(between) is not None


def blanked(scene: Scene, left: int, right: int, sign: str = " ") -> str:
    """Give the text between two places with the mentions in it blanked out; a sign may stand where one begins."""
    between = list(scene.text[left:right])
    end = left
    for mention in scene.near(left - _LONGEST, right):
        first, last = max(scene.start(mention), left), min(scene.end(mention), right)
        for place in range(first, last):
            between[place - left] = sign if place == first >= end else between[place - left] if place < end else " "
        end = max(end, last)
    return "".join(between)


@lru_cache(maxsize=256)
def opening(scene: Scene, place: int) -> int:
    """Give where the list begins in which a mention that begins at a place stands: with its first member."""
    first = place
    for mention in scene.near(place - _LONGEST, place):
        begin, end = scene.start(mention), scene.end(mention)
        if begin < first and (end > place or listed(scene, end, place)):
            first = begin
    return first


@lru_cache(maxsize=256)
def closing(scene: Scene, place: int) -> int:
    """Give where the list ends in which a mention that ends at a place stands: behind its last member.

    The disease of the sentence is no member of a list of what is said of it.
    """
    last = place
    for mention in scene.near(place, place + _LONGEST):
        member = scene.start(mention) >= last and mention.concept.curie != scene.subject.curie
        if member and listed(scene, last, scene.start(mention)):
            last = scene.end(mention)
    return last
