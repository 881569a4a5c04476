"""Text to Words: the tokens of a text as aligned arrays, numbered and folded."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import (
    LETTER_A,
    dropped,
    hash64,
    multi_hash,
    plain,
    plain_words,
    single_hash,
    surface_hash,
    word_rows,
)
from nosograph.recognition._tokens import Offsets, code_points, spans

_LIMIT: Final = 1 << 20
"""Distinct words to remember before starting afresh: hostile text must not fill the memory."""


class Gap(IntEnum):
    """Say what stands before a word: nothing that parts it from the last one (up to HYPHEN), or what does."""

    JOIN = 0
    HYPHEN = 1
    COMMA = 2
    SLASH = 3
    OPEN = 4
    CLOSE = 5
    STOP = 6


class Role(IntFlag):
    """Say what part a word can play in a phrase."""

    DROPPED = 1
    NAMED = 2
    CONJUNCTION = 4
    COPULA = 8
    DEGREE = 16
    STOP = 32
    ADJECTIVE = 64
    CASED = 128
    PLURAL = 256
    QUALIFIER = 512
    QUALITY = 1024
    RELATIVE = 2048
    DETERMINER = 4096
    VERB = 8192
    TRANSITIVE = 16384


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
_JOINERS: Final = " \u00a0-\u2010\u2011\u2012\u2013'\u2019\u2018\"\u201c\u201d+"
_STRIPPED: Final = str.maketrans("", "", _JOINERS)
_CONJUNCTIONS: Final = frozenset({"and", "or", "nor"})
_TRANSITIVES: Final = frozenset({"develop", "develops", "developed", "developing"})
"""Verbs before their object whose noun names hold: who may "develop kidney failure" names no kidney development."""
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "these", "those"})
_AUXILIARIES: Final = frozenset(
    {
        "can",
        "could",
        "did",
        "do",
        "does",
        "had",
        "has",
        "have",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
    }
)
_RELATIVES: Final = frozenset({"that", "which", "who"})
_VOWEL: Final = re.compile(r"[aeiouy]", re.IGNORECASE)
_ADJECTIVE: Final = re.compile(r"\w{3,}(?:al|ar|ic|ary|ous|oid)")


def _gap(between: str) -> Gap:
    if between in {"-", "\u2010", "\u2011"}:
        return Gap.HYPHEN
    return _GAPS.get(between.translate(_STRIPPED), Gap.STOP)


@cache
def table(name: str) -> frozenset[str]:
    """Read the first column of one of the tables of words."""
    return frozenset(row[0] for row in word_rows(name))


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
    start: Offsets
    end: Offsets
    ids: NDArray[np.int32]
    forms: NDArray[np.int32]
    gap: NDArray[np.int8]

    def part(self, first: int, last: int, offset: int, text: str) -> "Words":
        """Give the words from `first` up to `last` (exclusive) as those of a text of its own, begun at `offset`."""
        cut = slice(first, last)
        start, end = self.start[cut] - offset, self.end[cut] - offset
        return Words(text, self.tokens[cut], start, end, self.ids[cut], self.forms[cut], self.gap[cut])

    def slice(self, first: int, last: int) -> str:
        """Give the text from word `first` to word `last`, both inclusive."""
        return self.text[self.start[first] : self.end[last]]


class Vocabulary:
    """Remember the forms, hashes and roles of the words met so far, for one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin empty; the lexicon tells which words occur in any name."""
        self._lexicon = lexicon
        self._gaps: dict[str, int] = {}
        self._signs = np.full(_SIGNS, -1, dtype=np.int8)
        for sign in _JOINERS + ",/()[].;:":
            self._signs[ord(sign)] = _gap(sign)
        self._reset()

    def _reset(self) -> None:
        self._ids = _Numbers()
        self._forms = _Numbers()
        self._article, self._letter = self._ids["A"], self._ids[LETTER_A]
        self._known = 0
        self.plain = self.single = self.multi = np.zeros(0, dtype=np.uint64)
        self.form = self.symbol = self.variant = self._cued = np.zeros(0, dtype=np.int32)
        self.roles = np.zeros(0, dtype=np.uint16)
        self._cue = np.zeros(0, dtype=bool)

    def read(self, text: str) -> Words:
        """Split a text into words and number them."""
        codes = code_points(text)
        start, end = spans(text, codes)
        tokens = [text[s:e] for s, e in zip(start.tolist(), end.tolist(), strict=True)]
        if len(self._ids) > _LIMIT:
            self._reset()
        gap = self._gaps_of(text, codes, start, end)
        ids = self._number(tokens, gap <= Gap.HYPHEN)
        return Words(text, tokens, start, end, ids, self.form[ids], gap)

    def number(self, tokens: Sequence[str]) -> NDArray[np.int32]:
        """Give the level-1 form numbers of some words, as they would be in a text."""
        ids = self._number(tokens, np.ones(len(tokens), dtype=bool))  # before `self.form` is looked at: it may grow
        forms: NDArray[np.int32] = self.form[ids]
        return forms

    def _number(self, tokens: Sequence[str], joined: NDArray[np.bool_]) -> NDArray[np.int32]:
        ids = np.fromiter(map(self._ids.__getitem__, tokens), dtype=np.int32, count=len(tokens))
        if len(self._ids) > self._known:
            self._learn()
        return self._numerals(ids, joined)

    def _gaps_of(self, text: str, codes: NDArray[np.uint32], start: Offsets, end: Offsets) -> NDArray[np.int8]:
        """Classify what stands before each word: gaps of one or two signs by table, longer ones as strings."""
        gap = np.full(len(start), Gap.STOP, dtype=np.int8)
        if len(start) > 1:
            size = start[1:] - end[:-1]
            one = self._signs[np.minimum(codes[end[:-1]], _SIGNS - 1)]
            two = self._signs[np.minimum(codes[np.minimum(end[:-1] + 1, len(codes) - 1)], _SIGNS - 1)]
            plain_one, plain_two = (np.where(sign == Gap.HYPHEN, Gap.JOIN, sign) for sign in (one, two))
            pair = np.where(plain_two == Gap.JOIN, plain_one, np.where(plain_one == Gap.JOIN, plain_two, -1))
            pair[(one < 0) | (two < 0)] = -1
            gap[1:] = np.where(size == 1, one, np.where(size == 2, pair, -1))  # noqa: PLR2004 - one sign, or two
        for place in np.flatnonzero(gap < 0).tolist():
            between = text[end[place - 1] : start[place]]
            known = self._gaps.get(between)
            if known is None:
                if len(self._gaps) > _LIMIT:
                    self._gaps.clear()
                known = self._gaps[between] = int(_gap(between))
            gap[place] = known
        return gap

    def _numerals(self, ids: NDArray[np.int32], joined: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Read "I" after "type" as 1, and "A" after a noun as a letter, as names are read."""
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
        new = list(self._ids)[self._known :]
        forms = [plain(word) for word in new]
        plains = _hashes(hash64(f) for f in forms)
        multis = _hashes(multi_hash(f) for f in forms)
        self.plain = np.concatenate([self.plain, plains])
        self.multi = np.concatenate([self.multi, multis])
        self.single = np.concatenate([self.single, _hashes(single_hash(f) for f in forms)])
        self.form = np.concatenate([self.form, np.array([self._forms[f] for f in forms], dtype=np.int32)])
        named = (rows_of(plains, self._lexicon.tokens) >= 0) | (rows_of(multis, self._lexicon.deep_tokens) >= 0)
        roles = np.array([_roles(word, form) for word, form in zip(new, forms, strict=True)], dtype=np.uint16)
        self.roles = np.concatenate([self.roles, roles | (named * np.uint16(Role.NAMED))])
        symbols = rows_of(_hashes(surface_hash((word,)) for word in new), self._lexicon.surface_keys)
        self.symbol = np.concatenate([self.symbol, symbols.astype(np.int32)])
        capitals = [word.upper() if _is_symbol_like(word) else "" for word in new]
        variants = rows_of(_hashes(surface_hash((word,)) for word in capitals), self._lexicon.surface_keys)
        self.variant = np.concatenate([self.variant, variants.astype(np.int32)])
        read = [plain_words(["type", word])[1] for word in new]
        cued = [digits.get(r, -1) if r != f else -1 for r, f in zip(read, forms, strict=True)]
        self._cued = np.concatenate([self._cued, np.array(cued, dtype=np.int32)])
        cue = [plain_words([word, "I"])[1] == "1" for word in new]
        self._cue = np.concatenate([self._cue, np.array(cue, dtype=bool)])
        self._known = len(self._ids)


def _hashes(values: Iterable[int]) -> NDArray[np.uint64]:
    return np.array(list(values), dtype=np.uint64)


def _is_symbol_like(word: str) -> bool:
    """Say whether a word that is not in capitals may be a symbol all the same: "Foxp3", "ApoE", "Btk"."""
    if word.isupper() or word.islower() or not word[0].isalpha():
        return False
    return any(c.isdigit() for c in word) or sum(c.isupper() for c in word) > 1 or _VOWEL.search(word) is None


def _roles(word: str, form: str) -> int:
    lower = word.lower()
    roles = Role.DROPPED if form in dropped() else Role(0)
    roles |= Role.CONJUNCTION if lower in _CONJUNCTIONS else Role(0)
    roles |= Role.COPULA if lower in table("copulas.tsv") else Role(0)
    roles |= Role.DEGREE if lower in table("degrees.tsv") else Role(0)
    roles |= Role.STOP if lower in table("function_words.tsv") else Role(0)
    roles |= Role.ADJECTIVE if _ADJECTIVE.fullmatch(lower) else Role(0)
    roles |= Role.PLURAL if lower.endswith("s") and form == lower[:-1] else Role(0)
    roles |= Role.QUALIFIER if lower in table("qualifiers.tsv") else Role(0)
    roles |= Role.QUALITY if lower in table("qualities.tsv") else Role(0)
    roles |= Role.DETERMINER if lower in _DETERMINERS else Role(0)
    roles |= Role.VERB if lower in _AUXILIARIES or lower in table("copulas.tsv") else Role(0)
    roles |= Role.TRANSITIVE if lower in _TRANSITIVES else Role(0)
    roles |= Role.RELATIVE if lower in _RELATIVES else Role(0)
    roles |= Role.CASED if not word.islower() else Role(0)
    return int(roles)


def rows_of(values: NDArray[np.uint64], keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Give the row of each value in a sorted table, -1 where it is not there."""
    if not len(keys):
        return np.full(len(values), -1, dtype=np.int64)
    row = np.minimum(np.searchsorted(keys, values), len(keys) - 1)
    return np.where(keys[row] == values, row, -1)
