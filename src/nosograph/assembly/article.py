"""The article, its text, the run that read it, and the description of the dataset."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import Final

from pyoxigraph import Literal, NamedNode

from nosograph.assembly.draft import Draft
from nosograph.assembly.lexical import citation
from nosograph.assembly.literals import clean, english, integer, plain
from nosograph.assembly.names import address
from nosograph.lexicon import Lexicon
from nosograph.model import Article, Concept
from nosograph.rdf import CITO, DCAT, DCTERMS, NG, PROV, RDFS, SCHEMA, VOID, prefixes

_VOCABULARIES: Final = ("ng", "biolink", "skos", "dcterms", "prov", "oa", "cito", "schema")


@cache
def _version() -> str:
    return version("nosograph")


def add_article(draft: Draft, article: Article, about: Concept | None, works: Iterable[NamedNode]) -> None:
    """Record the article as a work: its title, what it is about, what it cites, under what terms it may be used."""
    node = draft.names.article
    draft.types(node, SCHEMA.Article)
    draft.record(node, DCTERMS.title, english(article.title or article.slug))
    draft.record(node, DCTERMS.identifier, plain(article.slug))
    draft.record(node, SCHEMA.about, draft.names.entity(about) if about else None)
    draft.record(node, DCTERMS.source, _origin(article))
    _add_licence(draft, node, article)
    for work in works:
        draft.record(node, CITO.cites, work)
    for link in article.links:
        draft.record(node, RDFS.seeAlso, address(link.url))


def add_text(draft: Draft, article: Article) -> None:
    """Record the text with its checksum, so that the graph can be checked without its source."""
    node, text = draft.names.text, clean(article.text)
    draft.types(node, SCHEMA.DigitalDocument)
    draft.record(node, NG.text, Literal(text))
    draft.record(node, NG.sha256, plain(_checksum(article, text)))
    draft.record(node, PROV.wasDerivedFrom, draft.names.article)
    draft.record(node, PROV.wasDerivedFrom, address(article.source))
    _add_licence(draft, node, article)


def add_run(draft: Draft, article: Article, lexicon: Lexicon | None) -> NamedNode:
    """Record the activity that made the graph, and by what software from which names; give its node."""
    sources = [] if lexicon is None else [(s.name, s.version, s.sha256) for s in lexicon.sources]
    sources_flat = [part for source in sources for part in source]
    run, software = draft.names.run(article.sha256, _version(), *sources_flat), draft.names.software(_version())
    draft.types(run, PROV.Activity)
    draft.record(run, PROV.used, draft.names.text)
    draft.record(run, PROV.wasAssociatedWith, software)
    draft.types(software, PROV.SoftwareAgent, SCHEMA.SoftwareApplication)
    draft.record(software, SCHEMA.name, plain("nosograph"))
    draft.record(software, SCHEMA.softwareVersion, plain(_version()))
    if lexicon is not None:
        node = draft.names.lexicon(*sources_flat)
        draft.record(run, PROV.used, node)
        draft.types(node, PROV.Entity)
        draft.record(node, DCTERMS.title, english("lexicon"))
        for source in lexicon.sources:
            draft.record(node, DCTERMS.source, plain(citation(source)))
    return run


def add_dataset(draft: Draft, article: Article) -> None:
    """Describe the two graphs (VoID, DCAT); call it last, for it counts the triples, its own among them."""
    names = draft.names
    base = names.dataset
    draft.types(base, VOID.Dataset, DCAT.Dataset)
    draft.record(base, DCTERMS.title, english(f"{article.title or article.slug}: what the article says"))
    draft.record(base, DCTERMS.source, names.article)
    draft.record(base, DCTERMS.license, address(article.licence.iri))
    for prefix in _VOCABULARIES:
        draft.record(base, VOID.vocabulary, NamedNode(prefixes()[prefix]))
    for graph in (names.knowledge, names.provenance):
        draft.record(base, VOID.subset, graph)
        draft.types(graph, VOID.Dataset)
    counts = {names.knowledge: len(set(draft.facts)), names.provenance: len(set(draft.records))}
    counts[names.provenance] += len(counts)
    for graph, count in counts.items():
        draft.record(graph, VOID.triples, integer(count))


def _add_licence(draft: Draft, node: NamedNode, article: Article) -> None:
    draft.record(node, DCTERMS.license, address(article.licence.iri))
    draft.record(node, DCTERMS.rights, plain(article.licence.name) if article.licence.name else None)
    draft.record(node, SCHEMA.creditText, plain(article.licence.attribution) if article.licence.attribution else None)


def _origin(article: Article) -> NamedNode | Literal | None:
    return address(article.source) or (plain(article.source) if article.source else None)


def _checksum(article: Article, text: str) -> str:
    """Give the article's own SHA-256, or that of the text as written where it had to be cleaned."""
    return article.sha256 if text == article.text else sha256(text.encode()).hexdigest()
