"""Recognise a source's format by its content, never by its name alone."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from nosograph.errors import InputError
from nosograph.reading.block import FormatReader, Page
from nosograph.reading.formats import plain


class Format(StrEnum):
    """Name the formats a source may come in."""

    PLAIN = "plain text"
    HTML = "HTML"
    JATS = "JATS XML"
    XML = "XML"
    WIKITEXT = "wikitext"
    MARKDOWN = "Markdown"
    RTF = "RTF"
    JSON = "JSON"


def _html(source: str, where: str) -> Page:
    from nosograph.reading.formats import html  # noqa: PLC0415 - lxml, which an article in plain text need not wait for

    return html.read(source, where)


def _jats(source: str, where: str) -> Page:
    from nosograph.reading.formats import jats  # noqa: PLC0415 - as for HTML

    return jats.read(source, where)


def _wikitext(source: str, where: str) -> Page:
    from nosograph.reading.formats import wikitext  # noqa: PLC0415 - its parser is loaded only for it

    return wikitext.read(source, where)


def _markdown(source: str, where: str) -> Page:
    from nosograph.reading.formats import markdown  # noqa: PLC0415 - its parser is loaded only for it

    return markdown.read(source, where)


READERS: Final[Mapping[Format, FormatReader]] = MappingProxyType(
    {
        Format.PLAIN: plain.read,
        Format.HTML: _html,
        Format.WIKITEXT: _wikitext,
        Format.JATS: _jats,
        Format.MARKDOWN: _markdown,
    }
)

_HEAD: Final = 20_000
_PROLOGUE: Final = r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,3}"
_SIGNS: Final = (
    (Format.RTF, re.compile(r"\s*\{\\rtf")),
    (
        Format.JATS,
        re.compile(
            rf"{_PROLOGUE}(?:<!DOCTYPE\s+(?:pmc-)?article(?:set)?\b"
            r"|(?:<(?:pmc-articleset|OAI-PMH|GetRecord|record)\b.{0,10000}?)?<(?:\w+:)?article\b[^>]{0,2000}"
            r"\b(?:article-type|dtd-version|xmlns:(?:xlink|mml|jats))=)",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (Format.HTML, re.compile(rf"{_PROLOGUE}<(?:!DOCTYPE html|html|head|body)\b", re.IGNORECASE | re.DOTALL)),
    (Format.XML, re.compile(r"\s*<(?:\?xml|!DOCTYPE)\b", re.IGNORECASE)),
    (Format.JSON, re.compile(r"\s*(?:\{\s*\"|\[\s*(?:[{\"]|\[\s*[\[{\"\d-]))")),
)
"""What a source of a format begins with."""
_WIKITEXT: Final = re.compile(
    r"\{\{\s*(?:infobox|cite |citation|reflist|main\s*\||short description|efn|sfn|medical (?:condition|resources))"
    r"|<ref(?:\s[^<>]*)?>|\'{3}[^\'\n]{1,100}\'{3}[^\'].{0,2000}(?:\[\[|\{\{)|\[\[(?:category|file|image)\s*:|\[\[[^\[\]{}\n]{1,100}\]\].{0,2000}\[\[[^\[\]{}\n]{1,100}\]\]",
    re.IGNORECASE | re.DOTALL,
)
"""Mark-up that only wikitext has; two links, or bold words and a link, stand for one that has none of the rest."""
_FRAGMENT: Final = re.compile(
    rf"{_PROLOGUE}<(?:div|main|section|article|h[1-6]|p|table|ul)\b[^<>]{{0,2000}}>"
    r".{0,20000}?</(?:div|h[1-6]|p|table|ul)\s*>",
    re.IGNORECASE | re.DOTALL,
)
"""HTML without its outermost elements, as interfaces of wikis give it."""
_MARKDOWN: Final = re.compile(
    r"^[ ]{0,3}#{1,6}[ ]\S.{0,300}$|^\[\^[^\]\s]{1,40}\]:[ ]|^(?:[^\s=|][^\n]{0,200})\n={3,}[ ]*$"
    r"|^---\n(?:\w[\w-]*:.{0,300}\n){1,30}---$",
    re.MULTILINE,
)
_INSIDE: Final = ((Format.WIKITEXT, _WIKITEXT), (Format.MARKDOWN, _MARKDOWN))
"""What stands somewhere in a source of a format."""


def sniff(source: str) -> Format:
    """Say in which format a source is written.

    >>> sniff("<!DOCTYPE html><p>x")
    <Format.HTML: 'HTML'>
    """
    head = source[:_HEAD]
    begins = next((form for form, sign in _SIGNS if sign.match(head)), None)
    if begins is not None:
        return begins
    if _FRAGMENT.match(head) and not _WIKITEXT.search(head):
        return Format.HTML
    return next((form for form, sign in _INSIDE if sign.search(head)), Format.PLAIN)


def recognise(source: str, *, where: str) -> FormatReader:
    """Give the reader for a source.

    Raises:
        InputError: the source is in a format that has no reader.
    """
    form = sniff(source)
    if form not in READERS:
        readable = ", ".join(READERS)
        raise InputError(
            f"this is {form.value}, which is not read yet", where=where, mend=f"save the article as one of: {readable}"
        )
    return READERS[form]
