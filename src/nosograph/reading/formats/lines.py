"""Lines of a plain text: grouped by blank lines, and put together again where an editor wrapped them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.reading import boilerplate
from nosograph.reading.traced import Traced, join

_WRAPPED: Final = 110
_ENDS: Final = (".", "!", "?", ":", '."', ".”", "]", ")")


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a line without its outer blanks, how far it stands in, and whether it is the first after a blank line."""

    words: Traced
    indent: int
    first: bool

    @property
    def text(self) -> str:
        """The line's words."""
        return self.words.text


def groups(page: Traced) -> Iterator[list[Line]]:
    """Yield the lines that stand together between blank lines; lines of navigation are left out."""
    group: list[Line] = []
    start = 0
    first = True
    for raw in page.text.split("\n"):
        text = raw.strip()
        if not text:
            if group:
                yield group
            group, first = [], True
        elif not boilerplate.is_navigation(text):
            indent = len(raw) - len(raw.lstrip())
            words = page.slice(start + indent, start + indent + len(text))
            group.append(Line(words, indent, first))
            first = False
        start += len(raw) + 1
    if group:
        yield group


def paragraphs(lines: list[Line]) -> Iterator[Traced]:
    """Join the lines an editor wrapped; a text with one line a paragraph keeps them apart."""
    wrapped = bool(lines) and max(len(line.text) for line in lines) <= _WRAPPED
    held: list[Traced] = []
    for line in lines:
        if held and not wrapped and held[-1].text.endswith(_ENDS):
            yield join(held, " ")
            held = []
        held.append(line.words)
    if held:
        yield join(held, " ")
