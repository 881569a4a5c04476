"""What a report holds, and that nothing a graph may hold stops it."""

from contextlib import suppress

import pyoxigraph
import pyshacl
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

import builders
from nosograph import resources
from nosograph.errors import GraphError
from nosograph.graph import Graph
from nosograph.rdf import NG, OA, RDF, prefixes
from nosograph.validation import Severity, validate

PROVENANCE = NamedNode("https://w3id.org/nosograph/article/ipex-syndrome/provenance")


def test_checks_count_constraints_times_things_and_quotes() -> None:
    """One more piece of evidence is one more quote, and as many more checks as its parts have constraints."""
    made = builders.article()
    claims = builders.claims(made)
    fewer, more = (validate(builders.assemble(made, part)) for part in (claims[:1], (*claims[:1], claims[4])))
    assert (fewer.quotes, more.quotes) == (1, 2)
    assert more.checks > fewer.checks > 100


def test_an_empty_graph_conforms_after_hardly_any_checks() -> None:
    """Where there is nothing to check the report says so: it conforms, by the one check on nameless things."""
    report = validate(Graph())
    assert report.conforms
    assert (report.checks, report.quotes, report.results) == (1, 0, ())


def test_a_warning_does_not_keep_a_graph_from_conforming() -> None:
    """Warnings are listed, and the graph conforms all the same."""
    report = validate(builders.graph())
    assert report.warnings
    assert report.conforms
    assert report.results == report.warnings


def test_violations_come_first_and_in_order() -> None:
    """Results stand in one order: the gravest first, then by shape and by what they are about."""
    graph = builders.graph()
    for predicate in (NG.match, NG.score):
        for quad in list(graph.store.quads_for_pattern(None, predicate, None))[:3]:
            graph.store.remove(quad)
    results = validate(graph).results
    assert [r.severity for r in results] == sorted((r.severity for r in results), key=list(Severity).index)
    found = [(r.shape, r.focus) for r in results if r.severity is Severity.VIOLATION]
    assert found == sorted(found)
    assert validate(graph).results == results


def test_paths_are_written_as_in_sparql() -> None:
    """A finding on a path of several steps, or against the arrow, names it as SPARQL does."""
    graph = builders.graph()
    claim = next(graph.store.quads_for_pattern(None, RDF.type, NG.Claim)).subject
    for predicate in (OA.hasBody,):
        for quad in list(graph.store.quads_for_pattern(None, predicate, claim)):
            for part in list(graph.store.quads_for_pattern(quad.subject, None, None)):
                graph.store.remove(part)
    (finding,) = validate(graph).violations
    assert (finding.path, finding.focus) == ("^oa:hasBody", claim.value)


def test_the_graph_is_left_as_it_is() -> None:
    """Validation adds nothing to the graph and takes nothing away."""
    graph = builders.graph()
    before = list(map(str, graph.quads()))
    validate(graph)
    assert list(map(str, graph.quads())) == before


def test_the_union_of_graphs_is_validated() -> None:
    """The same triples in one graph, as a Turtle file has them, give the same results as in two."""
    graph = builders.graph()
    union = Graph()
    union.store.extend(graph.triples())
    assert validate(union).results == validate(graph).results
    assert validate(union).checks == validate(graph).checks


def test_articles_merged_in_one_graph_conform() -> None:
    """Two articles that speak of the same things, under other titles and labels, make one graph that conforms."""
    graph = builders.graph()
    other = builders.article(slug="another", title="Another name of it", identifiers=())
    named = builders.concept("MONDO:0010580", "Another name of it", builders.Kind.DISEASE)
    claim = builders.claim(other, 3, "has_phenotype", builders.NAILS, "nail", subject=named)
    graph.store.extend(builders.assemble(other, [claim]).quads())
    assert validate(graph).violations == ()


@pytest.mark.parametrize("base", ["https://example.org/kg/", "http://localhost:8000/a#"])
def test_a_graph_under_another_base_conforms(base: str) -> None:
    """Minted names under any base fit the shapes."""
    made = builders.article()
    assert validate(builders.assemble(made, builders.claims(made), base=base)).violations == ()


@pytest.mark.filterwarnings("ignore:Dataset.identifier is deprecated:DeprecationWarning")  # of rdflib
def test_pyshacl_alone_reports_the_same() -> None:
    """Whoever has pySHACL alone, and lets it import the files behind shapes/nosograph.ttl, finds the same."""
    graph = builders.graph()
    changes = """
        DELETE { GRAPH ?g { ?quote oa:exact ?words } } INSERT { GRAPH ?g { ?quote oa:exact "other words" } }
        WHERE { GRAPH ?g { ?quote oa:exact ?words FILTER(?words = "nail") } } ;
        DELETE { GRAPH ?g { ?s ng:kind ng:kind_gene } } INSERT { GRAPH ?g { ?s ng:kind ng:kind_cell } }
        WHERE { GRAPH ?g { ?s ng:kind ng:kind_gene } } ;
        INSERT { GRAPH ?g { ?s ng:infoboxIdentifier "OMIM:1" ; ng:treatedWith HGNC:6106 } }
        WHERE { GRAPH ?g { ?s ng:infoboxIdentifier "OMIM:304790" } } ;
        DELETE { GRAPH ?g { ?s schema:position 2 } } INSERT { GRAPH ?g { ?s schema:position 3 ; rdfs:comment [] } }
        WHERE { GRAPH ?g { ?s schema:position 2 } } ;
    """
    graph.store.update("".join(f"PREFIX {p}: <{iri}>\n" for p, iri in prefixes().items()) + changes)
    plain = rdflib.Graph()
    plain.parse(data=pyoxigraph.serialize(graph.triples(), format=pyoxigraph.RdfFormat.N_TRIPLES), format="nt")
    shapes = resources.folder("shapes") / "nosograph.ttl"
    _, found, _ = pyshacl.validate(plain, shacl_graph=str(shapes), do_owl_imports=True, allow_warnings=True)
    shacl = rdflib.Namespace(prefixes()["sh"])
    theirs = sorted(
        str(found.value(r, shacl.sourceConstraint) or found.value(r, shacl.sourceShape)).rpartition("/")[2]
        for r in found.objects(None, shacl.result)
    )
    ours = sorted(r.shape.partition(":")[2] for r in validate(graph).results)
    assert ours == theirs
    assert {
        "offsets-quote",
        "table-domain",
        "infobox-identifier",
        "edge-claimed",
        "author-order",
        "blank-nodes",
    } <= set(ours)


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_term_anywhere_stops_the_report(data: st.DataObject) -> None:
    """Whatever stands in place of an object (a literal, a nameless thing), there is a report or one clear error."""
    graph = builders.graph()
    quads = list(graph.quads())
    terms = st.one_of(
        st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"]), max_size=8)),
        st.builds(
            lambda number: Literal(str(number), datatype=NamedNode(prefixes()["xsd"] + "integer")), st.integers()
        ),
        st.sampled_from([BlankNode("b"), NamedNode("urn:x:y"), NG.Claim, *(q.object for q in quads[::40])]),
    )
    for _ in range(data.draw(st.integers(1, 4))):
        quad = data.draw(st.sampled_from(quads))
        graph.store.remove(quad)
        graph.store.add(Quad(quad.subject, quad.predicate, data.draw(terms), quad.graph_name))
    with suppress(GraphError):
        assert validate(graph).checks > 0


def test_a_triple_in_place_of_a_thing_is_refused() -> None:
    """RDF 1.2's triple terms, which SHACL does not know, are refused in one line."""
    graph = Graph()
    thing = NamedNode("urn:a:b")
    graph.store.add(Quad(thing, thing, pyoxigraph.Triple(thing, thing, thing)))
    with pytest.raises(GraphError, match="a triple stands in place of a thing"):
        validate(graph)


def test_many_articles_cost_as_many_times_one() -> None:
    """Articles that share all their things are checked as often as they are many: no check multiplies by another."""
    graph = Graph()
    for number in range(12):
        made = builders.article(slug=f"article-{number}")
        graph.store.extend(builders.assemble(made, builders.claims(made)).quads())
    report = validate(graph)
    assert report.violations == ()
    assert report.quotes == 12 * validate(builders.graph()).quotes
    assert report.checks < 12 * validate(builders.graph()).checks
