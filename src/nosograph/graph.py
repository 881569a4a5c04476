"""Graph: the store of quads and its rdflib face."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from nosograph.errors import GraphError
from nosograph.model import TEXT, Curie
from nosograph.model.showing import table
from nosograph.rdf import DCTERMS, NG, OBOINOWL, RDF, RDFS, SCHEMA, contract

if TYPE_CHECKING:
    import rdflib

__all__ = ["BASE", "FORMATS", "Graph"]

_SHOWN: Final = 20
"""How many claims a notebook shows of a graph."""

BASE: Final = "https://w3id.org/nosograph/"
"""Where minted things stand unless another base is set."""

FORMATS: Final[Mapping[str, RdfFormat]] = MappingProxyType(
    {
        ".ttl": RdfFormat.TURTLE,
        ".trig": RdfFormat.TRIG,
        ".nq": RdfFormat.N_QUADS,
        ".nt": RdfFormat.N_TRIPLES,
        ".jsonld": RdfFormat.JSON_LD,
        ".rdf": RdfFormat.RDF_XML,
    },
)
"""What `Graph.load` reads, by ending."""


class Graph:
    """Hold quads: `store` is the engine (pyoxigraph), `dataset` the same store with rdflib's face, without a copy.

    `base` begins the IRIs of minted things. Queries see the union of all named graphs.
    """

    def __init__(self, store: Store | None = None, base: str = BASE) -> None:
        """Take a store, or begin an empty one."""
        self.store = Store() if store is None else store
        self.base = base

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, base: str = BASE) -> "Graph":
        """Read an RDF file; its ending says the format. JSON-LD must carry its context inline: no network is reached.

        Raises:
            GraphError: the file is missing, unreadable, of another ending, or not well-formed (with line and column).
        """
        source = Path(path)
        form = FORMATS.get(source.suffix.lower())
        if form is None:
            raise GraphError(
                f"the ending {source.suffix or '(none)'!r} names no RDF format",
                where=str(source),
                mend="give one of " + " ".join(FORMATS),
            )
        store = Store()
        try:
            with source.open("rb") as stream:
                store.bulk_load(stream, form)
        except OSError as error:
            raise GraphError(error.strerror or str(error), where=str(source), mend="give a readable file") from error
        except (SyntaxError, ValueError) as error:
            raise _unreadable(error, source) from error
        return cls(store, base)

    @cached_property
    def dataset(self) -> "rdflib.Dataset":
        """The same store with the face of rdflib; the default graph is the union of all."""
        from oxrdflib import OxigraphStore  # noqa: PLC0415 - rdflib takes 0.2 s to import, and few callers ask for it
        from rdflib import Dataset  # noqa: PLC0415 - as above

        return Dataset(store=OxigraphStore(store=self.store), default_union=True)

    def __len__(self) -> int:
        """Count the quads; a triple that stands in two graphs counts twice."""
        return len(self.store)

    def quads(self) -> Iterator[Quad]:
        """Yield every quad in canonical order: by graph, then subject, predicate and object, as N-Quads writes them."""
        return iter(sorted(self.store, key=_order))

    def triples(self) -> Iterator[Quad]:
        """Yield the union of all graphs as quads of the default graph, each triple once, in canonical order."""
        triples = sorted((Quad(q.subject, q.predicate, q.object) for q in self.store), key=_order)
        return (next(same) for _, same in groupby(triples))

    @property
    def names(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, in order."""
        return tuple(sorted(n.value for n in self.store.named_graphs() if isinstance(n, NamedNode)))

    @property
    def knowledge(self) -> tuple[str, ...]:
        """The graphs of entities and direct edges, one an article; none where the file kept only the union."""
        return tuple(n for n in self.names if n.endswith("/knowledge"))

    @property
    def provenance(self) -> tuple[str, ...]:
        """The graphs of claims, evidence, publications and articles, one an article."""
        return tuple(n for n in self.names if n.endswith("/provenance"))

    def curie(self, node: NamedNode) -> Curie:
        """Give the identifier of a thing, as graph or prefix table says; `text:` and its label where it has none."""
        if next(self.store.quads_for_pattern(node, NG.ungrounded, None), None) is not None:
            return Curie(TEXT, self._first(node, RDFS.label) or node.value)
        stated = self._first(node, OBOINOWL.id)
        if stated:
            return Curie.parse(stated)
        return contract(node.value) or Curie("iri", node.value)

    def _repr_html_(self) -> str:
        """Show the graph in a notebook: its articles, and its first claims as they stand in it."""
        found = {q.subject for q in self.store.quads_for_pattern(None, RDF.type, NG.Claim)}
        claims = sorted((claim for claim in found if isinstance(claim, NamedNode)), key=str)
        articles = {q.subject for q in self.store.quads_for_pattern(None, RDF.type, SCHEMA.Article)}
        titles = sorted(self._first(node, DCTERMS.title) or "" for node in articles if isinstance(node, NamedNode))
        rows = [
            [self._shown(claim, part) for part in (RDF.subject, NG.relation, RDF.object, NG.polarity, NG.certainty)]
            for claim in claims[:_SHOWN]
        ]
        more = f", of which {_SHOWN} are shown" if len(claims) > _SHOWN else ""
        caption = f"{', '.join(titles) or 'A graph'}: {len(claims)} claims{more}, {len(self)} quads"
        return table(caption, ("subject", "relation", "object", "polarity", "certainty"), rows)

    def _shown(self, claim: NamedNode, part: NamedNode) -> str:
        """Give the label of what a claim names, or the last part of its IRI."""
        node = min((q.object for q in self.store.quads_for_pattern(claim, part, None)), key=str, default=None)
        if not isinstance(node, NamedNode):
            return ""
        return self._first(node, RDFS.label) or node.value.rpartition("/")[2]

    def _first(self, node: NamedNode, predicate: NamedNode) -> str | None:
        found = (q.object for q in self.store.quads_for_pattern(node, predicate, None))
        return min((o.value for o in found if isinstance(o, pyoxigraph.Literal)), default=None)


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _unreadable(error: Exception, source: Path) -> GraphError:
    line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
    where = str(source) + (f":{line}" if line else "") + (f":{column}" if line and column else "")
    message = error.args[0] if error.args else str(error)
    if "LoadDocumentCallback" in message:
        return GraphError("the JSON-LD names a context elsewhere", where=where, mend="put the context inline")
    return GraphError(f"not well-formed: {message}", where=where, mend="check the file with the tool that wrote it")
