"""The texts of a picture with the rectangles they fill, for the tests that look whether they overlap."""

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from nosograph.graph import Graph
from nosograph.views import WRITERS
from nosograph.views._picture.lettering import Style, width

SVG = "{http://www.w3.org/2000/svg}"
RISE, FALL = 0.73, 0.21
"""How far letters rise above and fall below their line, in ems: Helvetica's ascender and descender (phvr8a)."""


@dataclass(frozen=True, slots=True)
class Label:
    """Hold a text of the picture and the rectangle it fills."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Label") -> bool:
        """Say whether the two overlap."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.2
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.2
        )

    def holds(self, other: "Label") -> bool:
        """Say whether the other lies within."""
        return (
            self.left <= other.left + 0.2
            and other.right <= self.right + 0.2
            and self.top <= other.top + 0.2
            and other.bottom <= self.bottom + 0.2
        )


def drawn(graph: Graph) -> ET.Element:
    """Parse the picture of a graph."""
    return ET.fromstring(WRITERS["svg"](graph))  # noqa: S314 - our own


def labels(root: ET.Element) -> list[Label]:
    """Give every text with its place; nothing but one shift stands between it and the page."""
    shifted = root.find(f"{SVG}g")
    assert shifted is not None
    x, y = map(float, re.findall(r"-?[\d.]+", shifted.attrib["transform"]))
    inside = set(shifted.iter(f"{SVG}text"))
    return [placed(text, *((x, y) if text in inside else (0.0, 0.0))) for text in root.iter(f"{SVG}text")]


def placed(text: ET.Element, dx: float, dy: float) -> Label:
    """Compute a text's rectangle; where its width is not set, it is measured."""
    words, size = text.text or "", float(text.attrib["font-size"])
    style = Style(size, bold=text.get("font-weight") == "bold")
    wide = float(text.get("textLength") or width(words, style))
    back = {"start": 0.0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
    x, y = float(text.attrib["x"]) + dx - back, float(text.attrib["y"]) + dy
    return Label(words, x, y - RISE * size, x + wide, y + FALL * size)


def overlapping(root: ET.Element) -> list[tuple[str, str]]:
    """Give the pairs of texts that lie over one another."""
    return [(a.words, b.words) for a, b in combinations(labels(root), 2) if a.meets(b)]


def cut_off(root: ET.Element) -> list[str]:
    """Give the texts that leave the page."""
    wide, high = (float(root.attrib[name]) for name in ("width", "height"))
    return [
        label.words
        for label in labels(root)
        if min(label.left, label.top) < 0 or label.right > wide or label.bottom > high
    ]


def crossed_by_boxes(root: ET.Element) -> list[str]:
    """Give the texts that the edge of a box runs through."""
    shifted = root.find(f"{SVG}g")
    assert shifted is not None
    texts = [placed(text, 0.0, 0.0) for text in shifted.iter(f"{SVG}text")]
    boxes = [[float(box.attrib[name]) for name in ("x", "y", "width", "height")] for box in shifted.iter(f"{SVG}rect")]
    edges = [Label("", x, y, x + wide, y + high) for x, y, wide, high in boxes]
    return [text.words for text in texts for box in edges if text.meets(box) and not box.holds(text)]
