"""The walk through an abstract, a body or a table, element by element, without recursion."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from nosograph.reading.block import Block, BlockKind, Mark
from nosograph.reading.citation import Marked, take_marks
from nosograph.reading.formats.inline import Inline, Words
from nosograph.reading.formats.jats import marks
from nosograph.reading.formats.jats.elements import DROPPED, FLOATS, LISTS, PARAGRAPHS, name, text
from nosograph.reading.formats.origin import Origin
from nosograph.reading.formats.rows import joined, row
from nosograph.reading.heading import Furniture, furniture
from nosograph.reading.traced import Traced

_NUMERIC: Final = re.compile(
    r"[\[(]?\s*(?!(?:1[89]|20)\d\d\b)\d{1,4}[a-z]?(?:\s*[-–,]\s*\d{1,4})*\s*[\])]?|[*†‡§¶#|]{1,4}"
)
"""Words of a number, not of a year."""
_FOOTNOTE: Final = re.compile(r"\W*\w{0,2}\W*")
_DEEPEST: Final = 6
_CELLS: Final = frozenset({"td", "th"})


@dataclass(slots=True)
class Walk:
    """Hold where the walk stands: how deep in sections and lists, in which row, and what it has read."""

    origin: Origin
    known: Mapping[str, str]
    level: int = 1
    lists: int = 0
    inline: Inline = field(default_factory=Inline)
    cited: list[tuple[str, ...]] = field(default_factory=list)
    row: list[list[Words]] | None = None
    heading: bool = False
    dropped: etree._Element | None = None
    blocks: list[Block] = field(default_factory=list)

    def walk(self, root: etree._Element) -> Iterator[Block]:
        """Yield the blocks of an element's content."""
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._start(element, root)
            elif event == "end":
                self._end(element, root)
            if event != "start" and element.tail and element is not root:
                self._text(element.tail)
            yield from self.blocks
            self.blocks.clear()
        self._flush()
        yield from self.blocks
        self.blocks.clear()

    def _start(self, element: etree._Element, root: etree._Element) -> None:
        tag = name(element)
        if (
            self.dropped is None
            and element is not root
            and (tag in DROPPED or self._is_mark(element) or _is_furniture(element) or self._breaks_in(tag))
        ):
            self.dropped = element
        if self.dropped is None:
            self._enter(tag, element)
        if element.text:
            self._text(element.text)

    def _enter(self, tag: str, element: etree._Element) -> None:
        if tag in PARAGRAPHS or tag in LISTS or tag in FLOATS or tag in {"sec", "tr"}:
            self._flush()
        self.level += tag == "sec"
        self.lists += tag in LISTS
        if tag == "tr":
            self.row = []
        elif tag in _CELLS and self.row is not None:
            self.row.append([])
        elif tag == "title":
            parent = element.getparent()
            self.heading = parent is not None and name(parent) in {"sec", "abstract"}
        elif tag == "break":
            self.inline.add(Traced.of(" ", self.origin.here))

    def _breaks_in(self, tag: str) -> bool:
        """Tell a figure that stands in the middle of a sentence."""
        words = self.inline.parts[-1].text.rstrip() if tag in FLOATS and self.inline.parts else ""
        return bool(words) and not words.endswith((".", "!", "?", ":", ")", "]", marks.SIGN))

    def _is_mark(self, element: etree._Element) -> bool:
        """Read a citation: its number goes, names and years stay in the sentence."""
        if name(element) != "xref":
            return False
        numbers = marks.numbers(element.get("rid") or "", self.known) if element.get("ref-type") == "bibr" else ()
        words = text(element)
        if element.get("ref-type") in {"fn", "table-fn"} and _FOOTNOTE.fullmatch(words):
            return True
        numeric = bool(_NUMERIC.fullmatch(words))
        if numbers and numeric:
            self._sign(numbers)
        return numeric and bool(numbers)

    def _sign(self, numbers: tuple[str, ...]) -> None:
        self.cited.append(numbers)
        self.inline.add(Traced.of(marks.SIGN, self.origin.here))

    def _end(self, element: etree._Element, root: etree._Element) -> None:
        if self.dropped is not None:
            self.dropped = None if self.dropped is element else self.dropped
            return
        tag = name(element)
        if tag == "xref" and element.get("ref-type") == "bibr":
            numbers = marks.numbers(element.get("rid") or "", self.known)
            if numbers:
                self._sign(numbers)
        if tag in PARAGRAPHS or tag in LISTS or tag in FLOATS or tag == "sec":
            self._flush()
        if tag == "tr" and self.row is not None:
            cells, self.row = [joined(cell) for cell in self.row], None
            made = row(Marked(cell.traced, cell.marks) for cell in cells)
            self._add(BlockKind.ROW, made.words, made.marks, 0)
        self.level -= tag == "sec" and element is not root
        self.lists -= tag in LISTS

    def _text(self, words: str) -> None:
        """Read text; what stands in a part that is left out is passed over in the source too."""
        traced = self.origin.place(words)
        if self.dropped is None:
            plain = (
                traced
                if marks.SIGN not in words
                else traced.edited([(m.start(), m.end(), "") for m in re.finditer(marks.SIGN, words)])
            )
            self.inline.add(plain)

    def _flush(self) -> None:
        """Finish the block that was being gathered."""
        words, found = marks.taken(self.inline.taken().traced, self.cited)
        self.cited = []
        heading, self.heading = self.heading, False
        if self.row is not None and self.row:
            self.row[-1] += [Words(words, found)] if words.text or found else []
        elif heading:
            self._add(BlockKind.HEADING, take_marks(words).words, (), min(self.level, _DEEPEST))
        else:
            self._add(BlockKind.ITEM if self.lists else BlockKind.PARAGRAPH, words, found, self.lists)

    def _add(self, kind: BlockKind, words: Traced, found: tuple[Mark, ...], level: int) -> None:
        marked = take_marks(words.strip(), found)
        if any(map(str.isalnum, marked.words.text)):
            self.blocks.append(Block(kind=kind, words=marked.words, marks=marked.marks, level=level))


def _is_furniture(element: etree._Element) -> bool:
    """Tell a section whose heading says that it states nothing."""
    if name(element) != "sec":
        return False
    title = next((child for child in element if name(child) == "title"), None)
    return title is not None and furniture(text(title)) in {Furniture.NAVIGATION, Furniture.CONTENTS}
