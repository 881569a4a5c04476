"""Article to its disease: the concept the article is about, and the words by which it calls it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from nosograph.lexicon import Lexicon
from nosograph.lexicon.keys import is_acronym, name_keys
from nosograph.lexicon.normalisation import TOKEN, plain_words, word_rows
from nosograph.model import TEXT, About, Article, Concept, Curie, Kind, SectionRole, Sort
from nosograph.recognition._abbreviations import abbreviations
from nosograph.recognition._unlisted import unlisted

_HEADS: Final = re.compile(r"\s+(?:syndromes?|diseases?|disorders?)$", re.IGNORECASE)
_MANY_WORDS: Final = 3
_OPENING: Final = 2
"""Sentences of the lead in which other names of the disease are sought."""
_VERB: Final = re.compile(r"\b(?:is|are|was|were|refers?|describes?|comprises?)\b")
_ALSO: Final = re.compile(r"\b(?:known|called|termed|named|referred to)(?: as)? (?:the )?([^.;]{3,200})")
_PARTED: Final = re.compile(r"[,;()\[\]]|\b(?:or|and)(?: the)?\b|\b(?:known|called|termed|named|referred to)(?: as)?\b")
_CATALOGUES: Final = frozenset({"OMIM", "MIM", "Orphanet", "ORPHA", "MONDO"})
_SAID_OF_DISEASES: Final = frozenset({Kind.PHENOTYPE, Kind.OTHER, Kind.COURSE, Kind.MODIFIER})
"""Kinds whose names a page on a disease may bear as its title."""


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
    """Find the disease the article is about, labelled by its title; None where nothing says it is about a disease."""
    return about(article, lexicon).concept


def about(article: Article, lexicon: Lexicon) -> About:
    """Tell what the article is about: a disease, a group of those its infobox lists, a class, or something else.

    The title's name wins where an infobox identifier agrees with it, and where the infobox lists several diseases that
    fall under it; else the first infobox identifier the lexicon knows; else the title's name; else another name that
    the lead's first sentence gives; else, where title, lead or sections speak of a disease, its own words.
    """
    listed = tuple(c for c in map(lexicon.concept, article.identifiers) if c is not None and c.kind is Kind.DISEASE)
    named = _named(article.title, lexicon)
    diseases = [c for c in named if c.kind is Kind.DISEASE]
    if _several(article) and diseases and listed and diseases[0] not in listed:
        return About(sort=Sort.GROUP, concept=_titled(article, diseases[0]), types=tuple(dict.fromkeys(listed)))
    agreed = [c for c in diseases if c in listed]
    for concept in (*agreed, *listed, *diseases):
        return About(sort=Sort.DISEASE, concept=_titled(article, concept))
    if named:
        wide = next((c for c in named if c.kind is Kind.DISEASE_CLASS), None)
        if wide is not None:
            return About(sort=Sort.CLASS, concept=_titled(article, wide))
        other = named[0]
        if other.kind not in _SAID_OF_DISEASES:
            return About(sort=Sort.OTHER, other=other)
    return _by_its_lead(article, lexicon, finding=next((c for c in named if c.kind is Kind.PHENOTYPE), None))


def _by_its_lead(article: Article, lexicon: Lexicon, *, finding: Concept | None) -> About:
    """Tell it by what the lead calls it, where neither infobox nor title does."""
    known = next(_called(article, lexicon), None)
    if known is not None:
        return About(sort=Sort.DISEASE, concept=_titled(article, known))
    words = unlisted(article, is_disease=_disease_endings())
    if not words:
        return About(sort=Sort.UNKNOWN)
    disease = Concept(curie=Curie(TEXT, words), label=words, kind=Kind.DISEASE)
    return About(sort=Sort.DISEASE, concept=disease, other=finding if words == article.title else None)


def _several(article: Article) -> bool:
    """Say whether the infobox gives several identifiers of one vocabulary of diseases."""
    return max(Counter(c.prefix for c in article.identifiers if c.prefix in _CATALOGUES).values(), default=0) > 1


def _titled(article: Article, concept: Concept) -> Concept:
    return Concept(curie=concept.curie, label=article.title or concept.label, kind=concept.kind)


def _called(article: Article, lexicon: Lexicon) -> Iterator[Concept]:
    """Yield the diseases by whose names the lead's first sentences call what they are about.

    A name that is part of the title ("amyloidosis") is that of something wider.
    """
    own = set(plain_words(TOKEN.findall(article.title)))
    for words in _said(article) if own else ():
        for name in _unfolded(words):
            tokens = TOKEN.findall(name)
            if len(tokens) > 1 and not set(plain_words(tokens)) < own:
                yield from (c for c in _named(name, lexicon) if c.kind is Kind.DISEASE)


def _said(article: Article) -> Iterator[str]:
    """Yield the names that stand before the first sentence's verb, those in bold first, and after "also called"."""
    lead = [s.text for s in islice((s for s in article.sentences if s.role is SectionRole.LEAD), _OPENING)]
    if not lead:
        return
    yield from (words for words in article.emphasised if words in lead[0])
    verb = _VERB.search(lead[0])
    head = lead[0][: verb.start()] if verb else ""
    yield head
    for stretch in (head, *(found[1] for text in lead for found in _ALSO.finditer(text))):
        yield from (part.strip(' ."\u201c\u201d') for part in _PARTED.split(stretch))


def _unfolded(name: str) -> Iterator[str]:
    """Yield a name as it stands, without its bracketed short form, and with that in place of its long form."""
    yield name
    for abbreviation in abbreviations(name):
        before, after = name[: abbreviation.start], name[abbreviation.end :]
        rest = after.partition(")")[2]
        yield f"{before}{abbreviation.long}{rest}"
        yield f"{before}{abbreviation.short}{rest}"


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
            found += [c for c in concepts if c not in found]
    return found


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
    if concept.curie.is_text and concept.label != article.title:
        yield concept.label, "what the article calls its disease"
        return
    yield article.title, "the article's title"
    bare = _HEADS.sub("", article.title)
    if bare != article.title and (is_acronym(bare) or len(TOKEN.findall(bare)) > 1):
        yield bare, "the article's title without its last word"
    for words in article.emphasised:
        if all(known.kind is not Kind.INHERITANCE for known in _named(words, lexicon)):
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
