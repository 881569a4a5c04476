"""How a treatment fared, as a sentence says."""

import re
from functools import cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._kinds import MEANS
from nosograph.extraction._lists import listed
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.extraction._sieve import Sieve, Words
from nosograph.model import Mention, Outcome

__all__ = ["helps", "outcome", "without_conditions"]

_FAR: Final = 400
"""What stands further off, in characters, bears on nothing."""
_GIVEN: Final = re.compile(
    r"\b(?:if|when|where|in case of|(?:cases|patients|those|individuals|people|children|forms|disease"
    r"|symptoms|attacks|lesions) (?:who|that|which|whose|resistant|refractory|unresponsive)|(?:in|for|to) whom(?! (?:it"
    r"|they)\b))\b"
    r"[^,;]*?(?:[,;]|$|(?= and (?:is|are|was|were|appears?|seems?|has|have|may|can)\b))"
)
"""A condition, or for whom: what it says of an outcome is not the treatment's."""

_FURTHER: Final = re.compile(
    r",? but (?:it |they |also |still |often )*"
    r"(?:can|may|will|do|does|did|has|have|had|is|are|was|were|\w{3,}(?:s|ed))\b"
    r"|,? but (?:(?:not|cannot) (?:halt|stop|cure|prevent|reverse|abolish)|not (?:all|every))\b"
    r"|; (?:an?|one|two|later|subsequent|further|controlled)(?: [\w-]+){0,5} (?:trials?|study|studies)\b"
    r"|; (?:it|they) (?:(?:also|often|usually|may|can) )*(?!(?:is|are|was|were) (?:an?|the)\b)"
    r"|,? but (?:its|their|the) (?:effects?|benefits?|efficacy|effectiveness|response|relief|improvements?|approach)\b"
    r"|,? but (?:an?|the|one|two|later|subsequent|further|controlled)(?: [\w-]+){0,4} (?:trials?|study|studies)\b"
)
"""A second verb of the same subject, or what a trial showed: "X does not cure it but prolongs life"."""

_RELAPSE: Final = re.compile(
    r",? (?:but|although|though|however|and)\b[^;.]*\b(?:recur\w*|relaps\w*|restenos\w+|rebounds?"
    r"|(?:often|usually|frequently) fails?|returned|short-lived|temporar\w*(?! worsening)|unproven|unconfirmed"
    r"|not (?:yet )?(?:been )?(?:confirmed|established|proven|replicated|recommended))\b"
)
"""What comes after a treatment that helped for a time, or of which that is not sure."""

_FAILED: Final = re.compile(
    r",? (?:but|although|though)\b[^;.]{0,160}\b(?:ineffective|unsuccessful|disappointing"
    r"|no (?:[\w-]+ ){0,3}(?:benefit|effect|improvement|response) (?:was|were|is|has been)"
    r"|(?:found|showed|shown|had|has) no (?:benefit|effect)|no evidence of (?:\w+ )?(?:efficacy|benefit|effect)"
    r"|without (?:success|benefit|effect))\b"
)
"""What a sentence goes on to say of a treatment that it has told nothing of: "X has been tried, but it failed"."""

_OF_LITTLE: Final = re.compile(
    r",? (?:but|although|though)(?: [\w-]+){0,4}"
    r" (?:value|benefits?|effects?|efficacy|usefulness) (?:is|are|was|were|remains?)"
    r" (?:\w+ly |only )?(?:limited|modest|small|uncertain|unclear|unproven|doubtful|questionable|disputed|debated)\b"
)
"""What a sentence goes on to doubt of a treatment: "X can be given, although its value is limited"."""

_RESPONDS: Final = re.compile(
    r"\b(?:respond(?:s|ed|ing)?(?: \w+)? to|(?:relieved|improved|helped) by|controlled (?:by|with)"
    r"|benefit(?:s|ed)? from) [^.;]{0,80}$"
)
_REPLACED: Final = re.compile(r"\b(?:replaced|superseded|supplanted|before|until|than)(?: an?| the)? $")
"""What stands before a treatment that another is better than, or came before."""

_MECHANISM: Final = re.compile(
    r"\b(?:reduc|decreas|inhibit|block|prevent|slow)\w* (?:the )?(?:[\w-]+ ){0,3}?(?:synthesis|production|formation"
    r"|uptake|breakdown|absorption|release|secretion|binding|activity|conversion)\b"
    r"|\bdos(?:e|es|age)(?: of (?:the )?[\w-]+)? (?:to be|can be|may be|could be) (?:reduced|lowered|decreased)\b"
)
"""How a treatment acts, which tells not how it fared: "X reduces the synthesis of Y"."""

_EFFECT: Final = re.compile(
    r"\b(?:help|improve|benefit|work|reliev|alleviat|eas(?:e|ing)|slow|reduc|control|prolong|decreas|effective|beneficial|successful|useful"
    r"|prevent|increas|stop the|alter|influenc|affect)"
)

_IN_SOME: Final = re.compile(
    r" (?!not\b)\w+ [^.;]*\bin (?:most|many|some|mild) [^.;]* but (?:it )?(?:is|are|was|were) (?:ineffective|not \w+)"
    r" (?:in|for|against)\b"
)
"""What a treatment does for some but not for others: "X raises A in most but is ineffective in severe disease"."""
_BUT: Final = re.compile(r"\b(?:but|although|though|however|yet)\b")

_ANEW: Final = re.compile(r", (?:and|while|whereas|but) (?:the |an? )?(?:[\w-]+ ){0,2}$")
_SHORT: Final = 40
_AHEAD: Final = re.compile(r"\b(?:benefit(?:s|ed)? from|respond(?:s|ed)?(?: \w+)? to)\b")
"""What tells how what comes after it fared, not what stands before: "A is given, or they can benefit from B"."""
_IN_TURN: Final = re.compile(r", and (?:it|they) (?:can|may|could|might) be (?:\w+ed|given) (?:with|to|by) ")
"""What goes on from a treatment to one that is given with it: "A is effective, and it can be combined with B"."""
_GIVEN_FOR: Final = re.compile(
    r"\b(?:is|are|was|were|can be|may be) (?:\w+ly )?(?:used|given|prescribed|administered) (?:for|in|against|as)\b"
    r" [^.;,]*(, (?:and |while |whereas )?(?!(?:and|but|or|it|they|this|these|which|who|with|is|are|was|were|has"
    r"|have|can"
    r"|may|although|though)\b)(?:(?!(?:results?|responses?|effects?|benefits?|success|improvements?|relief|may|can)\b)"
    r"[\w-]+ ){1,4}?(?:is|are|was|were|relieves?|reduces?|improves?|controls?|may|can|has|have|helps?|prevents?"
    r"|lowers?)\b)"
)
"""What a treatment is given for, and the clause behind it on something else: "X is given for A, Y helps"."""

_DONE: Final = re.compile(r"\b(?:is|are|be|been|was|were) \w+ (?:with|by|using)\b")
_OWN_VERB: Final = re.compile(r" (?:is|are|was|were|has|have|had|can|may|might) ")

_PURPOSE: Final = re.compile(
    r"\b(?!(?:shown|found|reported|proven|proved|known|able|appears?|appeared|seems?|likely|helps?|helped|demonstrated"
    r"|believed|thought|said|observed|tends?|leads?|led)\b)([\w)]+),? (?:to|in order to) (?:help )?(?:to )?"
    r"(?:control|reduce|prevent|relieve|alleviate|improve|decrease|ease|minimi[sz]e|slow|treat|maintain|manage|correct"
    r"|cure|suppress|reverse|restore|replace|raise|lower|promote|stop|halt|provide|avoid|counter|counteract|strengthen"
    r"|build|increase|enhance|preserve|protect)\b"
    r"(?:[^.;,]{0,60}? (?:and|or) (?:to )?"
    r"(?:improve|reduce|prevent|relieve|control|slow|increase|maintain|decrease)\b)?"
)
"""What a treatment is for, which tells not how it fared: "X is used to control A"."""

_AIM: Final = re.compile(
    r"\b(?:goals?|aims?|aimed|purposes?|objectives?|focus(?:es|ed)?|designed|intended|attempts?|attempting)\b[^.;,]*"
    r"|\((?:to|for) [^()]*\)"
)
"""What a treatment is meant to do, and what a bracket says it is for."""


@cache
def _outcomes() -> Sieve[tuple[str, re.Pattern[str], Outcome]]:
    found = ((row[1], phrase(row[1]), Outcome(row[0])) for row in rows("outcomes.tsv", 2))
    return Sieve(found, itemgetter(0), itemgetter(1))


def outcome(scene: Scene, anchor: Anchor) -> Outcome:
    """Give how the treatment fared, as the object's clause says, else the sentence that introduces its list."""
    begin = scene.start(anchor.mention)
    left, own = scene.clause(begin)
    right = own
    if _FURTHER.match(scene.lower, right) is not None:
        right = scene.clause(right + 1)[1]
    left, right = _own_part(scene, anchor.mention, max(left, begin - _FAR), min(right, begin + _FAR))
    if _REPLACED.search(scene.lower, left, begin) is not None:
        return Outcome.UNSTATED
    own_clause = _ANEW.search(scene.lower, max(left, begin - _SHORT), begin)
    if own_clause is not None and _OWN_VERB.match(scene.lower, scene.end(anchor.mention)) is not None:
        left = own_clause.end()
    if (given := _GIVEN_FOR.search(scene.lower, begin, right)) is not None:
        right = given.start(1)
    if (anew := _IN_TURN.search(scene.lower, left, begin)) is not None:
        left = anew.end()
    end = scene.end(anchor.mention)
    words = scene.lower[left:end] + _AHEAD.sub("", scene.lower[end:right])
    found = _fared(_meant(words), scene.beginnings)
    if found is Outcome.EFFECTIVE and (_RELAPSE.match(scene.lower, own) or _FAILED.match(scene.lower, own)):
        return Outcome.LIMITED
    if found is Outcome.UNSTATED and _FAILED.match(scene.lower, own) is not None:
        return Outcome.INEFFECTIVE
    if found is Outcome.UNSTATED and _OF_LITTLE.match(scene.lower, own) is not None:
        return Outcome.LIMITED
    lead = scene.sentence.lead_in
    if found is not Outcome.UNSTATED or lead is None:
        return found
    return _fared(lead.text.lower(), Words.of(lead.text).beginnings)


def _own_part(scene: Scene, mention: Mention, left: int, right: int) -> tuple[int, int]:
    """Leave of a stretch what is said of a treatment before another is the subject: "X is given, and Y lowers A"."""
    begin, end = scene.start(mention), scene.end(mention)
    for other in scene.near(left, right):
        start = scene.start(other)
        if other.concept.kind not in MEANS or not (anew := _ANEW.search(scene.lower, max(left, start - _SHORT), start)):
            continue
        apart = not listed(scene, end, start) or _has_verbs(scene, left, begin, scene.end(other))
        if end <= anew.start() and apart:
            return left, anew.start()
        if start <= begin and not _listed_before(scene, left, start):
            left = anew.start()
    return left, right


def _has_verbs(scene: Scene, left: int, begin: int, end: int) -> bool:
    """Say whether treatments have a verb before the first, and the last one of its own: "by A, and B has helped"."""
    return _DONE.search(scene.lower, left, begin) is not None and _OWN_VERB.match(scene.lower, end) is not None


def _listed_before(scene: Scene, left: int, place: int) -> bool:
    """Say whether a treatment that begins at a place goes on with a list of them."""
    before = [m for m in scene.near(left, place) if m.concept.kind in MEANS and scene.end(m) <= place]
    return bool(before) and listed(scene, max(map(scene.end, before)), place)


def _meant(words: str) -> str:
    """Leave of words what tells how a treatment fared: not a condition, nor what it is for."""
    return _MECHANISM.sub("", _AIM.sub("", _PURPOSE.sub(r"\1", without_conditions(words))))


def helps(scene: Scene, anchor: Anchor) -> bool:
    """Say whether the cue, or the clause around the name, speaks of its effect: what does not help was tried."""
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    if _RESPONDS.search(scene.lower, max(scene.clause(begin)[0], begin - _FAR), begin) is not None:
        return True
    left, right = (end, min(scene.clause(end)[1], end + _FAR)) if anchor.bare else (anchor.start, anchor.end)
    return _EFFECT.search(scene.lower, left, right) is not None


def _fared(words: str, beginnings: frozenset[str]) -> Outcome:
    """Give the first outcome that words tell; what helps with one thing "but" not with another helps within limits."""
    told = [(result, found) for _, pattern, result in _outcomes().sift(beginnings) if (found := pattern.search(words))]
    if not told:
        return Outcome.UNSTATED
    first, found = told[0]
    helped = next((f for result, f in told if result is Outcome.EFFECTIVE), None)
    if first is Outcome.INEFFECTIVE and helped is not None and _BUT.search(words, helped.end(), found.start()):
        return Outcome.LIMITED
    if first is Outcome.INEFFECTIVE and _IN_SOME.search(words) is not None:
        return Outcome.LIMITED
    return first


def without_conditions(words: str) -> str:
    """Leave of words, in lower case, what they say without a condition."""
    return _GIVEN.sub("", words)
