"""Works: the entries of a reference list, their words and the fields their elements name."""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from nosograph.reading.formats.jats.elements import every, find, text
from nosograph.reading.references import Fields, identifiers, written
from nosograph.reading.references.dates import issued

_CITATIONS: Final = ("mixed-citation", "element-citation", "nlm-citation", "citation", "product")
_TITLES: Final = ("article-title", "chapter-title", "part-title", "data-title")
_SCHEMES: Final = {
    "doi": ("doi", identifiers.doi),
    "pmid": ("pmid", identifiers.pmid),
    "pmcid": ("pmcid", identifiers.pmcid),
    "pmc": ("pmcid", identifiers.pmcid),
}
_MOST_INITIALS: Final = 4
_HREF: Final = "{http://www.w3.org/1999/xlink}href"


def number_of(ref: etree._Element, position: int) -> str:
    """Give the number an entry shows, or where it stands in the list."""
    label = text(find(ref, "label")).strip("[]().: ")
    return label if re.fullmatch(r"\w{1,6}", label) else str(position)


def read(ref: etree._Element) -> tuple[str, Fields | None, str]:
    """Give an entry's words, its fields, and its address.

    Where nothing stands between the elements (`element-citation`), the words are written from the fields.
    """
    citation = next((child for child in every(ref, *_CITATIONS)), None)
    if citation is None:
        label = find(ref, "label")
        words = text(ref)
        return words.removeprefix(text(label)).strip() if label is not None else words, None, ""
    fields = _fields(citation)
    address = next((link.get(_HREF) or "" for link in every(citation, "ext-link", "uri")), "")
    between = (citation.text or "") + "".join(inside.tail or "" for inside in citation.iter() if inside is not citation)
    as_written = text(citation)
    words = written(fields) if fields.title and not between.strip() else as_written
    return words or as_written, fields, address if address.startswith(("http:", "https:")) else ""


def _fields(citation: etree._Element) -> Fields:
    titles = [text(e) for e in every(citation, *_TITLES)]
    source = text(next(iter(every(citation, "source")), None))
    found: dict[str, Any] = {}
    malformed: list[str] = []
    for element in every(citation, "pub-id", "ext-link"):
        scheme, normalise = _SCHEMES.get(element.get("pub-id-type") or element.get("ext-link-type") or "", ("", None))
        if normalise is not None:
            value = normalise(text(element))
            found.setdefault(scheme, value) if value else malformed.append(
                f"{scheme.upper()} {text(element)!r} is malformed"
            )
    for link in every(citation, "ext-link", "uri"):
        known = identifiers.of_address(link.get(_HREF) or "")
        if known is not None:
            found.setdefault(*known)
    for element in every(citation, "isbn"):
        found.setdefault("isbn", identifiers.isbn(text(element)))
    when = issued(" ".join(text(e) for e in every(citation, "month", "year")))
    return Fields(
        title=titles[0] if titles else source,
        container=source if titles else "",
        authors=tuple(dict.fromkeys(_authors(citation))),
        year=when.year,
        month=when.month,
        volume=_first(citation, "volume"),
        issue=_first(citation, "issue"),
        pages=_pages(citation),
        publisher=_first(citation, "publisher-name"),
        place=_first(citation, "publisher-loc"),
        edition=_first(citation, "edition"),
        notes=tuple(malformed),
        **found,
    )


def _first(citation: etree._Element, field: str) -> str:
    return text(next(iter(every(citation, field)), None)).strip(" .,;:()")


def _pages(citation: etree._Element) -> str:
    first, last = _first(citation, "fpage"), _first(citation, "lpage")
    return (
        "–".join(part for part in (first, last) if part)
        or _first(citation, "page-range")
        or _first(citation, "elocation-id")
    )


def _authors(citation: etree._Element) -> Iterator[str]:
    """Yield the names as a list of references prints them: `Doe JA`."""
    for element in every(citation, "name", "string-name", "collab"):
        family, given = text(find(element, "surname")), text(find(element, "given-names"))
        if family:
            initials = (
                given
                if len(given) <= _MOST_INITIALS and given.isupper()
                else "".join(re.findall(r"\b[^\W\d_]", given)).upper()
            )
            yield f"{family} {initials}".strip()
        elif text(element):
            yield text(element)
