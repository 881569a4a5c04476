"""Lists whose items a copy ran together with nothing between them but their capitals, as GARD's answers hold them.

`Symptoms may include: Heart defects (74%) Hearing loss Seizures The condition is rare.` is a lead, three items and a
sentence. A capital inside brackets or behind a comma or a preposition begins no item, nor does a name in capitals.
Where most items were one word, it is a title.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

_LEAD: Final = re.compile(
    r"\b(?:includ(?:e[sd]?|ing)|are|following|as follows|such as|limited to|features|symptoms|signs|findings)"
    r"(?: [\w’'-]{1,20}){0,4} ?:(?= [A-Z])"
)
_WORD: Final = re.compile(r"[()\[\]]|[^\s()\[\]]+")
_OPENS: Final = re.compile(r"[A-Z][a-z]+(?:[-/’'][A-Za-z]+)*[,.;:]?")
_INSIDE: Final = re.compile(
    r"of|in|with|and|or|the|to|by|from|for|on|at|an?|as|due|than|without|other|type|chromosome", re.IGNORECASE
)
"""Words that an item does not end with."""
_SENTENCES: Final = re.compile(
    r"The|Th[ei]se?|Those|If|People|You|For|There|It|When|While|Although|Because|Affected|Most|Many|Some"
)
"""Words that begin a sentence, and hardly ever an item."""
_SPEAKS: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|can|may|do|does)\b", re.IGNORECASE)
"""Words that no item holds, outside brackets."""
_FEWEST: Final = 4
_LONGEST: Final = 12

Span = tuple[int, int]


def items(text: str) -> tuple[int, list[Span]] | None:
    """Find a list: where its lead ends, and where its items stand; None where there is none.

    >>> words = "Signs include: Heart defects (75% of Males) Hearing loss Low IgA levels Seizures The cause is known."
    >>> end, spans = items(words)
    >>> [words[a:b] for a, b in spans]
    ['Heart defects (75% of Males)', 'Hearing loss', 'Low IgA levels', 'Seizures']
    """
    for lead in _LEAD.finditer(text):
        found = list(_listed(text, lead.end() + 1))
        several = sum(" " in text[a:b] for a, b in found)
        if len(found) >= _FEWEST and several * 2 >= len(found):
            return lead.end(), found
    return None


def _listed(text: str, start: int) -> Iterator[Span]:
    """Yield the items from `start` on, up to the first that is no item."""
    for first, following in pairwise(chain(_starts(text, start), (len(text),))):
        piece = text[first:following].rstrip()
        bare = re.sub(r"\([^()]*\)?", "", piece)
        words = bare.split()
        if not 0 < len(words) <= _LONGEST or _SENTENCES.fullmatch(words[0]) or "-" in words or '"' in piece:
            return
        if _SPEAKS.search(bare):
            return
        ends = piece.endswith((".", "!", "?", ":")) or bool(re.search(r"[.!?] ", piece))
        yield first, first + len(piece)
        if ends:
            return


def _starts(text: str, start: int) -> Iterator[int]:
    """Yield where a capitalised word begins something, outside brackets."""
    depth = 0
    before = ""
    for match in _WORD.finditer(text, start):
        word = match[0]
        if word in "()[]":
            depth = max(depth + (1 if word in "([" else -1), 0)
        elif depth == 0:
            inside = before.endswith((",", ";", "-", "/")) or bool(_INSIDE.fullmatch(before))
            if match.start() == start or (_OPENS.fullmatch(word) and not inside):
                yield match.start()
            before = word
