"""Lists and tables that a copy ran together into one paragraph, taken apart again.

`… include: - fever - rash` is a list behind its lead. `Ataxia 90% Ptosis 7.5% Milia - …` is a table of findings and
how often they occur, as GARD prints it. A list may have nothing but capitals between its items (`capitals`). Lists of
where to read more (`These resources …: - …`) are links.
"""

import re
from collections.abc import Iterator
from typing import Final

from nosograph.reading.block import BlockKind
from nosograph.reading.formats import capitals
from nosograph.reading.traced import Traced, join

Piece = tuple[BlockKind, Traced]
"""A stretch of a paragraph and what it is."""

_RESOURCES: Final = re.compile(
    r"(?<!\S)These resources (?:from \S+ )?(?:address|offer|provide|contain)\b[^:]{0,300}:(?= - )"
)
_LIST: Final = re.compile(r":(?= - \S)")
_DASH: Final = re.compile(r" - ")
_ANCHOR: Final = re.compile(
    r"(?P<header>(?i:signs and symptoms|symptoms?|features?|findings?) "
    r"(?i:approximate number of patients|frequency|percentage)(?i: \(when available\))? )|[.!?:] "
)
_ROW: Final = re.compile(
    r"(?P<name>[A-Z](?:(?![.!?] [A-Z])[^%|]){2,90}?) (?P<value>\d{1,3}(?:\.\d{1,3})?%|\d{1,4}/\d{1,4}|-)(?: |$)"
)
_FEWEST_ROWS: Final = 4
_FEWEST_ITEMS: Final = 2


def spread(words: Traced) -> Iterator[Piece]:
    """Yield the pieces of a paragraph; most have one.

    >>> [(k.value, w.text) for k, w in spread(Traced.of("Signs include: - fever - rash"))]
    [('paragraph', 'Signs include:'), ('item', 'fever'), ('item', 'rash')]
    """
    if " - " not in words.text and "%" not in words.text and capitals.items(words.text) is None:
        yield BlockKind.PARAGRAPH, words
        return
    starts = [m.start() for m in _RESOURCES.finditer(words.text)]
    for start, end in zip([-1, *starts], [*starts, len(words)], strict=True):
        part = words.slice(max(start, 0), end).strip()
        if part.text:
            yield from _linked(part) if start >= 0 else _tabled(part)


def _linked(words: Traced) -> Iterator[Piece]:
    """Take a list of resources apart: links, and no lead."""
    yield from _items(words, _RESOURCES.match(words.text), BlockKind.LINK)


def _tabled(words: Traced) -> Iterator[Piece]:
    """Take tables of frequencies out of the paragraph; its other stretches may be lists."""
    done = 0
    for anchor in _ANCHOR.finditer(words.text):
        headed = not anchor["header"] and _ANCHOR.match(words.text, anchor.end())
        rows = list(_rows(words.text, anchor.end())) if anchor.start() >= done and not headed else []
        if len(rows) < _FEWEST_ROWS:
            continue
        yield from _dashed(words.slice(done, anchor.start() if anchor["header"] else anchor.end()).strip())
        for row in rows:
            name = words.slice(row.start("name"), row.end("name"))
            value = words.slice(row.start("value"), row.end("value"))
            yield BlockKind.ROW, name if value.text == "-" else join((name, value), " | ")
        done = rows[-1].end()
    yield from _dashed(words.slice(done, len(words)).strip())


def _rows(text: str, start: int) -> Iterator[re.Match[str]]:
    match = _ROW.match(text, start)
    while match is not None:
        yield match
        match = _ROW.match(text, match.end())


def _dashed(words: Traced) -> Iterator[Piece]:
    """Take a list with dashes off its lead."""
    lead = _LIST.search(words.text)
    if words.text:
        yield from _items(words, lead, BlockKind.ITEM)


def _items(words: Traced, lead: re.Match[str] | None, kind: BlockKind) -> Iterator[Piece]:
    dashes = list(_DASH.finditer(words.text, lead.end())) if lead else []
    if lead is None or len(dashes) < _FEWEST_ITEMS:
        yield from _capitalised(words)
        return
    if kind is BlockKind.ITEM:
        yield BlockKind.PARAGRAPH, words.slice(0, lead.end())
    for dash, following in zip(dashes, [*dashes[1:], None], strict=True):
        yield kind, words.slice(dash.end(), following.start() if following else len(words)).strip()


def _capitalised(words: Traced) -> Iterator[Piece]:
    """Take lists whose items nothing but their capitals part off their leads; what follows is a paragraph again."""
    while (found := capitals.items(words.text)) is not None:
        lead, spans = found
        yield BlockKind.PARAGRAPH, words.slice(0, lead)
        for start, end in spans:
            yield BlockKind.ITEM, words.slice(start, end)
        words = words.slice(spans[-1][1], len(words)).strip()
    if words.text:
        yield BlockKind.PARAGRAPH, words
