"""Write the claims as a table for spreadsheets, and read it back."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Final

from nosograph.errors import InputError
from nosograph.graph import Graph
from nosograph.model import TEXT, Certainty, Curie, Match, Outcome, Polarity
from nosograph.rows import ClaimRow, claim_rows

COLUMNS: Final = tuple(field.name for field in fields(ClaimRow))

_TEXT: Final = f"{TEXT}:"
_JOINT: Final = "|"
_ESCAPED_JOINT: Final = "%7C"
_BREAK: Final = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
"""What a spreadsheet or a line-wise reader takes for the end of a cell or a row."""

_FORMULA: Final = re.compile(r"'*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet takes for a formula, its full-width forms among them (OWASP, CSV Injection), quoted or not yet."""


def write_table(graph: Graph) -> bytes:
    """Write the claims in the csv dialect excel-tab, UTF-8, lines ended by a line feed: a header, then a row a claim.

    Tabs and line breaks within a cell become spaces, one for one. A cell that a spreadsheet would run as a formula gets
    an apostrophe in front, and one that already has apostrophes there one more, so that `read_table` can take it away.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(cells, claim_rows(graph)))
    return out.getvalue().encode()


def cells(row: ClaimRow) -> tuple[str, ...]:
    """Give the row as text, in the order of `COLUMNS`."""
    return tuple(_guarded(_plain(getattr(row, name))) for name in COLUMNS)


def read_table(data: bytes) -> tuple[ClaimRow, ...]:
    """Read what `write_table` wrote, also as a spreadsheet saves it: byte order mark, CRLF, columns in any order.

    Raises:
        InputError: the text is not UTF-8, a column is missing, or a cell does not fit its column.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the table is not UTF-8", mend="save it as UTF-8, separated by tabs") from error
    lines = csv.DictReader(io.StringIO(text, newline=""), dialect="excel-tab")
    try:
        missing = [name for name in COLUMNS if name not in (lines.fieldnames or ())]
        if missing:
            raise InputError(f"the table has no column {missing[0]!r}", mend="keep the header, separated by tabs")
        return tuple(_row(line, where=f"line {lines.line_num}") for line in lines)
    except csv.Error as error:
        where = f"line {lines.line_num}"
        raise InputError(f"no table: {error}", where=where, mend="save it as UTF-8, separated by tabs") from error


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return _JOINT.join(part.replace(_JOINT, _ESCAPED_JOINT) for part in map(str, value))
    return "" if value is None else str(value)


def _guarded(cell: str) -> str:
    flat = _BREAK.sub(" ", cell)
    return f"'{flat}" if _FORMULA.match(flat) else flat


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.replace(_ESCAPED_JOINT, _JOINT) for part in cell.split(_JOINT) if part)


def _curie(cell: str) -> Curie:
    # The words of a text may begin with a space, and none are taken from them.
    return Curie(TEXT, cell[len(_TEXT) :]) if cell.startswith(_TEXT) else Curie.parse(cell)


def _outcome(cell: str) -> Outcome | None:
    return Outcome(cell) if cell else None


_READ: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "subject": _curie,
        "object": _curie,
        "match": Match,
        "polarity": Polarity,
        "certainty": Certainty,
        "outcome": _outcome,
        "start": int,
        "end": int,
        "references": _parts,
        "reference_ids": _parts,
        "score": float,
    },
)
"""How the columns that are no plain text are read."""


def _row(line: Mapping[str, str | None], *, where: str) -> ClaimRow:
    values: dict[str, object] = {}
    for name in COLUMNS:
        cell = _bare(line[name] or "")
        try:
            values[name] = _READ.get(name, str)(cell)
        except ValueError as error:
            raise InputError(f"{cell[:60]!r} is no {name}", where=where, mend="undo the change in that cell") from error
    return ClaimRow(**values)  # type: ignore[arg-type]  # the table of readers gives each column its type
