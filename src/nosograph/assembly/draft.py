"""Draft: the quads of one article while they are gathered."""

from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from nosograph.assembly.names import Names
from nosograph.rdf import RDF


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Gather quads in two graphs: `fact` for entities and direct edges, `record` for what is said about saying them."""

    names: Names
    facts: list[Quad] = field(default_factory=list)
    records: list[Quad] = field(default_factory=list)

    def fact(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """Add a triple to the graph of knowledge."""
        self.facts.append(Quad(subject, predicate, value, self.names.knowledge))

    def record(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal | None) -> None:
        """Add a triple to the graph of provenance; nothing where there is no value."""
        if value is not None:
            self.records.append(Quad(subject, predicate, value, self.names.provenance))

    def types(self, subject: NamedNode, *classes: NamedNode) -> None:
        """Say in the graph of provenance what a thing is."""
        for cls in classes:
            self.record(subject, RDF.type, cls)
