"""Emitting: the words between two block elements become a block, by where in the page they stand."""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from nosograph.model import Curie
from nosograph.reading import boilerplate, infobox
from nosograph.reading.block import Block, BlockKind, Mark
from nosograph.reading.citation import Marked, take_marks
from nosograph.reading.formats.html import elements
from nosograph.reading.formats.html.entry import Entry
from nosograph.reading.formats.inline import Words
from nosograph.reading.formats.rows import joined, row
from nosograph.reading.formats.zones import Place, Zone
from nosograph.reading.references import Fields
from nosograph.reading.traced import Traced, join

_LABEL: Final = re.compile(
    r"(?:supplementary )?(?:fig(?:ure)?|table|box|scheme|video)s?\.? ?\w{0,3}\d{1,3}[.:]?", re.IGNORECASE
)
"""What stands over a figure or table where a heading would."""
_MORE: Final = 2


@dataclass(slots=True)
class Emitter:
    """Hold the open lists, tables and entries, and the blocks that are finished."""

    blocks: list[Block] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    heading: int = 0
    lists: list[tuple[etree._Element, int]] = field(default_factory=list)
    items: int = 0
    boxes: int = 0
    rows: list[tuple[etree._Element, list[list[Words]]]] = field(default_factory=list)
    entry: Entry | None = None
    chapters: list[Curie] = field(default_factory=list)

    def made(self) -> list[Block]:
        """Hand out the finished blocks; those of an open entry wait, and the last one: marks may follow it."""
        if len(self.blocks) < _MORE or self.entry is not None:
            return []
        made, self.blocks = self.blocks[:-1], self.blocks[-1:]
        return made

    def enter(self, element: etree._Element, number: str, *, layout: bool) -> None:
        """Note an element that opens; `number` is that of the reference it holds, if it is cited."""
        tag = element.tag
        self.heading = elements.HEADINGS.get(tag, self.heading)
        self.items += tag in elements.ITEMS
        self.boxes += elements.is_infobox(element)
        if tag in elements.LISTS:
            self.lists.append((element, 0))
        if tag == "tr" and not layout:
            self.rows.append((element, []))
        if tag in elements.CELLS and self.rows:
            self.rows[-1][1].append([])
        if tag == "li" and self.lists and self.entry is None:
            self._item(element, number)

    def _item(self, element: etree._Element, number: str) -> None:
        """Open an entry where the list is one of references."""
        home, count = self.lists[-1]
        self.lists[-1] = (home, count + 1)
        listed = elements.names(home) & elements.REFERENCES or number
        if listed or self.place.zone is Zone.REFERENCES:
            self.entry = Entry(element, number or (str(count + 1) if listed or home.tag == "ol" else ""))

    def leave(self, element: etree._Element) -> None:
        """Note an element that closes."""
        tag = element.tag
        self.heading = 0 if tag in elements.HEADINGS else self.heading
        self.items -= tag in elements.ITEMS
        self.boxes -= elements.is_infobox(element)
        if tag in elements.LISTS and self.lists:
            self.lists.pop()
        if self.rows and self.rows[-1][0] is element:
            self._row([joined(cell) for cell in self.rows.pop()[1] if cell])
        if self.entry is not None and self.entry.element is element:
            self.entry = None

    def linked(self, address: str) -> None:
        """Note an address in an infobox or in an entry of a reference list: it may name what the words do not."""
        chapter = elements.CHAPTER.search(address) if self.boxes else None
        if chapter is not None:
            self.chapters.append(Curie("GeneReviews", chapter[1]))
        if self.entry is not None:
            self.entry.link(address)

    def described(self, fields: Fields) -> None:
        """Note the metadata of the entry that is open; an entry's first work is the one it names."""
        if self.entry is not None and self.entry.fields is None:
            self.entry.fields = fields
            if self.entry.begun:
                self.blocks[-1] = replace(self.blocks[-1], fields=fields)

    def block(self, words: Words, url: str) -> None:
        """Make a block of words, or keep them for the row they stand in."""
        if self.rows and self.rows[-1][1]:
            if words.traced.text or words.marks:
                self.rows[-1][1][-1].append(words)
        elif words.traced.text:
            self._block(words, url)
        elif words.marks and self.blocks:
            behind = tuple(Mark(len(self.blocks[-1].words), mark.numbers) for mark in words.marks)
            self.blocks[-1] = replace(self.blocks[-1], marks=self.blocks[-1].marks + behind)

    def _block(self, words: Words, url: str) -> None:
        text = words.traced.text
        if self.heading and _LABEL.fullmatch(text):
            return
        if self.heading:
            if self.place.open(take_marks(words.traced).words.text, self.heading) is not Zone.CONTENTS:
                self._add(BlockKind.HEADING, Words(words.traced), level=max(self.heading, 2))
        elif self.entry is not None:
            self._reference(words, url)
        elif boilerplate.is_navigation(text) or self.place.zone is Zone.FOOTER:
            return
        elif boilerplate.is_footer(text):
            self.place.zone = Zone.FOOTER
        elif self.boxes:
            self._row([words])
        elif self.place.zone is Zone.LINKS:
            self._add(BlockKind.LINK, words, url=url)
        elif self.place.zone is Zone.REFERENCES:
            self._add(BlockKind.REFERENCE, words)
        else:
            self.place.zone = Zone.BODY
            self._add(
                BlockKind.ITEM if self.items else BlockKind.PARAGRAPH, words, level=len(self.lists) if self.items else 0
            )

    def _reference(self, words: Words, url: str) -> None:
        """Begin the entry that is open, or go on with it."""
        entry = self.entry
        if entry is None:
            return
        if entry.begun:
            last = self.blocks[-1]
            self.blocks[-1] = replace(last, words=join((last.words, take_marks(words.traced).words), " "))
            return
        before = len(self.blocks)
        bare = entry.words(words.traced)
        fields = entry.known(bare.text)
        self._add(BlockKind.REFERENCE, Words(bare), number=entry.number, url=url, fields=fields)
        entry.begun = len(self.blocks) > before

    def _row(self, cells: list[Words]) -> None:
        """Make one row of its cells; an infobox's own headings say nothing."""
        if not cells:
            return
        made = row(Marked(cell.traced, cell.marks) for cell in cells)
        words = Words(made.words, made.marks)
        if not self.boxes:
            self._add(BlockKind.ROW, words)
        elif not infobox.is_caption(made.words.text) and not boilerplate.is_navigation(made.words.text):
            found = infobox.identifiers(*infobox.split(made.words.text))
            self._add(BlockKind.INFOBOX, words, identifiers=tuple(dict.fromkeys((*found, *self.chapters))))
        self.chapters.clear()

    def foot(self, words: Traced, chapters: tuple[Curie, ...]) -> None:
        """Add a row of the box of identifiers at the page's foot, with the chapters of GeneReviews it links to."""
        found = infobox.identifiers(*infobox.split(words.text))
        self._add(BlockKind.INFOBOX, Words(words), identifiers=tuple(dict.fromkeys((*found, *chapters))))

    def _add(
        self,
        kind: BlockKind,
        words: Words,
        *,
        level: int = 0,
        number: str = "",
        url: str = "",
        identifiers: tuple[Curie, ...] = (),
        fields: Fields | None = None,
    ) -> None:
        """Add a block, unless it holds neither letter nor digit."""
        marked = take_marks(words.traced, words.marks)
        if any(map(str.isalnum, marked.words.text)):
            self.blocks.append(
                Block(
                    kind=kind,
                    words=marked.words,
                    marks=marked.marks,
                    level=level,
                    number=number,
                    url=url,
                    identifiers=identifiers,
                    fields=fields,
                    bold=words.bold if marked.words is words.traced else (),
                )
            )
