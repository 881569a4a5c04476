"""Articles: text, references and terms of use."""

from collections.abc import Mapping

from pyoxigraph import NamedNode

from nosograph.rdf import DCTERMS, NG, PROV, RDF, SCHEMA
from nosograph.views._page.facts import Facts
from nosograph.views._page.payload import NOTHING, Address, Entry, Source
from nosograph.views._page.sites import web


def gather_article(
    facts: Facts, node: NamedNode, *, things: Mapping[NamedNode, int], works: Mapping[NamedNode, int]
) -> Source:
    """Describe an article; a graph that keeps no text of it gives an empty one."""
    slug = facts.text(node, DCTERMS.identifier) or node.value.rpartition("/")[2]
    origin, licence, about = (facts.node(node, p) for p in (DCTERMS.source, DCTERMS.license, SCHEMA.about))
    texts = (text for text in facts.having(PROV.wasDerivedFrom, node) if facts.text(text, NG.text))
    text = next(texts, None)
    return Source(
        slug=slug,
        title=facts.text(node, DCTERMS.title) or slug,
        text="" if text is None else facts.text(text, NG.text),
        href=web(origin.value if origin else ""),
        licence=Address(
            label=facts.text(node, DCTERMS.rights) or (licence.value if licence else ""),
            href=web(licence.value if licence else ""),
        ),
        attribution=facts.text(node, SCHEMA.creditText),
        about=NOTHING if about is None else things.get(about, NOTHING),
        references=_references(facts, node, works),
    )


def _references(facts: Facts, article: NamedNode, works: Mapping[NamedNode, int]) -> tuple[Entry, ...]:
    parts = facts.having(DCTERMS.isPartOf, article)
    entries = (_entry(facts, node, works) for node in parts if NG.Reference in facts.nodes(node, RDF.type))
    return tuple(sorted(entries, key=lambda entry: (entry.span, entry.number)))


def _entry(facts: Facts, node: NamedNode, works: Mapping[NamedNode, int]) -> Entry:
    publication = facts.node(node, NG.publication)
    return Entry(
        number=facts.text(node, NG.number),
        span=(facts.number(node, NG.start, NOTHING), facts.number(node, NG.end, NOTHING)),
        text=facts.text(node, DCTERMS.bibliographicCitation),
        work=NOTHING if publication is None else works.get(publication, NOTHING),
    )
