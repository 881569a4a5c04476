"""Files to slices: what is to be loaded, grouped by graph, with nothing of it held in memory."""

import tempfile
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from nosograph.errors import GraphError
from nosograph.stores.slices import Slice, Told, survey
from nosograph.stores.spilling import form, quads, spill

_BY_LINE: Final = {".nq", ".nt"}
Progress = Callable[[str, int, int], None]
"""Is told what is being done, how many bytes of it are done, and of how many."""


def silent(_doing: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def counter(progress: Progress, doing: str, total: int) -> Told:
    """Sum up what is told in steps."""
    done = 0

    def told(step: int) -> None:
        nonlocal done
        done += step
        progress(doing, min(done, total), total)

    return told


@contextmanager
def prepared(
    files: Sequence[Path], *, graph: str | None = None, checked: bool = True, progress: Progress = silent
) -> Iterator[tuple[Slice, ...]]:
    """Give the slices of all files together, each graph once, in the files' order where they are grouped by graph.

    N-Quads that are grouped by graph stay where they are; others are sorted into a temporary file. With `checked`,
    every line has been through a parser before a slice is given, so that a broken file changes no store.

    Raises:
        GraphError: a file that cannot be read, or holds no triple.
    """
    sizes = {path: _size(path) for path in files}
    total = sum(sizes.values())
    told = counter(progress, "reading", total)
    found = [survey(path, told) if path.suffix.lower() in _BY_LINE else None for path in files]
    slices = tuple(part for parts in found for part in parts or ())
    graphs = Counter(part.graph for part in slices)
    streamed = None not in found and max(graphs.values(), default=0) == 1 and not (graph and None in graphs)
    if streamed:
        if checked:
            check(files, counter(progress, "checking", total))
        yield slices
        return
    with tempfile.TemporaryDirectory(prefix="nosograph-") as folder:
        slices = spill(files, Path(folder), graph=graph, told=counter(progress, "sorting", total))
        if not slices:
            raise GraphError("there is no triple in it", where=", ".join(map(str, files)), mend="give a graph")
        yield slices


def _size(path: Path) -> int:
    form(path)
    try:
        if path.is_dir():
            raise GraphError("it is a folder", where=str(path), mend="give RDF files; the target comes last")
        return path.stat().st_size
    except OSError as error:
        raise GraphError(error.strerror or str(error), where=str(path), mend="give a readable file") from error


def check(files: Iterable[Path], told: Told = lambda _: None) -> None:
    """Parse files whole.

    Raises:
        GraphError: one is not well-formed; it says at which line.
    """
    for path in files:
        deque(quads(path), maxlen=0)
        told(path.stat().st_size)
