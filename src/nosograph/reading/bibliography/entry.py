"""Entry: one work of a user's bibliography."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold one work, its identifiers normalised; `key` and `where` say which entry of which file it is.

    `first_author` is a family name, empty where the entry names no author; `editors` are family names.
    """

    key: str
    where: str
    title: str
    year: int | None = None
    first_author: str = ""
    editors: tuple[str, ...] = ()
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
    malformed: tuple[str, ...] = ()
