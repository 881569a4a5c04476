"""Graph: loading, order, names, and rdflib's face."""

from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat
from rdflib import Literal, URIRef

import builders
from nosograph.errors import GraphError
from nosograph.graph import FORMATS, Graph
from nosograph.model import Curie
from nosograph.rdf import NG, prefixes

ARTICLE = "https://w3id.org/nosograph/article/ipex-syndrome"


def _written(graph: Graph, ending: str) -> bytes:
    form = FORMATS[ending]
    return pyoxigraph.serialize(graph.quads() if form.supports_datasets else graph.triples(), format=form) or b""


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_written_is_loaded(tmp_path: Path, ending: str) -> None:
    """A file of each format gives back its triples, in any case of its ending."""
    graph = builders.graph()
    path = tmp_path / f"graph{ending.upper()}"
    path.write_bytes(_written(graph, ending))
    assert list(map(str, Graph.load(path).triples())) == list(map(str, graph.triples()))


def test_named_graphs_are_kept() -> None:
    """The graphs of knowledge and of provenance have their names."""
    graph = builders.graph()
    assert graph.names == (f"{ARTICLE}/knowledge", f"{ARTICLE}/provenance")
    assert graph.knowledge == (f"{ARTICLE}/knowledge",)
    assert graph.provenance == (f"{ARTICLE}/provenance",)


def test_quads_and_triples_stand_in_order() -> None:
    """Quads are ordered as their text; a triple that two graphs hold counts as two quads and one triple."""
    graph = builders.graph()
    quads = list(graph.quads())
    graph.store.add(pyoxigraph.Quad(quads[0].subject, quads[0].predicate, quads[0].object, NamedNode(ARTICLE)))
    assert len(graph) == len(quads) + 1
    assert len(list(graph.triples())) == len(quads)
    texts = [str(q) for q in graph.triples()]
    assert texts == sorted(texts)


def test_rdflib_sees_the_same_store() -> None:
    """The dataset is the same store: it holds the union, and what is added to it is in the graph."""
    graph = builders.graph()
    dataset = graph.dataset
    assert len(dataset) == len(graph)
    before = len(graph)
    dataset.add((URIRef("urn:a:b"), URIRef("urn:a:c"), Literal(1)))
    assert len(graph) == before + 1
    assert dataset.query("ASK { ?claim a <https://w3id.org/nosograph/vocab/Claim> . <urn:a:b> ?p 1 }").askAnswer
    assert graph.dataset is dataset


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ttl", b'@prefix a: <urn:a:> .\na:b a:c "open', r"a\.ttl:2:9: not well-formed"),
        ("a.nt", b"<urn:a:b> <urn:a:c> .", r"a\.nt:1:\d+: not well-formed"),
        ("a.nq", b"\xff\xfe\x00", r"a\.nq:1:1: not well-formed: .*UTF-8"),
        ("a.jsonld", b"{", r"a\.jsonld:1:\d+: not well-formed"),
        ("a.rdf", b"<a><b></a>", r"a\.rdf.*: not well-formed"),
        ("a.ttl", b"<relative> a <urn:a:c> .", r"a\.ttl:1:1: .*No scheme"),
        (
            "a.jsonld",
            b'{"@context": "https://example.org/context", "a": 1}',
            r"context elsewhere; put the context inline",
        ),
        ("a.txt", b"", r"'\.txt' names no RDF format; give one of \.ttl"),
        ("a", b"", r"'\(none\)' names no RDF format"),
    ],
)
def test_bad_files_are_refused_in_one_line(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """A file that cannot be read as RDF is refused with the place where it breaks, and no network is reached."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GraphError, match=said) as caught:
        Graph.load(path)
    assert "\n" not in str(caught.value)


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    """What is no file is refused by name."""
    with pytest.raises(GraphError, match="No such file"):
        Graph.load(tmp_path / "missing.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(GraphError, match="directory"):
        Graph.load(tmp_path / "folder.ttl")


def test_jsonld_with_its_context_inline_is_read(tmp_path: Path) -> None:
    """JSON-LD that carries its own context needs nothing else."""
    path = tmp_path / "a.jsonld"
    path.write_text(
        '{"@context": {"label": "http://www.w3.org/2000/01/rdf-schema#label"}, "@id": "urn:a:b", "label": "x"}'
    )
    assert [q.object.value for q in Graph.load(path).quads()] == ["x"]


@pytest.mark.parametrize(
    ("iri", "curie"),
    [
        (f"{prefixes()['HP']}0008404", "HP:0008404"),
        ("urn:isbn:9781416029991", "ISBN:9781416029991"),
        ("https://doi.org/10.1002/a%3Cb%3E", "DOI:10.1002/a<b>"),
        ("https://example.org/x", "iri:https://example.org/x"),
    ],
)
def test_things_are_called_by_their_identifiers(iri: str, curie: str) -> None:
    """The identifier of a thing is that of its address, where the prefix table knows it."""
    assert str(builders.graph().curie(NamedNode(iri))) == curie


def test_things_without_identifier_are_called_by_their_words() -> None:
    """What no vocabulary identifies is `text:` and its label."""
    graph = builders.graph()
    things = [q.subject for q in graph.store.quads_for_pattern(None, NG.ungrounded, None)]
    assert Curie("text", "a strange gait") in {graph.curie(thing) for thing in things}


def test_all_formats_have_the_ending_of_their_name() -> None:
    """The endings are those that the formats' own registrations name."""
    assert all(form.file_extension == ending[1:] for ending, form in FORMATS.items())
    assert isinstance(FORMATS[".ttl"], RdfFormat)
