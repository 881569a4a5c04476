"""Claim: one statement of the article, with the words that make it."""

from dataclasses import dataclass
from enum import StrEnum

from nosograph.model.article import Sentence
from nosograph.model.concept import Concept
from nosograph.model.showing import marked, table


class Match(StrEnum):
    """Say how the object's concept relates to the article's words (SKOS mapping relations)."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


class Polarity(StrEnum):
    """Say whether the sentence affirms or denies the statement."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Certainty(StrEnum):
    """Say whether the sentence states or hedges ("may", "is considered")."""

    STATED = "stated"
    HEDGED = "hedged"


class Outcome(StrEnum):
    """Say how a treatment fared, in the article's judgement."""

    CURATIVE = "curative"
    EFFECTIVE = "effective"
    LIMITED = "limited"
    INEFFECTIVE = "ineffective"
    UNSTATED = "unstated"


class Measure(StrEnum):
    """Say what a quantity of patients measures."""

    PREVALENCE = "prevalence"
    INCIDENCE = "incidence"
    COUNT = "count"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Hold one place where the text makes the claim.

    `quote` is the article's text from `start` to `end` (code points, end exclusive) and lies within `sentence`.
    """

    start: int
    end: int
    quote: str
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Hold one (subject, relation, object, polarity) as one sentence says it.

    `relation` is a key of the vocabulary (`has_phenotype`, …). `outcome` is None save for treatments; `frequency`
    holds the article's own words, or is empty. `evidence` is not empty and lies in one sentence. `references` are the
    article's own reference numbers, in the sentence's order. `score` lies in 0..1; `why` names cue, section and
    anaphor in one line. `frequency_term` is HPO's term for the words of frequency, where they license one; `measure`
    says what the quantity of a claim counts.
    """

    subject: Concept
    relation: str
    object: Concept
    match: Match
    polarity: Polarity
    certainty: Certainty
    outcome: Outcome | None
    frequency: str
    evidence: tuple[Evidence, ...]
    references: tuple[str, ...]
    score: float
    why: str
    frequency_term: Concept | None = None
    measure: Measure | None = None

    @property
    def sentence(self) -> Sentence:
        """The one sentence in which all the evidence lies."""
        return self.evidence[0].sentence

    def _repr_html_(self) -> str:
        """Show the claim in a notebook: its parts, and its sentence with the words that make it marked."""
        said = self.sentence
        how = [self.polarity, self.certainty, *([self.outcome] if self.outcome else []), self.frequency]
        rows = (
            ("subject", f"{self.subject.label} ({self.subject.curie})"),
            ("relation", self.relation),
            ("object", f"{self.object.label} ({self.object.curie}, {self.match})"),
            ("said", ", ".join(filter(None, how))),
            ("references", ", ".join(self.references)),
            ("score", f"{self.score:.2f}: {self.why}"),
        )
        places = [(place.start - said.start, place.end - said.start) for place in self.evidence]
        return f'{table("Claim", ("", ""), rows)}<p dir="auto">{marked(said.text, places)}</p>'
