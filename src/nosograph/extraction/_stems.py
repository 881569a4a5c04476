"""Cue patterns to the word beginnings they cannot do without: a cheap way to tell which cues a sentence may hold."""

from dataclasses import dataclass, field
from typing import Final

_LONGEST: Final = 4
_SHORTEST: Final = 2
_QUANTIFIERS: Final = "?*+{"
_AHEAD: Final = "(?="
_LOOKS: Final = (_AHEAD, "(?!", "(?<")
_BEFORE_WORDS: Final = "-/'^"
_DIGIT: Final = r"\d"
DIGITS: Final = "#"
"""The stem of any word that begins with a digit."""

Stems = frozenset[str]
"""Word beginnings of which a text must hold at least one for the pattern to match."""


def stems(pattern: str) -> tuple[Stems, ...]:
    """Give sets of word beginnings, in lower case, of each of which every match has at least one; the rarest first.

    Reads the part of the syntax that cues are written in: letters, blanks, groups, alternatives, classes, repeats.

    >>> [sorted(one) for one in stems("(?:symptoms?|signs?) (?:include|are) like")]
    [['like'], ['sign', 'symp'], ['are', 'incl']]
    """
    found, _ = _alternatives(pattern, 0, at_word=True)
    return tuple(sorted(found, key=_worth, reverse=True))


@dataclass(slots=True)
class _Sequence:
    """Gather what one alternative requires: the run of letters being read, and the stems so far.

    The word that the letters begin may have a `prefix` that begins so instead: "(?:micro)?deletion".
    """

    found: list[Stems] = field(default_factory=list)
    run: str = ""
    prefix: Stems = frozenset()

    def flush(self) -> None:
        if len(self.run) >= _SHORTEST:
            self.found.append(self.prefix | {self.run[:_LONGEST].lower()})
        self.run, self.prefix = "", frozenset()


def _worth(found: Stems) -> tuple[int, int]:
    return min(map(len, found)), -len(found)


def _alternatives(pattern: str, place: int, *, at_word: bool) -> tuple[list[Stems], int]:
    """Read alternatives up to the closing bracket or the end: at least one stem of each of them is required."""
    branches: list[list[Stems]] = []
    while True:
        found, place = _sequence(pattern, place, at_word=at_word)
        branches.append(found)
        if place >= len(pattern) or pattern[place] == ")":
            break
        place += 1
    if len(branches) == 1:
        return branches[0], place
    if not all(branches):
        return [], place
    return [frozenset().union(*(max(branch, key=_worth) for branch in branches))], place


def _sequence(pattern: str, place: int, *, at_word: bool) -> tuple[list[Stems], int]:
    state = _Sequence()
    while place < len(pattern) and pattern[place] not in "|)":
        sign = pattern[place]
        if sign == "(":
            at_word = at_word and not state.run
            state.flush()
            opened = place
            place, found = _group(pattern, place, at_word=at_word)
            looks = pattern.startswith(_LOOKS, opened)
            blank = _ends_in_blank(pattern[opened:place])
            place, optional = _repeat(pattern, place)
            if not optional:
                state.found += found
            elif at_word and found and not looks and not blank and pattern[place : place + 1].isalnum():
                state.prefix = max(found, key=_worth)
            at_word = at_word if looks or state.prefix else blank and (at_word or not optional)
        elif sign == " ":
            state.flush()
            place, at_word = place + 1, True
        elif sign.isalnum():
            after, optional = _repeat(pattern, place + 1)
            if at_word and not optional:
                state.run += sign
            if after > place + 1 or not at_word:
                state.flush()
                at_word = False
            place = after
        else:
            state.flush()
            after = _skip(pattern, place)
            digit = pattern[place:after] == _DIGIT
            place, optional = _repeat(pattern, after)
            if digit and not optional:
                state.found.append(frozenset({DIGITS}))
            at_word = sign in _BEFORE_WORDS and not optional
    state.flush()
    return state.found, place


def _group(pattern: str, place: int, *, at_word: bool) -> tuple[int, list[Stems]]:
    """Read a group; one that looks behind, or ahead for what must not come, requires nothing."""
    start = place + 1
    looks = pattern.startswith(_LOOKS, place)
    if looks:
        start = pattern.index("=" if "=" in pattern[start : start + 3] else "!", start) + 1
    elif pattern.startswith("?:", start):
        start += 2
    found, end = _alternatives(pattern, start, at_word=at_word)
    return end + 1, [] if looks and not pattern.startswith(_AHEAD, place) else found


def _ends_in_blank(group: str) -> bool:
    """Say whether each way through a group ends before a new word."""
    depth, before = 0, ""
    for sign in group:
        if depth == 1 and sign in "|)" and before not in {" ", "-"}:
            return False
        depth += (sign == "(") - (sign == ")")
        before = sign
    return True


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
