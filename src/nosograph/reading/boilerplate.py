"""Boilerplate: lines that mirrors and wikis put around an article, told by general patterns.

Three sorts. Navigation lines go where they stand. A footer (licence, copyright, terms of use) ends the content: what follows it
up to the next heading goes with it. Licence statements are read before they go.
"""

import re
from typing import Final

from nosograph.model import Licence


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


_NAVIGATION: Final = _any(
    # World Library, Project Gutenberg and their sister sites
    r"(?:world|public|school|college) (?:e?book )?library(?: foundation)?(?: association)?",
    r"(?:flag as inappropriate|email this (?:article|page)|report (?:an )?error|print this page|share this(?: article| page)?)",
    r"(?:article id|reproduction date|publication date|whebn\w*)\s*:?.{0,60}",
    r"(?:author|publisher): world heritage encyclopedia",
    r"(?:title|language|subject|collection|publication|date): ?.{0,2000}(?<![.!?])",
    r"help to improve this article, make contributions at the citational source.{0,300}",
    # MediaWiki skins
    r"from wiki\w+,? the free (?:encyclopa?edia|\w+)\.?|from (?:wikipedia|simple english wikipedia|wikidoc|new world encyclopedia)",
    r"jump to(?: navigation)?:? ?(?:navigation|search|content|main content)?(?:, ?(?:search|navigation))?",
    r"(?:\(?redirected from .{1,120}\)?)",
    r"\[?(?:edit|edit source|hide|show|toggle)\]?",
    r"(?:main article|main articles|further information|see also|for more details on this topic, see|see main article)s?: ?.{1,200}",
    r"this article (?:is about|needs|relies|includes|may|contains|does not cite|has multiple issues|incorporates|is a stub|is missing|possibly)\b.{1,600}",
    r".{1,200}\bredirects here\b.{0,300}|for other uses, see .{1,200}|for the .{1,120}, see .{1,120}|not to be confused with .{1,200}",
    r"this .{0,60}\b(?:article|page|section)\b.{0,40}\bis a stub\b.{0,300}|you can help wikipedia by .{1,120}",
    r"please (?:help )?(?:improve|expand|add|update) (?:it|this article|this section)\b.{0,300}",
    r"\|?[ |]*wikimedia commons has media related to .{1,200}",
    r"(?:v|·|•|\|)?[ ]?v[ ]?[·•|]?[ ]?t[ ]?[·•|]?[ ]?e",
    r"(?:hidden )?categor(?:y|ies): .{1,2000}",
    # sites of health information
    r"(?:back to )?top(?: of page)?|advertisement|print|share|tweet|skip to (?:main )?content|sign up .{0,80}newsletter.{0,80}",
)
_FOOTER: Final = _any(
    r"this article (?:was|is) (?:sourced|licensed|released|derived|taken|copied) (?:from|under)\b.{0,400}",
    r"(?:the )?(?:text|content|article|material)(?: of this (?:page|article))? (?:is|are) (?:available|licensed|released) under\b.{0,400}",
    r"(?:crowd ?sourced|world heritage encyclopedia) content\b.{0,200}",
    r"by using (?:this|our) (?:site|website|page)\b.{0,200}",
    r"(?:copyright|©|\(c\))\s*(?:©|\(c\)|\d{4}|[a-z]).{0,300}",
    r"funding for .{0,80}\bcontent contributors\b.{0,100}",
    r"e?books from project gutenberg\b.{0,200}",
    r"(?:this page was )?last (?:modified|edited|updated) (?:on |by )?.{0,120}|this page was last (?:modified|edited)\b.{0,200}",
    r"retrieved from [\"“'<]?https?:.{0,300}",
    r"wikipedia(?:®|\(r\))? is a registered trademark.{0,200}",
    r"(?:privacy policy|about wikipedia|disclaimers|terms of use|contact (?:us|wikipedia)|cookie statement|mobile view|developers)(?: (?:and|&) .{1,60})?",
    r"all rights reserved\b.{0,300}",
    r"navigation menu|personal tools|retrieved from",
)

_CREATIVE: Final = re.compile(
    r"creative commons (?P<terms>[A-Za-z]+(?:[ -]+[A-Za-z]+){0,5}?)[ -]*(?:licen[cs]e|unported|international|(?=\d))[ ]?(?P<version>\d\.\d)?"
    r"|\bCC[ -](?P<short>BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?|0)(?:[ -](?P<number>\d\.\d))?",
    re.IGNORECASE,
)
_TERMS: Final = (
    ("attribution", "BY"),
    ("noncommercial", "NC"),
    ("non-commercial", "NC"),
    ("noderiv", "ND"),
    ("share", "SA"),
)


def is_navigation(line: str) -> bool:
    """Tell a line that only helps to move about the site.

    >>> is_navigation("Flag as Inappropriate"), is_navigation("The skin is dry.")
    (True, False)
    """
    return bool(_NAVIGATION.fullmatch(line.strip(" |*•")))


def is_footer(line: str) -> bool:
    """Tell a line with which the licence, copyright or terms of the site begin."""
    return bool(_FOOTER.match(line))


def licence(text: str) -> Licence | None:
    """Read a Creative Commons licence out of a statement; the IRI only where the version is stated.

    >>> licence("available under the Creative Commons Attribution-ShareAlike License; additional terms may apply").name
    'CC-BY-SA'
    """
    match = _CREATIVE.search(text)
    if match is None:
        return None
    if match["short"]:
        code, version = match["short"].upper(), match["number"] or ""
    else:
        words = match["terms"].lower()
        code, version = "-".join(short for long, short in _TERMS if long in words), match["version"] or ""
    if not code:
        return None
    kind = "publicdomain/zero" if code == "0" else f"licenses/{code.lower()}"
    name = f"CC{code}" if code == "0" else f"CC-{code}"
    iri = f"https://creativecommons.org/{kind}/{version}/" if version else ""
    return Licence(name=f"{name}-{version}" if version else name, iri=iri)
