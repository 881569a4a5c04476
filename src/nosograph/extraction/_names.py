"""Names compared: by the beginnings of the words that tell one disease from another."""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")
_STEM: Final = 5
_HEADS: Final = frozenset({"syndr", "disea", "disor", "type", "form", "the", "of", "and", "with", "famil", "conge", "s"})


@lru_cache(maxsize=4096)
def content(name: str) -> frozenset[str]:
    """Give the words of a name by their beginnings, without those that nearly every name has.

    >>> sorted(content("Microvillous inclusion disease"))
    ['inclu', 'micro']
    """
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(name)) - _HEADS
