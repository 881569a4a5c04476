"""Other names of a disease, where a sentence says outright that it is also called so."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import CELLS, Scene
from nosograph.model import TEXT, Concept, Curie, Kind, Mention

__all__ = ["synonyms"]

_REACH: Final = 40
_LONGEST: Final = 240
_END: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|causes?|refers|which|that|who|after|because|due|in which|abbreviated"
    r"|formerly)\b|[;:.()\[]"
)
_PARTED: Final = re.compile(r",?\s+(?:and|or)\s+(?:simply |as )?|,\s*(?:or |and )?")
_NAME: Final = re.compile(r"(?:[^\W\d]|\d)[\w\u2019'/, \u2013-]{1,78}[\w)]")
_TYPE: Final = re.compile(r"(?:[a-z]{4,}(?:al|ic|ous|ary|ive|ed|ular|oid|focal|system)|[Tt]ype \w+)[ -]$")
"""A word that makes a type of the disease named after it: the other name is the type's."""

_FIRST: Final = re.compile(r"\s*(?:as |by |the |an? |simply |more precisely |in short )*[\"\u201c]?", re.IGNORECASE)
_TAIL: Final = re.compile(r"(?:[\s\"\u201d,]|\b(?:and|or))+$")
_WITH: Final = re.compile(r"\bwith\b")
"""What makes one name of a list that follows: "dysplasia with micrognathia, absent thumbs and aphalangia"."""

_UNFINISHED: Final = re.compile(r"\b(?:\w{2,}(?:al|ic|ory|ary|ous|ar|ive)|motor)$")
"""An adjective, behind which "and" parts no names: "hereditary motor and sensory neuropathy"."""

_ADVERB: Final = re.compile(r"\b\w+ly$")
_LABELLED: Final = re.compile(rf"{re.escape(CELLS)}|(?:\(s\))?: ")
"""What parts the label of a row, or of a line of its own, from the names after it."""

_CLOSE: Final = re.compile(r'[\s,(")]*(?:\([^()]{1,40}\))?[\s,(")]*(?:is)?[\s,(")]*')
"""What may stand between a disease's name and the words that give it another."""

_MOST_WORDS: Final = 8
_LINE: Final = "; "


@cache
def _called() -> re.Pattern[str]:
    return phrase("|".join(row[0] for row in rows("synonyms.tsv", 1)))


def synonyms(scene: Scene) -> Iterator[tuple[Mention, str]]:
    """Yield the names a sentence gives its disease, each with the words that say so.

    The disease must be named right before those words, with no more than a bracket or a verb between; the rows of its
    infobox need not name it.
    """
    if scene.topic.foreign:
        return
    for found in _called().finditer(scene.lower):
        if (label := _LABELLED.match(scene.text, found.end())) is not None:
            yield from ((name, scene.text[: found.end()]) for name in _of_row(scene, label.end()))
            continue
        named = scene.near(found.start() - _REACH - _LONGEST, found.start())
        own = [m for m in named if m.concept.curie == scene.subject.curie and found.start() - scene.end(m) <= _REACH]
        if not own or _TYPE.search(scene.text, max(0, scene.start(own[-1]) - _REACH), scene.start(own[-1])) is not None:
            continue
        if _CLOSE.fullmatch(scene.text, scene.end(own[-1]), found.start()) is not None:
            yield from ((name, scene.text[found.start() : found.end()]) for name in _names(scene, found.end()))


def _of_row(scene: Scene, start: int) -> Iterator[Mention]:
    """Yield the names in the row of an infobox, which may stand in lines of their own."""
    while start < len(scene.text):
        yield from _names(scene, start)
        line = scene.text.find(_LINE, start)
        start = line + len(_LINE) if line >= 0 else len(scene.text)


def _names(scene: Scene, start: int) -> Iterator[Mention]:
    stop = _END.search(scene.lower, start, start + _LONGEST)
    end = stop.start() if stop is not None else min(len(scene.text), start + _LONGEST)
    place = start
    for part in [*_PARTED.finditer(scene.text, start, end), None]:
        if part is not None and _WITH.search(scene.lower, place, part.start()) and "or" not in part[0].split():
            continue
        if part is not None and "and" in part[0].split() and _UNFINISHED.search(scene.lower, place, part.start()):
            continue
        right = part.start() if part is not None else end
        first = _FIRST.match(scene.text, place, right)
        left = first.end() if first is not None else place
        words = _TAIL.sub("", scene.text[left:right])
        if (
            _NAME.fullmatch(words)
            and _ADVERB.search(words) is None
            and len(words.split()) <= _MOST_WORDS
            and words.casefold() != scene.subject.label.casefold()
        ):
            yield _mention(scene, left, words)
        place = part.end() if part is not None else end


def _mention(scene: Scene, left: int, words: str) -> Mention:
    start = scene.sentence.start + left
    concept = Concept(curie=Curie(TEXT, words), label=words, kind=Kind.OTHER)
    return Mention(
        start=start, end=start + len(words), text=words, concept=concept, score=0.95, why="a name in the text"
    )
