"""Words to Joined: names whose words the text shares out, such as "psoriasiform or eczematous dermatitis"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.recognition._windows import Content, Hit, Tables
from nosograph.recognition._words import Gap

_CONJUNCTIONS: Final = frozenset({"and", "or", "nor"})
_REACH: Final = 3
"""Content words that one conjunct may have before the conjunction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Hold a name found across a conjunction.

    Content words `first` to `last`, of which `words` (in order) make the name.
    """

    first: int
    last: int
    words: tuple[int, ...]
    names: NDArray[np.uint32]
    deep: bool


def joined(content: Content, hits: list[Hit], tables: Tables) -> Iterator[Joined]:
    """Yield the names that end or begin in the words of a hit on the other side of a conjunction.

    Two forms: "A or B HEAD" (the hit is "B HEAD", the other name "A HEAD"), and "HEAD of A and B" (the hit is "HEAD
    of A").
    """
    known = {(hit.first, hit.last) for hit in hits}
    for hit in hits:
        if hit.last == hit.first:
            continue
        yield from _before(content, hit, tables, known)
        yield from _after(content, hit, tables, known)


def _word(content: Content, place: int) -> str:
    word: str = content.words.tokens[int(content.at[place])].lower()
    return word


def _gap(content: Content, place: int) -> int:
    return int(content.words.gap[content.at[place]])


def _before(content: Content, hit: Hit, tables: Tables, known: set[tuple[int, int]]) -> Iterator[Joined]:
    last = _conjunct_end(content, hit.first)
    if last is None:
        return
    for first in range(last, max(last - _REACH, -1), -1):
        if first < last and not content.joined[first + 1]:
            return
        if _word(content, first) in _CONJUNCTIONS:
            return
        for head in range(hit.first + 1, hit.last + 1):
            words = (*range(first, last + 1), *range(head, hit.last + 1))
            found = tables.look_up(content, list(words))
            if found is not None and (first, last) not in known:
                yield Joined(first=first, last=hit.last, words=words, names=found[0], deep=found[1])
                return


def _conjunct_end(content: Content, first: int) -> int | None:
    """Give the last content word of the conjunct before `first`, across "or", "and" or a slash."""
    if first == 0:
        return None
    if _gap(content, first) == Gap.SLASH:
        return first - 1
    if first > 1 and content.joined[first] and _word(content, first - 1) in _CONJUNCTIONS:
        return first - 2 if _gap(content, first - 1) in {Gap.JOIN, Gap.COMMA} else None
    return None


def _after(content: Content, hit: Hit, tables: Tables, known: set[tuple[int, int]]) -> Iterator[Joined]:
    count = len(content.at)
    begin = hit.last + 2
    if begin >= count or _word(content, hit.last + 1) not in _CONJUNCTIONS or not content.joined[hit.last + 1]:
        return
    if "of" not in {t.lower() for t in content.words.tokens[content.at[hit.first] : content.at[hit.last]]}:
        return
    for last in range(begin, min(begin + _REACH, count)):
        if not content.joined[last]:
            return
        for head in range(hit.first + 1, hit.last + 1):
            words = (*range(hit.first, head), *range(begin, last + 1))
            found = tables.look_up(content, list(words))
            if found is not None and not any((place, last) in known for place in range(begin, last + 1)):
                yield Joined(first=hit.first, last=last, words=words, names=found[0], deep=found[1])
                return
