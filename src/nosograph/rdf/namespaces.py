"""Namespaces that give pyoxigraph's nodes: `RDF.type`, `RO["0002200"]`. Bases come from the prefix table."""

from typing import Final

from pyoxigraph import NamedNode

from nosograph.rdf.prefixes import prefixes


class Namespace:
    """Give the node for a term as an attribute or an item; a node is made once.

    >>> Namespace("rdf").type
    <NamedNode value=http://www.w3.org/1999/02/22-rdf-syntax-ns#type>
    """

    def __init__(self, prefix: str) -> None:
        """Name the prefix; its base is looked up when the first term is asked for."""
        self._prefix = prefix

    def __getattr__(self, name: str) -> NamedNode:
        """Make the node and keep it as a plain attribute.

        Raises:
            AttributeError: Python itself asks for one of its own names.
        """
        if name.startswith("_"):
            raise AttributeError(name)
        node = NamedNode(prefixes()[self._prefix] + name)
        self.__dict__[name] = node
        return node

    def __getitem__(self, name: str) -> NamedNode:
        """Give the node of a term whose name is no Python identifier."""
        node: NamedNode = getattr(self, name)
        return node


BIBO: Final = Namespace("bibo")
BIOLINK: Final = Namespace("biolink")
CITO: Final = Namespace("cito")
DCAT: Final = Namespace("dcat")
DCTERMS: Final = Namespace("dcterms")
ECO: Final = Namespace("ECO")
FABIO: Final = Namespace("fabio")
NG: Final = Namespace("ng")
OA: Final = Namespace("oa")
OBOINOWL: Final = Namespace("oboInOwl")
OWL: Final = Namespace("owl")
PROV: Final = Namespace("prov")
RDF: Final = Namespace("rdf")
RDFS: Final = Namespace("rdfs")
RO: Final = Namespace("RO")
SCHEMA: Final = Namespace("schema")
SH: Final = Namespace("sh")
SKOS: Final = Namespace("skos")
VOID: Final = Namespace("void")
XSD: Final = Namespace("xsd")
