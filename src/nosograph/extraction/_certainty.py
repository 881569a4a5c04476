"""Whether a sentence states a statement or only supposes it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._kinds import FINDINGS, MEANS
from nosograph.extraction._lists import closing, opening
from nosograph.extraction._outcome import without_conditions
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene, introduction
from nosograph.extraction._sieve import Sieve
from nosograph.model import Certainty, Kind, Mention

__all__ = ["certainty"]

_FAR: Final = 400
"""What stands further off, in characters, bears on nothing."""
_HEDGE_REACH: Final = 6
_AFTER: Final = 3
_NEAR: Final = 3


_AND: Final = re.compile(r"(?:,|\band\b|\bor\b|\bwhich\b)")

_SUPPOSED: Final = re.compile(
    r"(?:, (?:especially|particularly|mainly|notably|including)[^,;]{1,80},)?(?: \w+){0,4}"
    r" (?:is|are|was|were|has been|have been) (?:\w+ly )?"
    r"(?:suspected|presumed|assumed|thought|believed|suggested|proposed|postulated|hypothesi[sz]ed|likely|probable|possible|controversial|debated|disputed|unproven"
    r"|being (?:studied|investigated|tested|explored|evaluated)|under (?:investigation|evaluation|study|development)"
    r"|(?:currently |still )?in (?:the |an? )?(?:early )?(?:developmental|experimental) stages?)\b"
    r"| as an? (?:possible|potential|experimental) (?:\w+ )?(?:treatment|therapy|cure|option)\b"
    r"| (?:or|and) [\w-]+(?: [\w-]+){0,2} (?:may|might|could) (?:also )?(?:be|occur|develop|appear|arise)\b"
    r"| (?:may|might|could) all (?:be|occur|contribute)\b"
    r"| \([^()]*\),? (?:may|might|could) (?:also )?(?:be|occur|develop|appear|arise)\b"
)
"""What makes a supposition of the thing named before it: "recessive inheritance is suspected"."""

_MAY_CAUSE: Final = re.compile(
    r"(?:(?!\b(?:causes?|caused|which|that|leads?)\b)[^.;]){0,80}?"
    r"\b(?:may|might|could|(?:is|are) (?:thought|believed|suspected) to)"
    r" (?:also |all |both )?(?:cause|lead|result|be|underlie|account|contribute|play)\b"
)
"""What follows a gene of which a sentence only supposes that its mutations cause something."""

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

_LEADS_TO: Final = re.compile(
    r" (?:also |eventually |sometimes |then )?(?:lead|cause|result(?= in\b)|contribute|progress|interfere|make|require"
    r"|need|limit|impair|restrict|obstruct|hinder|delay|mimic|precede|trigger|complicate|prevent|affect|include|present|manifest|persist|recur|worsen"
    r"|resolve|improve|vary|last)\b"
)
"""What may follow from a finding, which is there all the same: "A may lead to B"."""

_MAY_HELP: Final = re.compile(
    r"(?:(?!\b(?:which|that|who|but)\b)[^.;,]){0,120} (?:may|might|could) (?:also )?(?:help|reduce|improve|prevent|slow"
    r"|relieve|alleviate|benefit|delay|prolong|be (?:\w+ )?(?:helpful|useful|effective|beneficial))\b"
)

_SUSPECTED: Final = re.compile(r"\bsuspected\b")
_WHEN: Final = re.compile(r" (?:when|if|in|on|because|by|from|based|where)\b")
"""What follows a suspicion of the disease, and tells by what that is there: "it is suspected when A is found"."""

_NEW_CLAUSE: Final = re.compile(r", (?:and|but|so) ")
_OWN_VERB: Final = re.compile(r" (?:is|are|was|were|has|have|had|occurs?|develops?|appears?)\b")
_PREDICATED: Final = re.compile(r" (?:is|are|was|were) ")
"""A name parted by its verb, to which a hedge further on does not belong: "movement is decreased"."""

_WITHIN: Final = re.compile(r" (?:may|might|could|seems?|seemed) ")
"""A hedge with the verb that parts a name: "levels may be low"."""

_NEAR_END: Final = 60
_CAN_BE_DONE: Final = re.compile(r"\b(?:is|are|be|also|now|available|becomes?) possible$")
"""What says of a test or treatment that it can be done, not that it may be so."""

_CASE: Final = re.compile(
    r"(?<!even )(?<!as )(?<!suspected )(?<!considered )(?<!diagnosed )(?<!made )"
    r"\b(?:if(?! (?:any|not)\b)|whether|in the event of|in case of)\b[^,;:]*(?<!\bthe )$"
)
"""How a finding is supposed to come: "if they cause A"."""


def _windows(scene: Scene, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose words bear on the statement: around its cue, and just before its object."""
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if anchor.bare:
        first = opening(scene, begin)
        yield scene.back(begin, _HEDGE_REACH), begin
        yield scene.back(first, _HEDGE_REACH), first
        if _PREDICATED.search(anchor.mention.text) is not None:
            return
        last = closing(scene, end)
        yield last, _until(scene, last, 1)
        if anchor.mention.concept.kind in MEANS:
            yield from _may_help(scene, end)
        supposed = _SUPPOSED.match(scene.lower, last)
        if supposed is not None:
            yield last, supposed.end()
    elif anchor.end <= begin:
        caused = _MAY_CAUSE.match(scene.lower, end) if anchor.mention.concept.kind is Kind.GENE else None
        if caused is not None:
            yield end, caused.end()
        named = scene.near(anchor.end, begin)
        yield scene.back(anchor.start, _HEDGE_REACH), scene.start(named[0]) if named else begin
        yield max(scene.back(begin, _NEAR), anchor.end), begin
        first = opening(scene, begin)
        yield max(scene.back(first, _NEAR), anchor.end), first
        if anchor.mention.concept.kind in MEANS:
            yield end, _until(scene, end, 1)
            yield from _may_help(scene, end)
    else:
        yield end, _until(scene, anchor.end, _AFTER)
        yield scene.back(begin, _NEAR), begin


def _may_help(scene: Scene, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands up to the verb by which a treatment may help: "X acts on A and may reduce B"."""
    found = _MAY_HELP.match(scene.lower, end)
    if found is not None:
        yield end, found.end()


def _until(scene: Scene, place: int, words: int) -> int:
    """Give the place where so many words after a place end, or where the sentence goes on to something else."""
    end = scene.ahead(place, words)
    further = _AND.search(scene.lower, place, end)
    return further.start() if further is not None else end


def _bears(scene: Scene, anchor: Anchor, span: tuple[int, int]) -> bool:
    begin = scene.start(anchor.mention)
    inside = any(left <= span[0] and span[1] <= right for left, right in _windows(scene, anchor))
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
    hedged = any(
        _bears(scene, anchor, span)
        and not (means and _CAN_BE_DONE.search(scene.lower, max(0, span[1] - _NEAR_END), span[1]))
        and not _supposed(scene, span, begin)
        and not (begin < span[0] and _why(scene, span))
        and not (span[1] <= begin and _of_before(scene, anchor.mention, span))
        and not (anchor.bare and not means and begin < span[0] and _LEADS_TO.match(scene.lower, span[1]))
        for span in held[first:last]
    )
    within = _WITHIN.search(anchor.mention.text) is not None
    supposed = hedged or within or _led(scene, anchor) or _in_case(scene, anchor.mention)
    return Certainty.HEDGED if supposed else Certainty.STATED


def _in_case(scene: Scene, mention: Mention) -> bool:
    """Say whether a finding stands in a case supposed: "they are removed if they cause A"."""
    begin = scene.start(mention)
    left = max(scene.clause(begin)[0], begin - _FAR)
    return mention.concept.kind in FINDINGS and _CASE.search(scene.lower, left, begin) is not None


def _of_before(scene: Scene, mention: Mention, span: tuple[int, int]) -> bool:
    """Say whether a hedge before a finding is the diagnosis's, or ends where a clause begins whose verb is its own."""
    begin = scene.start(mention)
    suspected = mention.concept.kind in FINDINGS and _SUSPECTED.search(scene.lower, *span) is not None
    if suspected and _WHEN.match(scene.lower, span[1]) is not None:
        return True
    new = _NEW_CLAUSE.search(scene.lower, span[1], begin) is not None
    return new and _OWN_VERB.match(scene.lower, scene.end(mention)) is not None


def _why(scene: Scene, span: tuple[int, int]) -> bool:
    back = scene.lower.rfind(" to", *span)
    return _WHY.match(scene.lower, back if back >= 0 and span[1] - back <= len(" to") else span[1]) is not None


@lru_cache(maxsize=8)
def _own(scene: Scene) -> int:
    """Give where a hedge counts from: in an item that says of how many it is seen, where the item itself begins."""
    opened = introduction(scene.sentence)
    item = len(opened) if scene.text.startswith(opened) else 0
    return item if item and _SHARE.search(scene.text, item) is not None else 0


def _led(scene: Scene, anchor: Anchor) -> bool:
    """Say whether the sentence that leads to a list supposes its items, and no cue within the item says more."""
    return anchor.bare and _opened_by_supposition(scene)


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
