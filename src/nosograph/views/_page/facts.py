"""Facts: what a graph says, by thing and property, read in one pass."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from nosograph.graph import Graph
from nosograph.rows import clean


class Facts:
    """Answer what a graph says of a thing; answers are ordered, and the same for the same triples."""

    def __init__(self, graph: Graph) -> None:
        """Read the union of the graph's graphs."""
        self._facts = defaultdict[NamedNode, defaultdict[NamedNode, set[object]]](lambda: defaultdict(set))
        self._subjects = defaultdict[NamedNode, set[NamedNode]](set)
        for quad in graph.store:
            if isinstance(quad.subject, NamedNode):
                self._facts[quad.subject][quad.predicate].add(quad.object)
                self._subjects[quad.predicate].add(quad.subject)

    def having(self, predicate: NamedNode, value: NamedNode | None = None) -> list[NamedNode]:
        """Give the things that have a property, of that value where one is given."""
        found = self._subjects.get(predicate, set())
        return sorted((s for s in found if value is None or value in self._facts[s][predicate]), key=str)

    def nodes(self, subject: NamedNode, *predicates: NamedNode) -> list[NamedNode]:
        """Give the things that stand in any of the properties."""
        return sorted((v for v in self._values(subject, predicates) if isinstance(v, NamedNode)), key=str)

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        """Give the first thing that stands in the property, or None."""
        return next(iter(self.nodes(subject, predicate)), None)

    def texts(self, subject: NamedNode, predicate: NamedNode) -> list[str]:
        """Give the texts of a property, by code point."""
        return sorted(clean(v.value) for v in self._values(subject, (predicate,)) if isinstance(v, Literal))

    def text(self, subject: NamedNode, predicate: NamedNode) -> str:
        """Give the first text of a property, or an empty one."""
        return next(iter(self.texts(subject, predicate)), "")

    def number(self, subject: NamedNode, predicate: NamedNode, otherwise: int) -> int:
        """Give a property that is a whole number, or `otherwise` where it is none."""
        text = self.text(subject, predicate)
        return int(text) if text.isascii() and text.isdigit() else otherwise

    def _values(self, subject: NamedNode, predicates: Iterable[NamedNode]) -> Iterable[object]:
        known = self._facts.get(subject)
        return () if known is None else (value for p in predicates for value in known.get(p, ()))
