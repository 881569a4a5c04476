"""Page to Article: lay out, cut, bind, parse the references, and say what was noticed."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import fields as names_of
from itertools import groupby
from typing import Final

from nosograph.errors import InputError
from nosograph.model import Article, Curie, Licence, Link, Reference, SectionRole, Sentence
from nosograph.reading import heading, language
from nosograph.reading.bibliography import Entry, match
from nosograph.reading.binding import bind, in_order
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.characters import clean
from nosograph.reading.heading import Furniture
from nosograph.reading.layout import Layout, Placed, lay_out
from nosograph.reading.numbering import numbered
from nosograph.reading.references import Fields, merged, parse
from nosograph.reading.traced import Traced

_LONGEST: Final = 1_000_000
"""Code points of text; the longest encyclopedia article has half a million."""
_LONGEST_SLUG: Final = 80
_NOT_OF_REFERENCES: Final = frozenset({"title_start", "title_end", "notes"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Hold what is known of an article beside its page: from its metadata, its path and the caller.

    `source` wins over the address the page states, which wins over `name`.
    """

    where: str
    name: str = ""
    title: str = ""
    slug: str = ""
    source: str = ""
    licence: Licence | None = None
    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()


def compose(page: Page, given: Given) -> Article:
    """Make the article.

    Raises:
        InputError: the page holds no content, or more than a million characters of it.
    """
    blocks = tuple(_without_title(numbered(_titled(page.blocks, given.title))))
    if not any(b.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW, BlockKind.INFOBOX} for b in blocks):
        raise InputError(
            "there is no article in it, only headings or navigation", where=given.where, mend="give the article's text"
        )
    length = sum(len(b.words) + 2 for b in blocks)
    if length > _LONGEST:
        raise InputError(
            f"the text holds {length:,} characters, more than {_LONGEST:,}",
            where=given.where,
            mend="give one article, not a collection",
        )
    layout = lay_out(blocks)
    found = tuple(_references(layout))
    references = tuple(reference for reference, _ in found)
    matched = match(references, given.entries)
    body = list(bind(layout))
    language.check((s.text for s in body), where=given.where)
    titles = _titles(layout, matched.references)
    title = next((b.words.text for b in blocks if b.kind is BlockKind.TITLE), "")
    return Article(
        slug=given.slug or slugify(title) or "article",
        title=title,
        text=layout.text,
        sha256=hashlib.sha256(layout.text.encode()).hexdigest(),
        source=given.source or page.url or given.name,
        licence=given.licence or page.licence or Licence(),
        identifiers=tuple(dict.fromkeys(_identifiers(blocks))),
        sections=layout.sections,
        sentences=in_order([*body, *titles]),
        references=matched.references,
        links=tuple(_links(layout)),
        emphasised=tuple(_emphasised(layout)),
        notes=(*given.notes, *page.notes, *_malformed(found), *matched.notes, *_unlisted(body, references)),
        source_map=layout.source_map,
    )


def slugify(title: str) -> str:
    """Make a name for files and IRIs.

    >>> slugify("Chédiak–Higashi syndrome")
    'chediak-higashi-syndrome'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_SLUG].rstrip("-")


def _titled(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Put the given title in the place of the page's own; it points at the source's beginning."""
    words = clean(" ".join(title.split())).text
    own = next((b for b in blocks if b.kind is BlockKind.TITLE), None)
    if not words or (own is not None and own.words.text == words):
        return tuple(blocks)
    first = Block(kind=BlockKind.TITLE, words=Traced.at(words, 0))
    return (first, *(b for b in blocks if b.kind is not BlockKind.TITLE))


def _without_title(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out rows of the infobox that only say the title again."""
    title = next((b.words.text.casefold() for b in blocks if b.kind is BlockKind.TITLE), None)
    return (b for b in blocks if b.kind is not BlockKind.INFOBOX or b.words.text.casefold() != title)


def _identifiers(blocks: Sequence[Block]) -> Iterator[Curie]:
    """Give the identifiers of the first infobox that has any: later ones are of genes and other things."""
    runs = (list(run) for kind, run in groupby(blocks, key=lambda b: b.kind) if kind is BlockKind.INFOBOX)
    yield from next((found for run in runs if (found := [i for b in run for i in b.identifiers])), [])


def _references(layout: Layout) -> Iterator[tuple[Reference, Fields]]:
    for placed in layout.placed:
        if placed.block.kind is BlockKind.REFERENCE:
            words = placed.block.words.text
            fields = merged(parse(words), placed.block.fields, words)
            yield _reference(placed, fields), fields


def _reference(placed: Placed, fields: Fields) -> Reference:
    shift = placed.start if fields.title else 0
    values = {f.name: getattr(fields, f.name) for f in names_of(fields) if f.name not in _NOT_OF_REFERENCES}
    return Reference(
        number=placed.block.number,
        start=placed.start,
        end=placed.end,
        text=placed.block.words.text,
        title_start=fields.title_start + shift,
        title_end=fields.title_end + shift,
        **{**values, "url": fields.url or placed.block.url},
    )


def _malformed(found: Sequence[tuple[Reference, Fields]]) -> Iterator[str]:
    for reference, fields in found:
        yield from (f"reference {reference.number}: {note}, left out" for note in dict.fromkeys(fields.notes))


def _titles(layout: Layout, references: Sequence[Reference]) -> Iterator[Sentence]:
    """Yield the titles of the cited works as sentences that cite their own reference."""
    places = {p.start: (i, p) for i, p in enumerate(layout.placed) if p.block.kind is BlockKind.REFERENCE}
    for reference in references:
        if reference.title:
            paragraph, placed = places[reference.start]
            yield Sentence(
                start=reference.title_start,
                end=reference.title_end,
                text=reference.title,
                section=layout.sections[placed.section].heading,
                role=SectionRole.REFERENCES,
                paragraph=paragraph,
                citations=(reference.number,),
            )


def _links(layout: Layout) -> Iterator[Link]:
    for placed in layout.placed:
        if (
            placed.block.kind is BlockKind.LINK
            and heading.furniture(layout.sections[placed.section].heading) is not Furniture.NAVIGATION
        ):
            yield Link(text=placed.block.words.text, url=placed.block.url)


def _emphasised(layout: Layout) -> Iterator[str]:
    for placed in layout.placed:
        if placed.section >= 0 and layout.sections[placed.section].role is SectionRole.LEAD:
            yield from (placed.block.words.text[start:end] for start, end in placed.block.bold)


def _unlisted(body: Sequence[Sentence], references: Sequence[Reference]) -> Iterator[str]:
    """Say which citations name no entry of the reference list."""
    listed = {r.number for r in references}
    missing = dict.fromkeys(n for s in body for n in s.citations if n not in listed)
    if missing:
        yield f"cited but not in the reference list: {', '.join(list(missing)[:20])}"
