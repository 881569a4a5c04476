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
from nosograph.recognition._coordination import Joined, cut, joined
from nosograph.recognition._ranking import Ranking, Reading
from nosograph.recognition._selection import Candidate, select
from nosograph.recognition._subject import Alias, aliases, subject
from nosograph.recognition._windows import Bools, Content, Hits, Tables, content
from nosograph.recognition._words import Gap, Role, Vocabulary, Words, rows_of, table

Overlaps = Literal["longest", "all"]
_ALIAS_SCORE: Final = 0.98
_JOINED_COST: Final = 0.05
_CUE_REACH: Final = 80
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_SYMBOL_WORDS: Final = 3


@cache
def _gene_cue() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(table("gene_cues.tsv"))) + r")\b", re.IGNORECASE)


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
        candidates = list(self._lexical(words, nested=overlaps == "all"))
        if isinstance(source, Article) and about is not None:
            names.extend(aliases(source, about, self._lexicon))
        names.extend(self._defined(text, candidates, {alias.words for alias in names}))
        candidates.extend(self._aliased(words, names))
        if isinstance(source, Article):
            candidates.extend(_identified(source, words, about, self._lexicon))
            candidates = list(_within(candidates, source.sentences))
        return tuple(_mention(text, c) for c in select(candidates, nested=overlaps == "all"))

    def _lexical(self, words: Words, *, nested: bool) -> Iterator[Candidate]:
        held = content(words, self._vocabulary)
        hits = self._tables.hits(held)
        yield from self._whole(held, hits, nested=nested)
        for found in joined(held, hits, self._tables):
            yield from self._joined(held, found)
        yield from self._symbols(words)

    def _whole(self, held: Content, hits: Hits, *, nested: bool) -> Iterator[Candidate]:
        """Read the windows that are names; without `nested`, those inside others are passed over unread."""
        broken = cut(held, hits)
        firsts, lasts = held.at[hits.first], held.at[hits.last]
        starts, ends = held.words.start[firsts], held.words.end[lasts]
        keep = np.ones(len(starts), dtype=bool) if nested else self._outermost(hits, broken)
        arrays = (starts, ends, firsts, lasts, hits.row, hits.deep, broken)
        text = held.words.text
        for start, end, first, last, row, deep, is_cut in zip(*(a[keep].tolist() for a in arrays), strict=True):
            readings = self._ranking.readings(text[start:end], self._tables.names(row, deep=deep), row, deep=deep)
            if is_cut:
                final = plain(held.words.tokens[last])
                readings = tuple(r for r in readings if r.last == final)
            if readings:
                yield Candidate(start, end, first, last, readings)

    def _outermost(self, hits: Hits, broken: Bools) -> Bools:
        """Say which hits lie in no longer one; a mode of inheritance may lie in a disease's name."""
        order = np.lexsort((-hits.last, hits.first))
        reach = np.where(broken, -1, hits.last)[order]
        before = np.full(len(reach), -1)
        before[1:] = np.maximum.accumulate(reach)[:-1]
        free = np.empty(len(order), dtype=bool)
        free[order] = hits.last[order] > before
        return free | self._tables.inheritances(hits)

    def _joined(self, held: Content, found: Joined) -> Iterator[Candidate]:
        words = held.words
        at = [int(held.at[place]) for place in found.words]
        said = " ".join(words.tokens[place] for place in at)
        names = self._tables.names(found.row, deep=found.deep)
        readings = self._ranking.readings(said, names, found.row, deep=found.deep)
        if readings:
            why = f'"{said}" {found.how}: '
            cheaper = tuple(replace(r, score=round(r.score - _JOINED_COST, 2), why=why + r.why) for r in readings)
            first, last = int(held.at[found.first]), int(held.at[found.last])
            yield Candidate(int(words.start[first]), int(words.end[last]), first, last, cheaper, own=tuple(at))

    def _symbols(self, words: Words) -> Iterator[Candidate]:
        """Find symbols letter by letter: single words, and runs joined by hyphens ("HLA-B27")."""
        rows = self._vocabulary.symbol[words.ids]
        for place in np.flatnonzero(rows >= 0).tolist():
            yield from self._symbol(words, place, place, int(rows[place]))
        cased = (self._vocabulary.roles[words.ids] & np.uint8(Role.CASED)) > 0
        hyphened = np.flatnonzero((words.gap[1:] == Gap.HYPHEN) & cased[:-1]).tolist()
        count = len(words.tokens)
        runs = [(i, j) for i in hyphened for j in range(i + 1, min(i + _SYMBOL_WORDS, count))]
        hashes = np.array([surface_hash(words.tokens[i : j + 1]) for i, j in runs], dtype=np.uint64)
        for place, row in enumerate(rows_of(hashes, self._lexicon.surface_keys).tolist()):
            if row >= 0:
                yield from self._symbol(words, *runs[place], row)

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
                yield Alias(
                    words=tuple(TOKEN.findall(short.short)), concept=found.readings[0].concept, exact=True, why=why
                )

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
                    yield _candidate(words, first, last, (reading,), rank=1)

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


def _candidate(words: Words, first: int, last: int, readings: tuple[Reading, ...], rank: int = 0) -> Candidate:
    return Candidate(int(words.start[first]), int(words.end[last]), first, last, readings, rank)


def _identified(article: Article, words: Words, about: Concept | None, lexicon: Lexicon) -> Iterator[Candidate]:
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
                first, last = _words_at(words, row.start + place, row.start + place + len(curie.local))
                if first <= last:
                    yield _candidate(words, first, last, (reading,), rank=2)
                break


def _words_at(words: Words, start: int, end: int) -> tuple[int, int]:
    """Give the first and the last word within a stretch of text."""
    return int(np.searchsorted(words.start, start)), int(np.searchsorted(words.end, end, side="right")) - 1


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
