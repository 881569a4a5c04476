"""Findings that a sentence says are seen in another disease: "A is also found in B and C"."""

import re
from functools import lru_cache
from typing import Final

from nosograph.extraction._lists import closing, joined
from nosograph.extraction._names import CAPITALISED, of_subject
from nosograph.extraction._scene import Scene
from nosograph.model import Kind, Mention

__all__ = ["of_a_finding", "seen_in_another"]

_FAR: Final = 300
_NEAR: Final = 2
_BEGINS: Final = re.compile(
    r"\b(?:begins?|began|starts?|started|develops?|appears?|occurs?|arises?|manifests?|sets? in|affects?)\b"
)
_CLASS: Final = re.compile(r"\b(?:is|are|was) (?:an?|the|one of)\b[^,;]*$")
"""What makes of a finding the class of the disease: "it is an eye disease that appears at birth"."""

_ITS_VERB: Final = re.compile(
    r"(?: \([^()]*\))?(?: in (?:\w+ )?(?:males|females|men|women|boys|girls|adults|children"
    r"|patients))?(?:, which [^,]*,)?(?: (?:is|are|was|were|\w+ly|often|always|sometimes|first|also|may|can|will"
    r"|tends? to))* ?"
)
_SUGGEST: Final = re.compile(
    r"\b(?:suggests?|points? to(?:ward)?|indicates?|raises? (?:the )?suspicion of|should raise (?:the )?suspicion of) "
    r"(?:(?:the presence of|coexisting|underlying|an?|the|another) )*"
)
"""What makes findings signs of another disease than that of the sentence: "A and B suggest C"."""
_NAMED: Final = re.compile(
    rf"(?<!called )(?<!termed )(?<!known as )(?<!named )\b(?:{CAPITALISED}|[A-Z]{{3,}} syndrome)"
    r"(?: \([^()]*\))?, (?:which (?:features?|is characteri[sz]ed by|includes?|causes?|comprises|has)"
    r"|characteri[sz]ed by|with|in which|causing) "
)
"""Another disease, named with capitals, and what a sentence goes on to tell of it."""
_ALIAS: Final = re.compile(
    r"(?!(?:the|this) (?:disease|disorder|condition|syndrome)\b|it\b)[^,;.]{5,80}, (?:known as|called|termed) (?:the )?"
    rf"({CAPITALISED})(?: \([^()]*\))?, "
    r"(?:causes?|results?|leads?|is|has|presents?|produces?|may)\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on to speak of another disease: "Partial deficiency, known as X syndrome, causes"."""
_SEEN_IN: Final = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|can|may|also|often|sometimes) )*"
    r"(?:found|seen|present|observed|common|reported|described|occurs?|occurring|elevated|increased)(?: also)? in "
    r"(?:(?:an?|the|some|other|certain|patients|people|individuals|those|children|cases|with|of|forms?|types?|conditions"
    r"|disorders|diseases|syndromes|such as|like) )*"
)


def seen_in_another(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is another disease in which a finding is said to be seen, or that finding."""
    begin, end = scene.start(mention), scene.end(mention)
    if _told_of_named(scene, begin) or _signs_of_another(scene, mention):
        return True
    return any(
        scene.within_bracket(left, begin)
        and (
            (other <= begin and (other == begin or joined(scene, after, begin)))
            or (end <= left and scene.words_between(end, left) <= _NEAR and scene.same_clause(end, left))
        )
        for left, other, after in _places(scene)
    )


def _signs_of_another(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention stands in a list of signs of another disease, or is that disease."""
    signs = _suggesting(scene)
    if not signs:
        return False
    begin, end = scene.start(mention), closing(scene, scene.end(mention))
    return any(
        found.end() == begin or (end <= found.start() and scene.words_between(end, found.start()) <= _NEAR)
        for found in signs
    )


@lru_cache(maxsize=8)
def _suggesting(scene: Scene) -> tuple[re.Match[str], ...]:
    found = _SUGGEST.finditer(scene.lower)
    return tuple(f for f in found if any(_another(scene, m) for m in scene.near(f.end(), f.end() + 1)))


@lru_cache(maxsize=8)
def _others_told(scene: Scene) -> tuple[int, ...]:
    """Give from where on a sentence tells of another disease, which it names with capitals."""
    alias = _ALIAS.match(scene.text)
    if alias is not None and alias[1][0].isupper() and not _own_near(scene, 0, alias.end()):
        return (0,)
    return tuple(f.end() for f in _NAMED.finditer(scene.text) if not _own_near(scene, f.start(), f.end()))


def _own_near(scene: Scene, left: int, right: int) -> bool:
    return any(of_subject(m.concept, scene.subject) for m in scene.near(left, right))


def _told_of_named(scene: Scene, begin: int) -> bool:
    return any(place <= begin and scene.same_clause(place, begin) for place in _others_told(scene))


def of_a_finding(scene: Scene, start: int, end: int) -> bool:
    """Say whether a cue of onset, at two places, is a verb whose subject is one finding: "Deafness begins at ten"."""
    return any(
        m.concept.kind is Kind.PHENOTYPE
        and _CLASS.search(scene.lower, max(0, scene.start(m) - _FAR), scene.start(m)) is None
        and (start < scene.end(m) or _ITS_VERB.fullmatch(scene.lower, scene.end(m), start) is not None)
        for m in scene.near(start - _FAR, start + 1)
        if _BEGINS.search(scene.lower, start, end) is not None
    )


@lru_cache(maxsize=8)
def _places(scene: Scene) -> tuple[tuple[int, int, int], ...]:
    """Give where a sentence says that something is seen in another disease: the words, and that disease's bounds."""
    found: list[tuple[int, int, int]] = []
    for seen in _SEEN_IN.finditer(scene.lower):
        others = [m for m in scene.near(seen.end(), seen.end() + 1) if _another(scene, m)]
        if others and not _named(scene, scene.end(others[0])):
            found.append((seen.start(), scene.start(others[0]), scene.end(others[0])))
    return tuple(found)


def _another(scene: Scene, mention: Mention) -> bool:
    kinds = {concept.kind for concept in (mention.concept, *mention.alternatives)}
    return kinds == {Kind.DISEASE} and not of_subject(mention.concept, scene.subject)


def _named(scene: Scene, end: int) -> bool:
    """Say whether the list that goes on from a place names the sentence's own disease, too."""
    near = scene.near(end, end + _FAR)
    return any(m.concept.curie == scene.subject.curie and joined(scene, end, scene.start(m)) for m in near)
