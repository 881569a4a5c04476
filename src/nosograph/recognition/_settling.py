"""Candidates of one text to its Mentions: what the text itself calls things, and which candidates stand."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import TOKEN
from nosograph.model import Article, Concept, Kind, Match, Mention, SectionRole, Sentence
from nosograph.recognition._abbreviations import abbreviations, bracketed
from nosograph.recognition._gaps import Gap
from nosograph.recognition._pseudo import beginnings, pseudo
from nosograph.recognition._ranking import Reading
from nosograph.recognition._selection import Candidate, select
from nosograph.recognition._subject import Alias, aliases, subject
from nosograph.recognition._words import Vocabulary, Words

Annotated = tuple[Mention, ...]
_ALIAS_SCORE: Final = 0.98


def settle(
    source: Article | str,
    words: Words,
    candidates: list[Candidate],
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    *,
    nested: bool,
) -> Annotated:
    """Add the names an article gives and the abbreviations a text defines; keep the candidates that stand."""
    text = words.text
    doubtful = beginnings()
    candidates = [
        c
        for c in candidates
        if text[c.start : c.start + 3].lower() not in doubtful or not pseudo(text, c.start, c.end, nested=nested)
    ]
    about = None if isinstance(source, str) else subject(source, lexicon)
    names: list[Alias] = []
    if isinstance(source, Article) and about is not None:
        names.extend(aliases(source, about, lexicon))
    names.extend(_defined(text, candidates, {alias.words for alias in names}))
    candidates.extend(_aliased(words, names, vocabulary))
    if isinstance(source, Article):
        candidates.extend(_identified(source, words, about, lexicon))
        candidates = list(_within(candidates, source.sentences))
    chosen = select(candidates, text, partial(_is_kind, lexicon), nested=nested)
    return tuple([_mention(text, c) for c in chosen])


@lru_cache(maxsize=1 << 14)
def _is_kind(lexicon: Lexicon, narrow: Concept, wide: Concept) -> bool:
    return wide.curie in lexicon.ancestors(narrow.curie)


def _defined(text: str, candidates: list[Candidate], taken: set[tuple[str, ...]]) -> Iterator[Alias]:
    """Bind each short form the text defines to the concept its long form names.

    A short form in brackets right after a name is that name's, too, where its letters begin words of the name in any
    order ("myotonic dystrophy (DM)").
    """
    told, alone = list(abbreviations(text)), list(bracketed(text))
    wanted = {a.end for a in told} | {end for _, end in alone}
    ends: dict[int, Candidate] = {}
    whole: dict[tuple[int, int], Candidate] = {}
    for c in candidates if wanted else ():
        if c.end in wanted and not c.own:
            whole.setdefault((c.start, c.end), c)
            if c.end not in ends or c.start < ends[c.end].start:
                ends[c.end] = c
    found = [(a.short, a.long, whole.get((a.start, a.end)) or ends.get(a.end), a.start) for a in told]
    known = {short for short, _, _, _ in found}
    for short, end in alone:
        named = ends.get(end)
        if short not in known and named is not None and _initials(short, text[named.start : named.end]):
            found.append((short, text[named.start : named.end], named, named.start))
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


def _aliased(words: Words, names: Iterable[Alias], vocabulary: Vocabulary) -> Iterator[Candidate]:
    seen: set[tuple[int, int]] = set()
    for alias in names:
        for first, last in _occurrences(words, alias, vocabulary):
            if (first, last) not in seen:
                seen.add((first, last))
                reading = Reading(
                    concept=alias.concept,
                    score=_ALIAS_SCORE,
                    match=Match.EXACT,
                    why=f'"{" ".join(alias.words)}": {alias.why}',
                )
                yield candidate(words, first, last, (reading,), rank=1)


def _occurrences(words: Words, alias: Alias, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    forms: NDArray[np.int32] = vocabulary.number(alias.words)
    length = len(forms)
    if length > len(words):
        return
    places = np.flatnonzero(words.forms[: len(words) - length + 1] == forms[0])
    for step in range(1, length):
        places = places[(words.forms[places + step] == forms[step]) & (words.gap[places + step] != Gap.STOP)]
    for place in places.tolist():
        if not alias.exact or words.tokens(slice(place, place + length)) == alias.words:
            yield place, place + length - 1


def candidate(words: Words, first: int, last: int, readings: tuple[Reading, ...], rank: int = 0) -> Candidate:
    """Make a candidate of the words `first` to `last`."""
    return Candidate(*words.span(first, last), first, last, readings, rank)


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
                    yield candidate(words, first, last, (reading,), rank=2)
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
        alternatives=best.others,
    )
