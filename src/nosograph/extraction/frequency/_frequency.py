"""How often a sentence says a statement holds: the words, as they stand."""

import re
from bisect import bisect_left
from operator import itemgetter
from typing import Final

from nosograph.extraction._brackets import enters_bracket
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.extraction.frequency._after import follows
from nosograph.extraction.frequency._astray import elsewhere, set_off, unfit
from nosograph.extraction.frequency._before import leads
from nosograph.extraction.frequency._carried import carried
from nosograph.extraction.frequency._said import TAKES
from nosograph.extraction.frequency._words import Held, Reach, clause_words, held_words
from nosograph.model import Kind

__all__ = ["frequency"]

_FAR: Final = 400
_CONTRAST: Final = re.compile(
    r" (?:in|among) (?:[\w-]+ ){1,3}(?:but|and|yet) (?:(?:more|less|very|quite) )?"
    r"(?:common|rare|frequent|uncommon|unusual|infrequent|usual) (?:in|among) [\w-]+"
)
"""How words of frequency go on to other patients: "rare in adults but common in children"."""

_AGE: Final = re.compile(
    r" (?:before|after|until) (?:the age of [\w-]+(?: years)?|birth|puberty|adulthood|adolescence)\b"
)
"""At what age a finding is as often seen: "rare before the age of ten"."""

_AND_IN: Final = re.compile(r",? (?:and|but|or) (?:only )?((?:in )(?:only |just )?)")
"""How words of frequency go on to other patients."""

_PARTED: Final = re.compile(r" (?:is|are|was|were) ")
"""The verb of a name that it parts, whose subject words of frequency may hold: "almost all males are infertile"."""

_NOW: Final = re.compile(r"\b(?:is|are) now $")
"""What stands before how often a finding is seen today: "was once common but is now rare"."""

_RANK: Final = re.compile(r"(?:the )?(?:most|least|more|commonest)\b")
_CARRIED: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.INHERITANCE, Kind.GENE})


def frequency(scene: Scene, anchor: Anchor) -> str:
    """Give the words of frequency that bear on a statement, the nearest to its object, or nothing.

    Where the sentence has none, the one that it takes up or that goes on to speak of its findings may tell.
    """
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    held = held_words(scene)
    first = bisect_left(held, min(begin, anchor.start) - _FAR, key=itemgetter(0))
    last = bisect_left(held, max(end, anchor.end) + _FAR, key=itemgetter(0))
    bearing = [one for one in held[first:last] if _bears(scene, anchor, one)]
    gene = anchor.mention.concept.kind is Kind.GENE
    following = [one for one in bearing if one[0] >= end] if gene else []
    counted = [one for one in bearing if one[2] is Reach.CLAUSE] if any(_rank(scene, one) for one in bearing) else []
    now = [one for one in bearing if _NOW.search(scene.lower, 0, one[0]) is not None]
    best = min(
        now or following or counted or bearing, key=lambda h: min(abs(h[0] - end), abs(begin - h[1])), default=None
    )
    if best is not None:
        around = (one for one in bearing if one[0] <= best[0] and best[1] <= one[1] and one[2] is best[2])
        left, right, _ = max(around, key=lambda one: one[1] - one[0])
        return scene.text[left : _further(scene, right, best[2])].strip()
    return carried(scene, anchor.mention, clause_words) if anchor.mention.concept.kind in _CARRIED else ""


def _further(scene: Scene, right: int, reach: Reach) -> int:
    """Give where words of frequency end that go on to other patients: "in half of children and in most adults"."""
    contrast = _CONTRAST.match(scene.lower, right) or _AGE.match(scene.lower, right)
    if contrast is not None:
        return contrast.end()
    joint = _AND_IN.match(scene.lower, right)
    if joint is None or reach is not Reach.CLAUSE:
        return right
    nexts = (one for one in held_words(scene) if one[2] is Reach.CLAUSE and joint.start(1) <= one[0] <= joint.end())
    return next((one[1] for one in nexts if TAKES.match(scene.lower, one[1]) is None), right)


def _rank(scene: Scene, held: Held) -> bool:
    """Say whether words only compare: "the most common complication, in about half"."""
    return _RANK.match(scene.lower, held[0]) is not None


def _bears(scene: Scene, anchor: Anchor, held: Held) -> bool:
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if elsewhere(scene, anchor, held) or unfit(scene, anchor, held):
        return False
    if left >= end:
        return follows(scene, anchor, held)
    if right > begin:
        return (reach is Reach.NEAR and begin <= left and right <= end) or (
            reach is Reach.CLAUSE and left < begin and _PARTED.search(anchor.mention.text) is not None
        )
    apart = not scene.same_clause(right, begin) or not scene.within_bracket(left, begin)
    return (
        not apart
        and not (enters_bracket(scene, right, begin) and anchor.mention.concept.kind is not Kind.ONSET)
        and (set_off(scene, left, right) or leads(scene, anchor, held))
    )
