"""Plain text to blocks: the style of mirrors and of text extracted from wikis.

Paragraphs stand between blank lines. Headings are `== Heading ==`, or a line alone that is a heading of disease articles. Items begin
with a bullet or a number, references with `1. ^` or stand under their heading, infobox and table rows part their cells by `|` or tab.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from nosograph.model import Licence
from nosograph.reading import boilerplate, heading, infobox
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.characters import clean
from nosograph.reading.citation import take_marks
from nosograph.reading.formats.lines import Line, groups, paragraphs
from nosograph.reading.heading import Furniture
from nosograph.reading.traced import Traced, join

_ITEM: Final = re.compile(r"(?P<bullet>[•·‣▪●◦○■□*]{1,6}[ ]?|[-–—][ ])(?=\S)|(?:\d{1,2}[.)]|\([a-z\d]{1,2}\))[ ](?=\S)")
_CARET: Final = re.compile(
    r"(?:(?P<number>[\w-]{1,12})[.)]?[ ])?(?:jump up )?[\^↑](?: ?jump up(?: to)?:?)?[ ]?(?=\S)", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"(?:\[(?P<brackets>[\w ]{1,10})\][ ]?|(?P<number>\d{1,4})[.)][ ]?|(?P<bare>\d{1,4})[ ](?=[A-Z\"“]))(?=\S)"
)
_CONTENTS: Final = re.compile(r"\d+(?:\.\d+)*[ .]+\S.{0,100}|\S.{0,100}[ .]\d+(?:\.\d+)*")
_LONGEST_TITLE: Final = 200
_LONGEST_HEADING: Final = 80
_TERMINAL: Final = (".", "!", "?", ":", ";", ",")
_GLUED: Final = "/-–)],;.:%"


class _Zone(StrEnum):
    """Say where in the article a line stands."""

    HEAD = "head"
    BODY = "body"
    REFERENCES = "references"
    LINKS = "links"
    CONTENTS = "contents"
    FOOTER = "footer"


_ZONES: Final = {
    None: _Zone.BODY,
    Furniture.REFERENCES: _Zone.REFERENCES,
    Furniture.LINKS: _Zone.LINKS,
    Furniture.NAVIGATION: _Zone.LINKS,
    Furniture.CONTENTS: _Zone.CONTENTS,
}


def read(source: str) -> Page:
    """Read plain text as blocks.

    >>> [b.kind.value for b in read("A syndrome\\n\\nIt is rare.[1]\\n\\n1. ^ Doe J (2001). \\"T\\".").blocks]
    ['title', 'paragraph', 'reference']
    """
    state = _State()
    for group in groups(clean(source)):
        state.take(group)
    return Page(blocks=tuple(state.blocks), licence=state.licence)


@dataclass
class _State:
    """Hold what has been read so far."""

    blocks: list[Block] = field(default_factory=list)
    zone: _Zone = _Zone.HEAD
    licence: Licence | None = None

    def take(self, group: list[Line]) -> None:
        """Read one group of lines between blank lines."""
        if self.zone is _Zone.HEAD and not self.blocks:
            group = self._title(group)
        if any(infobox.is_head(line.text) or infobox.is_row(line.text) for line in group) and self.zone in {
            _Zone.HEAD,
            _Zone.BODY,
        }:
            self._infobox(group)
            return
        bare = self._bare_heading(group)
        if bare is not None:
            self._heading(bare, 2)
            return
        prose: list[Line] = []
        for line in group:
            if not self._special(line, prose):
                prose.append(line)
        self._prose(prose)

    def _title(self, group: list[Line]) -> list[Line]:
        """Take the article's title off its first lines."""
        first = group[0]
        alone = len(group) == 1 or len(first.text) < max(len(line.text) for line in group) * 0.6
        boxed = any(infobox.is_head(line.text) or infobox.is_row(line.text) for line in group)
        if (
            len(first.text) > _LONGEST_TITLE
            or first.text.endswith(_TERMINAL)
            or first.text.startswith("==")
            or infobox.is_row(first.text)
        ):
            return group
        if not (alone or boxed):
            return group
        words = re.sub(
            r"\s[-–—|]\s(?:wiki\w+|medlineplus|gard|orphanet|world heritage encyclopedia)\b.*$",
            "",
            first.text,
            flags=re.IGNORECASE,
        )
        self._add(BlockKind.TITLE, first.words.slice(0, len(words)))
        return group[1:]

    def _infobox(self, group: list[Line]) -> None:
        for line in group:
            item = _ITEM.match(line.text)
            words = line.words.slice(item.end(), len(line.text)) if item else line.words
            titles = {b.words.text.casefold() for b in self.blocks if b.kind is BlockKind.TITLE}
            if infobox.is_head(line.text) or words.text.casefold() in titles and not item:
                continue
            label, value = infobox.split(words.text)
            self.blocks.append(
                Block(kind=BlockKind.INFOBOX, words=_cells(words), identifiers=infobox.identifiers(label, value))
            )

    def _bare_heading(self, group: list[Line]) -> Traced | None:
        """Take a line that stands alone and reads like a heading for one."""
        words = group[0].words if len(group) == 1 else None
        if words is None or self.zone is _Zone.HEAD and not self.blocks:
            return None
        words = words.slice(0, len(re.sub(r"[ ]?\[ ?edit ?\]$", "", words.text)))
        if (
            len(words) > _LONGEST_HEADING
            or words.text.endswith(_TERMINAL[:3])
            or _ITEM.match(words.text)
            or "|" in words.text
        ):
            return None
        return words if heading.known(words.text.strip(" :")) and (words.text[0].isupper()) else None

    def _heading(self, words: Traced, level: int) -> None:
        self.zone = _ZONES[heading.furniture(words.text)]
        if self.zone is not _Zone.CONTENTS:
            self._add(BlockKind.HEADING, words.strip(" :"), level=level)

    def _special(self, line: Line, prose: list[Line]) -> bool:
        """Read a line that is not prose; the prose before it goes first."""
        text = line.text
        marked = text.startswith("==") and text.endswith("==") and len(text.strip("= "))
        if self.zone is _Zone.FOOTER and not marked:
            return True
        if self.zone is _Zone.CONTENTS and _CONTENTS.fullmatch(text):
            return True
        if marked or boilerplate.is_footer(text) or _CARET.match(text):
            self._prose(prose)
            prose.clear()
        if marked:
            level = len(text) - len(text.lstrip("="))
            self._heading(take_marks(line.words.strip("= ")).words, level)
            return True
        if boilerplate.is_footer(text):
            self.zone = _Zone.FOOTER
            self.licence = self.licence or boilerplate.licence(text)
            return True
        return self._entry(line, prose)

    def _entry(self, line: Line, prose: list[Line]) -> bool:
        """Read a reference, a link, an item or a row."""
        caret, item = _CARET.match(line.text), _ITEM.match(line.text)
        if caret:
            self.zone = _Zone.REFERENCES
            self._add(
                BlockKind.REFERENCE,
                _after_letters(line.words.slice(caret.end(), len(line.text))),
                number=caret["number"] or "",
            )
            return True
        if self.zone is _Zone.REFERENCES and not prose:
            numbered = _NUMBERED.match(line.text)
            if numbered or item:
                number = (numbered["brackets"] or numbered["number"] or numbered["bare"]) if numbered else ""
                self._add(
                    BlockKind.REFERENCE, line.words.slice((numbered or item).end(), len(line.text)), number=number
                )  # type: ignore[union-attr]
                return True
            return False
        if item is None and not line.text.startswith("|") and "\t" not in line.text and " | " not in line.text:
            return False
        self._prose(prose)
        prose.clear()
        if item is None:
            self._add(BlockKind.ROW, _cells(line.words))
        elif self.zone is _Zone.LINKS:
            self._add(BlockKind.LINK, line.words.slice(item.end(), len(line.text)))
        else:
            self._add(BlockKind.ITEM, line.words.slice(item.end(), len(line.text)), level=self._level(line, item))
        return True

    def _level(self, line: Line, item: re.Match[str]) -> int:
        stars = len((item["bullet"] or "").strip())
        return stars if stars > 1 else 1 + line.indent // 4

    def _prose(self, lines: list[Line]) -> None:
        """Read lines of prose: paragraphs, or what stands in their place among references and links."""
        for words in paragraphs(lines):
            last = self.blocks[-1] if self.blocks else None
            if (
                self.zone is _Zone.REFERENCES
                and last is not None
                and last.kind is BlockKind.REFERENCE
                and not lines[0].first
            ):
                self.blocks[-1] = Block(kind=last.kind, words=join((last.words, words), " "), number=last.number)
            elif self.zone is _Zone.REFERENCES:
                self._add(BlockKind.REFERENCE, words)
            elif self.zone is _Zone.LINKS:
                self._add(BlockKind.LINK, words)
            elif self.zone is not _Zone.FOOTER:
                self._paragraph(words, last)

    def _paragraph(self, words: Traced, last: Block | None) -> None:
        """Add a paragraph; one that a mirror broke in its middle is mended."""
        self.zone = _Zone.BODY
        first = words.text[0]
        broken = (
            last is not None
            and last.kind is BlockKind.PARAGRAPH
            and not last.words.text.endswith((".", "!", "?", ":", '"', "”"))
        )
        if last is not None and broken and (first in _GLUED or first.islower()):
            marked = take_marks(join((last.words, words), "" if first in _GLUED else " "))
            self.blocks[-1] = Block(kind=last.kind, words=marked.words, marks=last.marks + marked.marks)
        else:
            self._add(BlockKind.PARAGRAPH, words)

    def _add(self, kind: BlockKind, words: Traced, *, level: int = 0, number: str = "") -> None:
        marked = take_marks(words.strip())
        if marked.words.text.strip():
            marks = () if kind in {BlockKind.REFERENCE, BlockKind.LINK, BlockKind.HEADING} else marked.marks
            self.blocks.append(Block(kind=kind, words=marked.words.strip(), marks=marks, level=level, number=number))


def _cells(words: Traced) -> Traced:
    """Put one bar between the cells of a row."""
    cells: list[Traced] = []
    start = 0
    for bar in re.finditer(r"[ ]?\|[ ]?|\t", words.text):
        cells.append(words.slice(start, bar.start()))
        start = bar.end()
    cells.append(words.slice(start, len(words)))
    return join((c.strip() for c in cells if c.text.strip()), " | ")


def _after_letters(words: Traced) -> Traced:
    """Cut off the letters of a shared reference: `a b c` behind the caret, in the alphabet's order."""
    end = count = 0
    for letter, match in zip(_letters(), re.finditer(r"(?P<letter>[a-z]{1,2})[ ]", words.text), strict=False):
        if match["letter"] != letter or match.start() != end:
            break
        end, count = match.end(), count + 1
    return words.slice(end, len(words)) if count > 1 else words


def _letters() -> Iterator[str]:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    yield from alphabet
    yield from (a + b for a in alphabet for b in alphabet)
