"""Graph to files.

Every writer takes a graph and gives bytes, the same for the same triples whatever the machine; `write_files` puts bytes
on the disk, all of them or none.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from nosograph.graph import Graph
from nosograph.rows import ClaimRow, claim_rows
from nosograph.serialization._files import growing_file, write_files
from nosograph.serialization._jsonld import write_jsonld
from nosograph.serialization._rdf import write_nquads, write_ntriples, write_rdfxml, write_trig, write_turtle
from nosograph.serialization._table import COLUMNS, cells, read_table, write_table

__all__ = [
    "COLUMNS",
    "WRITERS",
    "ClaimRow",
    "Writer",
    "cells",
    "claim_rows",
    "growing_file",
    "read_table",
    "write_files",
]

Writer = Callable[[Graph], bytes]

WRITERS: Final[Mapping[str, Writer]] = MappingProxyType(
    {
        "ttl": write_turtle,
        "jsonld": write_jsonld,
        "trig": write_trig,
        "nq": write_nquads,
        "nt": write_ntriples,
        "rdf": write_rdfxml,
        "claims.tsv": write_table,
    },
)
"""The formats, by the extension of their files. Turtle, JSON-LD, N-Triples and RDF/XML hold the union of the graphs."""
