"""Whose a statement is: the disease's, or that of a form of it which the sentence names."""

import re
from functools import lru_cache
from typing import Final

from nosograph.extraction._forms import COMPARED, WHEN, form_concept, timed
from nosograph.extraction._scene import Scene
from nosograph.model import Concept, Mention

__all__ = ["of_form"]

_OF_THE_DISEASE: Final = frozenset({"caused_by_variant_in", "linked_to_dysfunction_of", "has_locus", "inherited_as"})
"""What is said of a numbered type and holds of the disease, of which there are several."""

_IN_FORM: Final = re.compile(
    rf"\b(?:in|of|with) (?:(?:patients|people|those|individuals|children|cases) with )?(?:the )?"
    rf"(?:((?:sub)?type (?:[ivx]{{1,4}}|\d{{1,2}})[a-z]?)|({WHEN}) (?:disease|form|type|patients|cases)"
    r"|(?<=the )((?!(?:same|other|most|common|usual|main|severe|mild|first|second|rare|whole|different|classic)\b)"
    r"[\w-]+) (?:form|type|variant))(?=[.,;)]|$| may\b| can\b| and (?:is|are)\b)"
)
"""To which form a sentence holds what it has told: "A has been reported in type 1"."""
_NUMBERS: Final = re.compile(r"\btype ([ivx]{1,4}[a-z]?|\d{1,2}[a-z]?)\b")
_OF_WORDS: Final = frozenset({"is_a", "has_synonym", "described_by", "described_in", "has_function"})
"""What a sentence that ends with a form does not hold to it."""


def of_form(scene: Scene, relation: str, subject: Concept, mention: Mention) -> Concept | None:
    """Give the subject of a statement that a sentence makes: its form's, save of the genes of a numbered type.

    Where it names several types, the last before the object; where it ends with one, that. None where the form has no
    name.
    """
    told = scene.topic.form
    if subject.curie != scene.subject.curie or ((told is None or told.numbered) and relation in _OF_THE_DISEASE):
        return subject
    begin = scene.start(mention)
    if told is None:
        return _in_form(scene, scene.end(mention), relation) or subject
    if told.concept is not None and told.numbered:
        named = [f for f in _numbers(scene) if f.start() < begin]
        if len(named) > 1 and named[-1][1] != named[0][1]:
            return form_concept(f"{scene.subject.label} type {named[-1][1]}")
    return told.concept


def _in_form(scene: Scene, end: int, relation: str) -> Concept | None:
    """Give the form to which a clause that ends with it holds what it tells."""
    found = _IN_FORM.search(scene.lower, end, scene.clause(end)[1])
    if found is None or relation in _OF_WORDS or COMPARED.search(scene.lower, 0, found.start()) is not None:
        return None
    if found[3]:
        return form_concept(f"{found[3]} type of {scene.subject.label}")
    return form_concept(f"{scene.subject.label} {found[1]}" if found[1] else timed(found[2], scene.subject))


@lru_cache(maxsize=8)
def _numbers(scene: Scene) -> tuple[re.Match[str], ...]:
    """Give where a sentence speaks of a numbered type, not to compare another with it."""
    found = _NUMBERS.finditer(scene.lower)
    return tuple(f for f in found if COMPARED.search(scene.lower, 0, f.start()) is None)
