"""Things: what claims join, with their names and their identifiers elsewhere."""

from typing import Final

from pyoxigraph import NamedNode

from nosograph.errors import IdentifierError
from nosograph.model import Curie, Kind
from nosograph.rdf import DCTERMS, NG, OBOINOWL, RDFS, SKOS, contract, kinds
from nosograph.rows import clean
from nosograph.views._page.facts import Facts
from nosograph.views._page.payload import Address, Thing
from nosograph.views._page.sites import site

_SAME: Final = (SKOS.exactMatch, SKOS.closeMatch)


def gather_thing(facts: Facts, node: NamedNode, curie: Curie) -> Thing:
    """Describe a thing; its own words have no page on the web."""
    label = facts.text(node, RDFS.label)
    return Thing(
        id=clean(str(curie)),
        iri=node.value,
        href="" if curie.is_text else site(curie, node.value),
        label=label or clean(str(curie)),
        kind=_kind(facts, node),
        synonyms=tuple(text for text in facts.texts(node, SKOS.altLabel) if text != label),
        same=tuple(_same(facts, node)),
        sources=tuple(facts.texts(node, DCTERMS.source)),
    )


def _kind(facts: Facts, node: NamedNode) -> str:
    stated = facts.nodes(node, NG.kind)
    known = (kind.value for kind, (individual, _) in kinds().items() if NamedNode(individual) in stated)
    return next(known, Kind.OTHER.value)


def _same(facts: Facts, node: NamedNode) -> list[Address]:
    matched = facts.nodes(node, *_SAME)
    addresses = {str(curie): site(curie, n.value) for n in matched if (curie := contract(n.value)) is not None}
    for text in facts.texts(node, OBOINOWL.hasDbXref):
        addresses.setdefault(text, _site_of(text))
    return [Address(label=label, href=href) for label, href in sorted(addresses.items())]


def _site_of(text: str) -> str:
    try:
        return site(Curie.parse(text))
    except IdentifierError:  # a cross-reference of some other form is shown as it stands
        return ""
