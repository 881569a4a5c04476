"""Scene to mentions of what has no identifier: the members of a list, of which the words alone are known."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from nosograph.extraction._cues import RelationCue, Side, anaphora
from nosograph.extraction._governors import Found, fitting
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._scene import Scene
from nosograph.model import TEXT, Concept, Curie, Kind, Mention, SectionRole

__all__ = ["genes", "items", "members"]

_SURE: Final = 0.7
_LONGEST: Final = 240
_MOST_WORDS: Final = 6
_JOINED: Final = re.compile(
    r"(?:\w{2,}(?:al|ous|ic|ary|ory|ive|ular|ed)|\d(?:st|nd|rd|th)|"
    r"\b(?:of|in|on|at|to|for|with|around|between|and|or))$"
)
"""The end of words that qualify another: a phrase that ends so has lost its noun to the next member of the list."""

_OWN: Final = 0.93
"""A cue from this score on names a kind so surely that its first object needs no known neighbour."""

_END: Final = re.compile(
    r"[;:.?!\[\]|]|\b(?:which|that|who|whose|whom|where|when|while|because|since|although|though|if|unless|until|but|"
    r"due to|caused by|causing|as a result|result(?:s|ed|ing)? in|leading to|so|than|is|are|was|were|be|been|being|has|"
    r"have|had|can|may|might|will|would|should|could|must|do|does|did|not|they|it|he|she|we|you|there|this|these|those|"
    r"their|its|his|her|our|such|during|after|before|by|from|into|without|through|including|like)\b",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(r",\s*(?:and |or |as well as )?|\s+(?:and|or|as well as)\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|or)\s+")
_DUE: Final = re.compile(r"\s(?:due to|caused by|resulting from)\s")
_IN_IT: Final = re.compile(
    r"\s+(?:in|among|with) (?:this|the|these|affected|most|some|many|all|\d+)?\s*"
    r"(?:syndrome|disease|disorder|condition|patients|children|individuals|people|cases|persons)\b"
)
_FIRST: Final = re.compile(
    r"[\s\"\u201c]*(?:(?:and|or|an?|the|also|both|either|sometimes|often|usually|frequently|rarely|occasionally|possibly|"
    r"e\.g\.|i\.e\.|some|various|several|many|even|ultimately|eventually|especially|particularly|other|further|"
    r"additional|notable|mild|moderate|severe|whereas|while|but|although|though)\s+)*[\"\u201c]?",
    re.IGNORECASE,
)
_EXPLAINED: Final = re.compile(r":\s|\s\($")
_LAST: Final = re.compile(r"[\s\"\u201d]+$")
_WORD: Final = re.compile(r"[^\W\d_][\w'\u2019/-]*")
_PLAIN: Final = re.compile(r"[^\W\d_][\w'\u2019/ -]*")
_OF: Final = re.compile(r"\b(?:of|in|on|at|to|for|with|around|between|within|over)\b", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_STOP: Final = (".", "!", "?", ",")

_SYMBOL: Final = re.compile(
    r"\b(?:[Gg]enes? (?P<after>[A-Z][A-Z0-9]{2,8})|"
    r"(?![A-Z]\d+[A-Z] )(?![IVX]+ )(?P<before>[A-Z][A-Z0-9]{2,8}) (?:gene|molecule))\b"
)

_GENES: Final = frozenset({Kind.GENE})

_BY_ROLE: Final = {
    SectionRole.SIGNS: Kind.PHENOTYPE,
    SectionRole.TREATMENT: Kind.PROCEDURE,
    SectionRole.DIFFERENTIAL: Kind.DISEASE,
}
"""What the items of a list are, in the sections that list but one kind of thing."""


@cache
def _patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows("unnamed.tsv", 3):
        found.setdefault((row[0], row[1]), []).append(row[2])
    return {key: phrase("|".join(patterns)) for key, patterns in found.items()}


def items(scene: Scene) -> Iterator[Mention]:
    """Yield what an item of a list names as a whole, in a section that lists but one kind of thing."""
    kind = _BY_ROLE.get(scene.role)
    text = _EXPLAINED.split(_BRACKETED.sub("", scene.text) if kind is not Kind.DISEASE else scene.text)[0].rstrip()
    if kind is None or not text or text.endswith(_STOP):
        return
    left, right = _trimmed(scene, 0, len(text))
    known = frozenset({kind, Kind.CHEMICAL} if kind is Kind.PROCEDURE else {kind})
    if _fits(scene, left, right, kind) and not _taken(scene, left, right, known):
        yield _mention(scene, left, right, kind)


def members(scene: Scene, cues: list[Found]) -> Iterator[Mention]:
    """Yield the unknown members of the lists that cues open, if a known one stands among them or the cue is sure."""
    seen: set[int] = set()
    for cue, found in cues:
        kind = _kind(cue)
        if kind is None:
            continue
        parts = _after(scene, cue, found.end(), cues) if cue.side is Side.AFTER else _before(scene, kind, found)
        parts = _shared(scene, parts, cue.kinds, kind)
        taken = [_taken(scene, *part, cue.kinds) for part in parts]
        for number, (left, right) in enumerate(parts):
            named = any(taken) or cue.side is Side.BEFORE
            own = number == 0 and " " in scene.text[left:right] and (cue.score >= _OWN or _of_patients(found[0]))
            if taken[number] or left in seen or not (named or own):
                continue
            if _fits(scene, left, right, kind) and (named or _headed(scene, left, right, kind)):
                seen.add(left)
                yield _mention(scene, left, right, kind)


def genes(scene: Scene) -> Iterator[Mention]:
    """Yield symbols that the sentence itself calls a gene's or its product's, and that no vocabulary at hand has."""
    for found in _SYMBOL.finditer(scene.text):
        left, right = found.span("before" if found["before"] else "after")
        if not any(scene.start(m) < right and scene.end(m) > left for m in scene.mentions):
            yield _mention(scene, left, right, Kind.GENE)


def _of_patients(words: str) -> bool:
    """Say whether a cue itself speaks of patients: what they have needs no known neighbour either."""
    return any(a.stands_for == "patients" and a.pattern.search(words) is not None for a in anaphora().every())


def _kind(cue: RelationCue) -> Kind | None:
    return next((kind for kind in (Kind.PHENOTYPE, Kind.PROCEDURE) if kind in cue.kinds), None)


def _after(scene: Scene, cue: RelationCue, start: int, cues: list[Found]) -> list[tuple[int, int]]:
    """Give the members of the list that follows a cue, up to the next cue of its kind."""
    if cue.reach is not None:
        return []
    first, last = (bisect_left(cues, place, key=_begins) for place in (start, start + _LONGEST))
    near = cues[first:last]
    others = (other.start() for rival, other in near if rival.side is Side.AFTER and rival.kinds & cue.kinds)
    end = min([start + _LONGEST, *(place for place in others if place >= start)])
    words = _BRACKETED.sub(_blank, scene.text[start:end])
    stop = _END.search(words)
    return _parts(scene, start, words[: stop.start()] if stop is not None else words)


def _begins(cue: Found) -> int:
    return cue[1].start()


def _before(scene: Scene, kind: Kind, cue: re.Match[str]) -> list[tuple[int, int]]:
    """Give the members of the list that opens a sentence and ends at a cue.

    The section must be on nothing else, or the cue go on to name the disease or its patients.
    """
    told = _BY_ROLE.get(scene.role) is kind or _IN_IT.match(scene.lower, cue.end()) is not None
    if not told or cue.start() > _LONGEST:
        return []
    words = _DUE.split(_BRACKETED.sub(_blank, scene.text[: cue.start()]))[0]
    return _parts(scene, 0, words.rstrip(" ,")) if _END.search(words) is None else []


def _shared(scene: Scene, parts: list[tuple[int, int]], kinds: frozenset[Kind], kind: Kind) -> list[tuple[int, int]]:
    """Join a member that has lost its noun to the next: "speech and language support"."""
    joined: list[tuple[int, int]] = []
    for left, right in parts:
        if joined and not _taken(scene, *joined[-1], kinds) and _lost(scene, *joined[-1], left, kind):
            joined[-1] = joined[-1][0], right
        else:
            joined.append((left, right))
    return joined


def _lost(scene: Scene, left: int, right: int, further: int, kind: Kind) -> bool:
    words = scene.lower[left:right]
    bare = " " not in words and _WORD.fullmatch(words) is not None
    known = _patterns()[kind.value, "head"].fullmatch(words) is not None
    return _AND.fullmatch(scene.lower, right, further) is not None and (
        _JOINED.search(words) is not None or (bare and not known)
    )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _parts(scene: Scene, start: int, words: str) -> list[tuple[int, int]]:
    """Cut words that begin at a place into the members of a list."""
    parts, place = [], 0
    for joint in [*_JOINT.finditer(words), None]:
        right = joint.start() if joint is not None else len(words)
        left, last = _trimmed(scene, start + place, start + len(words[:right].rstrip()))
        if left < last:
            parts.append((left, last))
        place = joint.end() if joint is not None else right
    return parts


def _trimmed(scene: Scene, left: int, right: int) -> tuple[int, int]:
    first = _FIRST.match(scene.text, left, right)
    left = first.end() if first is not None else left
    return left, left + len(_LAST.sub("", scene.text[left:right]))


def _taken(scene: Scene, left: int, right: int, kinds: frozenset[Kind]) -> bool:
    """Say whether something known stands in a part: its own words say more than ours would."""
    near = scene.near(left - _LONGEST, right)
    return any(scene.end(m) > left and fitting(m, kinds | _GENES) is not None for m in near)


def _headed(scene: Scene, left: int, right: int, kind: Kind | None) -> bool:
    """Say whether the head of a phrase, its last word before any "of" or "in", is such as names a thing of a kind."""
    if kind is None:
        return False
    of = _OF.search(scene.lower, left, right)
    words = _WORD.findall(scene.lower, left, of.start() if of is not None else right)
    return bool(words) and _patterns()[kind.value, "head"].fullmatch(words[-1]) is not None


def _fits(scene: Scene, left: int, right: int, kind: Kind) -> bool:
    words = scene.lower[left:right]
    said = _patterns()
    if (
        _PLAIN.fullmatch(words) is None
        or not 0 < len(words.split()) <= _MOST_WORDS
        or said["none", "part"].search(words)
    ):
        return False
    if said["vague", "part"].fullmatch(words) is not None or _JOINED.search(words) is not None:
        return False
    qualified = kind is Kind.PHENOTYPE and said["phenotype", "part"].match(words) is not None and " " in words
    return qualified or _headed(scene, left, right, kind)


def _mention(scene: Scene, left: int, right: int, kind: Kind) -> Mention:
    words = " ".join(scene.text[left:right].split())
    start = scene.sentence.start
    return Mention(
        start=start + left,
        end=start + right,
        text=scene.text[left:right],
        concept=Concept(curie=Curie(TEXT, words), label=words, kind=kind),
        score=_SURE,
        why="no identifier for these words",
    )
