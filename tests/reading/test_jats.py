"""JATS XML: articles of journals."""

from pathlib import Path

import pytest

from nosograph.errors import InputError
from nosograph.model import Article, SectionRole
from nosograph.reading import read, read_text

_REF = "<ref id='{0}'><label>{0}</label><mixed-citation>Doe J. On it. J Med 2001;{0}:5.</mixed-citation></ref>"
_XML = """<article article-type="case-report"><front><article-meta>
<title-group><article-title>A case of <italic>Doe</italic>
syndrome</article-title></title-group><abstract><p>It is rare.</p></abstract></article-meta></front><body>{body}</body>
<back><ref-list>{refs}</ref-list></back></article>"""


def _read(body: str) -> Article:
    return read_text(_XML.format(body=body, refs="".join(_REF.format(n) for n in range(1, 8))))


@pytest.fixture(scope="module")
def form() -> Article:
    """Read the article on alkaptonuria in its XML."""
    return read(Path(__file__).parent / "forms" / "alkaptonuria.xml")


def test_licence_and_address_are_the_articles(form: Article) -> None:
    """Licence and owed words stand in the article, and its DOI is its source."""
    assert (form.licence.name, form.licence.attribution) == ("CC-BY-4.0", "© 2019 The fen authors")
    assert form.source == "https://doi.org/10.1000/fen.7"


def test_references_have_their_fields(form: Article) -> None:
    """Elements name the fields of a work, also where no punctuation parts them."""
    first = form.references[0]
    assert (first.authors, first.title, first.container, first.pages, first.pmid) == (
        *(("Mills A", "Stone B"), "Genes of a dark urine", "J. Inherit. Notes", "45–9", "1234567"),
    )
    assert (
        first.text == 'Mills A, Stone B (1999). "Genes of a dark urine". J. Inherit. Notes 12 (3): 45–9. PMID 1234567.'
    )
    assert form.references[2].isbn == "9781416029991"


def test_declarations_state_nothing(form: Article) -> None:
    """What the authors declare of themselves is no content."""
    assert not any("seizures" in s.text.lower() for s in form.sentences)


def test_captions_stand_between_sentences(form: Article) -> None:
    """A figure's caption is content where the figure stands, its label is not; one inside a sentence is passed over."""
    texts = [s.text for s in form.content()]
    assert texts[texts.index("The ear of a man of sixty.") + 1] == "Cataract is not a feature of the disease."
    figure = "<fig><label>Fig. 1</label><caption><p>The rash.</p></caption></fig>"
    article = _read(f"<p>He was {figure}well.{figure} So was she.</p>")
    assert [s.text for s in article.content()][1:] == ["He was well.", "The rash.", "So was she."]


def test_figures_and_tables_set_apart_are_read() -> None:
    """What floats behind the body is read behind it, in its order."""
    floats = "<floats-group><fig><caption><p>The rash.</p></caption></fig></floats-group>"
    article = read_text(_XML.format(body="<p>He was well.</p>", refs="").replace("</article>", f"{floats}</article>"))
    assert [s.text for s in article.content()][1:] == ["He was well.", "The rash."]


def test_an_article_inside_a_servers_answer() -> None:
    """The record of a server around an article is passed over."""
    article = _XML.format(body="<p>He was well.</p>", refs="")
    wrapped = f'<?xml version="1.0"?><OAI-PMH><record><metadata>{article}</metadata></record></OAI-PMH>'
    assert read_text(wrapped).title == "A case of Doe syndrome"


def test_title_abstract_and_case_are_told() -> None:
    """An abstract is a lead, a section on the case a case."""
    article = _read("<sec><title>Case Report</title><p>A boy had fever.</p></sec>")
    assert article.title == "A case of Doe syndrome"
    assert [(s.text, s.role) for s in article.content()] == [
        ("It is rare.", SectionRole.LEAD),
        ("A boy had fever.", SectionRole.CASE),
    ]


@pytest.mark.parametrize(
    ("body", "words", "citations"),
    [
        ("Rare [<xref ref-type='bibr' rid='1'>1</xref>, <xref ref-type='bibr' rid='3'>3</xref>].", "Rare.", "13"),
        (
            "Rare.<sup><xref ref-type='bibr' rid='2'>2</xref>–<xref ref-type='bibr' rid='5'>5</xref></sup>",
            "Rare.",
            "2345",
        ),
        ("Rare (<xref ref-type='bibr' rid='1 2'>Doe, 2001</xref>).", "Rare (Doe, 2001).", "12"),
        ("Rare (<xref ref-type='fig' rid='f'>Figure 1</xref>).", "Rare (Figure 1).", ""),
        ("So says Doe (<xref ref-type='bibr' rid='1'>2001</xref>).", "So says Doe (2001).", "1"),
        ("Rare <xref rid='2' ref-type='bibr'><sup>2</sup></xref>.", "Rare.", "2"),
        ("Rare<xref ref-type='table-fn' rid='t1'>a</xref>.", "Rare.", ""),
    ],
)
def test_citations_leave_the_sentence_as_a_reader_would_speak_it(body: str, words: str, citations: str) -> None:
    """Numbers go with their brackets, spans name all they span, names and years stay."""
    sentence = list(_read(f"<p>{body}</p>").content())[-1]
    assert (sentence.text, sentence.citations) == (words, tuple(citations))


def test_a_table_is_read_row_by_row() -> None:
    """Each row is a sentence of its cells."""
    table = "<table><thead><tr><th>Sign</th><th>Share</th></tr></thead><tr><td>Fever</td><td>9/10</td></tr></table>"
    article = _read(f"<table-wrap><label>T</label><caption><p>Signs.</p></caption>{table}</table-wrap>")
    assert [s.text for s in article.content()][1:] == ["Signs.", "Sign | Share", "Fever | 9/10"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<!DOCTYPE article [<!ENTITY a "b">]><article dtd-version="1"><p>&a;</p></article>', "declares XML entities"),
        ("<article dtd-version='1'><p>Not closed</article>", "is not well-formed XML"),
        ("<!DOCTYPE article><book>No article.</book>", "holds no article"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(source: str, said: str) -> None:
    """Entities are refused, and broken XML is named with its line."""
    with pytest.raises(InputError, match=said) as caught:
        read_text(source)
    assert "\n" not in str(caught.value)
