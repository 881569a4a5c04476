"""Which format a file has, told by what stands in it: people's files are named in any way."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import RdfFormat

from nosograph.errors import LexiconError
from nosograph.lexicon.records import Heading, Reader
from nosograph.lexicon.sources.annotations import read_genes, read_hpoa
from nosograph.lexicon.sources.functional import read_functional
from nosograph.lexicon.sources.obo import obo_heading, read_obo
from nosograph.lexicon.sources.obographs import read_obographs
from nosograph.lexicon.sources.rdf import reader
from nosograph.lexicon.sources.rows import headings
from nosograph.lexicon.sources.sheet import columns_of, read_sheet
from nosograph.lexicon.sources.sssom import SSSOM_COLUMNS, read_sssom
from nosograph.lexicon.sources.table import read_suppressions, read_terms

READERS: Final[Mapping[str, Reader]] = {
    "obo": read_obo,
    "obographs": read_obographs,
    "functional": read_functional,
    "rdfxml": reader(RdfFormat.RDF_XML),
    "turtle": reader(RdfFormat.TURTLE),
    "jsonld": reader(RdfFormat.JSON_LD),
    "hpoa": read_hpoa,
    "genes": read_genes,
    "terms": read_terms,
    "sheet": read_sheet,
    "sssom": read_sssom,
    "suppress": read_suppressions,
}
"""Readers by the name of the format they read."""

_HEAD: Final = 1 << 16
_SHOWN: Final = 80
_CONVERT: Final = "convert it to OBO: robot convert --input FILE --output my.obo"
_UNPACK: Final = "unpack it first"
_MAGIC: Final = (
    (b"\x89nosograph", "is a compiled lexicon", "use it with --lexicon, or give the files it was made of"),
    (b"\x1f\x8b", "is packed with gzip", _UNPACK),
    (b"PK\x03\x04", "is a zip file or a spreadsheet", "unpack it, or save the sheet as CSV or TSV"),
    (b"BZh", "is packed with bzip2", _UNPACK),
    (b"\xfd7zXZ", "is packed with xz", _UNPACK),
    (b"\xff\xfe", "is UTF-16", "save it as UTF-8"),
    (b"\xfe\xff", "is UTF-16", "save it as UTF-8"),
)
"""How files begin that cannot be read here, what they are, and how to mend it."""
_SIGNS: Final = (
    (
        "turtle",
        re.compile(r"(?:\s|#.*\n)*(?:@?(?:prefix|base)\s|(?:<(?:\w+://|urn:)[^>\s]*>|_:\w+)\s+\S)", re.IGNORECASE),
    ),
    ("xml", re.compile(r"\s*<")),
    ("jsonld", re.compile(r'[\s{\[]*"@')),
    ("obographs", re.compile(r'\s*\{\s*["}]')),
    ("obo", re.compile(r"(?:\s|!.*\n)*(?:(?:format-version|data-version|ontology|date):\s|\[(?:Term|Typedef)\])")),
    ("functional", re.compile(r"(?:\s|#.*\n)*(?:Prefix|Ontology)\(")),
    ("manchester", re.compile(r"(?:\s|#.*\n)*(?:Prefix|Ontology):\s*(?:\S*:)?\s*<")),
)
"""How files of each format begin; the first that fits decides, and what fits none is a table."""
_REFUSED: Final = {
    "manchester": ("is OWL in Manchester syntax", _CONVERT),
    "Ontology": ("is OWL/XML", _CONVERT),
    "html": ("is a web page", "download the file itself"),
    "HTML": ("is a web page", "download the file itself"),
}
_ROOT: Final = re.compile(r"<(?![?!])(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_NO_ROOT: Final = re.compile(r"<!--.*?(?:-->|\Z)|<!DOCTYPE[^\[>]*(?:\[.*?(?:\]\s*>|\Z)|>)", re.DOTALL | re.IGNORECASE)
_TABLES: Final = (
    ("sssom", frozenset(SSSOM_COLUMNS)),
    ("suppress", frozenset({"name", "curie", "reason"})),
    ("hpoa", frozenset({"database_id", "disease_name", "hpo_id"})),
    ("genes", frozenset({"ncbi_gene_id", "gene_symbol"})),
)
"""Headings by which tables of a known form are told; another table is a person's own."""


def recognise(path: Path) -> str:
    """Give the name of the format whose reader reads a file.

    Raises:
        LexiconError: the file cannot be read, is empty, or has none of our formats.
    """
    head = _head(path)
    form = next((name for name, sign in _SIGNS if sign.match(head)), "")
    if form == "xml":
        root = _ROOT.search(_NO_ROOT.sub("", head))
        form = "rdfxml" if root and root[1] == "RDF" else (root[1] if root else "")
        if form not in {"rdfxml", *_REFUSED}:
            raise LexiconError(f"is XML, but no RDF: its root is {form[:40]!r}", where=str(path), mend=_CONVERT)
    if form in _REFUSED:
        seen, mend = _REFUSED[form]
        raise LexiconError(seen, where=str(path), mend=mend)
    return form or _table(path)


def heading_of(path: Path, form: str) -> Heading:
    """Give the heading of a file where it can be had without reading the whole of it."""
    return obo_heading(path) if form == "obo" else Heading()


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_HEAD)
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path), mend="give a readable file") from error
    for magic, seen, mend in _MAGIC:
        if raw.startswith(magic):
            raise LexiconError(seen, where=str(path), mend=mend)
    if not raw.strip():
        raise LexiconError("is empty", where=str(path), mend="give an ontology, a mapping set or a table of terms")
    if b"\0" in raw:
        raise LexiconError("is no text", where=str(path), mend="give an ontology, a mapping set or a table of terms")
    return raw.decode("utf-8-sig", "replace")


def _table(path: Path) -> str:
    names = headings(path)
    form = next((form for form, columns in _TABLES if columns <= set(names)), "")
    if not form and not {"curie", "label", "symbols"} & columns_of(names).keys():
        shown = ", ".join(names)[:_SHOWN]
        raise LexiconError(
            f"is none of our formats; its first line is {shown!r}",
            where=str(path),
            mend="give OBO, OBO Graphs JSON, OWL, SKOS, SSSOM, or a table with the columns id, label, synonyms",
        )
    return form or "sheet"
