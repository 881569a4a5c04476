"""Gathering: the words of inline nodes, with marks and bold stretches, in the order of the page."""

import re
from dataclasses import dataclass, field
from typing import Final

from mwparserfromhell.nodes import Argument, ExternalLink, HTMLEntity, Node, Tag, Template, Text, Wikilink
from mwparserfromhell.wikicode import Wikicode

from nosograph.reading.formats.inline import Inline
from nosograph.reading.formats.wikitext import names, notes, works
from nosograph.reading.formats.wikitext.notes import Notes
from nosograph.reading.formats.wikitext.place import Place
from nosograph.reading.formats.wikitext.stripped import stripped
from nosograph.reading.references import Fields, written
from nosograph.reading.traced import Traced

_ELSEWHERE: Final = re.compile(r"\s*(?:category|kategorie|[a-z]{2,3}(?:-[a-z]{2,8})?)\s*:", re.IGNORECASE)
_PICTURE: Final = re.compile(r"\s*(?:file|image|media)\s*:", re.IGNORECASE)
_SWITCH: Final = re.compile(r"__[A-Z]{3,20}__")
_HIDDEN: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_OPTIONS: Final = re.compile(
    r"\s*(?:thumb(?:nail)?(?:=.*)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|baseline|sub|super|top|text-top|middle|bottom"
    r"|text-bottom|upright(?:[= ].*)?|\d*x?\d+ ?px|(?:alt|link|page|lang|class)=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class Gather:
    """Hold what was gathered for the block that is open; `fields` and `url` are those of its first work and link."""

    place: Place
    notes: Notes
    inline: Inline = field(default_factory=Inline)
    fields: Fields | None = None
    url: str = ""
    bold: int = 0
    passed: list[str] = field(default_factory=list)

    def code(self, code: Wikicode | None) -> None:
        """Read all nodes of a piece of code as words."""
        for node in code.nodes if code is not None else ():
            self.node(node)

    def node(self, node: Node) -> None:
        """Read a node as words."""
        match node:
            case Text():
                self.text(node.value)
            case HTMLEntity():
                self.add(self.place.instead(node, node.normalize()))
            case Argument():
                self._inside(node, node.default)
            case Wikilink() | ExternalLink() | Tag() | Template():
                end = self.place.begin(node)
                self._opened(node)
                self.place.reached = max(end, self.place.reached)
            case _:
                self.place.reached = self.place.begin(node)

    def _opened(self, node: Wikilink | ExternalLink | Tag | Template) -> None:
        match node:
            case Wikilink():
                self._link(node)
            case ExternalLink():
                self.url = self.url or str(node.url)
                self._inside(node, node.title if node.title is not None or node.brackets else node.url)
            case Tag():
                self._tag(node)
            case Template():
                self._template(node)

    def text(self, value: str) -> None:
        """Read text."""
        words = self.place.words(value)
        done = 0
        for switch in _SWITCH.finditer(value):
            self.add(words.slice(done, switch.start()))
            done = switch.end()
        self.add(words.slice(done, len(words)) if done else words)

    def add(self, words: Traced) -> None:
        """Add words to the block."""
        if words.text:
            self.inline.add(words, bold=self.bold > 0)

    def _inside(self, node: Node | Wikicode, code: Wikicode | None) -> None:
        end = self.place.begin(node)
        self.code(code)
        self.place.reached = max(end, self.place.reached)

    def _link(self, link: Wikilink) -> None:
        """Read a link's words; pictures, categories and links to other languages have none."""
        target = str(link.title)
        if _PICTURE.match(target) or _ELSEWHERE.match(target):
            return
        words = link.title if link.text is None else link.text
        self._inside(words, words)

    def _tag(self, tag: Tag) -> None:
        name = str(tag.tag).strip().lower()
        if notes.is_note(tag):
            self.inline.mark((self.notes.of_tag(tag),))
        elif name == "br":
            self.add(Traced(" ", ((0, self.place.reached),)))
        elif name not in names.DROPPED_TAGS and not (tag.has("style") and _HIDDEN.search(str(tag.get("style")))):
            self.bold += name in names.BOLD_TAGS
            self.code(tag.contents)
            self.bold -= name in names.BOLD_TAGS

    def _template(self, template: Template) -> None:
        name = names.name_of(template)
        if works.is_work(template):
            found = works.fields(template)
            self.fields = self.fields or found
            self.url = self.url or found.url
            self.add(self.place.instead(template, written(found)))
        elif name in names.NOTES:
            self.inline.mark((self.notes.of_template(template, names.NOTES[name]),))
        elif name in names.SHORTENED:
            self.inline.mark((self.notes.of_words(template),))
        elif name == "r":
            self.inline.mark(
                tuple(self.notes.cite("", str(p.value).strip(), None) for p in template.params if not p.showkey)
            )
        elif name in names.CHARACTERS:
            self.add(self.place.instead(template, names.CHARACTERS[name]))
        else:
            self._shown(template, name)

    def _shown(self, template: Template, name: str) -> None:
        """Read the parameters a template shows."""
        values = names.parameters(template)
        numbered = [value for key, value in values.items() if key.isdigit()]
        if name in names.COMPOSED:
            self.add(self.place.instead(template, names.COMPOSED[name]([stripped(value) for value in numbered])))
            return
        listed = name in names.LISTS
        shown = numbered if listed else [values[key] for key in names.SHOWN.get(name, ()) if key in values]
        if not shown and name not in names.SHOWN and not names.SILENT.fullmatch(name):
            self.passed.append(name)
        for index, value in enumerate(shown):
            if index:
                self.add(Traced.at("; " if listed else " ", self.place.reached))
            self._inside(value, value)


def caption(link: Wikilink) -> Wikicode | None:
    """Give the caption of a picture: the last of its parts that is no option."""
    if not _PICTURE.match(str(link.title)) or link.text is None or "|" not in f"|{link.text}":
        return None
    parts: list[list[Node]] = [[]]
    for node in link.text.nodes:
        first, *rest = str(node).split("|") if isinstance(node, Text) else (None,)
        if first is None:
            parts[-1].append(node)
            continue
        parts[-1].append(Text(first))
        parts += [[Text(piece)] for piece in rest]
    words = Wikicode(parts[-1])
    return None if not str(words).strip() or _OPTIONS.fullmatch(str(words)) else words
