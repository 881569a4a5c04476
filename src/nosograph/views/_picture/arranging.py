"""Say what stands where: the subjects in the middle, their objects in a column on either side, and in what order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, product
from typing import Final

from nosograph.views._picture.contents import Contents, Line, Thing
from nosograph.views._picture.lettering import Style, broken

LABEL: Final = Style(12.5)
SMALL: Final = Style(9.5)
STEM: Final = Style(11.0)
CARD_ROOM: Final = 160.0
STEM_ROOM: Final = 84.0
PORT: Final = 16.0
"""The distance between lines that end at one card."""
_SPLIT: Final = 6
"""A group is not divided into parts of fewer objects."""
_LOPSIDED: Final = 0.16
"""By what share of all the sides may differ in height."""
_MANY: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Hold an object's box: its label in lines; `again` where the thing stands in the middle, too."""

    thing: Thing
    lines: tuple[str, ...]
    identifier: str
    height: float
    group: str
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """Hold what joins a subject of the middle to the objects of one relation on one side; `words` is its label."""

    hub: str
    words: tuple[str, ...]
    branches: tuple[Line, ...]

    @property
    def height(self) -> float:
        """How high the label is."""
        return len(self.words) * STEM.leading + 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Hold one side of the picture, from top to bottom; `arcs` join the cards of the side among themselves."""

    cards: tuple[Card, ...]
    stems: tuple[Stem, ...]
    arcs: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Hold the middle from top to bottom, and the sides: left, then right."""

    hubs: tuple[str, ...]
    sides: tuple[Side, Side]


def arranged(held: Contents) -> Arrangement:
    """Arrange a picture. Where several subjects share objects, rows are ordered so that few lines cross."""
    cards = _cards(held)
    left, right = (_side(held, part) for part in _halves(_blocks(held, cards)))
    if len(held.hubs) > 1:
        return _uncrossed(Arrangement(hubs=held.hubs, sides=(left, right)))
    return Arrangement(hubs=held.hubs, sides=(left, right))


def _cards(held: Contents) -> list[Card]:
    """Make a card of every object, group by group; an object of an object follows it."""
    groups: dict[str, str] = {}
    for line in held.lines:
        if line.subject in held.hubs:
            groups.setdefault(line.object, line.relation)
    below: defaultdict[str, list[str]] = defaultdict(list)
    for line in held.lines:
        if line.subject not in held.hubs and line.object not in groups and line.object not in below[line.subject]:
            below[line.subject].append(line.object)
    counts: defaultdict[str, int] = defaultdict(int)
    for line in held.lines:
        counts[line.object] += line.subject in held.hubs
    cards: dict[str, Card] = {}
    for group in dict.fromkeys(groups.values()):
        waiting = [key for key, its in groups.items() if its == group][::-1]
        while waiting:
            key = waiting.pop()
            if key not in cards:
                cards[key] = _card(held.things[key], group, ports=counts[key], again=key in held.hubs)
                waiting += below[key][::-1]
    return list(cards.values())


def _card(thing: Thing, group: str, *, ports: int, again: bool) -> Card:
    lines = broken(thing.label, LABEL, CARD_ROOM, lines=3) or ("?",)
    identifier = thing.identifier or "as in the text, no identifier"
    text = len(lines) * LABEL.leading + SMALL.leading + 8.0
    return Card(
        thing=thing,
        lines=lines,
        identifier=broken(identifier, SMALL, CARD_ROOM, lines=1)[0],
        height=max(text, ports * PORT + 4.0),
        group=group,
        again=again,
    )


def _blocks(held: Contents, cards: Sequence[Card]) -> list[list[Card]]:
    """Put groups together that lines of their own join, for these must stand on one side; first ends, then starts.

    So a gene stands between the cell that has a group of its own and the function that follows the gene.
    """
    group_of = {card.thing.key: card.group for card in cards}
    home = {card.group: card.group for card in cards}
    starts = set[str]()
    for line in held.lines:
        if line.subject not in held.hubs:
            old, new = (home[group_of[key]] for key in (line.object, line.subject))
            home = {group: new if its == old else its for group, its in home.items()}
            starts.add(group_of[line.subject])
    blocks: defaultdict[str, list[Card]] = defaultdict(list)
    for card in cards:
        blocks[home[card.group]].append(card)
    return [sorted(block, key=lambda card: card.group in starts) for block in blocks.values()]


def _halves(blocks: Sequence[Sequence[Card]]) -> tuple[list[Card], list[Card]]:
    """Part the blocks into two columns of like height, with as few changes of side in reading order as that allows.

    A group is divided only if it is large and nothing else makes the columns alike.
    """
    heights = [sum(card.height for card in block) for block in blocks]
    best = min(_choices(len(blocks)), key=lambda sides: _unevenness(sides, heights), default=())
    largest = max(range(len(blocks)), key=lambda n: heights[n], default=0)
    if blocks and _unevenness(best, heights)[0] > 0 and _divisible(blocks[largest]):
        return _halves(_divided(blocks, heights, largest))
    left, right = (
        [card for block, side in zip(blocks, best, strict=True) if side == n for card in block] for n in (0, 1)
    )
    return (left, right) if right else (right, left)


def _choices(count: int) -> Iterable[tuple[int, ...]]:
    """Give the ways to part so many blocks, the first one left; of many blocks, only those that cut the order once."""
    if count <= _MANY:
        return (sides for sides in product((0, 1), repeat=count) if not sides or sides[0] == 0)
    return ((0,) * cut + (1,) * (count - cut) for cut in range(1, count + 1))


def _unevenness(sides: Sequence[int], heights: Sequence[float]) -> tuple[float, int, float]:
    whole = sum(heights) or 1.0
    unlike = abs(sum(height if side else -height for side, height in zip(sides, heights, strict=True))) / whole
    changes = sum(side != other for side, other in pairwise(sides))
    return max(0.0, unlike - _LOPSIDED), changes, unlike


def _divisible(block: Sequence[Card]) -> bool:
    return len(block) >= 2 * _SPLIT and len({card.group for card in block}) == 1


def _divided(blocks: Sequence[Sequence[Card]], heights: Sequence[float], which: int) -> list[Sequence[Card]]:
    """Divide a block where what stands before it and its first part are half of all."""
    block = blocks[which]
    half = sum(heights) / 2 - sum(heights[:which])
    sums = list(accumulate(card.height for card in block))
    cut = min(range(_SPLIT, len(block) - _SPLIT + 1), key=lambda n: abs(sums[n - 1] - half))
    return [*blocks[:which], block[:cut], block[cut:], *blocks[which + 1 :]]


def _side(held: Contents, cards: Sequence[Card]) -> Side:
    keys = {card.thing.key for card in cards}
    stems: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    order = {card.thing.key: place for place, card in enumerate(cards)}
    here = sorted((line for line in held.lines if line.object in keys), key=lambda line: order[line.object])
    for line in here:
        if line.subject in held.hubs:
            stems[line.subject, line.relation].append(line)
    return Side(
        cards=tuple(cards),
        stems=tuple(
            Stem(hub=hub, words=broken(lines[0].label, STEM, STEM_ROOM, lines=2), branches=tuple(lines))
            for (hub, _), lines in stems.items()
        ),
        arcs=tuple(line for line in here if line.subject not in held.hubs),
    )


def _uncrossed(made: Arrangement) -> Arrangement:
    """Order hubs, stems and cards by igraph's layered layout (Sugiyama, Tagawa and Toda 1981)."""
    import igraph  # noqa: PLC0415 - pictures of one disease, which are most, need none: nothing crosses in them

    names: list[object] = []
    layers: list[int] = []
    edges: list[tuple[object, object]] = []
    for hub in made.hubs:
        names.append(hub)
        layers.append(2)
    for side, (cards_layer, stems_layer) in enumerate(((0, 1), (4, 3))):
        for card in made.sides[side].cards:
            names.append((side, card.thing.key))
            layers.append(cards_layer)
        for stem in made.sides[side].stems:
            name = (side, stem.hub, stem.branches[0].relation)
            names.append(name)
            layers.append(stems_layer)
            edges.append((stem.hub, name))
            edges += [(name, (side, line.object)) for line in stem.branches]
            own = {line.object for line in stem.branches}
            edges += [(name, (side, arc.object)) for arc in made.sides[side].arcs if arc.subject in own]
    index = {name: number for number, name in enumerate(names)}
    graph = igraph.Graph(n=len(names), edges=[(index[a], index[b]) for a, b in edges], directed=True)
    layout = graph.layout_sugiyama(layers=layers)
    place = {name: layout[number][0] for name, number in index.items()}
    return Arrangement(
        hubs=tuple(sorted(made.hubs, key=lambda hub: place[hub])),
        sides=(_placed(made.sides[0], 0, place), _placed(made.sides[1], 1, place)),
    )


def _placed(side: Side, number: int, place: Mapping[object, float]) -> Side:
    cards = sorted(side.cards, key=lambda card: place[number, card.thing.key])
    order = {card.thing.key: n for n, card in enumerate(cards)}

    def top_down(lines: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(sorted(lines, key=lambda line: order[line.object]))

    stems = sorted(side.stems, key=lambda stem: place[number, stem.hub, stem.branches[0].relation])
    return Side(
        cards=tuple(cards),
        stems=tuple(replace(stem, branches=top_down(stem.branches)) for stem in stems),
        arcs=top_down(side.arcs),
    )
