"""Works: the fields of a citation template (Citation Style 1, Vancouver)."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from mwparserfromhell.nodes import Template

from nosograph.reading.formats.wikitext.names import name_of, parameters
from nosograph.reading.formats.wikitext.stripped import stripped
from nosograph.reading.references import Fields, identifiers
from nosograph.reading.references.authors import authors
from nosograph.reading.references.dates import issued

_CITES: Final = re.compile(r"(?:v?cite\b.*|citation)")
_BOOKS: Final = frozenset({"cite book", "cite encyclopedia", "cite conference", "vcite book"})
_MOST: Final = 100
_MOST_NAMED: Final = 4
"""Names in a shortened citation (Template:Sfn)."""
_CONTAINERS: Final = "journal work periodical website newspaper magazine encyclopedia encyclopaedia conference series"
_TEXTS: Final = {
    "volume": "volume",
    "issue": "issue number",
    "pages": "pages page pp p at",
    "publisher": "publisher institution",
    "place": "location place publication-place",
    "edition": "edition",
    "url": "url chapter-url",
}
_IDENTIFIERS: Final = (
    ("doi", "doi", identifiers.doi),
    ("pmid", "pmid", identifiers.pmid),
    ("pmcid", "pmc", identifiers.pmcid),
    ("isbn", "isbn", identifiers.isbn),
)


def is_work(template: Template) -> bool:
    """Tell a template that cites a work."""
    return bool(_CITES.fullmatch(name_of(template)))


def fields(template: Template) -> Fields:
    """Read the work a template cites.

    >>> import mwparserfromhell as mw
    >>> code = mw.parse("{{cite journal |vauthors=Doe J, Roe R |title=On it |journal=J. Med. |date=May 2001 |pmid=12}}")
    >>> f = fields(code.filter_templates()[0])
    >>> f.authors, f.title, f.container, f.year, f.month, f.pmid
    (('Doe J', 'Roe R'), 'On it', 'J. Med.', 2001, 5, '12')
    """
    values = {key.lower(): stripped(value) for key, value in parameters(template).items()}
    whole = _first(values, "title script-title book-title")
    part = _first(values, "chapter contribution entry article section") if name_of(template) in _BOOKS else ""
    found: dict[str, Any] = {name: _first(values, keys) for name, keys in _TEXTS.items()}
    malformed: list[str] = []
    for name, key, normalise in _IDENTIFIERS:
        if values.get(key):
            found[name] = normalise(values[key])
            malformed += [] if found[name] else [f"{name.upper()} {values[key]!r} is malformed"]
    when = issued(_first(values, "date year publication-date"))
    container = whole if part else _first(values, _CONTAINERS)
    return Fields(
        title=part or whole,
        container=container,
        authors=tuple(_authors(values)),
        year=when.year,
        month=when.month,
        notes=tuple(malformed),
        **found,
    )


def cited_as(template: Template) -> tuple[str, ...]:
    """Give the authors' families and the year under which a shortened citation cites a work, in lower case.

    >>> import mwparserfromhell as mw
    >>> cited_as(mw.parse("{{cite book |last1=Doe |last2=Roe |date=May 2001 |title=On it}}").filter_templates()[0])
    ('doe', 'roe', '2001')
    """
    values = {key.lower(): stripped(value) for key, value in parameters(template).items()}
    year = issued(_first(values, "date year publication-date")).year
    initials = bool(_first(values, "vauthors authors"))
    names = [name.partition(",")[0] for name in _authors(values)]
    families = [name.rpartition(" ")[0] or name for name in names] if initials else names
    return (*(family.casefold() for family in families[:_MOST_NAMED]), str(year or ""))


def _first(values: Mapping[str, str], keys: str) -> str:
    return next((values[key] for key in keys.split() if values.get(key)), "")


def _authors(values: Mapping[str, str]) -> Iterator[str]:
    together = _first(values, "vauthors authors")
    if together:
        yield from authors(together)
        return
    for number in range(1, _MOST):
        keys = ("", "1") if number == 1 else (str(number),)
        last = _first(values, " ".join(f"last{n} surname{n} author{n}" for n in keys))
        first = _first(values, " ".join(f"first{n} given{n}" for n in keys))
        if not last:
            return
        yield f"{last}, {first}" if first else last
