"""Words to Candidates that are found letter by letter: symbols of genes, acronyms, "HLA-B27"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Lexicon
from nosograph.lexicon.keys import surface_hash
from nosograph.model import Kind
from nosograph.recognition._candidates import Candidate
from nosograph.recognition._gaps import Gap
from nosograph.recognition._ranking import Ranking
from nosograph.recognition._roles import Role, table
from nosograph.recognition._seams import Seams
from nosograph.recognition._tokens import Offsets
from nosograph.recognition._words import Vocabulary, Words, rows_of

_OTHER_CAPITALS: Final = 0.8
_UNCUED: Final = 0.4
"""What a symbol spelled like a word scores as a gene where no word about genes stands near."""
_CUE_REACH: Final = 80
_LEAD_REACH: Final = 300
_SYMBOL_BEFORE: Final = re.compile(r"\b[A-Z][A-Z0-9]*\d[A-Z0-9]*(?: ?\([^()]*\))?,? (?:(?:and|or) )?$")
_SYMBOL_AFTER: Final = re.compile(r"(?:,? (?:and|or)|,) [A-Z][A-Z0-9]*\d[A-Z0-9]*\b")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_LIMIT: Final = 1 << 18
"""Runs of words to remember before starting afresh."""
_MORE_WORDS: Final = (1, 2)
"""How many words a symbol may have after its first."""


@cache
def _gene_cue() -> re.Pattern[str]:
    cues = sorted(table("gene_cues.tsv"))
    first = "".join(sorted({cue[0] for cue in cues}))  # says at most places at once that none begins there
    return re.compile(rf"\b(?=[{first}])(?:{'|'.join(cues)})\b", re.IGNORECASE)


class Symbols:
    """Find the symbols of one lexicon."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, ranking: Ranking) -> None:
        """Take which words are symbols from `vocabulary`, and what they stand for from `ranking`."""
        self._keys = lexicon.surface_keys
        self._vocabulary = vocabulary
        self._ranking = ranking

    def find(self, words: Words, seams: Seams) -> Iterator[Candidate]:
        """Find single words, single words in other capitals, and runs of words.

        A run begins with a word that is not in lower case and is joined to the next by a hyphen.
        """
        rows, variants = self._vocabulary.symbol[words.ids], self._vocabulary.variant[words.ids]
        for place in np.flatnonzero(rows >= 0).tolist():
            yield self._symbol(words, seams, (place, place), int(rows[place]))
        for place in np.flatnonzero((variants >= 0) & (rows < 0)).tolist():
            yield from self._variant(words, seams, place, int(variants[place]))
        cased = (self._vocabulary.roles[words.ids] & np.uint16(Role.CASED)) > 0
        hyphened = np.flatnonzero((words.gap[1:] == Gap.HYPHEN) & cased[:-1])
        for more in _MORE_WORDS:
            firsts = hyphened[hyphened + more < len(words)]
            found = self._runs(words, firsts, more)
            for index in np.flatnonzero(found >= 0).tolist():
                first = int(firsts[index])
                yield self._symbol(words, seams, (first, first + more), int(found[index]))

    def _runs(self, words: Words, firsts: Offsets, more: int) -> NDArray[np.int64]:
        """Give the keys that the words from each of `firsts` on, and so many more, are by letters; -1 for none."""
        known = self._vocabulary.runs
        if len(known) > _LIMIT:
            known.clear()
        runs = list(zip(*(words.letters[firsts + step].tolist() for step in range(more + 1)), strict=True))
        new = {run: first for run, first in zip(runs, firsts.tolist(), strict=True) if run not in known}
        hashes = [surface_hash(words.tokens(slice(first, first + more + 1))) for first in new.values()]
        known.update(zip(new, rows_of(np.array(hashes, dtype=np.uint64), self._keys).tolist(), strict=True))
        return np.array([known[run] for run in runs], dtype=np.int64)

    def _symbol(self, words: Words, seams: Seams, run: tuple[int, int], row: int) -> Candidate:
        readings = self._ranking.symbols(row)
        start, end = words.span(*run)
        like_a_word = readings[0].concept.kind is Kind.GENE and _LETTERS.fullmatch(words.text, start, end)
        if like_a_word and not _near_gene_word(words.text, seams.begin(run[0]), start, end):
            why = "; no word about genes near"
            readings = tuple(r._replace(score=_UNCUED, why=r.why + why) for r in readings)
        return Candidate(start, end, *run, readings)

    def _variant(self, words: Words, seams: Seams, place: int, row: int) -> Iterator[Candidate]:
        """Take a gene's symbol in other capitals, as authors write its protein, where a word about genes is near."""
        genes = (r for r in self._ranking.symbols(row) if r.concept.kind is Kind.GENE)
        readings = tuple(r._replace(score=_OTHER_CAPITALS, why=f"{r.why}, in other capitals") for r in genes)
        start, end = words.span(place, place)
        if readings and _near_gene_word(words.text, seams.begin(place), start, end):
            yield Candidate(start, end, place, place, readings)


def _near_gene_word(text: str, least: int, start: int, end: int) -> bool:
    """Say whether a word about genes stands near, or, in a list, a symbol with a digit right beside.

    Near an item of a list, which is short, are also the lines before it, from the place `least` on.
    """
    line = text[max(least, start - _CUE_REACH) : start].rpartition("\n")[2]
    after = text[end : end + _CUE_REACH].partition("\n")[0]
    item = len(line) + len(after) < _CUE_REACH
    before = text[max(least, start - _LEAD_REACH) : start] if item else line
    listed = _SYMBOL_BEFORE.search(line) is not None or _SYMBOL_AFTER.match(after) is not None
    return listed or _gene_cue().search(f"{before} {after}") is not None
