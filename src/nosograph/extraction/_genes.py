"""Genes as causes where the sentence before, or the one that opens the list, says what they are causes of."""

import re
from functools import cache, lru_cache

from nosograph.extraction._rows import phrase, rows

__all__ = ["carries_cause"]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {row[0]: phrase(row[1]) for row in rows("gene_context.tsv", 2)}


@lru_cache(maxsize=16)
def carries_cause(lead: str, text: str, *, item: bool) -> bool:
    """Say whether a sentence without a cause of its own continues one that names mutations as the cause.

    An item of a list needs no words of its own; a sentence must speak of mutations, and of others than those before.
    """
    patterns = _patterns()
    opened = patterns["mutation"].search(lead) is not None and patterns["cause"].search(lead) is not None
    if item:
        return opened or patterns["list"].search(lead) is not None
    return opened and patterns["mutation"].search(text) is not None and patterns["further"].search(text) is not None
