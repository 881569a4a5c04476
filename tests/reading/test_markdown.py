"""Markdown with footnotes."""

from nosograph.model import SectionRole
from nosograph.reading import read_text

_PAGE = """---
title: "Doe syndrome"
author: nobody
---

**Doe syndrome** is [rare](http://x.org).[^doe] It \\*recurs\\*[^roe][^doe].

## Signs

Features include:

1. fever
   - high
2. `rash` [^none]

| Sign | Share |
|------|-------|
| Pain | 9/10[^roe] |

External links
--------------

- [Doe pages](https://x.org/doe)

[^roe]: Roe R (2002). *Another*. Press.
[^doe]: Doe J (2001). "Fever
    and more". *J. Med.* **3**: 5. See [here](https://x.org).
[^un]: Never cited.
"""


def test_a_page_is_read_as_it_is_meant() -> None:
    """Front matter names the article; lists, tables and code give their words alone."""
    article = read_text(_PAGE)
    assert article.title == "Doe syndrome"
    assert [s.text for s in article.content()] == [
        *("Doe syndrome is rare.", "It *recurs*.", "Features include:", "fever", "high", "rash [^none]"),
        *("Sign | Share", "Pain | 9/10"),
    ]
    assert [s.role for s in article.content()][2:4] == [SectionRole.SIGNS] * 2
    assert [(link.text, link.url) for link in article.links] == [("Doe pages", "https://x.org/doe")]


def test_footnotes_are_references_in_the_order_they_are_cited() -> None:
    """A footnote's number is that of its first citation; one never cited stands last."""
    article = read_text(_PAGE)
    cited = {s.text: s.citations for s in article.content() if s.citations}
    assert cited == {"Doe syndrome is rare.": ("1",), "It *recurs*.": ("2", "1"), "Pain | 9/10": ("2",)}
    assert [(r.number, r.title, r.volume) for r in article.references] == [
        *(("1", "Fever and more", "3"), ("2", "Another", ""), ("3", "Never cited", "")),
    ]


def test_a_numbered_list_under_references_is_cited_by_its_numbers() -> None:
    """Marks such as `[2]` name the entries of an ordered list."""
    article = read_text("# A\n\nRare.[2]\n\n## References\n\n1. Doe J. One. 2001.\n2. Roe R. Two. 2002.\n")
    assert [r.number for r in article.references] == ["1", "2"]
    assert next(article.content()).citations == ("2",)


def test_attributes_of_headings_and_struck_words_are_no_content() -> None:
    """What Pandoc writes behind a heading goes, and what is struck out."""
    article = read_text("# A\n\nRare ~~and mild~~.\n\n## Treatment {#treatment .wide}\n\nNone is known.\n")
    assert [s.heading for s in article.sections if s.heading] == ["Treatment"]
    assert next(article.content()).text == "Rare ."
