"""What has a place in the picture, in pixels: x from the middle of the picture, y downwards."""

from dataclasses import dataclass
from typing import Final

from nosograph.views._picture.arranging import Card, Stem
from nosograph.views._picture.contents import Line, Thing
from nosograph.views._picture.lettering import Style

HUB: Final = Style(15.0, bold=True)
NOTE: Final = Style(10.0)
GLYPH: Final = 12.0
PAD: Final = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Hold a rectangle: its left upper corner, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Its middle, from above."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """Hold a subject of the middle with its label in lines."""

    thing: Thing
    lines: tuple[str, ...]
    identifier: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """Hold a stem's label."""

    stem: Stem
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """Hold a line: it curves from (x, y) to (bend, end), and runs straight on to (tip, end), where it has an arrow.

    `line` is what it says, `note` what stands on its straight run; a trunk, from a hub to a stem, has neither.
    """

    x: float
    y: float
    bend: float
    tip: float
    end: float
    line: Line | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bow:
    """Hold a line between two cards of one side: it bows out from (x, y) to (x, end), its label's lines beside it."""

    line: Line
    x: float
    y: float
    end: float
    depth: float
    words: tuple[str, ...]
    label_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wing:
    """Hold one side: `sign` is -1 on the left and 1 on the right; `edge` is its outermost x."""

    sign: int
    cards: tuple[tuple[Card, Box], ...]
    plates: tuple[Plate, ...]
    wires: tuple[Wire, ...]
    bows: tuple[Bow, ...]
    edge: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Hold the whole picture, but for its frame: legend, title, references."""

    hubs: tuple[Hub, ...]
    wings: tuple[Wing, Wing]
    top: float
    bottom: float
