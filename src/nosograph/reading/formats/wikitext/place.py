"""Place: where in the source the nodes of a parsed page stand.

The parser keeps no offsets, but every node's text is a stretch of the source, and they are asked for in its order.
"""

from dataclasses import dataclass

from mwparserfromhell.nodes import Node
from mwparserfromhell.wikicode import Wikicode

from nosograph.reading.traced import Traced


@dataclass(slots=True)
class Place:
    """Hold the source, and how far it has been read."""

    source: str
    reached: int = 0

    def begin(self, node: Node | Wikicode | str) -> int:
        """Go to where a node begins; give where it ends."""
        text = str(node)
        found = self.source.find(text, self.reached)
        self.reached = found if found >= 0 else self.reached
        return min(self.reached + len(text), len(self.source)) if found >= 0 else self.reached

    def words(self, text: str) -> Traced:
        """Give text that stands as it is in the source, with its place, and go behind it."""
        end = self.begin(text)
        found = end - self.reached == len(text)
        words = Traced.of(text, self.reached) if found else Traced.at(text, self.reached)
        self.reached = end
        return words

    def instead(self, node: Node, text: str) -> Traced:
        """Give text that stands for a node; all of it points at where the node begins. Go behind the node."""
        end = self.begin(node)
        words = Traced.at(text, self.reached)
        self.reached = end
        return words
