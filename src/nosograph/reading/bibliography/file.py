"""Find and read the bibliography of an article."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from nosograph.errors import InputError
from nosograph.reading.bibliography import bibtex, csl
from nosograph.reading.bibliography.entry import Entry
from nosograph.reading.source import decoded

Parser = Callable[[str, str], tuple[Entry, ...]]
"""Turn a bibliography's text into entries; the second argument says where it came from."""

PARSERS: Final[Mapping[str, Parser]] = MappingProxyType(
    {".csl.json": csl.parse, ".json": csl.parse, ".bib": bibtex.parse}
)
"""Parsers by the ending of the file's name; the longer ending comes first."""
_BESIDE: Final = (".csl.json", ".bib")


def load(path: Path) -> tuple[Entry, ...]:
    """Read a bibliography.

    Raises:
        InputError: it is missing, in an unknown format or broken; the message says where.
    """
    parser = next((p for ending, p in PARSERS.items() if path.name.lower().endswith(ending)), None)
    if parser is None:
        raise InputError(
            "this is no bibliography", where=str(path), mend="name it *.csl.json (CSL-JSON) or *.bib (BibTeX)"
        )
    return parser(decoded(path).text, str(path))


def beside(stem: Path) -> Path | None:
    """Find the bibliography beside an article; `stem` is its path without the ending.

    Raises:
        InputError: there are two.
    """
    found = [p for ending in _BESIDE if (p := stem.with_name(stem.name + ending)).is_file()]
    if len(found) > 1:
        raise InputError(
            "two bibliographies stand beside the article",
            where=str(found[1]),
            mend=f"keep one, or say which: bibliography={found[0].name}",
        )
    return found[0] if found else None
