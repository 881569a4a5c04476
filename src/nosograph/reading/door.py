"""The door: find what stands beside a source, recognise its format, and compose the article."""

import os
from pathlib import Path

from nosograph.errors import InputError
from nosograph.model import Article
from nosograph.reading import bibliography as bibliographies
from nosograph.reading import metadata
from nosograph.reading.bibliography.file import beside
from nosograph.reading.composition import Given, compose, slugify
from nosograph.reading.formats import recognise
from nosograph.reading.metadata import Metadata
from nosograph.reading.source import Decoded, Source, checked, decoded


def read(source: Source, *, bibliography: str | os.PathLike[str] | None = None) -> Article:
    """Read an article from a path, a file object, or standard input ("-").

    Beside a path, `<stem>.toml` supplies metadata and `<stem>.csl.json` or `<stem>.bib` the identifiers of its
    references; `bibliography` takes the latter's place.

    Raises:
        InputError: the source, its metadata or its bibliography cannot be read; one line says what, where and how to
        mend it.
    """
    given = decoded(source)
    stem = given.path.with_suffix("") if given.path else None
    beside_it = _metadata(stem)
    books = Path(bibliography) if bibliography is not None else beside(stem) if stem else None
    return _read(
        given,
        Given(
            where=given.where,
            title=beside_it.title,
            slug=beside_it.slug or (slugify(stem.name) if stem else ""),
            source=beside_it.source,
            name=given.path.name if given.path else given.where,
            licence=beside_it.licence,
            entries=bibliographies.load(books) if books else (),
            notes=(*given.notes, *((f"retrieved {beside_it.retrieved}",) if beside_it.retrieved else ())),
        ),
    )


def read_text(text: str, *, title: str = "", slug: str = "") -> Article:
    """Read an article from a string.

    >>> read_text("It is rare.[1]", title="A syndrome").sentences[1].citations
    ('1',)

    Raises:
        InputError: the text holds no article.
    """
    where = "the text"
    return _read(checked(text, where), Given(where=where, title=title, slug=slugify(slug)))


def slug_of(path: str | os.PathLike[str]) -> str:
    """Give the slug that the article at a path has by its metadata or its name, or none, where only its title tells.

    >>> slug_of("articles/Ménière's disease.html")
    'meniere-s-disease'

    Raises:
        InputError: its metadata cannot be read.
    """
    stem = Path(path).with_suffix("") if Path(path).name else Path(path)
    return _metadata(stem).slug or slugify(stem.name)


def _metadata(stem: Path | None) -> Metadata:
    path = stem.with_name(stem.name + ".toml") if stem else None
    return metadata.load(path) if path and path.is_file() else Metadata()


def _read(source: Decoded, given: Given) -> Article:
    if not any(map(str.isalnum, source.text)):
        seen = "holds neither letters nor digits" if source.text.strip() else "is empty"
        raise InputError(seen, where=source.where, mend="give an article with text")
    reader = recognise(source.text, where=source.where)
    return compose(reader(source.text, source.where), given)
