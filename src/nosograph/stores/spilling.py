"""Quads of any file, sorted by graph on disk: sorted runs that fit in memory, then one merge.

Sorting also drops quads that stand twice. What is needed is room for the file twice, in the folder for temporary files.
"""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import IO, Final

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse

from nosograph.errors import GraphError
from nosograph.graph import FORMATS
from nosograph.stores.slices import Slice, Told

RUN: Final = 40_000_000
"""Bytes of lines held in memory at a time."""
_MERGED: Final = 64
"""Runs merged at a time; each holds a file open."""
_BETWEEN: Final = "\t"
"""Stands between graph and triple in a run: N-Triples escapes it in literals, and IRIs have none."""


def quads(path: Path, *, renamed: bool = False) -> Iterator[Quad]:
    """Parse a file; its ending says the format. With `renamed`, its blank nodes get names that no other file has.

    Raises:
        GraphError: it is missing, of another ending, or not well-formed, with line and column.
    """
    try:
        yield from parse(path=str(path), format=form(path), rename_blank_nodes=renamed)
    except OSError as error:
        raise GraphError(error.strerror or str(error), where=str(path), mend="give a readable file") from error
    except (SyntaxError, ValueError) as error:
        raise _not_well_formed(error, path) from error


def form(path: Path) -> RdfFormat:
    """Give the format that a file's ending names."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        mend = "give one of " + " ".join(FORMATS)
        raise GraphError(f"the ending {path.suffix or '(none)'!r} names no RDF format", where=str(path), mend=mend)
    return found


def spill(files: Iterable[Path], folder: Path, *, graph: str | None, told: Told) -> tuple[Slice, ...]:
    """Write the quads of all files, grouped by graph, to a file in `folder`; triples of no graph go to `graph`."""
    runs: list[Path] = []
    held: list[str] = []
    size = 0
    for line in _lines(files, graph):
        held.append(line)
        size += len(line)
        if size >= RUN:
            runs.append(_run(held, folder / f"run-{len(runs)}"))
            told(size)
            held, size = [], 0
    runs.append(_run(held, folder / f"run-{len(runs)}"))
    held = []
    number = len(runs)
    while len(runs) > _MERGED:
        merged, number = folder / f"run-{number}", number + 1
        with merged.open("w", encoding="utf-8", newline="\n") as stream, ExitStack() as stack:
            stream.writelines(_merge(runs[:_MERGED], stack))
        for path in runs[:_MERGED]:
            path.unlink()
        runs = [*runs[_MERGED:], merged]
    slices = _written(runs, folder / "sorted.nq")
    for path in runs:
        path.unlink()
    return slices


def _lines(files: Iterable[Path], graph: str | None) -> Iterator[str]:
    for path in files:
        for quad in quads(path, renamed=True):
            name = _graph(quad, path)
            yield f"{name or graph or ''}{_BETWEEN}{quad.subject} {quad.predicate} {_term(quad.object)}\n"


def _term(term: object) -> str:
    return f"<<( {term.subject} {term.predicate} {_term(term.object)} )>>" if isinstance(term, Triple) else str(term)


def _graph(quad: Quad, path: Path) -> str:
    name = quad.graph_name
    if isinstance(name, NamedNode):
        return name.value
    if isinstance(name, BlankNode):
        raise GraphError(
            f"the graph _:{name.value} has no IRI, so it could not be found again", where=str(path), mend="name it"
        )
    assert isinstance(name, DefaultGraph)  # noqa: S101 - the three kinds of graph name there are
    return ""


def _run(lines: list[str], path: Path) -> Path:
    lines.sort()
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(lines)
    return path


def _merge(runs: Iterable[Path], stack: ExitStack) -> Iterator[str]:
    streams: list[IO[str]] = [stack.enter_context(run.open(encoding="utf-8", newline="\n")) for run in runs]
    return (line for line, _ in groupby(heapq.merge(*streams)))


def _written(runs: Iterable[Path], path: Path) -> tuple[Slice, ...]:
    """Merge the runs into one N-Quads file, and give its slices."""
    slices: list[Slice] = []
    at = 0
    with path.open("wb") as stream, ExitStack() as stack:
        for name, lines in groupby(_merge(runs, stack), key=lambda line: line[: line.index(_BETWEEN)]):
            start, count, blank = at, 0, False
            skipped, end = len(name) + len(_BETWEEN), f" <{name}> .\n" if name else " .\n"
            for line in lines:
                written = (line[skipped:-1] + end).encode()
                at += stream.write(written)
                count += 1
                blank = blank or "_:" in line
            slices.append(Slice(path=path, start=start, end=at, graph=name or None, count=count, blank=blank))
    return tuple(slices)


def _not_well_formed(error: Exception, path: Path) -> GraphError:
    line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
    where = str(path) + (f":{line}" if line else "") + (f":{column}" if line and column else "")
    message = str(error.args[0] if error.args else error)
    if "LoadDocumentCallback" in message:
        return GraphError("the JSON-LD names a context elsewhere", where=where, mend="put the context inline")
    return GraphError(
        f"not well-formed: {message}"[:300], where=where, mend="check the file with the tool that wrote it"
    )
