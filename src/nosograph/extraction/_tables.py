"""The cue tables under `ontology/cues`, read into typed rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from nosograph.errors import VocabularyError
from nosograph.model import Kind, Outcome, SectionRole
from nosograph.resources import text as resource


class Side(StrEnum):
    """Say on which side of its cue the object stands."""

    AFTER = "after"
    BEFORE = "before"


class Place(StrEnum):
    """Say where a cue counts: in the article's body, or in the titles of cited works."""

    BODY = "body"
    TITLE = "title"
    BOTH = "both"


class Denial(StrEnum):
    """Say what a negation denies: the cue after it, the words after it, or nothing (a look-alike)."""

    VERB = "verb"
    NOUN = "noun"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationCue:
    """Hold one way of saying a relation to the article's disease.

    `reach` counts words, None is as far as the clause goes.
    """

    relations: tuple[str, ...]
    pattern: re.Pattern[str]
    kinds: frozenset[Kind]
    side: Side
    reach: int | None
    place: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCue:
    """Hold one way of saying a relation between two mentions; `pattern` matches the whole text between them."""

    relation: str
    subject: Kind
    object: Kind
    subject_first: bool
    pattern: re.Pattern[str]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRule:
    """Hold what a mention of a kind means in a section where no cue governs it."""

    relation: str
    score: float


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    for number, line in enumerate(resource("ontology", "cues", name).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) < columns:
            where = f"ontology/cues/{name}, line {number}"
            raise VocabularyError(f"{len(row)} columns", where=where, mend=f"give {columns}, parted by tabs")
        yield row


def phrase(pattern: str) -> re.Pattern[str]:
    """Compile a cue: any case, whole words, a blank for any white space."""
    return re.compile(r"(?<!\w)(?:" + pattern.replace(" ", r"\s+") + r")(?!\w)", re.IGNORECASE)


def _kinds(cell: str) -> frozenset[Kind]:
    return frozenset(Kind(kind) for kind in cell.split())


@cache
def relation_cues() -> tuple[RelationCue, ...]:
    """Read `relations.tsv`."""
    return tuple(
        RelationCue(
            relations=tuple(row[0].split("|")),
            pattern=phrase(row[1]),
            kinds=_kinds(row[2]),
            side=Side(row[3]),
            reach=None if row[4] == "list" else int(row[4]),
            place=Place(row[5]),
            score=float(row[6]),
        )
        for row in _rows("relations.tsv", 7)
    )


@cache
def pair_cues() -> tuple[PairCue, ...]:
    """Read `pairs.tsv`."""
    return tuple(
        PairCue(
            relation=row[0],
            subject=Kind(row[1]),
            object=Kind(row[3]),
            subject_first=row[4] == "so",
            pattern=_between(row[2], int(row[5])),
            score=float(row[6]),
        )
        for row in _rows("pairs.tsv", 7)
    )


def _between(cue: str, reach: int) -> re.Pattern[str]:
    if not cue:
        return re.compile(r"\s*")
    words = r"(?:[\w'-]+[^\w.;]+)"
    said = cue.replace(" ", r"\s+")
    return re.compile(rf"[^\w.;]*{words}{{0,6}}?(?:{said})[^\w.;]+{words}{{0,{reach}}}", re.IGNORECASE)


@cache
def section_rules() -> dict[tuple[SectionRole, Kind], SectionRule]:
    """Read `sections.tsv`."""
    return {
        (SectionRole(row[0]), Kind(row[1])): SectionRule(relation=row[2], score=float(row[3]))
        for row in _rows("sections.tsv", 4)
    }


@cache
def anaphora() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read `anaphora.tsv`: pattern, and what it stands for."""
    return tuple((phrase(row[0]), row[1]) for row in _rows("anaphora.tsv", 2))


@cache
def hedges() -> re.Pattern[str]:
    """Read `certainty.tsv` as one pattern."""
    return phrase("|".join(row[0] for row in _rows("certainty.tsv", 1)))


@cache
def negations() -> tuple[tuple[re.Pattern[str], Denial], ...]:
    """Read `negation.tsv` in its order."""
    return tuple((phrase(row[0]), Denial(row[1])) for row in _rows("negation.tsv", 2))


@cache
def outcomes() -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    """Read `outcomes.tsv` in its order: the first that fits wins."""
    return tuple((Outcome(row[0]), phrase(row[1])) for row in _rows("outcomes.tsv", 2))


@cache
def frequencies() -> re.Pattern[str]:
    """Read `frequency.tsv` as one pattern."""
    return phrase("|".join(row[0] for row in _rows("frequency.tsv", 1)))
