"""Say why a stretch of text was recognised as it was, or was not."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from nosograph.lexicon import Lexicon
from nosograph.lexicon.keys import name_keys
from nosograph.lexicon.normalisation import plain
from nosograph.model import Article, Mention
from nosograph.recognition._candidates import Candidate
from nosograph.recognition._gaps import Gap
from nosograph.recognition._roles import Role
from nosograph.recognition._windows import LONGEST, Content

_SIGNS: Final = {Gap.COMMA: "a comma", Gap.SLASH: "a slash", Gap.OPEN: "a bracket", Gap.CLOSE: "a bracket"}


def reasons(
    held: Content,
    stretch: tuple[int, int],
    *,
    found: tuple[Mention, ...],
    candidates: list[Candidate],
    source: Article | str,
    lexicon: Lexicon,
) -> Iterator[str]:
    """Yield one line a fact about the stretch: what stands, what was passed over, and what its words are.

    `found` are the mentions of the text as it is annotated, `candidates` all that were considered.
    """
    start, end = stretch
    standing = [m for m in found if m.start < end and start < m.end]
    for m in standing:
        what = f"{m.concept.curie} {m.concept.label}"
        yield f'recognised "{m.text}" {m.start}:{m.end} as {what}, score {m.score:.2f}: {m.why}'
        for other in m.alternatives:
            yield f"  it may also be {other.curie} {other.label} ({other.kind})"
    spans = {(m.start, m.end) for m in standing}
    for c in candidates:
        if c.start < end and start < c.end and (c.start, c.end) not in spans:
            best = c.readings[0]
            said = held.words.text[c.start : c.end]
            yield f'passed over "{said}" as {best.concept.curie} {best.concept.label}: {_passed(c, found, source)}'
    if (start, end) not in spans:
        yield from _words(held, start, end, lexicon)


def _passed(c: Candidate, found: tuple[Mention, ...], source: Article | str) -> str:
    if isinstance(source, Article) and not any(s.start <= c.start and c.end <= s.end for s in source.sentences):
        return "it lies in no sentence of the article"
    holder = next((m for m in found if m.start < c.end and c.start < m.end), None)
    if holder is not None:
        return f'"{holder.text}" is the better of the two'
    return f"its score {c.readings[0].score:.2f} is below the threshold, or its grammar speaks against it"


def _words(held: Content, start: int, end: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield what each word of the stretch is brought to, and why the whole is no name."""
    words = held.words
    inside = [i for i in range(len(words)) if words.start[i] < end and start < words.end[i]]
    if not inside:
        yield "no word stands there"
        return
    content = np.flatnonzero(np.isin(held.at, inside)).tolist()
    for place in content:
        token = words.tokens(held.at[place : place + 1])[0]
        named = bool(held.roles[place] & np.uint16(Role.NAMED))
        yield f'the word "{token}" is looked up as "{plain(token)}"' + ("" if named else ", which is in no name")
    if len(content) > LONGEST:
        yield f"the stretch has {len(content)} words that carry content; names are sought in windows of up to {LONGEST}"
    for place in content[1:]:
        if not held.joined[place]:
            gap = Gap(int(held.gap[place]))
            sign = _SIGNS.get(gap, "the end of a clause")
            yield f'{sign} parts "{words.tokens(held.at[place : place + 1])[0]}" from what stands before it'
    if not _is_name(words.text[start:end], lexicon):
        yield "no name of the lexicon has exactly these words, in any order"


def _is_name(said: str, lexicon: Lexicon) -> bool:
    keys = name_keys(said)
    tables = ((keys.plain, lexicon.plain_keys), (keys.deep, lexicon.deep_keys), (keys.surface, lexicon.surface_keys))
    rows = ((key, table, int(table.searchsorted(table.dtype.type(key)))) for key, table in tables)
    return any(row < len(table) and int(table[row]) == key for key, table, row in rows)
