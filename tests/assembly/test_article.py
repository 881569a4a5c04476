"""What the graph holds of the article, its text, the run and the dataset."""

from pyoxigraph import BlankNode, Literal, NamedNode

import builders
from assembly.looking import ARTICLE, BASE, TEXT, of, one, values
from builders import TinyLexicon, article
from nosograph.assembly import assemble
from nosograph.rdf import (
    CITO,
    DCTERMS,
    NG,
    PROV,
    RDF,
    SCHEMA,
    VOID,
)


def test_an_article_without_claims_is_a_graph() -> None:
    """An article in which nothing was found is described all the same."""
    graph = of(())
    assert values(graph, ARTICLE, DCTERMS.title) == ["IPEX syndrome"]
    assert len(values(graph, ARTICLE, CITO.cites)) == 3


def test_the_text_stands_with_checksum_and_terms() -> None:
    """The text carries its SHA-256, licence and attribution, and where it comes from."""
    graph = builders.graph()
    made = article()
    assert values(graph, TEXT, NG.text) == [made.text]
    assert values(graph, TEXT, NG.sha256) == [made.sha256]
    assert values(graph, TEXT, DCTERMS.license) == ["https://creativecommons.org/licenses/by-sa/3.0/"]
    assert values(graph, TEXT, SCHEMA.creditText) == ["World Library Foundation"]
    assert set(values(graph, TEXT, PROV.wasDerivedFrom)) == {ARTICLE.value, made.source}


def test_a_source_that_is_no_address_stays_a_text() -> None:
    """A path is no address, and is no IRI of the graph."""
    graph = assemble(article(source="articles/a b.txt"), ())
    assert [q.object for q in graph.store.quads_for_pattern(ARTICLE, DCTERMS.source, None)] == [
        Literal("articles/a b.txt")
    ]
    assert values(graph, TEXT, PROV.wasDerivedFrom) == [ARTICLE.value]


def test_the_run_knows_no_clock() -> None:
    """The run is the same for the same text, software and lexicon, and another for another text or lexicon."""
    runs = [
        one(assemble(made, (), lexicon=lexicon), RDF.type, PROV.Activity)  # type: ignore[arg-type]
        for made, lexicon in (
            (article(), None),
            (article(), None),
            (article(title="Other"), None),
            (article(), TinyLexicon()),
        )
    ]
    assert runs[0] == runs[1]
    assert len(set(runs)) == 3


def test_the_dataset_counts_its_triples() -> None:
    """The description of the dataset gives the number of triples of each graph, itself included."""
    graph = builders.graph()
    for name in graph.names:
        (stated,) = values(graph, NamedNode(name), VOID.triples)
        assert int(stated) == len(list(graph.store.quads_for_pattern(None, None, None, NamedNode(name))))


def test_nothing_is_nameless() -> None:
    """No blank node stands anywhere."""
    terms = {t for q in builders.graph().quads() for t in (q.subject, q.object)}
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_entities_and_edges_stand_apart_from_claims() -> None:
    """The graph of knowledge holds things and edges alone, the graph of provenance all that is said about them."""
    graph = builders.graph()
    (knowledge,) = graph.knowledge
    subjects = {q.subject.value for q in graph.store.quads_for_pattern(None, None, None, NamedNode(knowledge))}
    assert all(f"{BASE}thing/" in s or not s.startswith(BASE) for s in subjects)
    (provenance,) = graph.provenance
    described = graph.store.quads_for_pattern(None, NG.kind, None, NamedNode(provenance))
    assert list(described) == []
