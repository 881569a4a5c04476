"""Words about values, from `ontology/words/ranges.tsv`, and short forms of what is measured, from `analytes.tsv`."""

import re
from functools import cache

from nosograph.lexicon.normalisation import word_rows

__all__ = ["any_of", "short_forms", "words_of"]


@cache
def words_of(part: str) -> frozenset[str]:
    """Give the words of one part of the table."""
    return frozenset(row[0] for row in word_rows("ranges.tsv") if row[1] == part)


@cache
def short_forms() -> dict[str, str]:
    """Give what short forms of what is measured stand for."""
    return {row[0]: row[1] for row in word_rows("analytes.tsv")}


def any_of(part: str) -> str:
    """Match any word of a part; those in capitals are known by their letters."""
    found = sorted(words_of(part), key=lambda word: (-len(word), word))
    return "|".join(f"(?-i:{word})" if word.isupper() else re.escape(word) for word in found)
