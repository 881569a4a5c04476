"""Types of a disease: those a sentence lists, and those that the rows of a table name."""

import re
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import Final

from nosograph.extraction._names import kindred
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import CELLS, Scene
from nosograph.extraction._sieve import Sieve
from nosograph.model import Concept, Kind, Mention

__all__ = ["FORM", "subtypes"]

FORM: Final = "a form by its name"
"""Why a form is one of its disease: its name says so, whatever the sentence tells of it."""

_LISTED: Final = 0.85
_ROW: Final = 0.85
_SURE: Final = 0.95
_REACH: Final = 300
_SHORT: Final = 24
_OTHER: Final = re.compile(r"\b(?:other|another|different)\b")
"""Types beside the disease, which are not types of it: "the other two types are"."""


@cache
def _cues() -> Sieve[tuple[str, re.Pattern[str]]]:
    return Sieve(((row[0], phrase(row[0])) for row in rows("subtypes.tsv", 1)), itemgetter(0), itemgetter(1))


def subtypes(scene: Scene) -> Iterator[tuple[Concept, Concept, Mention, float, str]]:
    """Yield the types of a disease that the sentence names: type, disease, words, score and what says so."""
    of, told = scene.topic.row_of, scene.topic.form
    if told is not None and told.concept is not None and told.place is not None:
        name = _name(scene, told.place, told.concept, FORM)
        yield told.concept, scene.subject, name, _LISTED, "the disease's name with more"
    if of is not None:
        first = scene.text.partition(CELLS)[0].rstrip()
        name = _name(scene, (0, len(first)), scene.subject, "a row's name")
        yield scene.subject, of, name, _ROW, "row of a table of types"
    elif not scene.topic.foreign:
        for mention, said in _listed(scene):
            yield mention.concept, scene.subject, mention, _LISTED, said


def _name(scene: Scene, place: tuple[int, int], concept: Concept, why: str) -> Mention:
    """Give a mention of a type where a sentence names it."""
    left, right = place
    start = scene.sentence.start
    return Mention(
        start=start + left, end=start + right, text=scene.text[left:right], concept=concept, score=_SURE, why=why
    )


def _listed(scene: Scene) -> Iterator[tuple[Mention, str]]:
    for _, pattern in _cues().sift(scene.beginnings):
        for found in pattern.finditer(scene.lower):
            if _OTHER.search(scene.lower, max(0, found.start() - _SHORT), found.start()) is not None:
                continue
            for mention in scene.near(found.end(), found.end() + _REACH):
                typed = mention.concept.kind is Kind.DISEASE and kindred(mention.concept, scene.subject)
                if typed and scene.same_clause(found.end(), scene.start(mention)):
                    yield mention, scene.text[found.start() : found.end()]
