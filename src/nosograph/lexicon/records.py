"""Hold what readers take from a source, before a lexicon is made of it; identifiers are plain strings: many pass."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nosograph.lexicon.values import Flag, Predicate
from nosograph.model import Kind, Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Hold what a file says of itself: its ontology's short name ("hp", "doid/subsets/DO_rare_slim") and version."""

    ontology: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermName:
    """Hold one name as a source gives it."""

    text: str
    match: Match = Match.EXACT
    flags: Flag = Flag.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Hold what one source says of one identifier.

    `kind` is None where the source leaves it to the branch or the prefix. `alternatives` are merged identifiers;
    `replaced_by` is the successor of an obsolete term, or empty. The first source that labels an identifier names it.
    """

    curie: str
    label: str = ""
    kind: Kind | None = None
    names: tuple[TermName, ...] = ()
    parents: tuple[str, ...] = ()
    xrefs: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    obsolete: bool = False
    replaced_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingRow:
    """Hold one row of a mapping set; labels are empty where the set gives none."""

    subject: str
    predicate: Predicate
    object: str
    subject_label: str = ""
    object_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Hold a name that no text is searched for; an empty `curie` means whatever bears it."""

    name: str
    curie: str = ""


Record = Heading | Term | MappingRow | Suppression
Reader = Callable[[Path], Iterator[Record]]
"""Stream the records of a file; raises LexiconError, with the line's number, where it cannot be read.

A heading, where there is one, may come at any place.
"""
