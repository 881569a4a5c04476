"""Sites: where the web has a page on an identifier, for a person to read."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from nosograph import resources
from nosograph.errors import VocabularyError
from nosograph.model import Curie
from nosograph.rdf import canonical, encode, fits

_COLUMNS: Final = "prefix\tpage"
_LOCAL: Final = "$1"
_WEB: Final = ("http://", "https://")


@cache
def sites() -> Mapping[str, str]:
    """Map prefixes to the addresses of their pages, `$1` standing for the local part, as ontology/sites.tsv says.

    Raises:
        VocabularyError: a row is not a prefix and a web address with `$1`.
    """
    lines = [line for line in resources.text("ontology", "sites.tsv").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    wrong = [row for row in rows if len(row) != 2 or not row[1].startswith(_WEB) or _LOCAL not in row[1]]  # noqa: PLR2004 - the two columns
    if lines[:1] != [_COLUMNS] or wrong:
        raise VocabularyError("a row is no prefix and address", where="ontology/sites.tsv", mend="write $1 in it")
    return MappingProxyType({row[0]: row[1] for row in rows})


def site(curie: Curie, iri: str = "") -> str:
    """Give the page of an identifier: the table's, else its IRI where that is a web address, else nothing.

    >>> site(Curie("MONDO", "0010580"))
    'https://monarchinitiative.org/MONDO:0010580'
    """
    page = sites().get(canonical(curie.prefix) or "")
    if page is not None and fits(curie):
        return page.replace(_LOCAL, encode(curie.local))
    return web(iri)


def web(iri: str) -> str:
    """Give an IRI that is a web address, and of anything else nothing: a link must not run a script.

    >>> web("https://example.org/"), web("javascript:alert(1)")
    ('https://example.org/', '')
    """
    return iri if iri.lower().startswith(_WEB) else ""
