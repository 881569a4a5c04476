"""How often a finding is seen, where the sentence before or after says it: "These cases …", "They occur in 95%"."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from nosograph.extraction._kinds import FINDINGS
from nosograph.extraction._scene import Scene
from nosograph.model import Mention

__all__ = ["carried"]

Found = Callable[[str], Iterator[tuple[int, int]]]
"""Gives where a text, in lower case, says of how many patients it speaks."""

_BACK: Final = re.compile(
    r"(?:in )?(?:these|such|those)(?: \w+)? "
    r"(?:patients|cases|individuals|children|people|persons|families|boys|girls|infants)\b"
)
"""Words that take up the patients counted before."""

_ON: Final = re.compile(
    r"(?:(?P<one>it|this|this finding)|they|these|these (?:\w+ )?(?:findings|features|symptoms|signs|attacks|episodes))"
    r"(?: \w+ly)? (?:(?:occurs?|develops?|appears?|affects?|arises?)|(?:is|are|was|were|has been|have been) "
    r"(?:\w+ly )?(?:seen|found|present|observed|reported|noted|described|common))(?: in| among)? "
)
"""Words that go on with the findings named before, up to how many have them."""


def carried(scene: Scene, mention: Mention, found: Found) -> str:
    """Give the words of frequency that the sentence before or after has for what a mention states, or nothing."""
    lead, following = scene.topic.lead, scene.topic.following
    if _BACK.match(scene.lower) is not None:
        span = next(iter(sorted(found(lead.lower()))), None)
        return lead[span[0] : span[1]] if span is not None else ""
    lower = following.lower()
    said = _ON.match(lower)
    if said is None or mention.concept.kind not in FINDINGS or (said["one"] and not _alone(scene, mention)):
        return ""
    span = next((span for span in found(lower) if span[0] == said.end()), None)
    return following[span[0] : span[1]] if span is not None else ""


def _alone(scene: Scene, mention: Mention) -> bool:
    """Say whether no other finding is named in the sentence."""
    subject = scene.subject.curie
    named = {m.concept.curie for m in scene.mentions if m.concept.kind in FINDINGS} - {subject}
    return named <= {mention.concept.curie}
