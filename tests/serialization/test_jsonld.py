"""JSON-LD that a person can read and that keeps every triple."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from pyoxigraph import BaseDirection, BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from nosograph import resources
from nosograph.errors import OutputError, VocabularyError
from nosograph.graph import Graph
from nosograph.rdf import NG, OA, RDF, RDFS, SCHEMA, SKOS, XSD
from nosograph.serialization import WRITERS
from nosograph.serialization._context import Context, Json, definitions


def written(*triples: tuple[object, NamedNode, object]) -> dict[str, object]:
    """Give the JSON of a graph of these triples."""
    return json.loads(WRITERS["jsonld"](graph_of(*triples)))


def graph_of(*triples: tuple[object, NamedNode, object]) -> Graph:
    """Make a graph of these triples."""
    store = Store()
    store.extend(Quad(s, p, o) for s, p, o in triples)
    return Graph(store)


def node(name: object) -> NamedNode:
    """Make a node of a plain name."""
    return NamedNode(f"https://example.org/{name}")


def unordered(value: object) -> object:
    """Sort all lists, for their order says nothing in JSON-LD."""
    if isinstance(value, dict):
        return {key: unordered(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted(map(unordered, value), key=lambda inner: json.dumps(inner, sort_keys=True))
    return value


def test_pyld_compacts_it_the_same_way(graph: Graph) -> None:
    """Expanded and compacted by PyLD, the standard's algorithm, the document stays as it is."""
    document = json.loads(WRITERS["jsonld"](graph))
    compacted = jsonld.compact(jsonld.expand(document), document["@context"])
    assert unordered(compacted) == unordered(document)


def test_a_claim_holds_its_evidence(graph: Graph) -> None:
    """Evidence, target and selectors stand within their claim, each once, under the context's names."""
    document = json.loads(WRITERS["jsonld"](graph))
    claims = [n for n in document["@graph"] if "Claim" in n.get("type", ())]
    assert claims
    for claim in claims:
        assert claim["evidence"]
        for evidence in claim["evidence"]:
            position, quote = evidence["target"]["selectors"]
            assert isinstance(position["start"], int)
            assert quote["quote"]
    tops = {n["id"] for n in document["@graph"]}
    assert not {i for i in tops if "evidence" in i or "authorship" in i}


def test_claims_stand_in_the_order_of_the_text(graph: Graph) -> None:
    """The article comes first, and the claims come in the order of their sentences."""
    document = json.loads(WRITERS["jsonld"](graph))
    starts = [n["sentenceStart"] for n in document["@graph"] if "Claim" in n.get("type", ())]
    assert starts == sorted(starts)
    assert document["@graph"][0]["type"] == "Article"


def test_the_context_is_inline_and_no_longer_than_needed(graph: Graph) -> None:
    """The document asks for no other document; its definitions are those of our context, and each is used."""
    document = json.loads(WRITERS["jsonld"](graph))
    context = document.pop("@context")
    assert all(context[name] == definitions()[name] for name in context)
    text = json.dumps([document, list(context.values())])
    assert [name for name in context if f'"{name}"' not in text and f'"{name}:' not in text] == ["@version"]


def test_nothing_can_close_a_script_element(graph: Graph) -> None:
    """No less-than sign stands in the file, so that it can stand in a page."""
    assert b"<" not in WRITERS["jsonld"](graph)


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        (Literal("a", language="en"), "a"),
        (Literal("a", language="de"), {"@language": "de", "@value": "a"}),
        (Literal("a"), {"@value": "a"}),
        (Literal("2007", datatype=XSD.gYear), {"type": "xsd:gYear", "@value": "2007"}),
        (Literal("7", datatype=XSD.integer), 7),
        (Literal(str(2**53), datatype=XSD.integer), {"type": "xsd:integer", "@value": str(2**53)}),
        (Literal("seven", datatype=XSD.integer), {"type": "xsd:integer", "@value": "seven"}),
        (Literal("true", datatype=XSD.boolean), True),
    ],
)
def test_a_label_says_what_its_term_does_not(literal: Literal, expected: object) -> None:
    """A value is plain where its term gives the language, and says language or type where it differs."""
    (found,) = written((node(1), RDFS.label, literal))["@graph"]
    assert found["label"] == expected


def test_an_exact_number_of_a_typed_term_is_a_number() -> None:
    """Where the term says xsd:integer, the number is plain; a decimal stays text, which rounds nothing."""
    (found,) = written((node(1), OA.start, Literal(7)), (node(1), NG.score, Literal("0.97", datatype=XSD.decimal)))[
        "@graph"
    ]
    assert (found["start"], found["score"]) == (7, "0.97")


def test_an_iri_is_no_compact_iri_by_mistake() -> None:
    """IRIs whose schemes are names of the context keep their meaning."""
    names = ("HP:0001", "text:words", "doi:10.1/x", "label:a", "id:7", "type:8", "ng:exact", "RO:0002200")
    triples = [(NamedNode(name), RDF.type, NamedNode(name)) for name in names]
    triples += [
        (NamedNode(name), NamedNode(name), NamedNode("https://w3id.org/nosograph/vocab/exact")) for name in names
    ]
    graph = graph_of(*triples, (node(1), NG.match, NG.exact), (node(1), RDFS.label, Literal("a", language="en")))
    assert set(parse(WRITERS["jsonld"](graph), RdfFormat.JSON_LD)) == set(graph.store)


def test_parts_in_a_ring_are_all_written() -> None:
    """Nodes that are parts of each other, or of themselves, do not vanish."""
    ring = [(node(n), OA.hasTarget, node((n + 1) % 3)) for n in range(3)]
    ring += [(node(9), OA.hasBody, node(9)), (node(9), OA.hasSelector, node(9)), (node(8), OA.hasBody, node("unknown"))]
    graph = graph_of(*ring)
    assert set(parse(WRITERS["jsonld"](graph), RdfFormat.JSON_LD)) == set(graph.store)


def test_parts_do_not_stand_too_deep() -> None:
    """A chain of ten thousand parts is written without a stack overflow, and whole."""
    graph = graph_of(*((node(n), OA.hasTarget, node(n + 1)) for n in range(10_000)))
    assert set(parse(WRITERS["jsonld"](graph), RdfFormat.JSON_LD)) == set(graph.store)


@pytest.mark.parametrize(
    "value", [Triple(node(1), RDF.type, node(2)), Literal("a", language="ar", direction=BaseDirection.RTL)]
)
def test_what_json_ld_cannot_hold_is_said(value: object) -> None:
    """A triple about a triple, or a text with a direction, is an error of one line rather than a loss."""
    with pytest.raises(OutputError, match="JSON-LD cannot hold"):
        WRITERS["jsonld"](graph_of((node(1), RDF.reifies, value)))


IRIS = st.sampled_from(
    [
        *map(node, range(4)),
        NG.exact,
        NG.Claim,
        NamedNode("http://purl.obolibrary.org/obo/HP_0000001"),
        NamedNode("https://w3id.org/nosograph/vocab/"),
        NamedNode("https://w3id.org/nosograph///x"),
        NamedNode("urn:isbn:1"),
        NamedNode("https://doi.org/10.1/a%3C:b"),
    ]
)
PROPERTIES = st.sampled_from(
    [
        RDF.type,
        RDFS.label,
        SKOS.altLabel,
        NG.match,
        NG.score,
        NG.text,
        OA.hasBody,
        OA.hasTarget,
        OA.start,
        SCHEMA.author,
        node("p"),
        NG.unknown,
        RDF.value,
    ]
)
LITERALS = st.one_of(
    st.builds(Literal, st.text(max_size=8), language=st.sampled_from(["en", "de-at"])),
    st.builds(Literal, st.text(max_size=8), datatype=st.sampled_from([XSD.string, XSD.gYear, node("datatype")])),
    st.builds(Literal, st.integers().map(str), datatype=st.just(XSD.integer)),
    st.builds(Literal, st.sampled_from(["true", "false", "1"]), datatype=st.just(XSD.boolean)),
    st.builds(Literal, st.decimals(allow_nan=False, allow_infinity=False).map(str), datatype=st.just(XSD.decimal)),
)
NODES = st.one_of(IRIS, st.sampled_from(["a", "b"]).map(BlankNode))


@given(st.lists(st.tuples(NODES, PROPERTIES, st.one_of(NODES, LITERALS)), max_size=12))
@settings(max_examples=50, deadline=None)
def test_any_triples_are_kept(triples: list[tuple[object, NamedNode, object]]) -> None:
    """Whatever the triples, PyLD and pyoxigraph read from the JSON-LD what the N-Triples hold."""
    graph = graph_of(*triples)
    data, expected = WRITERS["jsonld"](graph), WRITERS["nt"](graph)
    by_pyld = jsonld.to_rdf(json.loads(data), {"format": "application/n-quads"})
    for read in (parse(data, RdfFormat.JSON_LD), parse(by_pyld, RdfFormat.N_QUADS)):
        store = Store()
        store.extend(read)
        assert WRITERS["nt"](Graph(store)) == expected


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"@context": []}', '{"@context": "https://example.org/context.jsonld"}']
)
def test_a_broken_context_is_said(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A context file that is no context is an error that names the file."""
    monkeypatch.setattr(resources, "text", lambda *_: text)
    with pytest.raises(VocabularyError, match=r"ontology/context\.jsonld: "):
        definitions.__wrapped__()


@pytest.mark.parametrize("definition", [{"@id": "https://example.org/a", "@container": "@list"}, {"@nest": "b"}, None])
def test_an_unknown_part_of_json_ld_is_said(definition: Json) -> None:
    """A definition that the writer would get wrong is an error."""
    with pytest.raises(VocabularyError, match="a definition this writer does not know: a"):
        Context({"a": definition})
