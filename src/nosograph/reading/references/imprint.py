"""Imprint: where a work came out, read from the words behind its title."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Hold where and by whom a work came out."""

    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""


_PAGES: Final = r"[A-Za-z]?\d[\w.]*(?:[ ]?[–—-][ ]?[A-Za-z]?\d[\w.]*)?(?:,[ ]?[A-Za-z]?\d+(?:[–-][A-Za-z]?\d+)?){0,6}"
_ARTICLE: Final = (
    # J. Clin. Immunol. 28 (5): 581–7
    re.compile(
        r"(?P<container>[^\d:;(][^:;]{0,200}?)[ ,]+(?:\((?P<publisher>[^()]{2,100})\)[ ])?(?P<volume>[A-Za-z]?\d{1,5}[A-Za-z]?(?:[–/-]\d+)?)(?:[ ](?:Suppl\.?)(?:[ ]\w+)?)?"
        rf"(?:[ ]?\((?P<issue>[^()]{{1,40}})\))?(?::[ ]?(?P<pages>{_PAGES}))?(?=[.,; ]|$)"
    ),
    # Nature. 2002 Aug;39(8):537-45
    re.compile(
        rf"(?P<container>[^\d:;]{{2,200}}?)[.,]?[ ]\(?(?:1[5-9]|20)\d\d(?:[ ][A-Z][a-z]{{2,8}}(?:[–-][A-Z][a-z]+)?(?:[ ]\d{{1,2}})?)?\)?[;,][ ]?(?P<volume>\w{{1,6}})(?:[ ]?\((?P<issue>[^()]{{1,40}})\))?(?::[ ]?(?P<pages>{_PAGES}))?"
    ),
)
_EDITION: Final = re.compile(
    r"\(?\b(?P<edition>(?:\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]evised|[Ii]nternational)(?: \w+)?)[ ](?:ed\b\.?|edition)\)?[.,]?"
)
_PAGE: Final = re.compile(rf"\b(?:pp?|pages?)\.?[ ](?P<pages>{_PAGES})")
_PLACE: Final = re.compile(
    r"(?P<place>[^\W\d_][^:.;()\d]{1,50}(?:\.[^:.;()\d]{1,30})?):[ ](?P<publisher>[^.;:()]{2,100}(?:\.(?=[ ]?(?:Co|Inc|Ltd)))?[^.;:()]{0,40})"
)


def article(rest: str) -> Imprint:
    """Read the words behind an article's title."""
    for pattern in _ARTICLE:
        match = pattern.match(rest)
        if match:
            found = match.groupdict()
            return Imprint(
                container=(found["container"] or "").strip(" ,;"),
                volume=found["volume"] or "",
                issue=found["issue"] or "",
                pages=(found["pages"] or "").rstrip("."),
                publisher=found.get("publisher") or "",
            )
    return book(rest)


def book(rest: str) -> Imprint:
    """Read the words behind a book's or a page's title.

    >>> book("(2nd ed.). St. Louis: Mosby. p. 72.")
    Imprint(container='', volume='', issue='', pages='72', publisher='Mosby', place='St. Louis', edition='2nd')
    """
    edition = _EDITION.search(rest)
    pages = _PAGE.search(rest)
    body = rest
    for match in (edition, pages):
        if match:
            body = body.replace(match[0], "", 1)
    place = _PLACE.search(body.strip(" ."))
    found = {"edition": edition["edition"] if edition else "", "pages": pages["pages"].rstrip(".") if pages else ""}
    if place:
        return Imprint(publisher=place["publisher"].strip(), place=place["place"].strip(" ."), **found)
    first = re.split(r"\.(?:[ ]|$)", body.strip(" ."), maxsplit=1)[0].strip()
    return Imprint(publisher=first if first and not first[0].isdigit() else "", **found)
