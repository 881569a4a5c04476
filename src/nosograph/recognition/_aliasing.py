"""Aliases to Candidates: what the text itself calls things, and where it does."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon.normalisation import TOKEN
from nosograph.model import Kind, Match
from nosograph.recognition._abbreviations import Abbreviation, abbreviations, bracketed
from nosograph.recognition._candidates import Candidate
from nosograph.recognition._gaps import Gap
from nosograph.recognition._ranking import Reading
from nosograph.recognition._subject import Alias
from nosograph.recognition._words import Vocabulary, Words

_ALIAS_SCORE: Final = 0.98


class ShortForms(NamedTuple):
    """Hold the short forms of one text: those it defines, and capitals in brackets with where the words before end."""

    told: list[Abbreviation]
    alone: list[tuple[str, int]]

    @classmethod
    def of(cls, text: str, begin: int) -> "ShortForms":
        """Find them in a text that begins at a code point among those read at once."""
        return cls(list(abbreviations(text, begin)), list(bracketed(text, begin)))

    def ends(self) -> set[int]:
        """Give where a name must end to have a short form."""
        return {a.end for a in self.told} | {end for _, end in self.alone}


def defined(forms: ShortForms, text: str, named: Iterable[Candidate], taken: set[tuple[str, ...]]) -> Iterator[Alias]:
    """Bind each short form a text defines to the concept its long form names, unless its words are `taken`.

    `text` are all texts read at once, and `named` the names of the one in question that end where `forms` asks. A short
    form in brackets right after a name is that name's, too, where its letters begin words of the name in any order
    ("myotonic dystrophy (DM)").
    """
    ends: dict[int, Candidate] = {}
    whole: dict[tuple[int, int], Candidate] = {}
    for c in named:
        if not c.own:
            whole.setdefault((c.start, c.end), c)
            if c.end not in ends or c.start < ends[c.end].start:
                ends[c.end] = c
    found = [(a.short, a.long, whole.get((a.start, a.end)) or ends.get(a.end), a.start) for a in forms.told]
    known = {short for short, _, _, _ in found}
    for short, end in forms.alone:
        holder = ends.get(end)
        if short not in known and holder is not None and _initials(short, text[holder.start : holder.end]):
            found.append((short, text[holder.start : holder.end], holder, holder.start))
    for short, long, holder, start in found:
        if holder is not None and _means(holder, start) and (short,) not in taken:
            why = f'short for "{long}", defined in the text'
            yield Alias(words=tuple(TOKEN.findall(short)), concept=holder.readings[0].concept, exact=True, why=why)


def _means(holder: Candidate, start: int) -> bool:
    """Say whether the long form that begins at `start` is the name: IOP is no raised intraocular pressure.

    A disease is its name's last words, too: "autosomal dominant polycystic kidney disease (PKD)".
    """
    concept = holder.readings[0].concept
    return holder.start == start or (holder.start < start and concept.kind is not Kind.PHENOTYPE)


def _initials(short: str, name: str) -> bool:
    letters = Counter(word[0].lower() for word in TOKEN.findall(name))
    return letters >= Counter(sign.lower() for sign in short)


def called(words: Words, text: range, names: Iterable[Alias], vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Find where the words of one text, those whose numbers are `text`, are what it calls things."""
    seen: set[tuple[int, int]] = set()
    for alias in names:
        spans = [span for span in _occurrences(words, text, alias, vocabulary) if span not in seen]
        if spans:
            seen.update(spans)
            why = f'"{" ".join(alias.words)}": {alias.why}'
            readings = (Reading(concept=alias.concept, score=_ALIAS_SCORE, match=Match.EXACT, why=why),)
            for first, last in spans:
                yield Candidate(*words.span(first, last), first, last, readings, rank=1)


def _occurrences(words: Words, text: range, alias: Alias, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    forms: NDArray[np.int32] = vocabulary.number(alias.words)
    length = len(forms)
    places = text.start + np.flatnonzero(words.forms[text.start : max(text.stop - length + 1, text.start)] == forms[0])
    for step in range(1, length):
        places = places[(words.forms[places + step] == forms[step]) & (words.gap[places + step] != Gap.STOP)]
    for place in places.tolist():
        if not alias.exact or words.tokens(slice(place, place + length)) == alias.words:
            yield place, place + length - 1
