"""Words to Hits: which windows of content words are names of the lexicon, whatever their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Flag, Lexicon
from nosograph.model import Kind
from nosograph.recognition._gaps import Gap
from nosograph.recognition._roles import Role
from nosograph.recognition._words import Vocabulary, Words

LONGEST: Final = 8
"""The most content words a window holds."""
_FILTER_BITS: Final = 22

Names = NDArray[np.uint32]
Places = NDArray[np.int64]
Bools = NDArray[np.bool_]
Kinds = NDArray[np.uint8]
_INHERITANCE: Final = list(Kind).index(Kind.INHERITANCE)


@dataclass(frozen=True, slots=True)
class Content:
    """Hold the content words of a text.

    `at` are their places among all words; `joined` says whether nothing parts them from the content word before,
    `follows` whether they come right after it, no "a" or "the" between, and `object` whether "a", "the" or "his" comes
    right after it, as after a verb.
    """

    words: Words
    at: Places
    joined: Bools
    follows: Bools
    object: Bools
    gap: NDArray[np.int8]
    roles: NDArray[np.uint16]
    plain: NDArray[np.uint64]
    multi: NDArray[np.uint64]
    row: Places
    deep_row: Places

    def has(self, role: Role) -> Bools:
        """Say which content words can play a role."""
        can: Bools = (self.roles & np.uint16(role)) > 0
        return can


@dataclass(frozen=True, slots=True)
class Hits:
    """Hold the windows that are names, as aligned arrays.

    `first` and `last` are content words (inclusive), `row` the key's row in the level-1 or, where `deep`, the level-2
    table.
    """

    first: Places
    last: Places
    row: Places
    deep: Bools


def content(words: Words, vocabulary: Vocabulary) -> Content:
    """Leave out the words that carry no content, and see which neighbours nothing parts."""
    roles = vocabulary.roles[words.ids]
    at = np.flatnonzero((roles & np.uint16(Role.DROPPED)) == 0)
    parted = np.cumsum(words.gap > Gap.HYPHEN)[at]
    joined = np.zeros(len(at), dtype=bool)
    joined[1:] = parted[1:] == parted[:-1]
    follows = joined.copy()
    follows[1:] &= at[1:] == at[:-1] + 1
    after = np.minimum(at + 1, len(roles) - 1)
    determined = (roles[after] & np.uint16(Role.DETERMINER)) > 0
    after_verb = np.zeros(len(at), dtype=bool)
    no_preposition = (roles[at] & np.uint16(Role.STOP)) == 0
    after_verb[1:] = joined[1:] & (determined & no_preposition)[:-1]
    ids = words.ids[at]
    return Content(
        words=words,
        at=at,
        joined=joined,
        follows=follows,
        object=after_verb,
        gap=words.gap[at],
        roles=roles[at],
        plain=vocabulary.plain[ids],
        multi=vocabulary.multi[ids],
        row=vocabulary.row[ids],
        deep_row=vocabulary.deep_row[ids],
    )


def _alone(content: Content) -> Iterator[Hits]:
    """Give the single words that are names."""
    for rows, deep in ((content.row, False), (np.where(content.row < 0, content.deep_row, -1), True)):
        places = np.flatnonzero(rows >= 0)
        yield Hits(places, places, rows[places], np.full(len(places), deep))


class _Table:
    """Look up many keys at once in one sorted key table, through a bit filter that spares most searches."""

    def __init__(self, lexicon: Lexicon, level: str, kinds: Kinds) -> None:
        keys, start, names = (lexicon.arrays[f"{level}_{part}"] for part in ("keys", "start", "names"))
        flags = lexicon.name_flags
        self._keys, self._start, self._names = keys, start, names
        inherited = np.repeat(np.arange(len(keys)), start[1:].astype(np.int64) - start[:-1])[
            kinds[names] == _INHERITANCE
        ]
        self.inheritance = np.zeros(len(keys), dtype=bool)
        self.inheritance[inherited] = True
        best = flags[names[start[:-1]]] if len(names) else flags[:0]
        self.general = (best & np.uint16(Flag.GENERAL)) > 0
        self._mask = np.uint64((1 << _FILTER_BITS) - 1)
        self._filter = np.zeros(1 << _FILTER_BITS, dtype=bool)
        self._filter[keys & self._mask] = True

    def may_have(self, values: NDArray[np.uint64]) -> Bools:
        """Say which values may be keys; most that are none are seen to be none."""
        may: Bools = self._filter[values & self._mask]
        return may

    def find(self, values: NDArray[np.uint64]) -> tuple[Places, Places]:
        """Give the places in `values` that are keys, and the keys' rows."""
        maybe = np.flatnonzero(self.may_have(values))
        if not len(maybe) or not len(self._keys):
            return maybe[:0], maybe[:0]
        wanted = values[maybe]
        row = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        found = self._keys[row] == wanted
        return maybe[found], row[found]

    def names(self, row: int) -> Names:
        return self._names[self._start[row] : self._start[row + 1]]


class Tables:
    """Hold the lexicon's key tables ready for lookup."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the bit filters (a few milliseconds)."""
        kinds = lexicon.concept_kind[lexicon.name_concept]
        self._plain = _Table(lexicon, "plain", kinds)
        self._deep = _Table(lexicon, "deep", kinds)

    def names(self, row: int, deep: bool) -> Names:  # noqa: FBT001 - as the ranking asks for them
        """Give the names of a key."""
        return (self._deep if deep else self._plain).names(row)

    def inheritances(self, hits: Hits) -> Bools:
        """Say which hits may name a mode of inheritance."""
        found = np.zeros(len(hits.row), dtype=bool)
        found[hits.deep] = self._deep.inheritance[hits.row[hits.deep]]
        found[~hits.deep] = self._plain.inheritance[hits.row[~hits.deep]]
        return found

    def general(self, hits: Hits) -> Bools:
        """Say which hits tell little more than which part of the body is meant."""
        found = np.zeros(len(hits.row), dtype=bool)
        found[hits.deep] = self._deep.general[hits.row[hits.deep]]
        found[~hits.deep] = self._plain.general[hits.row[~hits.deep]]
        return found

    def hits(self, content: Content) -> Hits:
        """Find every window that is a name; level-2 keys count only where level 1 finds none."""
        named = content.has(Role.NAMED)
        parts = [*_alone(content)]
        starts = np.flatnonzero(content.joined[1:] & named[1:] & named[:-1])
        plain, deep = content.plain[starts], content.multi[starts]
        for length in range(2, LONGEST + 1):
            if not len(starts):
                break
            end = starts + length - 1
            plain, deep = plain + content.plain[end], deep + content.multi[end]
            parts.extend(self._at(starts, plain, deep, length))
            further = np.minimum(end + 1, len(named) - 1)
            keep = np.flatnonzero((end < further) & content.joined[further] & named[further])
            starts, plain, deep = starts[keep], plain[keep], deep[keep]
        return Hits(*(np.concatenate([getattr(p, name) for p in parts]) for name in ("first", "last", "row", "deep")))

    def _at(self, starts: Places, plain: NDArray[np.uint64], deep: NDArray[np.uint64], length: int) -> Iterator[Hits]:
        places, rows = self._plain.find(plain)
        yield Hits(starts[places], starts[places] + length - 1, rows, np.zeros(len(rows), dtype=bool))
        free = np.ones(len(starts), dtype=bool)
        free[places] = False
        others, deep_rows = self._deep.find(deep)
        others, deep_rows = others[free[others]], deep_rows[free[others]]
        yield Hits(starts[others], starts[others] + length - 1, deep_rows, np.ones(len(deep_rows), dtype=bool))

    def may_name(self, content: Content, words: Sequence[Places]) -> Bools:
        """Say for aligned places of content words which may make a name together; a place of -1 stands for no word."""
        plain, deep = (
            np.add.reduce([np.where(at < 0, np.uint64(0), hashes[at]) for at in words], dtype=np.uint64)
            for hashes in (content.plain, content.multi)
        )
        return self._plain.may_have(plain) | self._deep.may_have(deep)

    def look_up(self, content: Content, bags: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int, bool]]:
        """Look up many bags of content words at once.

        Yields (bag, row, whether it took level 2) of those that are names.
        """
        if not bags:
            return
        sizes = np.fromiter(map(len, bags), dtype=np.int64, count=len(bags))
        places = np.fromiter((place for bag in bags for place in bag), dtype=np.int64, count=int(sizes.sum()))
        begins = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)[:-1]])
        found: dict[int, tuple[int, bool]] = {}
        for key_table, hashes, level in ((self._deep, content.multi, True), (self._plain, content.plain, False)):
            sums = np.add.reduceat(hashes[places], begins)
            for index, row in zip(*(part.tolist() for part in key_table.find(sums)), strict=True):
                found[index] = (row, level)
        for index in sorted(found):
            yield index, *found[index]
