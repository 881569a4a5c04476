"""Rows: the cells of a table's or infobox's row as one line."""

from collections.abc import Iterable
from typing import Final

from nosograph.reading.block import Mark
from nosograph.reading.citation import Marked, take_marks
from nosograph.reading.formats.inline import Words
from nosograph.reading.traced import Traced, join

BAR: Final = " | "
BETWEEN: Final = "; "


def row(cells: Iterable[Marked]) -> Marked:
    """Put a bar between the cells that hold words; a cell that held marks alone cites for the cells before it.

    >>> made = row(Marked(Traced.of(cell), ()) for cell in ("Type 1", "severe[2]", ", [4]"))
    >>> made.words.text, made.marks
    ('Type 1 | severe', (Mark(offset=15, numbers=('2',)), Mark(offset=15, numbers=('4',))))
    """
    kept: list[Traced] = []
    marks: list[Mark] = []
    length = 0
    for cell in cells:
        marked = take_marks(cell.words, cell.marks)
        if not marked.words.text.strip(" ,;"):
            marks += [Mark(length, mark.numbers) for mark in marked.marks]
            continue
        start = length + len(BAR) if kept else 0
        marks += [Mark(start + mark.offset, mark.numbers) for mark in marked.marks]
        kept.append(marked.words)
        length = start + len(marked.words)
    return Marked(join(kept, BAR), tuple(marks))


def joined(parts: Iterable[Words]) -> Words:
    """Put the blocks of one cell one after the other, their marks with them."""
    marks: list[Mark] = []
    kept: list[Traced] = []
    length = 0
    for part in parts:
        length += len(BETWEEN) if kept and part.traced.text else 0
        marks += [Mark(mark.offset + length, mark.numbers) for mark in part.marks]
        length += len(part.traced)
        kept += [part.traced] if part.traced.text else []
    return Words(join(kept, BETWEEN), tuple(marks))
