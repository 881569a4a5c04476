"""How often a sentence says that a statement holds: its words, as they stand, and HPO's term for them."""

from nosograph.extraction.frequency._frequency import frequency
from nosograph.extraction.frequency._shared import shared
from nosograph.extraction.frequency._terms import frequency_term

__all__ = ["frequency", "frequency_term", "shared"]
