"""Lines of a plain text: grouped by blank lines, and put together again where an editor wrapped them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.reading import boilerplate
from nosograph.reading.traced import Traced, join

_WRAPPED: Final = 110
_ENDS: Final = (".", "!", "?", ":", '."', ".”", "]", ")")
_MARK: Final = re.compile(r"(?:[^\w\s]{1,6}|[\[(]?\w{1,3}[.)\]]|\d{1,3})\t")
ITEM: Final = re.compile(r"(?:(?P<bullet>[•·‣▪●◦○■□*]{1,6})[ ]?|[-–—][ ]|\d{1,2}[.)][ ]|\([a-z\d]{1,2}\)[ ])(?=[^\s*])")
"""How an item begins."""
EDITED: Final = re.compile(
    r"(?P<words>\S.{0,120}?)[ ]?\[[ ]?edit(?:[ ]?\|[ ]?edit source|[ ]source)?[ ]?\]", re.IGNORECASE
)
"""A heading and, behind it, its link to edit."""
_BAR: Final = re.compile(r"[ ]?\|[ ]?|\t")


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line without its outer blanks, how far it stands in, and whether it is the first after a blank line."""

    words: Traced
    indent: int
    first: bool

    @property
    def text(self) -> str:
        """The line's words."""
        return self.words.text

    def after(self, offset: int) -> Traced:
        """Give the words from `offset` on."""
        return self.words.slice(offset, len(self.words)).strip()


def groups(page: Traced) -> Iterator[list[Line]]:
    """Yield the lines that stand together between blank lines; lines of navigation are left out.

    A heading that shows its link to edit stands alone.
    """
    group: list[Line] = []
    start = 0
    first = True
    for raw in page.text.split("\n"):
        text = raw.strip()
        if not text:
            if group:
                yield group
            group, first = [], True
        elif not boilerplate.is_navigation(text):
            titled = bool(EDITED.fullmatch(text))
            if titled and group:
                yield group
                group, first = [], True
            indent = len(raw) - len(raw.lstrip())
            words = _untabbed(page.slice(start + indent, start + indent + len(text)))
            group.append(Line(words, indent, first))
            first = False
            if titled:
                yield group
                group, first = [], True
        start += len(raw) + 1
    if group:
        yield group


def _untabbed(words: Traced) -> Traced:
    """Put a blank for the tab behind a bullet or a number, where it parts no cells."""
    mark = _MARK.match(words.text)
    return Traced(words.text.replace("\t", " ", 1), words.steps) if mark else words


def paragraphs(lines: list[Line]) -> Iterator[Traced]:
    """Join the lines an editor wrapped; a text with one line a paragraph keeps them apart."""
    wrapped = bool(lines) and max(len(line.text) for line in lines) <= _WRAPPED
    held: list[Traced] = []
    for line in lines:
        if held and not wrapped and held[-1].text.endswith(_ENDS):
            yield join(held, " ")
            held = []
        held.append(line.words)
    if held:
        yield join(held, " ")


def is_row(text: str) -> bool:
    """Tell a table's row: its cells are parted by bars or tabs."""
    return text.startswith("|") or "\t" in text or " | " in text


def cells(words: Traced) -> list[Traced]:
    """Give the cells of a row.

    >>> [c.text for c in cells(Traced.of("| ICD-10 | D81.6"))]
    ['', 'ICD-10', 'D81.6']
    """
    bars = list(_BAR.finditer(words.text))
    starts = [0, *(bar.end() for bar in bars)]
    ends = [*(bar.start() for bar in bars), len(words)]
    return [words.slice(start, end).strip() for start, end in zip(starts, ends, strict=True)]
