"""Imprint: where a work came out, read from the words behind its title."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from nosograph.reading.references.dates import DATE, MONTH, YEAR


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


_DASH: Final = "[–—−‒-]"
_UNIT: Final = r"(?:[A-Za-z]{0,5}\d[\w.]{0,14}|[ivxlc]{1,6}(?![A-Za-z]))"
_SPAN: Final = rf"{_UNIT}(?:[ ]?{_DASH}[ ]?{_UNIT}|{_DASH}(?=[., ]|$))?"
_AND_MORE: Final = r"(?:(?:discussion|quiz|author reply)[ ])?"
_PAGES: Final = rf"(?P<pages>(?:Chapter[ ])?{_SPAN}(?:[,;][ ]?{_AND_MORE}{_SPAN}){{0,8}})"
_NUMBER: Final = rf"(?:[A-Z]{{0,4}}\d{{1,5}}(?:{_DASH}?[A-Z]|{_DASH}\d{{1,4}})?|[IVXLC]{{1,7}})"
_SUPPLEMENT: Final = r"(?:Suppl?|Supplement|Spec No|Pt)\b\.?(?:[ ]?[A-Z]?\d{0,3}[A-Z]?)?"
_VOLUME: Final = rf"(?:[Vv]ol(?:ume)?\.?[ ])?(?P<volume>{_NUMBER}(?:[ ]{_SUPPLEMENT})?)"
_ISSUE: Final = r"[ ]?\((?P<issue>[^()]{1,40}(?:\([^()]{1,20}\)[^()]{0,20})?)\)"
_NAME: Final = r"(?P<container>.{1,250}?)"
_END: Final = r"(?=[.,;][ ]|[.,;]?$|[ ][(\[])"

_WHEN: Final = rf"\(?{YEAR}(?:[ ]{MONTH}(?:[ ]\d{{1,2}})?)?\)?"
_NO_PAGE: Final = r"(?<!\bp\.)(?<!\bp)(?<!\bpp\.)(?<!\bpp)"

_NUMBERED: Final = (
    rf"{_NAME}[.,]?[ ]{_WHEN}[;,][ ]?{_VOLUME}(?:{_ISSUE})?(?:[:,][ ]?{_PAGES})?{_END}",
    rf"{_NAME},?[ ]{_VOLUME}(?:{_ISSUE})?:[ ]?{_PAGES}{_END}",
    rf"{_NAME},?[ ]?{_ISSUE}:[ ]?{_PAGES}{_END}",
    rf"{_NAME},[ ]{_VOLUME}(?:{_ISSUE})?,[ ](?:pp?\.[ ])?{_PAGES}{_END}",
    rf"{_NAME}\.?[ ]{_VOLUME}(?:{_ISSUE})?,[ ](?:pp?\.[ ])?(?P<pages>{_UNIT}[ ]?{_DASH}[ ]?{_UNIT}){_END}",
    rf"{_NAME},?[ ]{_VOLUME}{_ISSUE}{_END}",
    rf"{_NAME}:[ ]?{_PAGES}{_END}",
    rf"{_NAME},?{_NO_PAGE}[ ](?:[Vv]ol(?:ume)?\.?[ ])?(?P<volume>\d{{1,3}}[A-Z]?){_END}",
)
"""How an article's place is written, surest first: Vancouver, Citation Style 1, APA."""

FORMAT: Final = re.compile(
    r"(?:[\s.,;:]*(?:\((?:[A-Z]{3,4}(?::[^()]{0,20})?|(?:free )?full text|video|press release|report|thesis|podcast"
    r"|book|in [A-Z]\w+"
    r"|fee required|registration required|subscription required)\)|\[[^\[\]]{1,300}\]))+[\s.,;:]*",
    re.IGNORECASE,
)
EDITION: Final = re.compile(
    r"[ ]?\(?\b(?P<edition>(?:\d{1,2}(?:st|nd|rd|th|\.)?|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth"
    r"|Tenth|Revised|Updated|New|International|\w{3,8}\.|Online-Ausg\.?)(?: \w{1,20}\.?)?)"
    r" (?:ed\b\.?|edition)(?: ed\.)?\)?[.,]?",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(rf"\b(?:pp?|pages?)\.?[ ]?{_PAGES}")
_LANGUAGE: Final = re.compile(r"[ ]?\(in [A-Z]\w+(?:(?:,| and) \w+)?\)")
_BEHIND: Final = re.compile(r"[ ]?\((?P<inside>[^()]{2,120})\)$")
_ORGANISATION: Final = re.compile(
    r"\b(?:publish\w*|press|society|association|group|inc|university|organi[sz]ation|academy|academic|college|institute|company|ltd|elsevier"
    r"|springer|wiley|karger|blackwell|informa|mcgraw\W?hill|cent(?:er|re)s?|agency|council|foundation|department|administration|committee"
    r"|newspapers|federation|ministry|service)\b",
    re.IGNORECASE,
)
_PERIODICAL: Final = re.compile(
    r"\b(?:journal|annals|review|archives|bulletin|times|news|post|today|magazine|chronicle|telegraph|guardian|herald|gazette|tribune|lancet"
    r"|weekly|monthly|independent|observer|mail|star|digest|proceedings|reporter|letter|newsletter|dictionary|encyclop\w+|handbook|manual|textbook)\b"
    r"|^(?:nature|science|time|newsweek|bmj|cell|jama)$",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"(?P<place>[^\W\d_][^:;()\d]{1,50}):[ ](?P<publisher>[^;:()]{2,140})")
_SENTENCE: Final = re.compile(r"(?<![ .][A-Z])(?<!\bDr)(?<!\bSt)(?<!\bU\.S)(?<!\bvs)\.(?:[ ]|$)")
_DATED: Final = re.compile(rf"(?:[,.]?[ ]?|^)\(?{DATE}\)?\.?$")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: together they cost some milliseconds."""
    return re.compile(pattern)


def article(rest: str, *, dated: bool) -> Imprint:
    """Read the words behind an article's or page's title; `dated` where a date stands in brackets before it.

    >>> i = article("J. Clin. Immunol. 28 (5): 581–7.", dated=True)
    >>> i.container, i.volume, i.issue, i.pages
    ('J. Clin. Immunol.', '28', '5', '581–7')
    """
    words = FORMAT.sub("", rest, count=1) if FORMAT.match(rest) else rest
    for pattern in _NUMBERED:
        match = _compiled(pattern).match(words)
        if match is not None:
            found = {
                name: (value or "").rstrip(".") for name, value in match.groupdict().items() if name != "container"
            }
            return _named(match["container"], Imprint(**found))
    pages = _PAGE.search(words)
    head = words[: pages.start()] if pages else words
    return replace(_unnumbered(head, dated=dated), pages=pages["pages"].rstrip(".") if pages else "")


def _named(name: str, imprint: Imprint) -> Imprint:
    """Tell a journal's name from the publisher in brackets behind it; a stop that is its only one ends it."""
    words = _LANGUAGE.sub("", name).strip(" ,;")
    words = words[:-1] if words.find(".") == len(words) - 1 else words
    behind = _BEHIND.search(words)
    if behind is not None and _ORGANISATION.search(behind["inside"]) and behind.start() > 0:
        return replace(imprint, container=words[: behind.start()].strip(), publisher=behind["inside"])
    return replace(imprint, container=words)


def _unnumbered(words: str, *, dated: bool) -> Imprint:
    """Read container and publisher where no number parts them: the second of two parts published the first."""
    parts = [p for p in (_DATED.sub("", s).strip(" ,;") for s in _SENTENCE.split(_LANGUAGE.sub("", words))) if p]
    if not parts:
        return Imprint()
    place = _PLACE.fullmatch(parts[-1])
    if place is not None:
        return _named(". ".join(parts[:-1]), Imprint(place=place["place"], publisher=place["publisher"]))
    if len(parts) > 1:
        return _named(parts[0], Imprint(publisher=parts[1]))
    named = _named(parts[0], Imprint())
    if dated or named.publisher or _PERIODICAL.search(parts[0]):
        return named
    return Imprint(publisher=parts[0])


def book(rest: str) -> Imprint:
    """Read the words behind a book's title.

    >>> book("(2nd ed.). St. Louis: Mosby. p. 72.")
    Imprint(container='', volume='', issue='', pages='72', publisher='Mosby', place='St. Louis', edition='2nd')
    """
    body = FORMAT.sub("", rest, count=1) if FORMAT.match(rest) else rest
    edition, pages = EDITION.search(body), _PAGE.search(body)
    for match in (edition, pages):
        body = body.replace(match[0], "", 1) if match else body
    found = Imprint(edition=edition["edition"] if edition else "", pages=pages["pages"].rstrip(".") if pages else "")
    parts = [p for p in (_DATED.sub("", s).strip(" ,;()") for s in _SENTENCE.split(body)) if p]
    for part in parts:
        place = _PLACE.fullmatch(part)
        if place is not None:
            return replace(found, place=place["place"], publisher=place["publisher"])
    publisher = next((p for p in parts if not p[0].isdigit()), "")
    return replace(found, publisher=publisher)
