"""Name the committed files that follow from others, and what derives each: tests hold them against each other."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from nosograph.rdf import context, shapes
from nosograph.resources import Folder

DERIVED: Final[Mapping[tuple[Folder, str], Callable[[], str]]] = MappingProxyType(
    {
        ("ontology", "context.jsonld"): context.text,
        ("shapes", "identifier.ttl"): shapes.identifier,
        ("shapes", "relation.ttl"): shapes.relation,
        ("shapes", "nosograph.ttl"): shapes.index,
    },
)
