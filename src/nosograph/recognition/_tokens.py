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
_HYPHENS: Final = np.array([ord(sign) for sign in "-\u2010\u2011"], dtype=np.uint32)
_APOSTROPHES: Final = np.array([ord(sign) for sign in "'\u2019"], dtype=np.uint32)
_JOINTS: Final = np.concatenate([_HYPHENS, _APOSTROPHES, np.array([ord(".")], dtype=np.uint32)])
_LETTER, _JOINT = 1, 2
_STEM: Final = 3
"""Letters that must follow a hyphened prefix."""


@cache
def _sorts() -> NDArray[np.uint8]:
    """Give for each code point of the table whether it is of a word, may join two parts of one, or neither."""
    sorts = np.fromiter((chr(code).isalnum() for code in range(_TABLE)), dtype=np.uint8, count=_TABLE)
    sorts[_JOINTS] = _JOINT
    return sorts


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(PREFIXES.split("|"))


@cache
def _longest_prefix() -> int:
    return max(map(len, _prefixes()))


def code_points(text: str) -> NDArray[np.uint32]:
    """Give the code points of a text, lone surrogates included."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def spans(text: str, codes: NDArray[np.uint32]) -> tuple[Offsets, Offsets]:
    """Give where each token starts and ends (code points, end exclusive)."""
    sorts = np.zeros(len(codes) + 2, dtype=np.uint8)  # with an edge on either side
    sorts[1:-1] = _sorts()[np.minimum(codes, _TABLE - 1)]
    far = np.flatnonzero(codes >= _TABLE)
    if len(far):
        sorts[far + 1] = np.fromiter((text[i].isalnum() for i in far.tolist()), dtype=bool, count=len(far))
    inside = sorts == _LETTER
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[0::2].copy(), edges[1::2].copy()
    signs = np.flatnonzero(sorts == _JOINT)
    signs = signs[inside[signs - 1] & inside[signs + 1]] - 1
    glued = _glued(text, starts, ends, _joints(codes, starts, ends, signs))
    return (np.delete(starts, glued + 1), np.delete(ends, glued)) if len(glued) else (starts, ends)


def _joints(codes: NDArray[np.uint32], starts: Offsets, ends: Offsets, signs: Offsets) -> Offsets:
    """Give the runs that by their length and the sign after them may be one token with the next run."""
    runs = np.searchsorted(ends, signs)
    sign, first = codes[signs], codes[signs + 1]
    before, after = ends[runs] - starts[runs], ends[runs + 1] - starts[runs + 1]
    decimal = (sign == ord(".")) & (first >= ord("0")) & (first <= ord("9"))
    possessive = np.isin(sign, _APOSTROPHES) & (after == 1)
    prefixed = np.isin(sign, _HYPHENS) & (before <= _longest_prefix()) & (after >= _STEM)
    joints: Offsets = runs[decimal | possessive | prefixed]
    return joints


def _glued(text: str, starts: Offsets, ends: Offsets, joints: Offsets) -> Offsets:
    """Give the runs that are one token with the run after them."""
    found: list[int] = []
    pure = -1  # the last run glued to something before it: no prefix then, and an ending closes the token
    closed = -1
    stretches = (part.tolist() for part in (joints, starts[joints], ends[joints], ends[joints + 1]))
    for run, start, joint, end in zip(*stretches, strict=True):
        sign = text[joint]
        if run == closed:
            continue
        if sign == ".":
            fits = True
        elif sign in "'\u2019":
            fits = text[joint + 1] in "stST" and not _goes_on(text, end)
            closed = run + 1 if fits else closed
        else:
            fits = run != pure and _is_prefix(text, start, joint) and _is_stem(text, joint + 1)
        if fits:
            found.append(run)
            pure = run + 1
    return np.array(found, dtype=np.int64)


def _is_prefix(text: str, start: int, end: int) -> bool:
    return text[start:end].lower() in _prefixes() and not (start and text[start - 1] == "_")


def _is_stem(text: str, start: int) -> bool:
    return not any(sign.isdecimal() for sign in text[start : start + _STEM])


def _goes_on(text: str, place: int) -> bool:
    return place < len(text) and text[place] == "_"
