"""Ontologies to one compiled, memory-mapped artefact."""

from nosograph.lexicon.container import Header, Source
from nosograph.lexicon.description import Description, describe
from nosograph.lexicon.lexicon import Lexicon
from nosograph.lexicon.loading import load_lexicon
from nosograph.lexicon.progress import Progress
from nosograph.lexicon.values import Flag, Name, Predicate, Xref

__all__ = [
    "Description",
    "Flag",
    "Header",
    "Lexicon",
    "Name",
    "Predicate",
    "Progress",
    "Source",
    "Xref",
    "describe",
    "load_lexicon",
]
