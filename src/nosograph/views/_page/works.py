"""Works: the publications behind the claims."""

from pyoxigraph import NamedNode

from nosograph.model import Curie
from nosograph.rdf import BIBO, DCTERMS, SCHEMA
from nosograph.rows import clean
from nosograph.views._page.facts import Facts
from nosograph.views._page.payload import Work
from nosograph.views._page.sites import site, web

_LAST = 1 << 31


def gather_work(facts: Facts, node: NamedNode, curie: Curie) -> Work:
    """Describe a publication, its authors in order."""
    containers = facts.nodes(node, DCTERMS.isPartOf)
    elsewhere = facts.node(node, SCHEMA.url)
    return Work(
        id=clean(str(curie)),
        href=site(curie, web(elsewhere.value) if elsewhere else ""),
        title=facts.text(node, DCTERMS.title),
        authors=_authors(facts, node),
        issued=facts.text(node, DCTERMS.issued),
        container=next((title for c in containers if (title := facts.text(c, DCTERMS.title))), ""),
        volume=facts.text(node, BIBO.volume),
        issue=facts.text(node, BIBO.issue),
        pages=facts.text(node, BIBO.pages),
        publisher=facts.text(node, SCHEMA.publisher),
    )


def _authors(facts: Facts, work: NamedNode) -> tuple[str, ...]:
    places = facts.nodes(work, SCHEMA.author)
    named = sorted((facts.number(p, SCHEMA.position, _LAST), facts.text(p, SCHEMA.name)) for p in places)
    return tuple(name for _, name in named if name)
