"""The folder of an Oxigraph store, as a place to load into.

A folder that is not there yet is built beside and then moved to its name: it is there whole or not at all.
"""

import gc
import io
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse

from nosograph.errors import StoreError
from nosograph.stores.slices import Slice, Told

_MARK: Final = "CURRENT"
"""RocksDB's own mark (https://github.com/facebook/rocksdb/wiki/MANIFEST)."""
_SORTED: Final = 200_000
"""Quads that the engine holds at a time; a quarter of a gigabyte, with the file's own sentences."""


class Embedded:
    """Hold a store in a folder; `fresh` says that it is not there yet."""

    def __init__(self, folder: Path) -> None:
        """Look whether the folder is, or may become, a store.

        Raises:
            StoreError: something else is in it.
        """
        self.folder = folder
        self.where = str(folder)
        self.fresh = not (folder / _MARK).is_file()
        if self.fresh and folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            seen = "the folder holds something else than an Oxigraph store" if folder.is_dir() else "it is a file"
            raise StoreError(seen, where=self.where, mend="give a store's folder, a new name, or http://…")

    @contextmanager
    def reading(self) -> Iterator["Contents | None"]:
        """Open it to count; None where it is not there yet."""
        if self.fresh:
            yield None
            return
        contents = Contents(_opened(self.folder, read_only=True))
        try:
            yield contents
        finally:
            contents.close()

    @contextmanager
    def writing(self) -> Iterator["Contents"]:
        """Open it to write; a new one takes its name when all went well.

        Raises:
            StoreError: another program writes to it, or it cannot be written to.
        """
        place = self.folder.with_name(self.folder.name + ".partial") if self.fresh else self.folder
        if self.fresh and place.exists():
            _discard(place)
        contents = Contents(_opened(place))
        try:
            yield contents
        except BaseException:
            contents.close()
            if self.fresh:
                shutil.rmtree(place, ignore_errors=True)
            raise
        contents.close()
        if self.fresh:
            place.replace(self.folder)
            self.fresh = False


class Contents:
    """Hold an open store."""

    def __init__(self, store: Store) -> None:
        """Take the store."""
        self._store: Store | None = store

    def close(self) -> None:
        """Let go of it: the engine closes when nobody holds it."""
        self._store = None
        gc.collect()

    @property
    def store(self) -> Store:
        """The store, while it is open."""
        assert self._store is not None  # noqa: S101 - nobody holds contents longer than the `with` that gave them
        return self._store

    def remove(self, graph: str | None, count: int) -> None:
        """Remove a graph with all its triples, so many; the engine holds in memory what one step removes."""
        triples = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
        for _ in range(0, count - _SORTED, _SORTED):
            self.store.update(f"DELETE {triples} WHERE {{ SELECT * {triples} LIMIT {_SORTED} }}")
        if graph is None:
            self.store.clear_graph(DefaultGraph())
        else:
            self.store.remove_graph(NamedNode(graph))

    def add(self, slices: Sequence[Slice], told: Told) -> None:
        """Add the quads of slices, a whole file at a time, of which the engine sorts so many at once in memory."""
        for _, same in groupby(slices, key=lambda part: part.path):
            parts = tuple(same)
            reader: Any = _Reader(parts, told)
            found = parse(input=reader, format=RdfFormat.N_QUADS, rename_blank_nodes=True)
            for _ in range(0, sum(part.count for part in parts), _SORTED):
                self.store.bulk_extend(islice(found, _SORTED))
        self.store.flush()

    def count(self, graph: str | None) -> int:
        """Count the triples of a graph."""
        pattern = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
        rows = self.store.query(f"SELECT (COUNT(*) AS ?n) {pattern}")
        found = next(iter(rows))["n"] if isinstance(rows, QuerySolutions) else None
        return int(found.value) if isinstance(found, Literal) else 0


class _Reader(io.RawIOBase):
    """Read slices that follow each other in one file, and tell how far it is."""

    def __init__(self, slices: tuple[Slice, ...], told: Told) -> None:
        super().__init__()
        self._stream = slices[0].path.open("rb", buffering=1 << 18)
        self._stream.seek(slices[0].start)
        self._left = slices[-1].end - slices[0].start
        self._told = told
        self._untold = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._stream.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(data)
        self._untold += len(data)
        if self._untold >= 1 << 20 or not data:
            self._told(self._untold)
            self._untold = 0
        return data

    def close(self) -> None:
        self._stream.close()
        super().close()


def recount(part: Slice, folder: Path) -> int:
    """Count what an Oxigraph store makes of a slice: terms written in two ways, such as 0.9 and 0.90, are one to it."""
    contents = Contents(Store(str(folder)))
    try:
        contents.add((part,), lambda _: None)
        return contents.count(part.graph)
    finally:
        contents.close()
        shutil.rmtree(folder, ignore_errors=True)


def _opened(folder: Path, *, read_only: bool = False) -> Store:
    try:
        return Store.read_only(str(folder)) if read_only else Store(str(folder))
    except (OSError, ValueError) as error:
        mend = "wait until no other program writes to it, and see that it may be written to"
        raise StoreError(f"the store cannot be opened: {error}"[:300], where=str(folder), mend=mend) from error


def _discard(partial: Path) -> None:
    """Clear away what an interrupted load left; what another program holds open at this moment stays."""
    Contents(_opened(partial)).close()
    shutil.rmtree(partial)
