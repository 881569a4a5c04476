"""Origin: where in the source the words of a parsed page stand.

The parser keeps no offsets. So the source is stripped of mark-up once, and each piece of text is found in what is
left, in the order of the page. What is not found there (mark-up too broken to strip alike) points at the place reached
so far.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from nosograph.reading.traced import Edit, Traced

_MARKUP: Final = re.compile(
    r"<!--(?:(?!-->|<!--).)*(?:-->)?"
    r"|<(?P<raw>script|style)\b(?:(?!<(?:script|style)\b).)*?</(?P=raw)\s*>"
    r"|</?[A-Za-z!?](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>"
    r"|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});?"
    r"|\r\n?",
    re.DOTALL,
)
_REACH: Final = 20_000


@dataclass
class Origin:
    """Hold the source without mark-up, and how far it has been read."""

    source: str
    words: Traced = field(init=False)
    reached: int = 0

    def __post_init__(self) -> None:
        """Strip the mark-up."""
        self.words = Traced.of(self.source).edited(_edits(self.source))

    @property
    def here(self) -> int:
        """The place in the source that has been reached."""
        return self.words.to_source(self.reached)

    def place(self, text: str) -> Traced:
        """Give the text with its place in the source; texts are asked for in the order of the page."""
        found = self.skip(text)
        return Traced.at(text, self.here) if found < 0 else self.words.slice(found, self.reached)

    def skip(self, text: str) -> int:
        """Go behind a text; give where it stands among the words, or -1."""
        found = self.words.text.find(text, self.reached, self.reached + len(text) + _REACH)
        self.reached = self.reached if found < 0 else found + len(text)
        return found


def _edits(source: str) -> Iterator[Edit]:
    for match in _MARKUP.finditer(source):
        words = match[0]
        new = unescape(words) if words[0] == "&" else "\n" if words[0] == "\r" else ""
        if new != words:
            yield match.start(), match.end(), new
