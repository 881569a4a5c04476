"""Parts of the body that a sentence says its disease affects."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from nosograph.extraction._beside import beside
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.extraction._sieve import Words
from nosograph.model import Concept, Curie, Kind, Mention

__all__ = ["locations", "speaks_of_locations"]

_SURE: Final = 0.95
_CUE: Final = re.compile(
    r"\b(?:(?:can |may |will )?(?:affects?|attacks?|involves?|damages?)|affecting|involving"
    r"|(?:disease|disorder|condition|cancer)s? of)\b"
)
_IS: Final = re.compile(r"\b(?:is|are|was) (?:an?|the|one|any)\b(?: [\w,-]+){0,6} $")
_BEFORE: Final = re.compile(
    r"\s*(?:(?:the|both|also|primarily|mainly|mostly|chiefly|predominantly|an?|many|parts? of|areas? of|cells? of"
    r"|function of|body's|patient's|person's|human)\s+)*"
)
_JOINT: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,\s*(?:and\s+|or\s+)?|and\s+(?:sometimes\s+|also\s+)?|or\s+|as well as\s+)"
    r"(?:the\s+|other\s+)?"
)
_NOUN: Final = re.compile(
    r"\s+(?!(?:and|or|as|in|of|is|are|by|but|with|which|that|where|causing|leading|resulting|during|due|at|from|to"
    r"|caused|because|when|can|may|include)\b)[a-z]"
)
"""A word that makes the part of the body a qualifier of something else: "the brain function"."""


@cache
def _parts() -> tuple[tuple[Concept, re.Pattern[str]], ...]:
    found = (
        (Concept(curie=Curie.parse(row[0]), label=row[1], kind=Kind.ANATOMY), phrase(row[2]), row[2])
        for row in rows("organs.tsv", 3)
    )
    return tuple((concept, pattern) for concept, pattern, _ in sorted(found, key=lambda row: -len(row[2])))


def speaks_of_locations(words: Words) -> bool:
    """Say whether a text may tell what parts of the body a disease affects."""
    return _CUE.search(words.lower) is not None


def locations(scene: Scene) -> Iterator[tuple[Mention, str]]:
    """Yield the parts of the body that follow a cue in a list, each with the cue."""
    if scene.topic.foreign:
        return
    for cue in _CUE.finditer(scene.lower):
        noun = _IS.search(scene.lower, 0, cue.start()) if cue[0].endswith(" of") else None
        if beside(scene, noun.start() if noun is not None else cue.start(), cue.end(), after=False):
            yield from ((mention, cue[0]) for mention in _listed(scene, cue.end()))


def _listed(scene: Scene, place: int) -> list[Mention]:
    """Give the parts that a list names; none where its last word is something else of theirs."""
    listed: list[Mention] = []
    while (found := _at(scene, place)) is not None:
        concept, left, right = found
        if _NOUN.match(scene.lower, right) is not None:
            return []
        words, start = scene.text[left:right], scene.sentence.start
        listed.append(
            Mention(
                start=start + left,
                end=start + right,
                text=words,
                concept=concept,
                score=_SURE,
                why=f'the words "{words}"',
            )
        )
        joint = _JOINT.match(scene.lower, right)
        if joint is None:
            break
        place = joint.end()
    return listed


def _at(scene: Scene, place: int) -> tuple[Concept, int, int] | None:
    longest = None
    before = _BEFORE.match(scene.lower, place)
    place = before.end() if before is not None else place
    for concept, pattern in _parts():
        found = pattern.match(scene.lower, place)
        if found is not None and (longest is None or found.end() > longest[2]):
            longest = (concept, found.start(), found.end())
    return longest
