"""Where a hedge bears on a statement: around its cue, before and after its object, and at the ends of its list."""

import re
from collections.abc import Iterator
from typing import Final

from nosograph.extraction._kinds import MEANS
from nosograph.extraction._lists import begun_anew, closing, opening
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import Scene
from nosograph.model import Kind

__all__ = ["windows"]

_HEDGE_REACH: Final = 6

_AFTER: Final = 3

_NEAR: Final = 3

_APPEARS: Final = re.compile(r" (?:appears?|seems?|appeared|seemed) to\b")
_BEFORE: Final = 20
_EXAMPLES: Final = re.compile(r", (?:including|such as|like) ")
"""What sets a list off as examples, behind whose comma the verb comes."""

_AND: Final = re.compile(r"(?:,|\band\b|\bor\b|\bwhich\b)")

_SUPPOSED: Final = re.compile(
    r"(?:, (?:especially|particularly|mainly|notably|including)[^,;]{1,80},)?(?: \w+){0,4}"
    r" (?:is|are|was|were|has been|have been) (?:\w+ly )?"
    r"(?:suspected|presumed|assumed|thought|believed|suggested|proposed|postulated|hypothesi[sz]ed|likely|probable|possible|controversial|debated|disputed|conflicting|inconclusive|equivocal|unproven"
    r"|being (?:studied|investigated|tested|explored|evaluated)|under (?:investigation|evaluation|study|development)"
    r"|(?:currently |still )?in (?:the |an? )?(?:early )?(?:developmental|experimental) stages?)\b"
    r"| as an? (?:possible|potential|experimental) (?:\w+ )?(?:treatment|therapy|cure|option)\b"
    r"| (?:or|and) [\w-]+(?: [\w-]+){0,2} (?:may|might|could) (?:also )?(?:be|occur|develop|appear|arise)\b"
    r"| (?:may|might|could) all (?:be|occur|contribute)\b"
    r"| \([^()]*\),? (?:may|might|could) (?:also )?(?:be|occur|develop|appear|arise)\b"
)
"""What makes a supposition of the thing named before it: "recessive inheritance is suspected"."""

_MAY_CAUSE: Final = re.compile(
    r"(?:(?!\b(?:causes?|caused|which|that|leads?)\b)[^.;]){0,80}?"
    r"\b(?:may|might|could|(?:is|are) (?:thought|believed|suspected) (?:to|of)|(?:is|are) (?:probably|possibly"
    r"|likely|perhaps)"
    r"|(?:appears?|seems?) to|(?:has|have) been (?:suggested|proposed|postulated|hypothesi[sz]ed) (?:to|as))"
    r" (?:also |all |both )?(?:cause|lead|result|be|underlie|account|contribute|play|involved|implicated|promoting"
    r"|causing|responsible)\b"
)
"""What follows a gene of which a sentence only supposes that its mutations cause something."""

_MAY_HELP: Final = re.compile(
    r"(?:(?!\b(?:which|that|who|but)\b)[^.;,]){0,120} (?:may|might|could|probably|possibly|perhaps)"
    r" (?:also )?(?:helps?|reduces?|improves?|prevents?|slows?|increases?"
    r"|relieves?|alleviates?|benefits?|delays?|prolongs?|be (?:\w+ )?(?:helpful|useful|effective|beneficial))\b"
)

_SUGGESTED: Final = re.compile(
    r"[^.;]{0,160}, (?:and|but|though|although) [^.;,]{0,60} suggest(?:s|ed)?(?: that)? (?:it|they)\b"
)
"""What is only suggested of a treatment, further on: "X has been used, and small series suggest that it helps"."""

_BY_VERB: Final = re.compile(
    r"\b(?:may|might|could) (?:also |\w+ly )?(?:be \w+ed|(?:give|gives) rise|lead|result|cause|contribute|progress"
    r"|present|manifest)(?: (?:by|to|in|as|with|from|for))? (?:[\w-]+ ){0,2}$"
)
"""A hedge whose verb leads to the object, whatever cue stands before: "which may be noted by A"."""

_THEN: Final = re.compile(r"^(?:leading|resulting|causing|giving|producing)\b")
_MODAL: Final = re.compile(
    r"\b(?:may|might|could) (?!.*(?:, (?:and|but|which|while) |\b(?:is|are|was|were|has|have)\b))"
)
_SAME: Final = 120
_PREDICATED: Final = re.compile(r" (?:is|are|was|were) ")
"""A name parted by its verb, to which a hedge further on does not belong: "movement is decreased"."""


def windows(scene: Scene, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose words bear on the statement: around its cue, and just before its object."""
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    yield from _by_verb(scene, opening(scene, begin))
    if anchor.mention.concept.kind is Kind.INHERITANCE:
        yield from _of_modes(scene, begin)
    if anchor.bare:
        first = opening(scene, begin)
        yield _back(scene, begin, _HEDGE_REACH), begin
        yield scene.back(first, _HEDGE_REACH), first
        if _PREDICATED.search(anchor.mention.text) is not None:
            return
        last = closing(scene, end)
        last = end if begun_anew(scene, begin, end, last) else last
        after = last + (_EXAMPLES.search(scene.lower, max(0, first - _BEFORE), begin) is not None)
        yield after, _until(scene, after, 1)
        appears = _APPEARS.match(scene.lower, last)
        if appears is not None:
            yield last, appears.end()
        if anchor.mention.concept.kind in MEANS:
            yield from _may_help(scene, end)
        yield from _supposed(scene, last)
    elif anchor.end <= begin:
        caused = _MAY_CAUSE.match(scene.lower, end) if anchor.mention.concept.kind is Kind.GENE else None
        if caused is not None:
            yield end, caused.end()
        if anchor.mention.concept.kind is Kind.OTHER:
            yield from _supposed(scene, end)
        named = scene.near(anchor.end, begin)
        yield scene.back(anchor.start, _HEDGE_REACH), scene.start(named[0]) if named else begin
        yield from _then(scene, anchor)
        yield max(scene.back(begin, _NEAR), anchor.end), begin
        first = opening(scene, begin)
        yield max(scene.back(first, _NEAR), anchor.end), first
        if anchor.mention.concept.kind in MEANS:
            yield end, _until(scene, end, 1)
            yield from _may_help(scene, end)
    else:
        yield end, _until(scene, anchor.end, _AFTER)
        yield scene.back(begin, _NEAR), begin


def _of_modes(scene: Scene, begin: int) -> Iterator[tuple[int, int]]:
    """Yield what stands by the first mode of inheritance of a clause, whose name may hold the hedge."""
    modes = [m for m in scene.near(scene.clause(begin)[0], begin) if m.concept.kind is Kind.INHERITANCE]
    yield from ((scene.back(scene.start(m), _HEDGE_REACH), scene.end(m)) for m in modes[:1])


def _supposed(scene: Scene, place: int) -> Iterator[tuple[int, int]]:
    found = _SUPPOSED.match(scene.lower, place)
    if found is not None:
        yield place, found.end()


def _by_verb(scene: Scene, place: int) -> Iterator[tuple[int, int]]:
    found = _BY_VERB.search(scene.lower, max(0, place - _SAME), place)
    if found is not None:
        yield found.span()


def _then(scene: Scene, anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Yield what stands from the verb of which a participle tells the result: "A may block it, leading to B"."""
    participle = _THEN.match(scene.lower[anchor.start : anchor.end]) is not None
    if participle and scene.text[: anchor.start].endswith(", "):
        left = max(0, anchor.start - _SAME)
        found = _MODAL.search(scene.lower[left : anchor.start - 2])
        if found is not None:
            yield left + found.start(), anchor.start


def _back(scene: Scene, place: int, words: int) -> int:
    """Give the place so many words before another, of which those in brackets that end before it do not count."""
    inside = scene.brackets_before(place)
    return scene.back(place, words + sum(scene.words_between(left, right) for left, right in inside))


def _may_help(scene: Scene, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands up to the verb by which a treatment may help: "X acts on A and may reduce B"."""
    found = _MAY_HELP.match(scene.lower, end) or _SUGGESTED.match(scene.lower, end)
    if found is not None:
        yield end, found.end()


def _until(scene: Scene, place: int, words: int) -> int:
    """Give the place where so many words after a place end, or where the sentence goes on to something else."""
    end = scene.ahead(place, words)
    further = _AND.search(scene.lower, place, end)
    return further.start() if further is not None else end
