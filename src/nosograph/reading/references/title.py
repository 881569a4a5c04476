"""The title of a work, found in the words of its reference."""

import re
from dataclasses import dataclass
from typing import Final

from nosograph.reading.references.imprint import EDITION, FORMAT

_QUOTES: Final = {'"': '"', "“": "”", "«": "»", "„": "“"}
_NAMES: Final = re.compile(r"(?:[^\W\d_][^.:,]{1,40}?[ ](?:[A-Z]\.?-?){1,4}(?:,[ ]|(?=[.:]))){1,50}[ ]?(?:et al)?[.:]")
_STOP: Final = re.compile(r"[.?!](?=[ ]|$)")
_ABBREVIATED: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:vs|St|et al|eds?|[Vv]ol|[Nn]o|spp?|pp?|Jr|Inc|Ltd|Co|Pbk|Ausg|\d|Dr))$"
)
_TAIL: Final = re.compile(r",[ ](?:pp?\.[ ]?[\dxvi–-]+|[Vv]ol(?:ume|\.)?[ ]\w+)$")
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Span:
    """Hold where the title stands, and whether quotation marks delimit it."""

    start: int
    end: int
    quoted: bool


def quoted(core: str) -> Span | None:
    r"""Find the title between quotation marks; quotation marks inside it do not end it.

    >>> words = '"Leber "plus": signs". J. Neurol.'
    >>> span = quoted(words)
    >>> words[span.start:span.end]
    'Leber "plus": signs'
    """
    opening = re.search(f"[{''.join(_QUOTES)}]", core)
    if opening is None:
        return None
    first, close = opening.end(), _QUOTES[opening[0]]
    last = -1
    for closing in re.finditer(close, core[first:]):
        last = first + closing.start()
        after, before = core[last + 1 : last + 3], core[last - 1]
        if not after or (after[0] in ".," and after[1:] in {"", " ", close}):
            return _span(core, first, last)
        if before in ".,?!" and after[0] == " ":
            return _span(core, first, last - (before in ".,"))
    return _span(core, first, last) if last > first else None


def unquoted(core: str, start: int | None) -> Span | None:
    """Find the title behind the date, where `start` says it ends, or behind the authors: up to the stop that ends it.

    Edition and format in brackets are no part of it. In a list that parts its fields by commas, the last field is the
    publisher.
    """
    if start is None:
        names = _NAMES.match(core)
        start = names.end() if names else 0
    body = core[start:]
    skip = len(body) - len(body.lstrip(" .,:"))
    commas = body[:skip].startswith(",")
    end = _end(body, skip)
    for ending in (EDITION, FORMAT):
        match = ending.search(body, skip, end)
        if match is not None and match.start() > skip + _SHORTEST and match[0].lstrip(" .,").startswith("("):
            end = match.start()
    if commas:
        end = _before_publisher(body, skip, end)
    return _span(core, start + skip, start + len(body[:end].rstrip(" ,;:.")), is_quoted=False)


def _end(body: str, skip: int) -> int:
    for stop in _STOP.finditer(body):
        if stop.start() > skip + _SHORTEST - 1 and not _ABBREVIATED.search(
            body[max(0, stop.start() - 10) : stop.start()]
        ):
            return stop.start() + (stop[0] != ".")
    return len(body)


def _before_publisher(body: str, skip: int, end: int) -> int:
    words = body[skip:end].rstrip(" ,.")
    while (tail := _TAIL.search(words)) is not None and "ol" not in tail[0]:
        words = words[: tail.start()]
    title, _, publisher = words.rpartition(", ")
    return skip + len(title if title and publisher[:1].isupper() else words)


def _span(core: str, start: int, end: int, *, is_quoted: bool = True) -> Span | None:
    text = core[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(core[start:end].rstrip())
    return Span(start, end, is_quoted) if end > start else None
