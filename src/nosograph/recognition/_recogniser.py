"""Recogniser: one lexicon, ready to annotate any number of texts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import TOKEN, plain, surface_hash
from nosograph.model import Article, Concept, Kind, Match, Mention, SectionRole, Sentence
from nosograph.recognition._abbreviations import abbreviations
from nosograph.recognition._coordination import Joined, cuts_phrase, joined
from nosograph.recognition._ranking import Ranking, Reading
from nosograph.recognition._selection import Candidate, select
from nosograph.recognition._subject import Alias, aliases, subject
from nosograph.recognition._windows import Content, Hit, Tables, content
from nosograph.recognition._words import Gap, Vocabulary, Words
from nosograph.resources import text as resource

Overlaps = Literal["longest", "all"]
_ALIAS_SCORE: Final = 0.98
_JOINED_COST: Final = 0.05
_CUE_REACH: Final = 80
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_SYMBOL_WORDS: Final = 3


@cache
def _gene_cue() -> re.Pattern[str]:
    rows = (line.split("\t")[0] for line in resource("ontology", "words", "gene_cues.tsv").splitlines())
    return re.compile(
        r"\b(?:" + "|".join(row for row in rows if row and not row.startswith("#")) + r")\b", re.IGNORECASE
    )


class Recogniser:
    """Find the concepts of one lexicon in texts. Not for use by several threads at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the lexicon's key tables ready (milliseconds)."""
        self._lexicon = lexicon
        self._vocabulary = Vocabulary(lexicon)
        self._tables = Tables(lexicon)
        self._ranking = Ranking(lexicon)

    def annotate(self, source: Article | str, *, overlaps: Overlaps = "longest") -> tuple[Mention, ...]:
        """Give the mentions of a text, in its order; of an article, those within its sentences."""
        text = source if isinstance(source, str) else source.text
        words = self._vocabulary.read(text)
        about = None if isinstance(source, str) else subject(source, self._lexicon)
        names: list[Alias] = []
        candidates = list(self._lexical(words))
        if isinstance(source, Article) and about is not None:
            names.extend(aliases(source, about, self._lexicon))
        names.extend(self._defined(text, candidates, {alias.words for alias in names}))
        candidates.extend(self._aliased(words, names))
        if isinstance(source, Article):
            candidates.extend(_identified(source, about, self._lexicon))
            candidates = list(_within(candidates, source.sentences))
        return tuple(_mention(text, c) for c in select(candidates, nested=overlaps == "all"))

    def _lexical(self, words: Words) -> Iterator[Candidate]:
        held = content(words, self._vocabulary)
        hits = list(self._tables.hits(held))
        for hit in hits:
            yield from self._hit(held, hit)
        for found in joined(held, hits, self._tables):
            yield from self._joined(held, found)
        yield from self._symbols(words)

    def _hit(self, held: Content, hit: Hit) -> Iterator[Candidate]:
        first, last = int(held.at[hit.first]), int(held.at[hit.last])
        readings = self._ranking.readings(held.words.slice(first, last), hit.names, deep=hit.deep)
        if hit.last > hit.first and cuts_phrase(held, hit.last):
            final = plain(held.words.tokens[last])
            readings = tuple(r for r in readings if r.last == final)
        if readings:
            yield _candidate(held.words, first, last, readings)

    def _joined(self, held: Content, found: Joined) -> Iterator[Candidate]:
        tokens = [held.words.tokens[held.at[place]] for place in found.words]
        readings = self._ranking.readings(" ".join(tokens), found.names, deep=found.deep)
        why = f'"{" ".join(tokens)}" {found.how}: '
        cheaper = tuple(replace(r, score=round(r.score - _JOINED_COST, 2), why=why + r.why) for r in readings)
        if cheaper:
            base = _candidate(held.words, int(held.at[found.first]), int(held.at[found.last]), cheaper)
            own = [place for place in range(found.first, found.last + 1) if place in found.words]
            yield replace(base, own=tuple(int(held.words.start[held.at[place]]) for place in own))

    def _symbols(self, words: Words) -> Iterator[Candidate]:
        """Find symbols letter by letter: single words, and runs joined by hyphens ("HLA-B27")."""
        keys = self._lexicon.surface_keys
        if not len(keys) or not len(words.tokens):
            return
        spans = [(i, i) for i, token in enumerate(words.tokens) if not token.islower()]
        spans += [(i, j) for i in _hyphened(words) for j in range(i + 1, min(i + _SYMBOL_WORDS, len(words.tokens)))]
        hashes = np.array([surface_hash(words.tokens[i : j + 1]) for i, j in spans], dtype=np.uint64)
        rows = np.minimum(np.searchsorted(keys, hashes), len(keys) - 1)
        for place in np.flatnonzero(keys[rows] == hashes).tolist():
            yield from self._symbol(words, *spans[place], int(rows[place]))

    def _symbol(self, words: Words, first: int, last: int, row: int) -> Iterator[Candidate]:
        said = words.slice(first, last)
        start, stop = self._lexicon.surface_start[row], self._lexicon.surface_start[row + 1]
        readings = self._ranking.symbols(self._lexicon.surface_names[start:stop])
        if readings and readings[0].concept.kind is Kind.GENE and _LETTERS.fullmatch(said):
            begin, end = int(words.start[first]), int(words.end[last])
            near = words.text[max(0, begin - _CUE_REACH) : end + _CUE_REACH]
            if not _gene_cue().search(near):
                return
        if readings:
            yield _candidate(words, first, last, readings)

    def _defined(self, text: str, candidates: Iterable[Candidate], taken: set[tuple[str, ...]]) -> Iterator[Alias]:
        """Bind each short form the text defines to the concept its long form names."""
        ends: dict[int, Candidate] = {}
        for c in candidates:
            if c.end not in ends or c.start < ends[c.end].start:
                ends[c.end] = c
        for short in abbreviations(text):
            found = ends.get(short.end)
            if found is not None and found.start <= short.start and (short.short,) not in taken:
                why = f'short for "{short.long}", defined in the text'
                yield Alias(words=tuple(_split(short.short)), concept=found.readings[0].concept, exact=True, why=why)

    def _aliased(self, words: Words, names: Iterable[Alias]) -> Iterator[Candidate]:
        seen: set[tuple[int, int]] = set()
        for alias in names:
            for first, last in self._occurrences(words, alias):
                if (first, last) not in seen:
                    seen.add((first, last))
                    reading = Reading(
                        concept=alias.concept,
                        score=_ALIAS_SCORE,
                        match=Match.EXACT,
                        why=f'"{" ".join(alias.words)}": {alias.why}',
                    )
                    yield replace(_candidate(words, first, last, (reading,)), rank=1)

    def _occurrences(self, words: Words, alias: Alias) -> Iterator[tuple[int, int]]:
        forms: NDArray[np.int32] = self._vocabulary.number(alias.words)
        length = len(forms)
        if length > len(words.tokens):
            return
        places = np.flatnonzero(words.forms[: len(words.tokens) - length + 1] == forms[0])
        for step in range(1, length):
            places = places[words.forms[places + step] == forms[step]]
        for place in places.tolist():
            gaps = words.gap[place + 1 : place + length]
            if alias.exact and tuple(words.tokens[place : place + length]) != alias.words:
                continue
            if not (gaps == Gap.STOP).any():
                yield place, place + length - 1


def _split(short: str) -> list[str]:
    return TOKEN.findall(short)


def _hyphened(words: Words) -> Iterator[int]:
    for i, (end, start) in enumerate(zip(words.end[:-1].tolist(), words.start[1:].tolist(), strict=True)):
        if start - end == 1 and words.text[end] in "-\u2010\u2011" and not words.tokens[i].islower():
            yield i


def _candidate(words: Words, first: int, last: int, readings: tuple[Reading, ...]) -> Candidate:
    return Candidate(start=int(words.start[first]), end=int(words.end[last]), readings=readings)


def _identified(article: Article, about: Concept | None, lexicon: Lexicon) -> Iterator[Candidate]:
    """Read the infobox's identifiers as mentions of what they identify."""
    rows = [s for s in article.sentences if s.role is SectionRole.INFOBOX]
    for curie in article.identifiers:
        concept = lexicon.concept(curie)
        if concept is None or concept.kind is not Kind.DISEASE:
            continue
        if about is not None and concept.curie == about.curie:
            concept = about
        for row in rows:
            place = row.text.find(curie.local)
            if place >= 0:
                reading = Reading(concept=concept, score=1.0, match=Match.EXACT, why=f"{curie} in the infobox")
                start = row.start + place
                yield Candidate(start=start, end=start + len(curie.local), readings=(reading,), rank=2)
                break


def _within(candidates: Iterable[Candidate], sentences: tuple[Sentence, ...]) -> Iterator[Candidate]:
    ordered = sorted((s.start, s.end) for s in sentences)
    starts = [s[0] for s in ordered]
    for c in candidates:
        place = bisect_right(starts, c.start) - 1
        if place >= 0 and c.end <= ordered[place][1]:
            yield c


def _mention(text: str, c: Candidate) -> Mention:
    best = c.readings[0]
    return Mention(
        start=c.start,
        end=c.end,
        text=text[c.start : c.end],
        concept=best.concept,
        score=best.score,
        why=best.why,
        match=best.match,
        alternatives=tuple(r.concept for r in c.readings[1:]),
    )
