"""Text to Words: the words of a text as aligned arrays, numbered and folded."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Lexicon
from nosograph.lexicon.keys import hashes, multi, single
from nosograph.lexicon.normalisation import LETTER_A, NUMERAL_CUES, cued_numerals, plain
from nosograph.recognition._gaps import Gap, Gaps
from nosograph.recognition._numbers import Counted, Numbers
from nosograph.recognition._roles import Role, roles
from nosograph.recognition._tokens import Offsets, code_points, spans

_LIMIT: Final = 1 << 20
"""Distinct words to remember before starting afresh: hostile text must not fill the memory."""
_RAISES: Final = ("increases", "decreases", "reduces", "raises", "lowers", "elevates", "enlarges", "thickens")
_VOWEL: Final = re.compile(r"[aeiouy]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words of one text, in order; all arrays have one entry a word.

    `start` and `end` are code points into `text`; `letters` number the words as they stand, `ids` as they are read
    ("I" after "type" as 1), `forms` their level-1 forms (equal exactly where the forms are); `gap` is the `Gap` before
    the word.
    """

    text: str
    start: Offsets
    end: Offsets
    letters: NDArray[np.int32]
    ids: NDArray[np.int32]
    forms: NDArray[np.int32]
    gap: NDArray[np.int8]

    def __len__(self) -> int:
        """Count the words."""
        return len(self.start)

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and the last word within a stretch of text; the last comes before the first if none is."""
        return int(np.searchsorted(self.start, start)), int(np.searchsorted(self.end, end, side="right")) - 1

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give where word `first` begins and where word `last` ends."""
        return int(self.start[first]), int(self.end[last])

    def tokens(self, places: Offsets | slice) -> tuple[str, ...]:
        """Give the words at some places."""
        text = self.text
        spans = zip(self.start[places].tolist(), self.end[places].tolist(), strict=True)
        return tuple([text[start:end] for start, end in spans])


class Vocabulary:
    """Remember the forms, hashes and roles of the words met so far, for one lexicon.

    Its arrays have one entry a word, by number: `row` and `deep_row` are the keys, of level 1 and 2, that the word is
    by itself, `symbol` and `variant` those of its letters as they stand and in capitals; -1 where there is none. `runs`
    remembers the keys of the letters of several words, by the numbers of these. `raises` are the numbers of verbs that
    names have as nouns or adjectives.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin empty; the lexicon tells which words occur in any name."""
        self._lexicon = lexicon
        self._gaps = Gaps()
        self._reset()

    def _reset(self) -> None:
        self._ids = Numbers()
        self._forms = Counted()
        self._article, self._letter = self._ids["A"], self._ids[LETTER_A]
        self.raises = np.array([self._ids[word] for word in _RAISES], dtype=np.int64)
        self._known = 0
        self.runs: dict[tuple[int, ...], int] = {}
        self.plain = self.multi = np.zeros(0, dtype=np.uint64)
        self.row = self.deep_row = np.zeros(0, dtype=np.int64)
        self.form = self.symbol = self.variant = self._cued = np.zeros(0, dtype=np.int32)
        self.roles = np.zeros(0, dtype=np.uint16)
        self._cue = np.zeros(0, dtype=bool)

    def read(self, text: str) -> Words:
        """Split a text into words and number them."""
        codes = code_points(text)
        start, end = spans(text, codes)
        if len(self._ids) > _LIMIT:
            self._reset()
        gap = self._gaps.before(text, codes, start, end)
        letters = self._ids.of(text, codes, start, end)
        ids = self._numerals(letters, gap <= Gap.HYPHEN)
        return Words(text, start, end, letters, ids, self.form[ids], gap)

    def number(self, tokens: Sequence[str]) -> NDArray[np.int32]:
        """Give the level-1 form numbers of some words, as they would be in a text."""
        known = np.array([self._ids[token] for token in tokens], dtype=np.int32)
        ids = self._numerals(known, np.ones(len(tokens), dtype=bool))
        forms: NDArray[np.int32] = self.form[ids]
        return forms

    def _numerals(self, ids: NDArray[np.int32], joined: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Read "I" after "type" as 1, and "A" after a noun as a letter, as names are read; learns what is new."""
        if len(self._ids) > self._known:
            self._learn()
        if len(ids) > 1:
            after_noun = np.zeros(len(ids), dtype=bool)
            after_noun[1:] = (self.roles[ids[:-1]] & np.uint16(Role.STOP)) == 0
            ids = np.where((ids == self._article) & joined & after_noun, self._letter, ids)
            cued = self._cued[ids]
            after = np.zeros(len(ids), dtype=bool)
            after[1:] = self._cue[ids[:-1]]
            ids = np.where(after & joined & (cued >= 0), cued, ids)
        return ids

    def _learn(self) -> None:
        digits = {word: self._ids[word] for word in ("1", "2", "3", "4", "5", "10")}
        new = list(islice(self._ids, self._known, None))
        forms = [plain(word) for word in new]
        distinct = Counted()
        of = np.array([distinct[form] for form in forms], dtype=np.int64)
        plains, multis, singles = hashes(distinct), hashes(map(multi, distinct)), hashes(map(single, distinct))
        self.plain = np.concatenate([self.plain, plains[of]])
        self.multi = np.concatenate([self.multi, multis[of]])
        self.row = np.concatenate([self.row, rows_of(plains, self._lexicon.plain_keys)[of]])
        self.deep_row = np.concatenate([self.deep_row, rows_of(singles, self._lexicon.deep_keys)[of]])
        self.form = np.concatenate([self.form, np.array([self._forms[form] for form in distinct], dtype=np.int32)[of]])
        named = (rows_of(plains, self._lexicon.tokens) >= 0) | (rows_of(multis, self._lexicon.deep_tokens) >= 0)
        can = np.array([roles(word, form) for word, form in zip(new, forms, strict=True)], dtype=np.uint16)
        self.roles = np.concatenate([self.roles, can | (named[of] * np.uint16(Role.NAMED))])
        symbols = rows_of(hashes(new), self._lexicon.surface_keys)
        self.symbol = np.concatenate([self.symbol, symbols.astype(np.int32)])
        variants = np.full(len(new), -1, dtype=np.int32)
        like = [place for place, word in enumerate(new) if _is_symbol_like(word)]
        variants[like] = rows_of(hashes(new[place].upper() for place in like), self._lexicon.surface_keys)
        self.variant = np.concatenate([self.variant, variants])
        cued = [digits.get(cued_numerals().get(form, ""), -1) for form in distinct]
        self._cued = np.concatenate([self._cued, np.array(cued, dtype=np.int32)[of]])
        cue = [form in NUMERAL_CUES for form in distinct]
        self._cue = np.concatenate([self._cue, np.array(cue, dtype=bool)[of]])
        self._known = len(self._ids)


def _is_symbol_like(word: str) -> bool:
    """Say whether a word that is not in capitals may be a symbol all the same: "Foxp3", "ApoE", "Btk"."""
    if word.isupper() or word.islower() or not word[0].isalpha():
        return False
    return any(c.isdigit() for c in word) or sum(c.isupper() for c in word) > 1 or _VOWEL.search(word) is None


def rows_of(values: NDArray[np.uint64], keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Give the row of each value in a sorted table, -1 where it is not there."""
    if not len(keys):
        return np.full(len(values), -1, dtype=np.int64)
    row = np.minimum(np.searchsorted(keys, values), len(keys) - 1)
    return np.where(keys[row] == values, row, -1)
