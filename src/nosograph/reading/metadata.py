"""Metadata beside an article: `<stem>.toml`, read with tomllib.

title = "…"            # optional: the article's own title stands otherwise
source = "https://…"   # where the text came from
slug = "…"             # optional: what its files and IRIs are called
retrieved = 2014-05-14 # optional
[licence]
name = "CC-BY-SA-3.0"
iri = "https://creativecommons.org/licenses/by-sa/3.0/"
attribution = "…"
"""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nosograph.errors import InputError
from nosograph.model import Licence
from nosograph.reading.source import decoded

_Types = type | tuple[type, ...]
_KEYS: Final[Mapping[str, _Types]] = {
    "title": str,
    "source": str,
    "slug": str,
    "licence": dict,
    "retrieved": (str, dt.date),
}
_LICENCE: Final[Mapping[str, _Types]] = {"name": str, "iri": str, "attribution": str}
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Hold what stands beside an article about it."""

    title: str = ""
    source: str = ""
    slug: str = ""
    licence: Licence | None = None
    retrieved: str = ""


def load(path: Path) -> Metadata:
    """Read a metadata file.

    Raises:
        InputError: it is no TOML, or holds an unknown key, a value of the wrong type or a slug that cannot stand in an
        IRI.
    """
    where = str(path)
    try:
        values = tomllib.loads(decoded(path).text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML ({error})", where=where, mend='write lines such as title = "…"') from None
    _check(values, _KEYS, where, "")
    terms = values.get("licence", {})
    _check(terms, _LICENCE, where, "licence.")
    slug = values.get("slug", "")
    if slug and not _SLUG.fullmatch(slug):
        raise InputError(
            f"the slug {slug!r} cannot stand in a file name and an IRI",
            where=where,
            mend="write small letters, digits and single hyphens",
        )
    return Metadata(
        title=values.get("title", ""),
        source=values.get("source", ""),
        slug=slug,
        licence=Licence(**terms) if terms else None,
        retrieved=str(values.get("retrieved", "")),
    )


def _check(values: Mapping[str, object], keys: Mapping[str, _Types], where: str, under: str) -> None:
    for key, value in values.items():
        if key not in keys:
            raise InputError(f"unknown key {under}{key}", where=where, mend=f"known are {', '.join(keys)}")
        if not isinstance(value, keys[key]):
            raise InputError(
                f"{under}{key} is of the wrong type", where=where, mend="see the metadata of another article"
            )
