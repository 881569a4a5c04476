"""A page to blocks: find its landmarks, walk its content, and set right what only the whole shows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from lxml import etree

from nosograph.errors import InputError
from nosograph.reading import infobox
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.formats.html import landmarks
from nosograph.reading.formats.html.walk import walk
from nosograph.reading.formats.origin import Origin

_LARGEST: Final = 10_000_000
"""Code points of a page; the parsed tree is some ten times as large."""
_MOST_TAGS: Final = 100_000
"""Tags of a page; the longest of an encyclopedia have some ten thousands."""
_FEWEST_ROWS: Final = 2


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
    title = landmarks.title(tree, origin)
    blocks = tuple(_boxed(_untitled(walk(landmarks.root(tree), origin), title)))
    return Page(
        blocks=((title, *blocks) if title else blocks), licence=landmarks.licence(tree), url=landmarks.address(tree)
    )


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
        rows = items if kind is BlockKind.ITEM else []
        found = [infobox.is_row(b.words.text) and infobox.identifiers(*infobox.split(b.words.text)) for b in rows]
        if sum(map(bool, found)) < _FEWEST_ROWS:
            yield from items
            continue
        for block, named in zip(items, found, strict=True):
            yield replace(block, kind=BlockKind.INFOBOX, level=0, identifiers=named) if named else block
