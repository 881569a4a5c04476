"""Gather the page from a graph: what is shown is numbered first, then described."""

from collections.abc import Iterable
from typing import Final

from pyoxigraph import NamedNode

from nosograph.graph import Graph
from nosograph.model import Kind
from nosograph.rdf import CITO, NG, RDF, RDFS, SCHEMA, SKOS, kinds, relations, terms
from nosograph.rows import claim_rows
from nosograph.views._page.articles import gather_article
from nosograph.views._page.facts import Facts
from nosograph.views._page.payload import Page, Source, Term
from nosograph.views._page.statements import gather_statements
from nosograph.views._page.things import gather_thing
from nosograph.views._page.works import gather_work

_SEVERAL: Final = 3
"""Articles whose titles stand in the page's title; of more, their number does."""


def gather_page(graph: Graph) -> Page:
    """Gather all that the page of a graph shows, in an order that depends on nothing but the graph.

    Raises:
        GraphError: a claim lacks what an edge needs.
    """
    facts, rows = Facts(graph), claim_rows(graph)
    claims = [NamedNode(row.claim) for row in rows]
    articles = _numbered({*facts.having(RDF.type, SCHEMA.Article), *_of(facts, claims, NG.inArticle)})
    things = _numbered(_of(facts, claims, RDF.subject, RDF.object))
    entries = facts.having(RDF.type, NG.Reference)
    works = _numbered({*_of(facts, entries, NG.publication), *_of(facts, claims, CITO.citesAsEvidence)})
    sources = tuple(gather_article(facts, node, things=things, works=works) for node in articles)
    shown = tuple(gather_thing(facts, node, graph.curie(node)) for node in things)
    return Page(
        title=_title(sources),
        articles=sources,
        things=shown,
        works=tuple(gather_work(facts, node, graph.curie(node)) for node in works),
        claims=gather_statements(facts, rows, articles=articles, things=things, works=works),
        kinds=_kinds({thing.kind for thing in shown}),
        relations=_relations({row.relation for row in rows}),
    )


def _of(facts: Facts, subjects: Iterable[NamedNode], *predicates: NamedNode) -> set[NamedNode]:
    return {node for subject in subjects for node in facts.nodes(subject, *predicates)}


def _numbered(nodes: Iterable[NamedNode]) -> dict[NamedNode, int]:
    return {node: place for place, node in enumerate(sorted(nodes, key=str))}


def _title(articles: tuple[Source, ...]) -> str:
    titles = [article.title for article in articles]
    return f"{len(titles)} articles" if len(titles) > _SEVERAL else " · ".join(titles) or "No article"


def _kinds(shown: set[str]) -> tuple[Term, ...]:
    """Give the kinds that are shown, in the vocabulary's order."""
    nodes = {kind.value: NamedNode(individual) for kind, (individual, _) in kinds().items() if kind.value in shown}
    return tuple(_term(key, node) for key, node in nodes.items())


def _relations(shown: set[str]) -> tuple[Term, ...]:
    """Give the relations that are shown, the vocabulary's first and in its order."""
    known = {key: NamedNode(relation.iri) for key, relation in relations().items() if key in shown}
    others = (Term(key=key, label=key.replace("_", " "), definition="") for key in sorted(shown - known.keys()))
    return (*(_term(key, node) for key, node in known.items()), *others)


def _term(key: str, node: NamedNode) -> Term:
    said = terms()[node]
    label, definition = (next((v.value for v in said.get(p, ())), "") for p in (RDFS.label, SKOS.definition))
    return Term(key=key, label=label or Kind.OTHER.value, definition=definition)
