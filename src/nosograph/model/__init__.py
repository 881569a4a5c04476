"""The plain values every stage speaks in. Nothing here reads a file, a clock or another room."""

from nosograph.model.about import About, Sort
from nosograph.model.article import Article, Licence, Link, Reference, Section, SectionRole, Sentence, SourceMap
from nosograph.model.claim import Certainty, Claim, Evidence, Match, Measure, Outcome, Polarity
from nosograph.model.concept import Concept, Kind
from nosograph.model.curie import TEXT, Curie
from nosograph.model.mention import Mention
from nosograph.model.quantity import Quantity, quantity
from nosograph.model.relation import Relation

__all__ = [
    "TEXT",
    "About",
    "Article",
    "Certainty",
    "Claim",
    "Concept",
    "Curie",
    "Evidence",
    "Kind",
    "Licence",
    "Link",
    "Match",
    "Measure",
    "Mention",
    "Outcome",
    "Polarity",
    "Quantity",
    "Reference",
    "Relation",
    "Section",
    "SectionRole",
    "Sentence",
    "Sort",
    "SourceMap",
    "quantity",
]
