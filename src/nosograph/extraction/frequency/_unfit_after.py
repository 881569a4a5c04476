"""Words of frequency behind an object that say nothing of it: of its kind, of an age, of what is done about it."""

import re
from typing import Final

from nosograph.extraction._kinds import DISORDERS, MEANS
from nosograph.extraction._lists import closing, opening
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.extraction.frequency._spent import ITS_CAUSE
from nosograph.extraction.frequency._words import Held, Reach
from nosograph.model import Kind, Mention

__all__ = ["COUNTED", "EXAMPLES", "of_what_is_before", "unfit_after"]

_FAR: Final = 400
_SHORT: Final = 40
COUNTED: Final = DISORDERS | MEANS
"""What words may tell of how often it is seen, done or given."""

_AGES: Final = re.compile(r" (?:before|by|between|at|within|after|during|from|in the first|on the|over|under)\b")
"""What makes words of frequency, set off by a comma, those of an age or a place: "A, in most cases before age six"."""

_CIRCUMSTANCE: Final = re.compile(
    r" (?:associated with|in|with|as|after|during|before|by|on|at|from|because|when|between|within|following"
    r"|accompanied|presenting|affecting|involving|the|both|one|his|her|\d+)\b"
)
"""What makes an adverb, set off by a comma, tell how a finding comes: "A, often in the context of B"."""

_AFTER_COMMA: Final = {Reach.CLAUSE: _AGES, Reach.NEAR: _CIRCUMSTANCE, Reach.OBJECT: _AGES}

_PARTED: Final = re.compile(r", (?:in )?$")

_SUCH_AS: Final = re.compile(r",? (?:such as|including|e\.g\.,?) [^;.]*$")

_FEATURES: Final = re.compile(
    r"\b(?:features?|signs?|symptoms?|findings?|manifestations?|characteristics?|traits?|complications?|problems?)$"
)
"""A class that is no finding itself, so that what is said of it is said of its examples."""

_VERB: Final = re.compile(r", (?:is|are|was|were|has|have|can|may|occurs?|develops?|appears?|affects?)\b")
"""What closes an aside that names examples of a class, of which the verb speaks."""

_ADVISED: Final = re.compile(r"\b(?:recommended|advised|advisable|should be [\w-]+) (?:in|for) $")
"""What stands between a test or treatment and those who should have it, which tells not how many do."""

_FOUND_BY: Final = re.compile(
    r"\b(?:detected|found|seen|shown|demonstrated|identified|visible|revealed|observed|diagnosed|confirmed)"
    r" (?:by|on|with|using|through) (?:\w+ ){0,2}$"
)
"""What stands before a test by which a finding is seen, of which words after it tell: "A was seen by X in 60%"."""

_SHOWS: Final = re.compile(r"\b(?:shows?|showed|reveals?|revealed|demonstrates?|detects?|identif(?:y|ies))\b")
"""A verb by which a test finds what the words after it tell of."""

_ASIDE_CLOSED: Final = re.compile(r", (?:is|are|was|were|has|have|occurs?|develops?|appears?)\b")
"""What closes an aside on the cause of a finding, and goes on to speak of the finding."""

_DEALT_WITH: Final = re.compile(
    r" (?:be |been )?(?:treated|managed|controlled|corrected|relieved|alleviated|diagnosed|detected|missed|overlooked"
    r"|mistaken|misdiagnosed|monitored|caused|due|secondary|triggered|provoked|needs?|requires?|responds?|resolves?|disappears?|improves?)\b"
)
"""What an adverb may say of a finding that tells nothing of how many have it: "A is often treated with B"."""

_AND_IT: Final = re.compile(
    r",? and (?:occurs?|affects?|develops?|appears?|is (?:seen|found|present|reported|noted|observed))(?: in| among)? $"
)
"""A second verb of what a finding is the object of: "It presents with A, and occurs in half"."""

_NEAR_WORDS: Final = 2

EXAMPLES: Final = re.compile(
    r", (?:most (?:often|commonly|frequently)|mostly|usually|mainly|typically|chiefly|especially|particularly|notably) "
)
"""What sets examples of a finding off: "have A, most often B"."""


_HELPED: Final = re.compile(
    r"\b(?:improves?|relieves?|reduces?|controls?|prevents?|abolish(?:es)?|corrects?|eases?) (?:the )?$"
)
"""What does something about a finding, and how often tells of that: "the test improves A in most"."""

_AS_CAUSE: Final = re.compile(
    r"\b(?:due to|caused by|secondary to|because of|resulting from|as an? (?:result|consequence) of) (?:the "
    r"|an? )?(?:[\w-]+ or )?$"
)
"""What makes of a finding the cause of what is counted: "B due to A is seen in 20%"."""

_IN_ASIDE: Final = re.compile(r", (?:which|that|who) [^,;]*$")
_ASIDE_ENDS: Final = re.compile(r"[^,;]*, (?:is|are|was|were|has|have|may|can|occurs?|affects?|develops?|appears?)\b")
"""What ends a relative clause, behind which a sentence goes on to speak of what stood before it."""


def unfit_after(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say so of words after the object: they tell of a class that it is an example of, an age, or what is done."""
    left, right, reach = held
    kind, begin, end = anchor.mention.concept.kind, scene.start(anchor.mention), scene.end(anchor.mention)
    example = _SUCH_AS.search(scene.lower, max(scene.clause(left)[0], begin - _FAR), begin)
    of_class = example is not None and reach is not Reach.OBJECT and _VERB.search(scene.lower, end, left) is not None
    second = reach is Reach.CLAUSE and _of_second_verb(scene, anchor, left)
    if second or (of_class and not _mere_class(scene, example)) or _in_aside(scene, anchor.mention):
        return True
    since = max(scene.clause(begin)[0], begin - _FAR)
    if ITS_CAUSE.search(scene.lower, since, begin) is not None and _ASIDE_CLOSED.match(scene.lower, end) is not None:
        return True
    parted = _PARTED.search(scene.lower, end, left) is not None
    if parted and _AFTER_COMMA[reach].match(scene.lower, right) is not None:
        return True
    if kind in MEANS and _of_what_is_seen(scene, (since, begin), (end, left), reach):
        return True
    if kind in DISORDERS:
        return _DEALT_WITH.match(scene.lower, right) is not None
    far = kind in MEANS and scene.words_between(end, left) > _NEAR_WORDS
    return reach is Reach.OBJECT and (far or (kind not in COUNTED and kind is not Kind.INHERITANCE))


def _of_second_verb(scene: Scene, anchor: Anchor, left: int) -> bool:
    """Say whether words tell of the subject whose object a finding is: "It presents with A, and occurs in half"."""
    governed = not anchor.bare and anchor.end <= scene.start(anchor.mention)
    return governed and _AND_IT.search(scene.lower, scene.end(anchor.mention), left) is not None


def of_what_is_before(scene: Scene, begin: int, end: int, left: int) -> bool:
    """Say whether words speak of what does something about a finding, or of what its relative clause tells of."""
    clause = max(scene.clause(begin)[0], begin - _FAR)
    if _HELPED.search(scene.lower, clause, begin) is not None:
        return True
    if left > end + 1 and _AS_CAUSE.search(scene.lower, clause, begin) is not None:
        return True
    closed = _ASIDE_ENDS.match(scene.lower, end, left + 1)
    return closed is not None and _IN_ASIDE.search(scene.lower, clause, begin) is not None


def _mere_class(scene: Scene, example: re.Match[str] | None) -> bool:
    """Say whether a class that examples are given of is no finding itself: "features, including A, are seen in"."""
    return example is not None and _FEATURES.search(scene.lower, 0, example.start()) is not None


def _in_aside(scene: Scene, mention: Mention) -> bool:
    """Say whether commas set a finding off as an example: what follows is said of its kind: "A, most often B, is"."""
    begin = scene.start(mention)
    places = {begin, opening(scene, begin)}
    found = (EXAMPLES.search(scene.lower, max(0, at - _SHORT), at) for at in places)
    set_apart = any(f is not None and f.end() in places for f in found)
    return set_apart and scene.lower.startswith(",", closing(scene, scene.end(mention)))


def _of_what_is_seen(scene: Scene, before: tuple[int, int], after: tuple[int, int], reach: Reach) -> bool:
    """Say whether words tell of a finding that a test shows, or by which it is seen: "A was seen by X in 60%"."""
    shows = reach is Reach.CLAUSE and _SHOWS.search(scene.lower, *after) is not None
    advised = _ADVISED.search(scene.lower, *after) is not None
    return shows or advised or _FOUND_BY.search(scene.lower, *before) is not None
