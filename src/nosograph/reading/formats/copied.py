"""What a copy out of a browser leaves of an encyclopedia's page.

Headings with their link to edit, lists without bullets, a box with the lead right behind it, rows of identifiers that
ran together.
"""

import re
from typing import Final

from nosograph.reading import heading, infobox
from nosograph.reading.formats.lines import EDITED, Line, is_row
from nosograph.reading.traced import Traced

_CONTENTS: Final = re.compile(r"(?:table of )?contents(?: ?\[? ?(?:hide|show)? ?\]?)?", re.IGNORECASE)
_STOPS: Final = (".", "!", "?")
_FEWEST_ITEMS: Final = 2
_LONGEST_ITEM: Final = 80
_PROSE: Final = re.compile(r"(?=.{60})[^|\t]*(?:[.!?](?:\[[\w ]{1,12}\])*(?: |$))|[^|\t]{60,}\[\d{1,3}\]")
"""How a line of prose begins; no caption of an infobox is so long."""


def titled(words: Traced) -> tuple[Traced, int] | None:
    """Give a heading that shows its link to edit, and its level; one that says nothing alone stands under another.

    >>> [(found[0].text, found[1]) for found in (titled(Traced.of("Treatment[edit]")), titled(Traced.of("Eyes[edit]")))]
    [('Treatment', 2), ('Eyes', 3)]
    """
    edited = EDITED.fullmatch(words.text)
    if edited is None:
        return None
    return words.slice(0, edited.end("words")), 2 if heading.speaks(edited["words"]) else 3


def is_contents(text: str) -> bool:
    """Tell the line over a table of contents."""
    return bool(_CONTENTS.fullmatch(text))


def boxed(group: list[Line]) -> int:
    """Give how many of a group's lines are the infobox's: prose may stand right behind them."""
    rows = [at for at, line in enumerate(group) if infobox.is_row(line.text) or is_row(line.text)]
    behind = range(rows[-1] + 1 if rows else 0, len(group))
    return next((at for at in behind if _PROSE.match(group[at].text)), len(group))


def rows(words: Traced) -> list[Traced]:
    """Give the rows of identifiers in a line, which may have run together; none where it holds anything else."""
    starts = infobox.parted(words.text)
    pieces = [words.slice(start, end) for start, end in zip(starts, (*starts[1:], len(words)), strict=True)]
    named = all(infobox.is_row(p.text) and infobox.identifiers(*infobox.split(p.text)) for p in pieces)
    return pieces if named else []


def is_list(lines: list[Line]) -> bool:
    """Tell a list whose bullets were lost: several short lines, each with a capital and without a stop."""
    return len(lines) >= _FEWEST_ITEMS and all(
        len(line.text) <= _LONGEST_ITEM and line.text[0].isupper() and not line.text.endswith(_STOPS) for line in lines
    )
