"""Files to records: readers of ontologies, mapping sets, tables and HPO's annotation files, each a stream."""

from nosograph.lexicon.sources.formats import READERS, heading_of, recognise

__all__ = ["READERS", "heading_of", "recognise"]
