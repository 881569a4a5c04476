"""How often a sentence says a statement holds: the words, as they stand."""

import re
from bisect import bisect_left
from operator import itemgetter
from typing import Final

from nosograph.extraction._brackets import enters_bracket, past_bracket
from nosograph.extraction._frequency_astray import elsewhere, set_off, spent, unfit
from nosograph.extraction._frequency_carried import carried
from nosograph.extraction._frequency_said import SAID, tells
from nosograph.extraction._frequency_words import Held, Reach, clause_words, held_words
from nosograph.extraction._lists import closing, joined, opening
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.model import Kind

__all__ = ["frequency"]

_FAR: Final = 400
_CUE_REACH: Final = 4
_OBJECT_REACH: Final = 2
_BARE_REACH: Final = 5
_SAME: Final = re.compile(
    rf"[\s()|,:\u2013-]*(?:(?:and |which |that )?(?:is|are|was|were|be|{SAID}|also|in|among|of|for|has|have|had|been"
    rf"|an?|by|(?:accounts?|accounting) for|underlies?|(?:is|are) (?:the|an?)(?: [\w-]+){{1,3}}, {SAID})\s+)*"
)
"""What stands between a finding and how often it is seen: "A has been reported in"."""

_CAUSES: Final = re.compile(
    r"[^.;,]{0,80}\b(?:causes?|caused|leads? to|results? in|found|identified|detected|present|implicated"
    r"|responsible for|associated with|accounts? for|underl(?:ies|ie))\b(?:[^.;,]{0,60} (?:in )?(?:the )?| )"
)
"""What stands between a gene and the share of the patients whose disease its mutations cause."""

_TAKES: Final = re.compile(
    r"\s*(?:also |will |may |can |eventually )*(?:have|has|had|develop|shows?|experience|present|suffer|die|require"
    r"|need|are|were|do|exhibit|display|report)\b"
)
"""A verb whose subject are the patients counted: "A, and 40% have B"."""

_OPENED: Final = re.compile(
    r",(?! no\b)| (?:with|in|among|there|the|those|affected|patients|people|individuals|children)\b"
)
"""What follows an adverb that opens a sentence and speaks of all of its clause: "Rarely, A", "Sometimes with it, A"."""

_BETWEEN: Final = re.compile(
    r"^, (?:which|the|an?|also|or|(?:(?:most|main|usual)ly )?(?:due to|caused by|secondary to))\b[^,;]*,"
)
"""An aside between a finding and its verb: "A, the main cause of death, is seen in"."""

_TO_CUE: Final = re.compile(r" (?:\([^()]*\) )?(?:[\w-]+ )?")
_OPENS_CLAUSE: Final = re.compile(
    r"(?:^|[.;:,]|\b(?:and|but|while|other|some|the|its|additional|further|these))\s*(?:less |more |most )?$"
)
_INCLUDING: Final = re.compile(r" (?:(?:can|may) )?(?:include|are)\b")
_WITH: Final = re.compile(r" (?:with|by) ")
"""What follows an adverb between a cue's verb and what it takes: "Treatment is often with A"."""

_NEW_CLAUSE: Final = re.compile(r", (?:and|but|while) ")
_OWN_VERB: Final = re.compile(r" (?:is|are|was|were|has|have|may|can|might|could|occurs?|develops?|appears?)\b")
_CARRIED: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE, Kind.INHERITANCE, Kind.GENE})
_BRACKETED: Final = re.compile(r" \([^()]*\)")
_ASIDE_OPENED: Final = re.compile(r" \([^()]*[ (]")


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
    best = min(following or bearing, key=lambda h: min(abs(h[0] - end), abs(begin - h[1])), default=None)
    if best is not None:
        around = (one for one in bearing if one[0] <= best[0] and best[1] <= one[1] and one[2] is best[2])
        left, right, _ = max(around, key=lambda one: one[1] - one[0])
        return scene.text[left:right]
    return carried(scene, anchor.mention, clause_words) if anchor.mention.concept.kind in _CARRIED else ""


def _bears(scene: Scene, anchor: Anchor, held: Held) -> bool:
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if elsewhere(scene, anchor, held) or unfit(scene, anchor, held):
        return False
    if left >= end:
        return _follows(scene, anchor, held)
    if right > begin:
        return reach is Reach.NEAR and begin <= left and right <= end
    apart = not scene.same_clause(right, begin) or not scene.within_bracket(left, begin)
    return (
        not apart
        and not enters_bracket(scene, right, begin)
        and (_beside(scene, right, begin) or set_off(scene, left, right) or _leads(scene, anchor, held))
    )


def _beside(scene: Scene, right: int, place: int) -> bool:
    return scene.words_between(right, place) < _OBJECT_REACH and _within(scene, right, place)


def _leads(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words before the object speak of it: of its clause, its cue, or the list that it stands in."""
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if reach is Reach.CLAUSE or (reach is Reach.NEAR and _opens(scene, left, right)):
        own = anchor.bare or right <= anchor.end or anchor.start >= end or _TAKES.match(scene.lower, right) is not None
        return own and not spent(scene, left, begin)
    if _of_cue(scene, anchor, held):
        return True
    if reach is Reach.OBJECT or (_OWN_VERB.match(scene.lower, end) and _NEW_CLAUSE.search(scene.lower, right, begin)):
        return False
    if anchor.bare:
        begin = max(opening(scene, begin), right)
        near = scene.words_between(right, begin) <= _BARE_REACH and _within(scene, right, begin)
        return near and (" and " not in scene.lower[right:begin] or joined(scene, right, begin))
    if right >= anchor.end:
        first = opening(scene, begin)
        return right <= first and _beside(scene, right, first)
    return scene.back(anchor.start, _CUE_REACH) <= left and right <= anchor.end <= begin


def _of_cue(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words stand with a cue: "Common clinical features are A", "Treatment is often with A"."""
    left, right, reach = held
    if anchor.bare or anchor.end > scene.start(anchor.mention) or reach is Reach.CLAUSE:
        return False
    if left == anchor.end + 1:
        further = _WITH if reach is Reach.NEAR else _INCLUDING
        return further.match(scene.lower, right) is not None
    if reach is Reach.NEAR:
        return False
    own = right <= anchor.start and _TO_CUE.fullmatch(scene.lower, right, anchor.start) is not None
    return own and _OPENS_CLAUSE.search(scene.lower, max(0, left - _FAR), left) is not None


def _opens(scene: Scene, left: int, right: int) -> bool:
    """Say whether an adverb opens a sentence, and so speaks of all of its clause: "Rarely, A is seen"."""
    return not scene.lower[:left].strip() and _OPENED.match(scene.lower, right) is not None


def _across(scene: Scene, anchor: Anchor, left: int, reach: Reach) -> bool:
    """Say whether what stands between an object and how often it is seen leaves both together."""
    end = scene.end(anchor.mention)
    if _all_said(scene, closing(scene, end), left):
        return True
    last = closing(scene, end)
    genes = anchor.mention.concept.kind is Kind.GENE and reach is Reach.CLAUSE and last <= left
    if genes and _CAUSES.fullmatch(scene.lower, last, left) and not _another_gene(scene, last, left):
        return True
    return _ASIDE_OPENED.fullmatch(scene.lower, end, left) is not None and not scene.near(end, left)


def _all_said(scene: Scene, end: int, left: int) -> bool:
    """Say whether a verb stands between a list and how often it is seen: "A, B and C have been reported in"."""
    said = _BETWEEN.sub("", scene.lower[end:left])
    return any(map(str.isalpha, said)) and "(" not in said and _SAME.fullmatch(said) is not None


def _another_gene(scene: Scene, left: int, right: int) -> bool:
    return any(mention.concept.kind is Kind.GENE for mention in scene.near(left, right))


def _within(scene: Scene, left: int, right: int) -> bool:
    return not any(sign in scene.text[left:right] for sign in ",;()")


def _follows(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words after the object speak of it: in brackets, or as what is said of it."""
    left, right, reach = held
    end = scene.end(anchor.mention)
    if not scene.same_clause(end, left) or (reach is Reach.CLAUSE and _TAKES.match(scene.lower, right)):
        return False
    since = past_bracket(scene, end, left)
    if _SAME.fullmatch(_BRACKETED.sub(" ", scene.lower[since:left])):
        return reach is Reach.CLAUSE or tells(scene.lower, since, (left, right), adjective=reach is Reach.OBJECT)
    if reach is not Reach.NEAR and _across(scene, anchor, left, reach):
        return True
    said = anchor.start >= end and left >= end and right <= scene.ahead(anchor.end, _CUE_REACH + _CUE_REACH)
    between = any(m.concept.kind is anchor.mention.concept.kind for m in scene.near(end, left))
    return (
        said
        and (reach is Reach.CLAUSE or right <= scene.ahead(anchor.end, _CUE_REACH))
        and not (between and left > anchor.end)
    )
