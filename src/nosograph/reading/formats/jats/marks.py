"""Citations of the body: taken out of the words, with the brackets, commas and dashes between them.

While a block is gathered, a citation stands in it as one character that no text holds (U+E000); then what stands
between two of them says whether they are a list or a span.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from nosograph.reading.block import Mark
from nosograph.reading.traced import Edit, Traced

SIGN: Final = "\ue000"
_RUN: Final = re.compile(
    rf"(?P<open>[ ]?[\[(])?(?P<signs>[ ]?{SIGN}(?:[ ]?(?:[,;–—-]|and|&)?[ ]?{SIGN}){{0,60}})(?(open)[\])])"
)
_DASHES: Final = "–—-"
_LONGEST: Final = 60


def taken(words: Traced, cited: Sequence[tuple[str, ...]]) -> tuple[Traced, tuple[Mark, ...]]:
    """Take the signs out; the numbers of the first sign are the first of `cited`.

    >>> words, marks = taken(Traced.of(f"It is rare [{SIGN}–{SIGN}, {SIGN}]."), [("1",), ("3",), ("7",)])
    >>> words.text, marks
    ('It is rare.', (Mark(offset=10, numbers=('1', '2', '3', '7')),))
    """
    if SIGN not in words.text:
        return words, ()
    edits: list[Edit] = []
    marks: list[Mark] = []
    removed = done = 0
    for run in _RUN.finditer(words.text):
        found: list[str] = []
        for part in re.finditer(rf"([^{SIGN}]*){SIGN}", run["signs"]):
            numbers = cited[done] if done < len(cited) else ()
            if any(dash in part[1] for dash in _DASHES) and found and numbers:
                found += _between(found[-1], numbers[0])
            found += numbers
            done += 1
        start, end = run.span()
        apart = words.text[start : start + 1] == " " and (
            words.text[end : end + 1].isalnum() or words.text[end : end + 1] == "("
        )
        new = " " if apart else ""
        marks.append(Mark(start - removed, tuple(dict.fromkeys(found))))
        removed += end - start - len(new)
        edits.append((start, end, new))
    return words.edited(edits), tuple(mark for mark in marks if mark.numbers)


def _between(first: str, last: str) -> list[str]:
    """Spell a span out: between 2 and 5 stand 3 and 4."""
    if not (first.isdigit() and last.isdigit()) or not 0 < int(last) - int(first) <= _LONGEST:
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]


def numbers(rid: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Give the numbers of the entries a reference names by their ids."""
    return tuple(known[one] for one in rid.split() if one in known)
