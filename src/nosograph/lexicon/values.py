"""Hold what a lexicon says of a name and of a cross-reference, and how these stand in its arrays."""

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import Final

from nosograph.model import Curie, Kind, Match

KINDS: Final = tuple(Kind)
"""Kinds in the order of their codes in `concept_kind`."""
MATCHES: Final = tuple(Match)
"""Matches in the order of their codes in `name_match`."""
ROLES: Final = ("preferred", "equivalent", "alternative")
"""Roles of an identifier in its concept in the order of their codes in `curie_role`; the last: merged or obsolete."""


class Flag(IntFlag):
    """Say what sort of name a name is; the bits stand in `name_flags`.

    `ACRONYM` marks names that must be met case-exact; `SUPPRESSED` those that no text is searched for;
    `GENERAL` those that say little more than which part of the body is meant ("skin manifestations").
    """

    NONE = 0
    LABEL = 1
    LAYPERSON = 2
    ABBREVIATION = 4
    PLURAL_FORM = 8
    UK_SPELLING = 16
    GENERATED = 32
    OBSOLETE = 64
    ACRONYM = 128
    SYMBOL = 256
    SUPPRESSED = 512
    GENERAL = 1024


class Predicate(StrEnum):
    """Say how a cross-reference relates to its concept (SKOS mapping relations, and oboInOwl:hasDbXref)."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"
    DBXREF = "dbxref"


PREDICATES: Final = tuple(Predicate)
"""Predicates in the order of their codes in `xref_predicate`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Hold one name of a concept.

    `match` says how the concept relates to these words (`broad`: the concept is broader than the words);
    `source` is the name of the source that gives it.
    """

    text: str
    match: Match
    flags: Flag
    source: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Xref:
    """Hold one identifier elsewhere; with `broad`, the thing there is broader than the concept here."""

    curie: Curie
    predicate: Predicate
