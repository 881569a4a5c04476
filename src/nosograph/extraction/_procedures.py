"""Procedures told apart: what finds a disease out, and what is done against it."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from nosograph.extraction._lists import closing
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.model import Concept, Kind, Mention, SectionRole

__all__ = ["done_by_treatment", "serves"]

_HARM_REACH = 200
_DOES = re.compile(
    r"(?:[^.;]{0,80}|[^.;]{0,120}; (?:it|they|these|this)(?: \w+){0,2} )\b"
    r"(?:increas\w+|rais\w+|carr(?:y|ies)|causes?|caused|leads? to|led to|results? in|resulted in|induces?"
    r"|worsens?|aggravates?|exacerbates?"
    r"|complicated by|associated with)\b(?: \w+){0,4} ?$"
)
"""What stands between a treatment and the harm it does: "splenectomy increases the risk of"."""

_AFTER = re.compile(r"(?:after|following)(?: \w+)? ")
"""How a sentence opens that tells what comes after a treatment: "After splenectomy A has been described"."""

_IT_DOES = re.compile(
    r"(?:it|they|these|both|this) (?:(?:also|often|sometimes|rarely|however) )*(?:can|may|might|could) (?:\w+ )?"
    r"(?:causes?|leads? to|results? in|induces?)\b(?:,? \w+){0,8},? ?$"
)
"""How a section on treatment goes on to speak of harm, when the sentence before named the means."""


_WITH_IT = re.compile(
    r" (?:(?:has|have|had|is|are|was|were|been|also|occasionally|sometimes|rarely) )+"
    r"(?:reported|seen|described|observed|noted|caused|induced|produced|triggered) (?:with|by|after|following) "
    r"(?:the )?(?:use of )?"
)
_CHANGED = re.compile(r"(?:increased|decreased|reduced|improved|raised|lowered)\b")
_HAS = re.compile(r" (?:(?:has|have|had) )?(?:\w+ly )?")


class _Use(StrEnum):
    TEST = "test"
    TREATMENT = "treatment"
    NEITHER = "neither"


_SERVED_BY = {"diagnosed_by": _Use.TEST, "treated_with": _Use.TREATMENT}


@cache
def _uses() -> tuple[tuple[_Use, re.Pattern[str]], ...]:
    return tuple((_Use(row[0]), phrase(row[1])) for row in rows("procedures.tsv", 2))


@lru_cache(maxsize=4096)
def _use(label: str) -> _Use | None:
    """Give what a procedure of this name is for, None where the name does not tell; the last word that tells wins."""
    told = [(found.end(), use) for use, pattern in _uses() for found in pattern.finditer(label.lower())]
    return max(told)[1] if told else None


def serves(concept: Concept, relation: str) -> bool:
    """Say whether a concept may be the object of a relation: a test is no treatment, and the reverse."""
    wanted = _SERVED_BY.get(relation)
    if wanted is None or concept.kind is not Kind.PROCEDURE:
        return True
    return _use(concept.label) in {wanted, None}


def done_by_treatment(scene: Scene, mention: Mention) -> bool:
    """Say whether a sentence names a finding as what a procedure, not the disease, does to the patient.

    In a section on treatment, a drug too, and what is meant by an "it" that opens the sentence.
    """
    begin, treats = scene.start(mention), scene.role is SectionRole.TREATMENT
    if treats and _IT_DOES.match(scene.lower, 0, begin) is not None:
        return True
    if _done_by(scene, mention):
        return True
    opened = _AFTER.match(scene.lower)
    first = scene.near(0, opened.end() + 1) if opened is not None else ()
    if any(_acts(m.concept, drugs=False) and scene.end(m) <= begin for m in first):
        return True
    return any(
        _acts(other.concept, drugs=treats)
        and scene.end(other) <= begin
        and _DOES.fullmatch(scene.lower, scene.end(other), begin) is not None
        for other in scene.near(begin - _HARM_REACH, begin)
    )


def _done_by(scene: Scene, mention: Mention) -> bool:
    """Say whether a finding is told as what a drug does: "A has been reported with X", "X has increased height"."""
    begin = scene.start(mention)
    with_it = _WITH_IT.match(scene.lower, closing(scene, scene.end(mention))) if _told_with(scene) else None
    if with_it is not None and any(_acts(m.concept, drugs=True) for m in scene.near(with_it.end(), with_it.end() + 1)):
        return True
    changed = _CHANGED.match(mention.text) is not None
    return changed and any(
        _acts(m.concept, drugs=True) and _HAS.fullmatch(scene.lower, scene.end(m), begin) is not None
        for m in scene.near(begin - _HARM_REACH, begin)
    )


@lru_cache(maxsize=8)
def _told_with(scene: Scene) -> bool:
    return _WITH_IT.search(scene.lower) is not None


def _acts(concept: Concept, *, drugs: bool) -> bool:
    """Say whether a concept is what may do harm: a procedure that is no test or, with `drugs`, a substance."""
    kinds = {Kind.PROCEDURE, Kind.CHEMICAL} if drugs else {Kind.PROCEDURE}
    return concept.kind in kinds and _use(concept.label) is not _Use.TEST
