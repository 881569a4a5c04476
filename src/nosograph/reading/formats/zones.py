"""Zones: what the headings read so far say about the lines that follow."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from nosograph.reading import heading
from nosograph.reading.heading import Furniture


class Zone(StrEnum):
    """Say where in the article a line stands."""

    HEAD = "head"
    BODY = "body"
    REFERENCES = "references"
    LINKS = "links"
    CONTENTS = "contents"
    FOOTER = "footer"


_ZONES: Final = {
    None: Zone.BODY,
    Furniture.REFERENCES: Zone.REFERENCES,
    Furniture.LINKS: Zone.LINKS,
    Furniture.NAVIGATION: Zone.LINKS,
    Furniture.CONTENTS: Zone.CONTENTS,
}
_OUTSIDE: Final = frozenset({Zone.REFERENCES, Zone.LINKS})


@dataclass(slots=True)
class Place:
    """Hold the zone, and the depth of the heading that opened it."""

    zone: Zone = Zone.HEAD
    depth: int = 2

    def open(self, words: str, level: int) -> Zone:
        """Follow a heading; those under "External links" and the like stay in its zone.

        >>> place = Place()
        >>> place.open("External links", 2), place.open("Support groups", 3), place.open("History", 2)
        (<Zone.LINKS: 'links'>, <Zone.LINKS: 'links'>, <Zone.BODY: 'body'>)
        """
        furniture = heading.furniture(words)
        if furniture is not None or self.zone not in _OUTSIDE or level <= self.depth:
            self.zone, self.depth = _ZONES[furniture], level
        return self.zone
