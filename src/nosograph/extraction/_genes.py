"""Genes as causes: where the words before say what they are causes of, and where another disease is what they cause."""

import re
from functools import cache, lru_cache

from nosograph.extraction._names import kindred
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.model import Kind, Mention

__all__ = ["carries_cause", "of_other_disease"]

_FAR = 200
_AT_ONCE = re.compile(
    r"[^.;:]{0,80}\b(?:cause[sd]?|causing|results? in|resulting in|leads? to|leading to|responsible for|underlies?)\b"
    r"(?: (?:a|an|the|both|either|also|another|related|disorder|disease|form|of|called|known|as)){0,5} ?"
)
"""What stands between a gene and the disease that its mutations cause."""
_BY_GENE = frozenset({"caused_by_variant_in", "linked_to_dysfunction_of"})
_TOLD = _BY_GENE | {"has_feature"}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {row[0]: phrase(row[1]) for row in rows("gene_context.tsv", 2)}


@lru_cache(maxsize=16)
def carries_cause(lead: str, text: str, *, item: bool) -> bool:
    """Say whether a sentence without a cause of its own continues one that names mutations as the cause.

    An item of a list needs no words of its own; a sentence must speak of mutations, and of others than those before.
    """
    patterns = _patterns()
    opened = patterns["mutation"].search(lead) is not None and patterns["cause"].search(lead) is not None
    if item:
        return opened or patterns["list"].search(lead) is not None
    return opened and patterns["mutation"].search(text) is not None and patterns["further"].search(text) is not None


def of_other_disease(scene: Scene, mention: Mention, relation: str) -> bool:
    """Say whether a sentence that does not name its subject tells of a gene which other disease its mutations cause.

    Neither is the gene the subject's cause then, nor the disease the subject's feature.
    """
    begin, end = scene.start(mention), scene.end(mention)
    if relation not in _TOLD or _names_subject(scene):
        return False
    if relation in _BY_GENE:
        return any(_caused(scene, end, other) for other in scene.near(end, end + _FAR))
    genes = (m for m in scene.near(begin - _FAR, begin) if m.concept.kind is Kind.GENE)
    return any(_caused(scene, scene.end(gene), mention) for gene in genes)


@lru_cache(maxsize=8)
def _names_subject(scene: Scene) -> bool:
    return any(m.concept.curie == scene.subject.curie for m in scene.mentions)


def _caused(scene: Scene, end: int, disease: Mention) -> bool:
    """Say whether a disease, of another name than the subject's, is what is caused by the gene that ends at a place."""
    kinds = {concept.kind for concept in (disease.concept, *disease.alternatives)}
    return (
        kinds == {Kind.DISEASE}
        and not kindred(disease.concept, scene.subject)
        and _AT_ONCE.fullmatch(scene.lower, end, scene.start(disease)) is not None
    )
