"""Words of frequency that say nothing of an object, where they stand beside it."""

import re
from functools import lru_cache
from typing import Final

from nosograph.extraction._frequency_words import Held, Reach
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.model import Kind, Mention

__all__ = ["elsewhere", "set_off", "spent", "unfit"]

_FAR: Final = 400
_PREDICATED: Final = re.compile(
    r"\b(?:occurs?|develops?|appears?|seen|found|present|observed|reported|noted|described)(?: (?:in|among|by))?\s*$"
)

_DEALT_WITH: Final = re.compile(
    r" (?:be )?(?:treated|managed|controlled|corrected|relieved|alleviated|diagnosed|detected|missed|overlooked"
    r"|mistaken|misdiagnosed|monitored|caused|due|secondary|triggered|provoked|needs?|requires?|responds?|resolves?|disappears?|improves?)\b"
)
"""What an adverb may say of a finding that tells nothing of how many have it: "A is often treated with B"."""

_NAMES: Final = re.compile(
    r" (?:also )?(?:called|named|termed|known as|referred to|described as|designated|abbreviated|spelled|classified)\b"
)
"""What an adverb may say of a name, which tells nothing of how many have what bears it: "often referred to as"."""

_SHARE_OF: Final = re.compile(
    r"(?:%|percent|half|thirds?|quarters?|most|many|some) of (?:all |the |these )*"
    r"(?:(?!patients|cases|individuals|people|persons|families|children|infants|newborns|babies|boys|girls|males|females"
    r"|men|women|adults|affected|them|those|carriers|survivors|sufferers)\w+ )?$"
)
"""What makes of words of frequency a share of the finding itself: "4% of A are due to it"."""

_REST: Final = re.compile(
    r"\b(?:the|in) (?:rest|remainder|remaining|others)\b"
    r"|(?:,|\band|\bbut|\bwhile) (?:and |but )?(?:some|others|many|most|few|several)(?: \w+)? "
    r"(?:may|can|have|has|had|develop|also|are|show|experience|suffer)\b"
)

_ITS_CAUSE: Final = re.compile(
    r"\b(?:caused by|due to|because of|resulting from|as a result of|secondary to|brought on by)(?: \w+){0,2} $"
)
"""What stands before the cause of a finding, of which it is not said how often it is seen."""

_NEXT: Final = re.compile(r", (?:and|while|with)\b|;")

_DISORDERS: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.DISEASE_CLASS})

_FINDINGS: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.DISEASE_CLASS, Kind.PROCEDURE, Kind.CHEMICAL})

_ASIDE: Final = re.compile(r", (?:which|who|whose|where|including)\b[^,;]*,")
"""A relative clause between commas: what it says of frequency stays in it."""

_JOINED: Final = re.compile(r"\b(?:and|or),? $")

_JOINT: Final = 6
_NEXT_WORDS: Final = 20

_ALL: Final = re.compile(r"(?:in|for)\b")
"""What, before the disease's own name, means all of its patients."""


def elsewhere(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words stand in a clause aside, count all patients, or are set off before another member of a list."""
    left, right, reach = held
    begin = scene.start(anchor.mention)
    aside = next((a.span() for a in _asides(scene) if a.start() <= left < a.end()), None)
    if aside is not None and not aside[0] <= begin < aside[1]:
        return True
    if any(m.concept.curie == scene.subject.curie for m in scene.near(left, right)) and _ALL.match(scene.lower, left):
        return True
    if reach is not Reach.CLAUSE and left >= scene.end(anchor.mention) and _of_next(scene, anchor.mention, left, right):
        return True
    following = right <= begin and scene.words_between(right, begin) <= 1
    return set_off(scene, left, right) and not following


def _of_next(scene: Scene, mention: Mention, left: int, right: int) -> bool:
    """Say whether words after a comma tell of what follows them: "a heart defect, most commonly A"."""
    if scene.lower[scene.end(mention) : left] != ", ":
        return False
    return any(scene.words_between(right, scene.start(m)) <= 1 for m in scene.near(right, right + _NEXT_WORDS))


@lru_cache(maxsize=8)
def _asides(scene: Scene) -> tuple[re.Match[str], ...]:
    return tuple(_ASIDE.finditer(scene.lower))


def set_off(scene: Scene, left: int, right: int) -> bool:
    """Say whether commas set words of frequency off before the last member of a list: "A and, rarely, B"."""
    return scene.lower.startswith(",", right) and _JOINED.search(scene.lower, max(0, left - _JOINT), left) is not None


def unfit(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words cannot tell how often such an object is seen."""
    left, right, reach = held
    kind = anchor.mention.concept.kind
    if _NAMES.match(scene.lower, right) is not None:
        return True
    if reach is Reach.CLAUSE and _SHARE_OF.search(scene.lower, left, scene.start(anchor.mention)) is not None:
        return True
    if kind is Kind.INHERITANCE and _in_name(scene, anchor.mention):
        return True
    if kind is Kind.GENE:
        return reach is Reach.OBJECT or scene.lower.startswith("tend", left)
    if kind in _DISORDERS and scene.end(anchor.mention) <= left:
        return _DEALT_WITH.match(scene.lower, right) is not None
    return reach is Reach.OBJECT and kind not in _FINDINGS


def _in_name(scene: Scene, mention: Mention) -> bool:
    """Say whether a mode of inheritance is part of the disease's name: "autosomal dominant" in its own name."""
    begin, end = scene.start(mention), scene.end(mention)
    _, held, rest = scene.subject.label.lower().partition(mention.text.lower())
    named = any(m.concept.curie == scene.subject.curie and scene.end(m) > end for m in scene.near(begin - _FAR, end))
    return named or bool(held and rest and scene.lower.startswith(rest, end))


def spent(scene: Scene, left: int, place: int) -> bool:
    """Say whether words of frequency are said of a finding before them: "A occurs in most, and B in some"."""
    if _REST.search(scene.lower, left, place) is not None:
        return True
    between = scene.near(left, place)
    if any(m.concept.kind in _DISORDERS for m in between) and _ITS_CAUSE.search(scene.lower, left, place) is not None:
        return True
    if _PREDICATED.search(scene.lower, 0, left) is None or _NEXT.search(scene.text, left, place) is None:
        return False
    return any(m.concept.kind in _FINDINGS and m.concept.curie != scene.subject.curie for m in scene.near(0, left))
