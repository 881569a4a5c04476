"""The tables of cues, read into typed rows."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Final

from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._sieve import Sieve
from nosograph.model import Kind, SectionRole

GROUPS: Final = {"finding": frozenset({"has_phenotype", "has_feature", "complication"})}
"""Words that stand for several relations in a table."""


class Side(StrEnum):
    """Say on which side of its cue the object stands."""

    AFTER = "after"
    BEFORE = "before"


class Place(StrEnum):
    """Say where a cue counts: in the article's body, there beside the disease only, or in titles of cited works."""

    BODY = "body"
    SUBJECT = "subject"
    TITLE = "title"
    BOTH = "both"


class Extent(StrEnum):
    """Say how far words put what is named by them out of a claim."""

    SENTENCE = "sentence"
    CLAUSE = "clause"
    AFTER = "after"
    BEFORE = "before"
    NEXT = "next"
    TOUCH = "touch"
    WITHIN = "within"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationCue:
    """Hold one way of saying a relation to the article's disease.

    `reach` counts words, None is as far as the clause goes; a `chained` cue reaches the first object within its reach
    and such further ones as are joined to it in a list.
    """

    relations: tuple[str, ...]
    source: str
    pattern: re.Pattern[str]
    kinds: frozenset[Kind]
    side: Side
    reach: int | None
    chained: bool
    place: Place
    score: float

    @property
    def negative(self) -> bool:
        """True where the cue itself says that something is not done: that denies nothing."""
        return _NOT.search(self.source) is not None


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
    """Hold what a mention of a kind means in a section where no cue governs it.

    `named` asks that the sentence name the disease or its patients, `stated` that the mention state itself.
    """

    relation: str
    score: float
    named: bool
    stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Hold words that keep what stands by them out of claims of some relations (empty: of all)."""

    what: str
    source: str
    pattern: re.Pattern[str]
    extent: Extent
    relations: frozenset[str]

    def bars(self, relation: str) -> bool:
        """Say whether claims of a relation are kept out."""
        return not self.relations or relation in self.relations


_CHAINED: Final = "+"
_CLOSED: Final = "closed"
_NAMED: Final = "named"
_STATED: Final = "stated"
_NOT: Final = re.compile(r"\b(?:not|cannot|fails?|un)\b")


@cache
def relation_cues() -> Sieve[RelationCue]:
    """Read `relations.tsv` and `causes.tsv`."""
    table = (row for name in ("relations.tsv", "causes.tsv") for row in rows(name, 7))
    return Sieve(map(_relation_cue, table), attrgetter("source"), attrgetter("pattern"))


def _relation_cue(row: list[str]) -> RelationCue:
    reach = row[4].removesuffix(_CHAINED)
    return RelationCue(
        relations=tuple(row[0].split("|")),
        source=row[1],
        pattern=phrase(row[1]),
        kinds=frozenset(Kind(kind) for kind in row[2].split()),
        side=Side(row[3]),
        reach=None if reach == "list" else int(reach),
        chained=row[4].endswith(_CHAINED),
        place=Place(row[5]),
        score=float(row[6]),
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
        for row in rows("pairs.tsv", 7)
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
        (SectionRole(row[0]), Kind(row[1])): SectionRule(
            relation=row[2], score=float(row[3]), named=row[4:5] == [_NAMED], stated=row[4:5] == [_STATED]
        )
        for row in rows("sections.tsv", 4)
        if row[1] != _CLOSED
    }


@cache
def closed_sections() -> frozenset[tuple[SectionRole, str]]:
    """Read from `sections.tsv` what relations no claim of a section may have."""
    closed = (row for row in rows("sections.tsv", 4) if row[1] == _CLOSED)
    return frozenset((SectionRole(row[0]), relation) for row in closed for relation in row[2].split())


_BARS: Final = ("scope.tsv", "scope_diseases.tsv", "scope_treatments.tsv", "scope_genetics.tsv")


@cache
def bars() -> Sieve[Bar]:
    """Read `scope.tsv` and the tables of other diseases, and of what keeps out treatments, inheritance and genes."""
    held = (_bar(row) for table in _BARS for row in rows(table, 4))
    return Sieve(held, attrgetter("source"), attrgetter("pattern"))


def _bar(row: list[str]) -> Bar:
    named = [] if row[3] == "any" else row[3].split()
    return Bar(
        what=row[0],
        source=row[1],
        pattern=phrase(row[1]),
        extent=Extent(row[2]),
        relations=frozenset().union(*(GROUPS.get(name, frozenset({name})) for name in named)),
    )


@cache
def sections_passed_over() -> re.Pattern[str]:
    """Read `sections_passed_over.tsv` as one pattern of whole headings."""
    return re.compile("|".join(row[0] for row in rows("sections_passed_over.tsv", 1)), re.IGNORECASE)


@cache
def infobox_rows() -> re.Pattern[str]:
    """Read `infobox_rows.tsv` as one pattern of the labels whose rows say something of the disease."""
    return re.compile("|".join(row[0] for row in rows("infobox_rows.tsv", 1)), re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """Hold words that stand for the article's disease, or for its patients."""

    source: str
    pattern: re.Pattern[str]
    stands_for: str


@cache
def anaphora() -> Sieve[Anaphor]:
    """Read `anaphora.tsv`."""
    found = (Anaphor(source=row[0], pattern=phrase(row[0]), stands_for=row[1]) for row in rows("anaphora.tsv", 2))
    return Sieve(found, attrgetter("source"), attrgetter("pattern"))
