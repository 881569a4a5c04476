"""The graph as pySHACL goes through it. Imported when a graph is validated, not before: pySHACL takes its time."""

from collections.abc import Generator
from typing import Any

from pyshacl.graph_abstraction import OxigraphDataGraph
from rdflib import Literal


class Data(OxigraphDataGraph):
    """pySHACL's face of an Oxigraph store, mended in two places (pySHACL 0.40)."""

    def __bool__(self) -> bool:
        """Say that there is a graph. pySHACL asks at every finding, and would count all triples to know."""
        return True

    def objects(
        self,
        subject: Any = None,
        predicate: Any = None,
        unique: bool = False,  # noqa: FBT001, FBT002 - rdflib's own signature
    ) -> Generator[Any, None, None]:
        """Give what a thing says; a literal that stands in place of a thing says nothing, where the store raises."""
        if not isinstance(subject, Literal):
            yield from super().objects(subject, predicate, unique)

    def predicate_objects(
        self,
        subject: Any = None,
        unique: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> Generator[Any, None, None]:
        """Give all that a thing says; of a literal as in `objects`."""
        if not isinstance(subject, Literal):
            yield from super().predicate_objects(subject, unique)
