"""Sight to Bags: names whose words are parted by a verb, or by a word that says which side, how many or how much."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from nosograph.recognition._bags import MANY, REACH, Bag, Sight, shifted
from nosograph.recognition._gaps import Gap
from nosograph.recognition._roles import Role
from nosograph.recognition._windows import Bools, Content, Places, Tables

PARTED: Final = "parted by a verb"
_FEW: Final = 64
"""Verbs that are sooner looked beside one by one than weighed together first."""
_QUALIFIED: Final = "but for how many, which side or how much"


def parted(content: Content, sight: Sight, tables: Tables) -> Iterator[Bag]:
    """Look for bags of words on both sides of verbs and qualifiers."""
    noun = content.has(Role.NAMED) & ~content.has(Role.STOP)
    after_noun = content.joined & shifted(noun | content.has(Role.RELATIVE), 1)
    before_word = shifted(content.joined & (noun | content.has(Role.DEGREE)), -1)
    goes_on = content.joined & ~content.has(Role.STOP)
    too_long = shifted(goes_on, -2) & shifted(goes_on, -3) & ~shifted(content.has(Role.DEGREE), -1)  # as in `_said`
    verbs = np.flatnonzero(content.has(Role.COPULA) & after_noun & before_word & ~too_long)
    if len(verbs) > _FEW:
        verbs = verbs[_promising(content, tables, verbs, goes_on)]
    for place in verbs.tolist():
        yield from _copula(sight, place)
    between = content.joined & shifted(noun, 1) & shifted(content.joined & noun, -1)
    for place in np.flatnonzero(content.has(Role.QUALIFIER) & between).tolist():
        yield from _qualified(sight, place)


def _promising(content: Content, tables: Tables, verbs: Places, goes_on: Bools) -> Bools:
    """Say beside which verbs `_copula` may find a name: noun and adjective may make one, or more than these is said."""
    last = len(content.at) - 1
    two = goes_on[np.minimum(verbs + 2, last)] & (verbs + 2 <= last)
    said = [verbs + 1, np.where(two, verbs + 2, -1)]
    beyond = np.minimum(verbs + 2 + two, last)
    conjunction = content.has(Role.CONJUNCTION)
    promising: Bools = conjunction[beyond] | (content.gap[beyond] == Gap.COMMA)
    promising |= content.has(Role.RELATIVE)[verbs - 1] | content.has(Role.DEGREE)[verbs + 1]
    subject: list[Places] = []
    for before in range(1, REACH + 1):
        subject.append(np.maximum(verbs - before, -1))
        promising |= conjunction[verbs - before - 1] | tables.may_name(content, [*subject, *said])
    return promising


def _qualified(sight: Sight, place: int) -> Iterator[Bag]:
    """Find "absence of the kidney" in "absence of the left kidney"."""
    begins = [place - 1]
    while len(begins) < REACH and begins[-1] > 0 and sight.goes_on[begins[-1]]:
        begins.append(begins[-1] - 1)
    end = place + 1
    while sight.goes_on[end] and end - place <= REACH:
        for first in begins:
            words = tuple(word for word in range(first, end + 1) if not sight.qualifier[word])
            if sight.named[first] and sight.named[end] and words[0] == first and words[-1] == end:
                yield Bag(next(sight.groups), 0, first, end, words, _QUALIFIED)
        end += 1


def _copula(sight: Sight, place: int) -> Iterator[Bag]:
    """Find "NOUN (that) is (very) ADJECTIVE (and ADJECTIVE)"."""
    noun = place - 1
    if sight.relative[noun]:
        noun -= 1
        if noun < 0 or not sight.joined[noun + 1] or sight.stop[noun]:
            return
    said = _said(sight, place + 1)
    subjects: list[range] = []
    for _ in range(MANY):
        if said is None:
            return
        named = sight.all_named(said[0], said[-1])
        subjects = subjects or (list(_subjects(sight, noun)) if named else [])
        for subject in subjects if named else ():
            group = next(sight.groups)
            for first in subject:
                if sight.named[first]:
                    yield Bag(group, 0, first, said[-1], (*range(first, subject[-1] + 1), *said), PARTED)
        after = sight.begin_after(said[-1] + 1)
        said = None if after is None else _said(sight, after)


def _subjects(sight: Sight, noun: int) -> Iterator[range]:
    """Give the nouns that stand before a verb, each with up to two words before it: "liver and spleen"."""
    end: int | None = noun
    for _ in range(MANY):
        if end is None:
            return
        first = end
        while end - first < REACH - 1 and sight.joined[first] and not sight.stop[first - 1]:
            first -= 1
        if sight.joined[first] and sight.verb[first - 1]:
            return  # what another verb says: "IgM is reduced, IgA and IgE are elevated"
        yield range(first, end + 1)
        if sight.joined[first] and sight.conjunction[first - 1]:
            end = sight.end_before(first)
        else:
            end = first - 1 if first > 0 and sight.gap[first] == Gap.COMMA and end != noun else None


def _said(sight: Sight, after: int) -> range | None:
    """Give the one or two words that are said of a noun from `after` on, past "very"."""
    while after < len(sight.joined) and sight.joined[after] and sight.degree[after]:
        after += 1
    if not sight.goes_on[after]:
        return None
    # "Hair is lacking sulfur" says nothing of lacking hair: what is said must end where the phrase ends.
    last = after + 1 if sight.goes_on[after + 1] else after
    ends = not sight.goes_on[last + 1] or last == after
    subject = last + 1 < len(sight.joined) and sight.joined[last + 1] and sight.verb[last + 1]
    return range(after, last + 1) if ends and not subject else None
