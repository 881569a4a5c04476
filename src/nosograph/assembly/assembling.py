"""Assemble: every part of an article's graph, in one store."""

from collections.abc import Sequence

from pyoxigraph import Store

from nosograph.assembly.article import add_article, add_dataset, add_run, add_text
from nosograph.assembly.claims import add_claims, in_order, named
from nosograph.assembly.draft import Draft
from nosograph.assembly.entities import add_edges, add_entities, topic
from nosograph.assembly.lexical import add_identifiers
from nosograph.assembly.names import Names
from nosograph.assembly.publications import add_references
from nosograph.errors import VocabularyError
from nosograph.graph import BASE, Graph
from nosograph.lexicon import Lexicon
from nosograph.model import Article, Claim
from nosograph.rdf import relations


def assemble(article: Article, claims: Sequence[Claim], *, lexicon: Lexicon | None = None, base: str = BASE) -> Graph:
    """Make the graph of an article's claims, in two named graphs: knowledge and provenance.

    The same article and claims, in whatever order, give the same graph. `lexicon` adds synonyms and cross-references.

    Raises:
        IdentifierError: `base` is no absolute IRI that ends in / or #.
        VocabularyError: a claim's relation is none of the vocabulary's.
    """
    _check(claims)
    draft = Draft(names=Names(base, article.slug))
    ordered = in_order(claims)
    about = topic(ordered)
    add_entities(draft, ordered, lexicon)
    if about is not None:
        add_identifiers(draft, article, about, lexicon)
    add_edges(draft, ordered)
    works = add_references(draft, article, ordered)
    add_article(draft, article, about, works.values())
    add_text(draft, article)
    run = add_run(draft, article, lexicon)
    add_claims(draft, article, list(named(draft, ordered)), run=run, works=works)
    add_dataset(draft, article)
    store = Store()
    store.extend(draft.facts)
    store.extend(draft.records)
    return Graph(store, base)


def _check(claims: Sequence[Claim]) -> None:
    unknown = sorted({claim.relation for claim in claims} - relations().keys())
    if unknown:
        raise VocabularyError(
            f"a claim's relation {unknown[0]!r} is none of the vocabulary's",
            where="ontology/nosograph.ttl",
            mend="use one of " + " ".join(relations()),
        )
