"""Proposal: a statement before its attributes are read."""

from dataclasses import dataclass

from nosograph.extraction._attributes import Anchor
from nosograph.model import Concept, Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Hold a statement one mention makes: its ends, its relation, where it hangs, how surely and why."""

    subject: Concept
    relation: str
    object: Concept
    match: Match
    anchor: Anchor
    score: float
    why: str
