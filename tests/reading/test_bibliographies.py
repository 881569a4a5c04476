"""Bibliographies beside an article."""

import json
from pathlib import Path

import pytest

from nosograph.errors import InputError
from nosograph.model import Article
from nosograph.reading import read

_TEXT = 'X\n\nIt is.[1]\n\n1. ^ Doe J, Roe R (2001). "A rare thing". J. Med. 3: 5.\n2. ^ "Unsigned" (2002). Press.\n'
_WORK: dict[str, object] = {
    "id": "doe",
    "type": "article-journal",
    "title": "A rare  Thing.",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[2001, 5]]},
    "container-title": "Journal of Medicine",
    "issue": "7",
    "DOI": "https://doi.org/10.1000/ABC",
    "PMID": 123,
}


def _with(folder: Path, *works: dict[str, object]) -> Article:
    path = folder / "x.txt"
    path.write_text(_TEXT)
    (folder / "x.csl.json").write_text(json.dumps(works))
    return read(path)


def test_an_entry_that_agrees_fills_what_is_empty(tmp_path: Path) -> None:
    """Identifiers and missing details come from the entry, normalised; what the article says stands."""
    reference = _with(tmp_path, _WORK).references[0]
    assert (reference.doi, reference.pmid, reference.issue) == ("10.1000/abc", "123", "7")
    assert (reference.container, reference.title) == ("J. Med.", "A rare thing")
    assert reference.matched == (
        "DOI 10.1000/abc, PMID 123, issue 7 from x.csl.json, entry doe: same title, year and first author"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another thing"},
        {"issued": {"date-parts": [[2002]]}},
        {"issued": None},
        {"author": [{"family": "Roe"}]},
        {"author": [], "editor": [{"family": "Poe"}]},
    ],
)
def test_an_entry_that_differs_is_not_taken(tmp_path: Path, change: dict[str, object]) -> None:
    """Another title, year or first author is no match, and the notes say so for reference and entry."""
    article = _with(tmp_path, {**_WORK, **change})
    assert article.references[0].doi == ""
    assert any(note.startswith("reference 1: no match") for note in article.notes)
    assert "x.csl.json, entry doe: matches no reference" in article.notes


def test_title_and_year_suffice_where_no_author_is_named(tmp_path: Path) -> None:
    """Without an author on one side title and year decide, and the grounds say so."""
    article = _with(tmp_path, {**_WORK, "author": []})
    assert article.references[0].matched.endswith("same title and year")
    article = _with(tmp_path, {**_WORK, "title": "Unsigned", "issued": {"literal": "May 2002"}})
    assert article.references[1].matched.endswith("same title and year")


def test_an_editor_stands_in_for_the_author(tmp_path: Path) -> None:
    """A work with editors alone matches where the reference's first name is among them."""
    article = _with(tmp_path, {**_WORK, "author": [], "editor": [{"family": "Roe"}, {"family": "Doe"}]})
    assert article.references[0].matched.endswith("same title, year and an editor")


def test_two_entries_that_agree_match_neither(tmp_path: Path) -> None:
    """What is ambiguous is left alone and said."""
    article = _with(tmp_path, _WORK, {**_WORK, "id": "roe", "DOI": "10.1000/other"})
    assert article.references[0].doi == ""
    assert "reference 1: no match: entries doe, roe agree alike" in article.notes


def test_malformed_identifiers_are_noted(tmp_path: Path) -> None:
    """A DOI or ISBN that cannot be one is left out, and the notes say so."""
    article = _with(tmp_path, {**_WORK, "DOI": "abc", "ISBN": "978-0-306-40615-8"})
    assert (article.references[0].doi, article.references[0].isbn) == ("", "")
    assert "x.csl.json, entry doe: DOI 'abc' is malformed and left out" in article.notes


def test_bibtex_is_read_too(tmp_path: Path) -> None:
    """A .bib file beside the article serves as well; LaTeX becomes characters."""
    (tmp_path / "x.txt").write_text(_TEXT.replace("Doe J", "Dœ J"), encoding="utf-8")
    entry = "@article{d, title={A {Rare} thing}, author={D{\\oe}, J}, year=2001, doi={10.1000/ABC}, pages={5--9}}"
    (tmp_path / "x.bib").write_text(entry)
    reference = read(tmp_path / "x.txt").references[0]
    assert (reference.doi, reference.pages) == ("10.1000/abc", "5")
    assert "entry d: same title, year and first author" in reference.matched


def test_a_named_bibliography_takes_the_others_place(tmp_path: Path) -> None:
    """The bibliography handed in is used, not the one beside the article."""
    _with(tmp_path, _WORK)
    other = tmp_path / "other.json"
    other.write_text(json.dumps([{**_WORK, "DOI": "10.1000/other"}]))
    assert read(tmp_path / "x.txt", bibliography=other).references[0].doi == "10.1000/other"


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("x.csl.json", "[{]", "line 1, column 3"),
        ("x.csl.json", "{}", "not a list"),
        ("x.csl.json", '[{"id": "a"}]', "item 1 has no title"),
        ("x.csl.json", '[{"title": "T", "issued": {"raw": "soon"}}]', "item 1 has a date without a year"),
        ("x.csl.json", '[{"title": "T", "author": "Doe"}]', "item 1: author is no list"),
        ("x.csl.json", "[" * 100_000, "nested too deeply"),
        ("x.bib", "@article{a, title={x}", "line 1"),
        ("x.bib", "@article{a, year=2001}", "entry a has no title"),
        ("x.bib", "@article{a, title={x}}\n@article{a, title={y}}", "line 2"),
        ("x.bib", "not BibTeX at all", "no BibTeX entry"),
    ],
)
def test_a_broken_bibliography_is_refused(tmp_path: Path, name: str, text: str, seen: str) -> None:
    """A bibliography that cannot be read stops the reading, and says file and place."""
    (tmp_path / "x.txt").write_text(_TEXT)
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError) as caught:
        read(tmp_path / "x.txt")
    assert seen in caught.value.seen
    assert caught.value.where.endswith(name)


def test_two_bibliographies_or_an_unknown_kind_are_refused(tmp_path: Path) -> None:
    """Which bibliography is meant must be plain."""
    _with(tmp_path, _WORK)
    (tmp_path / "x.bib").write_text("@misc{a, title={x}}")
    with pytest.raises(InputError, match="two bibliographies"):
        read(tmp_path / "x.txt")
    with pytest.raises(InputError, match="no bibliography"):
        read(tmp_path / "x.txt", bibliography=tmp_path / "x.txt")
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "x.txt", bibliography=tmp_path / "none.bib")
