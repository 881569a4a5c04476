"""Rows of a person's own table: TSV, or values separated by commas or semicolons (RFC 4180)."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.rows import numbered_lines

_SEPARATORS: Final = "\t;,"
_MEND: Final = "mend the row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Hold the cells of a row by the headings of their columns, and the number of the line it begins on."""

    line: int
    cells: Mapping[str, str]


def headings(path: Path) -> tuple[str, ...]:
    """Give the headings of a table as they stand, nothing where the file has no line.

    Raises:
        LexiconError: the file cannot be read as text.
    """
    lines = _Lines(path)
    try:
        return tuple(cell.strip() for cell in next(csv.reader(lines, delimiter=lines.separator()), ()))
    except csv.Error:
        return ()


def sheet_rows(path: Path, *, required: Sequence[str] = ()) -> Iterator[Row]:
    """Yield the rows; blank lines and lines that begin with `#` are passed over.

    Raises:
        LexiconError: a column is missing, a quote does not close, or a row has more cells than there are headings.
    """
    lines = _Lines(path)
    reader = csv.reader(lines, delimiter=lines.separator(), strict=True)
    columns: tuple[str, ...] = ()
    try:
        for cells in reader:
            row = tuple(cell.strip() for cell in cells)
            if not columns:
                columns = row
                _require(columns, required, path, lines.begun)
            elif any(row[len(columns) :]):
                raise LexiconError(
                    f"line {lines.begun} has {len(row)} cells under {len(columns)} columns",
                    where=str(path),
                    mend=_MEND,
                )
            else:
                filled = row + ("",) * (len(columns) - len(row))
                yield Row(line=lines.begun, cells=dict(zip(columns, filled, strict=False)))
            lines.begun = 0
    except csv.Error as error:
        raise LexiconError(f"line {lines.begun} is no row: {error}", where=str(path), mend=_MEND) from error


class _Lines:
    """Hand lines to the reader of rows; comments and blank lines between two rows are passed over.

    `begun` is the line the row at hand begins on; set to 0, it says that the next line begins one.
    """

    def __init__(self, path: Path) -> None:
        self.begun = 0
        self._lines = numbered_lines(path)
        self._held: list[tuple[int, str]] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        while True:
            number, line = self._held.pop() if self._held else next(self._lines)
            if self.begun or (line.strip() and not line.startswith("#")):
                self.begun = self.begun or number
                return line + "\n"

    def separator(self) -> str:
        """Say what separates the cells of the first row: a tab, else the commoner of semicolon and comma."""
        for number, line in self._lines:
            if line.strip() and not line.startswith("#"):
                self._held.append((number, line))
                return "\t" if "\t" in line else max(_SEPARATORS, key=line.count)
        return "\t"


def _require(columns: Sequence[str], required: Sequence[str], path: Path, line: int) -> None:
    missing = [name for name in required if name not in columns]
    if missing:
        raise LexiconError(
            f"line {line}, the header, lacks {', '.join(missing)}",
            where=str(path),
            mend="name the columns " + ", ".join(required),
        )
