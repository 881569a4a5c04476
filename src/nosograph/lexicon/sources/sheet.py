"""Stream a person's own table of terms, its columns told by their headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.records import MappingRow, Term, TermName
from nosograph.lexicon.rows import split
from nosograph.lexicon.sources.identifiers import identifier
from nosograph.lexicon.sources.rows import Row, headings, sheet_rows
from nosograph.lexicon.sources.table import KINDS, NAME_COLUMNS
from nosograph.lexicon.values import Predicate

_HEADINGS: Final[Mapping[str, str]] = {
    heading: column
    for column, spellings in {
        "curie": "curie|id|identifier|term id|class id|concept id|code|iri|uri|hpo id|hp id|mondo id|hgnc id",
        "label": "label|name|term|term name|preferred label|preferred name|preferred term|pref label|preflabel|lbl"
        "|class label|concept name|rdfs label|display name",
        "exact": "exact|synonym|synonyms|exact synonym|exact synonyms|alias|aliases|alternative name|alternative names"
        "|alternative label|alternative labels|alternative term|alternative terms|alt label|alt labels|altlabel"
        "|alias name|other name|other names|also known as|aka",
        "close": "close|related synonym|related synonyms|close synonym|close synonyms",
        "broad": "broad|narrow synonym|narrow synonyms",
        "narrow": "narrow|broad synonym|broad synonyms",
        "symbols": "symbols|symbol|gene symbol|alias symbol|prev symbol|acronym|acronyms",
        "parents": "parents|parent|parent id|parent ids|is a|sub class of|subclass of|subclassof",
        "same": "same|exact match|exactmatch",
        "xrefs": "xref|xrefs|dbxref|dbxrefs|cross references",
        "kind": "kind|type",
        "obsolete": "obsolete|deprecated|is obsolete",
    }.items()
    for heading in spellings.split("|")
}
"""What a heading stands for. A synonym narrower than its term is one that the concept is broader than."""
_TRUE: Final = frozenset({"true", "1", "yes"})


def columns_of(names: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Map what a term needs to the headings that stand for it; others say nothing here.

    >>> columns_of(("Class ID", "Preferred Label", "Definitions", "Synonyms"))
    {'curie': ('Class ID',), 'label': ('Preferred Label',), 'exact': ('Synonyms',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        column = _HEADINGS.get(re.sub(r"[^a-z0-9]+", " ", name.lower()).strip())
        if column is not None:
            found[column] = (*found.get(column, ()), name)
    return found


def read_sheet(path: Path) -> Iterator[Term | MappingRow]:
    """Yield a term a row, from the columns of `ontology/lexicon/README.md` or others of like headings.

    Several values in a cell are joined with `|`. Rows that give one identifier again add to it.

    Raises:
        LexiconError: there is no column of identifiers or of labels; a row's identifier is none; a row is broken.
    """
    columns = columns_of(headings(path))
    missing = [
        name
        for name, one_of in (("id", ("curie",)), ("label", ("label", "symbols")))
        if not columns.keys() & set(one_of)
    ]
    if missing:
        raise LexiconError(
            f"its first line names no column {' and no column '.join(missing)}",
            where=str(path),
            mend="name the columns id, label, synonyms; more are told in ontology/lexicon/README.md",
        )
    for row in sheet_rows(path):
        yield from _records(row, columns, path)


def _records(row: Row, columns: Mapping[str, tuple[str, ...]], path: Path) -> Iterator[Term | MappingRow]:
    def values(column: str) -> tuple[str, ...]:
        return tuple(value for name in columns.get(column, ()) for value in split(row.cells[name]))

    said = row.cells[columns["curie"][0]]
    curie = identifier(said)
    if not curie:
        raise LexiconError(
            f"line {row.line} has no CURIE: {said[:60]!r}", where=str(path), mend="write it as prefix:local"
        )
    kind = next(iter(values("kind")), "").lower()
    if kind and kind not in KINDS and "kind" in columns["kind"]:
        raise LexiconError(
            f"line {row.line} has the unknown kind {kind[:60]!r}",
            where=str(path),
            mend="use one of " + ", ".join(KINDS),
        )
    label = row.cells[columns["label"][0]] if "label" in columns else ""
    yield Term(
        curie=curie,
        label=label or next(iter(values("symbols")), ""),
        kind=KINDS.get(kind),
        names=tuple(
            TermName(text=text, match=match, flags=flags)
            for column, (match, flags) in NAME_COLUMNS.items()
            for text in values(column)
        ),
        parents=tuple(filter(None, map(identifier, values("parents")))),
        xrefs=tuple(filter(None, map(identifier, values("xrefs")))),
        obsolete=bool(_TRUE & {value.lower() for value in values("obsolete")}),
    )
    for other in filter(None, map(identifier, values("same"))):
        yield MappingRow(subject=curie, predicate=Predicate.EXACT, object=other)
