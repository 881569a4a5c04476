"""Elements: what a page's tags, classes and ids say of its parts, as tables.

Classes and ids are MediaWiki's (skins Vector, Monobook, Minerva; templates of the English Wikipedia) and those common
on other sites.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

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
    r"|mw-references-columns-toggle|reference-accessdate-hidden|error)",
    re.IGNORECASE,
)
_DROPPED_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "note"})
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def names(element: etree._Element) -> set[str]:
    """Give an element's classes and its id."""
    return {*(element.get("class") or "").split(), element.get("id") or ""} - {""}


def is_dropped(element: etree._Element) -> bool:
    """Tell an element that is no content: navigation, notices, hidden parts."""
    if element.tag in _DROPPED_TAGS or element.get("role") in _DROPPED_ROLES:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return any(_DROPPED_NAMES.fullmatch(name) for name in names(element))


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
    """Tell the superscript of a citation."""
    return element.tag == "sup" and ("reference" in names(element) or (element.get("id") or "").startswith("cite_ref"))


def boxed(navbox: etree._Element) -> Iterator[str]:
    """Give the rows of identifiers in the box at a page's foot (Template:Medical resources): `OMIM: 301500`."""
    rows = (text(item) for item in navbox.iter("li"))
    return (row for row in rows if ":" in row and infobox.is_row(row) and infobox.identifiers(*infobox.split(row)))


def text(element: etree._Element) -> str:
    """Give all words of an element on one line."""
    return " ".join("".join(element.itertext()).split())
