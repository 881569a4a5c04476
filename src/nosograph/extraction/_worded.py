"""Scene to Proposals of what its words say without a mention: other names, history, parts of the body, types."""

from collections.abc import Iterator
from typing import Final

from nosograph.extraction._attributes import Anchor
from nosograph.extraction._history import history
from nosograph.extraction._locations import locations
from nosograph.extraction._proposal import Proposal
from nosograph.extraction._scene import Scene
from nosograph.extraction._scope import barred
from nosograph.extraction._subtypes import subtypes
from nosograph.extraction._synonyms import synonyms
from nosograph.model import Match

_SYNONYM: Final = "has_synonym"
_CALLED_SO: Final = 0.95
_IS_A: Final = "is_a"
_LOCATION: Final = "has_location"
_SAID: Final = 0.9


def worded(scene: Scene) -> Iterator[Proposal]:
    """Yield what a sentence says in its own words of the disease: names, who described it, parts affected, types."""
    yield from _synonyms(scene)
    yield from _said(scene)
    yield from _types(scene)


def _synonyms(scene: Scene) -> Iterator[Proposal]:
    for name, said in synonyms(scene):
        begin = scene.start(name)
        yield Proposal(
            subject=scene.subject,
            relation=_SYNONYM,
            object=name.concept,
            match=Match.EXACT,
            anchor=Anchor(start=begin, end=begin, mention=name),
            score=_CALLED_SO * name.score * scene.topic.weight,
            why=f'cue "{said}"; {scene.topic.about}; {name.why}',
        )


def _said(scene: Scene) -> Iterator[Proposal]:
    """Yield what a sentence says in its own words of who described the disease, when, and of the parts it affects."""
    found = [*history(scene), *((_LOCATION, mention, cue) for mention, cue in locations(scene))]
    for relation, mention, cue in found:
        if relation != _LOCATION or not barred(scene, mention, relation):
            begin = scene.start(mention)
            yield Proposal(
                subject=scene.subject,
                relation=relation,
                object=mention.concept,
                match=Match.EXACT,
                anchor=Anchor(start=begin, end=begin, mention=mention),
                score=_SAID * mention.score * scene.topic.weight,
                why=f'cue "{cue}"; {scene.topic.about}; {mention.why}',
            )


def _types(scene: Scene) -> Iterator[Proposal]:
    """Yield that the types of the disease fall under it."""
    for concept, of, mention, score, cue in subtypes(scene):
        begin = scene.start(mention)
        yield Proposal(
            subject=concept,
            relation=_IS_A,
            object=of,
            match=Match.EXACT,
            anchor=Anchor(start=begin, end=begin, mention=mention),
            score=score * mention.score,
            why=f'cue "{cue}"; {mention.why}',
        )
