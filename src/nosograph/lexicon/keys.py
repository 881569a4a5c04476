"""Names to keys: the sums by which names are found, whatever the order of their words.

A key is the sum of its words' 64-bit hashes modulo 2**64. Level 1 hashes the words as they are folded, level 2 as their
endings are mapped and, inside names of two words or more, equated and stemmed (`normalisation`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon.normalisation import TOKEN, deep, dropped, lemma, plain_words

_MASK: Final = (1 << 64) - 1
_ACRONYM_LENGTH: Final = 14
_SYMBOL_LETTERS: Final = 4


@lru_cache(maxsize=1 << 18)
def hash64(word: str) -> int:
    """Hash a word to an unsigned 64-bit integer, the same on every machine (BLAKE2b)."""
    return int.from_bytes(_digest(word), "little")


def hashes(words: Iterable[str]) -> NDArray[np.uint64]:
    """Hash many words at once, each as `hash64` does."""
    return np.frombuffer(b"".join(map(_digest, words)), dtype="<u8").astype(np.uint64, copy=False)


def _digest(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def single(word: str) -> str:
    """Give what to hash for a level-1 word as the only word of a level-2 key.

    Endings are mapped, nothing is equated or stemmed.
    """
    return "1:" + lemma(word)


def multi(word: str) -> str:
    """Give what to hash for a level-1 word as one of several words of a level-2 key."""
    return "2:" + deep(word)


def is_acronym(name: str) -> bool:
    """Say whether a name must be found with its very letters: a short symbol with capitals or digits among them.

    >>> [is_acronym(n) for n in ("FOXP3", "IgA", "T cell", "Diabetes", "p53")]
    [True, True, False, False, True]
    """
    if len(name) > _ACRONYM_LENGTH or any(c.isspace() for c in name):
        return False
    capitals = sum(c.isupper() for c in name)
    digits = sum(c.isdigit() for c in name)
    return capitals > 1 or (digits > 0 and len(name) - digits <= _SYMBOL_LETTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameKeys:
    """Hold the keys of one name, all unsigned 64-bit.

    `surface` hashes the tokens with their case and order; `plain` and `deep` are order-free sums over `tokens` and
    `deep_tokens`, 0 where the name has no content word. An acronym is to be found by `surface` alone.
    """

    surface: int
    plain: int
    deep: int
    tokens: tuple[int, ...]
    deep_tokens: tuple[int, ...]
    acronym: bool


def surface_hash(tokens: Sequence[str]) -> int:
    """Hash tokens with their case and order; one token is hashed as it stands."""
    return hash64("\x1f".join(tokens))


def deep_key(words: Sequence[str]) -> int:
    """Sum up level-1 words to the level-2 key of the name they make."""
    return sum(_deep_hashes(words)) & _MASK


def _deep_hashes(words: Sequence[str]) -> tuple[int, ...]:
    return tuple(map(hash64, (single(words[0]),) if len(words) == 1 else map(multi, words)))


def name_keys(name: str) -> NameKeys:
    """Give the keys by which a name is found.

    >>> name_keys("Abnormality of the kidney").deep == name_keys("renal abnormalities").deep
    True
    """
    tokens = TOKEN.findall(name)
    content = [w for w in plain_words(tokens) if w not in dropped()]
    plains = tuple(hash64(w) for w in content)
    deeps = _deep_hashes(content)
    return NameKeys(
        surface=surface_hash(tokens),
        plain=sum(plains) & _MASK,
        deep=sum(deeps) & _MASK,
        tokens=plains,
        deep_tokens=deeps,
        acronym=is_acronym(name),
    )
