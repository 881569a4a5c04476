"""The walk through a page's content, element by element, without recursion."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from nosograph.reading.block import Block
from nosograph.reading.citation import take_marks
from nosograph.reading.formats.html import coins, elements
from nosograph.reading.formats.html.emit import Emitter
from nosograph.reading.formats.inline import Inline
from nosograph.reading.formats.origin import Origin
from nosograph.reading.traced import Traced

_MOST_LINKS: Final = 20
_MOST_PIECES: Final = 8
_WORDS: Final = etree.XPath("descendant::text()", smart_strings=False)
_NUMBER: Final = re.compile(r"\[?\s*(?:(?P<group>[A-Za-z]{1,12})\.?\s+)?(?P<number>\w{1,6})\s*\]?")


def walk(root: etree._Element, origin: Origin) -> Iterator[Block]:
    """Yield the blocks of a page's content."""
    state = _Walk(root, origin)
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start":
            if state.start(element):
                events.skip_subtree()
        elif event == "end":
            state.end(element)
        if event != "start" and element.tail and element is not root:
            state.text(element.tail)
        yield from state.emitter.made()
    state.flush()
    yield from state.emitter.blocks


def _numbers(root: etree._Element) -> dict[str, str]:
    """Give the number under which each entry of the reference lists is cited, by the entry's id."""
    found: dict[str, str] = {}
    for mark in root.iter("sup"):
        if elements.is_mark(mark):
            for link, number in _linked(mark):
                found.setdefault((link.get("href") or "").rpartition("#")[2], number)
    return found


def _linked(mark: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Give a mark's links and the numbers they show; one that never closes holds the rest of the page."""
    for link in islice(mark.iter("a"), _MOST_LINKS):
        number = _number(" ".join("".join(islice(link.itertext(), _MOST_PIECES)).split()))
        if number:
            yield link, number


def _number(words: str) -> str:
    """Read a mark's words; notes of any group are `note 1`, as everywhere.

    >>> _number("[ 3 ]"), _number("[nb 2]"), _number(":601")
    ('3', 'note 2', '')
    """
    match = _NUMBER.fullmatch(words.strip())
    if match is None:
        return ""
    return f"note {match['number']}" if match["group"] else match["number"]


class _Walk:
    """Hold where in the page the walk stands."""

    def __init__(self, root: etree._Element, origin: Origin) -> None:
        """Stand before the root."""
        self.origin = origin
        self.numbers = _numbers(root)
        self.entries = elements.entries(root)
        self.works = elements.works(root)
        self.layout = elements.layout_rows(root)
        self.inline = Inline()
        self.emitter = Emitter()
        self.dropped: etree._Element | None = None
        self.bold = 0
        self.url = ""

    def start(self, element: etree._Element) -> bool:
        """Enter an element; say whether it is left out, with all within, which is passed over in the source too."""
        if self._is_mark(element) or elements.is_dropped(element):
            self._aside(element)
            self.dropped = element
            for words in _WORDS(element):
                self.origin.skip(words)
            return True
        self._enter(element)
        if element.text:
            self.text(element.text)
        return False

    def _enter(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in elements.BLOCKS:
            self.flush()
        if elements.is_break(element):
            self.inline.add(Traced(" ", ((0, self.origin.here),)))
        self.bold += tag in elements.BOLD
        address = (element.get("href") or "") if tag == "a" else ""
        address = f"https:{address}" if address.startswith("//") else address
        if address.startswith(("http:", "https:")):
            self.url = self.url or address
            self.emitter.linked(address)
        if tag == "a" and self.emitter.entry is not None and element.get("href") in self.works:
            self.emitter.entry.shortens(self.works[element.get("href")])
        self.emitter.enter(element, self.numbers.get(element.get("id") or "", ""), layout=element in self.layout)

    def _is_mark(self, element: etree._Element) -> bool:
        return elements.is_mark(element) or elements.is_raised(element, self.entries)

    def _aside(self, element: etree._Element) -> None:
        """Take from what is left out the citation it marks and the metadata it carries."""
        if elements.is_raised(element, self.entries):
            marked = take_marks(Traced.of(f"x[{elements.brief(element)}]"))
            self.inline.mark(tuple(number for mark in marked.marks for number in mark.numbers))
        elif elements.is_mark(element):
            numbers = tuple(number for _, number in _linked(element))
            self.inline.mark(numbers or tuple(n for n in (_number(elements.text(element)),) if n))
        elif "Z3988" in elements.names(element) and element.get("title"):
            self.emitter.described(coins.fields(element.get("title")))
        elif "navbox" in elements.names(element):
            for item in elements.boxed(element):
                words = Traced.at(elements.text(item), self.origin.here)
                self.emitter.foot(words, elements.chapters(item))

    def end(self, element: etree._Element) -> None:
        """Leave an element."""
        if self.dropped is element:
            self.dropped = None
            return
        if element.tag in elements.BLOCKS:
            self.flush()
        self.bold -= element.tag in elements.BOLD
        self.emitter.leave(element)

    def text(self, words: str) -> None:
        """Read text; more blanks behind a blank say nothing."""
        if words.isspace() and self.inline.ends_blank:
            self.origin.skip(words)
        else:
            self.inline.add(self.origin.place(words), bold=self.bold > 0)

    def flush(self) -> None:
        """Finish the block that was being gathered."""
        if self.inline.parts or self.inline.marks:
            self.emitter.block(self.inline.taken(), self.url)
        self.url = ""
