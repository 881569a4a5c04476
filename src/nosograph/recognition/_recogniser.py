"""Recogniser: one lexicon, ready to annotate any number of texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import Final, Literal

import numpy as np

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import TOKEN, plain, surface_hash
from nosograph.model import Article, Kind
from nosograph.recognition._coordination import Joined, cut, joined, verbal
from nosograph.recognition._explaining import reasons
from nosograph.recognition._measured import measured
from nosograph.recognition._parting import PARTED
from nosograph.recognition._ranking import Ranking
from nosograph.recognition._seams import SEAM, Seams
from nosograph.recognition._selection import Candidate
from nosograph.recognition._settling import Annotated, candidate, settle
from nosograph.recognition._windows import Bools, Content, Hits, Names, Tables, content
from nosograph.recognition._words import Gap, Role, Vocabulary, Words, rows_of, table

Overlaps = Literal["longest", "all"]


class Threshold(StrEnum):
    """Say how sure a mention must be: nearly word for word, as fits most uses, or any at all."""

    STRICT = "strict"
    DEFAULT = "default"
    ALL = "all"


_LEAST: Final = {Threshold.STRICT: 0.9, Threshold.DEFAULT: 0.6, Threshold.ALL: 0.0}
_OTHER_CAPITALS: Final = 0.8
_UNCUED: Final = 0.4
"""What a symbol spelled like a word scores as a gene where no word about genes stands near."""
_JOINED_COST: Final = 0.05
_CUE_REACH: Final = 80
_LEAD_REACH: Final = 300
_SYMBOL_BEFORE: Final = re.compile(r"\b[A-Z][A-Z0-9]*\d[A-Z0-9]*(?: ?\([^()]*\))?,? (?:(?:and|or) )?$")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_SYMBOL_WORDS: Final = 3
_BATCH: Final = 1 << 18
"""Code points to read at once."""


@cache
def _gene_cue() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(table("gene_cues.tsv"))) + r")\b", re.IGNORECASE)


def _batches(sources: Iterable[Article | str]) -> Iterator[list[Article | str]]:
    batch: list[Article | str] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source if isinstance(source, str) else source.text)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class Recogniser:
    """Find the concepts of one lexicon in texts. Not for use by several threads at once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make the lexicon's key tables ready (milliseconds)."""
        self._lexicon = lexicon
        self._vocabulary = Vocabulary(lexicon)
        self._tables = Tables(lexicon)
        self._ranking = Ranking(lexicon, self._tables.names)

    def annotate(
        self,
        sources: Iterable[Article | str],
        *,
        overlaps: Overlaps = "longest",
        threshold: Threshold = Threshold.DEFAULT,
    ) -> Iterator[Annotated]:
        """Yield the mentions of each text, in their order; of an article, those within its sentences.

        Texts are read many at once, which changes nothing but the speed.
        """
        nested = overlaps == "all"
        least = _LEAST[threshold]
        for batch in _batches(sources):
            texts = [source if isinstance(source, str) else source.text for source in batch]
            words = self._vocabulary.read(SEAM.join(texts))
            held: list[list[Candidate]] = [[] for _ in batch]
            seams = Seams.of(texts, words)
            for place, c in self._lexical(words, seams, nested=nested):
                if c.readings[0].score >= least:
                    held[place].append(c)
            for place, source in enumerate(batch):
                first, offset = int(seams.firsts[place]), int(seams.offsets[place])
                own = words.part(first, int(seams.firsts[place + 1]), offset, texts[place])
                yield settle(source, own, held[place], self._lexicon, self._vocabulary, nested=nested)

    def explain(self, source: Article | str, start: int, end: int) -> tuple[str, ...]:
        """Say in lines of text why the code points from `start` to `end` are recognised as they are, or are not."""
        text = source if isinstance(source, str) else source.text
        words = self._vocabulary.read(text)
        considered = [c for _, c in self._lexical(words, Seams.of((text,), words), nested=True)]
        found = next(self.annotate((source,)))
        held = content(words, self._vocabulary)
        stretch = (start, end)
        lines = reasons(held, stretch, found=found, candidates=considered, source=source, lexicon=self._lexicon)
        return tuple(lines)

    def _lexical(self, words: Words, seams: Seams, *, nested: bool) -> Iterator[tuple[int, Candidate]]:
        """Find candidates and the number of the text each lies in; their places count from where that text begins."""
        held = content(words, self._vocabulary)
        hits = self._tables.hits(held)
        yield from self._whole(held, hits, seams, nested=nested)
        others = (c for found in joined(held, hits, self._tables) for c in self._joined(held, found, nested=nested))
        for c in chain(others, self._symbols(words), measured(words, self._lexicon)):
            yield seams.placed(c)

    def _whole(self, held: Content, hits: Hits, seams: Seams, *, nested: bool) -> Iterator[tuple[int, Candidate]]:
        """Read the windows that are names; without `nested`, those inside others are passed over unread."""
        broken, parted = cut(held, hits), verbal(held, hits)
        if nested:
            keep = np.ones(len(hits.first), dtype=bool)
        else:
            general = self._tables.general(hits)
            keep = self._outermost(hits, broken | parted | general) & ~general
        firsts, lasts = held.at[hits.first[keep]], held.at[hits.last[keep]]
        starts, ends = held.words.start[firsts], held.words.end[lasts]
        places = seams.places(firsts)
        begin, word = seams.offsets[places], seams.firsts[places]
        said = map(held.words.text.__getitem__, map(slice, starts.tolist(), ends.tolist()))
        own = (part.tolist() for part in (starts - begin, ends - begin, firsts - word, lasts - word))
        keys = (part[keep].tolist() for part in (hits.row, hits.deep, broken, parted))
        readings_of = self._ranking.readings
        for place, words, start, end, first, last, row, deep, is_cut, is_parted in zip(
            places.tolist(), said, *own, *keys, strict=True
        ):
            readings = readings_of(words, row, deep=deep)
            if is_cut:
                final = plain(TOKEN.findall(words)[-1])
                readings = tuple(r for r in readings if r.last == final)
            if is_parted:
                readings = tuple(r for r in readings if r.to_the_letter)
            if readings:
                yield place, Candidate(start, end, first, last, readings)

    def _outermost(self, hits: Hits, broken: Bools) -> Bools:
        """Say which hits lie in no longer one; a mode of inheritance may lie in a disease's name."""
        order = np.lexsort((-hits.last, hits.first))
        reach = np.where(broken, -1, hits.last)[order]
        before = np.full(len(reach), -1)
        before[1:] = np.maximum.accumulate(reach)[:-1]
        free = np.empty(len(order), dtype=bool)
        free[order] = hits.last[order] > before
        return free | self._tables.inheritances(hits)

    def _joined(self, held: Content, found: Joined, *, nested: bool) -> Iterator[Candidate]:
        words = held.words
        at = [int(held.at[place]) for place in found.words]
        said = " ".join(words.tokens[place] for place in at)
        readings = self._ranking.readings(said, found.row, deep=found.deep)
        if not nested:
            readings = tuple(r for r in readings if not r.general)
        if found.how == PARTED:  # "treatment is supportive" tells how it is treated, and names no treatment
            readings = tuple(r for r in readings if r.concept.kind is not Kind.PROCEDURE)
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
        variants = self._vocabulary.variant[words.ids]
        for place in np.flatnonzero((variants >= 0) & (rows < 0)).tolist():
            yield from self._variant(words, place, int(variants[place]))
        cased = (self._vocabulary.roles[words.ids] & np.uint16(Role.CASED)) > 0
        hyphened = np.flatnonzero((words.gap[1:] == Gap.HYPHEN) & cased[:-1]).tolist()
        count = len(words.tokens)
        runs = [(i, j) for i in hyphened for j in range(i + 1, min(i + _SYMBOL_WORDS, count))]
        hashes = np.array([surface_hash(words.tokens[i : j + 1]) for i, j in runs], dtype=np.uint64)
        for place, row in enumerate(rows_of(hashes, self._lexicon.surface_keys).tolist()):
            if row >= 0:
                yield from self._symbol(words, *runs[place], row)

    def _symbol(self, words: Words, first: int, last: int, row: int) -> Iterator[Candidate]:
        readings = self._ranking.symbols(self._names_of(row), row)
        like_a_word = readings[0].concept.kind is Kind.GENE and _LETTERS.fullmatch(words.slice(first, last))
        if like_a_word and not _near_gene_word(words, first, last):
            why = "; no word about genes near"
            readings = tuple(replace(r, score=_UNCUED, why=r.why + why) for r in readings)
        yield candidate(words, first, last, readings)

    def _variant(self, words: Words, place: int, row: int) -> Iterator[Candidate]:
        """Take a gene's symbol in other capitals, as authors write its protein, where a word about genes is near."""
        genes = (r for r in self._ranking.symbols(self._names_of(row), row) if r.concept.kind is Kind.GENE)
        readings = tuple(replace(r, score=_OTHER_CAPITALS, why=f"{r.why}, in other capitals") for r in genes)
        if readings and _near_gene_word(words, place, place):
            yield candidate(words, place, place, readings)

    def _names_of(self, row: int) -> Names:
        start, stop = self._lexicon.surface_start[row], self._lexicon.surface_start[row + 1]
        return self._lexicon.surface_names[start:stop]


def _near_gene_word(words: Words, first: int, last: int) -> bool:
    """Say whether a word about genes stands near, or a symbol with a digit right before in a list.

    Near an item of a list, which is short, are also the lines before it.
    """
    begin, end = int(words.start[first]), int(words.end[last])
    line = words.text[max(0, begin - _CUE_REACH) : begin].rpartition("\n")[2]
    after = words.text[end : end + _CUE_REACH].partition("\n")[0]
    item = len(line) + len(after) < _CUE_REACH
    before = words.text[max(0, begin - _LEAD_REACH) : begin] if item else line
    return _gene_cue().search(f"{before} {after}") is not None or _SYMBOL_BEFORE.search(line) is not None
