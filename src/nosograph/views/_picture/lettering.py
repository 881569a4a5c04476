"""Measure and break text as Helvetica sets it; Arial and Liberation Sans, which stand in for it, are as wide."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

FAMILY: Final = "Helvetica, Arial, 'Liberation Sans', sans-serif"
ASCENT: Final = 0.78
"""How far letters rise above their line, in ems; accented capitals rise higher by less than the leading."""
DESCENT: Final = 0.22

_ELLIPSIS: Final = "…"
_MOST: Final = 400
"""No line of a picture holds more letters; the rest of a long text is not measured."""
_WIDE: Final = 1000
_UNKNOWN: Final = 778
"""The width taken for letters that Helvetica's table lacks, Greek and Cyrillic among them: that of its capital O."""

_REGULAR: Final[Mapping[int, str]] = MappingProxyType(
    {
        191: "'",
        222: "ijlł‘’‚",  # noqa: RUF001 - letters as they are
        260: "|¦",
        278: " !,./:;I[\\]ft·ÌÍÎÏìíîïı",
        333: "()-`r¡¨¯´¸“”„‹›",  # noqa: RUF001 - as above
        334: "{}",
        350: "•",
        355: '"',
        389: "*",
        400: "°",
        469: "^",
        500: "Jcksvxyzçýÿšž",
        556: "#$0123456789?L_abdeghnopqu¢£¤¥§«µ»àáâãäåèéêëðñòóôõöùúûüþŁƒ–†‡",
        584: "+<=>~¬±×÷−",
        611: "FTZ¿ßøŽ",
        667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞŠŸ",
        722: "CDHNRUwÇÐÑÙÚÛÜ",
        737: "©®",
        778: "GOQÒÓÔÕÖØ",
        833: "Mm",
        889: "%æ",
        944: "Wœ",
        1000: "ÆŒ—…‰™",
        1015: "@",
    }
)
"""Widths in thousandths of an em, after Adobe's metrics of Helvetica (Core 14 AFM, phvr8a)."""

_BOLD: Final[Mapping[int, str]] = MappingProxyType(
    {
        238: "'",
        278: " ,./I\\ijl·ÌÍÎÏìíîïıł‘’‚",  # noqa: RUF001 - letters as they are
        280: "|¦",
        333: "!()-:;[]`ft¡¨¯´¸‹›",  # noqa: RUF001 - as above
        350: "•",
        389: "*r{}",
        400: "°",
        474: '"',
        500: "zž“”„",
        556: "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿšƒ–†‡",
        584: "+<=>^~¬±×÷−",
        611: "?FLTZbdghnopquµ¿ßðñòóôõöøùúûüþŁŽ",
        667: "EPSVXYÈÉÊËÝÞŠŸ",
        722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ",
        737: "©®",
        778: "GOQwÒÓÔÕÖØ",
        833: "M",
        889: "%mæ",
        944: "Wœ",
        975: "@",
        1000: "ÆŒ—…‰™",
    }
)
"""The same of Helvetica Bold (phvb8a)."""


@dataclass(frozen=True, slots=True)
class Style:
    """Hold how a text is set: its size in pixels, its weight."""

    size: float
    bold: bool = False

    @property
    def leading(self) -> float:
        """The distance from line to line."""
        return self.size * 1.2


def width(text: str, style: Style) -> float:
    """Give the width of a text in pixels.

    >>> width("IPEX", Style(10.0))
    22.79
    """
    ems = sum(_advance(letter, bold=style.bold) for letter in text) / 1000
    return round(ems * style.size, 2)


def broken(text: str, style: Style, room: float, *, lines: int) -> tuple[str, ...]:
    """Break a text between its words into at most so many lines, none wider than the room; an ellipsis says it is cut.

    The lines are of like width: no word is left alone where another line has room.

    >>> broken("immune dysregulation, polyendocrinopathy", Style(10.0), 100.0, lines=2)
    ('immune', 'dysregulation, polye…')
    >>> broken("linked to dysfunction of", Style(10.0), 100.0, lines=2)
    ('linked to', 'dysfunction of')
    """
    made = narrower = _broken(text, style, room, lines)
    while len(narrower) == len(made) and narrower and " ".join(narrower) == " ".join(text.split()):
        made, room = narrower, room - 4.0
        narrower = _broken(text, style, room, lines)
    return made


def _broken(text: str, style: Style, room: float, lines: int) -> tuple[str, ...]:
    words = text.split()
    made: list[str] = []
    while words and len(made) < lines:
        line, words = _line(words, style, room)
        made.append(line)
    if words:
        made[-1] = fitted(f"{made[-1]} {words[0]}", style, room, cut=True)
    return tuple(made)


def fitted(text: str, style: Style, room: float, *, cut: bool = False) -> str:
    """Give the text, cut so that it fits into the room; `cut` says that it goes on, and takes an ellipsis anyway.

    >>> fitted("polyendocrinopathy", Style(10.0), 40.0)
    'polyen…'
    """
    if not cut and width(text, style) <= room:
        return text
    kept = text[:_MOST]
    while kept and width(kept.rstrip() + _ELLIPSIS, style) > room:
        kept = kept[:-1]
    return kept.rstrip() + _ELLIPSIS


def _line(words: list[str], style: Style, room: float) -> tuple[str, list[str]]:
    """Take the words of one line, and part a word that is wider than the room."""
    line = words[0]
    taken = 1
    while taken < len(words) and width(f"{line} {words[taken]}", style) <= room:
        line = f"{line} {words[taken]}"
        taken += 1
    if width(line, style) <= room:
        return line, words[taken:]
    size = max(1, next((n for n in range(1, len(line)) if width(line[: n + 1], style) > room), len(line)))
    return line[:size], [line[size:], *words[1:]]


@cache
def _table(*, bold: bool) -> Mapping[str, int]:
    return {letter: wide for wide, letters in (_BOLD if bold else _REGULAR).items() for letter in letters}


@cache
def _advance(letter: str, *, bold: bool) -> int:
    known = _table(bold=bold).get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Cc", "Mn", "Me"}:
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN
