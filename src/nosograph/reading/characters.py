"""Characters as the text keeps them: NFC, one sort of blank, one sort of line break, nothing invisible.

Removed are the Unicode categories Cc (control), Cf (format: soft hyphen, zero width, bidi controls, byte order mark)
and Cs (surrogates), and the noncharacters, which XML 1.0 forbids. All of Zs and the tab are blanks. No more than 30
combining marks stand on one base (UAX #15, Stream-Safe Text Format), so that normalising stays linear in hostile text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from nosograph.reading.traced import Edit, Traced

_BREAKS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs"})
_MARKS: Final = 30
_INDENT: Final = 40
_PLANE: Final = 0x10000
_LAST_TWO: Final = (0xFFFE, 0xFFFF)
_NONCHARACTERS: Final = range(0xFDD0, 0xFDF0)
_ASCII: Final = re.compile(r"[\x00-\x1f\x7f][\x00-\x20\x7f]*| [\x00-\x20\x7f]+")
_ASCII_BLANKS: Final = frozenset("\t\n\r\x0b\x0c\x1c\x1d\x1e ")
_JAMO: Final = range(0x1160, 0x1200)


def clean(source: str) -> Traced:
    r"""Normalise the characters of a source, line by line; blanks before a line's first word keep their number.

    >>> clean("  e\u0301\u00ad tude \r\nX").text
    '  é tude\nX'
    """
    page = Traced.of(source)
    for step in (_fold, _cut_marks, _compose):
        page = page.edited(step(page.text))
    return page


def clean_inline(piece: Traced) -> Traced:
    r"""Normalise the characters of a piece of a line; line breaks in it are blanks, and those at its ends stay.

    >>> clean_inline(Traced.of("\n one\u00a0 two ")).text
    ' one two '
    """
    plain = piece.text.isprintable() and "  " not in piece.text
    if piece.text.isascii():
        return piece if plain else piece.edited(_fold_ascii(piece.text))
    for step in (_cut_marks, _compose) if plain else (_fold_inline, _cut_marks, _compose):
        piece = piece.edited(step(piece.text))
    return piece


def _invisible(char: str) -> bool:
    code = ord(char)
    return unicodedata.category(char) in _INVISIBLE or code % _PLANE in _LAST_TWO or code in _NONCHARACTERS


def _set(chars: Iterable[str]) -> str:
    """Write a regular expression's character set; empty where there is none."""
    inside = "".join(sorted(re.escape(c) for c in chars))
    return f"[{inside}]" if inside else ""


def _fold(text: str) -> Iterator[Edit]:
    """Turn runs of blanks and invisible characters into one blank, a tab or nothing; line breaks into line feeds."""
    seen = set(text)
    blanks = {c for c in seen if c == "\t" or unicodedata.category(c) == "Zs"}
    hidden = {c for c in seen if c not in _BREAKS and c != "\t" and _invisible(c)}
    breaks = (seen & set(_BREAKS)) - {"\n"}
    run, odd = _set(blanks | hidden), _set((blanks | hidden) - {" "})
    ways = [rf" (?={run[:-1]}\n\r]|$){run}*"] if " " in seen else []
    ways += [f"{odd}{run}*"] if odd else []
    ways += [r"\r\n", _set(breaks)] if breaks else []
    if not ways:
        return
    for match in re.finditer("|".join(ways), text):
        new = _folded(match, text, blanks, breaks)
        if new != match[0]:
            yield match.start(), match.end(), new


def _fold_ascii(text: str) -> Iterator[Edit]:
    """Do as `_fold_inline` where no character but ASCII's stands in the text."""
    for match in _ASCII.finditer(text):
        yield match.start(), match.end(), "" if _ASCII_BLANKS.isdisjoint(match[0]) else " "


def _fold_inline(text: str) -> Iterator[Edit]:
    """Turn runs of blanks, line breaks and invisible characters into one blank or nothing."""
    run, blanks = _runs("".join(sorted({c for c in set(text) if not (c.isalnum() and c.isascii())})))
    for match in run.finditer(text) if run is not None else ():
        new = " " if not blanks.isdisjoint(match[0]) else ""
        if new != match[0]:
            yield match.start(), match.end(), new


@lru_cache(maxsize=1000)
def _runs(seen: str) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    """Give what a run of blanks and invisible characters among the given ones is, and which of them are blanks."""
    blanks = frozenset(c for c in seen if c == "\t" or c in _BREAKS or unicodedata.category(c) == "Zs")
    run = _set(blanks | {c for c in seen if _invisible(c)})
    return re.compile(f"{run}+") if run else None, blanks


def _folded(match: re.Match[str], text: str, blanks: set[str], breaks: set[str]) -> str:
    words = match[0]
    if words[0] in breaks:
        return "\n"
    before = text[match.start() - 1] if match.start() else "\n"
    after = text[match.end()] if match.end() < len(text) else "\n"
    number = sum(c in blanks for c in words)
    if after in _BREAKS or not number:
        return ""
    if before in _BREAKS:
        return " " * min(number, _INDENT)
    return "\t" if "\t" in words else " "


def _cut_marks(text: str) -> Iterator[Edit]:
    """Cut off combining marks beyond the thirtieth in a row."""
    marks = "" if text.isascii() else _set(c for c in set(text) if unicodedata.combining(c))
    if marks:
        for match in re.finditer(f"({marks}{{{_MARKS}}}){marks}+", text):
            yield match.end(1), match.end(), ""


def _compose(text: str) -> Iterator[Edit]:
    """Compose to NFC, cluster by cluster: a cluster is a character and the marks and jamo that can join it."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    seen = set(text)
    joining = _set(c for c in seen if unicodedata.category(c)[0] == "M" or ord(c) in _JAMO)
    changing = _set(c for c in seen if not unicodedata.is_normalized("NFC", c))
    ways = [f"[^{joining[1:]}?{joining}+"] if joining else []
    for match in re.finditer("|".join(ways + ([changing] if changing else [])), text):
        new = unicodedata.normalize("NFC", match[0])
        if new != match[0]:
            yield from _spread(match.start(), match[0], new)


def _spread(start: int, old: str, new: str) -> Iterator[Edit]:
    """Replace a cluster so that each of its characters points into it."""
    for index, char in enumerate(new):
        first = min(index, len(old) - 1)
        last = len(old) if index == len(new) - 1 else min(index + 1, len(old) - 1)
        yield start + first, start + max(first, last), char
