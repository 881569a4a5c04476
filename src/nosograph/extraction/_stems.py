"""Cue patterns to the word beginnings they cannot do without: a cheap way to tell which cues a sentence may hold."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

_LONGEST: Final = 4
_SHORTEST: Final = 2
_QUANTIFIERS: Final = "?*+{"

Stems = frozenset[str]
"""Word beginnings of which a text must hold at least one for the pattern to match."""

Row = TypeVar("Row")


def stems(pattern: str) -> Stems | None:
    """Give word beginnings, in lower case, of which each match has at least one; None where nothing can be said.

    Reads the part of the syntax that cues are written in: letters, blanks, groups, alternatives, classes, repeats.

    >>> sorted(stems("(?:symptoms?|signs?) (?:include|are)"))
    ['sign', 'symp']
    """
    found, _ = _alternatives(pattern, 0, at_word=True)
    return found


@dataclass(slots=True)
class _Sequence:
    """Gather what one alternative requires: the run of letters being read, and the best stems so far."""

    best: Stems | None = None
    run: str = ""

    def offer(self, found: Stems | None) -> None:
        if found and (self.best is None or _worth(found) > _worth(self.best)):
            self.best = found

    def flush(self) -> None:
        if len(self.run) >= _SHORTEST:
            self.offer(frozenset({self.run[:_LONGEST].lower()}))
        self.run = ""


def _worth(found: Stems) -> tuple[int, int]:
    return min(map(len, found)), -len(found)


def _alternatives(pattern: str, place: int, *, at_word: bool) -> tuple[Stems | None, int]:
    """Read alternatives up to the closing bracket or the end: at least one stem of each of them is required."""
    branches: list[Stems | None] = []
    while True:
        found, place = _sequence(pattern, place, at_word=at_word)
        branches.append(found)
        if place >= len(pattern) or pattern[place] == ")":
            break
        place += 1
    known = [branch for branch in branches if branch is not None]
    return (frozenset().union(*known) if len(known) == len(branches) else None), place


def _sequence(pattern: str, place: int, *, at_word: bool) -> tuple[Stems | None, int]:
    state = _Sequence()
    while place < len(pattern) and pattern[place] not in "|)":
        sign = pattern[place]
        if sign == "(":
            state.flush()
            opened = place
            place, found = _group(pattern, place, at_word=at_word)
            blank = _ends_in_blank(pattern[opened:place])
            place, optional = _repeat(pattern, place)
            if not optional:
                state.offer(found)
            at_word = blank and (at_word or not optional)
        elif sign == " ":
            state.flush()
            place, at_word = place + 1, True
        elif sign.isalpha():
            after, optional = _repeat(pattern, place + 1)
            repeated = after > place + 1
            if at_word and not optional:
                state.run += sign
            if repeated or not at_word:
                state.flush()
                at_word = False
            place = after
        else:
            state.flush()
            place, _ = _repeat(pattern, _skip(pattern, place))
            at_word = False
    state.flush()
    return state.best, place


def _group(pattern: str, place: int, *, at_word: bool) -> tuple[int, Stems | None]:
    """Read a group; one that only looks ahead or behind requires nothing."""
    start = place + 1
    looks = pattern.startswith(("?=", "?!", "?<"), start)
    if looks:
        start = pattern.index("=" if "=" in pattern[start : start + 3] else "!", start) + 1
    elif pattern.startswith("?:", start):
        start += 2
    found, end = _alternatives(pattern, start, at_word=at_word)
    return end + 1, None if looks else found


def _ends_in_blank(group: str) -> bool:
    """Say whether each way through a group ends before a new word."""
    return all(way.endswith(" ") for way in group.rstrip(")").split("|"))


def _repeat(pattern: str, place: int) -> tuple[int, bool]:
    """Skip a quantifier; say whether it allows none."""
    optional = False
    while place < len(pattern) and pattern[place] in _QUANTIFIERS:
        sign = pattern[place]
        optional = optional or sign in "?*" or pattern.startswith(("{0", "{,"), place)
        place = pattern.index("}", place) + 1 if sign == "{" else place + 1
    return place, optional


def _skip(pattern: str, place: int) -> int:
    if pattern[place] == "\\":
        return place + 2
    if pattern[place] == "[":
        end = pattern.index("]", place + 2)
        return end + 1
    return place + 1


class Sieve(Generic[Row]):
    """Hold rows by their patterns' stems, to find those that a sentence may match."""

    __slots__ = ("_always", "_by_stem", "_rows")

    def __init__(self, rows: Iterable[Row], pattern: Callable[[Row], str]) -> None:
        """Index rows, in their order, by the source of their pattern."""
        self._rows = tuple(rows)
        self._by_stem: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, row in enumerate(self._rows):
            needed = stems(pattern(row))
            if needed is None:
                self._always.append(number)
            for stem in needed or ():
                self._by_stem.setdefault(stem, []).append(number)

    def sift(self, beginnings: frozenset[str]) -> Iterator[Row]:
        """Yield the rows that words with these beginnings may match, in the table's order."""
        held = self._by_stem.keys() & beginnings
        numbers = set(self._always).union(*(self._by_stem[stem] for stem in held))
        return (self._rows[number] for number in sorted(numbers))


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """Give the beginnings, of two to four letters, of words in lower case."""
    return frozenset(word[:size] for word in words for size in range(_SHORTEST, _LONGEST + 1))
