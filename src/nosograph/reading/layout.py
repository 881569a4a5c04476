"""Layout: the blocks set one after the other as the article's one text, with sections over it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from nosograph.model import Section, SectionRole, SourceMap
from nosograph.reading import heading
from nosograph.reading.block import Block, BlockKind
from nosograph.reading.heading import Furniture
from nosograph.reading.traced import Traced, chain

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
    whole = chain(state.parts)
    return Layout(
        text=whole.text,
        placed=tuple(state.placed),
        sections=tuple(state.closed()),
        source_map=SourceMap(whole.steps),
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
    parts: list[tuple[str, Traced]] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    sections: list[_Open] = field(default_factory=list)
    above: list[_Open] = field(default_factory=list)
    length: int = 0
    reached: int = 0

    def set(self, block: Block) -> None:
        last = self.placed[-1].block.kind if self.placed else None
        separator = "" if last is None else "\n" if last is block.kind and last in _CLOSE else "\n\n"
        start = self.length + len(separator)
        words = block.words if block.words.follows(self.reached) else Traced.at(block.words.text, self.reached)
        self.reached = words.end
        self.parts.append((separator, words))
        self.length = start + len(block.words)
        outside = block.kind in {BlockKind.TITLE, BlockKind.INFOBOX}
        if not outside:
            self._section(block, start)
        index = -1 if outside else len(self.sections) - 1
        self.placed.append(Placed(block=block, start=start, end=self.length, section=index))

    def _section(self, block: Block, start: int) -> None:
        """Open a section where a heading, the lead, or a list of references without a heading begins."""
        if block.kind is BlockKind.HEADING:
            while self.above and self.above[-1].level >= block.level:
                self.above.pop()
            path = (*(s.heading for s in self.above), block.words.text)
            parent = self.above[-1].role if self.above else SectionRole.OTHER
            furniture = heading.furniture(block.words.text)
            role = SectionRole.REFERENCES if furniture is Furniture.REFERENCES else SectionRole.OTHER
            role = heading.role(block.words.text, parent) if furniture is None else role
            self.sections.append(_Open(block.words.text, block.level, path, role, start))
            self.above.append(self.sections[-1])
        elif block.kind is BlockKind.REFERENCE and (
            not self.sections or self.sections[-1].role is not SectionRole.REFERENCES
        ):
            self.sections.append(_Open("", 1, (), SectionRole.REFERENCES, start))
        elif not self.sections:
            self.sections.append(_Open("", 1, (), SectionRole.LEAD, start))

    def closed(self) -> Iterator[Section]:
        """Yield the sections, each up to the last character before the next."""
        ends = {p.section: p.end for p in self.placed}
        for index, s in enumerate(self.sections):
            yield Section(heading=s.heading, path=s.path, role=s.role, start=s.start, end=ends[index])
