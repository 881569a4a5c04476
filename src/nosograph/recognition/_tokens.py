"""Text to token spans, a whole text at once.

Finds exactly the stretches that `nosograph.lexicon.normalisation.TOKEN` matches, by array operations instead of a
regular expression; a test holds the two against each other.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon.normalisation import PREFIXES

Offsets = NDArray[np.int64]
_TABLE: Final = 0x3000
_HYPHENS: Final = "-\u2010\u2011"
_APOSTROPHES: Final = "'\u2019"
_JOINTS: Final = np.array([ord(c) for c in f".{_HYPHENS}{_APOSTROPHES}"], dtype=np.uint32)
_STEM: Final = 3
"""Letters that must follow a hyphened prefix."""


@cache
def _alphanumeric() -> NDArray[np.bool_]:
    return np.fromiter((chr(c).isalnum() for c in range(_TABLE)), dtype=bool, count=_TABLE)


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(PREFIXES.split("|"))


def code_points(text: str) -> NDArray[np.uint32]:
    """Give the code points of a text, lone surrogates included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def spans(text: str, codes: NDArray[np.uint32]) -> tuple[Offsets, Offsets]:
    """Give where each token starts and ends (code points, end exclusive)."""
    inside = _alphanumeric()[np.minimum(codes, _TABLE - 1)]
    far = np.flatnonzero(codes >= _TABLE)
    if len(far):
        inside[far] = np.fromiter((text[i].isalnum() for i in far.tolist()), dtype=bool, count=len(far))
    edges = np.flatnonzero(np.diff(inside.astype(np.int8), prepend=0, append=0))
    starts, ends = edges[0::2], edges[1::2]
    tight = np.flatnonzero(starts[1:] - ends[:-1] == 1)
    tight = tight[np.isin(codes[ends[tight]], _JOINTS)]
    if not len(tight):
        return starts, ends
    glued = _glued(text, starts, ends, tight)
    return np.delete(starts, glued + 1), np.delete(ends, glued)


def _glued(text: str, starts: Offsets, ends: Offsets, tight: Offsets) -> Offsets:
    """Give the runs that are one token with the run after them."""
    found: list[int] = []
    pure = -1  # the last run glued to something before it: no prefix then, and an ending closes the token
    closed = -1
    for run in tight.tolist():
        sign = text[ends[run]]
        here = text[starts[run] : ends[run]]
        after = text[starts[run + 1] : ends[run + 1]]
        if run == closed:
            continue
        if sign == ".":
            fits = after[0] in "0123456789"
        elif sign in _HYPHENS:
            fits = run != pure and _is_prefix(text, int(starts[run]), here) and _is_stem(after)
        else:
            fits = after in {"s", "t", "S", "T"} and not _goes_on(text, int(ends[run + 1]))
            closed = run + 1 if fits else closed
        if fits:
            found.append(run)
            pure = run + 1
    return np.array(found, dtype=np.int64)


def _is_prefix(text: str, start: int, word: str) -> bool:
    return word.lower() in _prefixes() and not (start and text[start - 1] == "_")


def _is_stem(word: str) -> bool:
    return len(word) >= _STEM and not any(sign.isdecimal() for sign in word[:_STEM])


def _goes_on(text: str, place: int) -> bool:
    return place < len(text) and text[place] == "_"
