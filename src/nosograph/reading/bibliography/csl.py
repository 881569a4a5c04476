"""CSL-JSON to entries (CSL 1.0.2 data schema: https://docs.citationstyles.org/en/stable/specification.html)."""

import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from nosograph.errors import InputError
from nosograph.reading.bibliography.entry import Entry
from nosograph.reading.references import identifiers

_MEND: Final = "write CSL-JSON: a list of objects, each with id, type and title"
_TEXTS: Final = {
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "edition": "edition",
    "url": "URL",
}


def parse(text: str, where: str) -> tuple[Entry, ...]:
    """Read CSL-JSON.

    Raises:
        InputError: it is not JSON, or an item is not what the schema says; the message names line or item.
    """
    try:
        items = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"line {error.lineno}, column {error.colno}: not JSON ({error.msg})", where=where, mend=_MEND
        ) from None
    except RecursionError:
        raise InputError("not a bibliography (nested too deeply)", where=where, mend=_MEND) from None
    if not isinstance(items, list):
        raise InputError(f"holds {type(items).__name__}, not a list of works", where=where, mend=_MEND)
    return tuple(_entry(item, index, where) for index, item in enumerate(items, 1))


def _entry(item: object, index: int, where: str) -> Entry:
    if not isinstance(item, dict) or not isinstance(item.get("title"), str) or not item["title"].strip():
        raise InputError(f"item {index} has no title", where=where, mend=_MEND)
    values = {name: _text(item.get(key)) for name, key in _TEXTS.items()}
    found: dict[str, str] = {}
    malformed: list[str] = []
    for name, key, normalise in _IDENTIFIERS:
        stated = _text(item.get(key))
        found[name] = normalise(stated)
        if stated and not found[name]:
            malformed.append(f"{key} {stated!r} is malformed and left out")
    key = _text(item.get("id")) or str(index)
    return Entry(
        key=key,
        where=PurePath(where).name,
        title=item["title"],
        year=_year(item, index, where),
        first_author=next(iter(_families(item, "author", index, where)), ""),
        editors=_families(item, "editor", index, where),
        malformed=tuple(malformed),
        **{**values, **found},
    )


_IDENTIFIERS: Final = (
    ("doi", "DOI", identifiers.doi),
    ("pmid", "PMID", identifiers.pmid),
    ("pmcid", "PMCID", identifiers.pmcid),
    ("isbn", "ISBN", identifiers.isbn),
)


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _year(item: Mapping[str, object], index: int, where: str) -> int | None:
    """Read `issued`: date-parts, or a literal or raw date."""
    issued = item.get("issued")
    if issued is None:
        return None
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        if (
            isinstance(parts, list)
            and parts
            and isinstance(parts[0], list)
            and parts[0]
            and re.fullmatch(r"\d{4}", str(parts[0][0]))
        ):
            return int(parts[0][0])
        literal = re.search(r"\b\d{4}\b", _text(issued.get("literal")) or _text(issued.get("raw")))
        if literal:
            return int(literal[0])
    raise InputError(
        f"item {index} has a date without a year", where=where, mend='write "issued": {"date-parts": [[2008, 5]]}'
    )


def _families(item: Mapping[str, object], role: str, index: int, where: str) -> tuple[str, ...]:
    names = item.get(role) or []
    if not isinstance(names, list) or not all(isinstance(name, dict) for name in names):
        raise InputError(
            f"item {index}: {role} is no list of names",
            where=where,
            mend=f'write "{role}": [{{"family": "…", "given": "…"}}]',
        )
    return tuple(f for f in (_text(n.get("family")) or _text(n.get("literal")) for n in names) if f)
