"""Texts to Seams: where each text begins among those read at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.recognition._words import Words

SEAM: Final = "\n\n"
"""Stands between texts read at once; no phrase reaches over a line's end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seams:
    """Hold the code point and the word each text begins at; one more than there are texts, for the end."""

    offsets: NDArray[np.int64]
    firsts: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str], words: Words) -> "Seams":
        """Find them for texts joined by `SEAM`."""
        offsets = np.array(list(accumulate((len(text) + len(SEAM) for text in texts), initial=0)), dtype=np.int64)
        return cls(offsets=offsets, firsts=np.searchsorted(words.start, offsets))

    def places(self, words: NDArray[np.int64]) -> NDArray[np.int64]:
        """Give the number of the text in which each of these words stands."""
        return np.searchsorted(self.firsts, words, side="right") - 1

    def begin(self, word: int) -> int:
        """Give the code point at which the text begins in which a word stands."""
        return self.text(self.place(word))[0]

    def place(self, word: int) -> int:
        """Give the number of the text in which a word stands."""
        return int(self.firsts.searchsorted(word, side="right")) - 1

    def text(self, place: int) -> tuple[int, int]:
        """Give the code points between which a text stands."""
        return int(self.offsets[place]), int(self.offsets[place + 1]) - len(SEAM)

    def words(self, place: int) -> range:
        """Give the numbers of the words of a text."""
        return range(int(self.firsts[place]), int(self.firsts[place + 1]))
