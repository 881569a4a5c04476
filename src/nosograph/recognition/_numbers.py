"""Words to numbers: the same number for the same letters, found for a whole text at once."""

from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from nosograph.recognition._tokens import Offsets

_WIDTH: Final = 16
"""The most letters of a word that is found at once, in two integers of eight bytes."""
_BITS: Final = 17
_MIXERS: Final = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype=np.uint64)
_MASKS: Final = np.array(
    [[(1 << 8 * min(max(n - begin, 0), 8)) - 1 for n in range(_WIDTH + 1)] for begin in (0, 8)], dtype=np.uint64
)
"""What to keep of two integers where a word has so many letters."""


class Counted(dict[str, int]):
    """Number each new word with the count of those before it."""

    def __missing__(self, word: str) -> int:
        """Number a new word."""
        number = len(self)
        self[word] = number
        return number


class Numbers(Counted):
    """Number the words of texts.

    Words of up to sixteen letters of Latin-1 are looked up as arrays, in a table with one place for each hash: the
    first word to come has it, so that frequent words do. All others are asked for one by one.
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._first, self._second = np.zeros((2, 1 << _BITS), dtype=np.uint64)
        self._numbers = np.full(1 << _BITS, -1, dtype=np.int32)

    def of(self, text: str, codes: NDArray[np.uint32], start: Offsets, end: Offsets) -> NDArray[np.int32]:
        """Number the words that stand from `start` to `end` in a text, of which `codes` are the code points."""
        first, second, packed = _packed(codes, start, end)
        place = ((first * _MIXERS[0] + second * _MIXERS[1]) >> np.uint64(64 - _BITS)).astype(np.int64)
        numbers: NDArray[np.int32] = self._numbers[place]
        sure = packed & (numbers >= 0) & (self._first[place] == first) & (self._second[place] == second)
        others = np.flatnonzero(~sure)
        spans = zip(start[others].tolist(), end[others].tolist(), strict=True)
        numbers[others] = [self[text[left:right]] for left, right in spans]
        new = others[packed[others]]
        new = new[self._numbers[place[new]] < 0]
        at = place[new]
        self._first[at], self._second[at], self._numbers[at] = first[new], second[new], numbers[new]
        return numbers


def _packed(
    codes: NDArray[np.uint32], start: Offsets, end: Offsets
) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.bool_]]:
    """Give the letters of each word as two integers, and whether these are all it has."""
    narrow = np.zeros(len(codes) + _WIDTH, dtype=np.uint8)
    narrow[: len(codes)] = codes
    size = end - start
    packed = size <= _WIDTH
    wide = np.flatnonzero(codes > np.iinfo(np.uint8).max)
    word = np.searchsorted(end, wide, side="right")
    inside = word < len(start)
    word, wide = word[inside], wide[inside]
    packed[word[start[word] <= wide]] = False
    letters = sliding_window_view(narrow, _WIDTH)[start].view("<u8")
    size = np.minimum(size, _WIDTH)
    return letters[:, 0] & _MASKS[0][size], letters[:, 1] & _MASKS[1][size], packed
