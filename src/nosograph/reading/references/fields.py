"""Fields: what a reference says of the work it names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Hold the fields of one work; what is unknown is empty, `year` None, `month` 0.

    `title_start` and `title_end` delimit the title in the words that were parsed (-1 where there is none). `notes` name
    identifiers that were malformed and therefore left out.
    """

    title: str = ""
    title_start: int = -1
    title_end: int = -1
    authors: tuple[str, ...] = ()
    year: int | None = None
    month: int = 0
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()
