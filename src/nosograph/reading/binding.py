"""Binding: sentences cut from the laid-out blocks, each with the citations that stand in it and those it inherits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from nosograph.model import SectionRole, Sentence
from nosograph.reading import heading
from nosograph.reading.block import Block, BlockKind
from nosograph.reading.layout import Layout, Placed
from nosograph.reading.sentence import sentences

_ROLES: Final = {BlockKind.TITLE: SectionRole.TITLE, BlockKind.INFOBOX: SectionRole.INFOBOX}
_SPOKEN: Final = frozenset({*_ROLES, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW})
_CUT: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_LISTED: Final = frozenset({BlockKind.ITEM, BlockKind.ROW})
_INTRODUCING: Final = ("following", "as follows", "below", "these are")
_NEAR: Final = 3
_BAR: Final = " | "
_GROUP: Final = re.compile(
    r".{0,100}:|\W{0,3}\d{1,3}\s?%?(?:\s?(?:[-–—]|to)\s?\d{1,3})?\s?%.{0,80}"
    r"|(?:very |most )?(?:frequent|occasional|common|rare|obligate)(?:ly)?\b.{0,60}",
    re.IGNORECASE,
)
"""What a row of one cell says that heads the rows below it: `80%-99% of people have these symptoms`."""
_PROSE: Final = 150


@dataclass(frozen=True, slots=True)
class _Cut:
    """Hold the sentences of one block, and whether its last citation stands at its very end."""

    sentences: tuple[Sentence, ...]
    ends_cited: bool


def bind(layout: Layout) -> Iterator[Sentence]:
    """Yield the sentences of title, infobox and body in order; what stands under "See also" or among links has none."""
    leads = _Leads()
    outside = _outside(layout)
    for paragraph, placed in enumerate(layout.placed):
        block = placed.block
        if block.kind not in _SPOKEN or placed.section in outside:
            leads.end()
            continue
        lead = leads.of(block)
        found = _inherit(_cut(layout, placed, paragraph, lead), lead)
        leads.follow(block, found)
        yield from found


def _outside(layout: Layout) -> frozenset[int]:
    """Give the sections that state nothing: those under "See also", "External links" and the like."""
    names = {name: heading.furniture(name) is not None for section in layout.sections for name in section.path}
    return frozenset(i for i, section in enumerate(layout.sections) if any(names[name] for name in section.path))


@dataclass
class _Leads:
    """Hold which sentences may introduce the item that comes next: one for each level of nesting."""

    chain: list[Sentence | None] = field(default_factory=list)
    last: tuple[Sentence, ...] = ()
    group: Sentence | None = None

    def of(self, block: Block) -> Sentence | None:
        """Give the sentence that introduces an item or row, if one does."""
        if block.kind not in _LISTED:
            return None
        level = max(block.level, 1)
        del self.chain[level:]
        while len(self.chain) < level:
            self.chain.append(_lead(self.last))
        return self.group if block.kind is BlockKind.ROW and self.group is not None else self.chain[-1]

    def follow(self, block: Block, found: tuple[Sentence, ...]) -> None:
        """Note what was just read."""
        if block.kind not in _LISTED:
            self.chain = []
        if block.kind is not BlockKind.ROW and found:
            self.last = found
        if block.kind is not BlockKind.ROW:
            self.group = None
        elif len(found) == 1 and _BAR not in found[0].text and _GROUP.fullmatch(found[0].text):
            self.group = found[0]

    def end(self) -> None:
        """Forget what went before: something else stands between."""
        self.chain, self.last, self.group = [], (), None


def _lead(before: tuple[Sentence, ...]) -> Sentence | None:
    """Find the sentence that introduces a list: the last before it, or one near it that says "following"."""
    if before and (before[-1].text.endswith(":") or before[-1].text[-1] not in ".!?"):
        return before[-1]
    near = before[-_NEAR:]
    return next((s for s in reversed(near) if any(w in s.text.lower() for w in _INTRODUCING)), None)


def _cut(layout: Layout, placed: Placed, paragraph: int, lead: Sentence | None) -> _Cut:
    """Cut a block into sentences; a mark belongs to the sentence that holds the character before it."""
    words = placed.block.words.text
    spans = list(_spans(words, placed.block.kind))
    section = layout.sections[placed.section] if placed.section >= 0 else None
    made: list[Sentence] = []
    marks = iter(placed.block.marks)
    mark = next(marks, None)
    for index, (start, end) in enumerate(spans):
        cited: list[tuple[int, str]] = []
        while mark is not None and (mark.offset <= end or index == len(spans) - 1):
            cited += [(max(0, mark.offset - start), number) for number in mark.numbers]
            mark = next(marks, None)
        made.append(
            Sentence(
                start=placed.start + start,
                end=placed.start + end,
                text=words[start:end],
                section=section.heading if section else "",
                role=_ROLES.get(placed.block.kind) or (section.role if section else SectionRole.LEAD),
                paragraph=paragraph,
                citations=tuple(dict.fromkeys(number for _, number in cited)),
                marks=tuple(cited),
                lead_in=lead,
            )
        )
    trailing = bool(placed.block.marks) and placed.block.marks[-1].offset >= len(words.rstrip(" .!?")) > 0
    return _Cut(tuple(made), trailing)


def _spans(words: str, kind: BlockKind) -> Iterator[tuple[int, int]]:
    """Cut a block's words: prose at its stops; a row is one sentence, unless a cell holds prose of its own."""
    if kind in _CUT:
        yield from sentences(words)
        return
    start = 0
    held: tuple[int, int] | None = None
    for cell in re.finditer(r"(?:(?! \| ).)+", words) if kind is BlockKind.ROW and len(words) > _PROSE else ():
        found = list(sentences(cell[0])) if len(cell[0]) > _PROSE else []
        if len(found) > 1:
            if held is not None:
                yield held
            spans = [(start, cell.start() + found[0][1]), *((cell.start() + a, cell.start() + b) for a, b in found[1:])]
            yield from spans[:-1]
            held = spans[-1]
            start = min(cell.end() + len(_BAR), len(words))
    rest = any(map(str.isalnum, words[start:]))
    if held is not None:
        yield held if rest else (held[0], len(words))
    if rest or held is None:
        yield start, len(words)


def _inherit(cut: _Cut, lead: Sentence | None) -> tuple[Sentence, ...]:
    """Hand a paragraph's closing citation to the uncited sentences right before it, a lead's to its items."""
    made = list(cut.sentences)
    if cut.ends_cited:
        for index in range(len(made) - 2, -1, -1):
            if made[index].citations:
                break
            made[index] = replace(made[index], inherited=made[-1].citations)
    if lead is not None and lead.citations:
        made = [s if s.citations or s.inherited else replace(s, inherited=lead.citations) for s in made]
    return tuple(made)


def in_order(found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Put sentences in the order of the text."""
    return tuple(sorted(found, key=lambda s: s.start))
