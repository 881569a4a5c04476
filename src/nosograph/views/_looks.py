"""How each kind of thing looks in pictures and in other programs: told apart by shape alone, and by colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nosograph.model import Kind

PUBLICATION: Final = "publication"


@dataclass(frozen=True, slots=True)
class Look:
    """Hold how a kind is drawn: its name in a legend, its shape in Cytoscape.js, Graphviz and CX2, its colour.

    CX2 knows nine shapes, so there some kinds share one and differ in colour. Every colour has a contrast of at least
    4.5 to white (WCAG 2.2, 1.4.3), so that white text can stand on it and it can stand as text on white.
    """

    name: str
    shape: str
    dot: str
    cx2: str
    colour: str


LOOKS: Final[Mapping[str, Look]] = MappingProxyType(
    {
        Kind.DISEASE: Look("disease", "ellipse", "ellipse", "ELLIPSE", "#8f2250"),
        Kind.DISEASE_CLASS: Look("class of diseases", "concave-hexagon", "Mcircle", "ELLIPSE", "#9b3f8f"),
        Kind.PHENOTYPE: Look("finding", "rectangle", "box", "RECTANGLE", "#1f65a8"),
        Kind.GENE: Look("gene", "diamond", "diamond", "DIAMOND", "#1a7431"),
        Kind.CELL: Look("cell", "hexagon", "hexagon", "HEXAGON", "#0f766e"),
        Kind.ANATOMY: Look("part of the body", "pentagon", "pentagon", "HEXAGON", "#6b6a12"),
        Kind.PROCESS: Look("process", "rhomboid", "parallelogram", "PARALLELOGRAM", "#3d5a80"),
        Kind.FUNCTION: Look("molecular function", "vee", "invtriangle", "VEE", "#4d6b1f"),
        Kind.PROCEDURE: Look("procedure", "triangle", "triangle", "TRIANGLE", "#b4460c"),
        Kind.CHEMICAL: Look("drug or chemical", "tag", "cds", "TRIANGLE", "#9a5b00"),
        Kind.INHERITANCE: Look("mode of inheritance", "star", "star", "OCTAGON", "#5b46a6"),
        Kind.ONSET: Look("age of onset", "cut-rectangle", "octagon", "OCTAGON", "#5a5f8c"),
        Kind.FREQUENCY: Look("frequency", "barrel", "cylinder", "ROUND_RECTANGLE", "#5f6772"),
        Kind.COURSE: Look("course", "right-rhomboid", "trapezium", "PARALLELOGRAM", "#6d5a4b"),
        Kind.MODIFIER: Look("modifier", "bottom-round-rectangle", "tab", "ROUND_RECTANGLE", "#636363"),
        Kind.QUANTITY: Look("quantity", "octagon", "doubleoctagon", "OCTAGON", "#50616b"),
        Kind.OTHER: Look("other", "round-rectangle", "component", "ROUND_RECTANGLE", "#595959"),
        PUBLICATION: Look("publication", "round-tag", "note", "ROUND_RECTANGLE", "#444b54"),
    },
)
"""Every kind, and the publications that stand as nodes beside them."""


def look(kind: str) -> Look:
    """Give a kind's look; of a kind that is none of the vocabulary's, that of the others."""
    return LOOKS.get(kind, LOOKS[Kind.OTHER])
