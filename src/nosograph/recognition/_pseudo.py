"""Names that are none where they stand: "short arm" of a chromosome, "tumor" in "tumor suppressor"."""

import re
from functools import cache, lru_cache
from typing import Final

from nosograph.lexicon.normalisation import TOKEN, plain, word_rows

_REACH: Final = 60
_BEGINNING: Final = 3
_Sides = tuple[re.Pattern[str] | None, re.Pattern[str] | None, bool]


@cache
def _rows() -> dict[str, list[_Sides]]:
    found: dict[str, list[_Sides]] = {}
    for name, before, after, _, *own_sense in word_rows("pseudo.tsv"):  # with neither side, the name is none anywhere
        sides = (_side(rf"(?:{before})\Z" if before else ""), _side(after), own_sense == ["yes"])
        found.setdefault(_key(name), []).append(sides)
    return found


def _side(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if pattern else None


@lru_cache(maxsize=1 << 12)
def _sides(name: str) -> tuple[_Sides, ...]:
    """Give what may stand beside a name for it to be none."""
    return tuple(_rows().get(_key(name), ()))


def _key(name: str) -> str:
    return " ".join(plain(token) for token in TOKEN.findall(name))


@cache
def _beginnings() -> frozenset[str]:
    """Give the first letters, in lower case, of the names in the table."""
    return frozenset(key[:_BEGINNING] for key in _rows())


@cache
def first_words() -> frozenset[str]:
    """Give the level-1 forms of the words that names in the table begin with."""
    return frozenset(key.partition(" ")[0] for key in _rows())


def may_be_pseudo(beginning: str) -> bool:
    """Say whether a name that begins with these letters may be one that `pseudo` knows as none."""
    return len(beginning) < _BEGINNING or beginning[:_BEGINNING].lower() in _beginnings()


def pseudo(text: str, span: tuple[int, int], within: tuple[int, int], *, nested: bool) -> bool:
    """Say whether the name at these code points is part of words that mean something else.

    What stands beside it counts as far as it lies `within` the text of the name. With `nested`, a word that keeps its
    sense within them ("tumor" in "tumor suppressor") is a name all the same.
    """
    start, end = span
    for before, after, own_sense in _sides(text[start:end]):
        if nested and own_sense:
            continue
        if before is None and after is None:
            return True
        if before is not None and before.search(text[max(within[0], start - _REACH) : start]):
            return True
        if after is not None and after.match(text, end, within[1]):
            return True
    return False
