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
    RTF = "RTF"
    JSON = "JSON"


def _html(source: str, where: str) -> Page:
    from nosograph.reading.formats import html  # noqa: PLC0415 - lxml, which an article in plain text need not wait for

    return html.read(source, where)


READERS: Final[Mapping[Format, FormatReader]] = MappingProxyType({Format.PLAIN: plain.read, Format.HTML: _html})

_HEAD: Final = 20_000
_SIGNS: Final = (
    (Format.RTF, re.compile(r"\s*\{\\rtf")),
    (
        Format.JATS,
        re.compile(
            r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE article[^>]{0,300}>"
            r"|<article\b[^>]{0,2000}\b(?:article-type|dtd-version|xmlns:xlink)=)",
            re.IGNORECASE,
        ),
    ),
    (
        Format.HTML,
        re.compile(
            r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!DOCTYPE html|html|head|body)\b",
            re.IGNORECASE | re.DOTALL,
        ),
    ),
    (Format.XML, re.compile(r"\s*<(?:\?xml|!DOCTYPE)\b", re.IGNORECASE)),
    (Format.JSON, re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"])")),
)


def sniff(source: str) -> Format:
    """Say in which format a source is written.

    >>> sniff("<!DOCTYPE html><p>x")
    <Format.HTML: 'HTML'>
    """
    head = source[:_HEAD]
    return next((form for form, sign in _SIGNS if sign.match(head)), Format.PLAIN)


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
