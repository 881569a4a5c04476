"""A stretch of an N-Quads file that holds one graph, and the survey that finds such stretches.

https://www.w3.org/TR/n-quads/. The survey only looks at where lines end: a real parser reads them later.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

BLOCK: Final = 1 << 18
"""Bytes read at a time."""

_TERM: Final = rb'(?:<[^<>"\s]*>|_:[^\s<>"]+)'
_LINE: Final = re.compile(
    _TERM + rb' <[^<>"\s]*> (?:' + _TERM + rb'|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^<>"\s]*>)?)(?: <([^<>"\s]*)>)? \.\n'
)
"""A line as N-Quads writers write it; its group is the graph's IRI."""

_TRIPLE: Final = re.compile(rb"\n[ \t]*(?:<[^>\n]*>|_:[^ \t\n]*)[ \t]*<[^>\n]*>[ \t]*<[^>\n]*> \.\n")
"""A triple of no graph whose object is an IRI; begun with the end of the line before, it is found ten times as fast."""

_TAB, _END, _SPACE = b"\t\n "
_SPACES: Final = 4
"""In a quad whose object is no literal; a literal may hold more."""

Told = Callable[[int], None]
"""Is told how many bytes were gone through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Hold where the quads of one graph stand: bytes `start` to `end` of an N-Quads file, a line a quad.

    `graph` is its IRI, None the default graph. `count` is the number of lines; `blank` says that one may hold
    a blank node.
    """

    path: Path
    start: int
    end: int
    graph: str | None
    count: int
    blank: bool

    @property
    def name(self) -> str:
        """What people call the graph."""
        return self.graph or "the default graph"

    @property
    def suffix(self) -> bytes:
        """How each of its lines ends."""
        return b" .\n" if self.graph is None else f" <{self.graph}> .\n".encode()

    @property
    def size(self) -> int:
        """Count the bytes of its triples as N-Triples."""
        return self.end - self.start - self.count * (len(self.suffix) - len(b" .\n"))


def blocks(path: Path, start: int = 0, end: int | None = None) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks that end with a line; a last line without its end comes as it is."""
    with path.open("rb") as stream:
        stream.seek(start)
        left = (path.stat().st_size if end is None else end) - start
        rest = b""
        while left > 0 and (read := stream.read(min(BLOCK, left))):
            left -= len(read)
            cut = read.rfind(b"\n") + 1
            if cut:
                yield rest + read[:cut]
                rest = read[cut:]
            else:
                rest += read
        if rest:
            yield rest


def survey(path: Path, told: Told = lambda _: None) -> tuple[Slice, ...] | None:
    """Find the graphs of an N-Quads file; None where they are not grouped, or a line is not written as writers do."""
    found = _Survey(path)
    for block in blocks(path):
        told(len(block))
        at = found.run(block, 0)
        while at < len(block):
            end = block.find(b"\n", at) + 1 or len(block)
            opened = found.line(block[at:end])
            if opened is None:
                return None
            at = found.run(block, end) if opened else end
    return found.slices()


class _Survey:
    """Go through a file: a graph's first line is read, those that follow it are only counted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._done: dict[str | None, Slice] = {}
        self._graph: str | None = None
        self._begun = False
        self._start = self._at = self._count = 0
        self._blank = False
        self._suffix = b""

    def run(self, block: bytes, at: int) -> int:
        """Take the lines from `at` on that end with the graph at hand; give where they end, `at` where in doubt."""
        if self._graph is None:
            return at
        end = block.rfind(self._suffix, at) + len(self._suffix)
        if end < at + len(self._suffix):
            return at
        lines = block.count(b"\n", at, end)
        if block.count(self._suffix, at, end) != lines:
            return at
        if _triple(block[at:end]):  # where its object is this graph, it ends the same way
            return at
        self._take(end - at, lines, blank=block.find(b"_:", at, end) >= 0)
        return end

    def line(self, line: bytes) -> bool | None:
        """Take one line, and say whether it opened a graph; None where it is not as expected, or its graph was done."""
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        graph = None if match[1] is None else match[1].decode()
        opened = not self._begun or graph != self._graph
        if opened:
            self._close()
            if graph in self._done:
                return None
            self._open(graph)
        self._take(len(line), 1, blank=b"_:" in line)
        return opened

    def slices(self) -> tuple[Slice, ...]:
        self._close()
        return tuple(self._done.values())

    def _take(self, size: int, lines: int, *, blank: bool) -> None:
        self._at += size
        self._count += lines
        self._blank |= blank

    def _open(self, graph: str | None) -> None:
        self._graph, self._begun = graph, True
        self._start, self._count, self._blank = self._at, 0, False
        self._suffix = f" <{graph}> .\n".encode()

    def _close(self) -> None:
        if self._begun:
            self._done[self._graph] = Slice(
                path=self._path,
                start=self._start,
                end=self._at,
                graph=self._graph,
                count=self._count,
                blank=self._blank,
            )


def _triple(lines: bytes) -> bool:
    """Say whether one of lines that end alike may be a triple: with single spaces, it has three and a quad four.

    Counting them takes a sixth of the time of the expression that any spacing needs.
    """
    codes = np.frombuffer(lines, np.uint8)
    spaces, ends = np.flatnonzero(codes == _SPACE), np.flatnonzero(codes == _END)
    starts = np.append(0, ends[:-1] + 1)
    if (np.diff(spaces) == 1).any() or (codes == _TAB).any() or (codes[starts] == _SPACE).any():
        return _TRIPLE.search(b"\n" + lines) is not None
    return bool(np.diff(np.searchsorted(spaces, ends), prepend=0).min() < _SPACES)


class Body:
    """Give the triples of a slice as N-Triples, block by block and as often as asked, with the length known before."""

    def __init__(self, part: Slice, told: Told = lambda _: None) -> None:
        """Take the slice; `told` hears of each block that was handed on."""
        self._slice = part
        self._told = told

    def __len__(self) -> int:
        """Count the bytes, for the Content-Length."""
        return self._slice.size

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes; each line loses its graph."""
        part = self._slice
        for block in blocks(part.path, part.start, part.end):
            yield block if part.graph is None else block.replace(part.suffix, b" .\n")
            self._told(len(block))


def parted(part: Slice, most: int) -> Iterator[Slice]:
    """Yield the slice in pieces of about `most` bytes; one that may hold a blank node stays whole."""
    if part.blank or part.size <= most:
        yield part
        return
    start, end, count = part.start, part.start, 0
    for block in blocks(part.path, part.start, part.end):
        end += len(block)
        count += block.count(b"\n")
        if end - start >= most:
            yield Slice(path=part.path, start=start, end=end, graph=part.graph, count=count, blank=False)
            start, count = end, 0
    if count:
        yield Slice(path=part.path, start=start, end=end, graph=part.graph, count=count, blank=False)


class Quads:
    """Give the quads of adjacent slices as N-Quads, as `Body` gives triples."""

    def __init__(self, slices: Sequence[Slice], told: Told = lambda _: None) -> None:
        """Take the slices; `told` hears of each block that was handed on."""
        self._path, self._start, self._end = slices[0].path, slices[0].start, slices[-1].end
        self._told = told

    def __len__(self) -> int:
        """Count the bytes, for the Content-Length."""
        return self._end - self._start

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes."""
        for block in blocks(self._path, self._start, self._end):
            yield block
            self._told(len(block))


def together(slices: Iterable[Slice], most: int, graphs: int) -> Iterator[tuple[Slice, ...]]:
    """Yield adjacent named graphs in batches of at most so many bytes and graphs; what is larger stands alone."""
    batch: list[Slice] = []
    for part in slices:
        adjacent = bool(batch) and batch[-1].path == part.path and batch[-1].end == part.start
        named = part.graph is not None and bool(batch) and batch[-1].graph is not None
        if not (adjacent and named and part.end - batch[0].start <= most and len(batch) < graphs):
            if batch:
                yield tuple(batch)
            batch = []
        batch.append(part)
    if batch:
        yield tuple(batch)
