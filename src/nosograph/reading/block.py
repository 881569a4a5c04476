"""Block: what every format reader yields, whatever the format: a neutral stretch of content in reading order."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from nosograph.model import Curie, Licence
from nosograph.reading.references.fields import Fields
from nosograph.reading.traced import Traced


class BlockKind(StrEnum):
    """Say what a block is in the article."""

    TITLE = "title"
    INFOBOX = "infobox"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    REFERENCE = "reference"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold a citation mark that was taken out of a block: after which character it stood, and the numbers it names."""

    offset: int
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Hold one block: its words, clean and on one line, with the citation marks beside them.

    `level` is a heading's depth (2 for a section, 3 for its subsection) or an item's nesting (1 for the outermost
    list). `number` is a reference's own mark, `url` a link's address, `identifiers` what an infobox row names, `bold`
    the stretches of `words` set in bold.
    """

    kind: BlockKind
    words: Traced
    marks: tuple[Mark, ...] = ()
    level: int = 0
    number: str = ""
    url: str = ""
    identifiers: tuple[Curie, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    fields: Fields | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Hold what a format reader found: the blocks in reading order, the licence the page states, and its notes."""

    blocks: tuple[Block, ...]
    licence: Licence | None = None
    url: str = ""
    notes: tuple[str, ...] = ()


FormatReader = Callable[[str, str], Page]
"""Turn a decoded source into a page; the second argument says where it came from. Words point at code points of the
source."""
