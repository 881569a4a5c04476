"""Recogniser: one lexicon, ready to annotate any number of texts."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, Literal

import numpy as np

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import TOKEN, plain
from nosograph.model import Article, Kind
from nosograph.recognition._candidates import Candidate, Named
from nosograph.recognition._coordination import Joined, cut, joined, listing, verbal
from nosograph.recognition._explaining import reasons
from nosograph.recognition._measured import measured
from nosograph.recognition._parting import PARTED
from nosograph.recognition._ranking import Ranking
from nosograph.recognition._roles import Role
from nosograph.recognition._seams import SEAM, Seams
from nosograph.recognition._settling import Annotated, Settling, means_else
from nosograph.recognition._symbols import Symbols
from nosograph.recognition._windows import Bools, Content, Hits, Tables, content
from nosograph.recognition._words import Vocabulary, Words
from nosograph.recognition.ranges import Ranges

Overlaps = Literal["longest", "all"]


class Threshold(StrEnum):
    """Say how sure a mention must be: nearly word for word, as fits most uses, or any at all."""

    STRICT = "strict"
    DEFAULT = "default"
    ALL = "all"


_LEAST: Final = {Threshold.STRICT: 0.9, Threshold.DEFAULT: 0.6, Threshold.ALL: 0.0}
_JOINED_COST: Final = 0.05
_BATCH: Final = 1 << 18
"""Code points to read at once."""


def _elsewise(held: Content, hits: Hits, seams: Seams) -> Bools:
    """Say which windows of several words mean something else where they stand."""
    wrong = held.has(Role.DOUBTFUL)[hits.first] & (hits.last > hits.first)
    first, last = held.at[hits.first[wrong]], held.at[hits.last[wrong]]
    columns = (held.words.start[first], held.words.end[last], first)
    names = zip(*(part.tolist() for part in columns), strict=True)
    wrong[wrong] = [means_else(held.words.text, seams, name, nested=False) for name in names]
    return wrong


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
        self._symbols = Symbols(lexicon, self._vocabulary, self._ranking)
        self._ranges = Ranges(lexicon, self._vocabulary, self._ranking)

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
            seams = Seams.of(texts, words)
            named, others = self._found(words, seams, nested=nested)
            sure = np.array([readings[0].score >= least for readings in named.readings], dtype=bool)
            likely = (c for c in others if c.readings[0].score >= least)
            settling = Settling(batch, words, seams, self._lexicon)
            yield from settling.settle(named.where(sure), likely, self._vocabulary, nested=nested)

    def explain(self, source: Article | str, start: int, end: int) -> tuple[str, ...]:
        """Say in lines of text why the code points from `start` to `end` are recognised as they are, or are not."""
        text = source if isinstance(source, str) else source.text
        words = self._vocabulary.read(text)
        named, others = self._found(words, Seams.of((text,), words), nested=True)
        considered = [*named.candidates(), *others]
        found = next(self.annotate((source,)))
        held = content(words, self._vocabulary)
        stretch = (start, end)
        lines = reasons(held, stretch, found=found, candidates=considered, source=source, lexicon=self._lexicon)
        return tuple(lines)

    def _found(self, words: Words, seams: Seams, *, nested: bool) -> tuple[Named, list[Candidate]]:
        """Find the windows that are names, and the candidates of all other sorts."""
        held = content(words, self._vocabulary)
        hits = self._tables.hits(held)
        others = (c for found in joined(held, hits, self._tables) for c in self._joined(held, found, nested=nested))
        told = (*self._ranges.find(words), *measured(words, seams, self._lexicon))
        return self._whole(held, hits, seams, nested=nested), [*others, *self._symbols.find(words, seams), *told]

    def _whole(self, held: Content, hits: Hits, seams: Seams, *, nested: bool) -> Named:
        """Read the windows that are names; without `nested`, those inside others that stand are passed over unread."""
        broken, parted = cut(held, hits), verbal(held, hits)
        if nested:
            keep = np.ones(len(hits.first), dtype=bool)
        else:
            general = self._tables.general(hits)
            none = general | _elsewise(held, hits, seams)
            keep = self._outermost(hits, broken | parted | none | listing(held, hits)) & ~none
        chosen = np.flatnonzero(keep)
        chosen = chosen[np.argsort(hits.first[chosen], kind="stable")]
        firsts, lasts = held.at[hits.first[chosen]], held.at[hits.last[chosen]]
        starts, ends = held.words.start[firsts], held.words.end[lasts]
        said = [held.words.text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        readings = self._ranking.all(said, hits.row[chosen].tolist(), hits.deep[chosen].tolist())
        for index in np.flatnonzero(broken[chosen]).tolist():
            final = plain(TOKEN.findall(said[index])[-1])
            readings[index] = tuple(r for r in readings[index] if r.last == final)
        for index in np.flatnonzero(parted[chosen]).tolist():
            readings[index] = tuple(r for r in readings[index] if r.to_the_letter)
        return Named(starts, ends, firsts, lasts, readings).where(np.fromiter(map(bool, readings), bool, len(readings)))

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
        at = held.at[list(found.words)]
        said = " ".join(words.tokens(at))
        readings = self._ranking.readings(said, found.row, deep=found.deep)
        if not nested:
            readings = tuple(r for r in readings if not r.general)
        if found.how == PARTED:  # "treatment is supportive" tells how it is treated, and names no treatment
            readings = tuple(r for r in readings if r.concept.kind is not Kind.PROCEDURE)
        if readings:
            why = f'"{said}" {found.how}: '
            cheaper = tuple(r._replace(score=round(r.score - _JOINED_COST, 2), why=why + r.why) for r in readings)
            first, last = int(held.at[found.first]), int(held.at[found.last])
            yield Candidate(*words.span(first, last), first, last, cheaper, own=tuple(at.tolist()))
