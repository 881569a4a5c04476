"""What is denied, or rare, of less than all of a kind: of a part of it, of a type of the disease, between attacks."""

import re
from typing import Final

from nosograph.extraction._scene import Scene
from nosograph.model import Mention

__all__ = ["narrowed", "of_a_part", "of_some"]

_FAR: Final = 400
_NAME: Final = 80
_NARROWED: Final = re.compile(
    r" (?:in (?:type|the [\w-]+ (?:form|type))|caused by|due to|resulting from|that|other than|requiring"
    r"|severe enough|so severe|serious enough)\b"
)
"""What makes what is denied less than all of its kind: "no infections caused by viruses"."""

_OF_TYPE: Final = re.compile(
    r"\b(?:patients|people|those|individuals|children|cases) with (?:type|the [\w-]+ (?:form|type))\b"
    r"|\bin (?:types? [ivx\d]|the [\w-]+ (?:form|type))\b|,? in (?:which|whom)\b"
    r"|^in (?:(?:young|older|most|some) )?(?:children|adults|infants|men|women|females|males|newborns)\b"
    r"|^in [\w-]+ [\w-]+, which (?:makes? up|accounts? for|affects?)\b"
    r"|\bbetween (?:the )?(?:attacks|episodes|crises|relapses)\b"
)

_OTHER_KINDS: Final = re.compile(r"\b(?:other|further|additional|such) $")

_PART: Final = re.compile(
    r"(?:^|[\s(])(?!(?:typical|clinical|additional|occasional|initial|usual|general|several|reported|affected|associated"
    r"|described|observed|related|common|other|skeletal|neurological|cardiac|ocular|final|visual)\b)"
    r"(?:severe|serious|massive|late|early|frank|overt|isolated|spontaneous|primary|secondary"
    r"|life-threatening|[a-z]{3,}(?:ive|inal|eminal|otic|tal|ral|lar|eal|ial)) $"
)
"""An adjective before a name that it is no part of."""


def narrowed(scene: Scene, mention: Mention) -> bool:
    """Say whether words after a mention make it a part of its kind, so that to deny it is not to deny the kind."""
    return _NARROWED.match(scene.lower, scene.end(mention)) is not None


def of_some(scene: Scene, mention: Mention) -> bool:
    """Say whether what is denied is denied of a type or between attacks alone: "patients with type I have no A"."""
    begin = scene.start(mention)
    if _OTHER_KINDS.search(scene.lower, max(0, begin - _NAME), begin) is not None:
        return True
    left, right = scene.clause(begin)
    return _OF_TYPE.search(scene.lower[max(left, begin - _FAR) : min(right, begin + _FAR)].lstrip(" ,;")) is not None


def of_a_part(scene: Scene, mention: Mention) -> bool:
    """Say whether an adjective makes a mention a part of its kind, which alone is rare: "erosive arthritis is rare"."""
    begin = scene.start(mention)
    return _PART.search(scene.lower, max(0, begin - _NAME), begin) is not None
