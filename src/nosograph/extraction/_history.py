"""Who described a disease, and in what year, where a sentence says so of the disease itself."""

import re
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._beside import beside
from nosograph.extraction._persons import persons
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.extraction._sieve import Sieve, Words
from nosograph.model import TEXT, Concept, Curie, Kind, Mention, SectionRole

__all__ = ["history", "speaks_of_history"]

_BY: Final = "described_by"
_IN: Final = "described_in"
_RELATIONS: Final = {"person": _BY, "year": _IN}
_SURE: Final = 0.95
_REACH: Final = 160
_NAMED_AFTER: Final = "named"
_FIRST: Final = re.compile(r"(?:first|originally|initially)\b")
_VERB: Final = re.compile(r"(?:(?:was|were|is|has been|had been|have been|being|been) (?:\w+ly )?)*$")
_VERB_FIRST: Final = re.compile(r"(?:(?:was|were|is|has been|had been) )*(?:first|originally|initially)(?: \w+ly)? $")
_DOER: Final = re.compile(r"(?:In \d{4},? )?((?:Drs?\.? )?[A-Z].{3,60}?)(?: \([^()]*\))?(?:, [^,;]{3,100},)?\s*$")
"""Who stands at a sentence's head, up to its verb."""

_NOT_IT: Final = re.compile(
    r"\b(?:mutations?|genes?|variants?|defects?|antibod(?:y|ies)|locus|proteins?|enzymes?)\b[^,;]{0,30}$", re.IGNORECASE
)
"""What is said to have been discovered that is not the disease: "the mutation was discovered by"."""

_FURTHER: Final = re.compile(r"[^.;,]{0,60}\b(?:further|additional|another|more|other|second|third)\b")
"""What makes a description a later one: "reported three further patients with the disease"."""

_WHO: Final = re.compile(r"\bwho\b[^.;]{0,80}$")
_CENTURY: Final = r"(1[6-9]\d\d|20\d\d)"
_YEAR: Final = re.compile(
    rf"\bin (?:(?:the year|early|late|mid-?|about|around) )?{_CENTURY}\b(?!\s*(?:-|\u2013|to)\s*\d)"
)
_EARLIER: Final = re.compile(rf"in {_CENTURY},?\s")
_STOP: Final = re.compile(r"[.;:]\s|\b(?:but|while|whereas|although|after which|gave|named|coined|renamed)\b")


@cache
def _cues() -> Sieve[tuple[str, re.Pattern[str], str]]:
    found = ((row[1], phrase(row[1]), _RELATIONS[row[0]]) for row in rows("history.tsv", 2))
    return Sieve(found, itemgetter(0), itemgetter(1))


def speaks_of_history(words: Words) -> bool:
    """Say whether a text may tell who described a disease or when."""
    return next(_cues().find(words), None) is not None


def history(scene: Scene) -> Iterator[tuple[str, Mention, str]]:
    """Yield who described the disease and when: the relation, the words, and the cue that says so."""
    if scene.topic.foreign:
        return
    seen: set[tuple[str, int]] = set()
    for (_, _, relation), found in _cues().find(scene.letters):
        for key, mention in _told(scene, relation, found):
            if (key, mention.start) not in seen:
                seen.add((key, mention.start))
                yield key, mention, scene.text[found.start() : found.end()]


def _told(scene: Scene, relation: str, found: re.Match[str]) -> Iterator[tuple[str, Mention]]:
    if _of_disease(scene, found):
        places = persons(scene.text, found.end()) if relation == _BY else _years(scene, found)
        yield from ((relation, _mention(scene, *place)) for place in places)
    elif relation == _IN and beside(scene, *found.span(), after=True):
        first = _FIRST.match(found[0]) is not None
        tells = first or (scene.role is SectionRole.HISTORY and not _FURTHER.match(scene.lower, found.end()))
        doer = _DOER.match(scene.text, 0, found.start()) if tells else None
        doers = list(persons(scene.text[: found.start()], doer.start(1))) if doer is not None else []
        yield from ((_BY, _mention(scene, *place)) for place in doers if " " in scene.text[slice(*place)])
        if doers or _WHO.search(scene.lower, 0, found.start()) is not None:
            yield from ((_IN, _mention(scene, *place)) for place in _years(scene, found))


def _of_disease(scene: Scene, found: re.Match[str]) -> bool:
    """Say whether the disease is what was described: named before, or understood where the sentence opens so."""
    start = found.start()
    for pattern in (_VERB, _VERB_FIRST):
        before = pattern.search(scene.lower[:start])
        start = before.start() if before is not None else start
    if _NOT_IT.search(scene.lower, 0, start) is not None:
        return False
    if beside(scene, start, found.end(), after=False):
        return True
    if scene.lower[:start].strip():
        return False
    first = _FIRST.search(scene.lower[start : found.end()]) is not None
    return found[0].startswith(_NAMED_AFTER) or (first and scene.role is SectionRole.HISTORY)


def _years(scene: Scene, found: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the year that follows in the clause, or that opens the sentence."""
    stop = _STOP.search(scene.text, found.end(), found.end() + _REACH)
    end = stop.start() if stop is not None else min(len(scene.text), found.end() + _REACH)
    year = _YEAR.search(scene.text, found.end(), end)
    if year is None and (_FIRST.match(found[0]) is not None or scene.role is SectionRole.HISTORY):
        year = _EARLIER.match(scene.lower)
    if year is not None:
        yield year.span(1)


def _mention(scene: Scene, left: int, right: int) -> Mention:
    words, start = scene.text[left:right], scene.sentence.start
    label = " ".join(words.split())
    return Mention(
        start=start + left,
        end=start + right,
        text=words,
        concept=Concept(curie=Curie(TEXT, label), label=label, kind=Kind.OTHER),
        score=_SURE,
        why="the words as they stand",
    )
