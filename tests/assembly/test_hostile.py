"""Whatever the text holds, the graph is well-formed, reads back as it was, and conforms."""

from dataclasses import replace
from hashlib import sha256

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

import builders
from nosograph.assembly import assemble
from nosograph.assembly.names import address
from nosograph.graph import Graph
from nosograph.rdf import NG, OA
from nosograph.validation import validate

NASTY = "\"\\<>\n\r\t\x00\x1b\u202e\u2066\ufeff\ufffe\ud800é😀%#?{}|^`'</script>:/ "
WORDS = st.text(st.one_of(st.sampled_from(NASTY), st.characters(categories=["L", "N", "Z", "C", "S"])), max_size=20)
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def _graph(words: list[str]) -> Graph:
    """Put the words wherever an article has words."""
    a, b, c, d, e, f = words
    known = builders.reference(
        a,
        b,
        title=c,
        authors=(d, e),
        doi=f"10.1000/{f}",
        pmid=a,
        isbn=b,
        container=e,
        url=f"http://x/{c}",
        year=2000,
        pages=f,
    )
    made = builders.article(
        ((f"{a}Nails{b}", builders.SectionRole.SIGNS, (c,)),),
        references=(known,),
        title=d,
        slug=e,
        source=f"https://x/{a}",
    )
    thing = builders.Concept(curie=builders.Curie("text", f or "x"), label=a, kind=builders.Kind.PHENOTYPE)
    other = builders.Concept(curie=builders.Curie("OWN", c or "x"), label=b, kind=builders.Kind.PHENOTYPE)
    claims = [
        builders.claim(made, 0, "has_phenotype", o, "Nails", frequency=d, why=e, references=(a, c))
        for o in (thing, other)
    ]
    return assemble(made, claims)


@given(words=st.lists(WORDS, min_size=6, max_size=6))
@example(words=[NASTY, NASTY[::-1], NASTY, NASTY, NASTY, NASTY])
@example(words=[""] * 6)
@SETTINGS
def test_hostile_words_make_well_formed_graphs(words: list[str]) -> None:
    """Every IRI is one, every literal survives, and each format reads back to the same quads."""
    graph = _graph(words)
    for form in (RdfFormat.N_QUADS, RdfFormat.TRIG, RdfFormat.JSON_LD):
        again = Store()
        again.bulk_load(pyoxigraph.serialize(graph.quads(), format=form), form)
        assert set(map(str, again)) == set(map(str, graph.quads()))
    plain = rdflib.Graph()
    plain.parse(data=pyoxigraph.serialize(graph.triples(), format=RdfFormat.TURTLE), format="turtle")
    assert len(plain) == len(list(graph.triples()))


@given(words=st.lists(WORDS, min_size=6, max_size=6))
@example(words=[NASTY, NASTY[::-1], NASTY, NASTY, NASTY, NASTY])
@settings(SETTINGS, max_examples=10)
def test_hostile_words_break_no_shape(words: list[str]) -> None:
    """Quotes stand at their offsets and the checksum holds, whatever had to be replaced in the text."""
    assert validate(_graph([f"w{word}" for word in words])).violations == ()


def test_what_no_file_can_hold_is_replaced_one_for_one() -> None:
    """Control characters and half surrogates become U+FFFD; offsets still fit and the checksum is the text's."""
    made = builders.article((("\x00\ud800 Nails", builders.SectionRole.SIGNS, ()),))
    graph = assemble(made, [builders.claim(made, 0, "has_phenotype", builders.NAILS, "Nails")])
    (text,) = (q.object.value for q in graph.store.quads_for_pattern(None, NG.text, None))
    (start,) = (int(q.object.value) for q in graph.store.quads_for_pattern(None, OA.start, None))
    (checksum,) = (q.object.value for q in graph.store.quads_for_pattern(None, NG.sha256, None))
    assert "\ufffd\ufffd Nails" in text
    assert text[start:].startswith("Nails")
    assert checksum == sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "", "http://", "http:///x", "data:text/html,x"],
)
def test_only_web_addresses_become_links(url: str) -> None:
    """What is no address of the web is not written as one."""
    assert address(url) is None


@given(url=st.one_of(WORDS, WORDS.map(lambda w: f"https://example.org/{w}")))
@SETTINGS
def test_addresses_are_iris_or_nothing(url: str) -> None:
    """An address that cannot be an IRI is left out, never written malformed."""
    node = address(url)
    assert node is None or node.value.isascii()


def test_an_empty_article_is_a_graph() -> None:
    """An article without words, title, references or claims still makes a graph that says what it is."""
    made = replace(builders.article((), references=(), identifiers=(), title="", source=""), licence=builders.Licence())
    assert len(assemble(made, ())) > 10
