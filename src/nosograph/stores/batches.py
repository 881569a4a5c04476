"""Slices to batches: as many quads as the engine sorts in memory at a time, in the order in which it keeps graphs.

Three of its six indexes begin with the graph: batches in that order stand apart there, and are never merged.
"""

import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad, Store

from nosograph.stores.slices import Slice, Told, parted


def ordered(slices: Sequence[Slice]) -> tuple[Slice, ...]:
    """Sort slices as the engine sorts their graphs, which it is asked for; the default graph comes first."""
    names = [NamedNode(part.graph) for part in slices if part.graph is not None]
    if len(names) < 2:  # noqa: PLR2004 - nothing to sort
        return tuple(slices)
    with tempfile.TemporaryDirectory(prefix="nosograph-") as folder:
        store = Store(folder)
        store.bulk_extend(Quad(name, name, name, name) for name in names)
        places = {name.value: place for place, name in enumerate(store.named_graphs())}
        del store
    return tuple(sorted(slices, key=lambda part: -1 if part.graph is None else places[part.graph]))


def batched(slices: Iterable[Slice], most: int) -> Iterator[tuple[Slice, ...]]:
    """Yield slices in batches of at most about `most` quads; a slice of more comes in pieces, each on its own."""
    batch: list[Slice] = []
    count = 0
    for part in slices:
        if batch and count + part.count > most:
            yield tuple(batch)
            batch, count = [], 0
        if part.count > most:
            yield from ((piece,) for piece in parted(part, part.size * most // part.count))
        else:
            batch.append(part)
            count += part.count
    if batch:
        yield tuple(batch)


class Reader(io.RawIOBase):
    """Read slices one after the other, in the order given, and tell how far it is."""

    def __init__(self, slices: Iterable[Slice], told: Told) -> None:
        """Take the slices."""
        super().__init__()
        self._parts = iter(slices)
        self._stream: io.FileIO | None = None
        self._left = 0
        self._told = told
        self._untold = 0

    def readable(self) -> bool:
        """Say yes."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Give at most so many bytes; none at the end."""
        if not self._left and (part := next(self._parts, None)):
            if self._stream is None or self._stream.name != part.path:
                self._close()
                self._stream = io.FileIO(part.path)
            self._stream.seek(part.start)
            self._left = part.end - part.start
        data = b""
        if self._stream is not None:
            data = self._stream.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(data)
        self._untold += len(data)
        if self._untold >= 1 << 20 or not self._left:
            self._told(self._untold)
            self._untold = 0
        return data

    def close(self) -> None:
        """Close the file."""
        self._close()
        super().close()

    def _close(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None
