"""How each kind of thing looks in pictures and in other programs: told apart by shape alone, and by colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from types import MappingProxyType
from typing import Final

from nosograph.model import Kind

PUBLICATION: Final = "publication"


Corners = tuple[tuple[float, float], ...]


def _regular(corners: int, turn: float = 0.0) -> Corners:
    """Set corners on a circle, the first at the top, turned by a share of the way to the next."""
    angles = (2 * pi * (n + turn) / corners - pi / 2 for n in range(corners))
    return tuple((round(cos(angle), 3), round(sin(angle), 3)) for angle in angles)


def _star(points: int, within: float) -> Corners:
    return tuple(
        (round(x * (within if n % 2 else 1.0), 3), round(y * (within if n % 2 else 1.0), 3))
        for n, (x, y) in enumerate(_regular(2 * points))
    )


_SQUARE: Final = ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86))
_PLUS: Final = (
    *((-0.36, -1.0), (0.36, -1.0), (0.36, -0.36), (1.0, -0.36), (1.0, 0.36), (0.36, 0.36)),
    *((0.36, 1.0), (-0.36, 1.0), (-0.36, 0.36), (-1.0, 0.36), (-1.0, -0.36), (-0.36, -0.36)),
)


@dataclass(frozen=True, slots=True)
class Look:
    """Hold how a kind is drawn: its name in a legend, its colour, its corners within -1…1, its shape elsewhere.

    Without corners it is an ellipse. `dot` is Graphviz's name of the nearest shape, `cx2` that of CX2, which knows
    nine, so that there some kinds differ in colour alone. Every colour has a contrast of at least 4.5 to white (WCAG
    2.2, 1.4.3), so that it can stand as text on white and white text on it.
    """

    name: str
    colour: str
    corners: Corners
    dot: str
    cx2: str


LOOKS: Final[Mapping[str, Look]] = MappingProxyType(
    {
        Kind.DISEASE: Look("disease", "#b23a48", _SQUARE, "box", "ROUND_RECTANGLE"),
        Kind.DISEASE_CLASS: Look("class of diseases", "#8a5a44", _regular(8, 0.5), "octagon", "OCTAGON"),
        Kind.PHENOTYPE: Look("finding", "#2f6690", (), "ellipse", "ELLIPSE"),
        Kind.GENE: Look("gene", "#6f4aa8", _regular(4), "diamond", "DIAMOND"),
        Kind.CELL: Look("cell", "#1f7a6c", _regular(6, 0.5), "hexagon", "HEXAGON"),
        Kind.ANATOMY: Look("part of the body", "#9a4f7c", _regular(5), "pentagon", "HEXAGON"),
        Kind.PROCESS: Look(
            "process",
            "#4d6b2f",
            ((-0.6, -0.8), (1.0, -0.8), (0.6, 0.8), (-1.0, 0.8)),
            "parallelogram",
            "PARALLELOGRAM",
        ),
        Kind.FUNCTION: Look("function", "#4d6b2f", ((0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)), "triangle", "TRIANGLE"),
        Kind.PROCEDURE: Look("procedure", "#9a6200", _PLUS, "component", "RECTANGLE"),
        Kind.CHEMICAL: Look(
            "drug or chemical",
            "#b3541e",
            ((-1.0, -0.55), (1.0, -0.55), (1.0, 0.55), (-1.0, 0.55)),
            "cds",
            "ROUND_RECTANGLE",
        ),
        Kind.INHERITANCE: Look(
            "inheritance", "#48607a", ((-1.0, -0.85), (0.0, -0.35), (1.0, -0.85), (0.0, 1.0)), "invhouse", "VEE"
        ),
        Kind.ONSET: Look(
            "age of onset",
            "#48607a",
            ((-1.0, -1.0), (1.0, -1.0), (0.2, 0.0), (1.0, 1.0), (-1.0, 1.0), (-0.2, 0.0)),
            "note",
            "VEE",
        ),
        Kind.FREQUENCY: Look("frequency", "#48607a", _regular(7), "septagon", "OCTAGON"),
        Kind.COURSE: Look(
            "course",
            "#48607a",
            ((-1.0, -0.6), (0.4, -0.6), (1.0, 0.0), (0.4, 0.6), (-1.0, 0.6)),
            "rarrow",
            "PARALLELOGRAM",
        ),
        Kind.MODIFIER: Look("modifier", "#48607a", _star(4, 0.6), "tab", "OCTAGON"),
        Kind.QUANTITY: Look("quantity", "#7a6a00", ((0.0, 1.0), (-1.0, -0.8), (1.0, -0.8)), "invtriangle", "TRIANGLE"),
        Kind.OTHER: Look("other", "#666a70", _star(5, 0.46), "star", "ROUND_RECTANGLE"),
        PUBLICATION: Look(
            "publication", "#444b54", ((-0.75, -1.0), (0.75, -1.0), (0.75, 1.0), (-0.75, 1.0)), "folder", "RECTANGLE"
        ),
    },
)
"""Every kind, and the publications that stand as nodes beside them."""


def look(kind: str) -> Look:
    """Give a kind's look; of a kind that is none of the vocabulary's, that of the others."""
    return LOOKS.get(kind, LOOKS[Kind.OTHER])
