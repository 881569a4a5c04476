"""Graphs of many articles to one file, without ever holding more than one of them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

from nosograph.errors import InputError
from nosograph.serialization import growing_file

Joiner = Callable[[bytes], bytes]
_PREFIX: Final = b"@prefix "


def merged_format(path: Path) -> str:
    """Give the format of a merged file, by its ending.

    Raises:
        InputError: it is none that keeps the articles apart.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in _JOINERS:
        endings = " or ".join(f"*.{key}" for key in _JOINERS)
        raise InputError("a merged dataset keeps its articles apart", where=str(path), mend=f"name it {endings}")
    return form


@contextmanager
def merging(path: Path) -> Iterator[Callable[[bytes], object]]:
    """Lend what adds one article's graphs, as the writer of the file's format gives them, to the file.

    It takes its place at the end, whole; where the block fails, or no article was added, what was there stays.

    Raises:
        OutputError: it cannot be written.
    """
    joined = _JOINERS[merged_format(path)]()
    with growing_file(path) as add:
        yield lambda data: add(joined(data))


def _quads() -> Joiner:
    return lambda data: data


def _blocks() -> Joiner:
    """Leave out the prefixes that were declared before; TriG takes declarations between its blocks (TriG 1.1, 2.1)."""
    declared: set[bytes] = set()

    def joined(data: bytes) -> bytes:
        header, _, body = data.partition(b"\n\n") if data.startswith(_PREFIX) else (b"", b"", data)
        fresh = [line for line in header.splitlines() if line not in declared]
        declared.update(fresh)
        return b"".join(line + b"\n" for line in fresh) + (b"\n" if fresh else b"") + body + b"\n"

    return joined


_JOINERS: Final[Mapping[str, Callable[[], Joiner]]] = MappingProxyType({"nq": _quads, "trig": _blocks})
"""By the ending of the merged file: what makes the joiner of one file."""
