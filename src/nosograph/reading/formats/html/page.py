"""A page to blocks: find its content, walk it, and read licence and address from its head."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby
from typing import Final

from lxml import etree

from nosograph.errors import InputError
from nosograph.model import Licence
from nosograph.reading import boilerplate, infobox
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.formats.html import elements
from nosograph.reading.formats.html.walk import walk
from nosograph.reading.formats.origin import Origin

_LARGEST: Final = 10_000_000
"""Code points of a page; the parsed tree is some ten times as large."""
_MOST_TAGS: Final = 100_000
"""Tags of a page; the longest of an encyclopedia have some ten thousands."""
_ADDRESSES: Final = (
    ("//link[@rel='canonical']", "href"),
    ("//link[@rel='dc:isVersionOf']", "href"),
    ("//meta[@property='og:url']", "content"),
)
"""Where a page says its own address, and in which attribute."""
_FEWEST_ROWS: Final = 2
_ROOTS: Final = (
    "//*[contains(concat(' ', @class, ' '), ' mw-parser-output ')]",
    "//*[contains(concat(' ', @class, ' '), ' main-article-body ')]",
    "//*[contains(concat(' ', @class, ' '), ' jig-ncbiinpagenav ')]",
    "//*[contains(concat(' ', @class, ' '), ' c-article-body ')]",
    "//*[contains(concat(' ', @class, ' '), ' entry-content ')]",
    "//*[@id='mw-content-text']",
    "//*[@id='bodyContent']",
    "//main",
    "//*[@role='main']",
    "//article",
    "//*[@id='content']",
    "//body",
)
_TITLES: Final = (
    "//*[@id='firstHeading']",
    "//*[contains(concat(' ', @class, ' '), ' firstHeading ')]",
    "//h1",
    "//title",
)


_SITES: Final = (
    r"wiki\w+|medlineplus|gard|orphanet|world heritage encyclopedia|pmc|pubmed|genetic and rare diseases\b.*"
)
_SITE: Final = re.compile(rf"\s[-–—|]\s(?:{_SITES})\b.*$|:\s(?:medlineplus\b.*|gard)$|^(?:{_SITES}):\s", re.IGNORECASE)


def read(source: str, where: str = "") -> Page:
    """Read HTML as blocks.

    Raises:
        InputError: the page holds more than ten million characters or 100,000 tags, or is nested deeper than the
            parser goes.
    """
    for number, most, what in (
        (len(source), _LARGEST, "characters"),
        (source.count("<"), _MOST_TAGS, "tags"),
    ):
        if number > most:
            seen = f"holds {number:,} {what}, more than {most:,}"
            raise InputError(seen, where=where, mend="give one article's page, not a collection")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    tree = etree.fromstring(source.encode("utf-8", "ignore"), parser)
    if any(error.type_name == "ERR_NO_MEMORY" or "Excessive depth" in error.message for error in parser.error_log):
        raise InputError("is nested deeper than a page can be", where=where, mend="save the page anew")
    if tree is None:
        raise InputError("there is no page in it", where=where, mend="give the article's page")
    origin = Origin(source)
    title = _title(tree, origin)
    root = _root(tree)
    blocks = tuple(_boxed(_untitled(walk(root, origin), title)))
    return Page(blocks=((title, *blocks) if title else blocks), licence=_licence(tree), url=_address(tree))


def _root(tree: etree._Element) -> etree._Element:
    """Give the element that holds the article: the first of the usual ones that has paragraphs."""
    for path in _ROOTS:
        for element in tree.xpath(path):
            if element.find(".//p") is not None:
                return element
    body = tree.find("body")
    return tree if body is None else body


def _untitled(blocks: Iterable[Block], title: Block | None) -> Iterator[Block]:
    """Leave out the heading that says the title, and what stands before it: the head of the site."""
    if title is None:
        yield from blocks
        return
    before: list[Block] = []
    found = False
    for block in blocks:
        again = (
            not found and block.kind is BlockKind.HEADING and block.words.text.casefold() == title.words.text.casefold()
        )
        if again:
            found = True
            before = [b for b in before if b.kind is BlockKind.INFOBOX]
        else:
            before.append(block)
    yield from before


def _boxed(blocks: Iterator[Block]) -> Iterator[Block]:
    """Take a list of identifiers, as other encyclopedias print it, for rows of an infobox: `OMIM: 203500`."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        items = list(run)
        found = [infobox.is_row(b.words.text) and infobox.identifiers(*infobox.split(b.words.text)) for b in items]
        if kind is not BlockKind.ITEM or sum(map(bool, found)) < _FEWEST_ROWS:
            yield from items
            continue
        for block, named in zip(items, found, strict=True):
            yield replace(block, kind=BlockKind.INFOBOX, level=0, identifiers=named) if named else block


def _title(tree: etree._Element, origin: Origin) -> Block | None:
    """Read the title; it stands before the content, so it is placed first."""
    for path in _TITLES:
        for element in tree.xpath(path):
            words = _SITE.sub("", elements.text(element))
            if words:
                return Block(kind=BlockKind.TITLE, words=origin.place(words))
    return None


def _licence(tree: etree._Element) -> Licence | None:
    links = chain(
        tree.xpath("//*[@rel='license' or @rel='copyright'][@href]"),
        tree.xpath("//a[contains(@href, 'creativecommons.org/')]"),
    )
    for link in links:
        licence = boilerplate.licence(link.get("href"))
        if licence is not None:
            return licence
    return None


def _address(tree: etree._Element) -> str:
    stated = (place.get(name) or "" for path, name in _ADDRESSES for place in tree.xpath(path))
    address = next((address.strip() for address in stated if address.strip()), "")
    return f"https:{address}" if address.startswith("//") else address
