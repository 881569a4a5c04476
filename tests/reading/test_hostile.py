"""Pages made to break a reader: the worst that benchmarks/fuzz_reading.py found, written small."""

import pytest

from nosograph.errors import InputError
from nosograph.model import Article
from nosograph.reading import read_text

_P = "<html><body><p>It is rare.</p>"
_W = "'''Doe syndrome''' is [[rare]]. It is [[mild]].\n"
_XML = '<!DOCTYPE article {}><article dtd-version="1"><body>{}</body></article>'
_SOURCES = {
    "marks that never close": _P + "<sup class='reference'><a href='#cite_note-1'>[1]" * 1500,
    "nested lists": _P + "<ul>" * 1000 + "<li>deep</li>" + "</ul>" * 1000,
    "nested tables": _P + "<table><tr><td>" * 300 + "deep",
    "comments that never close": _P + "<!--" * 2000,
    "attributes that never close": _P + '<p class="' * 2000,
    "references that never close": _W + "<ref>" * 5000,
    "links that never close": _W + "[http://x " * 5000,
    "templates that never close": _W + "{{" * 5000,
    "tables that never close": _W + "{|\n" * 2000,
    "templates in templates": _W + "{{nowrap|" * 2000 + "x" + "}}" * 2000,
    "items of wikitext": _W + "*" * 3000 + " deep",
    "bold that never closes": _W + "'''" * 5000,
    "quotes in quotes": "# A\n\nRare.\n\n" + "> " * 3000 + "deep\n",
    "items in items": "# A\n\nRare.\n\n" + "- " * 3000 + "deep\n",
    "brackets": "# A\n\nRare. " + "[" * 10_000,
    "footnotes": "# A\n\nRare. " + "[^a]" * 5000 + "\n\n[^a]: b\n",
    "percentages": "It is rare: " + "A 1% " * 5000,
    "one line of items": "It is rare. Signs include: " + "Fever of it Rash " * 20_000,
    "right to left": "\u202eIt is \u2066rare\u2069.\u200f" * 1000,
    "marks on marks": "It is rare" + "\u0301" * 50_000,
    "an XML bomb": _XML.format('[<!ENTITY a "aa"><!ENTITY b "&a;&a;">]', "<p>&b;</p>"),
    "an entity elsewhere": _XML.format('[<!ENTITY x SYSTEM "file:///etc/passwd">]', "<p>&x;</p>"),
    "a DTD elsewhere": _XML.format('SYSTEM "http://127.0.0.1:1/x.dtd"', "<p>It is rare.</p>"),
    "many lists": "It is rare. " + "Signs include: Big fever Bad rash Long pain Dry cough. " * 3000,
    "many leads": "It is rare. " + "Signs include: Bad " * 5000,
    "deep XML": "<article dtd-version='1'><body>" + "<sec>" * 400 + "<p>x</p>" + "</sec>" * 400 + "</body></article>",
}


@pytest.mark.parametrize("name", _SOURCES)
def test_a_hostile_source_gives_an_article_or_one_clear_error(name: str) -> None:
    """Whatever a page holds, it is read or refused in one line; the sentences read are slices of its text."""
    article, said = _read(_SOURCES[name])
    assert (article is None) == bool(said)
    assert "\n" not in said
    if article is not None:
        assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
        assert "root:" not in article.text


def _read(source: str) -> tuple[Article | None, str]:
    try:
        return read_text(source), ""
    except InputError as error:
        return None, str(error)


def test_nothing_of_a_script_is_kept() -> None:
    """Scripts, their addresses and what they react to are no content and no link."""
    page = _P + "<a href='javascript:alert(1)'>fever</a><script>alert('</p>')</script><h2>External links</h2>"
    article = read_text(page + "<ul><li><a href='javascript:alert(2)'>pages</a></li></ul></body></html>")
    assert "alert" not in article.text
    assert [link.url for link in article.links] == [""]
