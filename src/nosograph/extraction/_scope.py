"""What a sentence says of others than the disease's patients, or does not say at all: carriers, animals, tests."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._cues import GROUPS, Bar, Extent, bars, closed_sections
from nosograph.extraction._scene import Scene
from nosograph.extraction._sieve import Words
from nosograph.model import Mention

__all__ = ["barred"]

_NEXT: Final = 6
_TREATS: Final = "treated_with"
_FAR: Final = 600

_NAMED: Final = re.compile(
    r"\b(?:is|are|was|were|causes?|has|have|which|that|who|after|for|because|due)\b|[;:.)]", re.IGNORECASE
)

_BODY: Final = re.compile(
    r"\b(?:[A-Z][\w'\u2019-]+ ){0,6}?(?:Institute|Society|Association|Foundation|Academy|Cent(?:er|re)|Journal|College"
    r"|Department|Division|Hospital|Clinic|Consortium)s?"
    r"\b(?: (?:of|for|on)(?: (?:(?:the|and|of|for) )*[A-Z][\w-]+,?)+)?"
)
"""The name of a body or journal, of which no part is a claim."""

_SAME_SUBJECT: Final = re.compile(
    r",? but (?:(?:they|some|many|most|others|a few|all) )?(?:(?:also|still|often|may|can|do|does|usually) )*"
    r"(?:have|has|are|is|may|can|show|shows|develop|develops|carry|remain|tend|experience|run)\b"
)
"""How a clause goes on to speak of whom the clause before it spoke of: "carriers do not have it but have A"."""

_GOES_ON: Final = re.compile(
    r"\W*(?:(?:however|but|yet|still|nevertheless|in addition|rarely|occasionally|sometimes),? )*"
    r"(?:they|some|many|most|others|several|a few|few|(?:(?:up to|about|around|nearly|almost|at least|over|under|only)"
    r" )*(?:\d{1,3} ?(?:%|percent)|half|a (?:third|quarter|minority|majority)|one[ -]third|two[ -]thirds))"
    r" (?:(?:may|can|will|do|also|often|sometimes|usually|still|even|never|rarely) )*"
    r"(?:have|had|develop|show|experience|suffer|are|were|present|exhibit|display|become|lack)\b",
    re.IGNORECASE,
)
"""How a sentence goes on to speak of those of whom the one before it spoke: "However, up to 20 percent have it"."""

_OPENS: Final = 40

_BRACKETED: Final = re.compile(r"\([^()]*\)")
_WIDE: Final = frozenset({Extent.CLAUSE, Extent.SENTENCE})
_Span = tuple[int, int]


def barred(scene: Scene, mention: Mention, relation: str) -> bool:
    """Say whether words of the sentence keep a mention out of claims of a relation, or its section does."""
    around = (*_whole(scene), *_led(scene), *_still(scene))
    if (scene.role, relation) in closed_sections() or any(bar.bars(relation) for bar in around):
        return True
    held, begin = _found(scene), scene.start(mention)
    if relation in GROUPS["finding"] and any(left <= begin < right for left, right in _bodies(scene)):
        return True
    first = bisect_left(held, begin - _FAR, key=itemgetter(0))
    last = bisect_left(held, scene.end(mention) + _FAR, key=itemgetter(0))
    return any(
        bar.bars(relation) and _COVERS[bar.extent](scene, (left, right), mention)
        for left, right, bar in held[first:last]
    )


@lru_cache(maxsize=8)
def _bodies(scene: Scene) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _BODY.finditer(scene.text))


@lru_cache(maxsize=8)
def _whole(scene: Scene) -> tuple[Bar, ...]:
    """Give the bars that keep out all of the sentence."""
    return tuple(bar for bar, _ in _matched(scene) if bar.extent is Extent.SENTENCE)


@lru_cache(maxsize=8)
def _led(scene: Scene) -> tuple[Bar, ...]:
    """Give the bars in the sentence that introduces a list: of all of it, or of treatments after their words."""
    lead = scene.sentence.lead_in
    if lead is None:
        return ()
    words = Words.of(lead.text)
    found = bars().find(words)
    return tuple(bar for bar, _ in found if bar.extent is Extent.SENTENCE or _of_items(bar))


def _of_items(bar: Bar) -> bool:
    """Say whether a bar in the words that introduce a list keeps its items out of treatments."""
    return bar.extent is Extent.AFTER and _TREATS in bar.relations


@lru_cache(maxsize=8)
def _still(scene: Scene) -> tuple[Bar, ...]:
    """Give the bars that open the sentence before, where this one goes on to speak of the same: "They have A, too"."""
    if scene.sentence.lead_in is not None or _GOES_ON.match(scene.text) is None:
        return ()
    opened = bars().find(Words.of(scene.topic.lead))
    return tuple(bar for bar, found in opened if bar.extent in _WIDE and found.start() < _OPENS)


@lru_cache(maxsize=8)
def _found(scene: Scene) -> tuple[tuple[int, int, Bar], ...]:
    held = ((*found.span(), bar) for bar, found in _matched(scene) if bar.extent is not Extent.SENTENCE)
    return tuple(sorted(held, key=itemgetter(0)))


@lru_cache(maxsize=8)
def _matched(scene: Scene) -> tuple[tuple[Bar, re.Match[str]], ...]:
    return tuple(bars().find(scene.letters))


def _clause(scene: Scene, bar: _Span, mention: Mention) -> bool:
    left, right = scene.clause(bar[0])
    while right < len(scene.text) and _SAME_SUBJECT.match(scene.lower, right) is not None:
        right = scene.clause(right + 1)[1]
    begin = scene.start(mention)
    return left <= begin < right and scene.within_bracket(bar[0], begin) and not _parted(scene, bar, begin)


def _after(scene: Scene, bar: _Span, mention: Mention) -> bool:
    begin = scene.start(mention)
    reaches = bar[0] <= begin and scene.same_clause(bar[1], max(begin, bar[1])) and not _parted(scene, bar, begin)
    return reaches and scene.within_bracket(bar[0], begin)


def _parted(scene: Scene, bar: _Span, place: int) -> bool:
    """Say whether a semicolon stands between: what is kept out of one member of a list is not of the next."""
    between = scene.text[bar[1] : place] if bar[1] <= place else scene.text[place : bar[0]]
    return ";" in _BRACKETED.sub("", between)


def _before(scene: Scene, bar: _Span, mention: Mention) -> bool:
    """A name whose end the words take up: "A test", "A and B vaccine"."""
    between = scene.text[scene.end(mention) : bar[0]]
    return scene.end(mention) <= bar[0] and not between.strip(" \t\n\u00a0-\u2013/")


def _next(scene: Scene, bar: _Span, mention: Mention) -> bool:
    begin = scene.start(mention)
    return bar[1] <= begin and scene.words_between(bar[1], begin) < _NEXT and scene.same_clause(bar[1], begin)


def _touch(scene: Scene, bar: _Span, mention: Mention) -> bool:
    """Right after the words, or in brackets after the mention there."""
    begin = scene.start(mention)
    if bar[1] > begin or not scene.text[bar[1] : begin].strip():
        return bar[1] <= begin
    first = (m for m in scene.near(bar[1], bar[1] + 2) if not scene.text[bar[1] : scene.start(m)].strip())
    return any(scene.text[scene.end(m) : begin] == " (" for m in first)


def _name(scene: Scene, bar: _Span, mention: Mention) -> bool:
    """Up to the verb or bracket that ends a list of names."""
    begin = scene.start(mention)
    return bar[1] <= begin and _NAMED.search(scene.text, bar[1], begin) is None


def _within(scene: Scene, bar: _Span, mention: Mention) -> bool:
    return bar[0] <= scene.start(mention) and scene.end(mention) <= bar[1]


_COVERS: Final[Mapping[Extent, Callable[[Scene, _Span, Mention], bool]]] = {
    Extent.CLAUSE: _clause,
    Extent.AFTER: _after,
    Extent.BEFORE: _before,
    Extent.NEXT: _next,
    Extent.TOUCH: _touch,
    Extent.NAME: _name,
    Extent.WITHIN: _within,
}
