"""Numbering: every reference under a number of its own, also where a page has two lists."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nosograph.reading.block import Block, BlockKind

_NOTES: Final = re.compile(r"(?:explanatory |foot|end)?notes", re.IGNORECASE)


def numbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Number what has no number, and keep two lists apart.

    A list of notes that counts as the references do becomes `note 1`, as its marks are read. In any other second list,
    what is counted again is not what the body cites, so it is further reading (a link), as is an unnumbered work
    beside a numbered list.
    """
    lists = _lists(blocks)
    taken: dict[str, int] = {}
    for at, home in sorted(lists.items(), key=lambda item: (_is_notes(blocks, item[1]), item[0])):
        if blocks[at].number:
            taken.setdefault(blocks[at].number, home)
    made: list[Block] = []
    count = 0
    seen: set[str] = set()
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.REFERENCE:
            made.append(block)
            continue
        count += 1
        number = block.number or ("" if taken else str(count))
        if number and taken.get(number, lists[at]) != lists[at] and _is_notes(blocks, lists[at]):
            number = f"note {number}"
        kind = BlockKind.REFERENCE if number and number not in seen else BlockKind.LINK
        seen.add(number)
        made.append(replace(block, kind=kind, number=number if kind is BlockKind.REFERENCE else ""))
    return tuple(made)


def _lists(blocks: Sequence[Block]) -> dict[int, int]:
    """Say of each reference under which heading it stands (index of the heading's block, -1 before the first)."""
    found: dict[int, int] = {}
    home = -1
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            home = at
        elif block.kind is BlockKind.REFERENCE:
            found[at] = home
    return found


def _is_notes(blocks: Sequence[Block], home: int) -> bool:
    return home >= 0 and bool(_NOTES.fullmatch(blocks[home].words.text))
