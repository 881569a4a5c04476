"""Which cue of a sentence governs a mention."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from nosograph.extraction._apposition import closes_class, explains
from nosograph.extraction._beside import beside
from nosograph.extraction._cues import Place, RelationCue, Side, closed_sections, relation_cues
from nosograph.extraction._kinds import FINDINGS, MEANS
from nosograph.extraction._lists import begun_anew, listed
from nosograph.extraction._procedures import serves
from nosograph.extraction._scene import IN_ANOTHER, Scene
from nosograph.model import Concept, Kind, Mention, SectionRole

__all__ = ["Found", "Governor", "fitting", "found_cues", "governor"]

_FAR: Final = 800
"""A cue further off than this, in characters, governs nothing."""
_LONG: Final = 200
_NEAR: Final = 60
_GIVEN: Final = frozenset({SectionRole.TREATMENT, SectionRole.CASE, SectionRole.PROGNOSIS})
_BRINGS: Final = re.compile(
    r"\b(?:caus\w+|leads?|led|results?|resulted|induces?|induced|produces?|produced|precipitat\w+)\b"
)
_SUBJECT: Final = re.compile(
    r"(?: (?:therapy|treatment|use|alone))?,?(?: (?:which|that|can|may|often|also|sometimes|\w+ly))* ?"
)
"""What stands between a treatment and the verb that tells what it brings about."""

_SAID: Final = re.compile(r" (?:is|are|was|were|has|have)\b[^,;]*, (?:and|but|while)\b")
"""What is said of a finding before a new clause begins, whose cue is not its own: "A is no sign, and B is rare"."""

_OPENING: Final = 4
"""Words that a sentence's subject may take."""
_BEFORE_CUE: Final = 2
_TOUCHING: Final = 1
"""The reach of a cue that stands right beside its object, as an adjective does."""
_IS_A: Final = "is_a"
_ELSE: Final = re.compile(r", and |\b(?:the|option|patients)\b")
"""What does not stand between "is a" and the class: the words go on to something else."""

_PARTED: Final = re.compile(r"[,;:)]|\band\b")
Found = tuple[RelationCue, re.Match[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """Hold the cue that governs a mention, where it stands, and how many words off."""

    cue: RelationCue
    found: re.Match[str]
    distance: int


def found_cues(scene: Scene, place: Place) -> list[Found]:
    """Find the cues of a sentence, in the order in which they stand."""
    return sorted(
        (
            (cue, found)
            for cue, found in relation_cues().find(scene.letters)
            if cue.place in {place, Place.BOTH} or (cue.place is Place.SUBJECT and place is Place.BODY)
            if cue.place is not Place.SUBJECT or beside(scene, *found.span(), after=cue.side is Side.BEFORE)
        ),
        key=_begins,
    )


def _begins(cue: tuple[RelationCue, re.Match[str]]) -> int:
    return cue[1].start()


def governor(scene: Scene, mention: Mention, cues: list[tuple[RelationCue, re.Match[str]]]) -> Governor | None:
    """Find the nearest cue that reaches the mention; of two as near, the one with the higher score."""
    begin, end = scene.start(mention), scene.end(mention)
    near = cues[bisect_left(cues, begin - _FAR, key=_begins) : bisect_left(cues, end + _FAR, key=_begins)]
    reaching = [g for cue, found in near if (g := _reaches(scene, mention, cue, found)) is not None]
    return min(reaching, key=lambda g: (g.distance, -g.cue.score), default=None)


def _reaches(scene: Scene, mention: Mention, cue: RelationCue, found: re.Match[str]) -> Governor | None:
    concept = fitting(mention, cue.kinds)
    if concept is None or not any(_may(scene, concept, relation) for relation in cue.relations):
        return None
    begin, end = scene.start(mention), scene.end(mention)
    left, right = (found.end(), begin) if cue.side is Side.AFTER else (end, found.start())
    apart = (
        (cue.side is Side.BEFORE and _said_anew(scene, mention, found.start()))
        or (scene.topic.foreign and not _opens(scene, mention, cue))
        or left > right
        or not scene.same_clause(left, right)
        or not scene.within_bracket(found.start(), begin)
    )
    if apart or (_IS_A in cue.relations and _ELSE.search(scene.lower, left, right) is not None):
        return None
    if cue.side is Side.AFTER and _of_another_thing(scene, concept, cue, found):
        return None
    distance = scene.words_between(left, right)
    far = cue.reach is not None and (distance > cue.reach or (cue.reach <= _TOUCHING and _goes_on(scene, left, right)))
    if far and not (cue.chained and _chained(scene, mention, cue, found)):
        return None
    return Governor(cue=cue, found=found, distance=distance)


def _said_anew(scene: Scene, mention: Mention, cue: int) -> bool:
    """Say whether a cue after a mention is of a new clause, and speaks of something else."""
    begin, end = scene.start(mention), scene.end(mention)
    return begun_anew(scene, begin, end, cue) or _SAID.match(scene.lower, end, cue) is not None


def _may(scene: Scene, concept: Concept, relation: str) -> bool:
    """Say whether a concept may be a relation's object in a section: a list of look-alikes tells no findings."""
    return serves(concept, relation) and (scene.role, relation) not in closed_sections()


def _goes_on(scene: Scene, left: int, right: int) -> bool:
    """Say whether the words go on to something else: "B cells are defective, and NK cells are normal"."""
    return _PARTED.search(scene.lower, left, right) is not None


def _opens(scene: Scene, mention: Mention, cue: RelationCue) -> bool:
    """Say whether a mention is the other disease that opens a sentence, of which a cue after it may speak."""
    if cue.side is Side.AFTER or IN_ANOTHER.match(scene.text) is not None:
        return False
    first = next(scene.others(0, scene.start(mention) + 1), mention)
    return first is mention or listed(scene, scene.end(first), scene.start(mention))


def _of_another(scene: Scene, cue: int, end: int) -> bool:
    """Say whether a cue is another disease's: one stands right before it, or within its words."""
    for other in scene.others(cue - _LONG, end):
        left, right = scene.start(other), scene.end(other)
        if left >= cue:
            return True
        if right > cue or not scene.same_clause(right, cue):
            continue
        near = scene.words_between(right, cue) <= _BEFORE_CUE and not _PARTED.search(scene.text, right, cue)
        if near or explains(scene, right, cue):
            return True
    if not closes_class(scene, cue):
        return False
    return any(explains(scene, scene.end(m), cue) for m in scene.near(cue - _LONG, cue) if _in_passing(scene, m))


def _of_another_thing(scene: Scene, concept: Concept, cue: RelationCue, found: re.Match[str]) -> bool:
    """Say whether a cue tells of another disease than the sentence's, or of what a treatment brings about."""
    another = "resembles" not in cue.relations and _of_another(scene, *found.span())
    return another or (concept.kind in FINDINGS and scene.role in _GIVEN and _of_treatment(scene, *found.span()))


def _of_treatment(scene: Scene, cue: int, end: int) -> bool:
    """Say whether a cue tells what a treatment named right before it brings about: "X often causes A"."""
    if _BRINGS.search(scene.lower, cue, end) is None:
        return False
    return any(
        m.concept.kind in MEANS and _SUBJECT.fullmatch(scene.lower, scene.end(m), cue) is not None
        for m in scene.near(cue - _NEAR, cue)
    )


def _in_passing(scene: Scene, mention: Mention) -> bool:
    """Say whether a finding stands further on in a sentence, where a disease in apposition is not its subject."""
    return mention.concept.kind is Kind.PHENOTYPE and scene.words_between(0, scene.start(mention)) >= _OPENING


def _chained(scene: Scene, mention: Mention, cue: RelationCue, found: re.Match[str]) -> bool:
    """Say whether a mention stands in a list with the first that the cue reaches."""
    if cue.side is Side.AFTER:
        after = scene.near(found.end(), found.end() + _LONG)
        first = next((m for m in after if fitting(m, cue.kinds) is not None), None)
        span = (scene.end(first), scene.start(mention)) if first is not None else None
    else:
        before = reversed(scene.near(found.start() - _LONG, found.start()))
        first = next((m for m in before if scene.end(m) <= found.start() and fitting(m, cue.kinds) is not None), None)
        span = (scene.end(mention), scene.start(first)) if first is not None else None
    if first is None or span is None or first is mention:
        return False
    left, right = (found.end(), scene.start(first)) if cue.side is Side.AFTER else (scene.end(first), found.start())
    near = cue.reach is None or scene.words_between(left, right) <= cue.reach
    return near and listed(scene, *span)


def fitting(mention: Mention, kinds: frozenset[Kind]) -> Concept | None:
    """Give the first of a mention's readings that is of one of the kinds."""
    return next((c for c in (mention.concept, *mention.alternatives) if c.kind in kinds), None)
