"""SPARQL on the committed graph, as people ask it: the README's queries, in rdflib and in Oxigraph."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store

from nosograph import resources
from nosograph.stores.named import parse

NAMES = ("manifestations", "genes", "treatments", "publications")
BLOCK = re.compile(r"```sparql\n(.*?)```", re.DOTALL)
EX = "https://w3id.org/nosograph/vocab/"


def readme_queries(root: Path) -> list[str]:
    """Give the SPARQL blocks of the README."""
    return BLOCK.findall((root / "README.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def graph(root: Path) -> rdflib.Graph:
    """Load the committed Turtle into plain rdflib."""
    return rdflib.Graph().parse(root / "out" / "ipex-syndrome.ttl")


@pytest.fixture(scope="module")
def store(root: Path) -> Store:
    """Load the committed Turtle into Oxigraph."""
    store = Store()
    store.load(path=root / "out" / "ipex-syndrome.ttl", format=RdfFormat.TURTLE)
    return store


def asked(graph: rdflib.Graph, name: str) -> Iterator[dict[str, str]]:
    """Ask a named query in rdflib."""
    for row in graph.query(resources.text("ontology", "queries", f"{name}.rq")):
        assert isinstance(row, rdflib.query.ResultRow)
        yield {key: str(value) for key, value in row.asdict().items()}


def test_manifestations_come_with_sentence_and_doi(graph: rdflib.Graph) -> None:
    """Each manifestation has a sentence that says so; where the cited work has a DOI it stands beside."""
    rows = list(asked(graph, "manifestations"))
    labels = {row["label"] for row in rows}
    assert {"Nail dystrophy", "Alopecia universalis", "bullous pemphigoid", "autoimmune enteropathy"} <= labels
    assert all(row["sentence"] for row in rows)


def test_genes_are_those_of_the_article(graph: rdflib.Graph) -> None:
    """FOXP3 is the one gene that the disease is tied to."""
    assert {row["symbol"] for row in asked(graph, "genes")} == {"FOXP3"}


def test_treatments_come_with_their_outcome(graph: rdflib.Graph) -> None:
    """Transplantation had limited success; of sirolimus no outcome is told."""
    outcomes = {row["label"]: row["outcome"].removeprefix(EX) for row in asked(graph, "treatments")}
    assert outcomes == {"bone marrow transplantation": "limited", "sirolimus": "unstated"}


def test_publications_come_by_their_number_of_claims(graph: rdflib.Graph) -> None:
    """The textbook, cited for the manifestations, leads; all three references are there."""
    rows = list(asked(graph, "publications"))
    counts = [int(row["claims"]) for row in rows]
    assert len(rows) == 3
    assert counts == sorted(counts, reverse=True)
    assert rows[0]["publication"] == "urn:isbn:9781416029991"
    assert "https://doi.org/10.1136/jmg.39.8.537" in {row["publication"] for row in rows}


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_and_oxigraph_agree(graph: rdflib.Graph, store: Store, name: str) -> None:
    """A named query gives the same rows, in the same order, in both engines."""
    text = resources.text("ontology", "queries", f"{name}.rq")
    solutions = store.query(text)
    names = [variable.value for variable in solutions.variables]
    oxigraph = [tuple(row[n].value if row[n] is not None else None for n in names) for row in solutions]
    plain = [tuple(row.get(n) for n in names) for row in asked(graph, name)]
    assert plain == oxigraph
    assert plain


def test_the_readme_shows_queries_that_answer(graph: rdflib.Graph, root: Path) -> None:
    """Each SPARQL block of the README gives rows on the committed Turtle."""
    queries = readme_queries(root)
    assert len(queries) >= 3
    for query in queries:
        assert len(graph.query(query)) > 0, query


@pytest.mark.parametrize(
    "path", sorted(resources.folder("ontology").joinpath("queries").glob("*.rq")), ids=lambda p: p.stem
)
def test_named_queries_say_what_they_give(path: Path) -> None:
    """Each query has the head that grlc and sparql-examples read: summary, description and tags."""
    query = parse(path.stem, path.read_text(encoding="utf-8"))
    assert query.summary
    assert query.description.endswith(".")
    assert query.tags
