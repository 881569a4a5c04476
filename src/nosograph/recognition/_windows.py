"""Words to Hits: which windows of content words are names of the lexicon, whatever their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Lexicon
from nosograph.recognition._words import Gap, Vocabulary, Words

LONGEST: Final = 8
"""The most content words a window holds."""
_FILTER_BITS: Final = 22


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one window that is a name.

    Content words `first` to `last` (inclusive), and the names' rows in the lexicon.
    """

    first: int
    last: int
    names: NDArray[np.uint32]
    deep: bool


@dataclass(frozen=True, slots=True)
class Content:
    """Hold the content words of a text: `at` are their places among all words.

    `joined` whether nothing parts them from the content word before.
    """

    words: Words
    at: NDArray[np.int64]
    joined: NDArray[np.bool_]
    plain: NDArray[np.uint64]
    single: NDArray[np.uint64]
    multi: NDArray[np.uint64]
    named: NDArray[np.bool_]


def content(words: Words, vocabulary: Vocabulary) -> Content:
    """Leave out the words that carry no content, and see which neighbours nothing parts."""
    at = np.flatnonzero(~vocabulary.dropped[words.ids])
    parted = np.cumsum(words.gap != Gap.JOIN)[at]
    joined = np.zeros(len(at), dtype=bool)
    joined[1:] = parted[1:] == parted[:-1]
    ids = words.ids[at]
    return Content(
        words, at, joined, vocabulary.plain[ids], vocabulary.single[ids], vocabulary.multi[ids], vocabulary.named[ids]
    )


class _Table:
    """Look up many keys at once in one sorted key table, through a bit filter that spares most searches."""

    def __init__(self, keys: NDArray[np.uint64], start: NDArray[np.uint32], names: NDArray[np.uint32]) -> None:
        self._keys, self._start, self._names = keys, start, names
        self._mask = np.uint64((1 << _FILTER_BITS) - 1)
        self._filter = np.zeros(1 << _FILTER_BITS, dtype=bool)
        self._filter[keys & self._mask] = True

    def find(self, values: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Give the places in `values` that are keys, and the keys' rows."""
        maybe = np.flatnonzero(self._filter[values & self._mask])
        if not len(maybe) or not len(self._keys):
            return maybe[:0], maybe[:0]
        wanted = values[maybe]
        row = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        found = self._keys[row] == wanted
        return maybe[found], row[found]

    def names(self, row: int) -> NDArray[np.uint32]:
        return self._names[self._start[row] : self._start[row + 1]]


class Tables:
    """Hold the lexicon's key tables ready for lookup."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the bit filters (a few milliseconds)."""
        self._plain = _Table(lexicon.plain_keys, lexicon.plain_start, lexicon.plain_names)
        self._deep = _Table(lexicon.deep_keys, lexicon.deep_start, lexicon.deep_names)

    def hits(self, content: Content) -> Iterator[Hit]:
        """Yield every window that is a name, shorter windows first; level-2 keys only where level 1 finds none."""
        count = len(content.at)
        starts = np.arange(count)
        plain, deep = content.plain.copy(), content.single.copy()
        for length in range(1, LONGEST + 1):
            if length > 1:
                keep = starts + length - 1 < count
                starts, plain, deep = starts[keep], plain[keep], deep[keep]
                end = starts + length - 1
                keep = content.joined[end] & content.named[end] & content.named[starts]
                starts, end = starts[keep], end[keep]
                plain = plain[keep] + content.plain[end]
                deep = (content.multi[starts] if length == 2 else deep[keep]) + content.multi[end]  # noqa: PLR2004 - two words
            if not len(starts):
                return
            yield from self._at(starts, plain, deep, length)

    def _at(
        self, starts: NDArray[np.int64], plain: NDArray[np.uint64], deep: NDArray[np.uint64], length: int
    ) -> Iterator[Hit]:
        places, rows = self._plain.find(plain)
        for place, row in zip(places.tolist(), rows.tolist(), strict=True):
            first = int(starts[place])
            yield Hit(first, first + length - 1, self._plain.names(row), deep=False)
        found = set(places.tolist())
        places, rows = self._deep.find(deep)
        for place, row in zip(places.tolist(), rows.tolist(), strict=True):
            if place not in found:
                first = int(starts[place])
                yield Hit(first, first + length - 1, self._deep.names(row), deep=True)

    def look_up(
        self, content: Content, bags: Sequence[tuple[int, ...]]
    ) -> Iterator[tuple[NDArray[np.uint32], bool] | None]:
        """Look up many bags of content words at once.

        Yields for each the names' rows and whether it took level 2, or None where they make no name.
        """
        if not bags:
            return
        sizes = np.fromiter(map(len, bags), dtype=np.int64, count=len(bags))
        places = np.fromiter((place for bag in bags for place in bag), dtype=np.int64, count=int(sizes.sum()))
        begins = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)[:-1]])
        found: dict[int, tuple[NDArray[np.uint32], bool]] = {}
        for table, hashes, level in ((self._deep, content.multi, True), (self._plain, content.plain, False)):
            sums = np.add.reduceat(hashes[places], begins)
            for index, row in zip(*(part.tolist() for part in table.find(sums)), strict=True):
                found[index] = (table.names(row), level)
        for index in range(len(bags)):
            yield found.get(index)
