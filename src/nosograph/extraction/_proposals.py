"""Scene to Proposals: which relation each mention stands in, and on what grounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.extraction._attributes import Anchor
from nosograph.extraction._scene import Scene
from nosograph.extraction._tables import Place, RelationCue, Side, pair_cues, relation_cues, section_rules
from nosograph.model import Concept, Kind, Match, Mention, SectionRole
from nosograph.rdf import relations

_ANAPHORIC: Final = re.compile(r"(?:^|[.;,] )(?:this|these|such|the latter) (?:\w+ )?$", re.IGNORECASE)
_CALLED: Final = re.compile(r"\s*(?:is|are)(?: also)? (?:called|known as|termed|named)\b", re.IGNORECASE)
_TACIT: Final = 0.9
"""A claim whose sentence does not name its subject in any way is held this much less surely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Hold a statement one mention makes: its ends, its relation, where it hangs, how surely and why."""

    subject: Concept
    relation: str
    object: Concept
    match: Match
    anchor: Anchor
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Governor:
    cue: RelationCue
    found: re.Match[str]
    distance: int


def proposals(scene: Scene) -> Iterator[Proposal]:
    """Yield what the mentions of a sentence state: of the article's disease, and of each other."""
    place = Place.TITLE if scene.sentence.role is SectionRole.REFERENCES else Place.BODY
    cues = [
        (cue, found)
        for cue in relation_cues()
        if cue.place in {place, Place.BOTH}
        for found in cue.pattern.finditer(scene.text)
    ]
    for mention in scene.mentions:
        if mention.concept.curie == scene.subject.curie or _anaphoric(scene, mention):
            continue
        governor = _governor(scene, mention, cues)
        if governor is not None:
            yield from _governed(scene, mention, governor)
        elif place is Place.BODY:
            yield from _by_section(scene, mention)
    if place is Place.BODY:
        yield from _pairs(scene)


def _anaphoric(scene: Scene, mention: Mention) -> bool:
    """A finding taken up again ("This A is called …") is not stated anew."""
    begin = scene.start(mention)
    return bool(_ANAPHORIC.search(scene.text[:begin])) and bool(_CALLED.match(scene.text, scene.end(mention)))


def _governor(scene: Scene, mention: Mention, cues: list[tuple[RelationCue, re.Match[str]]]) -> _Governor | None:
    """Find the nearest cue that reaches the mention; of two as near, the one with the higher score."""
    reaching = [g for cue, found in cues if (g := _reaches(scene, mention, cue, found)) is not None]
    return min(reaching, key=lambda g: (g.distance, -g.cue.score), default=None)


def _reaches(scene: Scene, mention: Mention, cue: RelationCue, found: re.Match[str]) -> _Governor | None:
    if _fitting(mention, cue.kinds) is None:
        return None
    begin, end = scene.start(mention), scene.end(mention)
    left, right = (found.end(), begin) if cue.side is Side.AFTER else (end, found.start())
    if left > right or not scene.same_clause(left, right) or not scene.within_bracket(found.start(), begin):
        return None
    distance = scene.words_between(left, right)
    if cue.reach is not None and distance > cue.reach:
        return None
    return _Governor(cue=cue, found=found, distance=distance)


def _fitting(mention: Mention, kinds: frozenset[Kind]) -> Concept | None:
    return next((c for c in (mention.concept, *mention.alternatives) if c.kind in kinds), None)


def _governed(scene: Scene, mention: Mention, governor: _Governor) -> Iterator[Proposal]:
    concept = _fitting(mention, governor.cue.kinds)
    table = relations()
    key = next((k for k in governor.cue.relations if concept is not None and concept.kind in table[k].range), None)
    support = scene.support(governor.found.end())
    if concept is None or key is None or support is None or concept.curie == scene.subject.curie:
        return
    if governor.cue.place is Place.TITLE and not support.words:
        return
    yield Proposal(
        subject=scene.subject,
        relation=key,
        object=concept,
        match=mention.match if concept is mention.concept else Match.EXACT,
        anchor=Anchor(start=governor.found.start(), end=governor.found.end(), mention=mention),
        score=governor.cue.score * mention.score * support.weight,
        why=f'cue "{governor.found[0]}"; {support.how}; {mention.why}',
    )


def _by_section(scene: Scene, mention: Mention) -> Iterator[Proposal]:
    """Take a mention without a cue for what its section makes of its kind, with a low score."""
    kinds = (mention.concept, *mention.alternatives)
    rules = section_rules()
    concept = next((c for c in kinds if (scene.sentence.role, c.kind) in rules), None)
    if concept is None or concept.curie == scene.subject.curie or _named_by_other(scene, mention):
        return
    rule = rules[scene.sentence.role, concept.kind]
    support = scene.support(scene.start(mention))
    if support is None:
        return
    where = scene.sentence.section or "lead"
    begin = scene.start(mention)
    yield Proposal(
        subject=scene.subject,
        relation=rule.relation,
        object=concept,
        match=mention.match if concept is mention.concept else Match.EXACT,
        anchor=Anchor(start=begin, end=begin, mention=mention),
        score=rule.score * mention.score * support.weight,
        why=f'no cue, named in the section "{where}"; {support.how}; {mention.why}',
    )


def _named_by_other(scene: Scene, mention: Mention) -> bool:
    """Say whether the mention is part of another disease's name."""
    return any(
        other is not mention
        and other.start <= mention.start
        and mention.end <= other.end
        and other.concept.kind is Kind.DISEASE
        and other.concept.curie != scene.subject.curie
        for other in scene.mentions
    )


def _pairs(scene: Scene) -> Iterator[Proposal]:
    """Yield statements whose subject is no disease, such as a gene's function."""
    for cue in pair_cues():
        for of in scene.mentions:
            if of.concept.kind is not cue.subject:
                continue
            for to in scene.mentions:
                first, second = (of, to) if cue.subject_first else (to, of)
                concept = _fitting(to, frozenset({cue.object}))
                if concept is None or first.end > second.start:
                    continue
                between = scene.text[scene.end(first) : scene.start(second)]
                if cue.pattern.fullmatch(between) is None:
                    continue
                said = between.strip(" ,") or f"{first.text} {second.text}"
                yield Proposal(
                    subject=of.concept,
                    relation=cue.relation,
                    object=concept,
                    match=to.match if concept is to.concept else Match.EXACT,
                    anchor=Anchor(start=scene.end(first), end=scene.start(second), mention=to)
                    if cue.subject_first
                    else Anchor(start=scene.start(to), end=scene.start(to), mention=to),
                    score=cue.score * to.score * of.score,
                    why=f'cue "{said}"; subject named "{of.text}"; {to.why}',
                )
