"""Boilerplate: lines that mirrors and wikis put around an article, told by general patterns.

Three sorts. Navigation lines go where they stand. A footer (licence, copyright, terms of use) ends the content: what
follows it up to the next heading goes with it. Licence statements are read before they go.
"""

import re
from functools import cache
from typing import Final

from nosograph.model import Licence

_NAVIGATION: Final = r"""
# World Library, Project Gutenberg and their sister sites
(?:world|public|school|college) (?:e?book )?library(?: foundation)?(?: association)?
flag as inappropriate|email this (?:article|page)|report (?:an )?error|print this page|share this(?: article| page)?
(?:article id|reproduction date|publication date|whebn\w*)\s*:?.{0,60}
(?:author|publisher): world heritage encyclopedia
(?:title|language|subject|collection|publication|date): ?.{0,2000}(?<![.!?])
help to improve this article, make contributions at the citational source.{0,300}
# MediaWiki skins, hatnotes and cleanup boxes
from wiki\w+,? the free (?:encyclopa?edia|\w+)\.?
from (?:wikipedia|simple english wikipedia|wikidoc|new world encyclopedia)
jump to navigation ?jump to search|jump to content
jump to(?: navigation)?:? ?(?:navigation|search|content|main content)?(?:, ?(?:search|navigation))?
\(?redirected from .{1,120}\)?
\[?(?:edit|edit source|hide|show|toggle)\]?
(?:main articles?|further information|see also|for more details on this topic, see|see main article)s?: ?.{1,200}
this article (?:is about|needs|relies|may (?:need|require)|does not cite|has multiple issues|is missing)\b.{1,600}
this article incorporates\b.{1,600}|not to be confused with .{1,200}
.{1,200}\bredirects here\b.{0,300}|for other uses, see .{1,200}|for the .{1,120}, see .{1,120}
this .{0,60}\b(?:article|page|section)\b.{0,40}\bis a stub\b.{0,300}|you can help wikipedia by .{1,120}
please (?:help )?(?:improve|expand|add|update) (?:it|this article|this section)\b.{0,300}
wikimedia commons has media related to .{1,200}
v[ ]?[·•|]?[ ]?t[ ]?[·•|]?[ ]?e
(?:hidden )?categor(?:y|ies): .{1,2000}
# sites of health information
(?:back to )?top(?: of page)?|advertisement|print|share|tweet
skip to (?:main )?content|sign up .{0,80}newsletter.{0,80}
open in (?:a )?new (?:tab|window)|(?:see|view|show|read|learn) (?:more|less|all)(?: [+»>])?
(?:expand|collapse) (?:section|all)|showing .{0,3}\d+.{0,8} of .{0,3}\d+.{0,40}
download (?:pdf|figure|image).{0,40}|view (?:larger|full|in) .{0,40}
"""
"""Lines that only help to move about a site, whole, as regular expressions."""

_FOOTER: Final = r"""
this article (?:was|is) (?:sourced|licensed|released|derived|taken|copied) (?:from|under)\b
(?:the )?(?:text|content|article)(?: on| of this (?:page|article))? (?:is|are) (?:available|licensed|released) under\b
(?:crowd ?sourced|world heritage encyclopedia) content\b
by using (?:this|our) (?:site|website|page)\b
(?:copyright|©|\(c\))\s*(?:©|\(c\)|\d{4}|(?:by )?the\b|world\b|all rights)
funding for .{0,80}\bcontent contributors\b
e?books from project gutenberg\b
(?:this page was )?last (?:modified|edited|updated?)(?: on| by|:)
retrieved from [\"“'<]?https?:|retrieved from$
wikipedia(?:®|\(r\))? is a registered trademark
(?:privacy policy|about wikipedia|disclaimers|contact (?:us|wikipedia)|cookie statement|mobile view)$
terms of use(?: (?:and|&) .{1,60})?$
all rights reserved\b
(?:navigation menu|personal tools)$
"""
"""How the lines begin with which licence, copyright and terms of a site begin."""

_CREATIVE: Final = re.compile(
    r"creative commons (?P<terms>[A-Za-z]+(?:[ -]+[A-Za-z]+){0,5}?)[ -]*(?:licen[cs]e|unported|international|(?=\d))"
    r"[ ]?(?P<version>\d\.\d)?"
    r"|\bCC[ -](?P<short>BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?|0)(?:[ -](?P<number>\d\.\d))?",
    re.IGNORECASE,
)
_LONGEST: Final = 3000
_IRI: Final = re.compile(r"creativecommons\.org/(?:licenses/(?P<terms>[a-z-]+)|publicdomain/zero)/(?P<version>\d\.\d)")
_TERMS: Final = (
    ("attribution", "BY"),
    ("noncommercial", "NC"),
    ("non-commercial", "NC"),
    ("noderiv", "ND"),
    ("share", "SA"),
)


@cache
def _any(table: str) -> re.Pattern[str]:
    rows = (line for line in table.strip().splitlines() if not line.startswith("#"))
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)


def is_navigation(line: str) -> bool:
    """Tell a line that only helps to move about the site.

    >>> is_navigation("Flag as Inappropriate"), is_navigation("The skin is dry.")
    (True, False)
    """
    return len(line) <= _LONGEST and bool(_any(_NAVIGATION).fullmatch(line.strip(" |*•")))


def is_footer(line: str) -> bool:
    """Tell a line with which the licence, copyright or terms of the site begin."""
    return bool(_any(_FOOTER).match(line[:_LONGEST]))


def licence(text: str) -> Licence | None:
    """Read a Creative Commons licence out of a statement or an IRI; the IRI only where the version is stated.

    >>> licence("available under the Creative Commons Attribution-ShareAlike License; additional terms may apply").name
    'CC-BY-SA'
    """
    address = _IRI.search(text[:_LONGEST])
    if address is not None:
        return _licence(address["terms"].upper() if address["terms"] else "0", address["version"])
    match = _CREATIVE.search(text[:_LONGEST])
    if match is None:
        return None
    if match["short"]:
        code, version = match["short"].upper(), match["number"] or ""
    else:
        words = match["terms"].lower()
        code, version = "-".join(short for long, short in _TERMS if long in words), match["version"] or ""
    return _licence(code, version) if code else None


def _licence(code: str, version: str) -> Licence:
    kind = "publicdomain/zero" if code == "0" else f"licenses/{code.lower()}"
    name = f"CC{code}" if code == "0" else f"CC-{code}"
    iri = f"https://creativecommons.org/{kind}/{version}/" if version else ""
    return Licence(name=f"{name}-{version}" if version else name, iri=iri)
