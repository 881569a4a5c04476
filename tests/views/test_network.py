"""The network: things as nodes, claims as edges, their evidence on them."""

import subprocess
import sys
from collections import Counter

import networkx as nx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

import builders
import hostile
from nosograph.errors import InputError
from nosograph.graph import Graph
from nosograph.model import Certainty, Kind
from nosograph.rdf import CITO, NG, RDF, RDFS
from nosograph.rows import claim_rows
from nosograph.views import to_networkx

IPEX = "MONDO:0010580"


@pytest.fixture(scope="module")
def good() -> Graph:
    """Give the good graph."""
    return builders.graph()


def test_nodes_are_things(good: Graph) -> None:
    """Every thing that a claim joins is a node under its CURIE, with kind, label, CURIE and IRI; nothing else is."""
    network = to_networkx(good)
    claims = builders.claims(builders.article())
    things = {str(c.curie): c for claim in claims for c in (claim.subject, claim.object)}
    assert dict(network.nodes(data="kind")) == {curie: thing.kind.value for curie, thing in things.items()}
    assert dict(network.nodes(data="label")) == {curie: thing.label for curie, thing in things.items()}
    assert network.nodes["HP:0008404"] == {
        "kind": "phenotype",
        "label": "Nail dystrophy",
        "curie": "HP:0008404",
        "iri": "http://purl.obolibrary.org/obo/HP_0008404",
    }


def test_edges_are_claims(graph: Graph) -> None:
    """Every claim is an edge under its own IRI, with its values as plain text and numbers."""
    network = to_networkx(graph)
    rows = claim_rows(graph)
    assert isinstance(network, nx.MultiDiGraph)
    assert network.number_of_edges() == len(rows)
    for row in rows:
        edge = network.edges[str(row.subject), str(row.object), row.claim]
        assert (edge["relation"], edge["polarity"], edge["certainty"], edge["match"]) == (
            *(row.relation, row.polarity.value, row.certainty.value, row.match.value),
        )
        assert (edge["quote"], edge["sentence"], edge["start"], edge["end"]) == (
            *(row.quote, row.sentence, row.start, row.end),
        )
        assert (edge["score"], edge.get("references", "")) == (row.score, "|".join(row.references))
        assert {type(value) for value in edge.values()} <= {str, int, float}


def test_an_edge_says_how_it_is_called(good: Graph) -> None:
    """An edge carries the relation's English name and its predicate's IRI."""
    (edge,) = [e for _, _, e in to_networkx(good).edges(data=True) if e["relation"] == "is_a"]
    assert edge["relation_label"]
    assert edge["relation_label"] != "is_a"
    assert edge["predicate"] == RDFS.subClassOf.value


def test_parallel_edges_are_kept(good: Graph) -> None:
    """What is affirmed in one sentence and denied in another is two edges, each with its polarity."""
    edges = to_networkx(good).get_edge_data(IPEX, "HP:0002289")
    assert sorted(edge["polarity"] for edge in edges.values()) == ["affirmed", "negated"]


def test_every_edge_has_every_column(graph: Graph) -> None:
    """What is not said is an empty text, never None or a list: a table of edges has no holes."""
    network = to_networkx(graph)
    edges = [data for *_, data in network.edges(data=True)]
    assert len({frozenset(data) for data in edges}) == 1
    assert all(isinstance(value, str | int | float) for data in edges for value in data.values())
    assert {data["outcome"] for data in edges if data["relation"] != "treated_with"} == {""}


def test_the_network_says_whose_text_it_is(good: Graph) -> None:
    """The network carries title, slug, source, licence and attribution of its article."""
    assert to_networkx(good).graph == {
        "title": "IPEX syndrome",
        "slug": "ipex-syndrome",
        "source": "https://example.org/articles/IPEX_syndrome",
        "licence": "https://creativecommons.org/licenses/by-sa/3.0/",
        "attribution": "World Library Foundation",
    }


def test_publications_are_nodes_where_asked_for(good: Graph) -> None:
    """With the literature, each cited work is a node, and each claim's subject has an edge to each work it cites."""
    plain, network = to_networkx(good), to_networkx(good, literature=True)
    works = {node for node, kind in network.nodes(data="kind") if kind == "publication"}
    assert works == set(network) - set(plain)
    assert {"DOI:10.1007/s10875-008-9196-1", "ISBN:9781416029991"} < works
    assert network.nodes["ISBN:9781416029991"]["label"] == "Dermatology"
    cited = {(str(row.subject), work, row.claim) for row in claim_rows(good) for work in row.reference_ids}
    assert {edge for edge in network.edges(keys=True) if edge[1] in works} == cited
    assert {d["predicate"] for _, v, d in network.edges(data=True) if v in works} == {CITO.citesAsEvidence.value}


def test_order_is_defined() -> None:
    """Nodes ascend by CURIE, and a disease's edges come in the order of the text."""
    network = to_networkx(hostile.graph())
    assert list(network) == sorted(network)
    starts = [data["start"] for *_, data in network.out_edges(IPEX, data=True)]
    assert len(starts) == len(hostile.TEXTS) + 2
    rows = claim_rows(hostile.graph())
    assert [key for *_, key in network.edges(keys=True)] != []
    assert sorted(starts) == [row.start for row in rows]


def test_it_is_for_computing(good: Graph) -> None:
    """Centrality, paths and the subgraph of one kind work as on any network, and the disease is its centre."""
    network = to_networkx(good)
    centrality = nx.degree_centrality(network)
    assert max(centrality, key=lambda node: centrality[node]) == IPEX
    assert nx.has_path(network, IPEX, "CL:0000815")
    genes = [node for node, kind in network.nodes(data="kind") if kind == Kind.GENE]
    assert genes == ["HGNC:6106"]
    assert nx.subgraph_view(network, filter_node=lambda n: n in {*genes, IPEX}).number_of_edges() == 2
    assert len(nx.spring_layout(network, seed=1)) == len(network)


def test_a_thing_of_no_kind_is_other() -> None:
    """What a foreign graph joins without saying what it is stands there as other, under its IRI where no CURIE fits."""
    graph = builders.graph()
    for predicate in (NG.kind, RDFS.label):
        for quad in list(graph.store.quads_for_pattern(None, predicate, None)):
            graph.store.remove(quad)
    network = to_networkx(graph)
    assert set(dict(network.nodes(data="kind")).values()) == {"other"}
    assert network.nodes[IPEX]["label"] == IPEX


def test_an_unknown_relation_keeps_its_key(good: Graph) -> None:
    """A relation the vocabulary lacks is labelled with its key."""
    store = Store()
    store.extend(q for q in good.store if q.predicate != NG.relation)
    claims = store.quads_for_pattern(None, RDF.type, NG.Claim)
    store.extend([Quad(q.subject, NG.relation, NamedNode("https://example.org/made_up")) for q in list(claims)])
    edges = to_networkx(Graph(store)).edges(data=True)
    assert {(data["relation"], data["relation_label"]) for *_, data in edges} == {("made_up", "made_up")}


def test_no_control_character_comes_through() -> None:
    """What XML cannot hold becomes U+FFFD on nodes and edges alike."""
    graph = builders.graph()
    for quad in list(graph.store.quads_for_pattern(None, RDFS.label, None)):
        graph.store.add(Quad(quad.subject, RDFS.label, Literal("\x01"), quad.graph_name))
        graph.store.remove(quad)
    assert set(dict(to_networkx(graph).nodes(data="label")).values()) == {"\N{REPLACEMENT CHARACTER}"}


def test_networkx_is_imported_when_a_network_is_made() -> None:
    """Importing the room does not import networkx, which takes long and few commands need."""
    script = "import sys, nosograph.views; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_only_the_relations_asked_for(good: Graph) -> None:
    """With relations, only their claims are edges, and only what these join are nodes."""
    network = to_networkx(good, relations=["has_phenotype", "treated_with"])
    rows = [row for row in claim_rows(good) if row.relation in {"has_phenotype", "treated_with"}]
    assert {key for *_, key in network.edges(keys=True)} == {row.claim for row in rows}
    assert set(network) == {str(end) for row in rows for end in (row.subject, row.object)}
    assert to_networkx(good, relations=[]).number_of_nodes() == 0


def test_an_unknown_relation_is_refused(good: Graph) -> None:
    """A relation that nobody knows is refused by name, with those there are; one that no claim has gives no edge."""
    with pytest.raises(InputError, match=r"'has_fenotype' is no relation; choose from .*has_phenotype"):
        to_networkx(good, relations=["has_fenotype"])
    store = Store()
    assert to_networkx(Graph(store), relations=["has_phenotype"]).number_of_edges() == 0


def test_parallel_claims_collapse_into_one_edge(good: Graph) -> None:
    """Collapsed, the claims of one relation and polarity between two things are one edge that counts them."""
    rows = claim_rows(good)
    network = to_networkx(good, collapse=True)
    counts = Counter((str(r.subject), str(r.object), r.relation, r.polarity.value) for r in rows)
    found = {(u, v, d["relation"], d["polarity"]): d["claims"] for u, v, d in network.edges(data=True)}
    assert found == counts
    assert isinstance(network, nx.MultiDiGraph)
    assert set(network) == set(to_networkx(good))


def test_a_collapsed_edge_says_what_its_claims_say() -> None:
    """It has their IRIs, their references, the highest score, and is stated where one of them is."""
    made = builders.article()
    said = [
        builders.claim(
            made, n, "has_phenotype", builders.NAILS, words, score=score, certainty=certainty, references=references
        )
        for n, words, score, certainty, references in (
            (3, "nail dystrophy", 0.5, Certainty.HEDGED, ("2",)),
            (3, "broken nails", 0.75, Certainty.STATED, ("2", "1")),
            (4, "alopecia", 0.25, Certainty.HEDGED, ()),
        )
    ]
    graph = builders.assemble(made, said, lexicon=builders.TinyLexicon())  # type: ignore[arg-type]
    ((thing, other, key, edge),) = to_networkx(graph, collapse=True).edges(keys=True, data=True)
    rows = claim_rows(graph)
    assert (thing, other, key) == (IPEX, "HP:0008404", "has_phenotype")
    assert edge["claim_ids"].split("|") == [row.claim for row in rows]
    assert (edge["claims"], edge["weight"], edge["hedged"], edge["certainty"]) == (3, 3, 2, "stated")
    assert (edge["score"], set(edge["references"].split("|"))) == (0.75, {"1", "2"})
    assert edge["articles"] == "ipex-syndrome"


def test_what_is_denied_is_not_counted_as_affirmed(good: Graph) -> None:
    """Affirmed in one sentence and denied in another stays two edges, under two keys."""
    edges = to_networkx(good, collapse=True)[IPEX]["HP:0002289"]
    assert {key: edge["polarity"] for key, edge in edges.items()} == {
        "has_phenotype": "affirmed",
        "has_phenotype:negated": "negated",
    }


def test_literature_collapses_too(good: Graph) -> None:
    """Collapsed, a disease and a work it rests on are joined by one edge that counts the claims citing it."""
    network = to_networkx(good, collapse=True, literature=True, relations=["has_phenotype"])
    citing = Counter(work for row in claim_rows(good) if row.relation == "has_phenotype" for work in row.reference_ids)
    works = {node for node, kind in network.nodes(data="kind") if kind == "publication"}
    assert works == set(citing)
    assert {v: d["claims"] for _, v, d in network.edges(data=True) if v in works} == citing
