"""What is said of a subject that is not one identified disease: a group, a class, or words without an identifier."""

from collections.abc import Iterator
from typing import Final

from nosograph.model import About, Sort

_MOST: Final = 4
"""Types that are named before the rest are counted."""


def told(about: About) -> Iterator[str]:
    """Yield a note where the claims' subject is no single, identified disease."""
    if about.concept is None:
        return
    named = f"{about.concept.label} ({about.concept.curie})"
    if about.sort is Sort.GROUP:
        types = [f"{concept.label} ({concept.curie})" for concept in about.types[:_MOST]]
        more = f" and {len(about.types) - _MOST} more" if len(about.types) > _MOST else ""
        yield f"note: {named} is a group; the infobox lists {', '.join(types)}{more}"
    elif about.sort is Sort.CLASS:
        yield f"note: {named} is a class of diseases, not one disease"
    elif about.concept.curie.is_text:
        finding = f" ({about.other.curie} is the finding of that name)" if about.other else ""
        yield f"note: no identifier is known for the disease {about.concept.label}; its name stands in for one{finding}"
