"""Pages of today's encyclopedias, archives and health sites, in the forms their servers give them."""

from nosograph.model import Article
from nosograph.reading import read_text


def said(article: Article) -> list[str]:
    """Give the sentences of the body, each with what it cites."""
    kept = [s for s in article.sentences if s.role.value not in {"title", "infobox", "references"}]
    return [f"{s.text} {list(s.citations)}" if s.citations else s.text for s in kept]


def boxed(article: Article) -> list[str]:
    """Give the rows of the infobox."""
    return [s.text for s in article.sentences if s.role.value == "infobox"]


_MARK = (
    '<sup id="cite_ref-{0}" class="reference"><a href="#cite_note-{0}"><span class="cite-bracket">&#91;</span>{0}'
    '<span class="cite-bracket">&#93;</span></a></sup>'
)
_COINS = (
    "rft.genre=article&amp;rft.jtitle=J+Med&amp;rft.atitle=On+it&amp;rft.volume=52&amp;rft.date=2015-03"
    "&amp;rft.pages=%3Cspan+class%3D%22nowrap%22%3E145-%3C%2Fspan%3E151"
    "&amp;rft_id=https%3A%2F%2Fwww.ncbi.nlm.nih.gov%2Fpmc%2Farticles%2FPMC3149112%23id-name%3DPMC"
)
_VECTOR = f"""<!DOCTYPE html>
<html class="client-nojs" lang="en"><head><title>Doe syndrome - Wikipedia</title>
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/deed.en"></head>
<body class="skin-vector-2022"><a class="mw-jump-link" href="#bodyContent">Jump to content</a>
<header class="vector-header mw-header"><nav><ul><li>Main page</li></ul></nav><a>The Free Encyclopedia</a></header>
<nav id="mw-panel-toc"><h2>Contents</h2><ul><li>1 Signs</li></ul></nav>
<main id="content" class="mw-body"><header class="mw-body-header"><h1 id="firstHeading" class="mw-first-heading"><span
class="mw-page-title-main">Doe syndrome</span></h1><div id="p-lang-btn">11 languages</div></header>
<div id="bodyContent"><div id="siteSub">From Wikipedia, the free encyclopedia</div>
<div class="mw-content-ltr mw-parser-output" lang="en"><div class="shortdescription" style="display:none"
>Condition</div>
<style data-mw-deduplicate="TemplateStyles:r1">.hatnote{{}}</style><div role="note" class="hatnote"
>"DS" redirects here.</div>
<table class="infobox ib-medical-condition"><tbody><tr><th colspan="2" class="infobox-above">Doe syndrome</th></tr>
<tr><th class="infobox-label">Other names</th><td class="infobox-data">Doe's disease{_MARK.format(1)}</td></tr>
<tr><th class="infobox-label">Symptoms</th><td class="infobox-data"><div class="plainlist"><ul><li>Fever</li>
<li>Rash</li></ul></div></td></tr></tbody></table>
<p><b>Doe syndrome</b> is a disease described by Hans Doe<sup class="noprint"><a>&#91;de&#93;</a></sup
>.{_MARK.format(1)}<sup
class="reference nowrap"><span title="Page: 12">&#58;&#8202;12&#8202;</span></sup> It is rare.{_MARK.format("a")}</p>
<div class="mw-heading mw-heading2"><h2 id="S">Signs</h2><span class="mw-editsection">[<a>edit</a>]</span></div>
<figure typeof="mw:File/Thumb"><a><img></a><figcaption>The rash</figcaption></figure>
<div class="div-col"><ul><li>Fever</li><li>Rash{_MARK.format(1)}</li></ul></div>
<div class="mw-heading mw-heading2"><h2>Notes</h2></div><div class="reflist"><ol class="references"><li
id="cite_note-a"><span class="mw-cite-backlink">^</span> <span class="reference-text">So say some.</span></li></ol
></div>
<div class="mw-heading mw-heading2"><h2>References</h2></div><div class="reflist"><ol class="references"><li
id="cite_note-1"><span class="mw-cite-backlink">^ <a><sup><i><b>a</b></i></sup></a> <a><sup><b>b</b></sup></a></span>
<span class="reference-text"><cite class="citation journal cs1">Roe R (2015). "On it". <i>J Med</i>. <b>52</b>: 145–151.
</cite><span title="{_COINS}" class="Z3988"></span></span></li></ol></div>
<div role="navigation" class="navbox medical-resources-navbox"><ul><li><b>OMIM</b>: <a>301500</a></li><li><b><a
>GeneReviews</a></b>: <a href="https://www.ncbi.nlm.nih.gov/books/NBK1292/">Doe</a></li></ul></div>
<div role="navigation" class="navbox">Roe syndrome</div></div></div></main>
<footer class="mw-footer">This page was last edited on 1 May 2024.</footer></body></html>"""


def test_a_page_in_the_skin_of_today() -> None:
    """Rows, captions, items and marks are read, also where a title of the page's foot hides an identifier in a link."""
    article = read_text(_VECTOR)
    assert (article.title, article.licence.name) == ("Doe syndrome", "CC-BY-SA-4.0")
    assert [str(i) for i in article.identifiers] == ["OMIM:301500", "GeneReviews:NBK1292"]
    assert boxed(article)[:2] == ["Other names | Doe's disease", "Symptoms | Fever; Rash"]
    assert said(article) == [
        "Doe syndrome is a disease described by Hans Doe. ['1']",
        "It is rare. ['a']",
        "The rash",
        "Fever",
        "Rash ['1']",
    ]


def test_metadata_with_mark_up_in_it() -> None:
    """Tags that a template left in the metadata of a work go; an address in it gives the number it stands for."""
    work = read_text(_VECTOR).references[1]
    assert (work.number, work.pages, work.container, work.pmcid) == ("1", "145-151", "J Med", "PMC3149112")


_PARSOID = """<!DOCTYPE html>
<html><head><link rel="dc:isVersionOf" href="//en.wikipedia.org/wiki/Doe_syndrome"/><title>Doe syndrome</title></head>
<body lang="en" class="mw-content-ltr parsoid-body mediawiki mw-parser-output" dir="ltr"
><section data-mw-section-id="0">
<p><b>Doe syndrome</b> is rare.<sup about="#mwt6" class="mw-ref reference" id="cite_ref-2" data-mw='{"name":"ref"}'><a
href="./Doe_syndrome#cite_note-2" style="counter-reset: mw-Ref 1;"><span class="mw-reflink-text">[1]</span></a></sup
><span
typeof="mw:Entity"> </span>It itches.</p></section>
<section data-mw-section-id="1"><h2>Causes</h2><section data-mw-section-id="2"><h3>Genes</h3><dl><dd>One is
known.</dd></dl></section></section><section data-mw-section-id="3"><h2>References</h2><ol class="mw-references
references"><li about="#cite_note-2" id="cite_note-2"><span class="mw-cite-backlink"><a rel="mw:referencedBy"><span
class="mw-linkback-text">↑ </span></a></span> <span class="mw-reference-text reference-text">Roe R (2002). "Itch".
<i>Brain</i>. <b>4</b>: 7.</span></li></ol></section></body></html>"""


def test_a_page_as_the_wikis_interface_gives_it() -> None:
    """Sections in sections, marks that link to the page by name, and the address of a version are read."""
    article = read_text(_PARSOID)
    assert article.source == "https://en.wikipedia.org/wiki/Doe_syndrome"
    assert said(article) == ["Doe syndrome is rare. ['1']", "It itches.", "One is known."]
    assert [(r.number, r.title, r.container, r.volume) for r in article.references] == [("1", "Itch", "Brain", "4")]


_ARCHIVE = """<!DOCTYPE html><html lang="en"><head><title>A case of Doe syndrome - PMC</title></head><body>
<section class="usa-banner"><p>An official website</p></section><main id="main-content">
<section class="pmc-alerts"><p>As a library, we provide access.</p></section><article>
<section class="front-matter"><h1>A case of Doe syndrome</h1><div class="ameta"><a>Jane Roe</a><sup>1</sup></div
></section>
<section class="body main-article-body"><section class="abstract"><h2>Abstract</h2><p>Doe syndrome is rare.</p>
<section class="kwd-group"><p><strong>Keywords:</strong> rash</p></section></section>
<section><h2>Introduction</h2><p>It itches [<a href="#B1">1</a>, <a href="#B3">3</a>–<a href="#B5">5</a>]. A rash is
seen.<sup><a href="#B2">2</a></sup> Fever<sup>2,4</sup> is too (Fig. <a href="#F1">1</a>). It grew 10<sup>2</sup>
cm<sup>2</sup>.</p><figure id="F1"><h3>Fig. 1.</h3><p><a><img></a></p><div><a>Open in a new tab</a></div><figcaption>
<p>The rash</p></figcaption></figure></section>
<section class="ref-list"><h2>References</h2><ul class="ref-list"><li id="B1"><span class="label">1.</span><cite>Roe R.
On it. J Med. 2002;39:537–45.</cite> [<a href="https://doi.org/10.1136/jmg.39.8.537">DOI</a>] [<a
href="https://pubmed.ncbi.nlm.nih.gov/12161590/">PubMed</a>] [<a>Google Scholar</a>]</li><li id="B2"><span
class="label">2.</span><cite>Poe E. More. J Med. 2003;1:2.</cite></li></ul></section></section></article></main></body
>"""


def test_a_page_of_an_archive_of_journals() -> None:
    """Raised numbers cite where they link to an entry or follow a word; powers stay; authors and keywords go."""
    article = read_text(_ARCHIVE)
    assert article.title == "A case of Doe syndrome"
    assert said(article) == [
        "Doe syndrome is rare.",
        "It itches. ['1', '3', '4', '5']",
        "A rash is seen. ['2']",
        "Fever is too (Fig. 1). ['2', '4']",
        "It grew 102 cm2.",
        "The rash",
    ]
    assert [s.heading for s in article.sections] == ["Abstract", "Introduction", "References"]


def test_what_an_entrys_links_name() -> None:
    """An entry's number and the names of sites go; the identifiers its links lead to are kept."""
    works = read_text(_ARCHIVE).references
    assert [(r.number, r.text) for r in works] == [
        ("1", "Roe R. On it. J Med. 2002;39:537–45."),
        ("2", "Poe E. More. J Med. 2003;1:2."),
    ]
    assert (works[0].doi, works[0].pmid) == ("10.1136/jmg.39.8.537", "12161590")


_HEALTH = """<html><head><title>Doe syndrome: MedlinePlus Genetics</title></head><body><div>The institute</div>
<a>Skip to main content</a><h1>Doe syndrome</h1><h2>Description</h2><p>Doe syndrome is rare.</p>
<h2>Symptoms</h2><div>Showing <span>3</span> of 23 | <a>View All</a></div><table><tr><th>Medical Terms</th><th>ID</th
></tr>
<tr><td colspan="2"><b>80%-99% of people have these symptoms</b></td></tr><tr><td>Ataxia</td><td>0001251</td></tr>
<tr><td colspan="2"><b>5%-29% of people have these symptoms</b></td></tr><tr><td>Fever</td><td>0001945</td></tr></table>
<div>Last updated: 7/1/2020</div><h2>Additional Information &amp; Resources</h2><h3>Genetic Testing Information</h3
><ul><li><a
href="https://x.org/">Registry: Doe syndrome</a></li></ul><h2>References</h2><ul><li>Roe R. On it. J Med. 2002
Dec 26;347(26):2111-21. <a href="https://pubmed.ncbi.nlm.nih.gov/12501223">Citation on PubMed</a></li></ul></body
></html>"""


def test_a_page_of_health_information() -> None:
    """What stands before the title goes, resources are links, a row of one cell leads the rows below it."""
    article = read_text(_HEALTH)
    assert article.title == "Doe syndrome"
    assert said(article) == [
        "Doe syndrome is rare.",
        "Medical Terms | ID",
        "80%-99% of people have these symptoms",
        "Ataxia | 0001251",
        "5%-29% of people have these symptoms",
        "Fever | 0001945",
    ]
    leads = {s.text: s.lead_in.text for s in article.sentences if s.lead_in}
    assert leads["Ataxia | 0001251"] == "80%-99% of people have these symptoms"
    assert leads["Fever | 0001945"] == "5%-29% of people have these symptoms"
    assert [link.text for link in article.links] == ["Registry: Doe syndrome"]
    assert article.references[0].text == "Roe R. On it. J Med. 2002 Dec 26;347(26):2111-21."
    assert article.references[0].pmid == "12501223"


_ENCYCLOPEDIA = """<html><head><title>Orphanet: Doe syndrome</title></head><body><div id="header"><ul><li>Home</li
></ul></div>
<h2>Doe syndrome</h2><h3>Disease definition</h3><p>A rare disease.</p><ul><li>Prevalence: <b>1-9 / 1 000 000</b></li>
<li>ICD-10: <b>E70.2</b></li><li>OMIM: <b>203500</b></li><li>UMLS: <b>C0002066</b></li></ul></body></html>"""


def test_a_list_of_identifiers_is_a_box() -> None:
    """Items that name identifiers, several together, are the article's; the site's name is none of its title."""
    article = read_text(_ENCYCLOPEDIA)
    assert article.title == "Doe syndrome"
    assert [str(i) for i in article.identifiers] == ["ICD10:E70.2", "OMIM:203500", "UMLS:C0002066"]
    assert said(article) == ["A rare disease.", "Prevalence: 1-9 / 1 000 000"]


_OLD = """<html><head><title>Doe syndrome - wikidoc</title></head><body><h1 class="firstHeading">Doe syndrome</h1>
<div id="bodyContent"><h3 id="siteSub">From Wikidoc</h3><table id="toc" class="toc"><tr><td>Contents</td></tr></table>
<h2>[<a>edit</a>] <span class="mw-headline">Overview</span></h2><p>Doe syndrome is rare <sup>[1]</sup>. It itches <sup
class="reference"><a href="#_note-x">[2]</a></sup>.</p><h2><span class="editsection">[<a>edit</a>]</span> <span
class="mw-headline">References</span></h2><ol class="references"><li id="_note-0"><b>↑</b> Roe R. On it. J Med.
2000;3:4-5.</li><li id="_note-x">↑ <sup>2.0</sup> <sup>2.1</sup> Poe E. More. J Med. 2001;3:4.</li></ol></div></body
></html>"""


def test_a_page_of_an_old_wiki() -> None:
    """A blank before a mark goes with it where a stop follows; arrows and numbers of back links go."""
    article = read_text(_OLD)
    assert said(article) == ["Doe syndrome is rare. ['1']", "It itches. ['2']"]
    assert [r.text for r in article.references] == ["Roe R. On it. J Med. 2000;3:4-5.", "Poe E. More. J Med. 2001;3:4."]


_SHORT = f"""<html><body><h1>Doe syndrome</h1><div class="mw-parser-output"><p
>Doe syndrome is rare.{_MARK.format(1)}</p>
<h2>References</h2><ol class="references"><li id="cite_note-1"><span class="reference-text"><a href="#CITEREFRoe2015"
>Roe
2015</a>, p. 3.</span></li></ol><h2>Sources</h2><ul><li><cite id="CITEREFRoe2015" class="citation"
>Roe R (2015). "On it".
<i>J Med</i> <b>52</b>.</cite><span title="{_COINS}" class="Z3988"></span></li></ul></div></body></html>"""


def test_a_shortened_citation_names_the_work_its_link_leads_to() -> None:
    """The entry says both, and has the work's metadata."""
    work = read_text(_SHORT).references[0]
    assert work.text == 'Roe 2015, p. 3. Roe R (2015). "On it". J Med 52.'
    assert (work.number, work.title, work.container, work.pmcid) == ("1", "On it", "J Med", "PMC3149112")
