"""The graph as a network, whole, as a network program gets it."""

import io

import networkx as nx
import pytest

from nosograph import to_networkx
from nosograph.pipeline import Result
from nosograph.views import WRITERS


@pytest.fixture(scope="module")
def network(made: Result) -> "nx.MultiDiGraph[str]":
    """Give the article's network."""
    return to_networkx(made.graph)


def test_an_edge_is_a_claim(made: Result, network: "nx.MultiDiGraph[str]") -> None:
    """There is an edge for each claim, keyed by the claim's IRI."""
    keys = [key for _, _, key in network.edges(keys=True)]
    assert network.is_multigraph()
    assert network.is_directed()
    assert len(set(keys)) == len(made.claims)
    assert all("/claim/" in key for key in keys)


def test_nodes_say_what_they_are(network: "nx.MultiDiGraph[str]") -> None:
    """Each node has kind, label and CURIE."""
    assert all({"kind", "label", "curie"} <= data.keys() for _, data in network.nodes(data=True))


def test_edges_say_what_stands_behind_them(made: Result, network: "nx.MultiDiGraph[str]") -> None:
    """Each edge has relation, polarity, quote and references, which are empty where its sentence cites nothing."""
    edges = [data for _, _, data in network.edges(data=True)]
    assert all({"relation", "polarity", "quote", "references"} <= data.keys() for data in edges)
    assert sum(bool(data["references"]) for data in edges) == sum(bool(claim.references) for claim in made.claims)


def test_parallel_edges_are_kept(made: Result, network: "nx.MultiDiGraph[str]") -> None:
    """Eczema is claimed in two sentences: two edges join the same nodes."""
    counts = [network.number_of_edges(*ends) for ends in set(network.edges())]
    assert max(counts) > 1
    assert network.number_of_edges() == len(made.claims)


def test_graphml_reads_back_equal(made: Result, network: "nx.MultiDiGraph[str]") -> None:
    """What networkx reads from the GraphML is the network that was written: nodes, edges, keys and all they carry."""
    back = nx.read_graphml(io.BytesIO(WRITERS["graphml"](made.graph)), force_multigraph=True)
    for own in ("node_default", "edge_default"):  # the reader's own, and empty
        assert back.graph.pop(own) == {}
    assert nx.utils.graphs_equal(back, network)
