"""Read the one table of prefixes; turn CURIEs into IRIs and back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, unquote

from nosograph import resources
from nosograph.errors import IdentifierError, VocabularyError
from nosograph.model import Curie

_COLUMNS: Final = ("prefix", "iri", "pattern", "aliases", "use")
_SAFE: Final = "!$&()*+,;=:@/"
"""What RFC 3986 allows in a path beside the unreserved characters, save the apostrophe: it closes strings elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """Hold one row of ontology/prefixes.tsv; `iri` is empty where the identifier has no address."""

    prefix: str
    iri: str
    pattern: str
    aliases: tuple[str, ...]
    use: str


@cache
def table() -> tuple[Prefix, ...]:
    """Give the rows of ontology/prefixes.tsv in the table's order.

    Raises:
        VocabularyError: a row lacks columns, a prefix or base stands twice, or a pattern is no regular expression.
    """
    lines = resources.text("ontology", "prefixes.tsv").splitlines()
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows or tuple(rows[0][1]) != _COLUMNS:
        raise VocabularyError(
            "the header is not as expected", where="ontology/prefixes.tsv", mend="write: " + " ".join(_COLUMNS)
        )
    result, seen = [], set[str]()
    for number, cells in rows[1:]:
        row = _row(cells, where=f"ontology/prefixes.tsv:{number}")
        names = {row.prefix, *row.aliases, *([row.iri] if row.iri else [])}
        if names & seen:
            raise VocabularyError(f"{min(names & seen)!r} stands twice", where=f"ontology/prefixes.tsv:{number}")
        seen |= names
        result.append(row)
    return tuple(result)


def _row(cells: list[str], *, where: str) -> Prefix:
    if len(cells) != len(_COLUMNS):
        raise VocabularyError(
            f"{len(cells)} columns", where=where, mend=f"a row has {len(_COLUMNS)}: {' '.join(_COLUMNS)}"
        )
    prefix, iri, local, aliases, use = cells
    try:
        re.compile(local)
    except re.error as error:
        raise VocabularyError(f"the pattern of {prefix} is no regular expression: {error}", where=where) from error
    return Prefix(prefix=prefix, iri=iri, pattern=local, aliases=tuple(filter(None, aliases.split("|"))), use=use)


@cache
def prefixes() -> Mapping[str, str]:
    """Map each prefix that has an address to its base IRI, in the table's order.

    >>> prefixes()["HP"]
    'http://purl.obolibrary.org/obo/HP_'
    """
    return MappingProxyType({row.prefix: row.iri for row in table() if row.iri})


@cache
def _patterns() -> Mapping[str, str]:
    return {row.prefix: row.pattern for row in table()}


@cache
def _spellings() -> Mapping[str, str]:
    spellings = {name.casefold(): row.prefix for row in table() for name in row.aliases}
    return spellings | {row.prefix.casefold(): row.prefix for row in table()}


def canonical(prefix: str) -> str | None:
    """Give the table's spelling of a prefix, or None where the table lacks it; case and aliases are forgiven.

    >>> canonical("orpha"), canonical("hp"), canonical("nowhere")
    ('Orphanet', 'HP', None)
    """
    return prefix if prefix in _patterns() else _spellings().get(prefix.casefold())


def pattern(prefix: str) -> str | None:
    """Give the regular expression that the whole local part fits, or None for an unknown prefix."""
    return _patterns().get(canonical(prefix) or "")


def fits(curie: Curie) -> bool:
    """Say whether the prefix is known and the local part fits its pattern.

    >>> fits(Curie("HP", "0008404")), fits(Curie("HP", "8404"))
    (True, False)
    """
    local = pattern(curie.prefix)
    return local is not None and _compiled(local).fullmatch(curie.local) is not None


_compiled: Final = cache(re.compile)


def encode(text: str) -> str:
    """Percent-encode everything that RFC 3986 does not allow in a path, and all that is not ASCII (as UTF-8).

    Half surrogates, which UTF-8 cannot hold, become U+FFFD.

    >>> encode("10.1002/(SICI)1<1::A>3.0;2-#")
    '10.1002/(SICI)1%3C1::A%3E3.0;2-%23'
    """
    return quote(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), safe=_SAFE)


def expand(curie: Curie) -> str:
    """Give the IRI of an identifier; what an IRI cannot hold is percent-encoded.

    Raises:
        IdentifierError: the table lacks the prefix, or has no address for it.

    >>> expand(Curie("HGNC", "6106"))
    'http://identifiers.org/hgnc/6106'
    """
    base = prefixes().get(canonical(curie.prefix) or "")
    if base is None:
        raise IdentifierError(
            f"{str(curie)[:80]!r} has a prefix without an address",
            mend="add the prefix and its base to ontology/prefixes.tsv",
        )
    return base + encode(curie.local)


@cache
def _bases() -> tuple[tuple[str, str], ...]:
    """Give (base, prefix), longest base first: one base may begin another."""
    return tuple(sorted(((iri, prefix) for prefix, iri in prefixes().items()), key=lambda pair: (-len(pair[0]), pair)))


def contract(iri: str) -> Curie | None:
    """Give the identifier behind an IRI, or None where no base of the table begins it.

    >>> str(contract("http://purl.obolibrary.org/obo/HP_0008404"))
    'HP:0008404'
    """
    for base, prefix in _bases():
        if iri.startswith(base) and len(iri) > len(base):
            return Curie(prefix, unquote(iri[len(base) :], errors="replace"))
    return None
