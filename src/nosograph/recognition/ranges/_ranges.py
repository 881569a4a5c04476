"""Words to Candidates: measured values outside their normal range, "plasma potassium was 2.6 mmol/L (3.5-5.0)".

The range stands behind the value, or the value is said to be "four times the upper limit of normal". The finding is
what the lexicon calls low or high of what is measured. Words about values stand in `ontology/words/ranges.tsv`, short
forms of what is measured in `ontology/words/analytes.tsv`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from nosograph.lexicon import Lexicon
from nosograph.lexicon.keys import name_keys
from nosograph.lexicon.normalisation import TOKEN, plain_words
from nosograph.model import Kind
from nosograph.recognition._candidates import Candidate, Readings
from nosograph.recognition._gaps import Gap
from nosograph.recognition._ranking import Ranking, Reading
from nosograph.recognition._roles import Role
from nosograph.recognition._words import Vocabulary, Words, rows_of
from nosograph.recognition.ranges._quantities import SPACE
from nosograph.recognition.ranges._values import values
from nosograph.recognition.ranges._words import short_forms, words_of

__all__ = ["Ranges"]

_LONGEST: Final = 5
"""Words that say what is measured, those beside it left out."""
_LINKS: Final = 8
"""Words between what is measured and its value."""
_IN_BRACKET: Final = 5
"""Words a bracket may hold between what is measured and its value."""
_ADVERB: Final = 6
_EXTRA: Final = ("circulating level", "level", "", "circulating", "number")
"""What names of findings may say of what is measured and a text leaves out; the measured level itself comes first."""
_BETWEEN: Final = re.compile(rf"{SPACE}?(?:[:=,~\u2248<>≤≥(\u2013-]{SPACE}?){{0,3}}")


class Ranges:
    """Find what measured values tell, by the names one lexicon has."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, ranking: Ranking) -> None:
        """Take the words' roles from `vocabulary`, and the names of findings from `ranking`."""
        self._keys = lexicon.deep_keys
        self._vocabulary = vocabulary
        self._ranking = ranking

    def find(self, words: Words) -> Iterator[Candidate]:
        """Yield the findings, each from what is measured to the end of its value."""
        for value in values(words.text):
            place = int(np.searchsorted(words.end, value.start, side="right"))
            for run, readings in self._found(words, place, low=value.low):
                last = int(np.searchsorted(words.start, value.end)) - 1
                start, end = words.span(run[0], last)
                said = words.text[start : int(words.end[run[-1]])]
                why = f'"{said}" {"below" if value.low else "above"} the normal range: "{value.why}"; '
                given = tuple(r._replace(why=why + r.why) for r in readings)
                yield Candidate(start, end, run[0], last, given)

    def _found(self, words: Words, place: int, *, low: bool) -> Iterator[tuple[list[int], Readings]]:
        """Give the words before `place` that say what is measured, and what low or high of it is called."""
        for runs in self._measured(words, place):
            said = [words.tokens(np.array(run)) for run in runs]
            for extra in _EXTRA:
                for run, tokens in zip(runs, said, strict=True):
                    readings = self._readings(extra, tokens, low=low)
                    if readings:
                        yield run, readings
                        return

    def _measured(self, words: Words, place: int) -> Iterator[list[list[int]]]:
        """Give the words before `place` that may say what is measured: the longest first, with and without some.

        Only what stands beside it may be left out: the "protein" of "binding protein" is another one.
        """
        run, beside = self._run(words, place)
        leading = next((at for at, word in enumerate(run) if not beside[word]), None)
        if leading is None:
            return
        trailing = next(at for at in range(len(run), 0, -1) if not beside[run[at - 1]])
        bare = [word for word in run if not beside[word]]
        for first in range(leading + 1):
            runs = [run[first:], run[first:trailing], bare]
            yield [kept for at, kept in enumerate(runs) if kept not in runs[:at]]

    def _run(self, words: Words, place: int) -> tuple[list[int], dict[int, bool]]:
        """Give the words before `place` that nothing parts, past those that link them to it, and which say no more.

        There are none where more stand before them that cannot be told apart.
        """
        beside: dict[int, bool] = {}
        word = self._linked(words, place)
        while word >= 0:
            token = words.text[words.start[word] : words.end[word]]
            kind = self._kind(token, int(self._vocabulary.roles[words.ids[word]]))
            if kind is None:
                break
            after = words.gap[word + 1] if word + 1 in beside else Gap.JOIN
            beside[word] = kind and after != Gap.HYPHEN
            if list(beside.values()).count(False) > _LONGEST or words.gap[word] == Gap.SLASH:
                return [], {}
            if words.gap[word] > Gap.HYPHEN:
                word = _over_bracket(words, word) if all(beside.values()) else -1
            else:
                word -= 1
        else:
            word = -1
        hyphened = beside and words.gap[min(beside)] == Gap.HYPHEN
        return ([], {}) if hyphened else (sorted(beside), beside)

    def _kind(self, token: str, role: int) -> bool | None:
        """Say whether a word stands beside what is measured or is part of it; None where it is neither."""
        lower = token.lower()
        if lower == "of" or lower in words_of("beside"):
            return True
        if role & (Role.STOP | Role.VERB | Role.DETERMINER | Role.CONJUNCTION):
            return None
        return False if role & Role.NAMED or token in short_forms() else None

    def _linked(self, words: Words, place: int) -> int:
        """Give the word to which a value at word `place` is linked, -1 where it is to none."""
        text = words.text
        for word in range(place - 1, max(place - 1 - _LINKS, -1), -1):
            between = text[words.end[word] : words.start[word + 1]]
            if between.startswith(")"):
                return _over_bracket(words, word + 1)
            role = int(self._vocabulary.roles[words.ids[word]])
            token = text[words.start[word] : words.end[word]].lower()
            if _BETWEEN.fullmatch(between) is None:
                return -1
            adverb = token.endswith("ly") and len(token) > _ADVERB
            if not (adverb or role & (Role.COPULA | Role.DEGREE) or token in words_of("link")):
                return word
        return -1

    def _readings(self, extra: str, said: tuple[str, ...], *, low: bool) -> Readings:
        """Give what low or high of the words `said`, and of words they leave out, is called."""
        spelled = " ".join(short_forms().get(token, token) for token in said)
        for measure in dict.fromkeys((" ".join(said), spelled)):
            names = [f"{side} {extra} {measure}" for side in sorted(words_of("below" if low else "above"))]
            rows = rows_of(np.array(list(map(_key, names)), dtype=np.uint64), self._keys)
            for name, row in zip(names, rows.tolist(), strict=True):
                readings = self._ranking.readings(name, row, deep=True) if row >= 0 else ()
                readings = tuple(r for r in readings if _is_of(r, measure))
                if readings:
                    return readings
        return ()


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> int:
    return name_keys(name).deep


def _is_of(reading: Reading, measure: str) -> bool:
    """Say whether a name is of a finding, and of this: low-density and high-density lipoprotein are two."""
    if reading.concept.kind is not Kind.PHENOTYPE or reading.general:
        return False
    words = plain_words(TOKEN.findall(measure))
    name = list(pairwise(plain_words(TOKEN.findall(reading.name))))
    return all(pair in name for pair in pairwise(words) if pair[0] in {"low", "high"})


def _over_bracket(words: Words, word: int) -> int:
    """Give the word before the bracket that closes before `word`, -1 where there is none: "hormone (PTH) level"."""
    closed = words.text[words.end[word - 1] : words.start[word]] if word else ""
    if closed.startswith(")"):
        for first in range(word - 1, max(word - 1 - _IN_BRACKET, 0), -1):
            if words.gap[first] == Gap.OPEN:
                return first - 1
            if words.gap[first] > Gap.COMMA:
                break
    return -1
