"""Article to its disease: the concept the article is about, and the words by which it calls it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import TOKEN, is_acronym, name_keys, word_rows
from nosograph.model import TEXT, Article, Concept, Curie, Kind, SectionRole
from nosograph.recognition._abbreviations import abbreviations

_HEADS: Final = re.compile(r"\s+(?:syndromes?|diseases?|disorders?)$", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\bi?s\s+(?:a|an|the|any|one)\b[^.;:]{0,80}?\b(?:disease|disorder|syndrome|condition|deficiency)s?\b"
)
_MANY_WORDS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Hold words by which the article calls a concept; `exact` asks for the very letters."""

    words: tuple[str, ...]
    concept: Concept
    exact: bool
    why: str


@cache
def _disease_endings() -> re.Pattern[str]:
    endings = "|".join(re.escape(row[0]) for row in word_rows("disease_heads.tsv"))
    return re.compile(rf"(?:{endings})\b", re.IGNORECASE)


def subject(article: Article, lexicon: Lexicon) -> Concept | None:
    """Find the disease the article is about, labelled by its title; None where nothing says it is about a disease.

    The title's name wins where an infobox identifier agrees with it; else the first infobox identifier the lexicon
    knows; else the title's name; else, where title or lead speak of a disease, the title's own words.
    """
    listed = [c for c in map(lexicon.concept, article.identifiers) if c is not None and c.kind is Kind.DISEASE]
    named = _named(article.title, lexicon)
    agreed = [c for c in named if c in listed]
    for concept in (*agreed, *listed, *named):
        return Concept(curie=concept.curie, label=article.title or concept.label, kind=Kind.DISEASE)
    if article.title and (_speaks_of_disease(article)):
        return Concept(curie=Curie(TEXT, article.title), label=article.title, kind=Kind.DISEASE)
    return None


def _named(title: str, lexicon: Lexicon) -> list[Concept]:
    keys = name_keys(title)
    found: list[Concept] = []
    tables = (
        (keys.surface, lexicon.surface_keys, lexicon.surface_start, lexicon.surface_names),
        (keys.plain, lexicon.plain_keys, lexicon.plain_start, lexicon.plain_names),
        (keys.deep, lexicon.deep_keys, lexicon.deep_start, lexicon.deep_names),
    )
    for key, all_keys, start, names in tables:
        row = int(all_keys.searchsorted(all_keys.dtype.type(key)))
        if row < len(all_keys) and int(all_keys[row]) == key:
            concepts = (lexicon.concept_at(int(lexicon.name_concept[n])) for n in names[start[row] : start[row + 1]])
            found += [c for c in concepts if c.kind is Kind.DISEASE and c not in found]
    return found


def _speaks_of_disease(article: Article) -> bool:
    if _disease_endings().search(article.title):
        return True
    first = next((s for s in article.sentences if s.role is SectionRole.LEAD), None)
    return first is not None and _NAMED.search(first.text) is not None


def aliases(article: Article, concept: Concept, lexicon: Lexicon) -> Iterator[Alias]:
    """Yield the words by which the article may call its disease.

    Title, bold words, the lexicon's names, abbreviations.
    """
    known: dict[str, str] = {}
    for words, why in _given(article, concept, lexicon):
        known.setdefault(words.casefold(), why)
        yield from _with_short_form(words, concept, why)
    for abbreviation in abbreviations(article.text):
        long = _HEADS.sub("", abbreviation.long).casefold()
        short = abbreviation.short.casefold()
        if short in known or long in known or abbreviation.long.casefold() in known:
            known.setdefault(short, "abbreviation")
            known.setdefault(long, "its long form")
            yield from _with_short_form(abbreviation.short, concept, f'short for "{abbreviation.long}"')
            yield from _with_short_form(abbreviation.long, concept, f'long form of "{abbreviation.short}"')


def _given(article: Article, concept: Concept, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    yield article.title, "the article's title"
    bare = _HEADS.sub("", article.title)
    if bare != article.title and (is_acronym(bare) or len(TOKEN.findall(bare)) > 1):
        yield bare, "the article's title without its last word"
    for words in article.emphasised:
        yield words, "in bold in the lead"
    if not concept.curie.is_text:
        for name in lexicon.names(concept.curie):
            yield name.text, "a name of the article's disease"


def _with_short_form(words: str, concept: Concept, why: str) -> Iterator[Alias]:
    tokens = tuple(TOKEN.findall(words))
    if tokens:
        yield Alias(words=tokens, concept=concept, exact=is_acronym(words), why=why)
    bare = tuple(TOKEN.findall(_HEADS.sub("", words)))
    if _MANY_WORDS <= len(bare) < len(tokens):
        yield Alias(words=bare, concept=concept, exact=False, why=why)
