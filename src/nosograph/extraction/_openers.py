"""Openers: the disease with which a sentence begins, and which it sets against another."""

import re
from typing import Final

from nosograph.extraction._scene import IN_ANOTHER
from nosograph.model import Concept, Kind, Mention, Sentence

__all__ = ["goes_on", "led", "opener", "set_against", "unlike"]

_LED: Final = (
    r"(?:(?:\w+ly|However|Moreover|Furthermore|In (?:addition|contrast|general|turn)|By contrast|For (?:example"
    r"|instance)"
    r"|Thus|On the other hand|Seen \w+ in \w+), )?"
)
_WHOM: Final = (
    r"(?:(?:in|with|among|of|for) )?(?:(?:the|all|most|many|some|several|a few|few|these|those|adult|male|female"
    r"|affected|(?:(?:about|up to|nearly|over) )?(?:half|\d+ ?(?:%|percent)|(?:the )?majority) of) )*"
    r"(?:patients|people|persons|individuals|children|infants|adults|those|cases|boys|girls|men|women|males|females"
    r"|babies) (?:with|of|having|who have|affected (?:by|with)|suffering from|diagnosed with)"
)
_BEGINS: Final = re.compile(rf"\W*{_LED}(?:(?:{_WHOM}|in|with|for) )?(?:(?:the|an?) )?", re.IGNORECASE)
"""What stands before the disease that a sentence begins with: "Additionally, most patients with"."""

_OPENING_WORDS: Final = 3
_SHORT_ITEM: Final = 8
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|may|might|includ(?:es?|ed|ing)|involv(?:es?|ed|ing)|caus(?:es?|ed|ing)"
    r"|develop(?:s|ed|ing)?|resembl(?:es?|ed|ing)|mimics?|show(?:s|ed)?|leads?|led)\b",
    re.IGNORECASE,
)
"""A verb before a disease makes it an object: "Complications include X", "It causes X"."""
_UNLIKE: Final = re.compile(r"Unlike (?!in )[^,;]*, (?:the )?")
_WORD: Final = re.compile(r"[\w'\u2019-]+")


_GOES_ON: Final = re.compile(
    r"(?: ?[,/():]|\W*$| (?:is|are|was|were|has|have|had|can|may|might|will|does|do|did|usually|often|typically"
    r"|generally|also|patients|children|individuals|\w+(?<!s)s)\b)"
)
"""What a sentence goes on with behind the disease that it speaks of."""


def goes_on(text: str, place: int) -> bool:
    """Say whether a sentence goes on, behind a name, as one that speaks of it: with a verb, a comma, a bracket."""
    return _GOES_ON.match(text, place) is not None


def led(text: str) -> int:
    """Give the place behind the words that may stand before the disease with which a sentence begins."""
    found = _BEGINS.match(text)
    return found.end() if found is not None else 0


def opener(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept) -> Mention | None:
    """Find the disease that opens a sentence, if the sentence goes on to speak of it."""
    item = len(_WORD.findall(sentence.text)) <= _SHORT_ITEM and IN_ANOTHER.match(sentence.text) is None
    if sentence.lead_in is not None or item:
        return None
    begin = led(sentence.text)
    for mention in inside:
        place = mention.start - sentence.start
        if len(_WORD.findall(sentence.text, begin, place)) >= _OPENING_WORDS or _VERB.search(
            sentence.text, begin, place
        ):
            return None
        if mention.concept.kind is Kind.DISEASE or mention.concept.curie == subject.curie:
            return mention
    return None


def unlike(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept) -> Mention | None:
    """Find the disease that a sentence sets against its subject and speaks of: "Unlike it, B is seen with A"."""
    other = next(iter(_set_apart(sentence, inside)), None)
    foreign = other is not None and other.concept.kind is Kind.DISEASE and other.concept.curie != subject.curie
    return other if foreign else None


def set_against(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept) -> bool:
    """Say whether a sentence sets its subject, named behind a comma, against the disease that opens it."""
    return any(m.concept.curie == subject.curie for m in _set_apart(sentence, inside))


def _set_apart(sentence: Sentence, inside: tuple[Mention, ...]) -> list[Mention]:
    """Find what a sentence names right behind "Unlike A,"."""
    opened = _UNLIKE.match(sentence.text)
    return [m for m in inside if opened is not None and m.start - sentence.start == opened.end()]
