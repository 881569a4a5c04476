"""Layout: the blocks set one after the other as the article's one text, with sections over it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from nosograph.model import Section, SectionRole, SourceMap
from nosograph.reading import heading
from nosograph.reading.block import Block, BlockKind
from nosograph.reading.heading import Furniture
from nosograph.reading.traced import Step

_CLOSE: Final = frozenset({BlockKind.INFOBOX, BlockKind.ITEM, BlockKind.ROW, BlockKind.REFERENCE, BlockKind.LINK})
"""Kinds whose neighbours of the same kind stand on the next line, not behind a blank one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Hold a block, where it stands in the text, and the section it belongs to (its index; -1 before the first)."""

    block: Block
    start: int
    end: int
    section: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Hold the text and what stands where in it."""

    text: str
    placed: tuple[Placed, ...]
    sections: tuple[Section, ...]
    source_map: SourceMap


def lay_out(blocks: Iterable[Block]) -> Layout:
    """Set the blocks in order; a paragraph, heading or change of kind stands behind a blank line."""
    state = _Setting()
    for block in blocks:
        state.set(block)
    return Layout(
        text="".join(state.words),
        placed=tuple(state.placed),
        sections=tuple(state.closed()),
        source_map=SourceMap(tuple(state.steps) or ((0, 0),)),
    )


@dataclass
class _Open:
    """Hold a section while it is being filled."""

    heading: str
    level: int
    path: tuple[str, ...]
    role: SectionRole
    start: int


@dataclass
class _Setting:
    words: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    sections: list[_Open] = field(default_factory=list)
    length: int = 0

    def set(self, block: Block) -> None:
        last = self.placed[-1].block.kind if self.placed else None
        if last is not None:
            self._write("\n" if last is block.kind and last in _CLOSE else "\n\n")
        start = self.length
        self._steps(block)
        self._write(block.words.text)
        if block.kind not in {BlockKind.TITLE, BlockKind.INFOBOX}:
            self._section(block, start)
        index = -1 if block.kind in {BlockKind.TITLE, BlockKind.INFOBOX} else len(self.sections) - 1
        self.placed.append(Placed(block=block, start=start, end=self.length, section=index))

    def _write(self, words: str) -> None:
        self.words.append(words)
        self.length += len(words)

    def _steps(self, block: Block) -> None:
        for at, source in block.words.steps:
            behind = self.steps[-1] if self.steps else None
            if behind is None or behind[1] - behind[0] != source - self.length - at:
                self.steps.append((self.length + at, source if behind is None else max(source, behind[1])))

    def _section(self, block: Block, start: int) -> None:
        """Open a section where a heading, the lead, or a list of references without a heading begins."""
        if block.kind is BlockKind.HEADING:
            above = [s for s in self._chain() if s.level < block.level]
            path = (*(s.heading for s in above), block.words.text)
            parent = above[-1].role if above else SectionRole.OTHER
            furniture = heading.furniture(block.words.text)
            role = SectionRole.REFERENCES if furniture is Furniture.REFERENCES else SectionRole.OTHER
            role = heading.role(block.words.text, parent) if furniture is None else role
            self.sections.append(_Open(block.words.text, block.level, path, role, start))
        elif block.kind is BlockKind.REFERENCE and (
            not self.sections or self.sections[-1].role is not SectionRole.REFERENCES
        ):
            self.sections.append(_Open("", 1, (), SectionRole.REFERENCES, start))
        elif not self.sections:
            self.sections.append(_Open("", 1, (), SectionRole.LEAD, start))

    def _chain(self) -> list[_Open]:
        """Give the headings above the present place, outermost first."""
        chain: list[_Open] = []
        for section in reversed(self.sections):
            if section.heading and (not chain or section.level < chain[0].level):
                chain.insert(0, section)
                if section.level <= 2:  # noqa: PLR2004 - the outermost heading of a section
                    break
        return chain

    def closed(self) -> Iterator[Section]:
        """Yield the sections, each up to the last character before the next."""
        ends = {p.section: p.end for p in self.placed}
        for index, s in enumerate(self.sections):
            yield Section(heading=s.heading, path=s.path, role=s.role, start=s.start, end=ends[index])
