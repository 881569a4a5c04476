"""What stands between words: whether it parts them, and how."""

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.recognition._tokens import Offsets

_LIMIT: Final = 1 << 20
"""Distinct stretches to remember before starting afresh: hostile text must not fill the memory."""


class Gap(IntEnum):
    """Say what stands before a word: nothing that parts it from the last one (up to HYPHEN), or what does."""

    JOIN = 0
    HYPHEN = 1
    COMMA = 2
    SLASH = 3
    OPEN = 4
    CLOSE = 5
    STOP = 6


_GAPS: Final = {
    "": Gap.JOIN,
    ",": Gap.COMMA,
    "/": Gap.SLASH,
    "(": Gap.OPEN,
    "[": Gap.OPEN,
    ")": Gap.CLOSE,
    "]": Gap.CLOSE,
}
_SIGNS: Final = 1 << 14
_PAIR: Final = 2
_JOINERS: Final = " \u00a0-\u2010\u2011\u2012\u2013'\u2019\u2018\"\u201c\u201d+"
_STRIPPED: Final = str.maketrans("", "", _JOINERS)


def _gap(between: str) -> Gap:
    if between in {"-", "\u2010", "\u2011"}:
        return Gap.HYPHEN
    return _GAPS.get(between.translate(_STRIPPED), Gap.STOP)


class _Known(dict[str, int]):
    """Remember the gaps that longer stretches are."""

    def __missing__(self, between: str) -> int:
        gap = self[between] = int(_gap(between))
        return gap


class Gaps:
    """Tell gaps apart, those of one or two signs by a table; remembers the longer ones."""

    def __init__(self) -> None:
        """Begin with the signs that are met most."""
        self._known = _Known()
        self._signs = np.full(_SIGNS, -1, dtype=np.int8)
        for sign in _JOINERS + ",/()[].;:\n":
            self._signs[ord(sign)] = _gap(sign)

    def before(self, text: str, codes: NDArray[np.uint32], start: Offsets, end: Offsets) -> NDArray[np.int8]:
        """Give the `Gap` before each word of a text, of which `codes` are the code points."""
        gap = np.full(len(start), Gap.STOP, dtype=np.int8)
        if len(start) > 1:
            size = start[1:] - end[:-1]
            gap[1:] = np.where(size == 1, self._of(codes[end[:-1]]), -1)
            pairs = np.flatnonzero(size == _PAIR)
            gap[pairs + 1] = self._of_pairs(codes[end[pairs]], codes[end[pairs] + 1])
        long = np.flatnonzero(gap < 0)
        if len(self._known) > _LIMIT:
            self._known.clear()
        between = zip(end[long - 1].tolist(), start[long].tolist(), strict=True)
        gap[long] = [self._known[text[left:right]] for left, right in between]
        return gap

    def _of(self, codes: NDArray[np.uint32]) -> NDArray[np.int8]:
        """Give the gap of each sign, -1 where the table has it not."""
        signs: NDArray[np.int8] = self._signs[np.minimum(codes, _SIGNS - 1)]
        return signs

    def _of_pairs(self, first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.int8]:
        """Give the gap of each two signs, -1 where it is not that of one of them."""
        one, two = (np.where(sign == Gap.HYPHEN, Gap.JOIN, sign) for sign in (self._of(first), self._of(second)))
        gaps: NDArray[np.int8] = np.where(two == Gap.JOIN, one, np.where(one == Gap.JOIN, two, -1))
        return np.where((one < 0) | (two < 0), -1, gaps)
