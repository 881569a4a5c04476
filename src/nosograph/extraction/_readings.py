"""Words that extraction reads for itself: ages of onset, modes of inheritance, quantities."""

import re
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Final

from nosograph.extraction._ages import ages
from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._sieve import Sieve, Words
from nosograph.model import TEXT, Concept, Curie, Kind, Mention, Sentence

_SURE: Final = 0.95
_KINDS: Final = {"has_locus": Kind.OTHER}
"""What a reading is where it is no quantity."""
_PLACE: Final = re.compile(
    r"\s*(?:,\s*)?((?:in|among|from|throughout|of(?= [A-Z][\w-]+ (?:ancestry|descent|origin))) (?:the )?"
    r"(?:[A-Z][\w.-]*)(?:(?: (?:and|or|of|the)){0,2} [A-Z][\w.-]*){0,4}"
    r"(?: (?:populations?|ancestry|descent|origin))?|worldwide)"
)


_SPEAKS_OF_AGE: Final = re.compile(r"\b(?:aged?|ages|old|of life)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Hold words and what they stand for; no concept where the words themselves are the object."""

    source: str
    pattern: re.Pattern[str]
    kind: Kind
    concept: Concept | None


@cache
def _readings() -> Sieve[_Reading]:
    named = [
        _Reading(
            source=row[1],
            pattern=phrase(row[1]),
            kind=Kind(row[0]),
            concept=Concept(curie=Curie.parse(row[2]), label=row[3], kind=Kind(row[0])),
        )
        for row in rows("readings.tsv", 4)
    ]
    counted = [
        _Reading(source=source, pattern=phrase(source), kind=_KINDS.get(relation, Kind.QUANTITY), concept=None)
        for relation, source, *_ in rows("quantities.tsv", 2)
    ]
    return Sieve([*named, *counted], attrgetter("source"), attrgetter("pattern"))


def readings(sentence: Sentence, words: Words, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Add to a sentence's mentions what its own words say of age, inheritance and number, in order.

    Words inside a disease's name say nothing of their own, nor do such as the recogniser has read already.
    """
    found: list[Mention] = []
    taken: dict[Kind, bytearray] = {}
    if _SPEAKS_OF_AGE.search(words.lower) is not None:
        by_age = taken[Kind.ONSET] = _taken(sentence, mentions, Kind.ONSET)
        for left, right, concept in ages(words.lower):
            if not any(by_age[left:right]):
                by_age[left:right] = b"\x01" * (right - left)
                found.append(_named(sentence, left, right, concept))
    for reading, match in _readings().find(words):
        held = taken.get(reading.kind)
        if held is None:
            held = taken[reading.kind] = _taken(sentence, mentions, reading.kind)
        left, right = match.span()
        if not any(held[left:right]):
            held[left:right] = b"\x01" * (right - left)
            found.append(_mention(sentence, match, reading))
    return tuple(sorted((*mentions, *found), key=lambda m: (m.start, m.end))) if found else mentions


def _taken(sentence: Sentence, mentions: tuple[Mention, ...], kind: Kind) -> bytearray:
    """Mark the letters that a reading of a kind may not have."""
    held = bytearray(len(sentence.text))
    for mention in mentions:
        if mention.concept.kind in {kind, Kind.DISEASE}:
            left, right = mention.start - sentence.start, mention.end - sentence.start
            held[left:right] = b"\x01" * (right - left)
    return held


def _named(sentence: Sentence, left: int, right: int, concept: Concept) -> Mention:
    words = sentence.text[left:right]
    start = sentence.start + left
    return Mention(
        start=start, end=start + len(words), text=words, concept=concept, score=_SURE, why=f'the words "{words}"'
    )


def _mention(sentence: Sentence, match: re.Match[str], reading: _Reading) -> Mention:
    words = sentence.text[match.start() : match.end()]
    concept = reading.concept
    if concept is None:
        label = " ".join(words.split()) + (_place(sentence.text, match) if reading.kind is Kind.QUANTITY else "")
        concept = Concept(curie=Curie(TEXT, label), label=label, kind=reading.kind)
        why = f'the words "{label}"' if reading.kind is Kind.OTHER else f'the quantity "{label}"'
    else:
        why = f'the words "{words}"'
    start = sentence.start + match.start()
    return Mention(start=start, end=start + len(words), text=words, concept=concept, score=_SURE, why=why)


def _place(text: str, match: re.Match[str]) -> str:
    """Give the place that follows a quantity, or opens its sentence, with the blank before it."""
    after = _PLACE.match(text, match.end())
    found = after or _PLACE.match(text)
    return f" {' '.join(found[1].split()).rstrip('.')}" if found else ""
