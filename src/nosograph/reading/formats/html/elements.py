"""Elements: what a page's tags, classes and ids say of its parts, as tables.

Classes and ids are MediaWiki's (skins Vector, Monobook, Minerva; templates of the English Wikipedia) and those common
on other sites.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml import etree

from nosograph.model import Curie
from nosograph.reading import infobox

_BLOCKS: Final = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6
"""
BLOCKS: Final = frozenset(_BLOCKS.split())
"""Elements that part the words before them from those behind."""
HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
LISTS: Final = frozenset({"ul", "ol", "dl"})
ITEMS: Final = frozenset({"li", "dd"})
CELLS: Final = frozenset({"td", "th"})
BOLD: Final = frozenset({"b", "strong"})
_PARTS: Final = """
    head script style noscript template svg math form button select input textarea iframe object embed audio video nav
    aside footer
"""
_DROPPED_TAGS: Final = frozenset(_PARTS.split())
_DROPPED_NAMES: Final = re.compile(
    r"(?:navbox.*|navbar|vertical-navbox|sidebar|toc|toctitle|mw-editsection.*|editsection|noprint|metadata|ambox.*"
    r"|tmbox.*|ombox.*|mbox-.*|hatnote"
    r"|dablink|rellink|seealso|catlinks|printfooter|mw-jump.*|jump-to-nav|sitesub|contentsub|sitenotice|mw-indicators|z3988|magnify"
    r"|sistersitebox|portal|portalbox|stub|mw-empty-elt|mw-cite-backlink|cite-backlink|cite-accessibility-label|citation-comment|mw-head"
    r"|mw-panel|mw-navigation|p-.*|navigation|breadcrumbs?|share.*|social.*|cookie.*|advert.*|ad-.*|comments?|related-.*|menu|skip-link"
    r"|screen-reader-text|sr-only|visually-hidden|footer|site-footer|site-header|mw-hidden-catlinks|shortdescription|authority-control"
    r"|mw-references-columns-toggle|reference-accessdate-hidden|error|mw-page-container-inner-sidebar|tagline"
    r"|ameta|pmc-layout__citation|pmc-alerts|pmc-actions|usa-banner|kwd-group|d-buttons|d-panels?|courtesy-note"
    r"|lastupdated|page-info|page-actions|disclaimer|print|contributors?|author-list|article-metrics)",
    re.IGNORECASE,
)
_DROPPED_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "note"})
REFERENCES: Final = frozenset({"references", "citation-list", "ref-list", "reference-list", "bibliography"})
"""Classes of lists of references."""
CHAPTER: Final = re.compile(r"/books/(NBK\d+)")
_RAISED: Final = re.compile(r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3}){0,40}")
_MOST_ENTRIES: Final = 20_000
_MOST_PIECES: Final = 20
_CITED: Final = re.compile(r"(?:[.,;:)]|[a-z]{4})$")
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def names(element: etree._Element) -> set[str]:
    """Give an element's classes and its id."""
    return {*(element.get("class") or "").split(), element.get("id") or ""} - {""}


def is_dropped(element: etree._Element) -> bool:
    """Tell an element that is no content: navigation, notices, hidden parts, a site's head."""
    if element.tag in _DROPPED_TAGS or element.get("role") in _DROPPED_ROLES:
        return True
    if element.tag == "header" and next(element.iter(*HEADINGS), None) is None:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return any(map(_is_dropped_name, names(element)))


@lru_cache(maxsize=10_000)
def _is_dropped_name(name: str) -> bool:
    return bool(_DROPPED_NAMES.fullmatch(name))


def is_break(element: etree._Element) -> bool:
    """Tell a line break; one inside a stack of sub- and superscript (`Ca` 2 over +) parts no words."""
    parent = element.getparent()
    return element.tag == "br" and not (parent is not None and "inline-block" in (parent.get("style") or ""))


def is_infobox(element: etree._Element) -> bool:
    """Tell the table of an infobox."""
    return element.tag == "table" and any(name.startswith("infobox") for name in names(element))


def layout_rows(root: etree._Element) -> set[etree._Element]:
    """Give the rows of tables that only lay out the page: they hold paragraphs or headings."""
    found: set[etree._Element] = set()
    for inside in root.iter("p", "h1", "h2", "h3", "h4"):
        row = next(inside.iterancestors("tr"), None)
        table = next(row.iterancestors("table"), None) if row is not None else None
        if row is not None and table is not None and not {"wikitable", "infobox"} & names(table):
            found.add(row)
    return found


def is_mark(element: etree._Element) -> bool:
    """Tell the superscript of a citation, as wikis write it."""
    return element.tag == "sup" and ("reference" in names(element) or (element.get("id") or "").startswith("cite_ref"))


def entries(root: etree._Element) -> frozenset[str]:
    """Give the ids under which the entries of a page's lists of references are linked to, each with `#` before it."""
    lists = (element for element in root.iter("ol", "ul", "section", "div") if names(element) & REFERENCES)
    ids = (inside.get("id") for element in lists for inside in element.iter("li", "div", "p", "span", "cite"))
    return frozenset(f"#{one}" for one in islice(ids, _MOST_ENTRIES) if one)


def works(root: etree._Element) -> dict[str, etree._Element]:
    """Give the works a page lists for its shortened citations (Template:Harvnb), by the link that leads to each."""
    found = (element for element in root.iter("cite", "span", "li") if (element.get("id") or "").startswith("CITEREF"))
    return {f"#{element.get('id')}": element for element in found}


def is_raised(element: etree._Element, entries: frozenset[str]) -> bool:
    """Tell the superscript of a citation on other sites: numbers alone.

    They are linked to entries of the list of references; or there is such a list, nothing in the superscript is linked,
    and it stands behind a stop or a whole word, where no exponent stands.
    """
    if element.tag != "sup" or not entries or not _RAISED.fullmatch(brief(element)):
        return False
    around = element.getparent()
    links = [*islice(element.iter("a"), _MOST_PIECES), *([around] if around is not None and around.tag == "a" else [])]
    if links:
        return any((link.get("href") or "") in entries for link in links)
    previous = element.getprevious()
    before = (previous.tail if previous is not None else around.text if around is not None else "") or ""
    return bool(_CITED.search(before))


def boxed(navbox: etree._Element) -> Iterator[etree._Element]:
    """Give the rows of identifiers in the box at a page's foot (Template:Medical resources): `OMIM: 301500`."""
    for item in navbox.iter("li"):
        row = text(item)
        label, _, value = row.partition(":")
        if (value and infobox.is_row(row) and infobox.identifiers(label, value)) or (
            label.casefold() == "genereviews" and chapters(item)
        ):
            yield item


def chapters(element: etree._Element) -> tuple[Curie, ...]:
    """Give the chapters of GeneReviews that an element's links lead to."""
    found = (CHAPTER.search(link.get("href") or "") for link in element.iter("a"))
    return tuple(dict.fromkeys(Curie("GeneReviews", chapter[1]) for chapter in found if chapter))


def brief(element: etree._Element, pieces: int = _MOST_PIECES) -> str:
    """Give an element's first words on one line: one that never closes holds the rest of the page."""
    return " ".join("".join(islice(element.itertext(), pieces)).split())


def text(element: etree._Element) -> str:
    """Give all words of an element on one line."""
    return " ".join("".join(element.itertext()).split())
