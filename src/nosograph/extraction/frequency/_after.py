"""How often, told after an object: in brackets, or as what is said of it."""

import re
from typing import Final

from nosograph.extraction._brackets import past_bracket
from nosograph.extraction._kinds import DISORDERS, MEANS
from nosograph.extraction._lists import begun_anew, closing
from nosograph.extraction._proposal import Anchor
from nosograph.extraction._scene import NEW_CLAUSE, Scene, introduction
from nosograph.extraction.frequency._said import SAID, TAKES, tells
from nosograph.extraction.frequency._unfit_after import of_what_is_before
from nosograph.extraction.frequency._words import Held, Reach
from nosograph.model import Kind, Mention

__all__ = ["follows"]

_CUE_REACH: Final = 4
_SAME: Final = re.compile(
    r"(?:/[\w-]+)?[\s()|,:\u2013-]*(?:(?:and |which |that )?"
    rf"(?:is|are|was|were|be|becomes?|may|can|might|could|{SAID}|absent|also|once|now|still|to|later|early|soon|\w+ly|in|among|of|for|has|have|had|been|an?|by|disease"
    r"|(?:the|this) (?:disease|disorder|condition|syndrome|course)(?= in )"
    r"|each|both|inheritance|transmission|forms?|cases|(?:accounts?|accounting) for|makes? up|constitutes?"
    r"|(?:is|are) (?:(?:often|\w+ly) )?[\w-]+ (?:and|but)(?= (?:affects?|occurs?|is|are)\b)"
    r"|ranges?|varies|from|discovered|underlies?|by (?:[\w-]+ ){1,3}?in(?= )"
    r"|(?:is|are|was|were)(?: once| formerly)? (?:the|an?|one of the)(?: [\w-]+){1,8}?(?:,|,? (?:and|but|which|that))"
    rf"(?: (?:is|are|was|were|has been))?(?: now)?(?: {SAID})?)\s+)*"
)
"""What stands between a finding and how often it is seen: "A has been reported in"."""

_CAUSES: Final = re.compile(
    r"(?:, [^,;.]{1,30},)?(?:, which )?[^.;,]{0,80}\b(?:causes?|caused|leads? to|results? in|found|identified"
    r"|detected|present|implicated|reported"
    r"|described|seen|occurs?|occurred|responsible for|involved|mutated|affected|associated with|accounts? for"
    r"|underl(?:ies|ie)|makes? up|represents?|constitutes?|comprises?)\b"
    r"(?:[^.;,]{0,60} (?:in )?(?:the )?| |[^.;,]{0,60}, accounting for )"
)
"""What stands between a gene and the share of the patients whose disease its mutations cause."""

_BETWEEN: Final = re.compile(
    r"^(?:, (?:which|the|an?|also|or|either|whether|(?:(?:most|main|usual)ly )?(?:due to|caused by"
    r"|secondary to))\b[^,;]*"
    r"(?=,))+,"
    r"|^, (?:often|usually|sometimes|mostly|particularly|especially|notably|mainly|chiefly|predominantly|typically"
    r"|most)\b[^;]{0,120}, (?=$|(?:in|among|is|are|was|were|has|have|occurs?|affects?|develops?)\b)"
)
"""An aside between a finding and its verb: "A, the main cause of death, is seen in", "A, often on one side, in"."""

_OR_GONE: Final = re.compile(
    r"^ (?:(?:or|and) (?:\w+ly )?(?:lost|absent|missing|[\w-]+ed)(?= )|or (?:the |an? )?[\w-]+(?= (?:$|in |among )))"
)
"""What a name goes on with that has no name of its own: "reflexes are reduced or lost in", "A of the B or C in"."""

_LAST_MEMBER: Final = re.compile(
    r"^,? (?:and|or) (?:an? |the )?(?:(?!(?:is|are|was|were|has|have)\b)[\w-]+ ){1,5}?(?=(?:is|are|was|were) )"
)
"""The last of a list, which has no name of its own, before what is said of all: "A, B and a love of water are"."""

_SINCE: Final = re.compile(
    r"^ (?:begins?|starts?|appears?|develops?|occurs?) (?:in|at|during|before|after|by|within|between)"
    r" [^.;,]{1,50}? and(?= (?:affects?|occurs?|is|are)\b)"
    r"|^ (?:beginning|starting|occurring|developing|appearing) (?:in|at|during|from|before|after)(?: [\w-]+){1,6}?"
    r"(?= (?:is|are|was|were) )"
)
"""When a finding begins, between it and how often it is seen."""

_WHEN: Final = re.compile(
    r"^ (?:after|during|on|at|in|of|with|resembling|similar to) (?:(?!(?:and|which|that|who)\b)[\w'-]+ ?){1,6}"
    r"(?=, (?:which|that) (?:is|are|was|were|has|have)\b"
    r"| (?:is|are|was|were|has been|have been) (?:seen|found|present|observed|reported)\b)"
)
"""When, where or like what a finding comes, between it and how often it is seen: "A after a bath, which is"."""

_ITS_CAUSE: Final = re.compile(
    r"^ (?:due to|caused by|secondary to|resulting from|because of|resembling|similar to)"
    r" (?:(?!(?:and|which|that)\b)[\w'\u2019-]+ ){1,8}?"
    r"(?=(?:is|are|was|were|develops?|occurs?|affects?|appears?|may|can|has|have|results?) )"
)
"""What a finding is due to, or like, between it and how often it is seen: "A due to B develops in"."""

_AMONG: Final = re.compile(
    r"^ in (?:patients|people|individuals|those|children|adults) with (?:[\w-]+ ){1,6}?"
    r"(?=(?:ranges?|varies|is|was|has been|reaches) )"
)
_BY_TEST: Final = re.compile(
    r"(?<=ed|nd|en) (?:using|by|on|with|through) (?:(?!(?:and|which|that)\b)[\w-]+ ){1,4}(?=in $|among $)"
)
"""By what a finding is seen, between it and in how many: "A is detected by X in"."""

_PLACE: Final = re.compile(
    r"^ (?:around|on|of|in|at|near|over|along|within|without) (?:(?!(?:and|or|with|which|that)\b)[\w-]+ ){1,4}?"
    r"(?=(?:affects?|has|have|is|are|was|were|may|can|might|occurs?|develops?) )"
)
"""Where a finding is, between it and how many it affects: "A around the B affect"."""

_BUT_IS: Final = re.compile(
    r"[^.;]{0,80}?,? (?:but|and|though|although) (?:it |they |this |these )?(?:is|are|was|were)(?: now)? "
    r"(?:(?:found|seen|present|noted|reported|described|observed) in )?"
)
"""What goes on to how often the same finding is seen: "A has been described but is exceedingly rare"."""

_APPEARS_ON: Final = re.compile(
    r"^ (?:appears?|occurs?|develops?|forms?|(?:is|are) (?:seen|found|present)) (?:on|over|around|along|behind|under)"
    r" (?:(?!(?:and|or|which|that|but)\b)[\w-]+ ){1,7}?(?=in $|among $)"
)
"""Where a finding appears, between it and how many have it: "A appears on the B of the C in"."""

_APPOSED: Final = re.compile(r", an? ")

_ANOTHER: Final = re.compile(r",? (?:and|but|while) (?:in )?")
_ANOTHER_BEFORE: Final = re.compile(r" (?:and|but|while) (?:in )?$")
_SHORT: Final = 12
_CLOSED: Final = re.compile(r"\s*(?:[.;,)]|$|(?:of|with|who|and|but|while|after|before|by|at|within|during)\b)")
"""What ends words of frequency that go with what is before them: "A in most, and in some, B" is no such end."""

_REST_OF_NAME: Final = re.compile(r"(?: [\w-]+){1,3}, (?:in |seen in |present in )?")
"""What goes on with the name that an item of a list begins with, up to how often it is seen: "A vulgaris, in"."""

_OR: Final = re.compile(r" or (?:the |an? )?")

_OF_LAST: Final = re.compile(r", which (?:is|was|has|develops|occurs|affects|appears)\b")
"""What speaks of the last of a list alone: "A, B and C, which develops in"."""

_VERB_NEXT: Final = re.compile(
    rf"(?: (?:of|in|on) (?:the |an? )?[\w-]+)? (?:(?:also|may|can|often|\w+ly|is|are|was|were|has|have|been) )*{SAID}\b"
)

_IN_WORDS: Final = frozenset({"in", "among", "for"})
_WORKS: Final = re.compile(
    r"\b(?:effective|relieves?|improv\w+|reduc\w+|help\w*|success\w*|remissions?|respon\w+|benefi\w+|life-saving"
    r"|controls?|cures?|curative|resol\w+|prevent\w*|abolish\w*|restor\w+)\b[^;,]{0,60}$"
)
"""What a treatment does in those counted behind it."""
_LEVEL: Final = re.compile(
    r"^(?: (?:is|are|was|were) (?:raised|elevated|high|low|reduced|increased|decreased))?"
    r" (?:above|below|over|under|at|to) (?:about )?\d[\d.,\u2013-]* ?[\w/%\u00b5\u00b7]*(?= (?:in|among) $)"
)
"""A value, between a finding and in how many it is seen: "A is raised above 40 mm/h in"."""

_ASIDE_OPENED: Final = re.compile(r" \([^()]*[ (]")

_BRACKETED: Final = re.compile(r" \([^()]*\)")


def follows(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words after the object speak of it: in brackets, or as what is said of it."""
    left, right, reach = held
    end = scene.end(anchor.mention)
    if reach is not Reach.NEAR and _BUT_IS.fullmatch(scene.lower, end, left) is not None:
        return not any(m.concept.kind is anchor.mention.concept.kind for m in scene.near(end, left))
    if _helped(scene, anchor, held):
        return True
    if _of_another(scene, end, held) or of_what_is_before(scene, scene.start(anchor.mention), end, left):
        return False
    since = past_bracket(scene, end, left)
    if _SAME.fullmatch(_WHEN.sub(" ", _BRACKETED.sub(" ", scene.lower[since:left]))):
        return reach is Reach.CLAUSE or tells(scene.lower, since, (left, right), adjective=reach is Reach.OBJECT)
    if (
        _of_list(scene, scene.start(anchor.mention), end, held)
        if reach is Reach.NEAR
        else _across(scene, anchor, left, reach)
    ):
        return True
    kind = anchor.mention.concept.kind
    said = anchor.start >= end and left >= end and right <= scene.ahead(anchor.end, _CUE_REACH + _CUE_REACH)
    alike = DISORDERS if kind in DISORDERS else {kind}
    between = any(m.concept.kind in alike for m in scene.near(end, left))
    return (
        said
        and (reach is Reach.CLAUSE or right <= scene.ahead(anchor.end, _CUE_REACH))
        and not (between and left > anchor.end)
        and (reach is not Reach.NEAR or kind in MEANS or tells(scene.lower, left, (left, right), adjective=False))
    )


def _of_another(scene: Scene, end: int, held: Held) -> bool:
    """Say whether words go with what follows them, or stand in another clause: "A and in some cases B"."""
    left, right, reach = held
    if not scene.same_clause(end, left) or (reach is Reach.CLAUSE and TAKES.match(scene.lower, right) is not None):
        return True
    if _ANOTHER_BEFORE.search(scene.lower, max(0, left - _SHORT), left) is None:
        return False
    joined_on = any(_ANOTHER.fullmatch(scene.lower, at, left) for at in (end, closing(scene, end)))
    return joined_on and _CLOSED.match(scene.lower, right) is None


def _of_list(scene: Scene, begin: int, end: int, held: Held) -> bool:
    """Say whether an adverb tells of all of the list that an object stands in: "A and B occur only occasionally"."""
    left, right, _ = held
    last = closing(scene, end)
    if last > end and begun_anew(scene, begin, end, last):
        return False
    said = end < last <= left and _SAME.fullmatch(scene.lower, last, left)
    return bool(said) and tells(scene.lower, last, (left, right), adjective=False)


def _across(scene: Scene, anchor: Anchor, left: int, reach: Reach) -> bool:
    """Say whether what stands between an object and how often it is seen leaves both together."""
    end = scene.end(anchor.mention)
    last = closing(scene, end)
    if last > end and _parts(scene, anchor, last, left):
        return False
    apposed = last > end and _APPOSED.match(scene.lower, end) is not None and _all_said(scene, end, left)
    if apposed or _all_said(scene, last, left) or (last > end and _bracketed(scene, end, last, left)):
        return True
    if _begins_item(scene, anchor.mention) and _REST_OF_NAME.fullmatch(scene.lower, end, left) is not None:
        return True
    genes = anchor.mention.concept.kind is Kind.GENE and reach is Reach.CLAUSE and last <= left
    if genes and _CAUSES.fullmatch(scene.lower, last, left) and not _another_gene(scene, last, left):
        return True
    return _ASIDE_OPENED.fullmatch(scene.lower, end, left) is not None and not (
        _another_gene(scene, end, left) if genes else scene.near(end, left)
    )


def _parts(scene: Scene, anchor: Anchor, last: int, left: int) -> bool:
    """Say whether words go with the last of what looks like a list, or with what that begins."""
    begin, end = scene.start(anchor.mention), scene.end(anchor.mention)
    anew = begun_anew(scene, begin, end, last) or _begins_anew(scene, anchor, last)
    return anew or _of_last(scene, anchor, last, left) or _OF_LAST.match(scene.lower, last) is not None


def _of_last(scene: Scene, anchor: Anchor, last: int, left: int) -> bool:
    """Say whether words go with the last of a list that a cue before it governs: "include A, and B in most boys"."""
    governed = not anchor.bare and anchor.end <= scene.start(anchor.mention)
    return governed and scene.lower[last:left].strip() in _IN_WORDS


def _helped(scene: Scene, anchor: Anchor, held: Held) -> bool:
    """Say whether words tell in how many a treatment works: "A is effective in most"."""
    left, _, reach = held
    end = scene.end(anchor.mention)
    if reach is not Reach.CLAUSE or anchor.mention.concept.kind not in MEANS or not scene.same_clause(end, left):
        return False
    works = _WORKS.search(scene.lower, end, left) is not None
    inside = scene.lower.startswith("in ", left) or scene.lower.endswith((" in ", " for "), end, left)
    return works and inside


def _begins_anew(scene: Scene, anchor: Anchor, last: int) -> bool:
    """Say whether the last of a list is rather the subject of a new clause: "is seen with A, and B develops in"."""
    if anchor.bare or anchor.end > scene.start(anchor.mention):
        return False
    end = scene.end(anchor.mention)
    return NEW_CLAUSE.match(scene.lower, end) is not None and _VERB_NEXT.match(scene.lower, last) is not None


def _bracketed(scene: Scene, end: int, last: int, left: int) -> bool:
    """Say whether words stand in brackets behind one of two: "A or B (33%)"."""
    return scene.lower[last:left] in {" (", " (in "} and _OR.match(scene.lower, end) is not None


def _begins_item(scene: Scene, mention: Mention) -> bool:
    """Say whether an item of a list begins with a mention."""
    return scene.sentence.lead_in is not None and scene.start(mention) <= len(introduction(scene.sentence)) + 1


def _all_said(scene: Scene, end: int, left: int) -> bool:
    """Say whether a verb stands between a list and how often it is seen: "A, B and C have been reported in"."""
    between = _LEVEL.sub("", scene.lower[end:left])
    between = _BY_TEST.sub(" ", _APPEARS_ON.sub(" ", _AMONG.sub(" ", _ITS_CAUSE.sub(" ", between))))
    said = _PLACE.sub(
        " ", _BETWEEN.sub(" ", _LAST_MEMBER.sub("", _OR_GONE.sub("", _SINCE.sub("", _WHEN.sub("", between)))))
    )
    return any(map(str.isalpha, between)) and "(" not in said and _SAME.fullmatch(said) is not None


def _another_gene(scene: Scene, left: int, right: int) -> bool:
    return any(mention.concept.kind is Kind.GENE for mention in scene.near(left, right))
