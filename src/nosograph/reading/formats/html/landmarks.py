"""Landmarks of a page: where its article stands, its title, its licence and its address."""

import re
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from lxml import etree

from nosograph.model import Licence
from nosograph.reading import boilerplate
from nosograph.reading.block import Block, BlockKind
from nosograph.reading.formats.html import elements
from nosograph.reading.formats.origin import Origin

_MARKS: Final = {
    mark: rank
    for rank, mark in enumerate(
        (
            *("mw-parser-output", "main-article-body", "jig-ncbiinpagenav", "c-article-body", "entry-content"),
            *("mw-content-text", "bodyContent", "main", "article", "content", "body"),
        )
    )
}
"""Classes, ids, roles and tags of the element that holds an article, the narrowest first."""
_NAMED: Final = "descendant-or-self::*[@class or @id or @role or self::main or self::article or self::body]"
"""Elements that may have such a mark."""
_ADDRESSES: Final = (
    ("//link[@rel='canonical']", "href"),
    ("//link[@rel='dc:isVersionOf']", "href"),
    ("//meta[@property='og:url']", "content"),
)
"""Where a page says its own address, and in which attribute."""
_LICENCES: Final = "//*[@href][@rel='license' or @rel='copyright' or contains(@href, 'creativecommons.org/')]"
_TITLES: Final = (
    "//*[@id='firstHeading']",
    "//h1[contains(concat(' ', @class, ' '), ' firstHeading ')]",
    "//h1",
    "//title",
)
_SITES: Final = (
    r"wiki\w+|medlineplus|gard|orphanet|world heritage encyclopedia|pmc|pubmed|genetic and rare diseases\b.*"
)
_SITE: Final = re.compile(rf"\s[-–—|]\s(?:{_SITES})\b.*$|:\s(?:medlineplus\b.*|gard)$|^(?:{_SITES}):\s", re.IGNORECASE)


@cache
def _path(expression: str) -> etree.XPath:
    return etree.XPath(expression)


def root(tree: etree._Element) -> etree._Element:
    """Give the element that holds the article: the first of the usual ones that has paragraphs."""
    named = _path(_NAMED)(tree)
    marked = ((_rank(e.tag, e.get("role", ""), e.get("id", ""), e.get("class", "")), e) for e in named)
    for _, element in sorted((found for found in marked if found[0] < len(_MARKS)), key=itemgetter(0)):
        if element.find(".//p") is not None:
            return element
    body = tree.find("body")
    return tree if body is None else body


@lru_cache(maxsize=10_000)
def _rank(tag: str, role: str, name: str, classes: str) -> int:
    """Say how narrowly an element holds the article: the smaller, the narrower."""
    said = (tag, role, name, *classes.split())
    return min((_MARKS[mark] for mark in said if mark in _MARKS), default=len(_MARKS))


def title(tree: etree._Element, origin: Origin) -> Block | None:
    """Read the title; it stands before the content, so it is placed first."""
    for path in _TITLES:
        for element in _path(path)(tree):
            words = _SITE.sub("", elements.text(element))
            if words:
                return Block(kind=BlockKind.TITLE, words=origin.place(words))
    return None


def licence(tree: etree._Element) -> Licence | None:
    """Read the licence: the one the page states as its own, else the first it links to."""
    for link in sorted(_path(_LICENCES)(tree), key=lambda link: link.get("rel") not in {"license", "copyright"}):
        found = boilerplate.licence(link.get("href"))
        if found is not None:
            return found
    return None


def address(tree: etree._Element) -> str:
    """Give where the page says it stands, or nothing."""
    stated = (place.get(name) or "" for path, name in _ADDRESSES for place in _path(path)(tree))
    found = next((address.strip() for address in stated if address.strip()), "")
    return f"https:{found}" if found.startswith("//") else found
