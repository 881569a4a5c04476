"""Whether a claim may stand: not of the disease on itself, nor what its sentence says of something else."""

import re
from typing import Final

from nosograph.extraction._apposition import (
    class_of_named,
    cut_short,
    defined,
    is_what,
    named_at_first,
    qualifies,
    told_of_other,
)
from nosograph.extraction._cues import GROUPS
from nosograph.extraction._elsewhere import seen_in_another
from nosograph.extraction._genes import names_subject, of_other_disease
from nosograph.extraction._kinds import DISEASES, FINDINGS
from nosograph.extraction._names import akin, bears_name, completes, content
from nosograph.extraction._procedures import done_by_treatment, serves
from nosograph.extraction._scene import Scene
from nosograph.extraction._scope import barred
from nosograph.model import Concept, Kind, Mention, SectionRole

__all__ = ["admits", "of_finding", "same_thing"]

_FAR: Final = 80
_LONG: Final = 200
_ALIKE: Final = "resembles"
_LIKE: Final = re.compile(
    r"(?: (?=resembling|mimicking|similar)|,? (?:which|that)(?: (?:may|can|might|often|closely))* ?)"
)

_FEATURES: Final = frozenset({"has_feature", "complication", "resembles"})

_TOLD: Final = GROUPS["finding"] | {"caused_by_variant_in", "linked_to_dysfunction_of", "inherited_as", "has_onset"}

_OF_ITSELF: Final = frozenset(
    {"caused_by_variant_in", "linked_to_dysfunction_of", "inherited_as", "has_onset", "has_prevalence", "treated_with"}
)
"""What a section on look-alikes says of the disease only where it names it."""

_INITIALS: Final = re.compile(r"[A-Z]{3,10}\b")
_VAGUE: Final = re.compile(r"\b(?:diseases?|disorders?|abnormalit(?:y|ies)|conditions?)$", re.IGNORECASE)
"""How a class of diseases ends that says too little of what a disease is like."""


def admits(scene: Scene, mention: Mention, concept: Concept, relation: str) -> bool:
    """Say whether a claim may stand: not of the disease on itself or its types, nor of what the sentence keeps out."""
    own = same_thing(concept, scene.subject) or (relation in _FEATURES and akin(concept, scene.subject))
    begin = scene.start(mention)
    own = (
        own
        or cut_short(scene, mention)
        or completes(concept.label, scene.text[max(0, begin - _FAR) : begin], scene.subject)
    )
    if concept.kind is Kind.DISEASE_CLASS and relation in _FEATURES:
        own = own or class_of_named(scene, mention) or (relation == _ALIKE and _VAGUE.search(concept.label) is not None)
    finding = relation in GROUPS["finding"]
    own = own or (
        finding and (bears_name(concept, scene.subject) or qualifies(scene, mention) or _is_class(scene, mention))
    )
    elsewhere = finding and (done_by_treatment(scene, mention) or seen_in_another(scene, mention))
    of_another = of_other_disease(scene, mention, relation) or (relation in _TOLD and told_of_other(scene, mention))
    of_another = of_another or (relation in _OF_ITSELF and _of_look_alike(scene))
    elsewhere = elsewhere or of_another or (finding and named_at_first(scene, mention))
    return not own and not elsewhere and serves(concept, relation) and not barred(scene, mention, relation)


def _of_look_alike(scene: Scene) -> bool:
    return scene.role is SectionRole.DIFFERENTIAL and not names_subject(scene)


def _is_class(scene: Scene, mention: Mention) -> bool:
    """Say whether a finding is what the disease, or another finding, is said to be."""
    return is_what(scene, mention) or defined(scene, mention)


def same_thing(concept: Concept, subject: Concept) -> bool:
    """Say whether a concept is the subject under another identifier: it has the same name, up to spelling."""
    return (
        concept.curie == subject.curie
        or _short_for(concept.label, subject.label)
        or (
            (concept.kind in DISEASES or concept.curie.is_text)
            and bool(content(concept.label))
            and content(concept.label) == content(subject.label)
        )
    )


def of_finding(scene: Scene, start: int) -> bool:
    """Say whether it is a finding right before a cue that is like something: "a mass, which may mimic a tumor"."""
    return any(
        m.concept.kind in FINDINGS
        and m.concept.curie != scene.subject.curie
        and (found := _LIKE.match(scene.lower, scene.end(m))) is not None
        and found.end() == start
        for m in scene.near(start - _LONG, start)
    )


def _short_for(name: str, long: str) -> bool:
    """Say whether a name begins with the initials of a longer one: "HANAC syndrome" of a disease named in full."""
    short = _INITIALS.match(name)
    if short is None:
        return False
    letters = iter(word[0].upper() for word in long.split())
    return long[:1].upper() == short[0][0] and all(letter in letters for letter in short[0])
