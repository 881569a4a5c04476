"""Set the picture into its frame: title above, legend, references and credit below."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from nosograph.views._looks import LOOKS, look
from nosograph.views._picture.contents import Contents
from nosograph.views._picture.drawing import (
    DENIED,
    FAINT,
    INK,
    LINE,
    Stroke,
    arrow,
    crossed,
    element,
    glyph,
    number,
    stroke,
    text,
    whole,
)
from nosograph.views._picture.lettering import FAMILY, Style, broken, fitted, width
from nosograph.views._picture.places import GLYPH, Places

_TITLE: Final = Style(18.0, bold=True)
_WORDS: Final = Style(11.0)
_FINE: Final = Style(9.5)
_MARGIN: Final = 16.0
_LEAST: Final = 640.0
_REFERENCES: Final = 30
_SAMPLE: Final = 34.0


_MARK: Final = "[1]"
_Draw = Callable[[ET.Element, float, float], None]


@dataclass(frozen=True, slots=True)
class _Entry:
    """Hold an entry of the legend: what draws its sample, how wide that is, what it means."""

    draw: _Draw
    wide: float
    words: str


def framed(held: Contents, places: Places) -> ET.Element:
    """Give the whole document."""
    left = min([-places.wings[0].edge * -1, *(hub.box.x for hub in places.hubs)], default=0.0)
    right = max([places.wings[1].edge, *(hub.box.x + hub.box.width for hub in places.hubs)], default=0.0)
    lack = max(0.0, _LEAST - (right - left)) / 2
    left, right = left - lack, right + lack
    room = right - left
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
    title = " ".join(held.title.split()) or "A graph of claims"
    element(root, "title", id="title").text = title
    element(root, "desc", id="description").text = _description(held)
    ground = element(root, "rect", fill="#fff")
    y = _MARGIN + 11.0
    text(root, fitted(title, _TITLE, room), _TITLE, x=_MARGIN, y=y)
    y += 20.0
    text(root, fitted(_summary(held), _WORDS, room), _WORDS, x=_MARGIN, y=y, fill=FAINT)
    y += 22.0
    moved = element(root, "g", transform=f"translate({number(_MARGIN - left)} {number(y - places.top)})")
    whole(moved, places)
    y += places.bottom - places.top + 26.0
    y = _legend(root, list(_entries(held)), room, y)
    y = _references(root, held, room, y + 6.0)
    wide, high = room + 2 * _MARGIN, y + _MARGIN - 8.0
    for name, value in (("width", wide), ("height", high)):
        ground.set(name, number(value))
        root.set(name, number(value))
    root.set("viewBox", f"0 0 {number(wide)} {number(high)}")
    root.set("font-family", FAMILY)
    root.set("role", "img")
    root.set("aria-labelledby", "title description")
    return root


def _summary(held: Contents) -> str:
    claims = sum(line.claims for line in held.lines)
    hedged = sum(line.claims for line in held.lines if line.hedged)
    denied = sum(line.claims for line in held.lines if line.negated)
    parts = [_count(claims, "claim"), f"{hedged} hedged" if hedged else "", f"{denied} denied" if denied else ""]
    works = f"; {_count(len(held.references), 'reference')} cited" if held.references else ""
    return ", ".join(filter(None, parts)) + works


def _count(number_of: int, noun: str) -> str:
    return f"{number_of} {noun}{'' if number_of == 1 else 's'}"


def _description(held: Contents) -> str:
    """Say the picture in words, for whoever cannot see it."""
    said = []
    for line in held.lines:
        how = [word for word, so in (("denied", line.negated), ("hedged", line.hedged)) if so]
        words = f"{held.things[line.subject].label} {line.label} {held.things[line.object].label}"
        said.append(words + (f" ({', '.join(how)})" if how else ""))
    return f"{_summary(held)}. {'; '.join(said)}."


def _entries(held: Contents) -> Iterator[_Entry]:
    """Explain what the picture holds, and nothing else."""
    lines = held.lines
    shown = {held.things[end].kind for line in lines for end in (line.subject, line.object)}
    yield from (_Entry(_sign(kind), GLYPH, look(kind).name) for kind in LOOKS if kind in shown)
    samples = (
        (any(not line.hedged and not line.negated for line in lines), Stroke(), "stated"),
        (any(line.hedged for line in lines), Stroke(hedged=True), "hedged"),
        (any(line.negated for line in lines), Stroke(negated=True), "denied"),
        (any(line.claims > 1 for line in lines), Stroke(claims=3), "wider, ×n: n claims"),
    )
    yield from (_Entry(_sample(how), _SAMPLE, words) for there, how, words in samples if there)
    if any(line.object in held.hubs for line in lines):
        yield _Entry(_again, 20.0, "stands in the middle, too")
    if held.references:
        yield _Entry(_mark, width(_MARK, _WORDS), "reference cited by the sentence")


def _sample(how: Stroke) -> _Draw:
    def draw(parent: ET.Element, x: float, y: float) -> None:
        stroke(parent, f"M{number(x)} {number(y)}H{number(x + _SAMPLE - 5)}", how)
        arrow(parent, x + _SAMPLE, y, 1.0, DENIED if how.negated else LINE)
        if how.negated:
            crossed(parent, x + 11, y)

    return draw


def _sign(kind: str) -> _Draw:
    return lambda parent, x, y: glyph(parent, kind, x + GLYPH / 2, y)


def _mark(parent: ET.Element, x: float, y: float) -> None:
    text(parent, _MARK, _WORDS, x=x, y=y)


def _again(parent: ET.Element, x: float, y: float) -> None:
    box = element(parent, "rect", x=x, y=y - 6, width=20.0, height=12.0, rx=3.0, fill="#fff", stroke=INK)
    box.set("stroke-dasharray", "1.5 2.5")


def _legend(parent: ET.Element, entries: Sequence[_Entry], room: float, y: float) -> float:
    """Set the entries in lines, as many to a line as fit; give the y below."""
    x = _MARGIN
    for entry in entries:
        wide = entry.wide + 6.0 + width(entry.words, _WORDS) + 18.0
        if x > _MARGIN and x + wide > room + _MARGIN + 18.0:
            x, y = _MARGIN, y + 19.0
        entry.draw(parent, x, y)
        text(parent, entry.words, _WORDS, x=x + entry.wide + 6.0, y=y)
        x += wide
    return y + 19.0 if entries else y


def _references(parent: ET.Element, held: Contents, room: float, y: float) -> float:
    """List the works and whose text it is; of many works, the first ones."""
    for mark, words in held.references[:_REFERENCES]:
        lead = width(f"[{mark}] ", _FINE)
        text(parent, f"[{mark}]", _FINE, x=_MARGIN, y=y, fill=FAINT)
        for line in broken(words, _FINE, room - lead - 2.0, lines=2):
            text(parent, line, _FINE, x=_MARGIN + lead + 2.0, y=y, fill=FAINT)
            y += 12.5
    if len(held.references) > _REFERENCES:
        text(parent, f"and {len(held.references) - _REFERENCES} more", _FINE, x=_MARGIN, y=y, fill=FAINT)
        y += 12.5
    if held.credit:
        y += 4.0
        for line in broken(f"Text: {held.credit}", _FINE, room, lines=3):
            text(parent, line, _FINE, x=_MARGIN, y=y, fill=FAINT)
            y += 12.5
    return y
