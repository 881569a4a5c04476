"""Entries of a plain text's reference list: how each begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.reading.formats.lines import Line
from nosograph.reading.traced import Traced

_CARET: Final = re.compile(
    r"(?:(?P<number>[\w-]{1,12})[.)]?[ ])?(?:jump up )?[\^↑](?: ?jump up(?: to)?:?)?[ ]?(?=\S)", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"(?:\[(?P<brackets>[\w ]{1,10})\][ ]?|(?P<number>\d{1,3})[.)][ ]?|(?P<bare>\d{1,3})[ ](?=[A-Z\"“]))(?=\S)"
)
_BULLET: Final = re.compile(r"[•·‣▪●*–-]{1,6}[ ]?(?=\S)")
_POINTS: Final = re.compile(r"(?:\d{1,3}\.\d{1,2},?[ ]){2,200}")


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold an entry's own number, empty where it has none, and its words."""

    number: str
    words: Traced


def is_marked(text: str) -> bool:
    """Tell an entry that shows itself by its caret, wherever it stands.

    >>> is_marked("1. ^ a b Doe J (2001)."), is_marked("1. Rest")
    (True, False)
    """
    return bool(_CARET.match(text))


def entry(line: Line, last: str) -> Entry | None:
    """Read the beginning of an entry in a reference list; a line that only goes on gives None.

    `last` is the number of the entry before: a number inside a wrapped entry must not follow it by chance.
    """
    caret = _CARET.match(line.text)
    if caret is not None:
        return Entry(caret["number"] or "", _after_letters(line.after(caret.end())))
    numbered = _NUMBERED.match(line.text)
    if numbered is not None:
        number = numbered["brackets"] or numbered["number"] or numbered["bare"]
        follows = not last.isdigit() or number == str(int(last) + 1)
        if follows or (line.first and numbered["bare"] is None):
            return Entry(number, _after_letters(line.after(numbered.end())))
    bullet = _BULLET.match(line.text)
    return Entry("", line.after(bullet.end())) if bullet is not None else None


def bare(words: Traced, number: str) -> Traced:
    """Cut off what stands before an entry's words: its own number, and the marks that lead back to where it is cited.

    >>> bare(Traced.of("3. ↑ 3.0 3.1 Doe J. On it."), "3").text
    'Doe J. On it.'
    """
    own = re.match(rf"[\[(]?{re.escape(number)}(?:[.)\]]\s?|\s)(?=\S)", words.text) if number else None
    words = words.slice(own.end(), len(words)) if own is not None else words
    caret = _CARET.match(words.text)
    return _after_letters(words.slice(caret.end(), len(words)).strip()) if caret is not None else words


def _after_letters(words: Traced) -> Traced:
    """Cut off what marks a shared reference: `a b c`, in the alphabet's order, or `1.0 1.1`."""
    points = _POINTS.match(words.text)
    if points is not None:
        return words.slice(points.end(), len(words))
    end = count = 0
    for letter, match in zip(_letters(), re.finditer(r"([a-z]{1,2}),?[ ]", words.text), strict=False):
        if match[1] != letter or match.start() != end:
            break
        end, count = match.end(), count + 1
    return words.slice(end, len(words)) if count > 1 else words


def _letters() -> Iterator[str]:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    yield from alphabet
    yield from (a + b for a in alphabet for b in alphabet)
