"""A hedge before an object that is not on it: on why it comes, on the diagnosis, or in a clause before its own."""

import re
from typing import Final

from nosograph.extraction._kinds import FINDINGS, MEANS
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.model import Mention

__all__ = ["of_before"]

_NEAR_END: Final = 60
_THEY_HAVE: Final = re.compile(
    r", (?:and|but|while) (?:(?!(?:that|which|who|may|might|could|can|be)\b)[\w-]+ ){1,7}(?:have|has|had|develops?"
    r"|shows?|experiences?|suffer|are|is)\b"
    r"|, (?:\d+ ?%|most|many|some|half|all)(?: \w+)? (?:have|need|require|develop|show|are)\b"
)
"""A clause of its own between a hedge and a finding: "A may occur, and some babies have B"."""

_WITH_THE: Final = re.compile(
    r" (?:also )?(?:accompany|follow|precede|complicate|mimic|aggravate|worsen|exacerbate|modify) (?:the|this|these) "
)
"""What stands between a hedge and a finding that is there all the same: "B may accompany the A"."""

_RESULT_OF: Final = re.compile(
    r" (?:also )?(?:result|(?:occur|develop|arise) as a (?:result|consequence)) (?:from|of) (?:(?:the"
    r"|an?) )?(?:[\w-]+ (?:and|or) )?"
)
"""What stands between a hedge on one finding and what it comes of: "B may result from A"."""

_WORSENS: Final = re.compile(r" (?:also )?(?:exacerbate|worsen|aggravate|explain (?:why|how)) (?:the )?(?:\w+ )?")
"""What stands between a hedge and what is there all the same: "B may exacerbate A", "B may explain why A is"."""

_EXPLAINS: Final = re.compile(
    r" (?:contribut\w+ to|explain\w*|underl\w+|accounts? for|(?:is|are|be) responsible for"
    r"|play\w* an? (?:\w+ )?role in)"
    r" (?:many of |some of |most of |all of )?(?:the|these|its|their) $"
)
"""What a hedge is on that stands before findings told anew: "it probably contributes to the symptoms, such as A"."""

_WHICH_IS: Final = re.compile(r", (?:which|who) (?:is|are|was|were|has|have)\b")

_IN_WHOM: Final = re.compile(
    r" (?:also )?(?:occur|develop|appear|be (?:seen|found|present)) in (?:patients|adults|people|children|those"
    r"|individuals|infants) with (?:[\w-]+ ){0,2}"
)
"""What stands between a hedge and a finding of those of whom it is told: "B may occur in patients with A"."""

_THAN: Final = re.compile(r"\bthan (?:an? |the )?$")

_WHILE: Final = re.compile(r" (?:as|when|while|because|since|after|before|once|until) ")

_SUSPECTED: Final = re.compile(r"\bsuspected\b")

_WHEN: Final = re.compile(r" (?:when|if|in|on|because|by|from|based|where)\b")
"""What follows a suspicion of the disease, and tells by what that is there: "it is suspected when A is found"."""

_THEN_SURE: Final = re.compile(
    r"\b(?:and|but|then) (?:is |are |then |later )?(?:confirmed|established|verified|made)\b"
)
"""What a sentence goes on with from a suspicion to what settles it: "it is suspected when A, and confirmed by B"."""

_NEW_CLAUSE: Final = re.compile(r", (?:and|but|so) ")

_OWN_VERB: Final = re.compile(
    r"(?: (?:and|or) (?!is\b|are\b|was\b|were\b|has\b|have\b)[\w-]+)?(?: (?:of|in) (?:the )?[\w-]+)? (?:is|are|was"
    r"|were|has|have|had|occurs?|develops?|appears?)\b"
)


def of_before(scene: Scene, anchor: Anchor, span: tuple[int, int]) -> bool:
    """Say whether a hedge before a finding is the diagnosis's, or ends where a clause begins whose verb is its own."""
    mention = anchor.mention
    begin = scene.start(mention)
    explained = span[1] <= anchor.start <= begin and _EXPLAINS.fullmatch(scene.lower, span[1], anchor.start) is not None
    explained = explained or _THAN.search(scene.lower, 0, begin) is not None
    aside = _WHICH_IS.search(scene.lower, span[1], begin) is not None or _IN_WHOM.fullmatch(scene.lower, span[1], begin)
    if aside or explained or (begin < anchor.start and _WHILE.search(scene.lower, span[1], begin) is not None):
        return True
    if _of_suspicion(scene, anchor, span) or _of_what_comes_of_it(scene, mention, span):
        return True
    new = _NEW_CLAUSE.search(scene.lower, span[1], begin) is not None
    return new and _OWN_VERB.match(scene.lower, scene.end(mention)) is not None


def _of_suspicion(scene: Scene, anchor: Anchor, span: tuple[int, int]) -> bool:
    """Say whether a hedge is a suspicion of the disease, which the object raises or settles."""
    begin = scene.start(anchor.mention)
    if _SUSPECTED.search(scene.lower, *span) is None:
        return False
    when = anchor.mention.concept.kind in FINDINGS and _WHEN.match(scene.lower, span[1]) is not None
    return when or _THEN_SURE.search(scene.lower, span[1], begin) is not None


def _of_what_comes_of_it(scene: Scene, mention: Mention, span: tuple[int, int]) -> bool:
    """Say whether a hedge is on what comes of a finding, or is done to it: "B may result from A", "B may worsen A"."""
    begin = scene.start(mention)
    if mention.concept.kind in FINDINGS and _as_result(scene, span, begin):
        return True
    worse = mention.concept.kind not in MEANS and _WORSENS.fullmatch(scene.lower, span[1], begin) is not None
    with_it = worse or _WITH_THE.fullmatch(scene.lower, span[1], begin) is not None
    return with_it or _THEY_HAVE.search(scene.lower, span[1], begin) is not None


def _as_result(scene: Scene, span: tuple[int, int], begin: int) -> bool:
    """Say whether a hedge is on a finding before it that comes of this one: "B may result from A"."""
    between = _RESULT_OF.fullmatch(scene.lower, span[1], begin) is not None
    return between and any(
        m.concept.kind in FINDINGS and scene.end(m) + 1 == span[0] for m in scene.near(span[0] - _NEAR_END, span[0])
    )
