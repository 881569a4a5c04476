"""Stream the rows of our own tables: terms with their names, and names that are not to be searched for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.records import MappingRow, Suppression, Term, TermName
from nosograph.lexicon.rows import read_rows, split
from nosograph.lexicon.values import Flag, Predicate
from nosograph.model import Kind, Match

NAME_COLUMNS: Final = {
    "exact": (Match.EXACT, Flag.NONE),
    "close": (Match.CLOSE, Flag.NONE),
    "broad": (Match.BROAD, Flag.NONE),
    "narrow": (Match.NARROW, Flag.NONE),
    "symbols": (Match.EXACT, Flag.SYMBOL),
}
KINDS: Final = {kind.value: kind for kind in Kind}


def read_terms(path: Path) -> Iterator[Term | MappingRow]:
    """Yield the terms of a table: columns curie and label, and any of kind, the kinds of names, and parents.

    Names stand under exact, close, broad (the concept is broader than these words), narrow and symbols, joined by `|`;
    under `same` other identifiers of the very same thing.

    Raises:
        LexiconError: a row lacks its curie, or its kind is none of ours.
    """
    for number, row in read_rows(path, required=("curie", "label")):
        if ":" not in row["curie"]:
            raise LexiconError(
                f"line {number} has no CURIE: {row['curie'][:60]!r}", where=str(path), mend="write it as prefix:local"
            )
        kind = row.get("kind", "")
        if kind and kind not in KINDS:
            raise LexiconError(
                f"line {number} has the unknown kind {kind[:60]!r}",
                where=str(path),
                mend="use one of " + ", ".join(KINDS),
            )
        yield Term(
            curie=row["curie"],
            label=row["label"],
            kind=KINDS.get(kind),
            names=tuple(
                TermName(text=text, match=match, flags=flags)
                for column, (match, flags) in NAME_COLUMNS.items()
                for text in split(row.get(column, ""))
            ),
            parents=split(row.get("parents", "")),
        )
        for other in split(row.get("same", "")):
            yield MappingRow(subject=row["curie"], predicate=Predicate.EXACT, object=other)


def read_suppressions(path: Path) -> Iterator[Suppression]:
    """Yield the rows of a table with the columns name, curie (may be empty) and reason."""
    for _, row in read_rows(path, required=("name", "curie", "reason")):
        yield Suppression(name=row["name"], curie=row["curie"])
