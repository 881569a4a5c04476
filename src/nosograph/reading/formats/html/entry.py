"""An entry of a page's list of references while it is read: its words bare of what the page adds, and its fields."""

import re
from dataclasses import dataclass, field, replace
from typing import Any, Final

from lxml import etree

from nosograph.reading.characters import clean_inline
from nosograph.reading.formats import entries
from nosograph.reading.formats.html import coins, elements
from nosograph.reading.references import Fields, identifiers
from nosograph.reading.traced import Traced, join

_LINKS: Final = re.compile(
    r"(?:[ ]*(?:or )?\[[ ]?(?:doi|pmc(?: free article)?|pubmed(?: central)?|google scholar|crossref"
    r"|(?:free )?full[ -]?text|web of science|scopus|medline|cas|ads|article|abstract)[ ]?\][.,;]?)+$"
    r"|(?:[ ]*(?:or )?(?:citation|free article|article) on pubmed(?: central)?[.,;]?)+$",
    re.IGNORECASE,
)
"""Words of links to where a work can be read, at an entry's end."""
_LONGEST: Final = 200
_LONGEST_WORK: Final = 2000
_PIECES: Final = 100


@dataclass(slots=True)
class Entry:
    """Hold an entry: its element, its number, and what its metadata and its links say of the work."""

    element: etree._Element
    number: str
    fields: Fields | None = None
    linked: dict[str, str] = field(default_factory=dict)
    work: etree._Element | None = None
    begun: bool = False

    def link(self, address: str) -> None:
        """Note an address: it may stand for a DOI or a number in PubMed; an entry's first work is the one it names."""
        known = identifiers.of_address(address)
        if known is not None:
            self.linked.setdefault(*known)

    def shortens(self, work: etree._Element) -> None:
        """Note the work that the entry names by authors and year alone; the first counts."""
        self.work = work if self.work is None else self.work

    def words(self, words: Traced) -> Traced:
        """Give the words without number, back links and the names of sites; those of a work it shortens behind them."""
        bare = entries.bare(words, self.number)
        links = _LINKS.search(bare.text, max(len(bare) - _LONGEST, 0))
        bare = bare.slice(0, links.start()).strip() if links and links.start() else bare
        if self.work is None or len(bare) > _LONGEST:
            return bare
        following = self.work.getnext()
        if following is not None and "Z3988" in elements.names(following):
            self.fields = self.fields or coins.fields(following.get("title") or "")
        return join((bare, clean_inline(Traced.at(elements.brief(self.work, _PIECES)[:_LONGEST_WORK], bare.end))), " ")

    def known(self, words: str) -> Fields | None:
        """Give the fields that are stated beside the words; what a link names counts where the words name none."""
        missing = {name: value for name, value in self.linked.items() if value and not getattr(self.fields, name, "")}
        if not missing:
            return self.fields
        said = identifiers.find(words).values
        named: dict[str, Any] = {name: value for name, value in missing.items() if name not in said}
        return replace(self.fields or Fields(), **named)
