"""Lexical facts: names and cross-references, which are no claims of the article and carry their source instead."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from nosograph.assembly.draft import Draft
from nosograph.assembly.literals import english, plain
from nosograph.assembly.names import identified
from nosograph.lexicon import Flag, Lexicon, Predicate, Xref
from nosograph.lexicon import Source as LexiconSource
from nosograph.model import Article, Concept, Curie, Kind, Match
from nosograph.rdf import DCTERMS, NG, OBOINOWL, SKOS, canonical

Fact: TypeAlias = tuple[NamedNode, NamedNode | Literal]
"""What is said of a thing: a predicate and a value."""
_MAPPINGS: Final[Mapping[Predicate, str]] = {
    Predicate.EXACT: "exactMatch",
    Predicate.CLOSE: "closeMatch",
    Predicate.BROAD: "broadMatch",
    Predicate.NARROW: "narrowMatch",
}
_UNSAID: Final = Flag.GENERATED | Flag.OBSOLETE | Flag.SUPPRESSED | Flag.PLURAL_FORM
"""Names that serve recognition and are no synonyms a source gives."""


def spelt(curie: Curie) -> str:
    """Write an identifier with its prefix as the prefix table spells it."""
    return f"{canonical(curie.prefix) or curie.prefix}:{curie.local}"


def citation(source: LexiconSource) -> str:
    """Name a source with its version, as names and cross-references cite it."""
    return " ".join(filter(None, (source.title or source.name, source.version)))


def add_lexical(draft: Draft, concept: Concept, lexicon: Lexicon) -> None:
    """Give a concept the synonyms and mappings that the lexicon holds, and the sources that say so."""
    node = draft.names.entity(concept)
    for predicate, value in _lexical(concept, lexicon):
        if value != node:
            draft.fact(node, predicate, value)


@lru_cache(maxsize=4096)
def _lexical(concept: Concept, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Give the predicates and values of what the lexicon holds of a concept: many articles speak of the same."""
    known = lexicon.concept(concept.curie)
    if known is None:
        return ()
    names = [n for n in lexicon.names(concept.curie) if n.match is Match.EXACT and not n.flags & _UNSAID]
    labels = sorted({known.label, *(name.text for name in names)} - {concept.label, ""})
    cited = {source.name: citation(source) for source in lexicon.sources}
    sources = sorted({name.source for name in names} - {""})
    return (
        *((SKOS.altLabel, english(text)) for text in labels),
        *((DCTERMS.source, plain(cited.get(name, name))) for name in sources),
        *map(_mapped, lexicon.xrefs(concept.curie)),
    )


def _mapped(xref: Xref) -> Fact:
    """Write a mapping to a thing that has an address; anything else is a cross-reference in letters."""
    mapping = _MAPPINGS.get(xref.predicate)
    target = identified(xref.curie)
    if mapping is None or target is None:
        return OBOINOWL.hasDbXref, plain(spelt(xref.curie))
    return SKOS[mapping], target


def add_identifiers(draft: Draft, article: Article, disease: Concept, lexicon: Lexicon | None) -> None:
    """Give the article's disease the infobox's identifiers as they stand.

    One is an exact match where it is the only one of its prefix and the lexicon holds it for the same thing. Of a
    group, which none of several stands for, each is a narrower match.
    """
    node = draft.names.entity(disease)
    alike = Counter(canonical(curie.prefix) for curie in article.identifiers)
    meant = {curie: None if lexicon is None else lexicon.concept(curie) for curie in article.identifiers}
    group = not disease.curie.is_text and disease.curie not in {concept.curie for concept in meant.values() if concept}
    for curie, concept in meant.items():
        draft.fact(node, NG.infoboxIdentifier, plain(str(curie)))
        target = identified(curie)
        if target is None or target == node or concept is None:
            continue
        several = alike[canonical(curie.prefix)] > 1
        if not several and concept.curie == disease.curie:
            draft.fact(node, SKOS.exactMatch, target)
        elif several and group and concept.kind is Kind.DISEASE:
            draft.fact(node, SKOS.narrowMatch, target)
