"""The IPEX article, as it is read."""

from pathlib import Path

import pytest

from nosograph.model import Article, Curie, SectionRole
from nosograph.reading import read
from nosograph.resources import folder


@pytest.fixture(scope="module")
def path() -> Path:
    """Give the article's path."""
    return folder("articles") / "ipex-syndrome.txt"


@pytest.fixture(scope="module")
def article(path: Path) -> Article:
    """Read the article once."""
    return read(path)


def test_title_slug_and_infobox(article: Article) -> None:
    """Title, slug and infobox identifiers are those of the article."""
    assert (article.title, article.slug) == ("IPEX syndrome", "ipex-syndrome")
    assert article.identifiers == (Curie("OMIM", "304790"), Curie("DiseasesDB", "33417"))


def test_each_sentence_has_its_own_citations(article: Article) -> None:
    """A mark behind a full stop belongs to the sentence before it; only the paragraph's end is inherited."""
    lead = [(s.text.split()[0], s.citations, s.inherited) for s in article.sentences if s.role is SectionRole.LEAD]
    assert lead == [
        ("IPEX", ("1",), ()),
        ("It", ("2",), ()),
        ("The", ("2",), ()),
        ("This", (), ("3",)),
        ("There", ("3",), ()),
    ]


def test_sections_survive_the_damage(article: Article) -> None:
    """An empty "See also" keeps its heading, and references without one have a section of their own."""
    assert [(s.heading, s.role.value) for s in article.sections] == [
        ("", "lead"),
        ("See also", "other"),
        ("", "references"),
        ("External links", "other"),
    ]


def test_references_are_parsed(article: Article) -> None:
    """The first reference's fields come from its words."""
    first = article.references[0]
    assert first.authors == ("Yong PL", "Russo P", "Sullivan KE")
    assert (first.title, first.container) == ("Use of Sirolimus in IPEX and IPEX-Like Children", "J. Clin. Immunol.")
    assert (first.year, first.month, first.volume, first.issue, first.pages) == (2008, 5, "28", "5", "581–7")


def test_a_book_has_place_and_publisher(article: Article) -> None:
    """The shared reference is a book; the letters of its back links are no part of it."""
    book = article.references[1]
    assert book.text.startswith("Rapini")
    assert (book.title, book.place, book.publisher) == ("Dermatology: 2-Volume Set", "St. Louis", "Mosby")
    assert (book.year, book.pages, book.isbn) == (2007, "72", "9781416029991")


def test_the_bibliography_supplies_identifiers_and_says_so(article: Article) -> None:
    """DOI, PMID and PMCID come from the bibliography, and each match is reported."""
    last = article.references[2]
    assert (last.doi, last.pmid, last.pmcid) == ("10.1136/jmg.39.8.537", "12161590", "PMC1735203")
    assert (last.container, last.volume, last.issue, last.pages) == ("J Med Genet", "39", "8", "537-545")
    assert "wildin-2002" in last.matched
    assert "same title, year and first author" in last.matched
    assert all(any(r.matched in note for note in article.notes) for r in article.references)


def test_navigation_and_licence_are_no_content(article: Article) -> None:
    """Lines of the mirror are left out, and its licence is known."""
    for words in ("World Library", "Flag as", "Email this", "Creative Commons", "Copyright", "Gutenberg", "[1]", "^"):
        assert words not in article.text
    assert article.licence.iri == "https://creativecommons.org/licenses/by-sa/3.0/"
    assert article.licence.attribution


def test_titles_of_cited_works_are_sentences(article: Article) -> None:
    """The title of a cited work is a sentence that cites its own reference."""
    titles = [s for s in article.sentences if s.role is SectionRole.REFERENCES]
    assert [s.citations for s in titles] == [("1",), ("2",), ("3",)]
    assert titles[0].text == article.references[0].title


def test_the_external_link_is_kept(article: Article) -> None:
    """The external link is a link and no sentence."""
    assert [link.text for link in article.links] == ["GeneReview/NIH/UW entry on IPEX Syndrome"]
    assert not any("GeneReview" in s.text for s in article.sentences)


def test_offsets_lead_back_to_the_source(article: Article, path: Path) -> None:
    """Each word character of the text stands in the source where the map says."""
    source = path.read_text(encoding="utf-8")
    for offset, char in enumerate(article.text):
        if not char.isspace():
            assert source[article.source_map.to_source(offset)] == char
