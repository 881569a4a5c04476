"""Titles and headings of plain text that no mark-up shows: a line alone that reads like one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nosograph.reading import boilerplate, heading, infobox
from nosograph.reading.citation import take_marks
from nosograph.reading.formats import copied
from nosograph.reading.formats.lines import ITEM, Line, is_row
from nosograph.reading.traced import Traced

_SITE: Final = re.compile(
    r"\s[-–—|]\s(?:wiki\w+|medlineplus|gard|orphanet|world heritage encyclopedia)\b.*$", re.IGNORECASE
)
_ASKED: Final = re.compile(
    r"what (?:is|are) (?:an? |the )?(?!the\b|some\b|known\b)(?P<thing>\S.{2,80}?)\s*\?", re.IGNORECASE
)
"""The question that a page of questions and answers begins with, and what it is about."""
_TERMINAL: Final = (".", "!", "?", ":", ";", ",")
_LONGEST_TITLE: Final = 200
_LONGEST_HEADING: Final = 80
_NARROW: Final = 0.6
_SHORTEST_PROSE: Final = 40
_FEWEST_WORDS: Final = 3
_ENDED: Final = (".", "!", "?", "]", ")", '"', "”")


def title(group: list[Line], *, boxed: bool) -> Traced | None:
    """Give the article's title, where the first group of lines begins with one; `boxed` where an infobox follows."""
    words = take_marks(group[0].words).words
    first = words.text
    alone = boxed or len(group) == 1 or len(first) < max(len(line.text) for line in group) * _NARROW
    other = first.startswith("==") or infobox.is_row(first) or infobox.is_head(first) or boilerplate.is_footer(first)
    if not alone or other or len(first) > _LONGEST_TITLE or first.endswith(_TERMINAL):
        return None
    return words.slice(0, len(_SITE.sub("", first)))


def asked(group: list[Line]) -> Traced | None:
    """Give what the first line asks about, where it is a question such as "What is X?"."""
    words = group[0].words
    found = _ASKED.fullmatch(words.text)
    return words.slice(*found.span("thing")) if found is not None else None


def bare(group: list[Line]) -> Traced | None:
    """Give the words of a line that stands alone and reads like a heading."""
    if len(group) != 1 or copied.titled(group[0].words) is not None:
        return None
    words = take_marks(group[0].words).words
    text = words.text
    if len(text) > _LONGEST_HEADING or text.endswith((".", "!")) or ITEM.match(text) or is_row(text) or not text:
        return None
    return words if text[0].isupper() and heading.known(text) else None


def apart(group: list[Line]) -> Iterator[list[Line]]:
    """Part a group before and behind each heading that stands right above its paragraph, its list or its references."""
    done = 0
    for at in range(len(group) - 1):
        before = group[at - 1].text if at else "."
        ended = before.endswith(_ENDED) or ITEM.match(before) is not None
        if ended and bare(group[at : at + 1]) is not None and _is_body(group[at + 1]):
            yield from ([part] if (part := group[done:at]) else [])
            yield [group[at]]
            done = at + 1
    yield [replace(group[done], first=True), *group[done + 1 :]] if done else group


def _is_body(line: Line) -> bool:
    if ITEM.match(line.text):
        return True
    prose = len(line.text) >= _SHORTEST_PROSE or (
        line.text.endswith(_ENDED) and len(line.text.split()) >= _FEWEST_WORDS
    )
    return prose and not line.text[0].islower() and bare([line]) is None
