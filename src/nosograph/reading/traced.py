"""Traced: text that knows where each of its characters stands in the source."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Step = tuple[int, int]
Edit = tuple[int, int, str]
_BEHIND: Final = 1 << 62
"""Greater than any offset."""


@dataclass(frozen=True, slots=True)
class Traced:
    """Hold text and its way back to the source, all in code points.

    Each step (offset in `text`, offset in the source) begins a stretch where both run side by side; steps ascend in the
    text and never descend in the source. The first stands at 0. What was put in (a blank between two cells) points
    at the place where it was put.

    >>> page = Traced.of("a fine  mess")
    >>> page.edited([(6, 8, " ")]).slice(7, 11)
    Traced(text='mess', steps=((0, 8),))
    """

    text: str
    steps: tuple[Step, ...] = ((0, 0),)

    @classmethod
    def of(cls, text: str, source: int = 0) -> "Traced":
        """Give text that stands in the source from `source` on, character by character."""
        return cls(text, ((0, source),))

    @classmethod
    def at(cls, text: str, source: int) -> "Traced":
        """Give text that the source does not hold so; all of it points at one place.

        >>> Traced.at("no", 7).steps
        ((0, 7), (1, 7))
        """
        return cls(text, tuple((offset, source) for offset in range(len(text))) or ((0, source),))

    def __len__(self) -> int:
        """Count the text's code points."""
        return len(self.text)

    def to_source(self, offset: int) -> int:
        """Give the source offset of the character at `offset`."""
        text, source = self.steps[max(bisect_right(self.steps, (offset, _BEHIND)) - 1, 0)]
        return source + offset - text

    @property
    def end(self) -> int:
        """The place behind the last character."""
        text, source = self.steps[-1]
        return source + len(self.text) - text

    def follows(self, source: int) -> bool:
        """Tell whether no character stands before `source`, nor before one that precedes it."""
        reached = source
        for (at, place), following in zip(self.steps, (*self.steps[1:], (len(self.text), 0)), strict=True):
            if place < reached:
                return False
            reached = place + max(following[0] - at - 1, 0)
        return True

    def slice(self, start: int, end: int) -> "Traced":
        """Cut out a stretch.

        >>> Traced.of("one two", 10).slice(4, 7)
        Traced(text='two', steps=((0, 14),))
        """
        if len(self.steps) == 1:
            text, source = self.steps[0]
            return Traced(self.text[start:end], ((0, source + start - text),))
        first = max(bisect_right(self.steps, (start, _BEHIND)) - 1, 0)
        text, source = self.steps[first]
        inside = self.steps[first + 1 : bisect_left(self.steps, (end,))]
        return Traced(self.text[start:end], ((0, source + start - text), *((at - start, to) for at, to in inside)))

    def strip(self, characters: str | None = None) -> "Traced":
        """Cut blanks, or the given characters, off both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        end = max(start, len(self.text.rstrip(characters)))
        return self if end - start == len(self.text) else self.slice(start, end)

    def edited(self, edits: Iterable[Edit]) -> "Traced":
        """Replace stretches (start, end, new text); they ascend and do not overlap."""
        changes = [*edits]
        if not changes:
            return self
        made = _Writing()
        if len(self.steps) == 1:
            self._write(made, changes)
        else:
            self._write_stepwise(made, changes)
        return made.written()

    def _write(self, made: "_Writing", changes: list[Edit]) -> None:
        """Write the text with changes where all of it runs beside the source: most texts, and all whole sources."""
        shift = self.steps[0][1] - self.steps[0][0]
        done = 0
        for start, end, new in (*changes, (len(self.text), len(self.text), "")):
            if start > done:
                made.put(self.text[done:start], done + shift)
            if new:
                made.put(new, start + shift)
            done = end

    def _write_stepwise(self, made: "_Writing", changes: list[Edit]) -> None:
        steps, last = self.steps, len(self.steps) - 1
        done = at = 0
        for start, end, new in (*changes, (len(self.text), len(self.text), "")):
            if start > done:
                while at < last and steps[at + 1][0] <= done:
                    at += 1
                made.step(0, steps[at][1] + done - steps[at][0])
                while at < last and steps[at + 1][0] < start:
                    at += 1
                    made.step(steps[at][0] - done, steps[at][1])
                made.write(self.text[done:start])
            if new:
                made.step(0, self.to_source(start))
                made.write(new)
            done = end


class _Writing:
    """Hold a text while it is put together."""

    __slots__ = ("ahead", "length", "steps", "words")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.words: list[str] = []
        self.steps: list[Step] = []
        self.length = 0
        self.ahead: int | None = None

    def put(self, words: str, source: int) -> None:
        """Write words, at least one letter, that stand in the source from a place on; steps all through `put` alone."""
        if source - self.length != self.ahead:
            self.ahead = source - self.length
            self.steps.append((self.length, source))
        self.words.append(words)
        self.length += len(words)

    def step(self, ahead: int, source: int) -> None:
        """Say where the character `ahead` of what is written stands; a step that changes nothing is left out."""
        at = self.length + ahead
        if self.steps:
            last, place = self.steps[-1]
            if place - last == source - at:
                return
            if last == at:
                self.steps.pop()
        self.steps.append((at, source))

    def write(self, words: str) -> None:
        """Write on."""
        self.words.append(words)
        self.length += len(words)

    def written(self) -> Traced:
        """Give what was written."""
        return Traced("".join(self.words), tuple(self.steps) or ((0, 0),))


def join(parts: Iterable[Traced], separator: str = "") -> Traced:
    """Put texts one after the other, the separator between them.

    >>> join([Traced.of("a", 3), Traced.of("b", 9)], " | ")
    Traced(text='a | b', steps=((0, 3), (4, 9)))
    """
    return chain(("" if index == 0 else separator, part) for index, part in enumerate(parts))


def chain(parts: Iterable[tuple[str, Traced]]) -> Traced:
    """Put texts one after the other, each behind its own separator.

    A separator points at the characters behind the text before it, but never beyond where the next text stands.
    """
    made = _Writing()
    for separator, part in parts:
        if separator:
            last, place = made.steps[-1] if made.steps else (made.length, 0)
            end = place + made.length - last
            if part.steps[0][1] < end + len(separator):
                made.steps += [(made.length + at, min(end + at, part.steps[0][1])) for at in range(len(separator))]
            made.write(separator)
        for at, source in part.steps:
            made.step(at, source)
        made.write(part.text)
    return made.written()
