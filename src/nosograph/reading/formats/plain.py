"""Plain text to blocks: the style of mirrors and of text extracted from wikis.

Paragraphs stand between blank lines. Headings are `== Heading ==`; where a text has none of these, a line alone that
is a heading of disease articles. Items begin with a bullet or a number, references with `1. ^` or stand under their
heading, rows part their cells by `|` or tab.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from nosograph.errors import InputError
from nosograph.model import Licence
from nosograph.reading import boilerplate, infobox
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.characters import clean
from nosograph.reading.citation import Marked, take_marks
from nosograph.reading.formats import copied, titles
from nosograph.reading.formats.entries import entry, is_marked
from nosograph.reading.formats.flattened import spread
from nosograph.reading.formats.lines import ITEM, Line, cells, groups, is_row, paragraphs
from nosograph.reading.formats.mending import continued, goes_on, mended
from nosograph.reading.formats.rows import row
from nosograph.reading.formats.zones import Place, Zone
from nosograph.reading.traced import Traced

_MARKED: Final = re.compile(r"^ *(={2,6})[^=\n].{0,300}?\1 *$", re.MULTILINE)
_CONTENTS: Final = re.compile(r"\d+(?:\.\d+)*[ .\t]+\S.{0,100}|[^.!?]{1,80}(?:[ .]\d+(?:\.\d+)*)?")
_LONGEST: Final = 1_000_000
"""Code points of an article; the longest of an encyclopedia have half a million."""
_MOST_LINES: Final = 100_000
_INDENT: Final = 4


_WITHOUT_MARKS: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.LINK})


def read(source: str, where: str = "") -> Page:
    r"""Read plain text as blocks.

    >>> [b.kind.value for b in read('A syndrome\n\nIt is rare.[1]\n\n1. ^ Doe J (2001). "T".').blocks]
    ['title', 'paragraph', 'reference']

    Raises:
        InputError: it holds more than a million characters, or 100,000 lines.
    """
    lines = source.count("\n") + source.count("\r")
    for number, most, what in ((len(source), _LONGEST, "characters"), (lines, _MOST_LINES, "lines")):
        if number > most:
            seen = f"holds {number:,} {what}, more than {most:,}"
            raise InputError(seen, where=where, mend="give one article, not a collection")
    page = clean(source)
    state = _State(marked=bool(_MARKED.search(page.text)))
    for group in groups(page):
        for part in [group] if state.marked else titles.apart(group):
            state.take(part)
    if len(state.blocks) == 1:
        state.blocks[0] = replace(state.blocks[0], kind=BlockKind.PARAGRAPH)
    return Page(blocks=tuple(_untabbed(block) for block in state.blocks), licence=state.licence)


def _untabbed(block: Block) -> Block:
    """Put blanks for tabs that part no cells."""
    if "\t" not in block.words.text:
        return block
    return replace(block, words=Traced(block.words.text.replace("\t", " "), block.words.steps))


@dataclass
class _State:
    """Hold what has been read so far; `marked` is true where the text shows its headings by `==`."""

    marked: bool
    blocks: list[Block] = field(default_factory=list)
    place: Place = field(default_factory=Place)
    licence: Licence | None = None

    def take(self, group: list[Line]) -> None:
        """Read one group of lines between blank lines."""
        boxed = self.place.zone in {Zone.HEAD, Zone.BODY} and infobox.is_box(
            [line.text for line in group], alone=self.place.zone is Zone.HEAD
        )
        if not self.blocks:
            group = self._title(group, boxed=boxed)
        if boxed:
            group = self._infobox(group)
        if not group:
            return
        bare = titles.bare(group) if self.blocks and not self.marked else None
        if bare is not None:
            self._heading(bare, 2)
            return
        prose: list[Line] = []
        for line in group:
            if not self._special(line, prose):
                prose.append(line)
        self._prose(prose)

    def _title(self, group: list[Line], *, boxed: bool) -> list[Line]:
        """Take the article's title off its first line."""
        found = titles.title(group, boxed=boxed)
        if found is None:
            if (thing := titles.asked(group)) is not None:
                self._add(BlockKind.TITLE, thing)
            return group
        self._add(BlockKind.TITLE, found)
        return group[1:]

    def _infobox(self, group: list[Line]) -> list[Line]:
        """Read the rows of an infobox; its own heading says nothing. Give the prose that stands right behind them."""
        end = copied.boxed(group)
        for line in group[:end]:
            item = ITEM.match(line.text)
            words = line.after(item.end()) if item else line.words
            if not infobox.is_caption(line.text):
                self._add(BlockKind.INFOBOX, words)
        return group[end:]

    def _heading(self, words: Traced, level: int) -> None:
        if self.place.open(words.text, level) is not Zone.CONTENTS:
            self._add(BlockKind.HEADING, words.strip(" :"), level=level)

    def _special(self, line: Line, prose: list[Line]) -> bool:
        """Read a line that is not prose; the prose before it goes first."""
        if self._titled(line, prose):
            return True
        text = line.text
        if self.place.zone is Zone.FOOTER:
            self.licence = self.licence or (boilerplate.licence(text) if boilerplate.is_footer(text) else None)
            return True
        if self.place.zone is Zone.CONTENTS and _CONTENTS.fullmatch(text):
            return True
        if copied.is_contents(text) and not self.marked:
            self._flush(prose)
            self.place.zone = Zone.CONTENTS
            return True
        if boilerplate.is_footer(text):
            self._flush(prose)
            self.place.zone = Zone.FOOTER
            self.licence = self.licence or boilerplate.licence(text)
            return True
        return self._resource(line) or self._entry(line, prose) or self._item(line, prose)

    def _titled(self, line: Line, prose: list[Line]) -> bool:
        """Read a heading that shows itself: by `==`, or by its link to edit."""
        text = line.text
        edited = copied.titled(line.words)
        if _MARKED.fullmatch(text):
            self._flush(prose)
            self._heading(take_marks(line.words.strip("= ")).words, len(text) - len(text.lstrip("=")))
        elif edited is not None:
            self._flush(prose)
            self._heading(*edited)
        else:
            return False
        return True

    def _resource(self, line: Line) -> bool:
        """Read rows of the box of identifiers at a page's foot."""
        if self.place.zone is not Zone.LINKS:
            return False
        found = copied.rows(line.words)
        for words in found:
            self._add(BlockKind.INFOBOX, words)
        return bool(found)

    def _entry(self, line: Line, prose: list[Line]) -> bool:
        """Read the beginning of a reference."""
        if self.place.zone is not Zone.REFERENCES and not is_marked(line.text):
            return False
        last = self.blocks[-1].number if self.blocks and self.blocks[-1].kind is BlockKind.REFERENCE else ""
        found = entry(line, last)
        if found is None:
            return False
        self._flush(prose)
        self.place.zone = Zone.REFERENCES
        self._add(BlockKind.REFERENCE, found.words, number=found.number)
        return True

    def _item(self, line: Line, prose: list[Line]) -> bool:
        """Read an item, a link or a row."""
        item = ITEM.match(line.text)
        if self.place.zone is Zone.REFERENCES or (item is None and not is_row(line.text)):
            return False
        self._flush(prose)
        if item is None:
            self._add(BlockKind.ROW, line.words)
        elif self.place.zone is Zone.LINKS:
            self._add(BlockKind.LINK, line.after(item.end()))
        else:
            stars = len(item["bullet"] or "")
            self._add(BlockKind.ITEM, line.after(item.end()), level=stars if stars > 1 else 1 + line.indent // _INDENT)
        return True

    def _flush(self, prose: list[Line]) -> None:
        self._prose(prose)
        prose.clear()

    def _prose(self, lines: list[Line]) -> None:
        """Read lines of prose: paragraphs, or what stands in their place among references and links."""
        last = self.blocks[-1] if self.blocks and self.place.zone is Zone.REFERENCES else None
        if last is not None and last.kind is BlockKind.REFERENCE and lines and goes_on(last, lines[0]):
            self.blocks[-1] = continued(last, lines)
            return
        listed = self._follows_lead(lines)
        for words in [line.words for line in lines] if listed else paragraphs(lines):
            if self.place.zone is Zone.REFERENCES:
                self._add(BlockKind.REFERENCE, words)
            elif self.place.zone is Zone.LINKS:
                self._add(BlockKind.LINK, words)
            elif listed:
                self._add(BlockKind.ITEM, words, level=1)
            elif self.place.zone is not Zone.FOOTER:
                self._paragraph(words)

    def _follows_lead(self, lines: list[Line]) -> bool:
        """Tell a list without bullets behind the colon of its lead."""
        last = self.blocks[-1] if self.blocks and self.place.zone is Zone.BODY else None
        if last is None or last.kind is not BlockKind.PARAGRAPH or not last.words.text.endswith(":"):
            return False
        return copied.is_list(lines)

    def _paragraph(self, words: Traced) -> None:
        """Add a paragraph; one that a mirror broke in its middle is mended."""
        self.place.zone = Zone.BODY
        whole = mended(self.blocks[-1], words) if self.blocks else None
        if whole is not None:
            self.blocks[-1] = whole
            return
        for kind, piece in spread(words):
            self._add(kind, piece, level=int(kind is BlockKind.ITEM))

    def _add(self, kind: BlockKind, words: Traced, *, level: int = 0, number: str = "") -> None:
        """Add a block, unless it holds neither letter nor digit."""
        if kind in {BlockKind.ROW, BlockKind.INFOBOX}:
            marked = row(Marked(cell, ()) for cell in cells(words))
        else:
            marked = take_marks(words.strip())
        if any(c.isalnum() for c in marked.words.text):
            self.blocks.append(
                Block(
                    kind=kind,
                    words=marked.words,
                    marks=() if kind in _WITHOUT_MARKS else marked.marks,
                    level=level,
                    number=number,
                    identifiers=infobox.identifiers(*infobox.split(marked.words.text))
                    if kind is BlockKind.INFOBOX
                    else (),
                )
            )
