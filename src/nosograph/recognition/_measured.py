"""Words to Candidates: measures that lie outside the normal range, "height below the 3rd percentile".

Below the 5th or above the 95th percentile, or two standard deviations from the mean, is outside it, as HPO defines
short stature, microcephaly and the like. What is measured, and the finding on either side, stands in
`ontology/words/measures.tsv`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np

from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import word_rows
from nosograph.model import Match
from nosograph.recognition._candidates import Candidate
from nosograph.recognition._ranking import Reading
from nosograph.recognition._seams import Seams
from nosograph.recognition._words import Words

_SCORE: Final = 0.85
_LOW, _HIGH, _DEVIATIONS = 5.0, 95.0, 2.0
_REACH: Final = 120
_SIGNS: Final = ("centile", "SD", "S.D", "standard deviation")
_ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "ninety-fifth": 95,
    "ninety-seventh": 97,
    "ninety-eighth": 98,
    "ninety-ninth": 99,
}
_LIMIT: Final = re.compile(
    r"(?=[abeglmosu<≤>≥\d\u2212\u2013+-])"  # says at most places at once that none begins there
    r"(?:(?:(?P<below>\b(?:below|under|beneath|less than|lower than|smaller than)|[<≤])"
    r"|(?P<above>\b(?:above|over|more than|greater than|exceed\w*)|[>≥]))\s*(?:the\s+)?"
    rf"(?P<rank>\d{{1,2}}(?:\.\d)?|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)?[\s-]*(?:per)?centiles?"
    r"|(?P<sign>[-\u2212\u2013+])\s?(?P<signed>\d{1,2}(?:\.\d{1,2})?)\s*(?:SDs?\b|S\.D\.|standard deviations?)"
    r"|(?P<deviations>\d{1,2}(?:\.\d{1,2})?)\s*(?:SDs?|S\.D\.|standard deviations?)\s+"
    r"(?P<side>below|under|above|over)\b(?:\s+(?:the\s+)?(?:mean|average|normal))?)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?:[^.;:\n]|\.(?=\d)){0,60}")
_AND: Final = re.compile(r"(?:,|\s+and|\s+&|,\s+and)\s+(?:(?:his|her|their|the)\s+)?")
_FOR: Final = re.compile(r"\s+(?:for|in)\s+(?:both\s+)?(?:(?:his|her|their|the)\s+)?")


@cache
def _measures() -> dict[str, tuple[str, str]]:
    """Give the findings below and above each measure's normal range; empty where there is none."""
    return {name: (row[1], row[2]) for row in word_rows("measures.tsv") for name in row[0].lower().split("|")}


@cache
def _measured() -> re.Pattern[str]:
    names = sorted(_measures(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def measured(words: Words, seams: Seams, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield the findings that measures tell, each from what is measured to the limit it passes, or back."""
    for place in range(len(seams.firsts) - 1):
        begin, end = seams.text(place)
        if any(words.text.find(sign, begin, end) >= 0 for sign in _SIGNS):
            yield from _between(words, begin, end, lexicon)


def _between(words: Words, begin: int, end: int, lexicon: Lexicon) -> Iterator[Candidate]:
    for limit in _LIMIT.finditer(words.text, begin, end):
        low = _low(limit)
        if low is None:
            continue
        named = _named_before(words.text, begin, limit) or _named_behind(words.text, limit, end)
        for name in named:
            curie = _measures()[name[0].lower()][not low]
            concept = lexicon.concept(curie) if curie else None
            if concept is not None:
                why = f'"{name[0]}" {"below" if low else "above"} the normal range: "{limit[0].strip()}"'
                reading = Reading(concept=concept, score=_SCORE, match=Match.EXACT, why=why)
                yield _candidate(words, name, limit, reading, shared=len(named) > 1)


def _low(limit: re.Match[str]) -> bool | None:
    """Say whether a limit is the lower end of the normal range; None where what passes it may still be normal."""
    if limit["rank"]:
        rank = float(_ORDINALS.get(limit["rank"].lower(), 0) or limit["rank"])
        low = bool(limit["below"])
        return low if (rank <= _LOW if low else rank >= _HIGH) else None
    low = limit["side"].lower() in {"below", "under"} if limit["side"] else limit["sign"] != "+"
    return low if float(limit["signed"] or limit["deviations"]) >= _DEVIATIONS else None


def _named_before(text: str, least: int, limit: re.Match[str]) -> list[re.Match[str]]:
    """Find what is measured before the limit: "height, weight and head circumference were below"."""
    begin = max(least, limit.start() - _REACH)
    found = list(_measured().finditer(text, begin, limit.start()))
    if not found or not _BETWEEN.fullmatch(text, found[-1].end(), limit.start()):
        return []
    named = [found.pop()]
    while found and _AND.fullmatch(text, found[-1].end(), named[0].start()):
        named.insert(0, found.pop())
    return named


def _named_behind(text: str, limit: re.Match[str], end: int) -> list[re.Match[str]]:
    """Find what is measured behind the limit: "below the third centile for height and weight"."""
    named: list[re.Match[str]] = []
    link = _FOR.match(text, limit.end(), end)
    while link is not None and (name := _measured().match(text, link.end(), end)) is not None:
        named.append(name)
        link = _AND.match(text, name.end(), end)
    return named


def _candidate(words: Words, name: re.Match[str], limit: re.Match[str], reading: Reading, *, shared: bool) -> Candidate:
    parts = [_words_of(words, name), _words_of(words, limit)]
    first, last = min(part[0] for part in parts), max(part[-1] for part in parts)
    own = tuple(sorted({*parts[0], *parts[1]})) if shared else ()
    return Candidate(int(words.start[first]), int(words.end[last]), first, last, (reading,), own=own)


def _words_of(words: Words, match: re.Match[str]) -> range:
    first = int(np.searchsorted(words.end, match.start(), side="right"))
    return range(first, max(first, int(np.searchsorted(words.start, match.end())) - 1) + 1)
