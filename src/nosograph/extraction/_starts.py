"""Cue patterns to the letters that their matches begin with: the words at which a cue need be looked for at all."""

from typing import Final

from nosograph.extraction._stems import DIGITS

_LONGEST: Final = 4
_LOOKS: Final = ("(?=", "(?!", "(?<=", "(?<!")
_OPTIONAL: Final = ("?", "*", "{0", "{,")

Starts = frozenset[str]


def starts(pattern: str) -> Starts | None:
    """Give word beginnings of up to four letters, in lower case, and `#` for a digit: each match begins with one.

    None where a match may begin with anything.

    Reads the part of the syntax that cues are written in: letters, blanks, groups, alternatives, classes, repeats.

    >>> sorted(starts("(?<!no )(?:very )?(?:often|2 of)") or ())
    ['#', 'ofte', 'very']
    >>> starts("(?:very)? often") is None
    True
    """
    found, _, sure = _alternatives(pattern.lower(), 0)
    return found if sure else None


def _alternatives(pattern: str, place: int) -> tuple[Starts, int, bool]:
    """Read alternatives up to the closing bracket or the end: their starts, the end, and whether each has one."""
    found: Starts = frozenset()
    sure = True
    while True:
        more, place, begun = _sequence(pattern, place)
        found, sure = found | more, sure and begun
        if place >= len(pattern) or pattern[place] == ")":
            return found, place, sure
        place += 1


def _sequence(pattern: str, place: int) -> tuple[Starts, int, bool]:
    """Read one alternative; it has begun with its first part that may not be left out."""
    found: Starts = frozenset()
    known, sought = True, True
    while place < len(pattern) and pattern[place] not in "|)":
        first, after = _part(pattern, place)
        if sought and first is None:
            known = sought = False
        elif sought and first:
            found |= first
            sought = pattern.startswith(_OPTIONAL, after)
        place = _repeated(pattern, after)
    return found, place, known and not sought


def _part(pattern: str, place: int) -> tuple[Starts | None, int]:
    """Read letters, a class or a group: its starts, none where it takes up no sign, None for anything; and its end."""
    sign = pattern[place]
    if sign == "^":
        return frozenset(), place + 1
    if sign == "(":
        return _group(pattern, place)
    if sign == "\\":
        return (frozenset({DIGITS}) if pattern[place + 1] == "d" else None), place + 2
    if sign == "[":
        return None, pattern.index("]", place + 2) + 1
    if sign.isdecimal():
        return frozenset({DIGITS}), place + 1
    return _letters(pattern, place) if sign.isalpha() else (None, place + 1)


def _letters(pattern: str, place: int) -> tuple[Starts, int]:
    """Read up to four letters, of which only the first, where it stands alone, may be left out."""
    end = place + 1
    while end < min(place + _LONGEST, len(pattern)) and pattern[end].isalpha():
        if pattern.startswith(_OPTIONAL, end + 1):
            break
        end += 1
    return frozenset({pattern[place:end]}), end


def _group(pattern: str, place: int) -> tuple[Starts | None, int]:
    """Read a group; one that looks ahead or behind takes up no sign."""
    looks = next((look for look in _LOOKS if pattern.startswith(look, place)), "")
    start = place + (len(looks) or (3 if pattern.startswith("(?:", place) else 1))
    found, end, sure = _alternatives(pattern, start)
    if looks:
        return frozenset(), end + 1
    return (found if sure else None), end + 1


def _repeated(pattern: str, place: int) -> int:
    while place < len(pattern) and pattern[place] in "?*+{":
        place = pattern.index("}", place) + 1 if pattern[place] == "{" else place + 1
    return place
