"""COinS: the fields a page gives of a cited work beside its words (OpenURL ContextObject in SPAN, ANSI/NISO Z39.88)."""

import re
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qs

from nosograph.reading.references import Fields, dates, identifiers

_LONGEST: Final = 20_000
_TAG: Final = re.compile(r"</?[a-z][^<>]{0,200}>")
"""Mark-up that templates of newer pages leave in the values."""
_TITLES: Final = ("rft.atitle", "rft.btitle", "rft.title")
_CONTAINERS: Final = ("rft.jtitle", "rft.stitle")
_TEXTS: Final = {
    "volume": "rft.volume",
    "issue": "rft.issue",
    "pages": "rft.pages",
    "publisher": "rft.pub",
    "place": "rft.place",
    "edition": "rft.edition",
}
_SCHEMES: Final = (
    ("doi", "info:doi/", identifiers.doi),
    ("pmid", "info:pmid/", identifiers.pmid),
    ("pmcid", "info:pmc/", identifiers.pmcid),
)


def fields(context: str) -> Fields:
    """Read a ContextObject.

    >>> f = fields("rft.atitle=On+it&rft.jtitle=J.+Med.&rft.date=May+2008&rft_id=info:doi/10.1000/X")
    >>> f.title, f.container, f.year, f.month, f.doi
    ('On it', 'J. Med.', 2008, 5, '10.1000/x')
    """
    values = parse_qs(context[:_LONGEST], max_num_fields=300) if context.count("&") < 300 else {}  # noqa: PLR2004 - as the parser
    first = {key: " ".join(_TAG.sub("", found[0]).split()) for key, found in values.items()}
    chapter = bool(first.get("rft.atitle") and first.get("rft.btitle"))
    title = next((first[key] for key in _TITLES if first.get(key)), "")
    container = next((first[key] for key in _CONTAINERS if first.get(key)), first["rft.btitle"] if chapter else "")
    when = dates.issued(first.get("rft.date", ""))
    found: dict[str, Any] = {name: first.get(key, "") for name, key in _TEXTS.items()}
    malformed: list[str] = []
    for identifier in values.get("rft_id", []):
        for name, scheme, normalise in _SCHEMES:
            if identifier.lower().startswith(scheme):
                found[name] = normalise(identifier[len(scheme) :])
                if not found[name]:
                    malformed.append(f"{name.upper()} {identifier[len(scheme) :]!r} is malformed")
        if identifier.startswith(("http://", "https://")):
            known = identifiers.of_address(identifier)
            found.setdefault(*known or ("url", identifier))
    if first.get("rft.isbn"):
        found["isbn"] = identifiers.isbn(first["rft.isbn"])
        malformed += [] if found["isbn"] else [f"ISBN {first['rft.isbn']!r} is malformed"]
    named = Fields(title=title, container=container, year=when.year, month=when.month, notes=tuple(malformed))
    return replace(named, **found)
