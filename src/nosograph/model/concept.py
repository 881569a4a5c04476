"""Concept: what a mention stands for."""

from dataclasses import dataclass
from enum import StrEnum

from nosograph.model.curie import Curie


class Kind(StrEnum):
    """Say what sort of thing a concept is; the values stand in tables, JSON and RDF."""

    DISEASE = "disease"
    DISEASE_CLASS = "disease_class"
    PHENOTYPE = "phenotype"
    GENE = "gene"
    CELL = "cell"
    ANATOMY = "anatomy"
    PROCESS = "process"
    FUNCTION = "function"
    PROCEDURE = "procedure"
    CHEMICAL = "chemical"
    INHERITANCE = "inheritance"
    ONSET = "onset"
    FREQUENCY = "frequency"
    COURSE = "course"
    MODIFIER = "modifier"
    QUANTITY = "quantity"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Concept:
    """Hold one thing of the world: its preferred identifier, its preferred English label, its kind.

    Two concepts are the same thing exactly when their `curie` is the same.
    """

    curie: Curie
    label: str
    kind: Kind
