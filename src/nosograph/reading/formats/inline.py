"""Inline content: the words of one block as they come, with marks and bold stretches beside them."""

from dataclasses import dataclass, field
from unicodedata import combining

from nosograph.reading.block import Mark
from nosograph.reading.characters import clean_inline
from nosograph.reading.traced import Traced, join

_CLOSING = frozenset(".,;:)")


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the clean words of a block, the citation marks that stood in them, and what was bold."""

    traced: Traced
    marks: tuple[Mark, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Inline:
    """Gather the words of one block."""

    parts: list[Traced] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    @property
    def ends_blank(self) -> bool:
        """True where a blank stands last, or nothing yet."""
        return not self.parts or self.parts[-1].text[-1] == " "

    def add(self, piece: Traced, *, bold: bool = False) -> None:
        """Add a piece of text; blanks on both sides of a seam are one."""
        words = clean_inline(piece)
        last = self.parts[-1].text[-1] if self.parts else " "
        start = len(words.text) - len(words.text.lstrip())
        words = words.slice(max(start - (last != " "), 0), len(words)) if start else words
        if not words.text:
            return
        if (
            last == " "
            and words.text[0] in _CLOSING
            and self.parts
            and self.marks
            and self.marks[-1].offset < self.length
        ):
            self._shorten()
        if combining(words.text[0]) and last != " ":
            self._append(Traced(" ", ((0, words.to_source(0)),)))
        if bold and words.text.strip():
            self.bold.append((self.length, self.length + len(words)))
        self._append(words)

    def _shorten(self) -> None:
        """Take away the blank before a mark with a stop behind it."""
        last = self.parts.pop()
        self.length -= len(last)
        self._append(last.slice(0, len(last.text.rstrip())))

    def _append(self, words: Traced) -> None:
        self.parts.append(words)
        self.length += len(words)

    def mark(self, numbers: tuple[str, ...]) -> None:
        """Note a citation mark behind the last word."""
        behind = bool(self.parts) and self.parts[-1].text.endswith(" ")
        self.marks.append(Mark(self.length - behind, numbers))

    def taken(self) -> Words:
        """Give what was gathered, and begin anew."""
        whole = join(self.parts)
        words = whole.slice(0, len(whole.text.rstrip()))
        bold = tuple((start, min(end, len(words))) for start, end in self.bold if start < len(words))
        found = Words(words, tuple(self.marks), bold)
        self.parts, self.marks, self.bold, self.length = [], [], [], 0
        return found
