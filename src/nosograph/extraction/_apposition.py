"""Appositions: what a sentence says, beside a disease's name, of that disease and not of its subject."""

import re
from typing import Final

from nosograph.extraction._kinds import FINDINGS
from nosograph.extraction._scene import Scene
from nosograph.model import Kind, Mention, SectionRole

__all__ = [
    "class_of_named",
    "closes_class",
    "cut_short",
    "defined",
    "explains",
    "is_what",
    "named_at_first",
    "qualifies",
    "told_of_other",
]

_LONG: Final = 200
_CLASS: Final = r"(?:diseases?|disorders?|conditions?|syndromes?|illness(?:es)?|infections?|tumou?rs?|cancers?)"
_CLASS_WORD: Final = re.compile(rf"\b{_CLASS}\b")
_SHORT: Final = 60
_APPOSED: Final = re.compile(
    rf"(?: \([^()]*\))?, (?:an?|the|another) [^;.]{{0,120}}\b{_CLASS}"
    r"(?: \([^()]*\))?,?(?: (?:that|which|is|are|can|may|often|usually|\w+ly))* ?"
)
"""What stands between a disease and a cue that tells what the disease is: "A, a rare disease that"."""

_WIDE: Final = 300
_BESIDE: Final = re.compile(
    r"\b(?:(?:mutations?|variants?|alleles?|deletions?|duplications?|loss|copy|copies|gene)\b[^;.]{0,80}\bcauses?"
    r"|(?:confus\w+|distinguish\w*|differentiat\w+|differs?|unlike|contrast|similar|resembl\w*|overlap\w*|mimic\w*"
    r"|separate[sd]?|allelic|distinct|seen|found)\b[^;.]{0,40}"
    r"|\bcombination\b[^;.]{0,120}\b(?:known as|called|termed|named|constitutes?|makes up)) (?:the )?$"
)
"""What stands before a disease that a sentence sets beside its own."""

_DEFINES: Final = re.compile(r"\b(?:is|are|was) (?:an?|the|one of|any)\b")
_GOES_BACK: Final = r", (?:it|they|patients|people|individuals|this|these|affected|those)\b"
_TOLD: Final = re.compile(
    rf"(?: instead)?(?: \([^()]*\))?(?:, (?:an?|the|another) [^;.]{{0,120}}?\b{_CLASS}\b"
    r"|,? (?:which|whose|where|in which|in whom)\b)"
    rf"(?:(?!{_GOES_BACK})[^;.])*"
)
"""What a sentence goes on to tell of it."""

_AFTER_NAME: Final = re.compile(r"(?: \([^()]*\))?, (?:an?|another|the) (?:[\w-]+ ){0,4}")
_IS: Final = re.compile(
    r"(?: \([^()]*\))?,? (?:is|are) (?:an?|the|one of the)"
    r"(?:,? (?!(?:characteri[sz]ed|caused|marked|by|with|due|that|which)\b)[\w-]+){0,4} "
)
_IT_IS: Final = re.compile(r"(?:it|this) is (?:an?|the|one of the)(?: [\w-]+){0,5} ")
_DISORDER: Final = re.compile(
    r"\b(?:\w*(?:itis|pathy|omas?|osis)|abnormality|anomaly|malformation|defect|deformity|diseases?|disorders?|deficienc(?:y|ies))\b"
)
"""The word of a finding that is a disorder, too."""

_DEFINED: Final = re.compile(
    r"(?: \([^()]*\))? (?:is|are) (?:an?|the|any) (?:(?!characteri[sz]ed|caused|with|by)[\w-]+ ){0,3}"
)
_HYPHENED: Final = re.compile(r"\w[-\u2010\u2011\u2013]$")
_ASSOCIATED: Final = re.compile(
    r"[-\u2010\u2011](?:(?:associated|induced|like|type|prone|causing)"
    r"|related (?!diseases?|disorders?|conditions?|symptoms?|complications?|problems?))\b"
)
_LATIN: Final = re.compile(
    r" (?!(?:mucosa|serosa|data|medica)\b)[a-z]{3,}(?:icum|atum|osum|iforme|iformis|oides|aris|alis|tans|gans|cans|atus"
    r"|osus|icus|osa|ica)\b"
)
"""A Latin adjective, which goes with the name before it."""

_ENDS_IN_ADJECTIVE: Final = re.compile(r" \w{4,}(?:al|ar|ic)$")
_NOUN_NEXT: Final = re.compile(
    r" (?!(?:and|or|with|from|that|which|who|were|have|when|where|while|because|after|before|during|since|than|then"
    r"|also|only|often|usually|most|mostly|some|many|this|these|there|they|into|onto|over|under|such|even|been|being"
    r"|without|within|between|among|although|though|until|unless|whose|whom|both|either|each|other|more|less|patients|people|persons|individuals|children|infants|boys|girls|adults"
    r"|males|females|men|women|features|traits|behaviou?rs?|symptoms|changes|disease|disorder|syndrome)\b"
    r"|\w+ly\b)[a-z]{4,}"
)
"""A noun after an adjective that a name ends in: "defect of lysosomal trafficking"."""

_ADJECTIVE: Final = re.compile(r"\w+(?:ic|oid|ous|ar)")
_NEXT: Final = 2
_BEFORE_NAME: Final = re.compile(rf"(?: {_CLASS})? (?:called |known as |named |of )?")


def closes_class(scene: Scene, cue: int) -> bool:
    """Say whether a word for a class of diseases stands before a cue: it may explain what the cue tells of."""
    return _CLASS_WORD.search(scene.lower, max(0, cue - _SHORT), cue) is not None


def explains(scene: Scene, end: int, cue: int) -> bool:
    """Say whether a cue explains the disease whose name ends at a place, rather than speak of the sentence's own."""
    return _APPOSED.fullmatch(scene.lower, end, cue) is not None


def told_of_other(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention stands in what a sentence tells of another disease that it sets beside its own.

    "mutations of G cause B instead, a disorder with A", "not to be confused with B, which is caused by mutations of G".
    """
    begin = scene.start(mention)
    return any(
        _BESIDE.search(scene.lower, _since(scene, scene.start(other)), scene.start(other)) is not None
        and _TOLD.fullmatch(scene.lower, scene.end(other), begin) is not None
        for other in scene.others(begin - _WIDE, begin)
        if scene.end(other) <= begin
    )


def _since(scene: Scene, place: int) -> int:
    return max(scene.clause(place)[0], place - _WIDE)


def named_at_first(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention stands in the names with which the lead begins, before the verb that says what it is."""
    if scene.role is not SectionRole.LEAD or scene.topic.lead:
        return False
    verb = _DEFINES.search(scene.lower, 0, _WIDE)
    return verb is not None and scene.end(mention) <= verb.start()


def is_what(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is what the sentence says that the disease is: "X is a rare vasculitis", "X/Y"."""
    begin = scene.start(mention)
    named = [m for m in scene.near(begin - _LONG, begin) if m.concept.curie == scene.subject.curie]
    if any(scene.text[scene.end(m) : begin] == "/" for m in named):
        return True
    return _DISORDER.search(mention.text) is not None and (
        _IT_IS.fullmatch(scene.lower, 0, begin) is not None
        or any(_IS.fullmatch(scene.lower, scene.end(m), begin) is not None for m in named)
    )


def cut_short(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention is a part of a longer name: "eczema herpeticum", "heart-lung transplantation"."""
    begin, end = scene.start(mention), scene.end(mention)
    if mention.concept.kind is Kind.CHEMICAL:
        prefixed = _HYPHENED.search(scene.lower, max(0, begin - _NEXT), begin) is not None
        return prefixed or _of_salt(scene, mention)
    if mention.concept.kind is Kind.PROCEDURE:
        return _HYPHENED.search(scene.lower, max(0, begin - _NEXT), begin) is not None
    if _ASSOCIATED.match(scene.lower, end) is not None:
        return True
    if _LATIN.match(scene.lower, end) is not None:
        return not any(scene.start(m) == end + 1 for m in scene.near(end, end + _NEXT))
    named = mention.concept.kind is Kind.DISEASE and _ADJECTIVE.fullmatch(mention.text)
    adjective = _ENDS_IN_ADJECTIVE.search(mention.text) or named or None
    return adjective is not None and _NOUN_NEXT.match(scene.lower, end) is not None


def _of_salt(scene: Scene, mention: Mention) -> bool:
    """Say whether a substance is half of a drug's name: "histidine" in "copper histidine", and the copper there."""
    begin, end = scene.start(mention), scene.end(mention)
    near = [m for m in scene.near(begin - _LONG, end + _NEXT) if m.concept.kind is Kind.CHEMICAL]
    after = any(scene.end(m) == begin - 1 and scene.lower[begin - 1] == " " for m in near)
    before = any(scene.start(m) == end + 1 and scene.lower[end] == " " for m in near)
    return after or (before and mention.concept.label.endswith(" atom"))


def defined(scene: Scene, mention: Mention) -> bool:
    """Say whether a sentence only says what another finding is: "cataplexy is an episodic loss of muscle tone"."""
    begin = scene.start(mention)
    return any(
        m.concept.kind is Kind.PHENOTYPE
        and m.concept.curie != scene.subject.curie
        and _DEFINED.fullmatch(scene.lower, scene.end(m), begin) is not None
        for m in scene.near(0, min(begin, _SHORT))
    )


def class_of_named(scene: Scene, mention: Mention) -> bool:
    """Say whether a class of diseases only says what a disease beside it is: "the skin disorder A", "A, a tumor"."""
    begin, end = scene.start(mention), scene.end(mention)
    return any(
        (scene.end(other) <= begin and _AFTER_NAME.fullmatch(scene.lower, scene.end(other), begin) is not None)
        or (end <= scene.start(other) and _BEFORE_NAME.fullmatch(scene.lower, end, scene.start(other)) is not None)
        for other in scene.near(begin - _LONG, end + _LONG)
        if other is not mention and other.concept.kind is Kind.DISEASE
    )


def qualifies(scene: Scene, mention: Mention) -> bool:
    """Say whether an adjective only says of which sort a finding after it is: "hemiplegic" in "hemiplegic migraine"."""
    end = scene.end(mention)
    if _ADJECTIVE.fullmatch(mention.text) is None or not scene.lower.startswith(" ", end):
        return False
    return any(scene.start(m) == end + 1 and m.concept.kind in FINDINGS for m in scene.near(end, end + _NEXT))
