"""Words of frequency before a finding that tell of others than those who have it: those who die, respond, are given."""

import re
from typing import Final

from nosograph.extraction._scene import Scene
from nosograph.extraction.frequency._unfit_after import EXAMPLES
from nosograph.extraction.frequency._words import Held, Reach
from nosograph.model import Mention

__all__ = ["not_of_it"]

_FAR: Final = 400
_GIVEN_TO: Final = re.compile(r"\b(?:given to|prescribed (?:to|for)|offered to|taken by) $")
_NOT_ITS: Final = re.compile(
    r" (?:first )?(?:suggested|suspected|made|confirmed|established|delayed)\b| normal,? (?:or|but)\b"
    r"| (?:are|is|were|was) (?:not |often |usually )?(?:un)?aware of\b"
    r"| (?:accompan(?:y|ies)|follows?|precedes?|complicates?) (?:the|this|these|an?)\b"
)
"""What an adverb tells of a diagnosis, or of what comes with a finding: "B often accompanies the A"."""

_AND_INCLUDES: Final = re.compile(r"(?:\band (?:(?:also|may|can|might|often) )*|, which )includes? ")
"""What goes on from how often a class is seen to its members: "defects are the most frequent and include A"."""

_WHEN_IT: Final = re.compile(r"(?: [\w-]+){1,2} (?:when|once|until) (?:the |an? )?")
"""What stands between how often one thing is seen and another that tells when: "A is typically absent when the B"."""
_THEN_LEADS: Final = re.compile(
    r"[^;]*(?:\band|\bbut|, which)(?:, [^,;]{1,40},)? (?:may|can|could|might) (?:also |eventually |sometimes )?"
    r"(?:lead to|cause|result in|progress to|produce|be complicated by)\b"
)
"""What comes of a finding of which it is told how often it is seen: "found in half, and may cause A"."""
_BEGINS_WITH: Final = re.compile(
    r"[^;]*\b(?:onset|begins?|began|starts?|started),?(?: (?:in|on|with) (?:the )?[\w-]+(?: [\w-]+)?,)? with\b"
)
"""What is said of how the disease begins in those counted, of which A is an example: "half have late onset, with A"."""

_COMES_AFTER: Final = re.compile(
    r" (?:is|are|was|were|may be|can be) (?:\w+ly )?"
    r"(?:preceded|accompanied|followed|complicated|triggered|provoked) by\b"
)
"""What is said of a finding of which it is told what comes with it, not how often it is seen: "A is preceded by"."""


_DIE: Final = re.compile(
    r"(?: (?:with|who|of|affected|untreated)(?: [\w-]+){1,4}?)?"
    r"(?: (?:will|may|had|have|eventually|still))* (?:died?|dies)\b"
    r"(?!,? (?:or|require|have|need|of|from)\b)"
)
"""What is told of those who die, not of what they die of: "most boys die early, commonly of A"."""

_DIE_OF: Final = re.compile(r"\b(?:dies?|died|deaths?|dying),? $")
_FROM: Final = re.compile(r" (?:from|of|due to|because of|as a result of)\b")
"""What an adverb tells of those who die: "one in ten die, usually from A"."""

_RESPONSE: Final = re.compile(
    r"\b(?:responses?|remission|improvement|resolution|reduction|regression|disappearance|loss) (?:of|in)"
    r" (?:their |the |detectable )?[\"\u201c]?(?:[\w-]+ )?$"
)
"""What becomes of a finding in those counted: "half had a reduction of A"."""

_PASSES: Final = re.compile(
    r" (?:improves?|resolves?|disappears?|regress(?:es)?|remits?|leads? to|results? in|causes?|produces?|triggers?)\b"
)
"""What a finding does that is there: "Rarely, the A improves"."""

_TREATING: Final = re.compile(r"\b(?:treating|managing|controlling|preventing|avoiding|reducing|relieving) (?:the )?$")
_THE: Final = re.compile(r",? the (?:[\w-]+ )?$")
_GOES_ON: Final = re.compile(
    r" (?:affects? only|continues?|progress\w*|remains?|resolves?|spreads?|worsens?|improves?"
    r"|is (?:limited|confined|severe|mild))\b"
)
"""What a finding, told before, does in those counted: "In 8%, the A affects only the legs"."""

_AS_COMES: Final = re.compile(r" (?:as|when|once|if|after|before|because|since|where|unless) (?:the |an? )?$")
"""What stands between words of frequency and what only tells when: "becomes frequent as A develops"."""


def not_of_it(scene: Scene, mention: Mention, held: Held) -> bool:
    """Say whether a share before a finding is that of its kind, of what comes with it, or of those treated."""
    _, right, reach = held
    begin = scene.start(mention)
    if _of_others(scene, mention, held):
        return True
    if reach is Reach.OBJECT:
        return _AS_COMES.fullmatch(scene.lower, right, begin) is not None
    if reach is not Reach.CLAUSE:
        return False
    goes_on = _THE.search(scene.lower, right, begin) is not None and _GOES_ON.match(scene.lower, scene.end(mention))
    example = right <= begin and EXAMPLES.search(scene.lower, right, begin) is not None
    return (
        bool(goes_on)
        or example
        or _RESPONSE.search(scene.lower, right, begin) is not None
        or _DIE.match(scene.lower, right, begin) is not None
        or _COMES_AFTER.match(scene.lower, scene.end(mention)) is not None
    )


def _of_others(scene: Scene, mention: Mention, held: Held) -> bool:
    """Say whether words tell of those treated, of those who die, or of a diagnosis."""
    left, right, _ = held
    begin = scene.start(mention)
    passes = right <= begin and _PASSES.match(scene.lower, scene.end(mention)) is not None
    died = _FROM.match(scene.lower, right) is not None and _DIE_OF.search(scene.lower, 0, left) is not None
    died = died or scene.lower.startswith(" from ", right)
    treated = _GIVEN_TO.search(scene.lower, max(0, left - _FAR), left) is not None
    passes = passes or _TREATING.search(scene.lower, 0, begin) is not None
    of_others = right <= begin and (
        any(words.match(scene.lower, right, begin) for words in (_THEN_LEADS, _BEGINS_WITH))
        or _AND_INCLUDES.search(scene.lower, right, begin) is not None
        or _WHEN_IT.fullmatch(scene.lower, right, begin) is not None
        or _NOT_ITS.match(scene.lower, right) is not None
    )
    return passes or died or treated or of_others
