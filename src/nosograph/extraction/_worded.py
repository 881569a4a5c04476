"""Scene to Proposals of what its words say without a mention: other names, history, parts of the body, types."""

from collections.abc import Iterator
from typing import Final

from nosograph.extraction._history import history
from nosograph.extraction._locations import locations
from nosograph.extraction._proposal import Anchor, Proposal
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
    located = ((mention, cue) for mention, cue in locations(scene) if not barred(scene, mention, _LOCATION))
    for relation, mention, cue, sure in (
        *((_SYNONYM, name, cue, _CALLED_SO) for name, cue in synonyms(scene)),
        *((relation, mention, cue, _SAID) for relation, mention, cue in history(scene)),
        *((_LOCATION, mention, cue, _SAID) for mention, cue in located),
    ):
        begin = scene.start(mention)
        yield Proposal(
            subject=scene.subject,
            relation=relation,
            object=mention.concept,
            match=Match.EXACT,
            anchor=Anchor(start=begin, end=begin, mention=mention),
            score=sure * mention.score * scene.topic.weight,
            why=f'cue "{cue}"; {scene.topic.about}; {mention.why}',
        )
    yield from _types(scene)


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
