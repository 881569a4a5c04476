"""The walk over a page's nodes: lines, lists, tables and boxes to blocks."""

import re
from dataclasses import dataclass, field
from typing import Final

from mwparserfromhell.nodes import Heading, Node, Tag, Template, Text, Wikilink
from mwparserfromhell.wikicode import Wikicode

from nosograph.reading.formats.inline import Words
from nosograph.reading.formats.rows import joined
from nosograph.reading.formats.wikitext import box, names
from nosograph.reading.formats.wikitext.emit import Emission
from nosograph.reading.formats.wikitext.gather import Gather, caption
from nosograph.reading.formats.wikitext.place import Place
from nosograph.reading.traced import Traced

_ITEMS: Final = frozenset({"li", "dd"})
_MARKERS: Final = frozenset({"li", "dd", "dt"})
_CELLS: Final = frozenset({"td", "th"})
_LAYOUT: Final = re.compile(r"navbox|metadata|ambox|noprint|toccolours|sidebar|infobox|none", re.IGNORECASE)


@dataclass(slots=True)
class Walk:
    """Hold where in the page the walk stands.

    `markers` are those of the list's item that is open, `blank` is true while its line holds nothing, `lists` says of
    each group of references before which block its list stands, `title` is what an infobox calls the article.
    """

    gather: Gather
    emission: Emission = field(default_factory=Emission)
    markers: list[str] = field(default_factory=list)
    blank: bool = True
    lists: dict[str, int] = field(default_factory=dict)
    title: Traced | None = None

    @property
    def place(self) -> Place:
        """Where in the source the walk stands."""
        return self.gather.place

    def code(self, code: Wikicode | None) -> None:
        """Read the nodes of a piece of code."""
        for node in code.nodes if code is not None else ():
            self.node(node)

    def node(self, node: Node) -> None:
        """Read one node: text by its lines, what makes blocks of its own, or more words."""
        if isinstance(node, Text):
            self._text(node.value)
            return
        end = self.place.begin(node)
        if self._is_marker(node) or self._block(node):
            self.place.reached = max(end, self.place.reached)
            return
        before = self.gather.inline.length
        self.gather.node(node)
        self.blank = self.blank and before == self.gather.inline.length

    def _text(self, value: str) -> None:
        """Read text line by line: a blank line ends a paragraph, the end of its line an item."""
        for index, piece in enumerate(value.split("\n")):
            if index:
                self.gather.text("\n")
                if self.markers or self.blank:
                    self.flush()
                self.blank = True
            if piece:
                self.gather.text(piece)
                self.blank = self.blank and not piece.strip()

    def _is_marker(self, node: Node) -> bool:
        """Read the marker of an item, if it is one; markers side by side nest."""
        name = _name(node)
        if not (isinstance(node, Tag) and name in _MARKERS and node.wiki_markup and node.wiki_markup in "*#:;"):
            return False
        if not (self.blank and self.markers):
            self.flush()
        self.markers.append(name)
        return True

    def _block(self, node: Node) -> bool:
        """Read a node that makes blocks, if it is one."""
        match node:
            case Heading():
                self.flush()
                self.gather.code(node.title)
                self.emission.heading(self._taken(), node.level)
            case Template():
                return self._template(node)
            case Wikilink() if (words := caption(node)) is not None:
                self._caption(words, "")
            case Tag() if _name(node) == "references":
                self._listed(str(node.get("group").value) if node.has("group") else "")
            case Tag() if _name(node) == "table":
                self.flush()
                self._table(node)
            case Tag() if _name(node) in names.BLOCK_TAGS:
                self.flush()
                self.markers = ["li"] if _name(node) in _ITEMS else []
                self.code(None if _is_hidden(node) else node.contents)
                self.flush()
            case _:
                return False
        return True

    def _template(self, template: Template) -> bool:
        """Read a template that makes blocks, if it does."""
        name = names.name_of(template)
        if name in names.LISTINGS:
            group = str(template.get("group").value) if template.has("group") else ""
            self._listed(group or names.LISTINGS[name])
        elif box.is_box(template) and self.emission.cell is None:
            self.flush()
            self._box(template)
        elif name in names.HOLDING:
            self.flush()
            for key, value in names.parameters(template).items():
                if key.isdigit():
                    self.markers = ["li"] if name in names.LISTS else []
                    self.place.begin(value)
                    self.code(value)
                    self.flush()
        else:
            return False
        return True

    def _caption(self, words: Wikicode, mark: str) -> None:
        """Read a picture's or table's caption as a paragraph before the one it stands in; `mark` is no word of it."""
        outer = self.gather.inline, self.markers, self.blank
        self.gather.inline, self.markers = type(outer[0])(), []
        first, *rest = words.nodes or [Text("")]
        if mark and isinstance(first, Text):
            self.place.begin(first)
            first = Text(first.value.removeprefix(mark))
        self.code(Wikicode([first, *rest]))
        self.flush()
        self.gather.inline, self.markers, self.blank = outer

    def _listed(self, group: str) -> None:
        self.flush()
        self.lists.setdefault(group.strip("\"' "), len(self.emission.blocks))

    def _table(self, table: Tag) -> None:
        """Read a table row by row; its first cells may stand in no row."""
        if _is_hidden(table):
            return
        loose: list[Node] = []
        for node in table.contents.nodes:
            if _name(node) in _CELLS and not str(node).startswith("|+"):
                loose.append(node)
            elif isinstance(node, Tag):
                self._row(loose)
                loose = []
                if _name(node) == "tr":
                    self._row([inside for inside in node.contents.nodes if _name(inside) in _CELLS])
                else:
                    self._caption(node.contents, "+" if str(node).startswith("|+") else "")
        self._row(loose)

    def _row(self, cells: list[Node]) -> None:
        self.emission.row([self._cell(cell, cell.contents) for cell in cells if isinstance(cell, Tag)])

    def _cell(self, node: Node | Wikicode, code: Wikicode) -> Words:
        """Read what stands in a cell; its lines and items are parts of one."""
        outer, self.emission.cell = self.emission.cell, []
        end = self.place.begin(node)
        self.code(code)
        self.flush()
        found, self.emission.cell = self.emission.cell, outer
        self.place.reached = max(end, self.place.reached)
        return joined(found)

    def _box(self, template: Template) -> None:
        """Read an infobox; what it calls itself is the article's title where the page has no other."""
        start = self.place.reached
        named = box.title(template)
        if named is not None and self.title is None:
            self.title = self._cell(named, named).traced
        for entry in box.rows(template):
            self.place.reached = start
            value = joined(self._cell(found, found) for found in entry.values)
            self.emission.boxed(Traced.at(entry.label, min(start, value.traced.to_source(0))), value)
        if article := box.chapter(template):
            self.emission.boxed(Traced.at("eMedicine", start), Words(Traced.at(article, start)))

    def _taken(self) -> Words:
        self.gather.fields, self.gather.url = None, ""
        self.markers, self.blank = [], True
        return self.gather.inline.taken()

    def flush(self) -> None:
        """Finish the block that was being gathered."""
        fields, url = self.gather.fields, self.gather.url
        level = len(self.markers) if self.markers[-1:] != ["dt"] else 0
        self.emission.line(self._taken(), level=level, url=url, fields=fields)


def _name(node: Node) -> str:
    return str(node.tag).strip().lower() if isinstance(node, Tag) else ""


def _is_hidden(tag: Tag) -> bool:
    """Tell what is laid out but no content."""
    return any(tag.has(key) and _LAYOUT.search(str(tag.get(key))) for key in ("class", "style"))
