"""Scene to Proposals: which relation each mention stands in, and on what grounds."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nosograph.extraction._admission import admits, of_finding
from nosograph.extraction._cues import Place, RelationCue, Side, pair_cues, section_rules
from nosograph.extraction._elsewhere import of_a_finding
from nosograph.extraction._genes import carries_cause
from nosograph.extraction._governors import Found, Governor, fitting, found_cues, governor
from nosograph.extraction._introduced import introduced
from nosograph.extraction._procedures import serves
from nosograph.extraction._proposal import Anchor, Proposal
from nosograph.extraction._scene import Scene
from nosograph.extraction._scope import barred
from nosograph.extraction._unnamed import genes, items, members
from nosograph.extraction._worded import worded
from nosograph.model import Concept, Kind, Match, Mention, SectionRole
from nosograph.rdf import relations

_ANAPHORIC: Final = re.compile(r"(?:^|[.;,] )(?:this|these|such|the latter) (?:\w+ )?$", re.IGNORECASE)
_CALLED: Final = re.compile(r"\s*(?:is|are)(?: also)? (?:called|known as|termed|named)\b", re.IGNORECASE)
_VERB: Final = re.compile(r" (?:is|are|was|were) ")
_KNOWN: Final = re.compile(r"(?:the|this|these|their) (?:\w+ )?")
_EXPLAINED: Final = re.compile(
    r"(?: \w+){0,2} (?:(?:is|are)(?: \w+)? (?:caused by|due to|the result of|a result of|explained by|attributed to)"
    r"|(?:results?|arises?|stems?) from|occurs? because)\b"
)
"""What stands around a finding that a sentence explains as one already told: "The bleeding is due to"."""

_ACTED_ON: Final = re.compile(r"[ -](?:inhibitors?|activators?|antagonists?|agonists?|substrates?|regulators?)\b")
"""What makes a function that of what a gene's product acts on: "a protease inhibitor" is no protease."""

_GIVEN: Final = re.compile(r"\b(?:if|when|where|unless|whether|until|once)\b")
_FAR: Final = 80
_LONG: Final = 200
_ALIKE: Final = "resembles"
_OF_ALL: Final = frozenset({"has_onset", "has_prevalence"})
"""What is said of all of a disease, not of one finding."""
_CAUSE: Final = "caused_by_variant_in"
_NAMES: Final = 0.96

_GENES: Final = frozenset({Kind.GENE})
_LED: Final = 0.97
_CARRIED: Final = 0.8
_FOREIGN: Final = 0.85
"""Where another disease opens the sentence, only what is said of it as an object counts, and less surely."""


def proposals(scene: Scene) -> Iterator[Proposal]:
    """Yield what the mentions of a sentence state: of its disease, and of each other. A question states nothing."""
    if scene.text.rstrip().endswith("?"):
        return
    place = Place.TITLE if scene.role is SectionRole.REFERENCES else Place.BODY
    if place is Place.BODY:
        yield from worded(scene)
    if place is Place.BODY and not scene.topic.foreign:
        yield from _listed(scene)
    cues = found_cues(scene, place)
    named = [proposal for mention in scene.mentions for proposal in _named(scene, mention, cues, place)]
    yield from named
    if place is Place.BODY:
        yield from _unnamed(scene, cues, frozenset(proposal.anchor.mention.start for proposal in named))
        yield from _pairs(scene)


def _named(scene: Scene, mention: Mention, cues: list[Found], place: Place) -> Iterator[Proposal]:
    """Yield what a mention states by the cue that governs it, else by what it goes on with or its section."""
    if mention.concept.curie == scene.subject.curie or _anaphoric(scene, mention):
        return
    governed_by = governor(scene, mention, cues)
    if governed_by is not None:
        yield from _governed(scene, governed_by, mention)
    elif place is Place.BODY and not scene.topic.foreign:
        yield from _carried(scene, mention)
        opened = [*_opened(scene, mention)]
        yield from opened or _by_section(scene, mention)


def _opened(scene: Scene, mention: Mention) -> Iterator[Proposal]:
    """Take an item for what the cue in the sentence that introduces its list says."""
    found = introduced(scene, mention)
    for proposal in _governed(*found, mention) if found is not None else ():
        why = proposal.why.replace("; ", " of the sentence that opens the list; ", 1)
        yield replace(proposal, score=proposal.score * _LED, why=why, within=found[0] if found else None)


def _unnamed(scene: Scene, cues: list[Found], said: frozenset[int]) -> Iterator[Proposal]:
    """Take what has no identifier by its own words, where it stands in a list that a cue opens.

    Words within which something with an identifier has its claim, of those that begin at the places `said`, have none.
    """
    for mention in (*members(scene, cues), *genes(scene)):
        governed_by = governor(scene, mention, cues)
        if governed_by is not None and said.isdisjoint(range(mention.start, mention.end)):
            yield from _governed(scene, governed_by, mention)


def _listed(scene: Scene) -> Iterator[Proposal]:
    for mention in items(scene):
        yield from _by_section(scene, mention)


def _anaphoric(scene: Scene, mention: Mention) -> bool:
    """A finding taken up again ("This A is called …") is not stated anew."""
    begin = scene.start(mention)
    before = scene.lower[max(0, begin - _FAR) : begin]
    return bool(_ANAPHORIC.search(before)) and bool(_CALLED.match(scene.text, scene.end(mention)))


def _governed(scene: Scene, by: Governor, mention: Mention) -> Iterator[Proposal]:
    found = _related(mention, by.cue)
    if found is None:
        return
    key, concept = found
    start, end = by.found.span()
    if not admits(scene, mention, concept, key) or (key in _OF_ALL and of_a_finding(scene, start, end)):
        return
    if key == _ALIKE and by.cue.side is Side.AFTER and of_finding(scene, start):
        return
    yield Proposal(
        subject=scene.subject,
        relation=key,
        object=concept,
        match=mention.match if concept is mention.concept else Match.EXACT,
        anchor=Anchor(start=start, end=end, mention=mention, negative=by.cue.negative),
        score=by.cue.score * mention.score * (_FOREIGN if scene.topic.foreign else scene.topic.weight),
        why=f'cue "{scene.text[start:end]}"; {scene.topic.about}; {mention.why}',
    )


def _related(mention: Mention, cue: RelationCue) -> tuple[str, Concept] | None:
    """Give the first reading of a mention that one of the cue's relations takes, with it; a class comes last."""
    table = relations()
    fitting_ones = (c for c in (mention.concept, *mention.alternatives) if c.kind in cue.kinds)
    readings = sorted(fitting_ones, key=lambda c: c.kind is Kind.DISEASE_CLASS)
    fitting_pairs = ((key, c) for c in readings for key in cue.relations if c.kind in table[key].range)
    return next((pair for pair in fitting_pairs if serves(pair[1], pair[0])), None)


def _carried(scene: Scene, mention: Mention) -> Iterator[Proposal]:
    """Take a gene for a cause where the words that the sentence continues say that its like are."""
    concept = fitting(mention, _GENES)
    item = scene.sentence.lead_in is not None
    if (
        concept is None
        or barred(scene, mention, _CAUSE)
        or not carries_cause(scene.topic.lead.lower(), scene.lower, item=item)
    ):
        return
    begin = scene.start(mention)
    yield Proposal(
        subject=scene.subject,
        relation=_CAUSE,
        object=concept,
        match=mention.match if concept is mention.concept else Match.EXACT,
        anchor=Anchor(start=begin, end=begin, mention=mention),
        score=_CARRIED * mention.score * scene.topic.weight,
        why=f"mutations named as cause in the words it continues; {scene.topic.about}; {mention.why}",
    )


def _by_section(scene: Scene, mention: Mention) -> Iterator[Proposal]:
    """Take a mention without a cue for what its section makes of its kind, with a low score."""
    kinds = (mention.concept, *mention.alternatives)
    rules = section_rules()
    concept = next((c for c in kinds if (scene.role, c.kind) in rules), None)
    if concept is None or _named_by_other(scene, mention):
        return
    rule = rules[scene.role, concept.kind]
    unnamed = rule.stated or (rule.named and scene.topic.weight < _NAMES)
    if (unnamed and not _states(scene, mention)) or not admits(scene, mention, concept, rule.relation):
        return
    where = scene.sentence.section or "lead"
    begin = scene.start(mention)
    yield Proposal(
        subject=scene.subject,
        relation=rule.relation,
        object=concept,
        match=mention.match if concept is mention.concept else Match.EXACT,
        anchor=Anchor(start=begin, end=begin, mention=mention),
        score=rule.score * mention.score * scene.topic.weight,
        why=f'no cue, named in the section "{where}"; {scene.topic.about}; {mention.why}',
    )


def _states(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention states itself by a verb of its own, "IgM levels are low", or is explained as known."""
    begin = scene.start(mention)
    given = _GIVEN.search(scene.lower, max(0, scene.clause(begin)[0]), begin)
    known = _KNOWN.fullmatch(scene.lower, 0, begin) and _EXPLAINED.match(scene.lower, scene.end(mention))
    return bool(known) or (given is None and _VERB.search(mention.text) is not None)


def _named_by_other(scene: Scene, mention: Mention) -> bool:
    """Say whether the mention is part of another disease's name."""
    return any(
        other is not mention and mention.end <= other.end
        for other in scene.others(scene.start(mention) - _LONG, scene.start(mention) + 1)
    )


def _pairs(scene: Scene) -> Iterator[Proposal]:
    """Yield statements whose subject is no disease, such as a gene's function."""
    for cue in pair_cues():
        subjects = [m for m in scene.mentions if m.concept.kind is cue.subject]
        for of in subjects:
            for to in scene.near(scene.start(of) - _LONG, scene.end(of) + _LONG):
                first, second = (of, to) if cue.subject_first else (to, of)
                concept = fitting(to, frozenset({cue.object}))
                if concept is None or first.end > second.start:
                    continue
                between = scene.text[scene.end(first) : scene.start(second)]
                if cue.pattern.fullmatch(between) is None or _ACTED_ON.match(scene.lower, scene.end(to)) is not None:
                    continue
                said = between.strip(" ,") or f"{first.text} {second.text}"
                yield Proposal(
                    subject=of.concept,
                    relation=cue.relation,
                    object=concept,
                    match=to.match if concept is to.concept else Match.EXACT,
                    anchor=Anchor(
                        start=scene.end(first) if cue.subject_first else scene.start(to),
                        end=scene.start(second) if cue.subject_first else scene.start(to),
                        mention=to,
                        since=scene.start(first),
                    ),
                    score=cue.score * to.score * of.score,
                    why=f'cue "{said}"; subject named "{of.text}"; {to.why}',
                )
