"""Page: everything the page shows, as plain values. `web/src/payload.ts` has the same types under the same names.

Offsets are code points into the article's text, ends exclusive. Things, works and articles are named by their place in
the page's tuples, counted from 0.
"""

from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]
NOTHING: Final = -1
"""The place of a thing or work that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Hold a kind or relation: its key, its English name and what it means."""

    key: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Hold an identifier and where the web has its page; `href` is empty where there is none."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Hold a node: `id` is its CURIE; `same` are its identifiers elsewhere, `sources` where its names come from."""

    id: str
    iri: str
    href: str
    label: str
    kind: str
    synonyms: tuple[str, ...]
    same: tuple[Address, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Hold a publication; what is not known is empty."""

    id: str
    href: str
    title: str
    authors: tuple[str, ...]
    issued: str
    container: str
    volume: str
    issue: str
    pages: str
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold an entry of an article's reference list: its number, its stretch of the text, its work or `NOTHING`."""

    number: str
    span: Span
    text: str
    work: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Hold an article: its text, references, and under what terms it may be used; `about` is a thing or `NOTHING`."""

    slug: str
    title: str
    text: str
    href: str
    licence: Address
    attribution: str
    about: int
    references: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Hold a claim: `id` names it within the page; `evidence` are the spans of its quotes, `sentence` that of all."""

    id: str
    iri: str
    article: int
    subject: int
    relation: str
    object: int
    match: str
    polarity: str
    certainty: str
    outcome: str
    frequency: str
    score: float
    why: str
    decision: str
    note: str
    section: str
    text: str
    sentence: Span
    evidence: tuple[Span, ...]
    references: tuple[str, ...]
    works: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Hold all that one page shows."""

    title: str
    articles: tuple[Source, ...]
    things: tuple[Thing, ...]
    works: tuple[Work, ...]
    claims: tuple[Statement, ...]
    kinds: tuple[Term, ...]
    relations: tuple[Term, ...]
