"""The RDF syntaxes: one canonical form, pleasant to read, the same bytes for the same triples."""

import random
import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse

from nosograph.errors import OutputError
from nosograph.graph import FORMATS, Graph
from nosograph.rdf import NG, RDF, RDFS, XSD, prefixes
from nosograph.serialization import WRITERS

THING = NamedNode("https://example.org/thing")
RDF_FORMS = ("ttl", "jsonld", "trig", "nq", "nt", "rdf")


def holding(*quads: Quad) -> Graph:
    """Make a graph of these quads."""
    store = Store()
    store.extend(quads)
    return Graph(store)


def saying(text: str) -> Graph:
    """Make a graph of one label."""
    return holding(Quad(THING, RDFS.label, Literal(text)))


@pytest.mark.parametrize("form", WRITERS)
def test_the_order_of_making_does_not_count(graph: Graph, form: str) -> None:
    """A store filled in another order gives the same bytes."""
    quads = list(graph.store)
    random.Random(7).shuffle(quads)  # noqa: S311 - no secret hangs on it
    assert WRITERS[form](holding(*quads)) == WRITERS[form](graph)


@pytest.mark.parametrize("form", RDF_FORMS)
def test_what_is_read_back_is_written_again_the_same(graph: Graph, form: str, tmp_path: Path) -> None:
    """Written, loaded and written once more, the bytes are the same."""
    file = tmp_path / f"graph.{form}"
    file.write_bytes(WRITERS[form](graph))
    assert WRITERS[form](Graph.load(file)) == file.read_bytes()


@pytest.mark.parametrize("form", ["nq", "nt"])
def test_lines_are_sorted(graph: Graph, form: str) -> None:
    """N-Quads go graph by graph; within a graph subjects ascend, and each subject's type comes first."""
    quads = list(parse(WRITERS[form](graph), RdfFormat.N_QUADS))
    keys = [
        (str(q.graph_name), str(q.subject), q.predicate != RDF.type, str(q.predicate), str(q.object)) for q in quads
    ]
    assert keys == sorted(keys)
    assert len(set(quads)) == len(quads)


@pytest.mark.parametrize("form", ["ttl", "trig"])
def test_prefixes_are_sorted_used_and_the_tables(graph: Graph, form: str) -> None:
    """The header names only prefixes of the table that the body uses, in order."""
    text = WRITERS[form](graph).decode()
    header = re.findall(r"^@prefix (\S+): <([^>]*)> \.$", text, re.MULTILINE)
    assert header == sorted(header)
    assert dict(header).items() <= prefixes().items()
    body = text.partition("\n\n")[2]
    assert [name for name, _ in header if not re.search(rf"(?<![\w:]){re.escape(name)}:\w", body)] == []


@pytest.mark.parametrize("form", ["ttl", "trig"])
def test_turtle_reads_well(graph: Graph, form: str) -> None:
    """A subject's type stands first as `a`, a blank line goes before each subject, and no name needs a backslash."""
    text = WRITERS[form](graph).decode()
    blocks = [block.strip("\n") for block in text.split("\n\n")[1:]]
    firsts = [next(line for line in block.split("\n") if not line.endswith("{")) for block in blocks]
    assert firsts
    for line in firsts:
        assert re.match(r"\t?(<[^>]+>|[\w.]+:[\w.-]+) a ", line), line
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert "\\" not in outside


def test_turtle_ends_with_one_line_feed(graph: Graph) -> None:
    """Each file ends in one line feed."""
    for form in RDF_FORMS:
        data = WRITERS[form](graph)
        assert data.endswith(b"\n"), form
        assert not data.endswith(b"\n\n"), form


@pytest.mark.parametrize("form", RDF_FORMS)
def test_an_empty_graph_can_be_written(form: str) -> None:
    """A graph without triples gives a file without triples."""
    assert list(parse(WRITERS[form](Graph()), FORMATS[f".{form}"])) == []


@pytest.mark.parametrize("code", [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
def test_what_xml_cannot_hold_is_replaced_everywhere(code: int) -> None:
    """A control character becomes U+FFFD in every format, so that all say the same and offsets fit."""
    graph = saying(f"a\\{chr(code)}b\\\\{chr(code)}{chr(code)}")
    for form in RDF_FORMS:
        read = Graph(Store())
        data = WRITERS[form](graph)
        read.store.load(data, format={"rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD}.get(form, RdfFormat.TRIG))
        (quad,) = read.store
        assert quad.object.value == "a\\\N{REPLACEMENT CHARACTER}b\\\\" + "\N{REPLACEMENT CHARACTER}" * 2, form


@pytest.mark.parametrize("text", [r"\b and \f and \u0001", r"\\u0001", "\\", "\t\n\r", "\x7f\x85"])
def test_what_only_looks_like_an_escape_is_kept(text: str) -> None:
    """Backslashes of the text itself, and control characters that XML can hold, stay as they are."""
    for form, name in (("ttl", RdfFormat.TURTLE), ("rdf", RdfFormat.RDF_XML), ("nt", RdfFormat.N_TRIPLES)):
        (quad,) = parse(WRITERS[form](saying(text)), name)
        assert quad.object.value == text


@pytest.mark.parametrize("local", ["1", "a/2", "x#", "-"])
def test_rdfxml_says_what_it_cannot_name(local: str) -> None:
    """A predicate without a name for an XML element is an error, not a broken file."""
    graph = holding(Quad(THING, NamedNode(f"https://example.org/{local}"), THING))
    with pytest.raises(OutputError, match=r"RDF/XML has no way to name the predicate <https://example\.org/"):
        WRITERS["rdf"](graph)


@pytest.mark.parametrize("form", RDF_FORMS)
def test_blank_nodes_get_names_that_last(form: str, tmp_path: Path) -> None:
    """A file with blank nodes, loaded twice, gives the same bytes twice."""
    source = tmp_path / "blank.trig"
    source.write_text(
        '[] <urn:x:p> [ <urn:x:q> "a" ], [ <urn:x:q> "b\x01" ] . _:g { _:s <urn:x:p> _:s }', encoding="utf-8"
    )
    first, second = WRITERS[form](Graph.load(source)), WRITERS[form](Graph.load(source))
    assert first == second


def test_graphs_stand_apart_with_the_default_first() -> None:
    """TriG and N-Quads keep the default graph, named graphs and graphs named by blank nodes apart."""
    names = [None, NamedNode("https://example.org/a"), NamedNode("https://example.org/b")]
    quads = [Quad(THING, RDF.type, NG.Claim, *([name] if name else [])) for name in names]
    quads.append(Quad(THING, RDF.type, NG.Claim, BlankNode("x")))
    graph = holding(*quads)
    assert WRITERS["nt"](graph).count(b"\n") == 1
    assert WRITERS["nq"](graph).decode().split("\n")[0].endswith("Claim> .")
    for form in ("nq", "trig"):
        found = list(parse(WRITERS[form](graph), FORMATS[f".{form}"]))
        assert len({quad.graph_name for quad in found}) == len(quads)


def test_numbers_keep_their_canonical_form() -> None:
    """A number is written as the store holds it, in every format."""
    value = Literal("0.90", datatype=XSD.decimal)
    graph = holding(Quad(THING, NG.score, value))
    for form in RDF_FORMS:
        assert b"0.9" in WRITERS[form](graph), form
        assert b"0.90" not in WRITERS[form](graph), form
