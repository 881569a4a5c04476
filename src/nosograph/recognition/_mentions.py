"""Named to Mentions, column by column: there are thousands, and each column is filled in one go."""

from collections import deque
from collections.abc import Iterable
from itertools import repeat
from operator import attrgetter
from typing import Final

from nosograph.model import Mention
from nosograph.recognition._candidates import Named
from nosograph.recognition._tokens import Offsets

_READ: Final = {"concept": "concept", "score": "score", "why": "why", "match": "match", "alternatives": "others"}
"""What a mention takes from its best reading, and what that calls it."""


def mentions(text: str, named: Named, begins: Offsets) -> list[Mention]:
    """Make the mentions of names in `text`; `begins` says where the text of each begins, from which it is to count."""
    spans = zip(named.start.tolist(), named.end.tolist(), strict=True)
    best = [readings[0] for readings in named.readings]
    made = list(map(object.__new__, repeat(Mention, len(best))))
    _fill(made, "start", (named.start - begins).tolist())
    _fill(made, "end", (named.end - begins).tolist())
    _fill(made, "text", [text[start:end] for start, end in spans])
    for field, read in _READ.items():
        _fill(made, field, map(attrgetter(read), best))
    return made


def _fill(made: list[Mention], field: str, values: Iterable[object]) -> None:
    """Set one field of each, which `Mention` itself lets nobody set once it is made."""
    deque(map(Mention.__dict__[field].__set__, made, values), maxlen=0)
