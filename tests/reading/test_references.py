"""References: from words to fields."""

import pytest

from nosograph.reading.references import parse
from nosograph.reading.references.identifiers import doi, isbn, pmcid, pmid

_CS1 = (
    'Roe R, Doe J et al. (12 May 2008). "Of "odd" things: a review". J. Clin. Immunol. 28 (5 Suppl 1): S1–S7. '
    "doi:10.1007/ABC-1. PMC 1735203. PMID 18481161."
)
_BOOK = "Roe, Richard P.; Doe, Jane L. (2007). A Set (2nd ed.). St. Louis: Mosby. p. 72. ISBN 1-4160-2999-0."
_VANCOUVER = "Wildin RS, Filipovich AH. Features of the syndrome. J Med Genet. 2002 Aug;39(8):537-45. PMID: 12161590"


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (
            _CS1,
            {
                "authors": ("Roe R", "Doe J"),
                "year": 2008,
                "month": 5,
                "title": 'Of "odd" things: a review',
                "container": "J. Clin. Immunol.",
                "volume": "28",
                "issue": "5 Suppl 1",
                "pages": "S1–S7",
                "doi": "10.1007/abc-1",
                "pmcid": "PMC1735203",
                "pmid": "18481161",
            },
        ),
        (
            _BOOK,
            {
                "authors": ("Roe, Richard P.", "Doe, Jane L."),
                "title": "A Set",
                "edition": "2nd",
                "place": "St. Louis",
                "publisher": "Mosby",
                "pages": "72",
                "isbn": "9781416029991",
            },
        ),
        (
            _VANCOUVER,
            {
                "authors": ("Wildin RS", "Filipovich AH"),
                "title": "Features of the syndrome",
                "container": "J Med Genet",
                "year": 2002,
                "volume": "39",
                "issue": "8",
                "pages": "537-45",
                "pmid": "12161590",
            },
        ),
        (
            'Roe R (2004). "On it". Cochrane Database Syst Rev (3): CD003913.',
            {"container": "Cochrane Database Syst Rev", "volume": "", "issue": "3", "pages": "CD003913"},
        ),
        (
            'Roe R (2004). "On it" (PDF). J. Med. (Academic Press) 3: 5. Retrieved 11 November 2008.',
            {"container": "J. Med.", "publisher": "Academic Press", "volume": "3", "pages": "5", "year": 2004},
        ),
        (
            '"About the disease". Ministry of Health. 4 August 2014. http://example.org/a?b=1. Retrieved 2015-01-01.',
            {
                "publisher": "Ministry of Health",
                "year": 2014,
                "month": 8,
                "url": "http://example.org/a?b=1",
                "authors": (),
            },
        ),
        ("GeneReviews entry", {"title": "GeneReviews entry", "year": None}),
    ],
)
def test_fields_are_read_from_the_words(words: str, fields: dict[str, object]) -> None:
    """Each style of English lists gives the fields that stand in it, and no others."""
    parsed = parse(words)
    assert {name: getattr(parsed, name) for name in fields} == fields
    assert words[parsed.title_start : parsed.title_end] == parsed.title


@pytest.mark.parametrize(
    "words",
    ["", ".", "^", '"', '""', "(2001)", "()", "doi:", "ISBN", ". . .", '"a" "b" "c', "a" * 30_000, '".' * 9_000],
)
def test_no_entry_is_too_odd_to_parse(words: str) -> None:
    """Fragments and floods give fields, empty ones at worst."""
    parsed = parse(words)
    assert words[parsed.title_start : parsed.title_end] == parsed.title or not parsed.title


def test_a_malformed_identifier_is_noted_and_left_out() -> None:
    """An ISBN whose check digit is wrong is not kept, and a note says so."""
    parsed = parse("Doe J (2001). A book. Press. ISBN 1-4160-2999-1.")
    assert parsed.isbn == ""
    assert parsed.notes == ("ISBN '1-4160-2999-1' is malformed",)


def test_identifiers_have_one_form() -> None:
    """DOIs lose resolver and case, ISBNs get 13 digits, numbers lose their labels; what is malformed is empty."""
    assert doi("HTTPS://DX.DOI.ORG/10.1136/JMG.39.8.537") == "10.1136/jmg.39.8.537"
    assert (
        doi("10.1002/(sici)1097-0215(1996)62:4<1::aid-x>3.0.co;2-2).")
        == "10.1002/(sici)1097-0215(1996)62:4<1::aid-x>3.0.co;2-2"
    )
    assert [isbn(s) for s in ("0-8044-2957-X", "978 0 306 40615 7", "978-0-306-40615-8", "123")] == [
        "9780804429573",
        "9780306406157",
        "",
        "",
    ]
    assert [pmid(s) for s in ("PMID 012", "0", "x")] == ["12", "", ""]
    assert [pmcid(s) for s in ("PMC12", "pmcid: PMC12", "PMCx")] == ["PMC12", "PMC12", ""]
