"""Notes: what `<ref>` and its templates cite, numbered in the order of the page as MediaWiki does (Help:Footnotes)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import mwparserfromhell
from mwparserfromhell.nodes import Tag, Template
from mwparserfromhell.wikicode import Wikicode

from nosograph.reading.formats.wikitext import works
from nosograph.reading.formats.wikitext.names import name_of, parameters
from nosograph.reading.formats.wikitext.stripped import stripped

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
_LETTERED: Final = frozenset({"lower-alpha", "upper-alpha"})


@dataclass(slots=True)
class Note:
    """Hold one entry: the number it is cited under, its group, and its content where the page defines it."""

    number: str
    group: str
    content: Wikicode | None
    work: Template | None = None


@dataclass(slots=True)
class Notes:
    """Hold the entries cited so far, and the contents that names stand for."""

    defined: dict[tuple[str, str], Wikicode] = field(default_factory=dict)
    cited: dict[tuple[str, str], Note] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    works: dict[tuple[str, ...], Template] = field(default_factory=dict)

    def define(self, code: Wikicode) -> None:
        """Note what the named references of a page hold, wherever they stand; the first content of a name counts."""
        for tag in code.ifilter_tags(matches=is_note):
            name, group = _attribute(tag, "name"), _attribute(tag, "group")
            if name and tag.contents is not None and str(tag.contents).strip():
                self.defined.setdefault((group, name), tag.contents)
                self.defined.setdefault(("", name), tag.contents)

    def list_works(self, code: Wikicode) -> None:
        """Note the works a page lists, by the names and the year under which a shortened citation cites them."""
        for template in code.ifilter_templates(matches=works.is_work):
            self.works.setdefault(works.cited_as(template), template)

    def of_tag(self, tag: Tag) -> str:
        """Give the number a `<ref>` shows."""
        return self.cite(_attribute(tag, "group"), _attribute(tag, "name"), None if tag.self_closing else tag.contents)

    def of_template(self, template: Template, group: str) -> str:
        """Give the number a note's template shows."""
        values = parameters(template)
        named = stripped(values["name"]) if "name" in values else ""
        where = stripped(values["group"]) if "group" in values else group
        return self.cite(where, named, values.get("1"))

    def of_words(self, template: Template) -> str:
        """Give the number of a shortened citation; the same words are the same entry."""
        words = tuple(stripped(value).casefold() for key, value in parameters(template).items() if key.isdigit())
        return self.cite("", "\0" + name_of(template) + str(template), _content(template), self.works.get(words))

    def cite(self, group: str, name: str, content: Wikicode | None, work: Template | None = None) -> str:
        """Give the number of an entry, a new one where it is cited for the first time."""
        key = (group, name or f"\0{sum(self.counts.values())}")
        if key not in self.cited:
            self.counts[group] = self.counts.get(group, 0) + 1
            known = content if content is not None and str(content).strip() else self.defined.get((group, name))
            self.cited[key] = Note(_number(group, self.counts[group]), group, known, work)
        return self.cited[key].number

    def listed(self, group: str) -> Iterator[Note]:
        """Yield the entries of a group in order."""
        return (note for note in self.cited.values() if note.group == group)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are cited."""
        return tuple(self.counts)


def is_note(tag: Tag) -> bool:
    """Tell the tag of a note."""
    return str(tag.tag).strip().lower() == "ref"


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name).value if tag.has(name) else None
    return "" if value is None else stripped(value).strip("\"'")


def _content(template: Template) -> Wikicode:
    """Write a shortened citation's names, year and page: `Doe 2001, p. 5`."""
    values = parameters(template)
    words = " ".join(stripped(value) for key, value in values.items() if key.isdigit())
    pages = next((f", p. {stripped(values[key])}" for key in ("p", "pp", "page", "pages", "loc") if key in values), "")
    return mwparserfromhell.parse(f"{words}{pages}." if words else "")


def _number(group: str, count: int) -> str:
    """Write an entry's number as its marks show it; notes of any group are `note 1`, as everywhere."""
    if not group:
        return str(count)
    if group in _LETTERED and count <= len(_ALPHABET):
        letter = _ALPHABET[count - 1]
        return letter.upper() if group == "upper-alpha" else letter
    return f"note {count}"
