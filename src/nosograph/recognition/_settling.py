"""Candidates to Mentions: what each text itself calls things, and which candidates stand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import compress, pairwise
from typing import Final

import numpy as np

from nosograph.lexicon import Lexicon
from nosograph.model import Article, Concept, Kind, Match, Mention, SectionRole
from nosograph.recognition._aliasing import ShortForms, called, defined
from nosograph.recognition._candidates import Candidate, Named
from nosograph.recognition._mentions import mentions
from nosograph.recognition._pseudo import may_be_pseudo, pseudo
from nosograph.recognition._ranking import Reading
from nosograph.recognition._roles import Role
from nosograph.recognition._seams import Seams
from nosograph.recognition._selection import select
from nosograph.recognition._subject import Alias, aliases, subject
from nosograph.recognition._tokens import Offsets
from nosograph.recognition._windows import Bools
from nosograph.recognition._words import Vocabulary, Words

_OBJECT: Final = re.compile(
    r"\s+(?!(?:in|of|on|at|with|and|or|are|is|was|were|may|can|to|by|from|that|which|over|during|as|but)\b)\w"
)
"""What follows a verb that has an object."""

Annotated = tuple[Mention, ...]
Source = Article | str


def means_else(text: str, seams: Seams, name: tuple[int, int, int], *, nested: bool) -> bool:
    """Say whether a name is part of words that mean something else: its code points, and its first word."""
    start, end, first = name
    if not may_be_pseudo(text[start:end]):
        return False
    return pseudo(text, (start, end), seams.text(seams.place(first)), nested=nested)


class Settling:
    """Settle what texts read at once name: those of `sources`, whose words are `words`, parted by `seams`."""

    def __init__(self, sources: Sequence[Source], words: Words, seams: Seams, lexicon: Lexicon) -> None:
        """Take the texts."""
        self._sources = sources
        self._words = words
        self._seams = seams
        self._lexicon = lexicon

    def settle(
        self, named: Named, others: Iterable[Candidate], vocabulary: Vocabulary, *, nested: bool
    ) -> Iterator[Annotated]:
        """Add the names an article gives and the abbreviations a text defines; keep the candidates that stand.

        Yields the mentions of each text, their places counted from where it begins.
        """
        doubtful = (vocabulary.roles[self._words.ids[named.first]] & np.uint16(Role.DOUBTFUL)) > 0
        named = named.where(~(self._pseudo(named, doubtful, nested=nested) | self._verbs(named, vocabulary)))
        others = [c for c in others if not self._means_else((c.start, c.end, c.first), nested=nested)]
        others += self._called(named, others, vocabulary)
        if any(isinstance(source, Article) for source in self._sources):
            named, others = self._within(named, others)
        chosen = select(named, others, self._words.text, partial(_is_kind, self._lexicon), nested=nested)
        bounds = np.searchsorted(chosen.first, self._seams.firsts)
        made = mentions(self._words.text, chosen, np.repeat(self._seams.offsets[:-1], np.diff(bounds)))
        yield from (tuple(made[begin:end]) for begin, end in pairwise(bounds.tolist()))

    def _pseudo(self, named: Named, doubtful: Bools, *, nested: bool) -> Bools:
        """Say which names are part of words that mean something else; `doubtful` are those that may be."""
        columns = (named.start[doubtful], named.end[doubtful], named.first[doubtful])
        names = zip(*(part.tolist() for part in columns), strict=True)
        wrong = doubtful.copy()
        wrong[doubtful] = [self._means_else(name, nested=nested) for name in names]
        return wrong

    def _means_else(self, name: tuple[int, int, int], *, nested: bool) -> bool:
        return means_else(self._words.text, self._seams, name, nested=nested)

    def _verbs(self, named: Named, vocabulary: Vocabulary) -> Bools:
        """Say which names end with a verb that has an object: "the hormone increases height" names no level of it."""
        verbs = np.isin(self._words.ids[named.last], vocabulary.raises)
        ends = named.end[verbs].tolist()
        verbs[verbs] = [_OBJECT.match(self._words.text, end) is not None for end in ends]
        return verbs

    def _called(self, named: Named, others: list[Candidate], vocabulary: Vocabulary) -> Iterator[Candidate]:
        """Yield where each text is by its own words about what it names, or gives an identifier."""
        text = self._words.text
        spans = [self._seams.text(place) for place in range(len(self._sources))]
        forms = [ShortForms.of(text[begin:end], begin) for begin, end in spans]
        ended = self._ended({end for form in forms for end in form.ends()}, named, others)
        for place, source in enumerate(self._sources):
            names: list[Alias] = []
            about = None if isinstance(source, str) else subject(source, self._lexicon)
            if isinstance(source, Article) and about is not None:
                names.extend(aliases(source, about, self._lexicon))
            names.extend(defined(forms[place], text, ended[place], {alias.words for alias in names}))
            yield from called(self._words, self._seams.words(place), names, vocabulary)
            if isinstance(source, Article):
                yield from self._identified(source, spans[place][0], about)

    def _ended(self, wanted: set[int], named: Named, others: list[Candidate]) -> dict[int, list[Candidate]]:
        """Give the candidates that end at places `wanted`, by the number of the text they lie in."""
        ended: dict[int, list[Candidate]] = defaultdict(list)
        if wanted:
            held = named.where(np.isin(named.end, np.fromiter(wanted, dtype=np.int64, count=len(wanted))))
            for c in (*held.candidates(), *(c for c in others if c.end in wanted)):
                ended[self._seams.place(c.first)].append(c)
        return ended

    def _identified(self, article: Article, begin: int, about: Concept | None) -> Iterator[Candidate]:
        """Read the infobox's identifiers as mentions of what they identify; the article begins at `begin`."""
        rows = [s for s in article.sentences if s.role is SectionRole.INFOBOX]
        for curie in article.identifiers:
            concept = self._lexicon.concept(curie)
            if concept is None or concept.kind is not Kind.DISEASE:
                continue
            if about is not None and concept.curie == about.curie:
                concept = about
            for row in rows:
                place = row.text.find(curie.local)
                if place >= 0:
                    reading = Reading(concept=concept, score=1.0, match=Match.EXACT, why=f"{curie} in the infobox")
                    start = begin + row.start + place
                    first, last = self._words.at(start, start + len(curie.local))
                    if first <= last:
                        yield Candidate(*self._words.span(first, last), first, last, (reading,), rank=2)
                    break

    def _within(self, named: Named, others: list[Candidate]) -> tuple[Named, list[Candidate]]:
        """Leave out what lies in no sentence of its article."""
        sentences: list[tuple[int, int]] = []
        for place, source in enumerate(self._sources):
            begin, end = self._seams.text(place)
            own = [(0, end - begin)] if isinstance(source, str) else [(s.start, s.end) for s in source.sentences]
            sentences += sorted((begin + start, begin + stop) for start, stop in own)
        starts, ends = np.array([(-1, -1), *sentences], dtype=np.int64).T

        def lies(start: Offsets, end: Offsets) -> Bools:
            inside: Bools = end <= ends[np.searchsorted(starts, start, side="right") - 1]
            return inside

        spans = np.array([(c.start, c.end) for c in others], dtype=np.int64).reshape(-1, 2).T
        return named.where(lies(named.start, named.end)), list(compress(others, lies(*spans).tolist()))


@lru_cache(maxsize=1 << 14)
def _is_kind(lexicon: Lexicon, narrow: Concept, wide: Concept) -> bool:
    return wide.curie in lexicon.ancestors(narrow.curie)
