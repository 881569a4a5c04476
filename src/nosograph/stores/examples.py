"""Named queries as RDF, in the form of sparql-examples: loaded into a store, they are what its editor offers.

https://github.com/sib-swiss/sparql-examples, https://www.w3.org/TR/shacl-af/#SPARQLExecutable
"""

import re
from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from nosograph.errors import GraphError
from nosograph.graph import BASE, Graph
from nosograph.rdf import OWL, RDF, RDFS, SCHEMA, SH, XSD
from nosograph.stores.named import NamedQuery, named_queries

_FOLDER: Final = f"{BASE}queries/"
_PREFIXES: Final = NamedNode(f"{_FOLDER}prefixes")
_DECLARED: Final = re.compile(r"(?m)^PREFIX (\w+): <([^>]+)>")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|^`@\\]+")
_SERVICE: Final = re.compile(r"\bSERVICE <([^>]+)>")
_FEDERATES: Final = NamedNode("https://purl.expasy.org/sparql-examples/ontology#federatesWith")


def examples(endpoint: str | None = None) -> Graph:
    """Describe the named queries; `endpoint` is the address that they are meant for.

    Raises:
        GraphError: it is none.
    """
    if endpoint is not None and not _ADDRESS.fullmatch(endpoint):
        raise GraphError("it is no address of an endpoint", where="query --list", mend="give http://… or nothing")
    graph = Graph()
    for query in named_queries().values():
        graph.store.extend(_described(query, endpoint))
    graph.store.extend(
        _declared({pair for query in named_queries().values() for pair in _DECLARED.findall(query.text)})
    )
    return graph


def _described(query: NamedQuery, endpoint: str | None) -> Iterator[Quad]:
    node = NamedNode(_FOLDER + query.name)
    yield Quad(node, RDF.type, SH.SPARQLExecutable)
    yield Quad(node, RDF.type, SH.SPARQLSelectExecutable)
    yield Quad(node, RDFS.label, Literal(query.summary, language="en"))
    yield Quad(node, RDFS.comment, Literal(f"{query.summary}. {query.description}", language="en"))
    yield Quad(node, SH.select, Literal(query.text))
    yield Quad(node, SH.prefixes, _PREFIXES)
    for tag in query.tags:
        yield Quad(node, SCHEMA.keywords, Literal(tag))
    for other in _SERVICE.findall(query.text):
        yield Quad(node, _FEDERATES, NamedNode(other))
    if endpoint:
        yield Quad(node, SCHEMA.target, NamedNode(endpoint))


def _declared(pairs: set[tuple[str, str]]) -> Iterator[Quad]:
    yield Quad(_PREFIXES, RDF.type, OWL.Ontology)
    for name, namespace in sorted(pairs):
        node = NamedNode(f"{_PREFIXES.value}/{name}")
        yield Quad(_PREFIXES, SH.declare, node)
        yield Quad(node, SH.prefix, Literal(name))
        yield Quad(node, SH.namespace, Literal(namespace, datatype=XSD.anyURI))
