"""Sieve: of many cues those that a text may hold, and what they match in it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeAlias, TypeVar

from nosograph.extraction._starts import Starts, starts
from nosograph.extraction._stems import DIGITS, Stems, stems

_BEGINNING: Final = re.compile(r"(?<!\w)\w{1,4}")
_ANY_DIGIT: Final = re.compile(r"\d")
_SECOND: Final = 2

Row = TypeVar("Row")
_Held: TypeAlias = tuple[Row, tuple[Stems, ...], Starts | None, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """Hold a text as cues look at it: in lower case, with the beginnings, of up to four letters, of its words.

    `#` stands for a digit in it. Lower case is letter for letter: the one letter that would become two is put aside.
    `places` are where the words with each beginning stand, those that begin with a digit under `#`, too.
    """

    lower: str
    beginnings: frozenset[str]
    places: Mapping[str, list[int]]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Look at a text."""
        lower = text.replace("\u0130", "I").lower()
        places: dict[str, list[int]] = defaultdict(list)
        for found in _BEGINNING.finditer(lower):
            word, place = found[0], found.start()
            for size in range(1, len(word) + 1):
                places[word[:size]].append(place)
            if word[0].isdecimal():
                places[DIGITS].append(place)
        digits = {DIGITS} if _ANY_DIGIT.search(lower) is not None else set()
        return cls(lower, frozenset(places) | digits, places)


class Sieve(Generic[Row]):
    """Hold rows by their patterns' stems, to find those that a sentence may match."""

    __slots__ = ("_always", "_by_stem", "_rows")

    def __init__(
        self, rows: Iterable[Row], source: Callable[[Row], str], pattern: Callable[[Row], re.Pattern[str]]
    ) -> None:
        """Index rows, in their order, by the source of their pattern."""
        self._rows = tuple((row, stems(source(row)), starts(source(row)), pattern(row)) for row in rows)
        self._always = frozenset(number for number, (_, needed, *_) in enumerate(self._rows) if not needed)
        self._by_stem: dict[str, set[int]] = {}
        for number, (_, needed, *_) in enumerate(self._rows):
            for stem in needed[0] if needed else ():
                self._by_stem.setdefault(stem, set()).add(number)

    def every(self) -> Iterator[Row]:
        """Yield all rows, in the table's order."""
        return (row for row, *_ in self._rows)

    def sift(self, beginnings: frozenset[str]) -> list[Row]:
        """Give the rows that words with these beginnings may match, in the table's order."""
        return [row for row, *_ in self._sift(beginnings)]

    def find(self, words: Words) -> Iterator[tuple[Row, re.Match[str]]]:
        """Yield what each row matches in a text, row by row in the table's order."""
        for row, _, begins, pattern in self._sift(words.beginnings):
            if begins is None:
                yield from ((row, found) for found in pattern.finditer(words.lower))
            else:
                yield from ((row, found) for found in _matches(pattern, words, begins))

    def _sift(self, beginnings: frozenset[str]) -> list[_Held[Row]]:
        numbers = self._always.union(*map(self._by_stem.__getitem__, self._by_stem.keys() & beginnings))
        held = map(self._rows.__getitem__, sorted(numbers))
        return [row for row in held if len(row[1]) < _SECOND or not any(map(beginnings.isdisjoint, row[1][1:]))]


def _matches(pattern: re.Pattern[str], words: Words, begins: Starts) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern, all of which begin at a word with one of some beginnings."""
    end = 0
    for place in sorted({place for start in begins & words.places.keys() for place in words.places[start]}):
        if place >= end and (found := pattern.match(words.lower, place)) is not None:
            end = found.end()
            yield found
