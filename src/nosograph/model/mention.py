"""Mention: a stretch of text that names a concept."""

from dataclasses import dataclass

from nosograph.model.claim import Match
from nosograph.model.concept import Concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Hold where the text names a concept, how surely, and why we think so.

    `start` and `end` are code points into the annotated text, end exclusive; `text` is exactly that slice, also where
    the words of the concept stand apart (coordination). `score` lies in 0..1. `match` says how the concept relates to
    the words: `broad` where the concept is wider than what the text says. `alternatives` are other concepts that bear
    the same words (a disease and a finding of one name), best first, for extraction to choose by grammar.
    """

    start: int
    end: int
    text: str
    concept: Concept
    score: float
    why: str
    match: Match = Match.EXACT
    alternatives: tuple[Concept, ...] = ()
