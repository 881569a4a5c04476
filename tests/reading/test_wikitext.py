"""Wikitext: the source of a MediaWiki page."""

import pytest

from nosograph.model import Article
from nosograph.reading import read_text

_PAGE = """{{short description|A disease}}
{{Infobox disease
 | Name = Doe syndrome
 | Caption = A child with the rash
 | ICD10 = {{ICD10|E|70|3|e|70}}, {{ICD10CM|Q87.19}}
 | OMIM = 604571
 | OMIM_mult = {{OMIM2|209920}}
 | eMedicineSubj = ped | eMedicineTopic = 12
}}
[[File:x.png|thumb|alt=no word|The ''rash''.<ref>Roe (2003). "Rashes". Press.</ref>]]
'''Doe syndrome''' ('''DS''') is a [[rare disease|rare]]&nbsp;disease.<ref name="d">{{cite journal |vauthors=Doe J
|title=Fever: a study |journal=J. Med. |volume=3 |pages=5 |date=May 2001 |pmid=123 |doi=bad}}</ref> It is
mild.<ref name=e>Roe R (2002). ''Another''. Press.</ref>{{citation needed|date=2012}} {{unheard of|words}}

== Signs and symptoms ==
Main features include:
* fever{{efn|So say some.}}
** high
* rash<ref name="d" /><!-- not content -->
; Course
: lasts {{convert|5|year}}
{{ubl|pain|cough}}

{| class="wikitable"
|+ Findings
! Finding !! Share
|-
| Ca<sup>2+</sup> loss || 90%<ref name=e/>
|}
{| class="navbox"
| Other diseases
|}
== Notes ==
{{notelist}}
== References ==
{{reflist}}
== External links ==
* [http://x.org/doe Doe pages]
{{Medical resources|OMIM=100000}}
[[Category:Doe]] [[de:Doe-Syndrom]]
"""


@pytest.fixture(scope="module")
def article() -> Article:
    """Read the page once."""
    return read_text(_PAGE)


def test_the_infobox_names_and_identifies_the_disease(article: Article) -> None:
    """Title and identifiers come from the infobox, several of one system in order, in old and new parameters."""
    assert article.title == "Doe syndrome"
    assert [str(i) for i in article.identifiers] == [
        *("ICD10:E70.3", "ICD10:Q87.19", "OMIM:604571", "OMIM:209920", "eMedicine:ped/12"),
    ]


def test_the_body_is_what_the_page_shows(article: Article) -> None:
    """Captions, paragraphs, nested items and rows stand in order; comments, categories and notices do not."""
    assert [s.text for s in article.content()] == [
        *(
            "The rash.",
            "Doe syndrome (DS) is a rare disease.",
            "It is mild.",
            "Main features include:",
            "fever",
            "high",
        ),
        *("rash", "Course", "lasts 5 year", "pain", "cough", "Findings", "Finding | Share", "Ca2+ loss | 90%"),
    ]
    assert article.emphasised == ("Doe syndrome", "DS")


def test_references_are_numbered_as_the_page_numbers_them(article: Article) -> None:
    """The first citation of a note gives its number, a name used again gives the same; notes have letters."""
    cited = {s.text: s.citations for s in article.content() if s.citations}
    assert cited == {
        "The rash.": ("1",),
        "Doe syndrome (DS) is a rare disease.": ("2",),
        "It is mild.": ("3",),
        "fever": ("a",),
        "rash": ("2",),
        "Ca2+ loss | 90%": ("3",),
    }
    assert [r.number for r in article.references] == ["a", "1", "2", "3"]


def test_a_citation_template_gives_its_fields(article: Article) -> None:
    """Authors, title, journal, volume, date and identifiers are the parameters'; a malformed one is said."""
    reference = article.reference("2")
    assert reference is not None
    assert (reference.authors, reference.title, reference.container) == (("Doe J",), "Fever: a study", "J. Med.")
    assert (reference.volume, reference.pages, reference.year, reference.month) == ("3", "5", 2001, 5)
    assert (reference.pmid, reference.doi) == ("123", "")
    assert article.text[reference.title_start : reference.title_end] == "Fever: a study"
    assert "reference 2: DOI 'bad' is malformed, left out" in article.notes


def test_what_is_passed_over_is_said(article: Article) -> None:
    """A template nobody knows is left out, and its name stands in the notes."""
    assert "templates passed over, their words with them: unheard of" in article.notes


def test_sentences_point_into_the_source(article: Article) -> None:
    """The map leads from a sentence's words to the same words in the wikitext."""
    for words in ("It is", "fever", "Course", "Ca"):
        sentence = next(s for s in article.sentences if s.text.startswith(words))
        assert _PAGE[article.source_map.to_source(sentence.start) :].startswith(words)


def test_links_outside_are_kept(article: Article) -> None:
    """An external link keeps its words and its address."""
    assert [(link.text, link.url) for link in article.links] == [("Doe pages", "http://x.org/doe")]


def test_a_page_without_infobox_is_named_by_its_lead() -> None:
    """The first words in bold are the title."""
    assert read_text("'''Roe disease''' is [[rare]]. It is seen in [[adult]]s.").title == "Roe disease"


def test_shortened_citations_are_references() -> None:
    """A shortened citation cites an entry of its own, the same words the same one."""
    article = read_text("'''A''' is rare.{{sfn|Doe|2001|p=3}} It is [[b]].{{sfn|Doe|2001|p=3}}\n\n{{reflist}}")
    assert [s.citations for s in article.content()] == [("1",), ("1",)]
    assert article.references[0].text == "Doe 2001, p. 3."


def test_templates_show_what_the_page_shows() -> None:
    """Words a template only marks up or doubts stay, chemistry is put together, dates are said."""
    article = read_text(
        "'''A''' is [[rare]]{{approx}}{{cns|text= and mild|date=May}}, {{chem2|CO2}} in {{visible anchor|blood}}, "
        "{{gaps|10|000}} cases {{as of|2015}}, {{val|5|ul=mg}}.{{cn}}"
    )
    assert next(article.content()).text == "A is rareapprox. and mild, CO2 in blood, 10000 cases as of 2015, 5 mg."


def test_a_shortened_citation_names_the_work_it_shortens() -> None:
    """Names and year lead to the work that the page lists; the entry says both."""
    article = read_text(
        "'''A''' is [[rare]].{{sfn|Doe|Roe|2001|p=3}}\n\n{{reflist}}\n\n== Sources ==\n"
        "* {{cite book |last1=Doe |first1=J. |last2=Roe |first2=R. |date=May 2001 |title=On it |isbn=1-4160-2999-0}}\n"
    )
    work = article.references[0]
    assert work.text == "Doe Roe 2001, p. 3. Doe, J.; Roe, R. (May 2001). On it. ISBN 9781416029991."
    assert (work.title, work.year, work.isbn) == ("On it", 2001, "9781416029991")


def test_a_page_that_begins_with_a_link_is_no_json() -> None:
    """Two brackets at the very beginning open a link."""
    assert (
        next(read_text("[[Doe syndrome]] is rare. It is seen in [[adult]]s.").content()).text == "Doe syndrome is rare."
    )
