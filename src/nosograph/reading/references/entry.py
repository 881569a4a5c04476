"""One entry of a reference list to its fields, from its words alone.

The order is that of English lists: authors, date, title, where it came out, volume, issue, pages, publisher, identifiers
(Wikipedia's Citation Style 1; ICMJE/Vancouver; APA). What stands in none of these places stays in the words only.
"""

import re
from dataclasses import dataclass
from typing import Final

from nosograph.reading.references import identifiers
from nosograph.reading.references.authors import authors
from nosograph.reading.references.dates import DATE, YEAR, Issued, issued
from nosograph.reading.references.fields import Fields
from nosograph.reading.references.imprint import Imprint, article, book

_ACCESS: Final = re.compile(
    r"(?:\(?\b(?:Retrieved|Accessed|Archived from|Archived)\b|\(subscription required|\bOCLC\b|\bJSTOR\b|\bBibcode\b|\barXiv\b|\bISSN\b|\bASIN\b|\bLCCN\b)"
)
_IN_BRACKETS: Final = re.compile(rf"[ ]?\((?P<date>{DATE})(?:[;,][^()]{{0,40}})?\)[.,:]?(?=[ ]|$)")
_VANCOUVER_DATE: Final = re.compile(
    rf"[. ]\s?(?P<date>{YEAR}(?:[ ](?:[A-Z][a-z]{{2}}[a-z]*)(?:[-–][A-Z][a-z]{{2}})?(?:[ ]\d{{1,2}})?)?)\s?;"
)
_OPEN: Final = '"“«'
_CLOSE: Final = '"”»'


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


def parse(words: str) -> Fields:
    """Read one entry.

    >>> f = parse('Yong PL, Russo P (May 2008). "Use of Sirolimus". J. Clin. Immunol. 28 (5): 581–7. doi:10.1007/x.')
    >>> f.authors, f.year, f.month, f.title, f.container, f.volume, f.issue, f.pages
    (('Yong PL', 'Russo P'), 2008, 5, 'Use of Sirolimus', 'J. Clin. Immunol.', '28', '5', '581–7')
    """
    found = identifiers.find(words)
    access = _ACCESS.search(words)
    end = min(found.first, access.start() if access else len(words))
    core = words[: end if end > 0 else len(words)]
    date = _IN_BRACKETS.search(core)
    quoted = _quoted(core, 0)
    if quoted is not None and date is not None and quoted.start < date.start():
        date = None if date.start() < quoted.end else date
    title = quoted if quoted is not None else _unquoted(core, date)
    before = min(
        [title.start if title else 0] + ([date.start()] if date and title and date.start() < title.start else [])
    )
    rest_from = title.end if title else (date.end() if date else 0)
    rest = core[rest_from:].lstrip(_CLOSE + ".,;: ")
    imprint = article(rest) if quoted is not None or re.search(r"\d\s?[:;(]", rest) else book(rest)
    when = issued(date["date"]) if date else _late(core, title, imprint)
    return _fields(core, title, authors(core[:before].rstrip(" (" + _OPEN)), when, imprint, found)


def _fields(
    core: str,
    title: _Span | None,
    names: tuple[str, ...],
    when: Issued,
    imprint: Imprint,
    found: identifiers.Identifiers,
) -> Fields:
    return Fields(
        title=core[title.start : title.end] if title else "",
        title_start=title.start if title else -1,
        title_end=title.end if title else -1,
        authors=names,
        year=when.year,
        month=when.month,
        container=imprint.container,
        volume=imprint.volume,
        issue=imprint.issue,
        pages=imprint.pages,
        publisher=imprint.publisher,
        place=imprint.place,
        edition=imprint.edition,
        notes=tuple(found.malformed),
        **found.values,
    )


def _quoted(core: str, start: int) -> _Span | None:
    """Find the title between quotation marks; quotation marks inside it are no end."""
    opening = next((m for m in re.finditer(f"[{_OPEN}]", core[start:])), None)
    if opening is None:
        return None
    first = start + opening.end()
    for closing in re.finditer(f"[{_CLOSE}]", core[first:]):
        at = first + closing.start()
        after, before = core[at + 1 : at + 3], core[at - 1 : at]
        if (
            not after
            or after[0] in ".,;:"
            and (len(after) == 1 or after[1] in ' "”')
            or before in ".,?!"
            and after[0] == " "
        ):
            return _trimmed(core, first, at)
    last = max(core.rfind(c) for c in _CLOSE)
    return _trimmed(core, first, last) if last > first else None


def _unquoted(core: str, date: re.Match[str] | None) -> _Span | None:
    """Find the title behind the date, or behind the authors: up to the full stop that ends it."""
    start = date.end() if date and date.start() > 0 else None
    if start is None:
        names = re.match(r"(?:[^\W\d_][^.:]{1,40}?[ ](?:[A-Z]\.?-?){1,4}(?:,[ ]|(?=[.:])))+[ ]?(?:et al)?[.:]", core)
        start = names.end() if names else 0
    body = core[start:]
    skip = len(body) - len(body.lstrip(" .,:"))
    for stop in re.finditer(r"[.?!](?=[ ]|$)", body):
        if stop.start() <= skip + 2 or re.search(
            r"(?:\b[A-Z]|\bvs|\bSt|\bet al|\bed|\beds|\bvol|\bno|\bspp?)$", body[: stop.start()]
        ):
            continue
        return _trimmed(core, start + skip, start + stop.start() + (stop[0] != "."))
    return _trimmed(core, start + skip, len(core)) if len(body) > skip else None


def _trimmed(core: str, start: int, end: int) -> _Span | None:
    text = core[start:end]
    start += len(text) - len(text.lstrip(" " + _OPEN))
    end = start + len(core[start:end].rstrip(" ,.;:"))
    return _Span(start, end) if end > start else None


def _late(core: str, title: _Span | None, imprint: Imprint) -> Issued:
    """Read the date where it stands behind the title."""
    rest = core[title.end :] if title else core
    match = _VANCOUVER_DATE.search(rest) or re.search(
        rf"(?<![\w(–-])(?P<date>{DATE})(?![\w–-])", rest.replace(imprint.pages, "", 1) if imprint.pages else rest
    )
    return issued(match["date"]) if match else Issued()
