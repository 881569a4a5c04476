"""Validate: hold a graph against the shapes by pySHACL, the reference validator."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pyoxigraph
from pyoxigraph import Quad, Store, Triple

from nosograph.errors import GraphError
from nosograph.graph import Graph
from nosograph.rdf import SH, contract
from nosograph.validation import shapes
from nosograph.validation.report import Report, Result, Severity

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_ORDER: Final = tuple(Severity)


def validate(graph: Graph) -> Report:
    """Hold the union of a graph's named graphs against the shapes of shapes/. The graph is left as it is.

    Raises:
        GraphError: the validator cannot go through the graph.
        VocabularyError: a file under shapes/ is not well-formed.
    """
    union = _union(graph)
    found, text = _asked(union)
    checks, quotes = shapes.count(union)
    return Report(results=_results(found), checks=checks, quotes=quotes, text=text)


def _union(graph: Graph) -> Store:
    """Give the graph's triples, each once: queries would multiply the copies of what several articles share."""
    triples = [Quad(quad.subject, quad.predicate, quad.object) for quad in graph.store]
    if any(isinstance(triple.object, Triple) for triple in triples):
        raise GraphError("a triple stands in place of a thing", mend="give a graph without triple terms (RDF 1.1)")
    store = Store()
    store.extend(triples)
    return store


def _asked(union: Store) -> tuple["rdflib.Graph", str]:
    import pyshacl  # noqa: PLC0415 - half a second that only those who validate should wait for
    from pyshacl.errors import ReportableRuntimeError, ValidationFailure  # noqa: PLC0415 - as above

    from nosograph.validation.data import Data  # noqa: PLC0415 - as above

    try:
        _, found, text = pyshacl.validate(Data(union), shacl_graph=_shapes(), allow_warnings=True)
    except (ReportableRuntimeError, ValidationFailure, re.error) as error:
        seen = f"the graph cannot be validated: {error}"
        raise GraphError(seen, mend="see whether it is one of nosograph's") from error
    return found, text


@cache
def _shapes() -> "rdflib.Graph":
    return _rdflib(shapes.store())


def _rdflib(store: Store) -> "rdflib.Graph":
    """Copy a store into rdflib's own memory; pyoxigraph and this read a file thirty times as fast as rdflib."""
    from rdflib import Graph as RdflibGraph  # noqa: PLC0415 - as above

    result = RdflibGraph(bind_namespaces="none")
    for quad in store:
        result.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return result


def _term(term: "pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple") -> "Node":
    from rdflib import BNode, Literal, URIRef  # noqa: PLC0415 - as above

    match term:
        case pyoxigraph.NamedNode():
            return URIRef(term.value)
        case pyoxigraph.Literal():
            return Literal(term.value, lang=term.language, datatype=None if term.language else term.datatype.value)
        case _:
            return BNode(str(term))


def _results(found: "rdflib.Graph") -> tuple[Result, ...]:
    from rdflib import SH as RDFLIB_SH  # noqa: PLC0415 - as above

    results = [_result(found, node) for node in found.objects(None, RDFLIB_SH.result)]
    return tuple(
        sorted(results, key=lambda r: (_ORDER.index(r.severity), r.shape, r.focus, r.path, r.value, r.message))
    )


def _result(found: "rdflib.Graph", node: "Node") -> Result:
    from rdflib import URIRef  # noqa: PLC0415 - as above

    def value(name: str) -> "Node | None":
        return found.value(node, URIRef(SH[name].value), any=True)

    shape, constraint = value("sourceShape"), value("sourceConstraint")
    messages = {str(text) for text in found.objects(node, URIRef(SH.resultMessage.value))}
    if constraint is not None:  # a query's own message, not that of the shape it stands in
        messages -= {str(text) for text in _shapes().objects(shape, URIRef(SH.message.value))}
    return Result(
        severity=Severity(str(value("resultSeverity")).rpartition("#")[2]),
        shape=_short(constraint or shape),
        focus=str(value("focusNode")),
        path=_path(found, value("resultPath")),
        value=str(value("value") or ""),
        message="; ".join(sorted(messages)),
    )


def _path(graph: "rdflib.Graph", path: "Node | None") -> str:
    """Write a property path as SPARQL does: `^oa:hasBody`, `rdf:subject/ng:kind`."""
    from rdflib import BNode, URIRef  # noqa: PLC0415 - as above

    if not isinstance(path, BNode):
        return _short(path)
    inverse = graph.value(path, URIRef(SH.inversePath.value))
    if inverse is not None:
        return "^" + _path(graph, inverse)
    return "/".join(_path(graph, step) for step in graph.items(path))


def _short(node: "Node | None") -> str:
    if node is None:
        return ""
    return str(contract(str(node)) or node)
