"""Questions to graphs: named ones, their parameters, and the answers."""

import builtins
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat
from rdflib.plugins.sparql import prepareQuery

import nosograph as ng
from nosograph import resources
from nosograph.stores import examples, load, named_queries, named_query
from nosograph.stores.presets import PRESETS, base, recognised

FORMS = re.compile(r"(?i)\b(CONSTRUCT|SELECT|ASK|DESCRIBE|INSERT|DELETE|CREATE|CLEAR|DROP|LOAD|COPY|MOVE|ADD)")


@pytest.fixture
def graph() -> ng.Graph:
    """Give a small graph."""
    made = ng.Graph()
    text = '<a:s> <a:p> 1 , 2.50 , true , "x"@en , <a:o> , [] .'
    made.store.load(text.encode(), format=RdfFormat.TURTLE)
    return made


def test_rows_hold_plain_values(graph: ng.Graph) -> None:
    """Numbers, truths, words and IRIs come as Python has them, and what is unbound as None."""
    found = ng.query(graph, "SELECT ?o ?none { ?s ?p ?o FILTER (!ISBLANK(?o)) } ORDER BY STR(?o)")
    assert found.variables == ("o", "none")
    assert {row["o"] for row in found.rows} == {1, Decimal("2.5"), "x", "a:o"}
    assert all(row["none"] is None for row in found)


def test_questions_of_other_forms(graph: ng.Graph) -> None:
    """ASK gives a truth, CONSTRUCT a graph; neither has rows."""
    assert ng.query(graph, "ASK { <a:s> ?p 1 }").truth is True
    assert not ng.query(graph, "ASK { <a:s> ?p 3 }")
    made = ng.query(graph, "CONSTRUCT { ?s a <a:c> } { ?s ?p 1 }")
    assert made.graph is not None
    assert len(made.graph) == 1
    with pytest.raises(ng.GraphError, match="no rows"):
        made.to_frame()


def test_a_frame_has_a_column_a_variable(graph: ng.Graph) -> None:
    """to_frame gives the rows to pandas."""
    frame = ng.query(graph, "SELECT ?s ?o { ?s ?p ?o FILTER ISNUMERIC(?o) } ORDER BY ?o").to_frame()
    assert list(frame.columns) == ["s", "o"]
    assert frame["o"].tolist() == [1, Decimal("2.5")]


def test_without_pandas_the_command_is_told(graph: ng.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandas is missing, the error is the command that installs it."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ng.MissingPartError, match=r"pip install 'nosograph\[pandas\]'"):
        ng.query(graph, "SELECT * { ?s ?p ?o }").to_frame()


def test_errors_point_at_line_and_column(graph: ng.Graph) -> None:
    """What is not SPARQL is told with its place."""
    with pytest.raises(ng.GraphError, match=r"query, line 2, column \d+"):
        ng.query(graph, "SELECT * {\n ?s ?p }")


def test_a_store_in_a_folder_can_be_asked(root: Path, tmp_path: Path) -> None:
    """File, folder and Graph give the same rows."""
    path = root / "out" / "ipex-syndrome.nq"
    load([path], tmp_path / "store")
    rows = [ng.query(source, named="manifestations").rows for source in (path, tmp_path / "store", ng.Graph.load(path))]
    assert rows[0] == rows[1] == rows[2]
    assert rows[0]


def test_parameters_narrow_a_question(root: Path) -> None:
    """A parameter set gives those rows of the whole that have the value."""
    path = root / "out" / "ipex-syndrome.ttl"
    whole = ng.query(path, named="treatments").rows
    limited = ng.query(path, named="treatments", outcome="ng:limited").rows
    assert 0 < len(limited) < len(whole)
    assert all(str(row["outcome"]).endswith("/limited") for row in limited)


def test_defaults_hold_until_they_are_set() -> None:
    """A default stands in the text as a VALUES line, and a value replaces it."""
    query = named_query("shared-manifestations")
    (least,) = query.parameters
    assert (least.name, least.default) == ("least", "1")
    assert "VALUES ?least { 3 }" in query.bound({"least": "3"})


@pytest.mark.parametrize("value", ["1 } DROP ALL #", "x> } ; DROP ALL #", "HP_0008404", "http://e.org/> } #"])
def test_a_value_cannot_break_out(value: str) -> None:
    """A value that is no identifier is refused."""
    with pytest.raises(ng.GraphError, match="no identifier"):
        named_query("evidence").bound({"object": value})


@pytest.mark.parametrize("name", named_queries())
def test_every_parameter_has_its_line(name: str) -> None:
    """Each parameter that a query's head names stands in its text, once, with a term; and clients take the text.

    SPARQLWrapper looks for the form of a query in its comments, too.
    """
    query = named_queries()[name]
    for parameter in query.parameters:
        assert parameter.example
        assert len(re.findall(rf"VALUES \?{parameter.name} ", query.text)) == 1
    head = "\n".join(line for line in query.text.splitlines() if line.startswith("#"))
    assert not FORMS.search(head)


@pytest.mark.parametrize("name", named_queries())
def test_every_query_is_sparql_to_another_parser(name: str) -> None:
    """Each text, the federated one too, is read by rdflib; set parameters stand in it."""
    query = named_queries()[name]
    prepareQuery(query.text)
    prepareQuery(query.bound({p.name: "3" if p.example.isdecimal() else "MONDO:0010580" for p in query.parameters}))


def test_the_queries_are_described_as_sparql_examples() -> None:
    """Each has a comment and keywords in RDF, its text, and the endpoint that it is for where one is named."""
    question = """
        SELECT ?text ?comment ?endpoint (GROUP_CONCAT(?tag; separator=" ") AS ?tags) {
            ?query a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ; sh:prefixes/sh:declare/sh:prefix "ng" ;
                sh:select ?text ; rdfs:comment ?comment ; schema:keywords ?tag ; schema:target ?endpoint
            FILTER (LANGMATCHES(LANG(?comment), "en"))
        } GROUP BY ?text ?comment ?endpoint"""
    found = {str(row["text"]): row for row in ng.query(examples("https://e.org/sparql"), question)}
    assert len(found) == len(named_queries())
    for query in named_queries().values():
        row = found[query.text]
        assert str(row["comment"]).startswith(query.summary)
        assert set(str(row["tags"]).split()) == set(query.tags)
        assert row["endpoint"] == "https://e.org/sparql"
    assert not ng.query(examples(), "ASK { ?query schema:target ?endpoint }")


@pytest.mark.parametrize("endpoint", ["out/ipex-syndrome.ttl", "http://me:s3cret@e.org/", "http://e.org/> ."])
def test_an_endpoint_that_is_none_is_refused(endpoint: str) -> None:
    """What is no address of an endpoint is refused, and not shown."""
    with pytest.raises(ng.GraphError, match="no address of an endpoint") as raised:
        examples(endpoint)
    assert "s3cret" not in str(raised.value)


def test_every_query_is_shipped() -> None:
    """The questions that people ask are there."""
    claims = "uncited publication-claims negated hedged conflicts evidence neighbours relations"
    entities = "manifestations shared-manifestations genes-and-cells treatments broader-manifestations"
    assert {*claims.split(), *entities.split()} <= set(named_queries())
    assert len(list(resources.folder("ontology").joinpath("queries").glob("*.rq"))) == len(named_queries())


@pytest.mark.parametrize(
    ("url", "headers", "preset", "address"),
    [
        ("http://h:3030/ds/sparql", {"Fuseki-Request-Id": "1"}, "fuseki", "http://h:3030/ds"),
        ("http://h:7878/query", {"Server": "Oxigraph/0.5"}, "oxigraph", "http://h:7878"),
        ("http://h/rdf4j-server/repositories/r/statements", {}, "rdf4j", "http://h/rdf4j-server/repositories/r"),
        ("http://h:8890/sparql/", {"Server": "Virtuoso/07"}, "virtuoso", "http://h:8890"),
        ("https://h/sparql", {"Server": "nginx"}, "plain", "https://h/sparql"),
    ],
)
def test_servers_are_recognised(url: str, headers: dict[str, str], preset: str, address: str) -> None:
    """The kind of a server shows in its address or its answers, and what was copied behind the address is cut."""
    found = recognised(url, headers)
    assert found is PRESETS[preset]
    assert base(url, found) == address
