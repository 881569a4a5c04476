"""Proposal: a statement before its attributes are read."""

from dataclasses import dataclass

from nosograph.extraction._attributes import Anchor
from nosograph.extraction._scene import Scene
from nosograph.model import Concept, Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Hold a statement one mention makes: its ends, its relation, where it hangs, how surely and why.

    Where it hangs in more than its sentence, `within` is the scene that its anchor lies in.
    """

    subject: Concept
    relation: str
    object: Concept
    match: Match
    anchor: Anchor
    score: float
    why: str
    within: Scene | None = None
