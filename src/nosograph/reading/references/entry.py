"""One entry of a reference list to its fields, from its words alone.

The order is that of English lists: authors, date, title, where it came out, volume, issue, pages, publisher,
identifiers (Wikipedia's Citation Style 1; ICMJE/Vancouver; APA). What stands in none of these places stays in the
words only.
"""

import re
from dataclasses import asdict
from typing import Final

from nosograph.reading.references import identifiers
from nosograph.reading.references.authors import authors
from nosograph.reading.references.dates import DATE, YEAR, Issued, issued
from nosograph.reading.references.fields import Fields
from nosograph.reading.references.imprint import Imprint, article, book
from nosograph.reading.references.title import quoted, unquoted

_ACCESS: Final = re.compile(
    r"\(?\b(?:[Rr]etrieved|[Aa]ccessed|[Aa]rchived(?: from)?|subscription required"
    r"|OCLC|JSTOR|Bibcode|arXiv|ISSN|ASIN|LCCN)\b"
)
_IN_BRACKETS: Final = re.compile(rf"[ ]?\((?P<date>{DATE})(?:[;,][^()]{{0,40}})?\)[.:]?(?=[ ,]|$)")
_NUMBERED_DATE: Final = re.compile(
    rf"[. ]\s?(?P<date>{YEAR}(?:[ ][A-Z][a-z]{{2,8}}(?:[–-][A-Z][a-z]{{2}})?(?:[ ]\d{{1,2}})?)?)\s?;"
)
_ALONE: Final = re.compile(rf"(?<![\w(–-])(?P<date>{DATE})(?![\w–-])")
_PLACED: Final = re.compile(r"\d\s?[:;(]|\d,\s?(?:pp?\.\s?)?\d{1,5}[–-]\d")
"""A volume and what follows it, as behind the name of a journal."""
_LONGEST: Final = 10_000


def parse(words: str) -> Fields:
    """Read one entry.

    >>> f = parse('Yong PL, Russo P (May 2008). "Use of Sirolimus". J. Clin. Immunol. 28 (5): 581–7. doi:10.1007/x.')
    >>> f.authors, f.year, f.month, f.title, f.container, f.volume, f.issue, f.pages
    (('Yong PL', 'Russo P'), 2008, 5, 'Use of Sirolimus', 'J. Clin. Immunol.', '28', '5', '581–7')
    """
    words = words[:_LONGEST]
    found = identifiers.find(words)
    access = _ACCESS.search(words)
    end = min(found.first, access.start() if access else len(words))
    core = words[:end] if end > 0 else words
    date = _IN_BRACKETS.search(core)
    title = quoted(core)
    if title is None:
        title = unquoted(core, date.end() if date and date.start() > 0 else None)
    first = date if date and title and date.start() < title.start else None
    names = core[: first.start() if first else title.start if title else 0]
    rest = core[title.end if title else len(core) :].lstrip('"”»“.,;: ')
    as_article = bool(title and title.quoted) or _PLACED.search(rest)
    imprint = article(rest, dated=first is not None) if as_article else book(rest)
    when = issued(first["date"]) if first else _late(core[title.end if title else 0 :], imprint)
    return Fields(
        title=core[title.start : title.end] if title else "",
        title_start=title.start if title else -1,
        title_end=title.end if title else -1,
        authors=authors(names.rstrip(' ("“«„')),
        year=when.year,
        month=when.month,
        notes=tuple(found.malformed),
        **asdict(imprint),
        **found.values,
    )


def _late(rest: str, imprint: Imprint) -> Issued:
    """Read the date where it stands behind the title."""
    words = rest.replace(imprint.pages, "", 1) if imprint.pages else rest
    match = _NUMBERED_DATE.search(words) or _ALONE.search(words) or _IN_BRACKETS.search(words)
    return issued(match["date"]) if match else Issued()
