"""Mending: references and paragraphs that a mirror or a wrapped line broke in their middle."""

from dataclasses import replace
from typing import Final

from nosograph.reading.block import Block, BlockKind
from nosograph.reading.citation import take_marks
from nosograph.reading.formats.lines import Line
from nosograph.reading.traced import Traced, join

_LONGEST: Final = 4000
"""Code points of what is mended: hostile text must not be put together piece by piece."""
_ENDS: Final = (".", "!", "?", ":", '"', "”")
_GLUED: Final = "/-–)],;.:%"


def goes_on(reference: Block, line: Line) -> bool:
    """Tell a line that goes on with the reference before it: wrapped, or broken in its middle by a mirror."""
    return not line.first or (line.text[0] in _GLUED and len(reference.words) < _LONGEST)


def continued(reference: Block, lines: list[Line]) -> Block:
    """Put lines that go on with a reference behind its words."""
    rest = take_marks(join((line.words for line in lines), " ")).words.strip()
    glue = "" if lines[0].first else " "
    return replace(reference, words=join((reference.words, rest), glue)) if rest.text else reference


def mended(last: Block, words: Traced) -> Block | None:
    """Put a paragraph behind the one before, where that broke off in its middle; None where it did not."""
    first = words.text[0]
    whole = last.kind is not BlockKind.PARAGRAPH or last.words.text.endswith(_ENDS) or len(last.words) >= _LONGEST
    if whole or not (first in _GLUED or first.islower()):
        return None
    glue = "" if first in _GLUED or last.words.text.endswith(("/", "-")) else " "
    marked = take_marks(words)
    shift = len(last.words) + len(glue)
    moved = tuple(replace(mark, offset=mark.offset + shift) for mark in marked.marks)
    return replace(last, words=join((last.words, marked.words), glue), marks=last.marks + moved)
