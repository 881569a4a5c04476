"""Text to Words: the tokens of a text as aligned arrays, numbered and folded."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import TOKEN, dropped, hash64, multi_hash, plain, plain_words, single_hash

_SPLIT: Final = re.compile(f"({TOKEN.pattern})")
_LIMIT: Final = 1 << 20
"""Distinct words to remember before starting afresh: hostile text must not fill the memory."""


class Gap(IntEnum):
    """Say what stands before a word: nothing that parts it from the last one, or what does."""

    JOIN = 0
    COMMA = 1
    SLASH = 2
    OPEN = 3
    CLOSE = 4
    STOP = 5


_GAPS: Final = {
    "": Gap.JOIN,
    ",": Gap.COMMA,
    "/": Gap.SLASH,
    "(": Gap.OPEN,
    "[": Gap.OPEN,
    ")": Gap.CLOSE,
    "]": Gap.CLOSE,
}
_JOINERS: Final = str.maketrans("", "", " \u00a0-\u2010\u2011\u2012\u2013'\u2019\u2018\"\u201c\u201d+")


def _gap(between: str) -> Gap:
    return _GAPS.get(between.translate(_JOINERS), Gap.STOP)


class _Numbers(dict[str, int]):
    """Number each new word with the count of those before it."""

    def __missing__(self, word: str) -> int:
        number = len(self)
        self[word] = number
        return number


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words of one text, in order; all arrays have one entry a word.

    `start` and `end` are code points into `text`; `ids` number the surface words, `forms` their level-1 forms (equal
    exactly where the forms are); `gap` is the `Gap` before the word.
    """

    text: str
    tokens: list[str]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    ids: NDArray[np.int32]
    forms: NDArray[np.int32]
    gap: NDArray[np.int8]

    def slice(self, first: int, last: int) -> str:
        """Give the text from word `first` to word `last`, both inclusive."""
        return self.text[self.start[first] : self.end[last]]


class Vocabulary:
    """Remember the forms and hashes of the words met so far, for one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin empty; the lexicon tells which words occur in any name."""
        self._lexicon = lexicon
        self._gaps: dict[str, int] = {}
        self._reset()

    def _reset(self) -> None:
        self._ids = _Numbers()
        self._forms = _Numbers()
        self._known = 0
        empty = np.zeros(0, dtype=np.uint64)
        self.plain, self.single, self.multi = empty, empty, empty
        self.form = np.zeros(0, dtype=np.int32)
        self.named = np.zeros(0, dtype=bool)
        self.dropped = np.zeros(0, dtype=bool)
        self._cued = np.zeros(0, dtype=np.int32)
        self._cue = np.zeros(0, dtype=bool)

    def read(self, text: str) -> Words:
        """Split a text into words and number them."""
        parts = _SPLIT.split(text)
        tokens = parts[1::2]
        if len(self._ids) > _LIMIT:
            self._reset()
        ids = np.fromiter(map(self._ids.__getitem__, tokens), dtype=np.int32, count=len(tokens))
        if len(self._ids) > self._known:
            self._learn()
        lengths = np.fromiter(map(len, parts), dtype=np.int64, count=len(parts))
        ends = np.cumsum(lengths)
        gaps = self._gaps
        for between in set(parts[0::2]).difference(gaps):
            gaps[between] = int(_gap(between))
        gap = np.fromiter(map(gaps.__getitem__, parts[0:-1:2]), dtype=np.int8, count=len(tokens))
        if len(gaps) > _LIMIT:
            gaps.clear()
        ids = self._numerals(ids)
        return Words(text, tokens, ends[0:-1:2], ends[1::2], ids, self.form[ids], gap)

    def number(self, tokens: Sequence[str]) -> NDArray[np.int32]:
        """Give the level-1 form numbers of some words, as they would be in a text."""
        ids = np.fromiter(map(self._ids.__getitem__, tokens), dtype=np.int32, count=len(tokens))
        if len(self._ids) > self._known:
            self._learn()
        forms: NDArray[np.int32] = self.form[self._numerals(ids)]
        return forms

    def _numerals(self, ids: NDArray[np.int32]) -> NDArray[np.int32]:
        """Read "I" after "type" as 1, as names are read."""
        if len(ids) > 1:
            cued = self._cued[ids]
            after = np.zeros(len(ids), dtype=bool)
            after[1:] = self._cue[ids[:-1]]
            ids = np.where(after & (cued >= 0), cued, ids)
        return ids

    def _learn(self) -> None:
        digits = {word: self._ids[word] for word in "12345"} | {"10": self._ids["10"]}
        new = list(self._ids)[self._known :]
        forms = [plain(word) for word in new]
        plains = np.array([hash64(f) for f in forms], dtype=np.uint64)
        multis = np.array([multi_hash(f) for f in forms], dtype=np.uint64)
        self.plain = np.concatenate([self.plain, plains])
        self.multi = np.concatenate([self.multi, multis])
        self.single = np.concatenate([self.single, np.array([single_hash(f) for f in forms], dtype=np.uint64)])
        self.form = np.concatenate([self.form, np.array([self._forms[f] for f in forms], dtype=np.int32)])
        named = _among(plains, self._lexicon.tokens) | _among(multis, self._lexicon.deep_tokens)
        self.named = np.concatenate([self.named, named])
        drop = dropped()
        self.dropped = np.concatenate([self.dropped, np.array([f in drop for f in forms], dtype=bool)])
        read = [plain_words(["type", word])[1] for word in new]
        cued = [digits.get(r, -1) if r != f else -1 for r, f in zip(read, forms, strict=True)]
        self._cued = np.concatenate([self._cued, np.array(cued, dtype=np.int32)])
        cue = [plain_words([word, "I"])[1] == "1" for word in new]
        self._cue = np.concatenate([self._cue, np.array(cue, dtype=bool)])
        self._known = len(self._ids)


def _among(values: NDArray[np.uint64], table: NDArray[np.uint64]) -> NDArray[np.bool_]:
    if not len(table):
        return np.zeros(len(values), dtype=bool)
    place = np.minimum(np.searchsorted(table, values), len(table) - 1)
    found: NDArray[np.bool_] = table[place] == values
    return found
