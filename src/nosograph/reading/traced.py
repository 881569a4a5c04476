"""Traced: text that knows where each of its characters stands in the source."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
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

    def __len__(self) -> int:
        """Count the text's code points."""
        return len(self.text)

    def to_source(self, offset: int) -> int:
        """Give the source offset of the character at `offset`."""
        text, source = self.steps[max(bisect_right(self.steps, (offset, _BEHIND)) - 1, 0)]
        return source + offset - text

    def slice(self, start: int, end: int) -> "Traced":
        """Cut out a stretch.

        >>> Traced.of("one two", 10).slice(4, 7)
        Traced(text='two', steps=((0, 14),))
        """
        first = max(bisect_right(self.steps, (start, _BEHIND)) - 1, 0)
        text, source = self.steps[first]
        inside = self.steps[first + 1 : bisect_left(self.steps, (end,))] if len(self.steps) > 1 else ()
        return Traced(self.text[start:end], ((0, source + start - text), *((at - start, to) for at, to in inside)))

    def strip(self, characters: str | None = None) -> "Traced":
        """Cut blanks, or the given characters, off both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        end = max(start, len(self.text.rstrip(characters)))
        return self if end - start == len(self.text) else self.slice(start, end)

    def edited(self, edits: Iterable[Edit]) -> "Traced":
        """Replace stretches (start, end, new text); they ascend and do not overlap."""
        return join(self._kept(edits))

    def _kept(self, edits: Iterable[Edit]) -> Iterator["Traced"]:
        done = 0
        for start, end, new in edits:
            if start > done:
                yield self.slice(done, start)
            if new:
                yield Traced(new, ((0, self.to_source(start)),))
            done = end
        if done < len(self.text):
            yield self.slice(done, len(self.text))


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
    words: list[str] = []
    steps: list[Step] = []
    length = 0
    for separator, part in parts:
        if separator:
            end = steps[-1][1] + length - steps[-1][0] if steps else 0
            if part.steps[0][1] < end + len(separator):
                steps += [(length + at, min(end + at, part.steps[0][1])) for at in range(len(separator))]
            words.append(separator)
            length += len(separator)
        for at, source in part.steps:
            if not steps or steps[-1][1] - steps[-1][0] != source - length - at:
                if steps and steps[-1][0] == length + at:
                    steps.pop()
                steps.append((length + at, source))
        words.append(part.text)
        length += len(part.text)
    return Traced("".join(words), tuple(steps) or ((0, 0),))
