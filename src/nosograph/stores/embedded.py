"""The folder of an Oxigraph store, as a place to load into.

A folder that is not there yet is built beside and then moved to its name: it is there whole or not at all.
"""

import gc
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import groupby, islice
from pathlib import Path
from threading import Lock
from typing import Any, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse

from nosograph.errors import StoreError
from nosograph.stores.batches import Reader, batched, ordered
from nosograph.stores.slices import Slice, Told

_MARK: Final = "CURRENT"
"""RocksDB's own mark (https://github.com/facebook/rocksdb/wiki/MANIFEST)."""
_SORTED: Final = 150_000
"""Quads that the engine sorts in memory at a time, in each of two threads: about 0.16 GB each, and as much besides."""
_REMOVED: Final = 60_000
"""Quads removed before the engine writes down that they are: until then it holds each six times, 2 kB in all."""
_THREADS: Final = 2
_MERGERS: Final = "rocksdb:low"
"""What RocksDB calls the threads that merge its files."""


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
        self._removed = 0

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
        for _ in range(0, count - _REMOVED, _REMOVED):
            self.store.update(f"DELETE {triples} WHERE {{ SELECT * {triples} LIMIT {_REMOVED} }}")
            self._write_down(_REMOVED)
        if graph is None:
            self.store.clear_graph(DefaultGraph())
        else:
            self.store.remove_graph(NamedNode(graph))
        self._write_down((count - 1) % _REMOVED + 1)

    def _write_down(self, removed: int) -> None:
        self._removed += removed
        if self._removed >= _REMOVED:
            self.store.flush()
            self._removed = 0

    def add(self, slices: Sequence[Slice], told: Told) -> None:
        """Add the quads of slices, so many at a time; one parser reads all of a file that may hold a blank node."""
        count = sum(part.count for part in slices)
        order = ordered if count > _SORTED else tuple
        plain = order([part for part in slices if not part.blank])
        blank = [part for part in slices if part.blank]
        lock = Lock()

        def safely(step: int) -> None:
            with lock:
                told(step)

        def load(batch: Sequence[Slice]) -> None:
            _yielding()
            reader: Any = Reader(batch, safely)
            self.store.bulk_load(input=reader, format=RdfFormat.N_QUADS)

        _each(load, batched(plain, _SORTED))
        for _, same in groupby(blank, key=lambda part: part.path):
            parts = order(list(same))
            reader: Any = Reader(parts, told)
            found = parse(input=reader, format=RdfFormat.N_QUADS, rename_blank_nodes=True)
            for _ in range(0, sum(part.count for part in parts), _SORTED):
                self.store.bulk_extend(islice(found, _SORTED))

    def count(self, graph: str | None) -> int:
        """Count the triples of a graph."""
        pattern = "{ ?s ?p ?o }" if graph is None else f"{{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
        rows = self.store.query(f"SELECT (COUNT(*) AS ?n) {pattern}")
        found = next(iter(rows))["n"] if isinstance(rows, QuerySolutions) else None
        return int(found.value) if isinstance(found, Literal) else 0

    def counts(self, graphs: Sequence[str | None]) -> list[int]:
        """Count the triples of each graph."""
        with ThreadPoolExecutor(_THREADS) as pool:
            return list(pool.map(self.count, graphs))


def _each(act: Callable[[tuple[Slice, ...]], None], batches: Iterable[tuple[Slice, ...]]) -> None:
    """Do it with each, in two threads; after an error nothing new is begun."""
    pool = ThreadPoolExecutor(_THREADS)
    try:
        deque(pool.map(act, batches), maxlen=0)
    finally:
        pool.shutdown(cancel_futures=True)


def _yielding() -> None:
    """Let the engine's merging wait for the loading, where threads can be ranked (Linux).

    It would merge what has come with all that was there again and again, four times what a load writes. `oxigraph load`
    leaves a store as unmerged: it is merged when it is next written to.
    """
    for task in Path("/proc/self/task").glob("*/comm"):
        with suppress(OSError):
            if task.read_text().startswith(_MERGERS):
                os.setpriority(os.PRIO_PROCESS, int(task.parent.name), 19)


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
