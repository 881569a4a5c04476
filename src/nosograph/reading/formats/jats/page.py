"""An article's XML to blocks: its front matter, abstracts, body, tables set apart, and reference list."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Final

from lxml import etree

from nosograph.errors import InputError
from nosograph.model import Licence
from nosograph.reading import boilerplate
from nosograph.reading.block import Block, BlockKind, Page
from nosograph.reading.characters import clean_inline
from nosograph.reading.formats.jats import works
from nosograph.reading.formats.jats.elements import FLOATS, NOT_ABSTRACTS, every, find, name, text
from nosograph.reading.formats.jats.walk import Walk
from nosograph.reading.formats.origin import Origin
from nosograph.reading.references import identifiers
from nosograph.reading.traced import Traced

_LARGEST: Final = 10_000_000
"""Code points of an article; the parsed tree is some ten times as large."""
_MEND: Final = "give the article's own XML file"
_DECLARED: Final = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_ENCODING: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_NAMED: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OWN: Final = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_HREF: Final = "{http://www.w3.org/1999/xlink}href"


def read(source: str, where: str = "") -> Page:
    """Read JATS XML as blocks. Entities of its own are refused, nothing is fetched.

    Raises:
        InputError: it is no well-formed XML, declares entities, holds no article or several, or more than ten million
            characters.
    """
    article = _article(_tree(source, where), where)
    origin = Origin(source)
    meta = find(article, "front", "article-meta")
    front = article if meta is None else meta
    title = next(iter(every(front, "article-title")), None)
    refs = [ref for ref in every(article, "ref") if not _is_within(ref, "sub-article", "response")]
    known = {ref.get("id") or "": works.number_of(ref, at) for at, ref in enumerate(refs, 1)}
    walk = Walk(origin, known)
    blocks = [
        *_titles(title, origin),
        *_abstracts(front, walk),
        *_bodies(article, walk),
        *_references(refs, origin),
    ]
    return Page(blocks=tuple(blocks), licence=_licence(front), url=_address(front))


def _tree(source: str, where: str) -> etree._Element:
    if len(source) > _LARGEST:
        seen = f"holds {len(source):,} characters, more than {_LARGEST:,}"
        raise InputError(seen, where=where, mend="give one article, not a collection")
    if _DECLARED.search(source):
        raise InputError("declares XML entities, which are not expanded", where=where, mend=_MEND)
    plain = _NAMED.sub(lambda m: m[0] if m[1] in _OWN or m[1] not in html5 else unescape(m[0]), source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(_ENCODING.sub("", plain, count=1).lstrip().encode("utf-8", "ignore"), parser)
    except etree.XMLSyntaxError as error:
        said = str(error).split(", line")[0][:200]
        line = f", line {error.lineno}" if error.lineno else ""
        raise InputError(f"is not well-formed XML ({said}{line})", where=where, mend=_MEND) from None


def _article(root: etree._Element, where: str) -> etree._Element:
    found = [root] if name(root) == "article" else every(root, "article")
    if len(found) != 1:
        seen = "holds no article" if not found else f"holds {len(found)} articles"
        raise InputError(seen, where=where, mend=_MEND)
    return found[0]


def _is_within(element: etree._Element, *names: str) -> bool:
    return any(name(above) in names for above in element.iterancestors())


def _titles(title: etree._Element | None, origin: Origin) -> Iterator[Block]:
    """Yield the title, without the marks of its footnotes."""
    if title is not None:
        for inside in every(title, "xref", "fn"):
            inside.text = ""
        words = text(title).strip(" *†‡")
        if words:
            yield Block(kind=BlockKind.TITLE, words=clean_inline(origin.place(words)))


def _abstracts(front: etree._Element, walk: Walk) -> Iterator[Block]:
    for element in every(front, "abstract"):
        if element.get("abstract-type") in NOT_ABSTRACTS:
            continue
        if not any(name(child) == "title" for child in element):
            yield Block(kind=BlockKind.HEADING, words=Traced.at("Abstract", walk.origin.here), level=2)
        walk.level = 2
        yield from walk.walk(element)


def _bodies(article: etree._Element, walk: Walk) -> Iterator[Block]:
    """Yield the body, and the figures and tables that stand apart from it."""
    walk.level = 1
    body = find(article, "body")
    if body is not None:
        yield from walk.walk(body)
    apart = find(article, "floats-group")
    for floating in every(apart, *FLOATS) if apart is not None else ():
        walk.level = 1
        yield from walk.walk(floating)


def _references(refs: list[etree._Element], origin: Origin) -> Iterator[Block]:
    if refs:
        titled = next((find(ref.getparent(), "title") for ref in refs[:1]), None)
        yield Block(kind=BlockKind.HEADING, words=clean_inline(origin.place(text(titled) or "References")), level=2)
    for at, ref in enumerate(refs, 1):
        words, fields, address = works.read(ref)
        number = works.number_of(ref, at)
        if any(map(str.isalnum, words)):
            placed = clean_inline(origin.place(words)).strip()
            yield Block(kind=BlockKind.REFERENCE, words=placed, number=number, url=address, fields=fields)


def _licence(front: etree._Element) -> Licence | None:
    """Read the licence, by its address where it is stated, else by its words; the copyright's words are owed."""
    owed = text(next(iter(every(front, "copyright-statement")), None))
    for element in every(front, "license"):
        addresses = [inside.get(_HREF) or "" for inside in element.iter()] + [
            text(e) for e in every(element, "license_ref")
        ]
        for words in (*addresses, text(element)):
            found = boilerplate.licence(words)
            if found is not None:
                return Licence(name=found.name, iri=found.iri, attribution=owed)
    return Licence(attribution=owed) if owed else None


def _address(front: etree._Element) -> str:
    """Give where the article is published: its DOI, else its number in PubMed Central or PubMed."""
    stated = {e.get("pub-id-type"): text(e) for e in front if name(e) == "article-id"}
    doi, pmc, pmid = (stated.get(kind, "") for kind in ("doi", "pmc", "pmid"))
    if identifiers.doi(doi):
        return f"https://doi.org/{identifiers.doi(doi)}"
    number = identifiers.pmcid(pmc or stated.get("pmcid", ""))
    if number:
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{number}/"
    return f"https://pubmed.ncbi.nlm.nih.gov/{identifiers.pmid(pmid)}/" if identifiers.pmid(pmid) else ""
