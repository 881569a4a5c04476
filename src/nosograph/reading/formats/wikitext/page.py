"""A page to blocks: parse it, walk it, and put its references where it lists them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import mwparserfromhell
from mwparserfromhell.nodes import Text

from nosograph.errors import InputError
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.citation import take_marks
from nosograph.reading.formats.wikitext.gather import Gather
from nosograph.reading.formats.wikitext.notes import Note, Notes
from nosograph.reading.formats.wikitext.place import Place
from nosograph.reading.formats.wikitext.walk import Walk

_LARGEST: Final = 2_000_000
"""Code points of a page; MediaWiki's own limit is two megabytes ($wgMaxArticleSize)."""
_MOST_OPEN: Final = 500
"""Marks that open and never close; the parser looks for the end of each anew."""
_OPENING: Final = re.compile(
    r"\[(?=\w{2,12}:|//|\[)|\{\{|\{\||<(?P<tag>[a-z]{1,12})\b(?![^<>]{0,300}/>)", re.IGNORECASE
)
_CLOSING: Final = re.compile(r"\]|\}\}|\|\}|</(?P<tag>[a-z]{1,12})\s*>", re.IGNORECASE)
_ENDS: Final = {"[": "]", "{{": "}}", "{|": "|}"}
_ALONE: Final = frozenset({"br", "hr", "wbr", "li", "dt", "dd", "th", "td", "tr", "meta", "link", "img"})
_TITLE: Final = re.compile(r"\{\{\s*DISPLAYTITLE\s*:\s*(?P<title>[^{}\n]{1,200})\}\}", re.IGNORECASE)
_SHORTENED: Final = re.compile(r"\{\{\s*(?:sfn|harv)", re.IGNORECASE)
_MOST_NAMED: Final = 20


def read(source: str, where: str = "") -> Page:
    """Read wikitext as blocks.

    Raises:
        InputError: the page holds more than two million characters, or opens hundreds of tags or brackets and never
            closes them.
    """
    _check(source, where)
    code = mwparserfromhell.parse(source)
    notes = Notes()
    notes.define(code)
    if _SHORTENED.search(source):
        notes.list_works(code)
    walk = Walk(Gather(Place(source), notes))
    walk.code(code)
    walk.flush()
    blocks = tuple(_titled(walk, source)) + tuple(_with_lists(walk, notes, source))
    passed = list(dict.fromkeys(walk.gather.passed))[:_MOST_NAMED]
    said = (f"templates passed over, their words with them: {', '.join(passed)}",) if passed else ()
    return Page(blocks=blocks, notes=said)


def _check(source: str, where: str) -> None:
    """Refuse what the parser would take minutes for."""
    if len(source) > _LARGEST:
        seen = f"holds {len(source):,} characters, more than {_LARGEST:,}"
        raise InputError(seen, where=where, mend="give one article's page, not a collection")
    opened: Counter[str] = Counter()
    most: Counter[str] = Counter()
    for match in re.finditer(f"{_OPENING.pattern}|{_CLOSING.pattern.replace('tag', 'end')}", source, re.IGNORECASE):
        name = (match["tag"] or match["end"] or _ENDS.get(match[0], match[0])).lower()
        if match["tag"] or match[0] in _ENDS:
            opened[name] += name not in _ALONE
            most[name] = max(most[name], opened[name])
        else:
            opened[name] = max(opened[name] - 1, 0)
    name, count = next(iter(most.most_common(1)), ("", 0))
    if count > _MOST_OPEN:
        mend = "save the page's source anew"
        raise InputError(f"opens {count:,} stretches that no {name!r} closes", where=where, mend=mend)


def _titled(walk: Walk, source: str) -> Iterator[Block]:
    """Give the title the page states: how it is displayed, what its infobox is called, or what its lead begins with."""
    shown = _TITLE.search(source)
    if shown is not None:
        gather = Gather(Place(source, shown.start("title")), Notes())
        gather.code(mwparserfromhell.parse(shown["title"]))
        words = gather.inline.taken().traced
    elif walk.title is not None and walk.title.text:
        words = walk.title
    else:
        lead = next((b for b in walk.emission.blocks if b.bold), None)
        if lead is None:
            return
        words = lead.words.slice(*lead.bold[0])
    yield Block(kind=BlockKind.TITLE, words=words)


def _with_lists(walk: Walk, notes: Notes, source: str) -> Iterator[Block]:
    """Yield the blocks, the entries of each group where the page lists them, the others at the end."""
    homes = {group: walk.lists.get(group, len(walk.emission.blocks)) for group in notes.groups}
    for index, block in enumerate((*walk.emission.blocks, None)):
        for group in sorted(group for group, home in homes.items() if home == index):
            for note in notes.listed(group):
                yield _entry(note, source)
        if block is not None:
            yield block


def _entry(note: Note, source: str) -> Block:
    """Make a reference of an entry; one that the page never defines says so."""
    gather = Gather(Place(source), Notes())
    if note.content is not None:
        gather.place.begin(note.content)
        gather.code(note.content)
    if note.work is not None:
        gather.node(Text(" "))
        gather.node(note.work)
    words = take_marks(gather.inline.taken().traced).words
    return Block(kind=BlockKind.REFERENCE, words=words, number=note.number, url=gather.url, fields=gather.fields)
