"""Elements of JATS, as tables: which part paragraphs, which say nothing of the article's subject.

Journal Article Tag Suite 1.3 (ANSI/NISO Z39.96), Archiving and Publishing sets.
"""

from typing import Final

from lxml import etree

_PARAGRAPHS: Final = """
    p title disp-quote verse-line attrib caption list-item def term td th boxed-text disp-formula-group label
"""
PARAGRAPHS: Final = frozenset(_PARAGRAPHS.split())
"""Elements that part the words before them from those behind."""
_DROPPED: Final = """
    label object-id graphic media inline-graphic supplementary-material inline-formula
    disp-formula tex-math math alternatives chem-struct-wrap fn fn-group table-wrap-foot permissions floats-group
    sub-article response ack glossary app-group ref-list sec-meta kwd-group counts processing-meta email x
"""
DROPPED: Final = frozenset(_DROPPED.split())
"""Elements left out of the body, their words with them."""
FLOATS: Final = frozenset({"fig", "table-wrap"})
LISTS: Final = frozenset({"list", "def-list"})
NOT_ABSTRACTS: Final = frozenset({"graphical", "teaser", "toc", "precis", "key-points", "editor", "web-summary"})
"""Sorts of abstracts that say again what the abstract says."""


def name(element: etree._Element) -> str:
    """Give an element's name without its namespace; comments and instructions have none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def find(element: etree._Element, *path: str) -> etree._Element | None:
    """Give the first element on a path of names, each a child of the one before."""
    found = [element]
    for step in path:
        found = [child for parent in found for child in parent if name(child) == step]
    return found[0] if found else None


def every(element: etree._Element, *names: str) -> list[etree._Element]:
    """Give all descendants with one of the names, in order."""
    return [inside for inside in element.iter() if name(inside) in names]


def text(element: etree._Element | None) -> str:
    """Give all words of an element on one line; comments and instructions have none."""
    if element is None:
        return ""
    pieces = (piece for piece in element.xpath(".//text()"))
    return " ".join("".join(pieces).split())
