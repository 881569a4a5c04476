"""Words that extraction reads for itself: ages of onset, modes of inheritance, quantities."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from nosograph.extraction._rows import phrase, rows
from nosograph.extraction._stems import Sieve, Words
from nosograph.model import TEXT, Concept, Curie, Kind, Mention, Sentence

_SURE: Final = 0.95
_PLACE: Final = re.compile(
    r"\s*(?:,\s*)?((?:in|among|of|from|throughout) (?:the )?(?:[A-Z][\w.-]*)(?: (?:and|or|of|the|[A-Z][\w.-]*)){0,6}"
    r"|worldwide)"
)


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
        _Reading(source=row[1], pattern=phrase(row[1]), kind=Kind.QUANTITY, concept=None)
        for row in rows("quantities.tsv", 2)
    ]
    return Sieve([*named, *counted], lambda reading: reading.source)


def readings(sentence: Sentence, words: Words, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Add to a sentence's mentions what its own words say of age, inheritance and number, in order.

    Words inside a disease's name say nothing of their own, nor do such as the recogniser has read already.
    """
    found: list[Mention] = []
    for reading in _readings().sift(words.beginnings):
        for match in reading.pattern.finditer(words.lower):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            taken = (*mentions, *found)
            if not any(start < m.end and m.start < end and _claims(m, reading.kind) for m in taken):
                found.append(_mention(sentence, match, reading))
    return tuple(sorted((*mentions, *found), key=lambda m: (m.start, m.end))) if found else mentions


def _claims(mention: Mention, kind: Kind) -> bool:
    return mention.concept.kind in {kind, Kind.DISEASE, Kind.QUANTITY}


def _mention(sentence: Sentence, match: re.Match[str], reading: _Reading) -> Mention:
    words = sentence.text[match.start() : match.end()]
    concept = reading.concept
    if concept is None:
        label = " ".join(words.split()) + _place(sentence.text, match)
        concept = Concept(curie=Curie(TEXT, label), label=label, kind=reading.kind)
        why = f'the quantity "{label}"'
    else:
        why = f'the words "{words}"'
    start = sentence.start + match.start()
    return Mention(start=start, end=start + len(words), text=words, concept=concept, score=_SURE, why=why)


def _place(text: str, match: re.Match[str]) -> str:
    """Give the place that follows a quantity, or opens its sentence, with the blank before it."""
    after = _PLACE.match(text, match.end())
    found = after or _PLACE.match(text)
    return f" {' '.join(found[1].split())}" if found else ""

