"""Citation marks: taken out of the text, remembered where they stood.

Marks are `[1]`, `[1,3]`, `[2–4]`, `[a]`, `[note 1]`, with a page behind them (`[3]:149`) or not. Editors' marks
(`[citation needed]`, `[who?]`, `[edit]`) go without trace. Wikipedia: Help:Footnotes, Template:Rp, Category:Inline
cleanup templates.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.reading.block import Mark
from nosograph.reading.traced import Edit, Traced

_NUMBER: Final = r"\d{1,3}"
_GROUP: Final = r"(?:foot)?(?:note|nb|n|fn)\.?[ ]?\d{1,3}"
_LIST: Final = rf"{_NUMBER}(?:[ ]?[,;–—-][ ]?{_NUMBER}){{0,40}}"
_EDITORS: Final = (
    r"[^\[\]\n]{0,60}\bneeded\b[^\[\]\n]{0,40}|[^\[\]\n]{1,40}\?|edit|update|disputed[^\[\]\n]{0,40}|specify|sic|vague"
    r"|dubious[^\[\]\n]{0,20}|clarify|(?:permanent )?dead link|broken anchor"
    r"|according to whom|original research|synthesis"
)
_PAGES: Final = r"[a-z]?\d{1,5}(?:[ ]?[,–-][ ]?\d{1,5}){0,5}"
_MARK: Final = re.compile(
    rf"(?P<before>[ ]?)\[[ ]?(?:(?P<list>{_LIST})|(?P<letter>[a-z])"
    rf"|(?P<group>(?i:{_GROUP}))|(?P<editor>(?i:{_EDITORS})))[ ]?\]"
    rf"(?P<page>:{_PAGES}(?!\w)|[ ]?:[ ]?{_PAGES}(?=$|[ ]?[\[(A-Z]|[.,;:)\n]))?",
)
_LONGEST_RANGE: Final = 60
_STOPS: Final = ".!?;:,)\"'”’"
_OPENING: Final = "([\"'“‘"


@dataclass(frozen=True, slots=True)
class Marked:
    """Hold words without their marks, and the marks."""

    words: Traced
    marks: tuple[Mark, ...]


def take_marks(words: Traced, known: tuple[Mark, ...] = ()) -> Marked:
    """Take the citation marks out of a block's words; `known` are marks that mark-up showed and that are out already.

    A mark belongs to the character before it, so one right behind a full stop stays with the sentence the stop ends.

    >>> marked = take_marks(Traced.of("It is rare.[1][2] It recurs[3–5] often."))
    >>> marked.words.text, marked.marks[0]
    ('It is rare. It recurs often.', Mark(offset=11, numbers=('1', '2')))
    """
    edits: list[Edit] = []
    marks: list[Mark] = []
    removed = 0
    for chain in _chains(words.text) if "[" in words.text else ():
        edit = _edit(words.text, chain[0].start(), chain[-1].end())
        numbers = dict.fromkeys(number for match in chain if match["editor"] is None for number in _numbers(match))
        if numbers:
            marks.append(Mark(edit[0] - removed, tuple(numbers)))
        edits.append(edit)
        removed += edit[1] - edit[0] - len(edit[2])
    if not edits:
        return Marked(words, known)
    return Marked(words.edited(edits), tuple(sorted((*marks, *_moved(known, edits)), key=lambda mark: mark.offset)))


def _moved(known: tuple[Mark, ...], edits: list[Edit]) -> Iterator[Mark]:
    """Move marks to where their characters stand after the edits."""
    removed = at = 0
    for mark in sorted(known, key=lambda mark: mark.offset):
        while at < len(edits) and edits[at][0] < mark.offset:
            removed += edits[at][1] - edits[at][0] - len(edits[at][2])
            at += 1
        yield Mark(max(mark.offset - removed, 0), mark.numbers)


def _chains(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the marks, those that stand side by side together."""
    chain: list[re.Match[str]] = []
    for match in _MARK.finditer(text):
        if not _cites(match, text, glued=bool(chain) and chain[-1].end() == match.start()):
            continue
        if chain and chain[-1].end() != match.start():
            yield chain
            chain = []
        chain.append(match)
    if chain:
        yield chain


def _cites(match: re.Match[str], text: str, *, glued: bool) -> bool:
    """Tell a citation mark from brackets of chemistry (`benzo[1,2]thiazole`) and of editors (`to [a] patient`)."""
    before = text[match.start() - 1] if match.start() else ""
    after = text[match.end()] if match.end() < len(text) else ""
    if match["letter"] is not None:
        return match["letter"].islower() and (glued or (not match["before"] and bool(before))) and not after.isalnum()
    chemical = before.isalpha() and not match["before"] and (after.islower() or after == "-")
    return match["list"] is None or not chemical


def _edit(text: str, start: int, end: int) -> Edit:
    """Take marks out; leave one blank, never two, where what stands on both sides would run together or join."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or before.isspace():
        return start, end + (after in {" ", "\t"}), ""
    apart = text[start] == " " or before in _STOPS
    joining = (
        after
        and not before.isspace()
        and (unicodedata.combining(after) or not unicodedata.is_normalized("NFC", before + after))
    )
    return start, end, " " if joining or (apart and after and (after.isalnum() or after in _OPENING)) else ""


def _numbers(match: re.Match[str]) -> tuple[str, ...]:
    """Spell a mark's numbers out: `2–4` names three references."""
    if match["group"] is not None:
        return ("note " + re.sub(r"\D", "", match["group"]),)
    if match["letter"] is not None:
        return (match["letter"],)
    found: list[str] = []
    for part in re.split(r"[ ]?[,;][ ]?", match["list"]):
        first, _, last = re.sub(r"[ ]?[–—-][ ]?", "-", part).partition("-")
        span = range(int(first), int(last or first) + 1)
        found += [str(n) for n in span] if 0 < len(span) <= _LONGEST_RANGE else [first, last]
    return tuple(dict.fromkeys(found))
