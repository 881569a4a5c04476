"""What the quantity of a claim measures: prevalence, incidence, a count of patients, a share of another condition."""

import re
from functools import cache, lru_cache
from typing import Final

from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.model import Kind, Measure, Mention, quantity

__all__ = ["measure"]

_CLAUSE: Final = "clause"
_OWN: Final = re.compile(r"\b(?:prevalence|prevalent|affects?|affected|occurs?|carry|have)\b")
"""What makes a clause say for itself what its number measures; one without goes on with what stands before it."""


@cache
def _patterns() -> tuple[tuple[Measure, bool, re.Pattern[str]], ...]:
    return tuple((Measure(row[0]), row[1] == _CLAUSE, phrase(row[2])) for row in rows("measures.tsv", 3))


def measure(scene: Scene, mention: Mention) -> Measure | None:
    """Say what a mention of a quantity measures, by its own words and those of its clause; None of anything else."""
    if mention.concept.kind is not Kind.QUANTITY:
        return None
    words = mention.concept.label.lower()
    number = quantity(words)
    if number is None or number.per is None:
        return Measure.COUNT
    told = _told(scene, *scene.clause(scene.start(mention)))
    fitting = (
        (found, found in told if in_clause else pattern.search(words)) for found, in_clause, pattern in _patterns()
    )
    return next((found for found, fits in fitting if fits), None)


@lru_cache(maxsize=16)
def _told(scene: Scene, left: int, right: int) -> frozenset[Measure]:
    """Give what the words of a clause say that its quantities measure."""
    left = 0 if _OWN.search(scene.lower, left, right) is None else left
    return frozenset(found for found, in_clause, p in _patterns() if in_clause and p.search(scene.lower, left, right))
