"""Words of frequency after a finding: whether they tell how often it is seen, or what it is like when it is."""

import re
from typing import Final

__all__ = ["SAID", "TAKES", "tells"]

SAID: Final = (
    r"(?:occur(?:s|red|ring)?|develop(?:s|ed)?|appear(?:s|ed)?|ar(?:ises?|ose|isen)|accompan(?:y|ies|ied)"
    r"|experienced|suffered|heard|carried out|happens?"
    r"|persists?(?= in\b)|becomes? (?:symptomatic|apparent|evident|manifest)|seen"
    r"|found|present|identified|observed|reported|described|noted|recorded|documented|detected|diagnosed|encountered"
    r"|palpable|detectable|demonstrable|visible|evident|apparent|affect(?:s|ed|ing)?|follow(?:s|ed)?"
    r"|ensue(?:s|d)?|troubles?|complicate(?:s|d)?)"
)
TAKES: Final = re.compile(
    r"\s*(?:\([^()]*\) )?(?:also |will |may |can |eventually )*(?:meet|fulfil|have|has|had|develop|shows?"
    r"|experience|present|suffer|die|require"
    r"|need|are|were|do|exhibit|display|report|having|developing|progressing|requiring|needing|showing|experiencing)\b"
)
"""A verb whose subject are the patients counted: "A, and 40% have B"."""

_DONE: Final = (
    r"(?:used|given|offered|tried|considered|administered|prescribed|required|needed|necessary|performed|recommended"
    r"|indicated|treated|inherited|transmitted|caused|associated|accompanied|affected|involved|follows?"
    r"|results?(?! in\b)|ensues?)"
)
_GOES_ON: Final = re.compile(
    rf"\s*(?:(?:also |not )?(?:been |be )?(?:{SAID}|{_DONE})"
    r"|in|at|among|an?|the(?! (?:first|earliest|initial|presenting|only)\b)"
    r"|absent|lacking|spared|as|there|with|by|and|or|when|before|after|during|if)\b|\s*[,.;:)|]|\s*$"
)
"""What follows an adverb that says how often a finding is seen; another word is a property that it often has."""

_ENDS: Final = re.compile(r"\s*[,.;:)|]|\s*$|\s+(?:in|among|but|with)\b")
"""What follows an adjective that a finding has after it; another noun would take it."""

_MANNER: Final = re.compile(
    r"(?:not )?(?:most |more |less )?(?:often|usually|typically|commonly|mainly|mostly) (?:in|on|at|around|along"
    r"|over|across)"
    r" (?:the|both|his|her|their) (?!majority|same|first|early|late|patients|general|elderly|young|newborn"
    r"|population|disease|disorder|condition|syndrome|course|most|context|setting|absence|presence|form)"
    r"|(?:not )?\w+ (?:visible|apparent|evident|noticeable|detectable) (?:in|at|during) (?:the )?(?:early|late"
    r"|first|initial)\b|(?:most |more |less )?(?:usually|typically|generally|mostly|characteristically|normally)"
    r" (?:(?:occurs?|develops?|appears?|arises?|begins?|becomes? (?:apparent|evident|noticeable|symptomatic)"
    r"|(?:is |are )?(?:seen|found|noted|noticed|observed|apparent|evident|diagnosed|recogni[sz]ed|present))(?: first)?"
    r" (?:between|within|by|before|after|during|at|on|along|around|across|behind|beneath|under|near|over(?! time)|from"
    r"|in (?:the )?(?!majority|most|many|some|all|patients|people|cases|children|adults|those|individuals|\d))\b)"
    r"|(?:most |more |less )?(?:usually|typically|generally|mostly|commonly|often|frequently)"
    r" (?:affects?|involves?) (?:the|both|one|his|her|their)\b"
)
"""An adverb that says when or where a finding appears where it does, not how often."""

_COLONS: Final = frozenset({":", "-", "\u2013", "\u2014"})
"""What follows the name of a finding that an item of a list explains."""


def tells(text: str, since: int, words: tuple[int, int], *, adjective: bool) -> bool:
    """Say whether words of frequency tell how often a finding that ends at `since` is seen.

    What stands between is a copula or a verb of seeing at most. The words are an adverb, or an `adjective`.

    >>> tells("seizures are often seen", 8, (13, 18), adjective=False)
    True
    >>> tells("seizures are often severe", 8, (13, 18), adjective=False)
    False
    """
    left, right = words
    said = text[since:left].strip(" ,;(")
    if said in _COLONS:
        return True
    if adjective:
        return bool(said) or _ENDS.match(text, right) is not None
    return _GOES_ON.match(text, right) is not None and _MANNER.match(text, left) is None
