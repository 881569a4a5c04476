"""Proposal: a statement before its attributes are read, and where it hangs in its sentence."""

from dataclasses import dataclass

from nosograph.extraction._scene import Scene
from nosograph.model import Concept, Match, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Hold where a statement hangs in its sentence: its cue (start, end.

    Equal where there is none) and the object's mention; `negative` where the cue itself holds a "not". What stands
    before `since` denies nothing: of a statement on a gene, the gene's name.
    """

    start: int
    end: int
    mention: Mention
    negative: bool = False
    since: int = 0

    @property
    def bare(self) -> bool:
        """True where no cue governs the mention."""
        return self.start == self.end


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
