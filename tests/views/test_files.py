"""GraphML, GEXF and node-link JSON: networkx reads back what it was given."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

import builders
from nosograph.graph import Graph
from nosograph.rdf import RDFS
from nosograph.rows import clean
from nosograph.views import WRITERS, to_networkx

SCRIPT = """
import hashlib, builders, hostile
from nosograph.views import WRITERS
for graph in (builders.graph(), hostile.graph()):
    for form, write in WRITERS.items():
        print(form, hashlib.sha256(write(graph)).hexdigest())
"""
GOOD = builders.graph()
TESTS = Path(__file__).parent.parent
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"

Nodes = dict[str, dict[str, object]]
Edges = dict[tuple[str, str, str], dict[str, object]]


def parts(network: "nx.MultiDiGraph[str]") -> tuple[Nodes, Edges]:
    """Give nodes and edges with all their attributes."""
    return dict(network.nodes(data=True)), {(u, v, k): d for u, v, k, d in network.edges(keys=True, data=True)}


def types(network: "nx.MultiDiGraph[str]") -> dict[str, set[type]]:
    """Give the types of each attribute of edges."""
    found: dict[str, set[type]] = {}
    for *_, data in network.edges(data=True):
        for name, value in data.items():
            found.setdefault(name, set()).add(type(value))
    return found


def test_graphml_is_read_back_equal(graph: Graph) -> None:
    """Networkx reads the same network from GraphML: nodes, edges, keys, attributes and their types."""
    network = to_networkx(graph)
    read = nx.read_graphml(BytesIO(WRITERS["graphml"](graph)), force_multigraph=True)
    assert parts(read) == parts(network)
    assert types(read) == types(network)
    assert read.is_directed()
    assert network.graph.items() <= read.graph.items()


def test_graphml_without_parallel_edges_is_read_back_equal() -> None:
    """A network of single edges keeps the keys of its edges too."""
    import hostile  # noqa: PLC0415 - only here

    graph = hostile.graph()
    network = to_networkx(graph)
    assert max(network.number_of_edges(u, v) for u, v in network.edges()) == 1
    read = nx.read_graphml(BytesIO(WRITERS["graphml"](graph)), force_multigraph=True)
    assert parts(read) == parts(network)


def test_graphml_declares_its_attributes_by_name(graph: Graph) -> None:
    """The keys of attributes are their names, so that other programs show them as such."""
    root = ET.fromstring(WRITERS["graphml"](graph))  # noqa: S314 - our own
    keys = root.findall(f"{GRAPHML}key")
    assert {key.get("id") for key in keys} == {key.get("attr.name") for key in keys}


def test_node_link_json_is_read_back_equal(graph: Graph) -> None:
    """Networkx reads the same network from node-link JSON."""
    network = to_networkx(graph)
    read = nx.node_link_graph(json.loads(WRITERS["json"](graph)), edges="edges")
    assert isinstance(read, nx.MultiDiGraph)
    assert parts(read) == parts(network)
    assert read.graph == network.graph


def test_node_link_json_can_stand_in_a_page(graph: Graph) -> None:
    """No less-than sign stands in the JSON, so that no text can close the element of a page around it."""
    assert b"<" not in WRITERS["json"](graph)


def test_gexf_holds_the_same_network(graph: Graph) -> None:
    """Networkx reads from GEXF the same nodes and edges, with the quote's place under names that mean no time."""
    network = to_networkx(graph)
    read = nx.read_gexf(BytesIO(WRITERS["gexf"](graph)))
    edges = {}
    for thing, other, data in read.edges(data=True):
        data["start"], data["end"] = data.pop("quote_start"), data.pop("quote_end")
        del data["id"]  # networkx numbers the edges
        edges[thing, other, data.pop("claim")] = data
    assert (dict(read.nodes(data=True)), edges) == parts(network)
    assert b'mode="static"' in WRITERS["gexf"](graph)


def test_gexf_says_no_date_but_whose_text_it_is(graph: Graph) -> None:
    """GEXF says licence and attribution, and nothing of the day it was written."""
    text = WRITERS["gexf"](graph).decode()
    head = text[: text.index("<nodes>")]
    assert "creativecommons.org" in head
    assert "World Library Foundation" in head
    assert "lastmodified" not in text
    assert str(datetime.now(UTC).year) not in re.sub(r"\d+\.\d+(\.\d+)?", "", head)


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.text(" \t\r\n\x00\x1f\x85\u2028<&\"'", max_size=4)
)
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_back(text: str) -> None:
    """Whatever a node's label says, GraphML, GEXF and JSON give it back."""
    store = Store()
    nails = NamedNode("http://purl.obolibrary.org/obo/HP_0008404")
    store.extend(q for q in GOOD.store if (q.subject, q.predicate) != (nails, RDFS.label))
    store.add(Quad(nails, RDFS.label, Literal(text)))
    graph = Graph(store)
    expected = dict(to_networkx(graph).nodes(data="label"))
    assert expected["HP:0008404"] in {clean(text), "HP:0008404"}
    read = nx.read_graphml(BytesIO(WRITERS["graphml"](graph)), force_multigraph=True)
    assert dict(read.nodes(data="label")) == expected
    assert dict(nx.read_gexf(BytesIO(WRITERS["gexf"](graph))).nodes(data="label")) == expected
    assert dict(nx.node_link_graph(json.loads(WRITERS["json"](graph)), edges="edges").nodes(data="label")) == expected


@pytest.mark.parametrize("form", ["graphml", "gexf", "json"])
def test_an_empty_graph_is_an_empty_network(form: str) -> None:
    """A graph without claims gives a file that networkx reads as a network without nodes."""
    data = WRITERS[form](Graph(Store()))
    read = {
        "graphml": lambda: nx.read_graphml(BytesIO(data)),
        "gexf": lambda: nx.read_gexf(BytesIO(data)),
        "json": lambda: nx.node_link_graph(json.loads(data), edges="edges"),
    }[form]()
    assert len(read) == 0


@pytest.mark.parametrize("form", WRITERS)
def test_files_end_with_one_line_feed(graph: Graph, form: str) -> None:
    """Each file ends in one line feed."""
    assert re.search(rb"[>}\]]\n\Z", WRITERS[form](graph))


def test_conditions_do_not_count(tmp_path: Path) -> None:
    """Another seed of hashes, locale, time zone or working directory gives the same bytes."""
    sums = set()
    for conditions in (
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "12345", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "7", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ):
        environment = {**os.environ, "PYTHONPATH": str(TESTS), **conditions}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
        )
        sums.add(done.stdout)
    assert len(sums) == 1
