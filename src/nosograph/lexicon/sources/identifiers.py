"""Addresses to compact identifiers, as ontologies write them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from nosograph.rdf import contract

_OBO: Final = re.compile(r"https?://purl\.obolibrary\.org/obo/([A-Za-z][\w.-]*?)_([\w.-]+)", re.ASCII)
_TAILED: Final = re.compile(r"https?://\S*[/#]([A-Za-z][A-Za-z.-]*)_([A-Za-z0-9]+)", re.ASCII)
_REGISTRY: Final = re.compile(
    r"https?://(?:www\.)?identifiers\.org/([A-Za-z][\w.-]*)[/:](?:[A-Za-z]+:)?([\w.-]+)", re.ASCII
)
_CURIE: Final = re.compile(r"[A-Za-z][\w.-]*:(?!//)[^\s:]\S*", re.ASCII)
_UNDERSCORED: Final = re.compile(r"([A-Za-z]{2,12})_([0-9]{3,}|[A-Z][0-9]{3,})", re.ASCII)
_NAMED: Final = re.compile(r"(https?://\S*?([A-Za-z][\w-]*)(?:\.\w+)?[/#])([\w.%-]+)", re.ASCII)


@lru_cache(maxsize=1 << 16)
def curie_of(address: str) -> str:
    """Give the compact identifier behind an address, an empty string where there is none to be made.

    The table of prefixes comes first, then the habits of OBO and its neighbours, last the name of what holds the term.

    >>> curie_of("http://purl.obolibrary.org/obo/CL_0000815"), curie_of("http://www.ebi.ac.uk/efo/EFO_0000400")
    ('CL:0000815', 'EFO:0000400')
    >>> curie_of("https://omim.org/entry/304790"), curie_of("http://example.org/2024/nails.owl#PurpleNail")
    ('OMIM:304790', 'nails:PurpleNail')
    """
    found = _OBO.fullmatch(address)
    if found is None:
        known = contract(address)
        if known is not None and _CURIE.fullmatch(str(known)):
            return str(known)
        found = _REGISTRY.fullmatch(address) or _TAILED.fullmatch(address)
    if found is not None:
        return f"{found[1]}:{found[2]}"
    named = _NAMED.fullmatch(address)
    return f"{named[2]}:{named[3]}" if named else ""


def identifier(text: str, prefixes: Mapping[str, str] | None = None) -> str:
    """Give the compact identifier a cell or a value holds: itself, an address, or OBO's underscored form; else nothing.

    `prefixes` maps the prefixes a file declares to their bases.

    >>> identifier("HP:0008404"), identifier("HP_0008404"), identifier("<https://omim.org/entry/304790>")
    ('HP:0008404', 'HP:0008404', 'OMIM:304790')
    >>> identifier("a nail")
    ''
    """
    word = text.strip().removeprefix("<").removesuffix(">")
    if "://" in word:
        return curie_of(word)
    found = _UNDERSCORED.fullmatch(word)
    if found is not None:
        return f"{found[1]}:{found[2]}"
    if _CURIE.fullmatch(word) is None:
        return ""
    prefix, _, local = word.partition(":")
    base = (prefixes or {}).get(prefix)
    return (curie_of(base + local) or word) if base else word
