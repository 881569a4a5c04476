"""About: what an article is about."""

from dataclasses import dataclass
from enum import StrEnum

from nosograph.model.concept import Concept


class Sort(StrEnum):
    """Say what sort of thing an article is about."""

    DISEASE = "disease"
    GROUP = "group"
    CLASS = "class"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Hold the disease that an article is about, labelled by its title; None where it is about no disease.

    Of a group, `types` are the diseases its infobox lists; `other` is what an article names in its title that is no
    disease, such as a gene, or the finding of that name where no vocabulary has a disease of it.
    """

    sort: Sort
    concept: Concept | None = None
    types: tuple[Concept, ...] = ()
    other: Concept | None = None
