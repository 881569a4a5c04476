"""Publications: the entries of the reference list, the works they name, and their authors in order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from nosograph.assembly.draft import Draft
from nosograph.assembly.literals import integer, issued, plain
from nosograph.assembly.names import address
from nosograph.model import Article, Claim, Reference
from nosograph.rdf import BIBO, DCTERMS, FABIO, NG, SCHEMA

_ISBN10: Final = 10


def add_references(draft: Draft, article: Article, claims: Iterable[Claim]) -> dict[str, NamedNode]:
    """Record the reference list and its works; give the work of each number.

    A number that a claim cites and the list lacks is an entry of that number alone, for a shape to warn of.
    """
    works: dict[str, NamedNode] = {}
    merged: dict[NamedNode, Reference] = {}
    seen = Counter[str]()
    for reference in article.references:
        work = draft.names.publication(reference)
        works.setdefault(reference.number, work)
        merged[work] = _merge(merged[work], reference) if work in merged else reference
        seen[reference.number] += 1
        _add_entry(draft, draft.names.reference(reference.number, seen[reference.number]), reference, work)
    for work, reference in merged.items():
        _add_work(draft, work, reference)
    for number in {number for claim in claims for number in claim.references} - works.keys():
        _add_number(draft, draft.names.reference(number), number)
    return works


def _add_number(draft: Draft, entry: NamedNode, number: str) -> None:
    draft.types(entry, NG.Reference)
    draft.record(entry, NG.number, plain(number))
    draft.record(entry, DCTERMS.isPartOf, draft.names.article)


def _add_entry(draft: Draft, entry: NamedNode, reference: Reference, work: NamedNode) -> None:
    _add_number(draft, entry, reference.number)
    draft.record(entry, NG.start, integer(reference.start))
    draft.record(entry, NG.end, integer(reference.end))
    draft.record(entry, DCTERMS.bibliographicCitation, _some(reference.text))
    draft.record(entry, NG.matched, _some(reference.matched))
    draft.record(entry, NG.publication, work)


def _add_work(draft: Draft, work: NamedNode, reference: Reference) -> None:
    draft.types(work, *_classes(reference))
    draft.record(work, DCTERMS.title, _some(reference.title) or plain(reference.text or reference.number))
    draft.record(work, DCTERMS.issued, issued(reference.year, reference.month) if reference.year else None)
    for predicate, value in (
        (BIBO.volume, reference.volume),
        (BIBO.issue, reference.issue),
        (BIBO.pages, reference.pages),
        (BIBO.edition, reference.edition),
        (SCHEMA.publisher, reference.publisher),
        (BIBO.doi, reference.doi),
        (BIBO.pmid, reference.pmid),
        (FABIO.hasPubMedCentralId, reference.pmcid),
        (BIBO.isbn10 if len(reference.isbn) == _ISBN10 else BIBO.isbn13, reference.isbn),
    ):
        draft.record(work, predicate, _some(value))
    draft.record(work, SCHEMA.url, address(reference.url))
    _add_container(draft, work, reference)
    for position, name in enumerate(filter(str.strip, reference.authors), 1):
        authorship = draft.names.authorship(work, position)
        draft.record(work, SCHEMA.author, authorship)
        draft.types(authorship, SCHEMA.Role)
        draft.record(authorship, SCHEMA.position, integer(position))
        draft.record(authorship, SCHEMA.name, plain(name))


def _add_container(draft: Draft, work: NamedNode, reference: Reference) -> None:
    if not reference.container.strip():
        return
    container = draft.names.container(reference.container)
    draft.record(work, DCTERMS.isPartOf, container)
    draft.types(container, *((BIBO.Collection,) if reference.isbn else (FABIO.Journal, BIBO.Journal)))
    draft.record(container, DCTERMS.title, plain(reference.container))


def _classes(reference: Reference) -> tuple[NamedNode, NamedNode]:
    """Say what sort of work an entry names, as far as its fields tell."""
    if reference.isbn and reference.container:
        return FABIO.BookChapter, BIBO.Chapter
    if reference.container or reference.pmid:
        return FABIO.JournalArticle, BIBO.AcademicArticle
    if reference.isbn or reference.publisher:
        return FABIO.Book, BIBO.Book
    if reference.url and not reference.doi:
        return FABIO.WebPage, BIBO.Webpage
    return FABIO.Expression, BIBO.Document


def _merge(first: Reference, second: Reference) -> Reference:
    """Fill what one entry of a work leaves open from another entry of the same work."""
    gaps = {f.name: getattr(second, f.name) for f in fields(first) if not getattr(first, f.name)}
    return replace(first, **gaps)


def _some(text: str) -> Literal | None:
    return plain(text) if text.strip() else None
