"""Binding: sentences cut from the laid-out blocks, each with the citations that stand in it and those it inherits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from nosograph.model import SectionRole, Sentence
from nosograph.reading import heading
from nosograph.reading.block import BlockKind
from nosograph.reading.layout import Layout, Placed
from nosograph.reading.sentence import sentences

_ROLES: Final = {BlockKind.TITLE: SectionRole.TITLE, BlockKind.INFOBOX: SectionRole.INFOBOX}
_BODY: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW})
_INTRODUCING: Final = ("following", "as follows", "below", "these are")


@dataclass(frozen=True, slots=True)
class _Cut:
    """Hold the sentences of one block, and whether its last citation stands at its very end."""

    sentences: tuple[Sentence, ...]
    ends_cited: bool


def bind(layout: Layout) -> Iterator[Sentence]:
    """Yield the sentences of title, infobox and body in order; links and references have none here."""
    leads: list[Sentence] = []
    last: Sentence | None = None
    for paragraph, placed in enumerate(layout.placed):
        block = placed.block
        if block.kind not in _BODY and block.kind not in _ROLES:
            last = None
            continue
        lead = None
        if block.kind is BlockKind.ITEM:
            del leads[block.level - 1 :]
            if last is not None and len(leads) < block.level:
                leads += [last] * (block.level - len(leads))
            lead = leads[-1] if leads and _introduces(leads[-1]) else None
        else:
            leads = []
        cut = _cut(layout, placed, paragraph, lead)
        found = _inherit(cut, lead)
        yield from found
        if block.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.ITEM:
            last = found[-1] if found else last


def _introduces(sentence: Sentence) -> bool:
    """Tell whether a sentence introduces the list behind it."""
    words = sentence.text.rstrip()
    return words.endswith(":") or words[-1:] not in ".!?" or any(w in words.lower() for w in _INTRODUCING)


def _cut(layout: Layout, placed: Placed, paragraph: int, lead: Sentence | None) -> _Cut:
    """Cut a block into sentences; a mark belongs to the sentence that holds the character before it."""
    words = placed.block.words.text
    spans = list(sentences(words)) if placed.block.kind in _BODY else [(0, len(words))]
    section = layout.sections[placed.section] if placed.section >= 0 else None
    made: list[Sentence] = []
    marks = iter(placed.block.marks)
    mark = next(marks, None)
    for index, (start, end) in enumerate(spans):
        numbers: list[str] = []
        while mark is not None and (mark.offset <= end or index == len(spans) - 1):
            numbers += mark.numbers
            mark = next(marks, None)
        made.append(
            Sentence(
                start=placed.start + start,
                end=placed.start + end,
                text=words[start:end],
                section=section.heading if section else "",
                role=_ROLES.get(placed.block.kind) or (section.role if section else SectionRole.LEAD),
                paragraph=paragraph,
                citations=tuple(dict.fromkeys(numbers)),
                lead_in=lead,
            )
        )
    trailing = bool(placed.block.marks) and placed.block.marks[-1].offset >= len(words.rstrip(" .!?")) > 0
    return _Cut(tuple(made), trailing)


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


def stated(sentence: Sentence) -> bool:
    """Tell whether a sentence stands where the article states something, not under "See also" or "External links"."""
    return sentence.role in _ROLES.values() or heading.furniture(sentence.section) is None


def in_order(found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Put sentences in the order of the text."""
    return tuple(sorted(found, key=lambda s: s.start))
