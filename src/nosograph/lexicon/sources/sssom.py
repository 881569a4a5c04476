"""Stream the rows of a mapping set in SSSOM/TSV (Simple Standard for Sharing Ontological Mappings 1.0)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.records import MappingRow
from nosograph.lexicon.sources.rows import sheet_rows
from nosograph.lexicon.values import Predicate

_PREDICATES: Final = {
    "skos:exactMatch": Predicate.EXACT,
    "owl:equivalentClass": Predicate.EXACT,
    "owl:sameAs": Predicate.EXACT,
    "skos:closeMatch": Predicate.CLOSE,
    "skos:relatedMatch": Predicate.CLOSE,
    "skos:broadMatch": Predicate.BROAD,
    "rdfs:subClassOf": Predicate.BROAD,
    "skos:narrowMatch": Predicate.NARROW,
    "oboInOwl:hasDbXref": Predicate.DBXREF,
}


SSSOM_COLUMNS: Final = ("subject_id", "predicate_id", "object_id")
"""The columns by which a mapping set is known."""


def read_sssom(path: Path) -> Iterator[MappingRow]:
    """Yield the mappings; rows whose `predicate_modifier` is Not, or whose predicate is none of ours, are passed over.

    Raises:
        LexiconError: a column is missing, or an identifier is no CURIE.
    """
    for found in sheet_rows(path, required=SSSOM_COLUMNS):
        row = found.cells
        predicate = _PREDICATES.get(row["predicate_id"])
        if predicate is None or row.get("predicate_modifier"):
            continue
        for column in ("subject_id", "object_id"):
            if ":" not in row[column]:
                raise LexiconError(
                    f"line {found.line} has no CURIE under {column}: {row[column][:60]!r}",
                    where=str(path),
                    mend="write it as prefix:local",
                )
        yield MappingRow(
            subject=row["subject_id"],
            predicate=predicate,
            object=row["object_id"],
            subject_label=row.get("subject_label", ""),
            object_label=row.get("object_label", ""),
        )
