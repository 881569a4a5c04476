"""Literals as every format can hold them, in one canonical form."""

import re
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal

from nosograph.rdf import XSD

_UNWRITABLE: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) or UTF-8 cannot hold. Each is replaced by one code point, so that offsets still fit."""

_LAST_YEAR: Final = 9999
_MONTHS: Final = range(1, 13)


def clean(text: str) -> str:
    r"""Replace what no format can hold by U+FFFD, one for one.

    >>> clean("a\x00b")
    'a\ufffdb'
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def plain(text: str) -> Literal:
    """Give a plain string."""
    return Literal(clean(text))


def english(text: str) -> Literal:
    """Give a string in English."""
    return Literal(clean(text), language="en")


def integer(number: int) -> Literal:
    """Give an xsd:integer."""
    return Literal(number)


def decimal(number: float) -> Literal:
    """Give an xsd:decimal of at most four places, without an exponent or trailing zeros.

    >>> decimal(0.90).value, decimal(1.0).value
    ('0.9', '1')
    """
    value = f"{Decimal(str(number)).normalize():.4f}".rstrip("0").rstrip(".") if number == number else "NaN"  # noqa: PLR0124 - NaN
    return Literal(value or "0", datatype=XSD.decimal)


def issued(year: int, month: int) -> Literal | None:
    """Give an xsd:gYearMonth, or an xsd:gYear where the month is unknown; None for a year outside 1 to 9999.

    >>> issued(2008, 5)
    <Literal value=2008-05 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>>
    """
    if not 1 <= year <= _LAST_YEAR:
        return None
    if month in _MONTHS:
        return Literal(f"{year:04}-{month:02}", datatype=XSD.gYearMonth)
    return Literal(f"{year:04}", datatype=XSD.gYear)
