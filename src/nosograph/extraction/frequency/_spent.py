"""Words of frequency that are used up: said of a finding before them, so that what follows has none of them."""

import re
from typing import Final

from nosograph.extraction._kinds import DISORDERS, MEANS
from nosograph.extraction._scene import Scene
from nosograph.model import Kind

__all__ = ["ITS_CAUSE", "spent"]

_FAR: Final = 400
_COUNTED: Final = DISORDERS | MEANS
_TOLD_OF: Final = _COUNTED | {Kind.GENE}
_PREDICATED: Final = re.compile(
    r"\b(?:occurs?|develops?|appears?|seen|found|present|observed|reported|noted|described)(?: (?:in|among|by))?\s*$"
)
_SEEN_IN: Final = re.compile(
    r"\b(?:occur\w*|develop\w*|appear\w*|seen|found|present|observed|reported|noted|described|recorded|identified"
    r"|detected|evident|apparent|visible|affect\w*)\b[^,;.]{0,40} (?:in |among |by )?$"
)
_IN: Final = re.compile(r" (?:in|among) $")
"""What stands between a finding and of how many it is said, where the verb is understood: "A in 15 and B in 9"."""

_SPLITS: Final = re.compile(
    r",|;|\band\b(?! \d)(?! (?:have|has|often|usually|include)\b)"
    r"|\band (?:can|may|might|could) (?:lead|result|cause|progress|evolve|develop)\b|\bwhose?\b|\bof whom\b"
)
_ALSO_SO: Final = re.compile(
    r"\band (?:(?:is|are|was|were|may be|can be|has been|often|usually|also) )+(?:associated|accompanied"
    r"|characteri[sz]ed|followed|worsened|aggravated|complicated|caused|preceded)\b"
    r"|\band (?:may |can |often |usually )?includes?\b"
    r"|\band (?:can|may|might|could) (?:cause|lead|result|progress|produce)\b"
)
"""How a sentence goes on to what a finding told of comes with: "A occurs in most and is associated with B"."""

_NEW_SUBJECT: Final = re.compile(
    r", and (?:their|its|his|her|they (?:may|might|can|could|are|also)|(?:studies|reports) (?:have|show)"
    r"|the (?:disease|condition|diagnosis|disorder))\b"
)
_REST: Final = re.compile(
    r"\b(?:the|in) (?:rest|remainder|remaining|others)\b"
    r"|(?:,|\band|\bbut|\bwhile) (?:and |but )?(?:some|others|many|most|few|several)(?: \w+)? "
    r"(?:may|can|have|has|had|develop|also|are|show|experience|suffer)\b"
    r"|\bnone(?: of them)? (?:have|has|had|developed|develop|showed|show|were|was|are|is)\b"
)
_NEXT: Final = re.compile(r", (?:and|while|with)\b|;")

ITS_CAUSE: Final = re.compile(
    r"\b(?:caused by|due to|because of|resulting from|as a result of|secondary to|brought on by|the result of)"
    r"(?: \w+){0,2} $"
)
"""What stands before the cause of a finding, of which it is not said how often it is seen."""


def spent(scene: Scene, left: int, place: int) -> bool:
    """Say whether words of frequency are said of a finding before them: "A occurs in most, and B in some"."""
    if _REST.search(scene.lower, left, place) is not None or _NEW_SUBJECT.search(scene.lower, left, place) is not None:
        return True
    if _SPLITS.search(scene.lower, left, place) is not None and _said_of_another(scene, left):
        return True
    between = any(m.concept.kind in DISORDERS for m in scene.near(left, place))
    its_cause = ITS_CAUSE.search(scene.lower, left, place) is not None
    if its_cause and (between or _said_of_another(scene, left)):
        return True
    if _PREDICATED.search(scene.lower, 0, left) is None:
        return False
    told = any(m.concept.kind in _COUNTED and m.concept.curie != scene.subject.curie for m in scene.near(0, left))
    goes_on = _ALSO_SO.search(scene.lower, left, place) is not None
    return goes_on or (told and _NEXT.search(scene.text, left, place) is not None)


def _said_of_another(scene: Scene, left: int) -> bool:
    """Say whether words of frequency that begin at a place are what is said of a finding before them."""
    since = max(scene.clause(left)[0], left - _FAR)
    before = [m for m in scene.near(since, left) if m.concept.kind in _TOLD_OF]
    others = [m for m in before if m.concept.curie != scene.subject.curie]
    if not others:
        return False
    last = max(scene.end(m) for m in others)
    return _IN.fullmatch(scene.lower, last, left) is not None or _SEEN_IN.search(scene.lower, last, left) is not None
