"""Articles to tasks: each with a name of its own, found before any of them is worked on.

So the names do not depend on which article is done first, or on whether another one can be read.
"""

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Final

from nosograph.errors import NosographError
from nosograph.pipeline.gathering import STDIN
from nosograph.reading import read, slug_of

_LARGEST: Final = (64 << 20) + 1
"""Bytes to take from standard input: one more than reading takes, so that it can refuse them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Hold one article to export: its place, the bytes where that is standard input, and the name of its files.

    Without a slug it has the one that reading gives it. `namesake` is the place of the article that has its name.
    """

    source: str
    data: bytes | None = None
    slug: str = ""
    namesake: str = ""


class StandardInput(BytesIO):
    """Hold what came from standard input, for a process that has none."""

    name = "standard input"


def named(sources: Sequence[str]) -> tuple[Task, ...]:
    """Give each article its name; of several with one, the first keeps it and the others are numbered from 2."""
    data = [_standard_input() if source == STDIN else None for source in sources]
    own = [_slug(source, came) for source, came in zip(sources, data, strict=True)]
    taken = set(own)
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    first: dict[str, str] = {}
    tasks = []
    for source, came, slug in zip(sources, data, own, strict=True):
        name, namesake = slug, first.setdefault(slug, source) if slug else source
        if namesake != source:
            name = next(n for number in numbers[slug] if (n := f"{slug}-{number}") not in taken)
            taken.add(name)
        tasks.append(Task(source=source, data=came, slug=name, namesake=namesake if namesake != source else ""))
    return tuple(tasks)


def _slug(source: str, data: bytes | None) -> str:
    """Give an article's own slug; one that only the title tells is read, and what cannot be read has none."""
    try:
        own = slug_of(source) if data is None else ""
        return own or read(source if data is None else StandardInput(data)).slug
    except (NosographError, OSError, ValueError):
        return ""


def _standard_input() -> bytes:
    try:
        came: bytes | str = getattr(sys.stdin, "buffer", sys.stdin).read(_LARGEST)
    except (OSError, ValueError):  # closed: as good as empty, and so it is refused
        return b""
    return came.encode() if isinstance(came, str) else came
