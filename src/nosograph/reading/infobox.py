"""Infobox rows: a label and what it says; rows of identifiers give their CURIEs.

Labels are those of Wikipedia's Template:Infobox medical condition, old and new, and its mirrors. Prefixes are those of
the table of prefixes; patterns say what counts as an identifier there, so that a row may hold several, and remarks
between them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nosograph.model import Curie


@dataclass(frozen=True, slots=True)
class _Row:
    """Hold one sort of row: how its label is written, the prefix of its identifiers, and how one looks."""

    prefix: str
    label: re.Pattern[str]
    value: re.Pattern[str]


def _row(prefix: str, label: str, value: str) -> _Row:
    return _Row(prefix, re.compile(label, re.IGNORECASE), re.compile(rf"(?<![\w.])(?:{value})(?![\w])"))


_ROWS: Final = (
    _row("ICD10", r"ICD[ -]?10(?:[ -]?CM)?", r"[A-TV-Z]\d{2}(?:\.\d{1,3})?"),
    _row("ICD9", r"ICD[ -]?9(?:[ -]?CM)?", r"[EV]?\d{3}(?:\.\d{1,2})?"),
    _row("ICD11", r"ICD[ -]?11", r"[A-Z\d]{4}(?:\.[A-Z\d]{1,2})?"),
    _row("ICDO", r"ICD[ -]?O(?:[ -]?\d)?", r"M?-?\d{4}/\d(?:,M?\d{4}/\d)*"),
    _row("OMIM", r"O?MIM", r"\d{6}"),
    _row("DiseasesDB", r"Diseases ?DB", r"\d{1,6}"),
    _row("MedlinePlus", r"Medline ?Plus", r"\d{6}"),
    _row("eMedicine", r"eMedicine", r"[a-z]+/\d+"),
    _row("MESH", r"MeSH(?: ID)?", r"[CD]\d{6,9}|[A-Z]\d{2}(?:\.\d{3})+"),
    _row("GeneReviews", r"GeneReviews?", r"NBK\d+"),
    _row("Orphanet", r"Orpha(?:net)?(?: number)?", r"(?<=ORPHA)\d+|(?<=ORPHA:)\d+|\d{1,6}"),
    _row("UMLS", r"UMLS(?: CUI)?", r"C\d{7}"),
    _row("SNOMEDCT", r"SNOMED[ -]?CT", r"\d{6,18}"),
    _row("GARD", r"GARD", r"\d{1,7}"),
    _row("DOID", r"(?:DOID|Disease Ontology)", r"(?<=DOID:)\d+|\d{1,7}"),
    _row("MONDO", r"MONDO", r"(?<=MONDO:)\d{7}|\d{7}"),
    _row("NCIT", r"NCI(?:t| Thesaurus)?", r"C\d{3,6}"),
    _row("PatientUK", r"Patient ?UK", r"\S(?:.*\S)?"),
)
_LABELS: Final = re.compile(
    r"(?:specialty|other names|synonyms?|pronunciation|symptoms|complications|usual onset|onset|duration|types|causes"
    r"|risk factors|diagnostic method|differential diagnosis"
    r"|prevention|treatment|medication|prognosis|frequency|deaths|named after|field|"
    + "|".join(r.label.pattern for r in _ROWS)
    + ")",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(rf"({_LABELS.pattern})(?::[ ]?|[ ]|$)(.*)", re.IGNORECASE)
_CELLS: Final = re.compile(r"[ ]?\|[ ]?|\t")
_CAPTIONS: Final = r"(?:classification and )?external resources|classification"
_HEADS: Final = re.compile(rf"{_CAPTIONS}|(?:other names|specialty)[ ]?[|\t].*", re.IGNORECASE)
_CAPTION: Final = re.compile(_CAPTIONS, re.IGNORECASE)


def identifiers(label: str, value: str) -> tuple[Curie, ...]:
    """Give the identifiers a row holds, in order; none where its label names no system of identifiers.

    A span gives its two ends.

    >>> [str(c) for c in identifiers("OMIM", "604571 209920")], [str(c) for c in identifiers("ICD-10", "D81.0-D81.2")]
    (['OMIM:604571', 'OMIM:209920'], ['ICD10:D81.0', 'ICD10:D81.2'])
    """
    for row in _ROWS:
        if row.label.fullmatch(label.strip(" :")):
            return tuple(dict.fromkeys(Curie(row.prefix, found) for found in row.value.findall(value)))
    return ()


def split(line: str) -> tuple[str, str]:
    """Split a line of an infobox into label and value; the label is empty where there is none.

    >>> split("ICD-10 | D81.6"), split("OMIM 304790"), split("A child with the rash")
    (('ICD-10', 'D81.6'), ('OMIM', '304790'), ('', 'A child with the rash'))
    """
    cells = _CELLS.split(line, maxsplit=1)
    if len(cells) == 2:  # noqa: PLR2004 - a label and its value
        return cells[0].strip(" :"), cells[1]
    match = _LABELLED.match(line)
    return (match[1], match[2]) if match and identifiers(match[1], match[2]) else ("", line)


_GLUED: Final = re.compile(rf"(?<=[\w.])(?:{'|'.join(r.label.pattern for r in _ROWS)}): ")


def parted(line: str) -> tuple[int, ...]:
    """Give the offsets at which the rows begin that a copy ran together.

    >>> parted("ICD-10: Q87.8OMIM: 301500MeSH: D000795")
    (0, 13, 25)
    """
    return (0, *(seam.start() for seam in _GLUED.finditer(line))) if ": " in line else (0,)


def is_row(line: str) -> bool:
    """Tell a line that only an infobox has: a known label and, set off from it, its value, and nothing else.

    >>> is_row("OMIM | 604571 209920"), is_row("OMIM | Type | Locus"), is_row("OMIM 304790 lists it")
    (True, False, False)
    """
    label, value = split(line)
    if not label or not _LABELS.fullmatch(label):
        return False
    found = identifiers(label, value)
    if _CELLS.search(line):
        return bool(found) or ("|" not in value and not _is_identifying(label)) or label.casefold() == "genereviews"
    rest = value
    for curie in found:
        rest = rest.replace(curie.local, "", 1)
    return not re.search(r"[A-Za-z]{4}", rest)


def _is_identifying(label: str) -> bool:
    return any(row.label.fullmatch(label) for row in _ROWS)


def is_box(lines: Sequence[str], *, alone: bool) -> bool:
    """Tell lines that stand together as an infobox; one row is enough where `alone`, as before the lead."""
    rows = sum(is_row(line) for line in lines)
    return (any(is_head(line) for line in lines) and len(lines) > 1) or rows > (0 if alone else 1)


def is_head(line: str) -> bool:
    """Tell a line that says an infobox stands here."""
    return bool(_HEADS.fullmatch(line.strip(" |")))


def is_caption(line: str) -> bool:
    """Tell a line that only names a part of the box, and says nothing of the disease."""
    return bool(_CAPTION.fullmatch(line.strip(" |")))
