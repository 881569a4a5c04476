"""What the graph holds of the reference list and its works."""

import pytest
from pyoxigraph import Literal, NamedNode

import builders
from assembly.looking import ARTICLE, of, statement, values
from builders import NAILS, article, claim, reference
from nosograph.assembly import assemble
from nosograph.rdf import (
    BIBO,
    DCTERMS,
    NG,
    RDF,
    SCHEMA,
)


def test_works_are_described_from_the_reference_list() -> None:
    """A work has type, title, date, container, volume, issue, pages and identifiers; its authors stand in order."""
    graph = builders.graph()
    work = NamedNode("https://doi.org/10.1007/s10875-008-9196-1")
    assert values(graph, work, DCTERMS.title) == ["Use of Sirolimus in IPEX"]
    assert next(graph.store.quads_for_pattern(work, DCTERMS.issued, None)).object == Literal(
        "2008-05", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")
    )
    assert [values(graph, work, p) for p in (BIBO.volume, BIBO.issue, BIBO.pages, BIBO.pmid)] == [
        ["28"],
        ["5"],
        ["581-7"],
        ["18481161"],
    ]
    (container,) = values(graph, work, DCTERMS.isPartOf)
    assert values(graph, NamedNode(container), DCTERMS.title) == ["J. Clin. Immunol."]
    authors = {NamedNode(a) for a in values(graph, work, SCHEMA.author)}
    places = sorted((values(graph, a, SCHEMA.position)[0], values(graph, a, SCHEMA.name)[0]) for a in authors)
    assert places == [("1", "Yong PL"), ("2", "Russo P")]


@pytest.mark.parametrize(
    ("known", "types"),
    [
        ({"container": "J", "doi": "10.1000/x"}, ["fabio/JournalArticle", "bibo/AcademicArticle"]),
        ({"pmid": "1"}, ["fabio/JournalArticle", "bibo/AcademicArticle"]),
        ({"isbn": "9781416029991"}, ["fabio/Book", "bibo/Book"]),
        ({"publisher": "Mosby"}, ["fabio/Book", "bibo/Book"]),
        ({"isbn": "9781416029991", "container": "Handbook"}, ["fabio/BookChapter", "bibo/Chapter"]),
        ({"url": "https://example.org/"}, ["fabio/WebPage", "bibo/Webpage"]),
        ({}, ["fabio/Expression", "bibo/Document"]),
    ],
)
def test_works_are_typed_by_their_fields(known: dict[str, str], types: list[str]) -> None:
    """What an entry tells of a work says of what sort it is."""
    graph = assemble(article(references=(reference("1", "text", title="T", **known),)), ())
    (work,) = {q.object for q in graph.store.quads_for_pattern(None, NG.publication, None)}
    found = sorted("/".join(v.split("/")[-2:]) for v in values(graph, work, RDF.type))
    assert found == sorted(types)


@pytest.mark.parametrize(
    ("year", "month", "issued"), [(2007, 0, ["2007"]), (581, 13, ["0581"]), (0, 5, []), (12345, 1, []), (-3, 1, [])]
)
def test_impossible_dates_are_left_out(year: int, month: int, issued: list[str]) -> None:
    """A year outside 1 to 9999 is no date, a month outside 1 to 12 leaves the year."""
    graph = assemble(article(references=(reference("1", "t", title="T", year=year, month=month),)), ())
    assert [q.object.value for q in graph.store.quads_for_pattern(None, DCTERMS.issued, None)] == issued


def test_two_entries_of_one_work_are_one_publication() -> None:
    """Entries with one identifier share a work; what one leaves open the other supplies; nothing stands twice."""
    twice = (
        reference("1", "A", title="The title", doi="10.1000/x"),
        reference("2", "B", title="The Title.", doi="10.1000/X", year=2001),
    )
    graph = assemble(article(references=twice), ())
    work = NamedNode("https://doi.org/10.1000/x")
    assert values(graph, work, DCTERMS.title) == ["The title"]
    assert values(graph, work, DCTERMS.issued) == ["2001"]
    assert len(list(graph.store.quads_for_pattern(None, NG.publication, work))) == 2


def test_two_entries_of_one_number_are_two_entries() -> None:
    """A number that stands twice in the list, as where notes and references are counted apart, is two entries."""
    twice = (reference("1", "A note", title="A"), reference("1", "A work", title="B"))
    made = article(references=twice)
    graph = assemble(made, [claim(made, 3, "has_phenotype", NAILS, "nail", references=("1",))])
    entries = {q.subject.value for q in graph.store.quads_for_pattern(None, NG.number, Literal("1"))}
    assert entries == {f"{ARTICLE.value}/reference/1", f"{ARTICLE.value}/reference/1/2"}
    assert values(graph, statement(graph, NAILS), NG.citesReference) == [f"{ARTICLE.value}/reference/1"]


def test_a_number_that_the_list_lacks_is_kept() -> None:
    """A claim may cite a number that the reference list lacks: it is an entry with this number and no work."""
    made = article()
    graph = of((claim(made, 3, "has_phenotype", NAILS, "nail", references=("2", "99")),))
    entry = NamedNode(f"{ARTICLE.value}/reference/99")
    assert entry.value in values(graph, statement(graph, NAILS), NG.citesReference)
    assert values(graph, entry, NG.publication) == []
