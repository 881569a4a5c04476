"""Emitting: the words of a line, cell or box become a block, by where in the page they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from nosograph.model import Curie
from nosograph.reading import boilerplate, infobox
from nosograph.reading.block import Block, BlockKind, Mark
from nosograph.reading.citation import Marked, take_marks
from nosograph.reading.formats.inline import Words
from nosograph.reading.formats.rows import row
from nosograph.reading.formats.zones import Place, Zone
from nosograph.reading.references import Fields
from nosograph.reading.traced import Traced

_KINDS: Final = {Zone.LINKS: BlockKind.LINK, Zone.REFERENCES: BlockKind.REFERENCE}
_WITHOUT_MARKS: Final = frozenset({BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.LINK})


@dataclass(slots=True)
class Emission:
    """Hold the finished blocks, the zone they stand in, and the cell that is open, if one is."""

    blocks: list[Block] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    cell: list[Words] | None = None

    def heading(self, words: Words, level: int) -> None:
        """Add a heading; what follows it stands in its zone."""
        made = take_marks(words.traced).words
        if made.text and self.place.open(made.text, level) is not Zone.CONTENTS:
            self._add(BlockKind.HEADING, Words(made), level=max(level, 2))

    def line(self, words: Words, *, level: int = 0, url: str = "", fields: Fields | None = None) -> None:
        """Add a paragraph, or an item where `level` is more than 0; in a cell, one of its parts."""
        if self.cell is not None:
            self.cell += [words] if words.traced.text or words.marks else []
        elif not words.traced.text:
            self._cite_behind(words.marks)
        elif self.place.zone is not Zone.FOOTER and not boilerplate.is_navigation(words.traced.text):
            if self.place.zone is Zone.HEAD:
                self.place.zone = Zone.BODY
            kind = _KINDS.get(self.place.zone) or (BlockKind.ITEM if level else BlockKind.PARAGRAPH)
            self._add(kind, words, level=level if kind is BlockKind.ITEM else 0, url=url, fields=fields)

    def _cite_behind(self, marks: tuple[Mark, ...]) -> None:
        """Hand marks that stand alone to the block before them."""
        if marks and self.blocks:
            last = self.blocks[-1]
            moved = tuple(Mark(len(last.words), mark.numbers) for mark in marks)
            self.blocks[-1] = replace(last, marks=last.marks + moved)

    def row(self, cells: Iterable[Words]) -> None:
        """Add a table's row; a table in a cell gives it its words."""
        found = list(cells)
        if self.cell is not None:
            self.cell += found
        elif found:
            made = row(Marked(cell.traced, cell.marks) for cell in found)
            self._add(BlockKind.ROW, Words(made.words, made.marks))

    def boxed(self, label: Traced, value: Words) -> None:
        """Add an infobox's row."""
        made = row((Marked(label, ()), Marked(value.traced, value.marks)))
        if value.traced.text:
            found = infobox.identifiers(label.text, value.traced.text)
            self._add(BlockKind.INFOBOX, Words(made.words, made.marks), identifiers=found)

    def _add(
        self,
        kind: BlockKind,
        words: Words,
        *,
        level: int = 0,
        url: str = "",
        fields: Fields | None = None,
        identifiers: tuple[Curie, ...] = (),
    ) -> None:
        """Add a block, unless it holds neither letter nor digit."""
        marked = take_marks(words.traced, words.marks)
        if any(map(str.isalnum, marked.words.text)):
            self.blocks.append(
                Block(
                    kind=kind,
                    words=marked.words,
                    marks=() if kind in _WITHOUT_MARKS else marked.marks,
                    level=level,
                    url=url,
                    fields=fields,
                    identifiers=identifiers,
                    bold=words.bold if marked.words is words.traced else (),
                )
            )
