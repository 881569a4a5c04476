"""Bibliographies beside an article: entries read from CSL-JSON or BibTeX, and matched to its references."""

from nosograph.reading.bibliography.entry import Entry
from nosograph.reading.bibliography.file import load
from nosograph.reading.bibliography.matching import Matched, match

__all__ = ["Entry", "Matched", "load", "match"]
