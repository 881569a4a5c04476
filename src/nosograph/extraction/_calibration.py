"""Scores of findings: the share of such claims that HPO's annotations support, by how and how often they are made."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from nosograph.extraction._cues import GROUPS
from nosograph.extraction._rows import rows
from nosograph.model import Certainty, Claim, Polarity, SectionRole

__all__ = ["calibrated"]

_FINDINGS: Final = GROUPS["finding"]
_ANY: Final = "any"


class Grounds(StrEnum):
    """Say on what a claim of a finding rests: what the lead says, a list in a section on signs, a cue, or an aside."""

    LEAD = "lead"
    LIST = "list"
    CUE = "cue"
    ASIDE = "aside"


_BY_ROLE: Final = {
    SectionRole.LEAD: Grounds.LEAD,
    SectionRole.CLASSIFICATION: Grounds.LEAD,
    SectionRole.TREATMENT: Grounds.ASIDE,
    SectionRole.PROGNOSIS: Grounds.ASIDE,
    SectionRole.HISTORY: Grounds.ASIDE,
}
_LISTS: Final = frozenset({SectionRole.SIGNS, SectionRole.DIAGNOSIS})
_ASIDES: Final = frozenset({"complication"})
_NO_CUE: Final = "no cue"
_SPREAD: Final = 0.1
_LEAST: Final = 0.6
"""How much of what a claim's own score is above this moves it within its row, so that a sure reading stands above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Hold a row of the table; None stands for any."""

    times: int
    grounds: Grounds | None
    certainty: Certainty | None
    score: float


@cache
def _table() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            times=int(row[0]),
            grounds=None if row[1] == _ANY else Grounds(row[1]),
            certainty=None if row[2] == _ANY else Certainty(row[2]),
            score=float(row[3]),
        )
        for row in rows("calibration.tsv", 4)
    )


def calibrated(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims, in their order, findings with the score of the first row of the table that they fit.

    Their own score, how sure the reading is, moves it by at most .04, so that claims stay in their band.
    What is counted are the sentences that affirm one finding of one disease, under whatever relation.
    """
    held = tuple(claims)
    times = Counter(
        (claim.subject.curie, claim.object.curie)
        for claim in held
        if claim.relation in _FINDINGS and claim.polarity is Polarity.AFFIRMED
    )
    for claim in held:
        said = times[claim.subject.curie, claim.object.curie]
        yield replace(claim, score=_score(claim, said)) if claim.relation in _FINDINGS else claim


def _score(claim: Claim, times: int) -> float:
    grounds = _grounds(claim)
    fitting = (
        row.score
        for row in _table()
        if row.times <= max(times, 1) and row.grounds in {None, grounds} and row.certainty in {None, claim.certainty}
    )
    found = next(fitting, None)
    return claim.score if found is None else round(found + _SPREAD * max(0.0, claim.score - _LEAST), 2)


def _grounds(claim: Claim) -> Grounds:
    if claim.relation in _ASIDES:
        return Grounds.ASIDE
    role = claim.sentence.role
    if role in _LISTS and _NO_CUE in claim.why:
        return Grounds.LIST
    return _BY_ROLE.get(role, Grounds.CUE)
