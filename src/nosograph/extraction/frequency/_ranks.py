"""Words of frequency that rank, compare or tell a rate, and say nothing of how many patients have a finding."""

import re
from typing import Final

from nosograph.extraction._scene import Scene
from nosograph.extraction.frequency._words import Held, Reach

__all__ = ["ranks"]

_FAR: Final = 400
_COMPARED: Final = re.compile(
    r"(?:much |far )?(?:more|less) \w+ (?:than\b|in [^.;,]{1,60} than\b"
    r"|(?:in|among) (?:fe)?(?:males?|men|women|boys|girls|children|adults|infants|older|younger)\b)"
)
"""What compares patients, and does not say how many have a finding: "A is more common in boys"."""

_FORM: Final = re.compile(r" (?:\w+ )?(?:forms?|types?|kinds?|variet(?:y|ies)|variants?|subtypes?) of (?:the |an? )?$")
"""What makes a rank that of the disease among its like: "the commonest form of A"."""

_OF_A_FORM: Final = re.compile(r" (?:\w+ )?(?:forms?|types?|subtypes?|variants?)\b")
_CASES: Final = re.compile(r" of (?:the |an? )?(?:(?!(?:are|is|were|was|have|has|occur\w*)\b)\w+ ){0,2}")
"""What stands between cases counted and the finding that they are cases of: "a tenth of all cases of A"."""

_OF_OTHERS: Final = re.compile(r"\b(?:than(?: in| among| that of)?|as in|during|between) $")
"""What stands before patients compared, and attacks in which a finding is seen."""

_RANK: Final = re.compile(r"(?:the )?(?:most|least|commonest|more|less)\b")

_COPULA: Final = re.compile(r"(?: \([^()]*\))?,? (?:is|are|was)(?: also| perhaps| by far| one of)*(?: the| an?)? ?")

_IT: Final = re.compile(rf"(?:it|this|(?:the|this) (?:disease|disorder|condition|syndrome)){_COPULA.pattern}")
_RATE: Final = re.compile(
    r"\b(?:recurrence|mortality|success|failure|survival|relapse|complication|risk|penetrance|sensitivity|specificity"
    r"|fatality|carrier)(?: rates?)?(?: is| was| of|:|,| above| over| exceeding| below| in| at)*(?: (?:about"
    r"|approximately|around|up to|nearly|only))? $"
)
"""What stands before a share that tells of a rate, not of how many patients have a finding: "a mortality of 5%"."""


def ranks(scene: Scene, held: Held, begin: int) -> bool:
    """Say whether words compare patients, tell a rate, rank the disease among its like, or give its share of a finding.

    The object begins at the place `begin`.
    """
    left, right, reach = held
    rate = reach is Reach.CLAUSE and _RATE.search(scene.lower, max(0, left - _FAR), left) is not None
    other = _OF_OTHERS.search(scene.lower, max(0, left - _FAR), left) is not None
    if rate or other or _COMPARED.match(scene.lower, left) is not None:
        return True
    form = _RANK.match(scene.lower, left) is not None and _OF_A_FORM.match(scene.lower, right) is not None
    if right > begin:
        return form
    if _RANK.match(scene.lower, left) is not None and _of_disease(scene, left):
        return True
    share = scene.lower.endswith("cases", left, right) and _CASES.fullmatch(scene.lower, right, begin) is not None
    return share or _FORM.fullmatch(scene.lower, right, begin) is not None


def _of_disease(scene: Scene, left: int) -> bool:
    """Say whether a rank is what the disease is: "X is the most common inherited ataxia"."""
    named = [m for m in scene.near(left - _FAR, left) if m.concept.curie == scene.subject.curie]
    if _IT.fullmatch(scene.lower, 0, left) is not None:
        return True
    return any(_COPULA.fullmatch(scene.lower, scene.end(m), left) is not None for m in named)
