"""Scene: one sentence with what is named in it, and how its parts lie to each other."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.extraction._tables import anaphora
from nosograph.model import Article, Concept, Kind, Mention, SectionRole, Sentence

_WORD: Final = re.compile(r"[\w'\u2019-]+")
_OPENING_WORDS: Final = 3
_SHORT_ITEM: Final = 8
_CLAUSE: Final = re.compile(r";|, (?:but|while|whereas|although|though)\b| but ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Hold the words by which a sentence speaks of the article's disease.

    `words` as said, `how` in plain English, `weight` 0..1.
    """

    words: str
    how: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Hold a sentence, the mentions within it in order, its brackets and clause borders.

    All places are code points from the sentence's start.
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    brackets: tuple[tuple[int, int], ...]
    borders: tuple[int, ...]
    subject: Concept

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.sentence.text

    def start(self, mention: Mention) -> int:
        """Give where a mention begins in the sentence."""
        return mention.start - self.sentence.start

    def end(self, mention: Mention) -> int:
        """Give where a mention ends in the sentence."""
        return mention.end - self.sentence.start

    def words_between(self, left: int, right: int) -> int:
        """Count the words between two places."""
        return sum(1 for _ in _WORD.finditer(self.text, left, right)) if left < right else 0

    def back(self, place: int, words: int) -> int:
        """Give the place `words` words before `place`."""
        starts = [m.start() for m in _WORD.finditer(self.text, 0, place)]
        return starts[-words] if len(starts) >= words else 0

    def within_bracket(self, cue: int, place: int) -> bool:
        """Say whether a cue reaches a place: one inside brackets reaches no further than they do."""
        return all(left <= place < right for left, right in self.brackets if left <= cue < right)

    def same_clause(self, left: int, right: int) -> bool:
        """Say whether no clause ends between two places."""
        return not any(left <= border < right for border in self.borders)

    def support(self, cue: int) -> Support | None:
        """Find how the sentence speaks of the disease.

        By name, by an anaphor, or, where no other disease opens it, tacitly.
        """
        named = [m for m in self.mentions if m.concept.curie == self.subject.curie]
        if named:
            return Support(words=named[0].text, how=f'subject named "{named[0].text}"', weight=1.0)
        for pattern, stands_for in anaphora():
            found = pattern.search(self.text, 0, max(cue, 1)) or (
                pattern.search(self.text) if stands_for == "patients" else None
            )
            if found is not None and not self._other_opens(found.start()):
                return Support(
                    words=found[0], how=f'"{found[0]}" stands for the {_OF[stands_for]}', weight=_WEIGHT[stands_for]
                )
        if self._other_opens(len(self.text)):
            return None
        if self.sentence.lead_in is not None:
            return Support(words=self.sentence.lead_in.text, how="an item of a list on the disease", weight=0.97)
        return Support(words="", how="subject understood from the article", weight=0.9)

    def _other_opens(self, before: int) -> bool:
        """Say whether another disease opens the sentence and the sentence goes on to speak of it."""
        if self.sentence.lead_in is not None or self.words_between(0, len(self.text)) <= _SHORT_ITEM:
            return False
        others = (m for m in self.mentions if m.concept.kind is Kind.DISEASE and m.concept.curie != self.subject.curie)
        return any(self.start(m) < before and self.words_between(0, self.start(m)) < _OPENING_WORDS for m in others)


_OF: Final = {"disease": "article's disease", "patients": "patients with it"}
_WEIGHT: Final = {"disease": 0.98, "patients": 0.97}


def subject_of(article: Article, mentions: tuple[Mention, ...]) -> Concept | None:
    """Give the disease that the title or the infobox names, or None."""
    named: list[Concept] = []
    for role in (SectionRole.TITLE, SectionRole.INFOBOX):
        for sentence in article.sentences:
            if sentence.role is role:
                inside = (m for m in mentions if sentence.start <= m.start and m.end <= sentence.end)
                named += [m.concept for m in inside if m.concept.kind is Kind.DISEASE]
    return next(iter(named), None)


def scenes(article: Article, mentions: tuple[Mention, ...], subject: Concept) -> Iterator[Scene]:
    """Yield a scene for each sentence in which something is named, title and infobox aside."""
    starts = [m.start for m in mentions]
    for sentence in article.sentences:
        if sentence.role in {SectionRole.TITLE, SectionRole.INFOBOX}:
            continue
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = tuple(m for m in mentions[first:last] if m.end <= sentence.end)
        if inside:
            yield Scene(
                sentence=sentence,
                mentions=inside,
                brackets=tuple(_brackets(sentence.text)),
                borders=tuple(m.start() for m in _CLAUSE.finditer(sentence.text)),
                subject=subject,
            )


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in "([":
            opened.append(place)
        elif sign in ")]" and opened:
            yield opened.pop(), place + 1
