"""Draw with SVG elements; every text is a text, written by ElementTree, which escapes it."""

from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from nosograph.views._looks import look
from nosograph.views._picture.arranging import LABEL, SMALL, STEM, Card
from nosograph.views._picture.contents import Line
from nosograph.views._picture.lettering import ASCENT, DESCENT, Style, width
from nosograph.views._picture.places import GLYPH, HUB, NOTE, PAD, Bow, Box, Hub, Places, Plate, Wire

INK: Final = "#1d1f23"
FAINT: Final = "#565b63"
LINE: Final = "#68707a"
DENIED: Final = "#b3261e"
_PLATE: Final = "#eceef1"
_DASH: Final = "5 3.5"


def number(value: float) -> str:
    """Write a coordinate to a tenth of a pixel, so that the last bits of a machine's arithmetic do not show.

    >>> number(12.0), number(-0.04), number(3.14159)
    ('12', '0', '3.1')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def element(parent: ET.Element, tag: str, **attributes: str | float) -> ET.Element:
    """Add an element; `_` in a name stands for `-`, numbers are written as coordinates."""
    written = {
        name.replace("_", "-"): value if isinstance(value, str) else number(value) for name, value in attributes.items()
    }
    return ET.SubElement(parent, tag, written)


def text(
    parent: ET.Element, words: str, style: Style, *, x: float, y: float, anchor: str = "start", fill: str = INK
) -> None:
    """Set one line with its middle at y; its width is given, so that it holds in whatever font there is."""
    made = element(parent, "text", x=x, y=y + style.size * (ASCENT - DESCENT) / 2, font_size=style.size, fill=fill)
    if anchor != "start":
        made.set("text-anchor", anchor)
    if style.bold:
        made.set("font-weight", "bold")
    made.set("textLength", number(width(words, style)))
    made.set("lengthAdjust", "spacingAndGlyphs")
    made.text = words


def rectangle(parent: ET.Element, box: Box, round_by: float, fill: str) -> ET.Element:
    """Draw a box with round corners."""
    return element(parent, "rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=round_by, fill=fill)


def glyph(parent: ET.Element, kind: str, x: float, y: float, size: float = GLYPH) -> None:
    """Draw a kind's sign around (x, y)."""
    drawn = look(kind)
    if not drawn.corners:
        element(parent, "circle", cx=x, cy=y, r=size / 2, fill=drawn.colour)
        return
    points = " ".join(f"{number(x + dx * size / 2)},{number(y + dy * size / 2)}" for dx, dy in drawn.corners)
    element(parent, "polygon", points=points, fill=drawn.colour)


def wire(parent: ET.Element, drawn: Wire) -> None:
    """Draw a line with its curve; one that says something with its arrow, its note, its cross where it is denied."""
    line = drawn.line
    away = 1.0 if drawn.tip > drawn.x else -1.0
    middle = (drawn.x + drawn.bend) / 2
    curve = (
        f"M{number(drawn.x)} {number(drawn.y)}C{number(middle)} {number(drawn.y)} {number(middle)} {number(drawn.end)} "
        f"{number(drawn.bend)} {number(drawn.end)}"
    )
    if line is None:
        stroke(parent, f"{curve}H{number(drawn.tip)}", Stroke())
        return
    group = element(parent, "g")
    element(group, "title").text = line.said
    stroke(group, f"{curve}H{number(drawn.tip - away * 5)}", Stroke.of(line))
    arrow(group, drawn.tip, drawn.end, away, DENIED if line.negated else LINE)
    if line.negated:
        crossed(group, drawn.bend + away * 2, drawn.end)
    if drawn.note:
        above = drawn.end - 6.0 - Stroke.of(line).wide / 2
        text(group, drawn.note, NOTE, x=drawn.tip - away * 9.0, y=above, anchor="end" if away > 0 else "start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """Hold how a line is drawn: the more claims, the wider; dashed where hedged; coloured where denied."""

    claims: int = 1
    hedged: bool = False
    negated: bool = False

    @classmethod
    def of(cls, line: Line) -> "Stroke":
        """Give the stroke of a line."""
        return cls(claims=line.claims, hedged=line.hedged, negated=line.negated)

    @property
    def wide(self) -> float:
        """Its width in pixels."""
        return min(1.1 + 0.9 * (self.claims - 1), 4.7)


def stroke(parent: ET.Element, path: str, how: Stroke) -> None:
    """Draw the line itself."""
    colour = DENIED if how.negated else LINE
    made = element(parent, "path", d=path, fill="none", stroke=colour, stroke_width=how.wide)
    if how.hedged:
        made.set("stroke-dasharray", _DASH)


def arrow(parent: ET.Element, x: float, y: float, away: float, fill: str) -> None:
    """Draw an arrow's head with its tip at (x, y)."""
    back = x - away * 8.0
    points = f"{number(x)},{number(y)} {number(back)},{number(y - 3.6)} {number(back)},{number(y + 3.6)}"
    element(parent, "polygon", points=points, fill=fill)


def crossed(parent: ET.Element, x: float, y: float) -> None:
    """Cross a line out at (x, y)."""
    path = "".join(f"M{number(x - 4)} {number(y - d)}L{number(x + 4)} {number(y + d)}" for d in (4.5, -4.5))
    element(parent, "path", d=path, fill="none", stroke=DENIED, stroke_width=1.8)


def card(parent: ET.Element, drawn: Card, box: Box, sign: int) -> None:
    """Draw an object: its sign on the inner side, its label, its identifier."""
    colour = look(drawn.thing.kind).colour
    group = element(parent, "g")
    element(group, "title").text = f"{drawn.thing.label} ({look(drawn.thing.kind).name}; {drawn.identifier})"
    frame = rectangle(group, box, 4.0, "#fff")
    frame.set("stroke", colour)
    frame.set("stroke-width", "1.2")
    if drawn.again:
        frame.set("stroke-dasharray", "1.5 2.5")
    inner = box.x + (0.0 if sign > 0 else box.width)
    glyph(group, drawn.thing.kind, inner + sign * (PAD + GLYPH / 2), box.middle)
    x = inner + sign * (2 * PAD + GLYPH)
    anchor = "start" if sign > 0 else "end"
    y = box.middle - (len(drawn.lines) * LABEL.leading + SMALL.leading) / 2 + LABEL.leading / 2
    for words in drawn.lines:
        text(group, words, LABEL, x=x, y=y, anchor=anchor)
        y += LABEL.leading
    text(group, drawn.identifier, SMALL, x=x, y=y - 1.2, anchor=anchor, fill=FAINT)


def hub(parent: ET.Element, drawn: Hub) -> None:
    """Draw a subject of the middle."""
    colour, box = look(drawn.thing.kind).colour, drawn.box
    group = element(parent, "g")
    element(group, "title").text = f"{drawn.thing.label} ({look(drawn.thing.kind).name}; {drawn.identifier})"
    rectangle(group, box, 9.0, colour)
    y = box.middle - (len(drawn.lines) * HUB.leading + SMALL.leading) / 2 + HUB.leading / 2
    for words in drawn.lines:
        text(group, words, HUB, x=0.0, y=y, anchor="middle", fill="#fff")
        y += HUB.leading
    text(group, drawn.identifier, SMALL, x=0.0, y=y - 1.0, anchor="middle", fill="#fff")


def plate(parent: ET.Element, drawn: Plate) -> None:
    """Draw the label of a stem."""
    box = drawn.box
    rectangle(parent, box, 6.0, _PLATE)
    y = box.middle - (len(drawn.stem.words) - 1) * STEM.leading / 2
    for words in drawn.stem.words:
        text(parent, words, STEM, x=box.x + box.width / 2, y=y, anchor="middle")
        y += STEM.leading


def bow(parent: ET.Element, drawn: Bow, sign: int) -> None:
    """Draw a line between two cards of one side, its label outside."""
    line = drawn.line
    out = drawn.x + sign * drawn.depth
    group = element(parent, "g")
    element(group, "title").text = line.said
    start = drawn.x + sign * 5.0
    path = (
        f"M{number(drawn.x)} {number(drawn.y)}C{number(out)} {number(drawn.y)} {number(out)} {number(drawn.end)} "
        f"{number(start)} {number(drawn.end)}"
    )
    stroke(group, path, Stroke.of(line))
    arrow(group, drawn.x, drawn.end, -sign, DENIED if line.negated else LINE)
    middle = drawn.x + sign * drawn.depth * 0.75
    if line.negated:
        crossed(group, middle, (drawn.y + drawn.end) / 2)
    y = drawn.label_y - (len(drawn.words) - 1) * STEM.leading / 2
    for words in drawn.words:
        text(group, words, STEM, x=middle + sign * 6.0, y=y, anchor="start" if sign > 0 else "end")
        y += STEM.leading


def whole(parent: ET.Element, places: Places) -> None:
    """Draw lines first, then what stands on them."""
    for wing in places.wings:
        for drawn in wing.wires:
            wire(parent, drawn)
        for arc in wing.bows:
            bow(parent, arc, wing.sign)
    for wing in places.wings:
        for label in wing.plates:
            plate(parent, label)
        for thing, box in wing.cards:
            card(parent, thing, box, wing.sign)
    for centre in places.hubs:
        hub(parent, centre)
