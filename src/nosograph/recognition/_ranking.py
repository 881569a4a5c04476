"""Hits to Readings: which concept a name stands for, how surely, and why."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Flag, Lexicon
from nosograph.lexicon.keys import deep_key
from nosograph.lexicon.normalisation import TOKEN, dropped, plain_words
from nosograph.model import Concept, Kind, Match

_MATCHES: Final = {Match.EXACT: 0.0, Match.CLOSE: 0.08, Match.BROAD: 0.12, Match.NARROW: 0.15}
_SAME, _BAG, _DEEP, _SYMBOL = 0.99, 0.93, 0.85, 0.95
_GENERATED: Final = 0.04
"""What a name costs that no source gives as it stands."""
_FINDING: Final = 0.1
"""How much better a disease's name must fit than a finding's for the disease to be meant: grammar decides later."""
NamesOf: TypeAlias = Callable[[int, bool], NDArray[np.uint32]]
"""Gives the names of a key: by its row, and whether it is one of level 2."""
_LIMIT: Final = 1 << 17
"""Readings to remember before starting afresh."""
_RANK: Final = {
    kind: rank
    for rank, kind in enumerate(
        (
            Kind.PHENOTYPE,
            Kind.INHERITANCE,
            Kind.ONSET,
            Kind.DISEASE_CLASS,
            Kind.DISEASE,
            Kind.CELL,
            Kind.PROCEDURE,
            Kind.CHEMICAL,
            Kind.FUNCTION,
            Kind.PROCESS,
            Kind.ANATOMY,
            Kind.GENE,
        )
    )
}


class Reading(NamedTuple):
    """Hold what a stretch of text may stand for; readings of one stretch are ordered best first.

    `to_the_letter` is true where the words are the name's own, number included, `by_label` where they say the concept's
    label itself, up to equivalent words, `general` where they tell little more than which part of the body is meant.
    `name` is the name as the lexicon has it.
    `others` are the concepts of the readings after this one.
    """

    concept: Concept
    score: float
    match: Match
    why: str
    to_the_letter: bool = False
    by_label: bool = False
    general: bool = False
    name: str = ""
    others: tuple[Concept, ...] = ()

    @property
    def last(self) -> str:
        """The level-1 form of the name's last word."""
        words = _content(self.name)
        return words[-1] if words else ""


@lru_cache(maxsize=1 << 14)
def _content(said: str) -> tuple[str, ...]:
    """Give the level-1 forms of the words that carry content."""
    return tuple([w for w in plain_words(TOKEN.findall(said)) if w not in dropped()])


@lru_cache(maxsize=1 << 14)
def _deep(said: str) -> int:
    return deep_key(_content(said))


def _order(reading: Reading) -> tuple[float, bool, bool, int, str]:
    """Order readings: surest first, a finding before a disease of nearly the same fit, then by label."""
    bonus = _FINDING if reading.concept.kind is Kind.PHENOTYPE else 0.0
    rank = _RANK.get(reading.concept.kind, len(_RANK))
    score = -round(reading.score + bonus, 2)
    return (score, not reading.by_label, not reading.to_the_letter, rank, str(reading.concept.curie))


def _ranked(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Order readings, the best one a concept, and tell each which concepts come after it."""
    given = list(readings)
    if len(given) == 1:
        return (given[0],)
    best: dict[Concept, Reading] = {}
    for reading in sorted(given, key=_order):
        best.setdefault(reading.concept, reading)
    concepts = tuple(best)
    return tuple(
        reading._replace(others=concepts[place:]) if place < len(concepts) else reading
        for place, reading in enumerate(best.values(), 1)
    )


class _Remembered(dict[tuple[str, int, bool], tuple[Reading, ...]]):
    """Remember the readings of words under a key, which `rank` makes."""

    def __init__(self, rank: Callable[[str, int, bool], tuple[Reading, ...]]) -> None:
        super().__init__()
        self._rank = rank

    def __missing__(self, key: tuple[str, int, bool]) -> tuple[Reading, ...]:
        if len(self) > _LIMIT:
            self.clear()
        readings = self[key] = self._rank(*key)
        return readings


class Ranking:
    """Rank the names that fit a stretch of text; remembers each name's words."""

    def __init__(self, lexicon: Lexicon, names: NamesOf) -> None:
        """Take names and concepts from `lexicon`; `names` gives those of a key."""
        self._lexicon = lexicon
        self._names = names
        self._symbols: dict[int, tuple[Reading, ...]] = {}
        self._readings = _Remembered(self._rank)

    def readings(self, said: str, row: int, *, deep: bool) -> tuple[Reading, ...]:
        """Rank the concepts whose names fit the words `said`; one reading a concept, best first.

        `row` and `deep` tell the key the names stand under.
        """
        return self._readings[said, row, deep]

    def all(self, said: Iterable[str], rows: Iterable[int], deep: Iterable[bool]) -> list[tuple[Reading, ...]]:
        """Rank the concepts of many stretches at once, each as `readings` does."""
        return list(map(self._readings.__getitem__, zip(said, rows, deep, strict=True)))

    def _rank(self, said: str, row: int, deep: bool) -> tuple[Reading, ...]:  # noqa: FBT001 - a key's parts
        names = self._names(row, deep).tolist()
        key = _deep(said) if len(names) > 1 else None  # a name by itself needs no order
        return _ranked(self._read(said, index, key, deep=deep) for index in names)

    def symbols(self, row: int) -> tuple[Reading, ...]:
        """Rank the concepts whose symbol stands in the text letter by letter; `row` is that of its key."""
        known = self._symbols.get(row)
        if known is None:
            first, last = self._lexicon.surface_start[row : row + 2].tolist()
            known = _ranked(map(self._symbol, self._lexicon.surface_names[first:last].tolist()))
            self._symbols[row] = known
        return known

    def _symbol(self, index: int) -> Reading:
        name = self._lexicon.name_at(index)
        concept = self._lexicon.concept_at(int(self._lexicon.name_concept[index]))
        score = _SYMBOL - _MATCHES[name.match]
        return Reading(concept=concept, score=score, match=name.match, why=f'symbol "{name.text}"')

    def _read(self, said: str, index: int, key: int | None, *, deep: bool) -> Reading:
        name = self._lexicon.name_at(index)
        concept = self._lexicon.concept_at(int(self._lexicon.name_concept[index]))
        if deep:
            score, how = _DEEP, "by endings and equivalent words"
        elif said.casefold() == name.text.casefold():
            score, how = _SAME, "word for word"
        elif _content(said) == _content(name.text):
            score, how = _SAME, "up to spelling and number"
        else:
            score, how = _BAG, "words in another order"
        if Flag.GENERATED in name.flags:
            score -= _GENERATED
        scope = "name" if name.match is Match.EXACT else f"name of {name.match} fit"
        return Reading(
            concept=concept,
            score=round(score - _MATCHES[name.match], 2),
            match=name.match,
            why=f'{scope} "{name.text}", {how}',
            to_the_letter=how == "word for word",
            by_label=key is not None and _deep(concept.label) == key,
            general=Flag.GENERAL in name.flags,
            name=name.text,
        )
