"""Scene: one sentence with what is named in it, and how its parts lie to each other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nosograph.extraction._sieve import Words
from nosograph.model import Concept, Kind, Mention, SectionRole, Sentence

CELLS: Final = " | "
"""What parts the cells of a table's or an infobox's row."""
_WORD: Final = re.compile(r"[\w'\u2019-]+")
_BRACKET: Final = re.compile(r"[()\[\]]")
NEW_CLAUSE: Final = re.compile(r", (?:and|but|while) ")
"""What begins a clause of its own behind a comma."""

IN_ANOTHER: Final = re.compile(r"(?:in|with|unlike)(?: in| with)? ", re.IGNORECASE)
"""How a sentence begins that goes on to tell what another disease, named at once, is like."""
_BRACKETED: Final = re.compile(r"\([^()]*\)")
"""What is said in brackets ends no clause around them."""

_CLAUSE: Final = re.compile(
    r";|, (?:but|while|whereas|although|though|since|because|unless|therefore|thus|hence|"
    r"so(?! (?:that|far|called|on|much|long|as)\b|-)|"
    r"as (?:it|they|this|these|the|[\w-]+ (?:is|are|was|were|has|have|can|may)))\b| (?:but|whereas|although|though"
    r"|while(?= (?:others|some|most|many|the others?)\b)) "
)


_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|may|can|might|could|will|would|should|must|do|does|did|not|however|it|they|he"
    r"|she|there|this|these|those|others?|some|most|many|its|their|thus|hence|therefore|also|rarely|sometimes|usually|often"
    r"|precedes?|follows?|accompanies|occurs?|causes?|caused|includes?|leads?|results?|develops?|affects?|appears?|remains?|requires?|tends?|shows?)\b"
)
"""What tells a clause from a member of a list."""

_CONCEDED: Final = re.compile(
    r"\s*(?:although|though|while|whereas|unlike|in contrast (?:to|with)|as opposed to|contrary to"
    r"|compared (?:to|with)) (?!(?:it|this|these|the (?:disease|disorder|condition|syndrome|illness))\b)[^,;]*,"
    r"(?! (?:which|who|where|when|in which|and|or|as)\b)"
)
"""A clause that opens a sentence and ends at its comma: "Although A is common, B", "In contrast to A, B"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Hold a form of a disease: its own concept, of the text's words; none where a text does not name it.

    `numbered` is true of a type told by a number, whose genes are the disease's. `place` is where a sentence names it,
    in code points from the sentence's start; None where it is taken up from before. `opens` is true where the sentence
    begins with it, so that the next ones may go on to speak of it.
    """

    concept: Concept | None
    numbered: bool
    place: tuple[int, int] | None
    opens: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Hold which disease a sentence is about, and how it says so.

    `subject` is the disease, `foreign` true where the sentence speaks of another instead; `about` says in plain English
    by what words, `weight` (0..1) how surely. `lead` is what the sentence continues: that which introduces its list,
    or the sentence before it in its paragraph; `following` is the sentence after it there. `row_of` is the disease of
    whose types the row of a table names one. `opened` is what is named in the sentence that introduces its list.
    `form` is the form of the disease that alone the sentence is about.
    """

    subject: Concept
    foreign: bool
    about: str
    weight: float
    lead: str
    following: str = ""
    row_of: Concept | None = None
    opened: tuple[Mention, ...] = ()
    form: Form | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """Hold a sentence, what it is about, the mentions within it in order, its words, brackets and clause borders.

    `letters` are its text as cues look at it. `brackets` are the places where the innermost pair changes, with its
    bounds; `begins` the mentions' beginnings. All places are code points from the sentence's start.
    """

    sentence: Sentence
    topic: Topic
    mentions: tuple[Mention, ...]
    letters: Words
    words: tuple[tuple[int, int], ...]
    brackets: tuple[tuple[int, int, int], ...]
    borders: tuple[int, ...]
    begins: tuple[int, ...]

    @property
    def subject(self) -> Concept:
        """The disease it is about."""
        return self.topic.subject

    @property
    def lower(self) -> str:
        """The sentence's words in lower case."""
        return self.letters.lower

    @property
    def beginnings(self) -> frozenset[str]:
        """The beginnings of the sentence's words."""
        return self.letters.beginnings

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.sentence.text

    @property
    def role(self) -> SectionRole:
        """The part its section plays."""
        return self.sentence.role

    def start(self, mention: Mention) -> int:
        """Give where a mention begins in the sentence."""
        return mention.start - self.sentence.start

    def end(self, mention: Mention) -> int:
        """Give where a mention ends in the sentence."""
        return mention.end - self.sentence.start

    def words_between(self, left: int, right: int) -> int:
        """Count the words that begin between two places."""
        return max(0, bisect_left(self.words, (right, 0)) - bisect_left(self.words, (left, 0)))

    def back(self, place: int, words: int) -> int:
        """Give the place `words` words before `place`."""
        first = bisect_left(self.words, (place, 0)) - words
        return self.words[first][0] if first >= 0 else 0

    def bracket(self, place: int) -> tuple[int, int]:
        """Give the bounds of the innermost brackets around a place; those of the sentence where it stands in none."""
        at = bisect_right(self.brackets, (place, len(self.text), 0)) - 1
        return self.brackets[at][1:] if at >= 0 else (0, len(self.text))

    def brackets_before(self, place: int) -> list[tuple[int, int]]:
        """Give the brackets that open and close before a place, each once, with their bounds."""
        whole = (0, len(self.text))
        found = {(left, right) for _, left, right in self.brackets if right <= place and (left, right) != whole}
        return [pair for pair in found if not any(a <= pair[0] and pair[1] <= b for a, b in found - {pair})]

    def ahead(self, place: int, words: int) -> int:
        """Give the place where the `words`th word after `place` ends."""
        last = bisect_left(self.words, (place, 0)) + words - 1
        return self.words[last][1] if last < len(self.words) else len(self.text)

    def within_bracket(self, cue: int, place: int) -> bool:
        """Say whether a cue reaches a place: one inside brackets reaches no further than they do."""
        left, right = self.bracket(cue)
        return left <= place < right

    def same_clause(self, left: int, right: int) -> bool:
        """Say whether no clause ends between two places."""
        return bisect_left(self.borders, left) == bisect_left(self.borders, right)

    def clause(self, place: int) -> tuple[int, int]:
        """Give the clause in which a place lies."""
        after = bisect_right(self.borders, place)
        left = self.borders[after - 1] if after else 0
        return left, self.borders[after] if after < len(self.borders) else len(self.text)

    def near(self, left: int, right: int) -> tuple[Mention, ...]:
        """Give the mentions that begin between two places."""
        return self.mentions[bisect_left(self.begins, left) : bisect_left(self.begins, right)]

    def others(self, left: int, right: int) -> Iterator[Mention]:
        """Yield the mentions, between two places, of diseases that the sentence is not about."""
        curie = self.subject.curie
        return (m for m in self.near(left, right) if m.concept.kind is Kind.DISEASE and m.concept.curie != curie)


def introduction(sentence: Sentence) -> str:
    """Give the words that stand before an item of a list where both are read as one sentence; none without a lead."""
    return f"{sentence.lead_in.text.rstrip(' :.')} " if sentence.lead_in is not None else ""


def scene(sentence: Sentence, words: Words, mentions: tuple[Mention, ...], topic: Topic) -> Scene:
    """Lay out a sentence: its words, brackets and clauses."""
    return Scene(
        sentence=sentence,
        topic=topic,
        mentions=mentions,
        letters=words,
        words=tuple([m.span() for m in _WORD.finditer(sentence.text)]),
        brackets=tuple(_brackets(sentence.text)),
        begins=tuple([m.start - sentence.start for m in mentions]),
        borders=tuple(_borders(_BRACKETED.sub(_blank, words.lower))),
    )


def _borders(lower: str) -> list[int]:
    """Give where clauses end: before some conjunctions, and after a clause that opens with one."""
    borders = [found.start() for found in _CLAUSE.finditer(lower) if found[0] != ";" or _goes_on(lower, found.end())]
    opening = _CONCEDED.match(lower)
    return sorted({*borders, opening.end() - 1}) if opening is not None else borders


def _goes_on(lower: str, place: int) -> bool:
    """Say whether a new clause begins behind a semicolon, not one more member of a list."""
    end = lower.find(";", place)
    return _VERB.search(lower, place, end if end >= 0 else len(lower)) is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _brackets(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where the innermost pair of brackets changes: the place, and that pair's bounds from there on."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for found in _BRACKET.finditer(text):
        if found[0] in "([":
            opened.append(found.start())
        elif opened:
            closed[opened.pop()] = found.end()
    around = [(0, len(text))]
    ends = set(closed.values())
    for place in sorted(closed.keys() | ends):
        while len(around) > 1 and around[-1][1] <= place:
            around.pop()
        if place in closed:
            around.append((place, closed[place]))
        yield place, *around[-1]
