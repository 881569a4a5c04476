"""Article and Mentions to Claims."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from nosograph.extraction._attributes import certainty, outcome, polarity
from nosograph.extraction._frequency import frequency
from nosograph.extraction._proposals import Proposal, proposals
from nosograph.extraction._scene import Scene
from nosograph.extraction._topics import scenes, subject_of
from nosograph.model import Article, Claim, Evidence, Mention, Outcome, Polarity

__all__ = ["extract"]

_TREATMENTS: Final = frozenset({"treated_with"})
_UNCOUNTED: Final = frozenset({"is_a", "has_prevalence", "resembles", "has_function", "master_regulator_of"})


def extract(article: Article, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Read what the article claims, sentence by sentence.

    Returns the claims in text order. A statement made twice in one sentence is one claim with two pieces of evidence;
    made in two sentences it is two claims. An article whose title and infobox name no disease yields none.
    """
    subject = subject_of(article, mentions)
    if subject is None:
        return ()
    return tuple(claim for scene in scenes(article, mentions, subject) for claim in _claims(article, scene))


def _claims(article: Article, scene: Scene) -> Iterator[Claim]:
    found: dict[tuple[object, ...], Claim] = {}
    for proposal in proposals(scene):
        claim = _claim(article, scene, proposal)
        key = (claim.subject.curie, claim.relation, claim.object.curie, claim.polarity)
        known = found.get(key)
        if known is None:
            found[key] = claim
        elif claim.evidence[0] not in known.evidence:
            better = claim if claim.score > known.score else known
            evidence = sorted({*known.evidence, *claim.evidence}, key=lambda e: (e.start, e.end))
            cited = dict.fromkeys((*known.references, *claim.references))
            found[key] = replace(better, evidence=tuple(evidence), references=tuple(cited))
    yield from sorted(found.values(), key=lambda c: (c.evidence[0].start, c.evidence[0].end))


def _claim(article: Article, scene: Scene, proposal: Proposal) -> Claim:
    mention, anchor = proposal.anchor.mention, proposal.anchor
    denied = polarity(scene, anchor)
    treats = proposal.relation in _TREATMENTS
    fared: Outcome | None = (
        (outcome(scene, anchor) if denied is Polarity.AFFIRMED else Outcome.UNSTATED) if treats else None
    )
    return Claim(
        subject=proposal.subject,
        relation=proposal.relation,
        object=proposal.object,
        match=proposal.match,
        polarity=denied,
        certainty=certainty(scene, anchor),
        outcome=fared,
        frequency=frequency(scene, anchor) if proposal.relation not in _UNCOUNTED else "",
        evidence=(
            Evidence(
                start=mention.start,
                end=mention.end,
                quote=article.text[mention.start : mention.end],
                sentence=scene.sentence,
            ),
        ),
        references=_references(scene, scene.end(mention)),
        score=round(proposal.score, 2),
        why=proposal.why,
    )


def _references(scene: Scene, place: int) -> tuple[str, ...]:
    """Give the references a statement at a place cites: the next that the sentence marks after it, else the last.

    A sentence without its own has those its paragraph closes with; an item of a list those of the sentence that
    introduces the list.
    """
    sentence = scene.sentence
    if sentence.marks:
        after = [offset for offset, _ in sentence.marks if offset >= place]
        chosen = min(after) if after else max(offset for offset, _ in sentence.marks)
        return tuple(dict.fromkeys(number for offset, number in sentence.marks if offset == chosen))
    if sentence.citations:
        return sentence.citations
    return sentence.lead_in.citations if sentence.lead_in is not None else ()
