"""Words of frequency that say nothing of an object, where they stand beside it."""

import re
from functools import lru_cache
from typing import Final

from nosograph.extraction._kinds import DISORDERS, MEANS
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.extraction.frequency._of_others import not_of_it
from nosograph.extraction.frequency._ranks import ranks
from nosograph.extraction.frequency._unfit_after import COUNTED, unfit_after
from nosograph.extraction.frequency._words import Held, Reach
from nosograph.model import Kind, Mention

__all__ = ["elsewhere", "set_off", "unfit"]

_FAR: Final = 400


_NAMES: Final = re.compile(
    r" (?:also )?(?:refers? to|called|named|termed|known as|referred to|described as|designated|abbreviated|spelled"
    r"|classified|limited to|confined to|restricted to)\b"
    r"| (?:(?:known|single|genetic|inherited|overall) ){0,3}causes? of\b"
)
"""What an adverb may say of a name or a cause, which tells nothing of how many have it: "often referred to as"."""


_OF_THOSE: Final = re.compile(
    r" (?:with|who have|having|suffering from) (?:(?!have|has|had|are|is|may|can|will|develop|show)[\w-]+ ){0,2}$"
)
"""What stands between patients counted and what they all have: "half of those with A"."""

_DUE: Final = re.compile(
    r" (?:(?:seen|found|present|observed|results?|resulting|arises?|comes?) (?:as )?(?:secondary to|due to|from)"
    r"|as a (?:result|consequence) of"
    r"|due to|caused by|related to|the (?:result|cause) of|a result of|secondary to|attributable to)\b"
)


_PASSED: Final = re.compile(
    r" (?:inherited|transmitted|passed|familial)\b"
    r"| (?:[\w-]+ ){0,5}?(?:new|de novo|spontaneous|sporadic) (?:gene )?(?:mutations?|variants?)\b"
)
"""What an adverb tells of a mutation, not of how many have one in the gene: "only rarely inherited"."""

_DEATH: Final = re.compile(r"\b(?:deaths?|dies?|died)\b")
_OTHERS: Final = re.compile(
    r"[,;] (?:and|while|whereas|but) (?:\w+ )?(?:mutations?|alterations?|variants?|deletions?|fusions?) (?:in|of)\b"
)
"""What goes on to the mutations of other genes than those counted."""
_UNTREATED: Final = re.compile(r"(?:in |for )?(?:(?:only|most|many|some) )*untreated\b")
"""Of whom a finding is told, not in how many of them it is seen."""

_GIVEN: Final = re.compile(r" (?:who (?:were|are) )?(?:treated with|receiving|given|taking|on)(?: \w+)? ")
"""What stands between those counted and a treatment that they all have: "all patients treated with A"."""

_EXCEEDS: Final = re.compile(r"\b(?:exceed|exceeds|exceeded|exceeding|reaches|reached) $")
"""What makes of a share a measure of something else: "X is given when the loss exceeds 10%"."""
_HARM: Final = re.compile(r"\b(?:side|adverse) effects?\b|\b(?:toxicity|intoleran\w+)\b")
_GIVEN_IN: Final = re.compile(r"\b(?:indicated|recommended|advised|used|given|offered) (?:in|for|to) $")
"""What makes of those counted the ones that a treatment is for: "X is indicated in all patients with A"."""
_THAT_ARE: Final = re.compile(r", (?:which|who|that) (?:is|are|was|were)\b")

_ACCOUNTS: Final = re.compile(r"\b(?:accounts?|accounting) for $")
"""What stands before the share that the disease, or a finding, has of something else."""

_COUNT: Final = re.compile(
    r"(?:only |just |at least )?(?!.* of )(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|a single) .*"
)
"""A count of patients, which tells nothing of how many are given a treatment."""


_SHARE_OF: Final = re.compile(
    r"(?:%|percent|half|thirds?|quarters?|most|many|some) of (?:all |the |these )*(?:cases of )?"
    r"(?:(?!patients|cases|individuals|people|persons|families|children|infants|newborns|babies|boys|girls|males|females"
    r"|men|women|adults|affected|them|those|carriers|survivors|sufferers)\w+ )?$"
)
"""What makes of words of frequency a share of the finding itself: "4% of A are due to it"."""


_SHARE_OF_KINDS: Final = re.compile(r"(?:mostly|mainly|chiefly|predominantly|primarily)$")
"""What tells, behind a comma, of which kind most of a class are: "defects, mostly A, are found in half"."""

_ASIDE: Final = re.compile(r", (?:which|who|whose|where|including)\b[^,;]*,")
"""A relative clause between commas: what it says of frequency stays in it."""

_JOINED: Final = re.compile(r"\b(?:and|or)(?:,| in| for|, in|, for) $")

_NEXT_MEMBER: Final = re.compile(r",(?: and| or)? | (?:and|or) ")
_JOINT: Final = 10
_NEXT_WORDS: Final = 20

_ALL: Final = re.compile(r"(?:in|for)\b")
"""What, before the disease's own name, means all of its patients."""


def elsewhere(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words stand in a clause aside, count all patients, or are set off before another member of a list."""
    left, right, reach = held
    begin = scene.start(anchor.mention)
    aside = next((a.span() for a in _asides(scene) if a.start() <= left < a.end()), None)
    told = aside is not None and scene.end(anchor.mention) == aside[0]
    if aside is not None and not told and not aside[0] <= begin < aside[1]:
        return True
    if any(m.concept.curie == scene.subject.curie for m in scene.near(left, right)) and _ALL.match(scene.lower, left):
        return True
    if reach is not Reach.CLAUSE and left >= scene.end(anchor.mention) and _of_next(scene, anchor.mention, left, right):
        return True
    following = right <= begin and scene.words_between(right, begin) <= 1
    return set_off(scene, left, right) and not following


def _of_next(scene: Scene, mention: Mention, left: int, right: int) -> bool:
    """Say whether words after a comma tell of what follows them: "a heart defect, most commonly A"."""
    if _NEXT_MEMBER.fullmatch(scene.lower, scene.end(mention), left) is None:
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
    kind, begin, end = anchor.mention.concept.kind, scene.start(anchor.mention), scene.end(anchor.mention)
    share = reach is Reach.CLAUSE and (
        _SHARE_OF.search(scene.lower, left, begin) is not None
        or _OF_THOSE.fullmatch(scene.lower, right, begin) is not None
    )
    compared = right <= begin and _share_of_kinds(scene, left, right)
    compared = compared or (scene.lower.endswith(" as ", 0, left) and scene.lower.startswith(" as ", right))
    if share or compared or _NAMES.match(scene.lower, right) is not None or ranks(scene, held, begin):
        return True
    if kind not in {Kind.GENE, Kind.INHERITANCE} and _ACCOUNTS.search(scene.lower, max(0, left - _FAR), left):
        return True
    if kind is Kind.GENE:
        return reach is Reach.OBJECT or _not_of_gene(scene, begin, left, right)
    if kind is Kind.INHERITANCE and _in_name(scene, anchor.mention):
        return True
    if _of_whom(scene, anchor.mention, held):
        return True
    return unfit_after(scene, anchor, held) if end <= left else _unfit_before(scene, anchor, held)


def _share_of_kinds(scene: Scene, left: int, right: int) -> bool:
    """Say whether words tell, behind a comma, of which kind most of a class are."""
    return scene.lower.endswith(", ", 0, left) and _SHARE_OF_KINDS.match(scene.lower, left, right) is not None


def _is_cue(scene: Scene, anchor: Anchor, due: re.Match[str]) -> bool:
    """Say whether a cue itself says that the disease is due to its object: "it is most often caused by A"."""
    patients_die = _DEATH.search(scene.lower, 0, due.start()) is not None
    return anchor.start <= due.start() and due.end() <= anchor.end and not patients_die


def _not_of_gene(scene: Scene, begin: int, left: int, right: int) -> bool:
    """Say whether words tell of another gene's mutations, of new ones, or of how they are inherited."""
    others = right <= begin and _OTHERS.search(scene.lower, right, begin) is not None
    return others or scene.lower.startswith("tend", left) or _PASSED.match(scene.lower, right) is not None


def _of_whom(scene: Scene, mention: Mention, held: Held) -> bool:
    """Say whether words tell of whom something is said, not how often: those treated, or a count of those given it."""
    left, right, reach = held
    if mention.concept.kind not in MEANS:
        return _UNTREATED.match(scene.lower, left, right) is not None
    begin = scene.start(mention)
    before = max(0, left - _NEXT_WORDS)
    given = (
        (reach is Reach.CLAUSE and _GIVEN.fullmatch(scene.lower, right, begin) is not None)
        or _EXCEEDS.search(scene.lower, before, left) is not None
        or _THAT_ARE.search(scene.lower, right, begin) is not None
        or _HARM.search(scene.lower, right, begin) is not None
        or (scene.lower.startswith(" with ", right) and _GIVEN_IN.search(scene.lower, before, left) is not None)
    )
    return given or _COUNT.fullmatch(scene.lower, left, right) is not None


def _unfit_before(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say so of words before the object: they tell how often something else is due to it, unless its cue says that."""
    _, right, reach = held
    kind = anchor.mention.concept.kind
    due = _DUE.match(scene.lower, right) if kind in DISORDERS and right <= scene.start(anchor.mention) else None
    if due is not None and (anchor.bare or (anchor.start < right and not _is_cue(scene, anchor, due))):
        return True
    if kind in DISORDERS and not_of_it(scene, anchor.mention, held):
        return True
    return reach is Reach.OBJECT and kind not in COUNTED


def _in_name(scene: Scene, mention: Mention) -> bool:
    """Say whether a mode of inheritance is part of the disease's name: "autosomal dominant" in its own name."""
    begin, end = scene.start(mention), scene.end(mention)
    _, held, rest = scene.subject.label.lower().partition(mention.text.lower())
    named = any(m.concept.curie == scene.subject.curie and scene.end(m) > end for m in scene.near(begin - _FAR, end))
    return named or bool(held and rest and scene.lower.startswith(rest, end))
