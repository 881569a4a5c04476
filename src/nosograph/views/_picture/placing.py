"""Give everything its place: first the columns, then what stands between them and the middle."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nosograph.views._picture.arranging import CARD_ROOM, LABEL, PORT, SMALL, STEM, Arrangement, Card, Side
from nosograph.views._picture.contents import Contents, Line
from nosograph.views._picture.lettering import broken, fitted, width
from nosograph.views._picture.places import GLYPH, HUB, NOTE, PAD, Bow, Box, Hub, Places, Plate, Wing, Wire

_HUB_ROOM: Final = 128.0
_HUB_MOST: Final = 200.0
_ARC_ROOM: Final = 84.0
_GAP: Final = 7.0
_GROUP_GAP: Final = 9.0
_TRUNK: Final = 44.0
_FAN: Final = 46.0
_LOW: Final = 500.0
_HEAD: Final = 10.0
_MARKS: Final = 4


def note_of(line: Line) -> str:
    """Say what stands on a line: how many claims, outcome or frequency, references."""
    shown = [*line.marks[:_MARKS], *(["…"] if len(line.marks) > _MARKS else [])]
    parts = (
        f"×{line.claims}" if line.claims > 1 else "",
        fitted(line.note, NOTE, _ARC_ROOM),
        f"[{', '.join(shown)}]" if shown else "",
    )
    return " ".join(" ".join(parts).split())


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float) -> list[float]:
    """Move middles as little as need be (least squares), their order kept, so that none is nearer than sizes and gap.

    >>> spread([0.0, 0.0, 50.0], [10.0, 10.0, 10.0], 2.0)
    [-6.0, 6.0, 50.0]
    """
    offsets, total = [], 0.0
    for number, size in enumerate(sizes):
        total += (sizes[number - 1] + size) / 2 + gap if number else 0.0
        offsets.append(total)
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, count = (mean * count + other * others) / (count + others), count + others
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def placed(held: Contents, made: Arrangement) -> Places:
    """Place the sides' columns first, then what stands between them and the middle."""
    stacks = [_stack(side.cards) for side in made.sides]
    tallest = max((boxes[-1].y + boxes[-1].height for boxes in stacks if boxes), default=0.0)
    columns = [_lowered(boxes, tallest) for boxes in stacks]
    ports = [_ports(side, boxes) for side, boxes in zip(made.sides, columns, strict=True)]
    middles = [_stem_middles(side, its) for side, its in zip(made.sides, ports, strict=True)]
    hubs = _hubs(held, made, middles, tallest / 2)
    half = max((hub.box.width for hub in hubs), default=0.0) / 2
    more = min(max(0.0, (tallest - _LOW) / 20), _FAN)  # so that lines do not fall too steeply in a tall picture
    wings = tuple(
        _wing(sign, side, _Given(boxes=boxes, ports=its, middles=ys, hubs=hubs, half=half, more=more))
        for sign, side, boxes, its, ys in zip((-1, 1), made.sides, columns, ports, middles, strict=True)
    )
    boxes = [hub.box for hub in hubs]
    for wing in wings:
        boxes += [*(box for _, box in wing.cards), *(plate.box for plate in wing.plates)]
        boxes += [
            Box(x=0.0, y=b.label_y - len(b.words) * 6.0, width=0.0, height=len(b.words) * 12.0) for b in wing.bows
        ]
    return Places(
        hubs=hubs,
        wings=(wings[0], wings[1]),
        top=min((box.y for box in boxes), default=0.0),
        bottom=max((box.y + box.height for box in boxes), default=0.0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    boxes: Sequence[Box]
    ports: Mapping[Line, float]
    middles: Sequence[float]
    hubs: Sequence[Hub]
    half: float
    more: float


def _stack(cards: Sequence[Card]) -> list[Box]:
    """Stack a column's cards, all as wide as the widest."""
    boxes: list[Box] = []
    wide, y = _card_width(cards), 0.0
    for number, card in enumerate(cards):
        if number:
            y += _GAP + (_GROUP_GAP if cards[number - 1].group != card.group else 0.0)
        boxes.append(Box(x=0.0, y=y, width=wide, height=card.height))
        y += card.height
    return boxes


def _card_width(cards: Sequence[Card]) -> float:
    texts = [width(text, LABEL) for card in cards for text in card.lines]
    texts += [width(card.identifier, SMALL) for card in cards]
    return min(max(texts, default=0.0), CARD_ROOM + 8.0) + GLYPH + 3 * PAD


def _lowered(boxes: Sequence[Box], tallest: float) -> list[Box]:
    """Set a column that is not the tallest midway."""
    down = (tallest - (boxes[-1].y + boxes[-1].height)) / 2 if boxes else 0.0
    return [Box(x=box.x, y=box.y + down, width=box.width, height=box.height) for box in boxes]


def _ports(side: Side, boxes: Sequence[Box]) -> Mapping[Line, float]:
    """Say at what height each line ends at its card: side by side, in the order of the stems they come from."""
    box_of = {card.thing.key: box for card, box in zip(side.cards, boxes, strict=True)}
    ending: defaultdict[str, list[Line]] = defaultdict(list)
    for stem in side.stems:
        for line in stem.branches:
            ending[line.object].append(line)
    return {
        line: box_of[key].middle + (number - (len(lines) - 1) / 2) * PORT
        for key, lines in ending.items()
        for number, line in enumerate(lines)
    }


def _stem_middles(side: Side, ports: Mapping[Line, float]) -> list[float]:
    wanted = [sum(ports[line] for line in stem.branches) / len(stem.branches) for stem in side.stems]
    return spread(wanted, [stem.height for stem in side.stems], _GAP)


def _hubs(held: Contents, made: Arrangement, middles: Sequence[Sequence[float]], otherwise: float) -> tuple[Hub, ...]:
    labels = {hub: _hub_label(held.things[hub].label) for hub in made.hubs}
    names = {hub: held.things[hub].identifier or "as in the text" for hub in made.hubs}
    names = {hub: fitted(name, SMALL, _HUB_ROOM) for hub, name in names.items()}
    heights = [len(labels[hub]) * HUB.leading + SMALL.leading + 2.5 * PAD for hub in made.hubs]
    wide = max((width(text, HUB) for lines in labels.values() for text in lines), default=0.0)
    wide = max([wide, *(width(name, SMALL) for name in names.values())]) + 3 * PAD
    beside: defaultdict[str, list[float]] = defaultdict(list)
    for side, ys in zip(made.sides, middles, strict=True):
        for stem, y in zip(side.stems, ys, strict=True):
            beside[stem.hub].append(y)
    wanted = [sum(beside[hub]) / len(beside[hub]) for hub in made.hubs]
    if len(wanted) == 1:
        wanted = [otherwise]
    return tuple(
        Hub(
            thing=held.things[hub],
            lines=labels[hub],
            identifier=names[hub],
            box=Box(x=-wide / 2, y=middle - height / 2, width=wide, height=height),
        )
        for hub, middle, height in zip(made.hubs, spread(wanted, heights, 3 * _GAP), heights, strict=True)
    )


def _hub_label(label: str) -> tuple[str, ...]:
    """Break a label so that a long word stays whole where that can be."""
    longest = max((width(word, HUB) for word in label.split()), default=0.0)
    return broken(label, HUB, min(max(_HUB_ROOM, longest + 1.0), _HUB_MOST), lines=4) or ("?",)


def _wing(sign: int, side: Side, given: _Given) -> Wing:
    """Place one side from the middle outwards: trunks, stems, the fan of lines, their straight run, cards, bows."""
    hub_of = {hub.thing.key: hub.box for hub in given.hubs}
    widths = [max((width(text, STEM) for text in stem.words), default=0.0) + 1.5 * PAD for stem in side.stems]
    inner = given.half + _TRUNK + given.more
    outer = inner + max(widths, default=0.0)
    bend = outer + _FAN + given.more
    notes = {line: note_of(line) for stem in side.stems for line in stem.branches}
    tip = bend + max((width(note, NOTE) for note in notes.values()), default=0.0) + _HEAD + 8.0
    plates, wires = [], []
    for stem, middle, wide in zip(side.stems, given.middles, widths, strict=True):
        box = hub_of[stem.hub]
        lean = max(-0.36 * box.height, min(0.36 * box.height, (middle - box.middle) * 0.2))
        plates.append(Plate(stem=stem, box=_box(sign, outer - wide, middle - stem.height / 2, wide, stem.height)))
        start = sign * box.width / 2
        wires.append(Wire(x=start, y=box.middle + lean, bend=sign * inner, tip=sign * (outer - wide), end=middle))
        wires += [
            Wire(
                x=sign * outer,
                y=middle,
                bend=sign * bend,
                tip=sign * tip,
                end=given.ports[line],
                line=line,
                note=notes[line],
            )
            for line in stem.branches
        ]
    boxes = [_box(sign, tip, box.y, box.width, box.height) for box in given.boxes]
    cards = tuple(zip(side.cards, boxes, strict=True))
    edge = tip + max((box.width for box in boxes), default=0.0)
    bows = tuple(_bows(sign, side, {card.thing.key: box for card, box in cards}, edge))
    out = max((bow.depth * 0.75 + 6.0 + max(width(w, STEM) for w in bow.words) for bow in bows), default=0.0)
    return Wing(sign=sign, cards=cards, plates=tuple(plates), wires=tuple(wires), bows=bows, edge=sign * (edge + out))


def _box(sign: int, inner: float, y: float, wide: float, high: float) -> Box:
    return Box(x=inner if sign > 0 else -inner - wide, y=y, width=wide, height=high)


def _bows(sign: int, side: Side, boxes: Mapping[str, Box], edge: float) -> Iterator[Bow]:
    """Bow out the farther, the farther apart the ends are; labels stand beside one another's height."""
    joined = [
        (line, boxes[line.subject].middle, boxes[line.object].middle)
        for line in side.arcs
        if line.subject in boxes and line.object in boxes
    ]
    joined.sort(key=lambda bow: (bow[1] + bow[2], abs(bow[1] - bow[2]), bow[0].object, bow[0].relation))
    words = [
        broken(" ".join(filter(None, (line.label, note_of(line)))), STEM, _ARC_ROOM, lines=3) for line, *_ in joined
    ]
    wanted = [(y + end) / 2 for _, y, end in joined]
    spans = sorted({abs(y - end) for _, y, end in joined})
    for (line, y, end), label, middle in zip(
        joined, words, spread(wanted, [len(w) * STEM.leading for w in words], 4.0), strict=True
    ):
        depth = 26.0 + 12.0 * min(spans.index(abs(y - end)), 6)
        shift = 4.0 if end > y else -4.0
        yield Bow(line=line, x=sign * edge, y=y + shift, end=end - shift, depth=depth, words=label, label_y=middle)
