"""Saved pages: MediaWiki and other HTML."""

import pytest

from nosograph.errors import InputError
from nosograph.model import Article
from nosograph.reading import read_text

_COINS = "rft.atitle=Fever%3A+a+study&amp;rft.jtitle=J.+Med.&amp;rft.date=May+2001&amp;rft_id=info%3Apmid%2F123"
_PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Doe syndrome - Wikipedia, the free encyclopedia</title>
<link rel="canonical" href="https://en.wikipedia.org/wiki/Doe_syndrome" />
<link rel="copyright" href="//creativecommons.org/licenses/by-sa/3.0/" />
<style>p {{ color: red }}</style><script>if (a < b) {{ "<p>Not content.</p>" }}</script></head>
<body><div id="content"><h1 id="firstHeading">Doe syndrome</h1>
<div id="siteSub">From Wikipedia, the free encyclopedia</div>
<div id="mw-content-text">
<div class="hatnote">For the river, see Doe.</div>
<table class="infobox"><tr><th colspan="2">Doe syndrome</th></tr>
<tr><td colspan="2"><img alt="x"><br>A child with the rash</td></tr>
<tr><th colspan="2">Classification and external resources</th></tr>
<tr><th><a>ICD</a>-<a>10</a></th><td><a>E70.3</a> (ILDS E70.340)</td></tr>
<tr><th>OMIM</th><td><a>604571</a> <a>209920</a></td></tr>
<tr><th>GeneReviews</th><td><a href="http://www.ncbi.nlm.nih.gov/books/NBK1207/">Doe Syndrome</a></td></tr></table>
<p><b>Doe syndrome</b> (<b>DS</b>) is a rare&#160;disease.<sup id="cite_ref-d_1-0" class="reference"><a
href="#cite_note-d-1"><span>[</span>1<span>]</span></a></sup> It is
mild.<sup class="reference"><a href="#cite_note-e-2">[2]</a></sup><sup class="noprint Inline-Template">[<i>citation
needed</i>]</sup></p>
<div id="toc" class="toc"><h2>Contents</h2><ul><li>1 Signs</li></ul></div>
<h2><span class="mw-headline">Signs and symptoms</span><span class="mw-editsection">[<a>edit</a>]</span></h2>
<div class="thumb"><div class="thumbcaption"><div class="magnify"><a>m</a></div>The rash.</div></div>
<p>Main features include:</p>
<ul><li>fever<sup class="reference"><a href="#cite_note-n-3">[note 1]</a></sup><ul><li>high</li></ul></li>
<li>rash</li></ul>
<h3>Frequency</h3>
<table class="wikitable"><caption>Findings</caption><tr><th>Finding</th><th>Share</th></tr>
<tr><td>Ca<sup>2+</sup> loss</td><td>90%</td>
<td><sup class="reference"><a href="#cite_note-e-2">[2]</a></sup></td></tr></table>
<h2>References</h2>
<ol class="references">
<li id="cite_note-d-1"><span class="mw-cite-backlink"><b>^</b></span> <span class="reference-text"><span
class="citation journal">Doe J (2001). <a href="http://x.org/a">"Fever: a study"</a>. <i>J. Med.</i> <b>3</b>:
5.</span><span class="Z3988" title="{_COINS}"><span style="display:none">&#160;</span></span></span></li>
<li id="cite_note-e-2"><b>^</b> <span class="reference-text">Roe R (2002). <i>Another</i>. Press.</span></li>
<li id="cite_note-n-3"><span class="reference-text">So say some.</span></li></ol>
<h2>External links</h2><ul><li><a class="external" href="http://x.org/doe">Doe pages</a></li></ul>
<table class="navbox"><tr><td>Other diseases: <a>Roe syndrome</a></td></tr></table>
</div></div><div id="footer">Privacy policy</div></body></html>"""


@pytest.fixture(scope="module")
def article() -> Article:
    """Read the page once."""
    return read_text(_PAGE)


def test_title_box_licence_and_address_are_the_pages(article: Article) -> None:
    """Title, identifiers (also those only an address names), licence and address come from the page."""
    assert article.title == "Doe syndrome"
    assert [str(i) for i in article.identifiers] == [
        "ICD10:E70.3",
        "ICD10:E70.340",
        "OMIM:604571",
        "OMIM:209920",
        "GeneReviews:NBK1207",
    ]
    assert article.licence.iri == "https://creativecommons.org/licenses/by-sa/3.0/"
    assert article.source == "https://en.wikipedia.org/wiki/Doe_syndrome"
    assert article.emphasised == ("Doe syndrome", "DS")


def test_the_body_is_what_a_reader_reads(article: Article) -> None:
    """Paragraphs, captions, nested items and rows stand in order; navigation, notices and scripts do not."""
    assert [s.text for s in article.content()] == [
        "Doe syndrome (DS) is a rare disease.",
        "It is mild.",
        "The rash.",
        "Main features include:",
        "fever",
        "high",
        "rash",
        "Findings",
        "Finding | Share",
        "Ca2+ loss | 90%",
    ]
    for words in (
        "Wikipedia",
        "river",
        "edit",
        "Contents",
        "Roe syndrome",
        "Privacy",
        "Not content",
        "color",
        "needed",
    ):
        assert words not in article.text


def test_marks_cite_the_sentence_where_they_stand(article: Article) -> None:
    """Superscripts are citations of their sentence, item or row, under the number they show."""
    cited = {s.text: s.citations for s in article.content() if s.citations}
    assert cited == {
        "Doe syndrome (DS) is a rare disease.": ("1",),
        "It is mild.": ("2",),
        "fever": ("note 1",),
        "Ca2+ loss | 90%": ("2",),
    }


def test_items_are_led(article: Article) -> None:
    """An item is led by its list's lead, a nested one by the item it stands under."""
    leads = {s.text: s.lead_in.text for s in article.content() if s.lead_in}
    assert (leads["fever"], leads["high"], leads["rash"]) == (
        "Main features include:",
        "fever",
        "Main features include:",
    )


def test_the_pages_metadata_wins(article: Article) -> None:
    """COinS supplies what the words lack, and the reference's number is the one it is cited by."""
    one, two, note = article.references
    assert (one.number, one.title, one.container, one.month, one.pmid) == ("1", "Fever: a study", "J. Med.", 5, "123")
    assert (one.volume, one.pages, one.authors) == ("3", "5", ("Doe J",))
    assert (two.number, two.title, note.number) == ("2", "Another", "note 1")
    assert [(link.text, link.url) for link in article.links] == [("Doe pages", "http://x.org/doe")]


def test_offsets_lead_into_the_mark_up(article: Article) -> None:
    """Each word character of the text stands in the page's source where the map says."""
    for offset, char in enumerate(article.text):
        if char.isalnum():
            assert _PAGE[article.source_map.to_source(offset)] == char


def test_other_pages_give_their_main_part() -> None:
    """A page of another site gives title and main part, its lists of references counted."""
    page = (
        "<html><body><nav>Home</nav><header><h1>Doe disease</h1></header><main><p>It is rare [1].</p><aside>Ad</aside>"
        "<h2>Treatment</h2><p>Rest.</p><h2>References</h2><ol><li>Doe J. A title. J Med. 2001;3(2):5.</li></ol></main>"
        "<footer>About us</footer></body></html>"
    )
    article = read_text(page)
    assert article.title == "Doe disease"
    assert [(s.text, s.citations, s.role.value) for s in article.content()] == [
        ("It is rare.", ("1",), "lead"),
        ("Rest.", (), "treatment"),
    ]
    assert [(r.number, r.title, r.container, r.year) for r in article.references] == [("1", "A title", "J Med", 2001)]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>A &lt;b&gt; &amp; &unknown; &#0; &#x110000; &copy c.<p>B",
        "<html><body><p>" + "<ul><li>a" * 500,
        "<html><!-- <p>no</p> --><body><p>yes</p><!-- never closed <p>x",
        "<html><body><table><p>Out <tr>of <td>place</table></p></td>.",
        "<html><body><p>x</p><script>never closed <p>y</p>",
        '<html><body><p onclick="a<b">x</p><a href="javascript:alert(1)">y</a>',
    ],
)
def test_broken_mark_up_is_read_as_far_as_it_goes(page: str) -> None:
    """Unbalanced, unclosed and misplaced mark-up gives an article whose map never goes back."""
    article = read_text(page)
    assert article.text
    places = [article.source_map.to_source(offset) for offset in range(len(article.text))]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("<html><body>" + "<div>" * 5_000 + "x", "nested deeper"),
        ("<html><body>" + "<br>" * 100_001 + "x", "tags, more than"),
        ("<html><body><p>" + "x " * 600_000, "characters, more than"),
        ("<html><body><nav>Home</nav></body></html>", "no article"),
    ],
)
def test_pages_that_hold_no_article_are_refused(page: str, seen: str) -> None:
    """Floods, bottomless nesting and pages without content get one line each."""
    with pytest.raises(InputError, match=seen):
        read_text(page)


def test_identifiers_at_the_foot_of_a_page_count_where_the_infobox_has_none() -> None:
    """The box of identifiers below the references is read, a box that lists other diseases is not."""
    article = read_text(
        "<html><body><h1>Doe syndrome</h1><p>It is rare.</p><div class='navbox'><ul><li><b>ICD-10</b>: E70.3</li>"
        "<li><b>OMIM</b>: 604571</li></ul></div><div class='navbox'><ul><li>Roe syndrome</li></ul></div></body></html>"
    )
    assert [str(i) for i in article.identifiers] == ["ICD10:E70.3", "OMIM:604571"]
    assert "Roe" not in article.text


def test_a_mark_alone_cites_for_what_stands_before_it() -> None:
    """A paragraph that holds nothing but a mark cites for the table's last row."""
    mark = '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>'
    page = f"<html><body><h1>A</h1><p>Rare.</p><table><tr><td>Fever</td><td>9%</td></tr></table><p>{mark}</p><p>So.</p>"
    assert [(s.text, s.citations) for s in read_text(page).content()] == [
        ("Rare.", ()),
        ("Fever | 9%", ("1",)),
        ("So.", ()),
    ]
