"""Articles parsed by rdflib: `Graph().parse("article.html", format="nosograph")`."""

from pathlib import Path

import pytest
import rdflib

from nosograph.errors import InputError
from nosograph.lexicon import Lexicon
from nosograph.pipeline import draft
from nosograph.rdf import prefixes
from nosograph.serialization import WRITERS

pytestmark = pytest.mark.usefixtures("lexicon")


def test_rdflib_parses_an_article(ipex: Path, lexicon: Lexicon) -> None:
    """By the installed package's entry point rdflib gets the triples that the graph has, its neighbours' DOIs too."""
    read = rdflib.Graph().parse(ipex, format="nosograph")
    made = rdflib.Graph().parse(data=WRITERS["nt"](draft(ipex, lexicon=lexicon).graph), format="nt")
    assert set(read) == set(made)
    assert any("doi.org" in str(thing) for thing in read.all_nodes())


def test_prefixes_are_bound(ipex: Path) -> None:
    """What is written from there is short: the graph knows our prefixes."""
    read = rdflib.Graph().parse(ipex, format="nosograph")
    assert {str(iri) for _, iri in read.namespaces()} >= set(prefixes().values())
    assert "HP:0008404" in read.serialize(format="turtle")


@pytest.mark.parametrize("source", ["text", "bytes", "stream"])
def test_text_and_streams_are_parsed(source: str, ipex: Path) -> None:
    """An article given as text, bytes or an open file is parsed as well."""
    graph = rdflib.Graph()
    if source == "stream":
        with ipex.open("rb") as stream:
            graph.parse(stream, format="nosograph")
    else:
        graph.parse(data=ipex.read_text() if source == "text" else ipex.read_bytes(), format="nosograph")
    assert len(graph) > 500


def test_a_dataset_is_filled(ipex: Path) -> None:
    """A Dataset parses an article into its default graph."""
    dataset = rdflib.Dataset()
    dataset.parse(ipex, format="nosograph")
    assert len(dataset) == len(rdflib.Graph().parse(ipex, format="nosograph"))


def test_options_are_handed_on(ipex: Path) -> None:
    """The base of minted IRIs and the bibliography are taken from the call."""
    read = rdflib.Graph().parse(ipex, format="nosograph", base="https://example.org/mine/")
    assert [s for s in read.subjects() if str(s).startswith("https://example.org/mine/claim/")]


def test_what_is_no_article_is_refused(tmp_path: Path) -> None:
    """What cannot be read raises our error, and the graph stays as it was."""
    (tmp_path / "empty.txt").write_text("")
    graph = rdflib.Graph()
    with pytest.raises(InputError, match="is empty"):
        graph.parse(tmp_path / "empty.txt", format="nosograph")
    assert len(graph) == 0
