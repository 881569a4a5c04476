"""How often, told before an object: beside it, of its cue, of the list that it stands in, or of all of its clause."""

import re
from typing import Final

from nosograph.extraction._kinds import MEANS
from nosograph.extraction._lists import joined, opening
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import NEW_CLAUSE, Scene
from nosograph.extraction.frequency._said import TAKES
from nosograph.extraction.frequency._spent import spent
from nosograph.extraction.frequency._words import Held, Reach
from nosograph.model import Kind, Mention

__all__ = ["in_new_clause", "leads"]

_FAR: Final = 400
_CUE_REACH: Final = 4
_OBJECT_REACH: Final = 2
_BARE_REACH: Final = 5
_AS_IS: Final = re.compile(r"(?: in [^,;]{1,40})?, as (?:is|are)(?: [\w-]+){0,2} ")
"""What goes on from one finding to another as often seen: "A is universal, as is B"."""

_OPENED: Final = re.compile(
    r",(?! no\b)| (?:with|in|among|there|the|those|affected|patients|people|individuals|children)\b"
)
"""What follows an adverb that opens a sentence and speaks of all of its clause: "Rarely, A", "Sometimes with it, A"."""

_TO_CUE: Final = re.compile(r" (?:\([^()]*\) )?(?:[\w-]+ )?(?:(?:that|which) (?:is|are|was|were|have been) )?")
_ONE_IS: Final = re.compile(
    r" [\w-]+(?: of (?:the |this )?[\w-]+)? (?:is|are|includes?|being)(?: called| known as)? (?:an? |the )?"
)
"""What stands between a rank and the finding that it is: "One common trait is A"."""
_COMES: Final = re.compile(
    r" (?:first )?(?:occurs?|begins?|appears?|manifests?|presents?|develops?|starts?|arises?)(?: themselves| itself)?"
    r"(?: early| late)?(?: in life)?(?: \()?(?: ?(?:in|at|during|within|before|after|between|by|around|from"
    r"|over))?(?: the)? ?"
)
"""What stands between an adverb and the age at which a disease begins: "onset usually occurs in"."""
_TREATED: Final = re.compile(r" (?:treated|managed|controlled|corrected|relieved)\b")
_FOR_ONE: Final = re.compile(
    r" (?:for|that) (?:[\w-]+ ){1,3}(?:to )?(?:receive|have|undergo|take|be|develop|experience)\b"
)
"""What something common is: "It is common for patients to receive A"."""
_OPENS_CLAUSE: Final = re.compile(
    r"(?:^|[.;:,]|\b(?:and|but|while|other|some|the|its|additional|further|these))\s*(?:less |more |most )?$"
)
_INCLUDING: Final = re.compile(r" (?:(?:can|may) )?(?:include|are)\b")
_WITH: Final = re.compile(r" (?:with|by) ")
"""What follows an adverb between a cue's verb and what it takes: "Treatment is often with A"."""

_OWN_VERB: Final = re.compile(
    r"(?: (?:of|in|on) (?:the |an? )?[\w-]+(?: [\w-]+)?)?"
    r"(?: (?:often|usually|commonly|frequently|sometimes))? (?:is|are|was|were|has|have|may|can|might|could|occurs?"
    r"|develops?|appears?|follows?|ensues?|calls?|requires?|needs?|leads?|causes?|makes?|tends?|contributes?)\b"
)
_NEW_SUBJECT: Final = re.compile(
    r", (?:and|but|while) (?:(?!(?:which|that|who|they|it|these|some|others)\b)[\w-]+ ){1,4}?"
    r"(?:is|are|was|were|may|can|might|could)\b"
)
_WHO: Final = re.compile(
    r"(?:[\w-]+,? ){0,3}?(?:patients|people|individuals|children|infants|persons|those|males|females|adults|they)"
    r"(?: (?:with|affected by|who have)(?: [\w'\u2019-]+){1,6}?)? "
)
_HAVE: Final = re.compile(r" (?:are|have|develop|show|experience|present|exhibit|display|suffer|had|were)\b")
_ASIDE: Final = re.compile(
    r"\b(?:that|which) (?:can|may|could|might|eventually|later|gradually|slowly) (?!include|present|be\b)"
    r"|, which (?:\w+ly )?(?:affects?|causes?|leads?|results?|is|are|has|have|occurs?)\b"
)
"""What goes on to tell of a finding that stands before: "typically have A that can progress to B"."""
_VERB_WITHIN: Final = re.compile(r" (?:is|are|was|were) ")
_IN_FIRST: Final = re.compile(r"\s*(?:in|among|for) ")


def leads(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words before the object speak of it: of its clause, its cue, or the list that it stands in."""
    left, right, reach = held
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if _ASIDE.search(scene.lower, max(right, anchor.end if anchor.end <= begin else 0), begin) is not None:
        return False
    if _near(scene, anchor, held) or _of_age(scene, anchor, held) or _of_all(scene, anchor, held):
        return True
    if reach is Reach.CLAUSE or (reach is Reach.NEAR and (_opens(scene, left, right) or _of_whom(scene, left, right))):
        own = anchor.bare or right <= anchor.end or anchor.start >= end or TAKES.match(scene.lower, right) is not None
        parted = reach is Reach.CLAUSE and not _opens_all(scene, left) and in_new_clause(scene, anchor.mention, right)
        return own and not parted and not spent(scene, left, begin)
    if reach is Reach.OBJECT or in_new_clause(scene, anchor.mention, right):
        return False
    return _by_list(scene, anchor, left, right)


def _by_list(scene: Scene, anchor: Anchor, left: int, right: int) -> bool:
    """Say whether an adverb stands right before the list that an object stands in, or with the cue."""
    begin = scene.start(anchor.mention)
    first = opening(scene, begin)
    if anchor.bare:
        begin = max(first, right)
        near = scene.words_between(right, begin) <= _BARE_REACH and _within(scene, right, begin)
        return near and (" and " not in scene.lower[right:begin] or joined(scene, right, begin))
    if right >= anchor.end:
        return right <= first and _beside(scene, right, first)
    return scene.back(anchor.start, _CUE_REACH) <= left and right <= anchor.end <= begin


def _near(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words stand beside the object or its cue, or only "is" parts them from the object's list."""
    _, right, reach = held
    begin = scene.start(anchor.mention)
    if _beside(scene, right, begin) or _of_cue(scene, anchor, held) or _AS_IS.fullmatch(scene.lower, right, begin):
        return True
    bare = reach is Reach.OBJECT and anchor.bare
    return bare and _ONE_IS.fullmatch(scene.lower, right, opening(scene, begin)) is not None


def _of_age(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether an adverb stands with the verb between a cue of onset and an age."""
    _, right, reach = held
    onset = anchor.mention.concept.kind is Kind.ONSET and reach is Reach.NEAR
    return onset and _COMES.fullmatch(scene.lower, right, scene.start(anchor.mention)) is not None


def _of_all(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words tell how often all is done that their clause names: "are usually treated by means of A"."""
    _, right, reach = held
    kind, first = anchor.mention.concept.kind, opening(scene, scene.start(anchor.mention))
    if reach is Reach.OBJECT:
        return _FOR_ONE.match(scene.lower, right) is not None
    between = any(m.concept.kind in MEANS for m in scene.near(right, first))
    return reach is Reach.NEAR and kind in MEANS and not between and _TREATED.match(scene.lower, right) is not None


def _beside(scene: Scene, right: int, place: int) -> bool:
    return scene.words_between(right, place) < _OBJECT_REACH and _within(scene, right, place)


def _within(scene: Scene, left: int, right: int) -> bool:
    return not any(sign in scene.text[left:right] for sign in ",;()")


def in_new_clause(scene: Scene, mention: Mention, since: int) -> bool:
    """Say whether a mention stands in a clause that begins after a place: "many have A, and B is seen"."""
    begin = scene.start(mention)
    anew = _NEW_SUBJECT.search(scene.lower, since, scene.clause(begin)[1])
    if anew is not None and anew.start() < begin:
        return True
    verb = _OWN_VERB.match(scene.lower, scene.end(mention)) or _VERB_WITHIN.search(mention.text)
    return verb is not None and NEW_CLAUSE.search(scene.lower, since, begin) is not None


def _opens_all(scene: Scene, left: int) -> bool:
    """Say whether words of frequency stand first in a sentence after "in", and so tell of all that it says."""
    first = _IN_FIRST.match(scene.lower)
    return first is not None and left <= first.end()


def _of_cue(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words stand with a cue: "Common clinical features are A", "Treatment is often with A"."""
    left, right, reach = held
    if anchor.bare or anchor.end > scene.start(anchor.mention) or reach is Reach.CLAUSE:
        return False
    if left == anchor.end + 1 and scene.lower.endswith((" is", " are"), anchor.start, anchor.end):
        first = opening(scene, scene.start(anchor.mention))
        if right <= first and _within(scene, right, first) and not scene.near(right, first - 1):
            return True
    if left == anchor.end + 1:
        further = _WITH if reach is Reach.NEAR else _INCLUDING
        return further.match(scene.lower, right) is not None
    if reach is Reach.NEAR:
        return False
    own = right <= anchor.start and _TO_CUE.fullmatch(scene.lower, right, anchor.start) is not None
    return own and _OPENS_CLAUSE.search(scene.lower, max(0, left - _FAR), left) is not None


def _of_whom(scene: Scene, left: int, right: int) -> bool:
    """Say whether an adverb stands between the patients, who begin a sentence, and what they have."""
    return _WHO.fullmatch(scene.lower, 0, left) is not None and _HAVE.match(scene.lower, right) is not None


def _opens(scene: Scene, left: int, right: int) -> bool:
    """Say whether an adverb opens a sentence, and so speaks of all of its clause: "Rarely, A is seen"."""
    return not scene.lower[:left].strip() and _OPENED.match(scene.lower, right) is not None
