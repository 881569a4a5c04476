"""Whether a sentence states a statement or only supposes it."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._certainty_before import of_before
from nosograph.extraction._certainty_windows import windows
from nosograph.extraction._kinds import FINDINGS, MEANS
from nosograph.extraction._outcome import without_conditions
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene, introduction
from nosograph.extraction._sieve import Sieve
from nosograph.model import Certainty, Mention

__all__ = ["certainty"]

_FAR: Final = 400
"""What stands further off, in characters, bears on nothing."""


_LEADS: Final = re.compile(
    r"\b(?:may|might|could|possibly|possible|probably|probable|potential|potentially|suspected"
    r"|(?:is|are) (?:thought|believed|suspected) to|(?:appears?|seems?) to)\b"
    r"(?! (?:also )?(?:be (?:\w+ly )?(?:divided|classified|identified|grouped|subdivided|categori[sz]ed|made)|help))"
    r"[^.;()\"\u201c\u201d]*[.]?$"
)
"""What makes suppositions of the items of a list in the sentence that leads to it: "Symptoms may include:"."""

_SHARE: Final = re.compile(r"\d ?(?:%|percent|per cent)")
"""What an item says of how often it is seen, and so that it is."""

_CONDITION: Final = re.compile(r"\b(?:if|when|where|unless|once)\b[^,;]*,")
_WHY: Final = re.compile(
    r"(?: to)?(?: be)? (?:arise|arises|result|results|develop|develops|occur|occurs|caused|due|secondary|related)"
    r" (?:because|from|by|to|through|when|as a result)\b(?! (?:the|this) (?:disease|disorder|condition|syndrome)\b)"
)
"""What makes a hedge one on why a finding comes, not on whether it does: "A is thought to result from B"."""

_MAY_COME: Final = re.compile(
    r"(?:may|might|could) (?:also )?(?:occur|develop|appear|arise) (?:because|when|if|as a result|after)\b"
)
"""A hedge on whether a finding comes, which tells why it would: "gout may occur because of it"."""

_LEADS_TO: Final = re.compile(
    r" (?:also |eventually |sometimes |then |even |only )?(?!(?:\w+ly |not )*(?:occur|develop|appear|arise|emerge"
    r"|exist|coexist"
    r"|ensue|follow|accompany|complicate|result(?! in\b)|be|become|have|also|well|never|or|and|come|happen|begin"
    r"|start|set|reflect|represent|underlie|explain|account|play|help|\w+ly)\b)[a-z]{3,}\b"
)
"""What may follow from a finding, which is there all the same: "A may lead to B"."""

_IS_DONE: Final = re.compile(
    r" (?:also )?(?:require|need)\b| (?:also )?(?:be|become) (?:\w+ly )?"
    r"(?:severe|serious|life-threatening|disabling|profound|marked|massive|subtle|problematic|difficult|resistant|refractory|fatal|painful"
    r"|mild|moderate|focal|generali[sz]ed|diffuse|extensive|lifelong|progressive|intermittent|transient|unilateral"
    r"|bilateral|asymptomatic|disfiguring|intractable|chronic|acute|irreversible|reversible|large|small|benign"
    r"|in the [\w-]+ range)\b"
    r"| (?:also )?(?:appear|occur|develop|arise|be (?:found|seen|present)) (?:anywhere|everywhere|throughout|(?:at"
    r"|in|on) any)\b"
    r"| (?:also )?be (?:\w+ly )?(?:treated|managed|controlled|relieved|corrected|alleviated|diagnosed|detected|missed"
    r"|accompanied by|complicated by|followed by|preceded by"
    r"|mistaken|confused|overlooked|misdiagnosed|described|termed|called"
    r"|(?:present|apparent|evident|noticed) (?:at|from|before))\b"
)
"""What may be done about a finding, which is there all the same: "seizures may be treated with X"."""

_MODAL: Final = re.compile(r"\b(?:may|might|could|to)$")
_LINKED: Final = re.compile(
    r" (?:also )?be (?:\w+ly )?associated with (?!(?:the|this) (?:disease|disorder|condition|syndrome)\b|it\b)"
)
"""What may come with a finding, which is there all the same, unless it is the disease: "A may be associated with B"."""
_SUGGESTS: Final = re.compile(r"(?:suggest|suggests|suggesting|indicate|indicates)(?: that)?")
"""What a finding that is there is a sign of: "A suggests that B"."""

_HARMS: Final = re.compile(
    r" (?:also |sometimes )?(?:cause|lead to|produce|induce|result in|trigger|worsen"
    r"|be (?:normal|negative|unremarkable|inconclusive|difficult|misleading))\b"
)
"""What may follow from a treatment, which is given all the same."""


_OF_WHOM: Final = re.compile(
    r"\b(?:patients|people|persons|individuals|children|infants|newborns|babies|adults|those|men|women|boys|girls|males"
    r"|females) (?:with|who have|having)(?: [\w-]+){0,2} $"
)
"""What makes of a finding that of whom a sentence goes on to tell what may be: "infants with A may become B"."""

_MAY_INCLUDE: Final = re.compile(
    r"\b(?:may|might|could) (?:also )?(?:include|involve|consist of) [^.]*;"
    r"(?:(?!\b(?:is|are|was|were|has|have|may|can|will)\b)[^.;])*$"
)
"""What opens a list that semicolons part: "they may include A; B to reduce C; and D"."""
_STUDIED: Final = re.compile(
    r"(?:[\w-]+ ){0,4}(?:stud(?:y|ies)|research(?:ers)?|evidence|data|reports?|scientists|authors|experts|results"
    r"|experiments?|another|others) (?:\w+ )?(?:suggest(?:s|ed)?|propose[sd]?|hypothesi[sz]e[sd]?|speculate[sd]?) that "
)
"""How a sentence begins that only supposes all that it tells: "A study suggested that"."""


_WITHIN: Final = re.compile(r" (?:may|might|could|seems?|seemed) ")
"""A hedge with the verb that parts a name: "levels may be low"."""

_DOUBTED: Final = re.compile(
    r"(?:[^.;]{0,120},? (?:but|although|though)|[^.;,]{0,80},? and) (?:it (?:is|remains) |this (?:is|remains) )?"
    r"(?:uncertain|unclear|not known|not clear|debated|unknown) (?:whether|if)\b"
)
_NEAR_END: Final = 60
_CAN_BE_DONE: Final = re.compile(r"\b(?:is|are|be|also|now|available|becomes?) possible$")
"""What says of a test or treatment that it can be done, not that it may be so."""

_CASE: Final = re.compile(
    r"(?<!even )(?<!as )(?<!suspected )(?<!considered )(?<!diagnosed )(?<!made )"
    r"\b(?:if(?! (?:any|not)\b)|whether|in the event of|in case of)\b[^,;:]*(?<!\bthe )$"
)
"""How a finding is supposed to come: "if they cause A"."""


def _bears(scene: Scene, anchor: Anchor, span: tuple[int, int]) -> bool:
    begin = scene.start(anchor.mention)
    inside = any(left <= span[0] and span[1] <= right for left, right in windows(scene, anchor))
    return inside and _together(scene, span, begin)


def _together(scene: Scene, span: tuple[int, int], place: int) -> bool:
    left, right = sorted((span[1], place))
    return scene.same_clause(left, right) and scene.within_bracket(span[0], place)


@cache
def _hedges() -> Sieve[tuple[str, re.Pattern[str]]]:
    return Sieve(((row[0], phrase(row[0])) for row in rows("certainty.tsv", 1)), itemgetter(0), itemgetter(1))


@lru_cache(maxsize=8)
def _hedged(scene: Scene) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(found.span() for _, found in _hedges().find(scene.letters)))


def certainty(scene: Scene, anchor: Anchor) -> Certainty:
    """Say whether a hedge stands by the cue or by the object."""
    begin, held = scene.start(anchor.mention), _hedged(scene)
    first = bisect_left(held, (max(min(begin, anchor.start) - _FAR, _own(scene)), 0))
    last = bisect_left(held, (max(scene.end(anchor.mention), anchor.end) + _FAR, 0))
    means = anchor.mention.concept.kind in MEANS
    finding = anchor.mention.concept.kind in FINDINGS
    hedged = any(
        _bears(scene, anchor, span)
        and not (means and _CAN_BE_DONE.search(scene.lower, max(0, span[1] - _NEAR_END), span[1]))
        and not _supposed(scene, span, begin)
        and not (begin < span[0] and _of_what_follows(scene, anchor, span))
        and not (span[1] <= begin and of_before(scene, anchor, span))
        for span in held[first:last]
    )
    within = _WITHIN.search(anchor.mention.text) is not None
    within = within or (finding and _doubted(scene, anchor.mention))
    within = within or scene.lower.endswith("potentially ", 0, begin) or _STUDIED.match(scene.lower) is not None
    within = within or _MAY_INCLUDE.search(scene.lower, max(0, begin - _FAR), begin) is not None
    supposed = hedged or within or _led(scene, anchor) or _in_case(scene, anchor.mention)
    return Certainty.HEDGED if supposed else Certainty.STATED


def _in_case(scene: Scene, mention: Mention) -> bool:
    """Say whether a finding stands in a case supposed: "they are removed if they cause A"."""
    begin = scene.start(mention)
    left = max(scene.clause(begin)[0], begin - _FAR)
    return mention.concept.kind in FINDINGS and _CASE.search(scene.lower, left, begin) is not None


def _doubted(scene: Scene, mention: Mention) -> bool:
    """Say whether a sentence goes on to doubt a finding: "A has been reported, but it is uncertain whether it"."""
    return _DOUBTED.match(scene.lower, scene.end(mention)) is not None


def _of_what_follows(scene: Scene, anchor: Anchor, span: tuple[int, int]) -> bool:
    """Say whether a hedge behind an object is on why it comes, or on what is done about it or comes of it."""
    kind = anchor.mention.concept.kind
    if kind in FINDINGS and (_IS_DONE.match(scene.lower, span[1]) or _SUGGESTS.fullmatch(scene.lower, *span)):
        return True
    linked = _LINKED.match(scene.lower, span[1]) if kind in FINDINGS else None
    if linked is not None and all(
        m.concept.curie != scene.subject.curie for m in scene.near(linked.end(), linked.end() + 9)
    ):
        return True
    begin = scene.start(anchor.mention)
    if anchor.bare and kind in FINDINGS and _OF_WHOM.search(scene.lower, max(0, begin - _NEAR_END), begin) is not None:
        return True
    further = _HARMS if kind in MEANS else _LEADS_TO
    comes = anchor.bare and (kind in MEANS or _MODAL.search(scene.lower, *span) is not None)
    return _why(scene, span) or (comes and further.match(scene.lower, span[1]) is not None)


def _why(scene: Scene, span: tuple[int, int]) -> bool:
    if _MAY_COME.match(scene.lower, span[0]) is not None:
        return False
    back = scene.lower.rfind(" to", *span)
    return _WHY.match(scene.lower, back if back >= 0 and span[1] - back <= len(" to") else span[1]) is not None


@lru_cache(maxsize=8)
def _own(scene: Scene) -> int:
    """Give where a hedge counts from: in an item that says of how many it is seen, where the item itself begins."""
    opened = introduction(scene.sentence)
    item = len(opened) if scene.text.startswith(opened) else 0
    return item if item and _SHARE.search(scene.text, item) is not None else 0


def _led(scene: Scene, anchor: Anchor) -> bool:
    """Say whether the sentence that leads to a list supposes its items, and no cue within a finding's says more."""
    return (anchor.bare or anchor.mention.concept.kind in MEANS) and _opened_by_supposition(scene)


@lru_cache(maxsize=8)
def _opened_by_supposition(scene: Scene) -> bool:
    lead = scene.sentence.lead_in
    if lead is None or _SHARE.search(scene.text) is not None:
        return False
    return _LEADS.search(without_conditions(lead.text.lower())) is not None


def _supposed(scene: Scene, span: tuple[int, int], place: int) -> bool:
    """Say whether a hedge stands in a condition that a place stands outside of: "If A is suspected, X is done"."""
    return any(
        found.start() <= span[0] < found.end() and not found.start() <= place < found.end()
        for found in _conditions(scene)
    )


@lru_cache(maxsize=8)
def _conditions(scene: Scene) -> tuple[re.Match[str], ...]:
    return tuple(_CONDITION.finditer(scene.lower))
