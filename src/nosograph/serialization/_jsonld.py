"""Write JSON-LD that a person can read: the parts of a claim stand within it, under the names of our context.

The tree is built here and not by PyLD, whose framing takes more than a second on an article's graph where this takes a
fiftieth. The tests hold it against PyLD, jsonld.js, rdflib and pyoxigraph, triple by triple.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from nosograph.errors import OutputError
from nosograph.graph import Graph
from nosograph.rdf import NG, OA, RDF, SCHEMA
from nosograph.serialization._canonical import triples, union_lines
from nosograph.serialization._context import Context, Json, Term, definitions

Node = NamedNode | BlankNode
Value = Node | Literal

_PARTS: Final = frozenset({OA.hasTarget, OA.hasSelector, SCHEMA.author})
"""Properties whose values are parts of their subject and are written within it."""

_SORTS: Final = (SCHEMA.Article, NG.Kind, NG.Claim, NG.Reference)
"""The order of the trees, by type; things of some kind follow the article, and what is not named here comes last."""

_OFFSET: Final = re.compile(r"\d{1,15}", re.ASCII)

_DEPTH: Final = 8
"""How deep parts stand within parts, at most."""

_FIRST: Final = (
    *("label", "title", "name", "subject", "relation", "predicate", "object"),
    *("polarity", "match", "certainty", "outcome", "frequency", "score", "why", "sentence"),
)
"""What a reader wants to see first of a thing; the rest follows in the context's order."""


def write_jsonld(graph: Graph) -> bytes:
    """Write the union of the graphs as JSON-LD 1.1, with what it needs of our context inline.

    The order is: articles, things, claims in the order of the text, reference entries, all else.

    Raises:
        OutputError: the graph holds triples about triples, which JSON-LD 1.1 cannot.
    """
    found = list(triples(union_lines(graph)))
    tree = _Tree(found, Context(definitions(), avoiding=_schemes(found)))
    nodes: list[Json] = [tree.written(node) for node in tree.roots()]
    graphs = json.dumps({"@graph": nodes}, ensure_ascii=False, indent=2).removeprefix("{\n")
    # One line for a definition; the context is long enough as it is.
    names = ",\n".join(f"    {json.dumps(name)}: {json.dumps(d)}" for name, d in tree.context.used().items())
    text = f'{{\n  "@context": {{\n{names}\n  }},\n{graphs}\n'
    # So that no text of an article can close the element of a page that holds the JSON.
    return text.replace("<", "\\u003c").encode()


def _schemes(found: Iterable[Triple]) -> set[str]:
    """Give the schemes of all IRIs."""
    nodes = {term for triple in found for term in (triple.subject, triple.predicate, triple.object)}
    return {node.value.partition(":")[0] for node in nodes if isinstance(node, NamedNode)}


class _Tree:
    """Arrange triples as trees: each node once, within the one it is part of."""

    def __init__(self, found: Iterable[Triple], context: Context) -> None:
        self.context = context
        self._nodes: dict[Node, dict[NamedNode, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for triple in found:
            if isinstance(triple.subject, Triple) or isinstance(triple.object, Triple):
                raise OutputError("JSON-LD cannot hold a triple about a triple", mend="choose another format")
            self._nodes[triple.subject][triple.predicate].append(triple.object)
        self._owners: dict[Node, Node] = {}
        self._within: set[tuple[Node, NamedNode, Node]] = set()
        self._guests: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self._arrange()

    def roots(self) -> list[Node]:
        """Give the nodes that are part of no other, in the order of reading."""
        return sorted((node for node in self._nodes if node not in self._owners), key=self._place)

    def written(self, node: Node) -> dict[str, Json]:
        """Write a node with its parts."""
        rest: dict[str, Json] = {}
        for predicate, values in self._nodes[node].items():
            kept = [value for value in values if self._is_open(node, predicate, value)]
            if kept:
                term = self.context.property(predicate.value)
                rest[term.name] = _listed([self._value(node, term, predicate, value) for value in kept], many=term.many)
        for iri, guests in self._guests.get(node, {}).items():
            rest[self.context.reverse(iri).name] = [self.written(guest) for guest in guests]
        return self._head(node) | {name: rest[name] for name in sorted(rest, key=self._reading_order)}

    def _arrange(self) -> None:
        """Decide what stands within what: a value within its subject, or, where the context turns the arrow, round."""
        for node, properties in self._nodes.items():
            for predicate, values in properties.items():
                turned = predicate.value in self.context.reverses
                for value in values:
                    if isinstance(value, Literal) or not (turned or predicate in _PARTS):
                        continue
                    whole, part = (value, node) if turned else (node, value)
                    if self._takes(whole, part):
                        self._owners[part] = whole
                        self._within.add((node, predicate, value))
                        if turned:
                            self._guests[whole][predicate.value].append(part)

    def _takes(self, whole: Node, part: Node) -> bool:
        """Say whether a part has no place yet, and would stand neither within itself nor too deep."""
        if part in self._owners or not {whole, part} <= self._nodes.keys():
            return False
        around = [whole]
        while around[-1] in self._owners and len(around) <= _DEPTH:
            around.append(self._owners[around[-1]])
        return part not in around and len(around) <= _DEPTH

    def _is_open(self, node: Node, predicate: NamedNode, value: Value) -> bool:
        """Say whether a triple is still to be written: neither as a type in the head nor with the arrow turned."""
        if predicate == RDF.type and isinstance(value, NamedNode):
            return False
        return predicate.value not in self.context.reverses or (node, predicate, value) not in self._within

    def _head(self, node: Node) -> dict[str, Json]:
        head: dict[str, Json] = {self.context.keyword("@id"): self._name(node)}
        types = [cls for cls in self._nodes[node].get(RDF.type, ()) if isinstance(cls, NamedNode)]
        if types:
            head[self.context.keyword("@type")] = _listed([self.context.term_or_iri(cls.value) for cls in types])
        return head

    def _value(self, node: Node, term: Term, predicate: NamedNode, value: Value) -> Json:
        if isinstance(value, Literal):
            return self.context.literal(value, term)
        if (node, predicate, value) in self._within:
            return self.written(value)
        if term.coercion == "@vocab" and isinstance(value, NamedNode):
            return self.context.term_or_iri(value.value)
        name = self._name(value)
        return name if term.coercion == "@id" else {self.context.keyword("@id"): name}

    def _name(self, node: Node) -> str:
        return self.context.iri(node.value) if isinstance(node, NamedNode) else str(node)

    def _place(self, node: Node) -> tuple[int, int, str]:
        """Give the order of reading: by sort of thing, then by the place in the text, then by name."""
        properties = self._nodes[node]
        types = {*properties.get(RDF.type, ()), *([NG.Kind] if NG.kind in properties else [])}
        sort = next((rank for rank, cls in enumerate(_SORTS) if cls in types), len(_SORTS))
        starts = [int(v.value) for v in properties.get(NG.sentenceStart, ()) if _OFFSET.fullmatch(v.value)]
        return sort, min(starts, default=0), str(node)

    def _reading_order(self, name: str) -> tuple[int, int, str]:
        first = _FIRST.index(name) if name in _FIRST else len(_FIRST)
        return first, self.context.order.get(name, len(self.context.order)), name


def _listed(values: list[Json], *, many: bool = False) -> Json:
    return values if many or len(values) > 1 else values[0]
