"""Article and Mentions to Claims."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nosograph.extraction._certainty import certainty
from nosograph.extraction._corroboration import corroborated
from nosograph.extraction._cues import GROUPS
from nosograph.extraction._measures import measure
from nosograph.extraction._narrowing import narrowed, of_a_part, of_some
from nosograph.extraction._outcome import helps, outcome
from nosograph.extraction._polarity import polarity
from nosograph.extraction._proposal import Anchor, Proposal
from nosograph.extraction._proposals import proposals
from nosograph.extraction._scene import Scene
from nosograph.extraction._subtypes import FORM
from nosograph.extraction._topics import scenes, subject_of
from nosograph.extraction._whose import of_form
from nosograph.extraction.frequency import frequency, frequency_term, shared
from nosograph.model import Article, Certainty, Claim, Evidence, Mention, Outcome, Polarity

__all__ = ["extract", "subject_of"]

_BESIDE: Final = 12
"""How many statements, before and after one, may tell how often that one holds."""
_TREATMENTS: Final = frozenset({"treated_with"})
_RARE: Final = re.compile(
    r"^(?:(?:very|extremely|relatively|quite|more) )?(?:rare|uncommon|unusual|infrequent)$|^less common(?:ly)?$",
    re.IGNORECASE,
)
_UNCOUNTED: Final = frozenset(
    {"is_a", "has_prevalence", "has_synonym", "has_function", "master_regulator_of", "has_locus"}
    | {"described_by", "described_in", "has_location"}
)


def extract(article: Article, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Read what the article claims, sentence by sentence.

    Returns the claims in text order. A statement made twice in one sentence is one claim with two pieces of evidence;
    made in two sentences it is two claims. An article whose title and infobox name no disease yields none.
    """
    subject = subject_of(article, mentions)
    if subject is None:
        return ()
    found = (claim for scene in scenes(article, mentions, subject) for claim in _claims(article, scene))
    return tuple(corroborated(found))


def _claims(article: Article, scene: Scene) -> Iterator[Claim]:
    """Yield the claims of a sentence: what is stated twice in it once, with all of its evidence."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    stated = [(p.anchor, _claim(article, scene, p)) for p in _of_forms(scene) if not _says_itself(p)]
    for anchor, claim in _counted(scene, stated):
        if _of_less(scene, claim, anchor.mention):
            continue
        key = (claim.subject.curie, claim.relation, claim.object.curie, claim.polarity)
        found.setdefault(key, []).append(claim)
    yield from sorted(map(_joined, found.values()), key=lambda c: (c.evidence[0].start, c.evidence[0].end))


def _of_forms(scene: Scene) -> Iterator[Proposal]:
    """Yield what a sentence states, of the form of the disease that it is about; nothing of one without a name."""
    for proposal in proposals(scene):
        subject = of_form(scene, proposal.relation, proposal.subject, proposal.anchor.mention)
        if subject is not None:
            yield replace(proposal, subject=subject)


def _counted(scene: Scene, stated: list[tuple[Anchor, Claim]]) -> Iterator[tuple[Anchor, Claim]]:
    """Yield statements, and where one has no words of frequency those that others tell of it, too."""
    stated = sorted(stated, key=lambda one: one[0].mention.start)
    for place, (anchor, claim) in enumerate(stated):
        words = ""
        if not claim.frequency and claim.relation not in _UNCOUNTED and claim.polarity is Polarity.AFFIRMED:
            near = stated[max(0, place - _BESIDE) : place + _BESIDE]
            alike = [(a, c.frequency) for a, c in near if _like(c, claim) and a is not anchor]
            words = shared(scene, anchor, alike) if alike else ""
        yield anchor, replace(claim, frequency=words, frequency_term=frequency_term(words)) if words else claim


def _like(one: Claim, other: Claim) -> bool:
    both = {one.relation, other.relation}
    return one.polarity is other.polarity and (len(both) == 1 or both <= GROUPS["finding"])


def _of_less(scene: Scene, claim: Claim, mention: Mention) -> bool:
    """Tell a denial or a rarity that holds of a part of the object's kind alone: "erosive arthritis is unusual"."""
    if claim.polarity is Polarity.NEGATED:
        return narrowed(scene, mention) or of_some(scene, mention)
    return _RARE.search(claim.frequency) is not None and of_a_part(scene, mention)


def _says_itself(proposal: Proposal) -> bool:
    """Tell the finding of its own name that a disease without an identifier would have."""
    subject = proposal.subject
    return subject.curie.is_text and proposal.object.label.casefold() == subject.label.casefold()


def _joined(claims: list[Claim]) -> Claim:
    best = max(claims, key=lambda claim: claim.score)
    often = next((c for c in claims if c.frequency), best)
    fared = next((c for c in claims if c.outcome not in {None, Outcome.UNSTATED}), best)
    places = {(claim.evidence[0].start, claim.evidence[0].end): claim.evidence[0] for claim in claims}
    cited = dict.fromkeys(number for claim in claims for number in claim.references)
    if not best.frequency:
        best = replace(best, frequency=often.frequency, frequency_term=often.frequency_term)
    if best.outcome is Outcome.UNSTATED:
        best = replace(best, outcome=fared.outcome)
    return replace(best, evidence=tuple(places[place] for place in sorted(places)), references=tuple(cited))


def _claim(article: Article, scene: Scene, proposal: Proposal) -> Claim:
    mention, anchor = proposal.anchor.mention, proposal.anchor
    around = proposal.within or scene
    named = mention.why == FORM
    denied, fared = _fared(around, anchor, treats=proposal.relation in _TREATMENTS)
    denied = Polarity.AFFIRMED if named else denied
    cited, inherited = _references(scene, scene.end(mention)), () if anchor.bare else scene.sentence.inherited
    often = frequency(around, anchor) if proposal.relation not in _UNCOUNTED else ""
    if denied is Polarity.NEGATED and often.lower().startswith("not "):
        often = ""
    return Claim(
        subject=proposal.subject,
        relation=proposal.relation,
        object=proposal.object,
        match=proposal.match,
        polarity=denied,
        certainty=Certainty.STATED if named else certainty(around, anchor),
        outcome=fared,
        frequency=often,
        evidence=(
            Evidence(
                start=mention.start,
                end=mention.end,
                quote=article.text[mention.start : mention.end],
                sentence=scene.sentence,
            ),
        ),
        references=cited or inherited,
        score=round(proposal.score, 2),
        why=f"{proposal.why}; cited where its paragraph closes" if inherited and not cited else proposal.why,
        frequency_term=frequency_term(often) if often else None,
        measure=measure(scene, mention),
    )


def _fared(scene: Scene, anchor: Anchor, *, treats: bool) -> tuple[Polarity, Outcome | None]:
    """Give polarity and, of a treatment, its outcome: one that does not help was given, without effect."""
    said = polarity(scene, anchor)
    if not treats:
        return said, None
    fared = outcome(scene, anchor)
    if said is Polarity.AFFIRMED:
        return said, fared
    if fared is Outcome.LIMITED:
        return Polarity.AFFIRMED, fared
    if helps(scene, anchor) or fared is Outcome.INEFFECTIVE:
        return Polarity.AFFIRMED, Outcome.INEFFECTIVE
    return said, Outcome.UNSTATED


def _references(scene: Scene, place: int) -> tuple[str, ...]:
    """Give the references a statement at a place cites: the next that the sentence marks after it, else the last.

    An item of a list without its own has those of the sentence that introduces the list.
    """
    sentence = scene.sentence
    if sentence.marks:
        after = [offset for offset, _ in sentence.marks if offset >= place]
        chosen = min(after) if after else max(offset for offset, _ in sentence.marks)
        return tuple(dict.fromkeys(number for offset, number in sentence.marks if offset == chosen))
    if sentence.citations:
        return sentence.citations
    return sentence.lead_in.citations if sentence.lead_in is not None else ()
