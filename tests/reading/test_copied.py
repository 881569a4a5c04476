"""Pages copied out of a browser: headings with their link to edit, lost bullets, rows that ran together."""

import pytest

from nosograph.model import Article
from nosograph.reading import read_text

_COPY = """Doe syndrome - Wikipedia, the free encyclopedia

Doe syndrome
From Wikipedia, the free encyclopedia
Jump to navigationJump to search
Doe syndrome
Other names\tDoe's disease
Specialty\tMedical genetics
Usual onset\tInfancy
Doe syndrome is a rare disease of the whole body.[1] It causes ataxia.[2][3]: 12\u0020

Contents
1\tSigns and symptoms
1.1\tEyes
2\tReferences
Signs and symptoms[edit]
Signs may include:[1]

Seizures
Microcephaly[2]
Eyes[edit]
Cataract occurs in half.[citation needed]

Finding\tShare
Ataxia\t90%
Treatment[edit | edit source]
There is none.
References[edit]
^ Jump up to:a b Roe R (2001). "On it". J Med. 3: 5. doi:10.1016/S0140-6736(00)04120-1.
^ Poe E (2002). "More". Brain. 4: 7.
^ Loe L (2003). Rare Diseases. Oxford: OUP. ISBN 978-0-19-852663-6.
External links[edit]
Doe pages
Classification\t
D
ICD-10: Q87.8OMIM: 301500MeSH: D000795
External resources\t
Orphanet: 324
Categories: Rare diseasesGenetic disorders
This page was last edited on 1 May 2024, at 10:00 (UTC).
Text is available under the Creative Commons Attribution-ShareAlike License 4.0; additional terms may apply.
"""


@pytest.fixture(scope="module")
def article() -> Article:
    """Read the copy once."""
    return read_text(_COPY)


def test_the_box_ends_where_prose_begins(article: Article) -> None:
    """Rows are the infobox's, the lead on the line behind them is not; a sentence keeps its citations."""
    assert article.title == "Doe syndrome"
    assert [s.text for s in article.sentences if s.role.value == "infobox"][:3] == [
        "Other names | Doe's disease",
        "Specialty | Medical genetics",
        "Usual onset | Infancy",
    ]
    lead = [(s.text, s.citations) for s in article.sentences if s.role.value == "lead"]
    assert lead == [
        ("Doe syndrome is a rare disease of the whole body.", ("1",)),
        ("It causes ataxia.", ("2", "3")),
    ]


def test_a_heading_shows_itself_by_its_link_to_edit(article: Article) -> None:
    """Headings open sections, one that says nothing alone under the one before; the table of contents is left out."""
    assert [(s.path, s.role.value) for s in article.sections if s.heading] == [
        (("Signs and symptoms",), "signs"),
        (("Signs and symptoms", "Eyes"), "signs"),
        (("Treatment",), "treatment"),
        (("References",), "references"),
        (("External links",), "other"),
    ]


def test_short_lines_behind_a_colon_are_items(article: Article) -> None:
    """Each is led by the sentence with the colon, and cites for itself."""
    items = [
        (s.text, s.citations, s.inherited) for s in article.sentences if s.lead_in and s.section.startswith("Signs")
    ]
    assert items == [("Seizures", (), ("1",)), ("Microcephaly", ("2",), ())]


def test_references_and_identifiers_at_the_foot(article: Article) -> None:
    """Words of back links go; identifiers that ran together are told apart; categories and terms are left out."""
    assert [(r.number, r.title, r.container) for r in article.references] == [
        ("1", "On it", "J Med"),
        ("2", "More", "Brain"),
        ("3", "Rare Diseases", ""),
    ]
    assert [str(i) for i in article.identifiers] == ["ICD10:Q87.8", "OMIM:301500", "MESH:D000795", "Orphanet:324"]
    assert "Categories" not in article.text
    assert article.licence.name == "CC-BY-SA-4.0"


def test_a_table_of_findings_that_a_copy_ran_together() -> None:
    """Its head is no part of its first row."""
    table = "Signs and Symptoms Approximate number of patients (when available) Ataxia 90% Ptosis - Milia - Rash 5%"
    article = read_text(f"Doe syndrome\n\nHere is a table. {table} It is old.\n")
    assert [s.text for s in article.content()][1:] == ["Ataxia | 90%", "Ptosis", "Milia", "Rash | 5%", "It is old."]
