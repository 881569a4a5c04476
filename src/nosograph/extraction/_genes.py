"""Genes as causes: where the words before say what they are causes of, and where another disease is what they cause."""

import re
from functools import cache, lru_cache

from nosograph.extraction._names import CAPITALISED, initials, kindred, of_subject
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.model import Kind, Mention

__all__ = ["carries_cause", "names_subject", "of_other_disease"]

_FAR = 200
_AT_ONCE = re.compile(
    r"[^.;:]{0,160}\b(?:cause[sd]?|causing|results? in|resulting in|leads? to|leading to|responsible for|underlies?"
    r"|gives? rise to|(?:is|are) (?:classified|known|diagnosed) as)\b"
    r"(?: (?:a|an|the|both|either|also|another|related|disorder|disease|form|of|called|known|as)){0,5} ?"
)
"""What stands between a gene and the disease that its mutations cause."""
_APPOSED = re.compile(
    r"([^.;:,()]{2,80}?),?(?: \([^()]*\),?)? (?:(?:which|that) (?:is|are|results?|arises?|stems?)(?: \w+)? )?"
    r"(?:caused by|due to|resulting from|from|attributed to)(?: [\w-]+){0,6}? (?:mutations?|variants?|deletions?"
    r"|defects?|expansions?)[^.;:,]*$"
)
"""What is said, right before a gene, to be caused by its mutations: "X, which is caused by mutations in"."""
_NAMED = re.compile(
    r"(?:^|.*\b(?:include[sd]?|including|are|is|was|were|with|from|to|in|and|or|as|by|of|for|resembles?|mimics?) )"
    r"((?!(?:an?|the|this|these|its?|other|some|most|all|both|type|form)\b).+)$"
)
_NAME = re.compile(r"(?:[A-Z][\w-]*[A-Z\d][\w-]*|[\w-]{3,}(?: [\w-]+)* type \d{1,2}[A-Za-z]?)$")
"""A name of a disease without its like in the vocabularies: "HDL2", "ataxia with apraxia type 1"."""
_CAUSES_NAMED = re.compile(rf"\b(?:causes?|results? in|leads? to|give rise to) (?:the )?({CAPITALISED})\b")
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
    if relation in _BY_GENE and _apposed(scene, begin):
        return True
    if relation not in _TOLD or names_subject(scene):
        return False
    if relation in _BY_GENE:
        unknown = any(not _own_within(scene, f.span(1)) for f in _CAUSES_NAMED.finditer(scene.text, end, end + _FAR))
        return unknown or any(_caused(scene, end, other) for other in scene.near(end, end + _FAR))
    genes = (m for m in scene.near(begin - _FAR, begin) if m.concept.kind is Kind.GENE)
    return any(_caused(scene, scene.end(gene), mention) for gene in genes)


def _apposed(scene: Scene, begin: int) -> bool:
    """Say whether a gene is told as the cause of another disease named before: "X, due to mutations in"."""
    found = _APPOSED.search(scene.text, max(0, begin - _FAR), begin)
    named = _NAMED.match(found[1]) if found is not None else None
    if found is None or named is None:
        return False
    left, right = found.start() + named.start(1), found.start() + named.end(1)
    if any(of_subject(m.concept, scene.subject) for m in scene.near(left, right)):
        return False
    diseases = (m for m in scene.near(left, right) if m.concept.kind is Kind.DISEASE)
    return any(scene.end(m) == right for m in diseases) or (
        _NAME.search(named[1]) is not None and initials(scene.subject.label) not in named[1]
    )


def _own_within(scene: Scene, span: tuple[int, int]) -> bool:
    return (
        any(of_subject(m.concept, scene.subject) for m in scene.near(*span))
        or initials(scene.subject.label) in scene.text[slice(*span)]
    )


@lru_cache(maxsize=8)
def names_subject(scene: Scene) -> bool:
    """Say whether a sentence names the disease that it is about."""
    return any(m.concept.curie == scene.subject.curie for m in scene.mentions)


def _caused(scene: Scene, end: int, disease: Mention) -> bool:
    """Say whether a disease, of another name than the subject's, is what is caused by the gene that ends at a place."""
    kinds = {concept.kind for concept in (disease.concept, *disease.alternatives)}
    return (
        kinds == {Kind.DISEASE}
        and not kindred(disease.concept, scene.subject)
        and _AT_ONCE.fullmatch(scene.lower, end, scene.start(disease)) is not None
    )
