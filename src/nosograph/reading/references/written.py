"""Fields to words: how a work is written where the source keeps its fields alone (Citation Style 1)."""

import calendar
from collections.abc import Iterator
from typing import Final

from nosograph.reading.references.fields import Fields

_CLOSING: Final = (".", "?", "!")


def written(fields: Fields) -> str:
    """Write a work as a list of references prints it.

    >>> written(Fields(title="On it", authors=("Doe J", "Roe R"), year=2001, container="J. Med.", pages="5–7"))
    'Doe J, Roe R (2001). "On it". J. Med.: 5–7.'
    """
    return " ".join(part if part.endswith(_CLOSING) else f"{part}." for part in _parts(fields) if part)


def _parts(fields: Fields) -> Iterator[str]:
    apart = "; " if any("," in name for name in fields.authors) else ", "
    month = f"{calendar.month_name[fields.month]} " if fields.month else ""
    date = f"({month}{fields.year})" if fields.year else ""
    yield " ".join(part for part in (apart.join(fields.authors), date) if part)
    edition = f" ({fields.edition} ed.)" if fields.edition else ""
    in_another = bool(fields.container) or not (fields.publisher or fields.isbn)
    if fields.title:
        yield f'"{fields.title}"{edition}' if in_another else f"{fields.title}{edition}"
    yield _imprint(fields)
    yield ": ".join(part for part in (fields.place, fields.publisher) if part)
    if fields.pages and not fields.container:
        yield f"pp. {fields.pages}"
    for label, value in (
        ("doi:", fields.doi),
        ("PMID ", fields.pmid),
        ("PMCID ", fields.pmcid),
        ("ISBN ", fields.isbn),
    ):
        yield f"{label}{value}" if value else ""


def _imprint(fields: Fields) -> str:
    """Write where an article stands: `J. Med. 28 (5): 581–7`."""
    if not fields.container:
        return ""
    issue = f" ({fields.issue})" if fields.issue else ""
    volume = f" {fields.volume}{issue}" if fields.volume else issue
    pages = f": {fields.pages}" if fields.pages else ""
    return f"{fields.container}{volume}{pages}"
