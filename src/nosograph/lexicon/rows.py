"""Read text files line by line and tables row by row, each with its number; what cannot be read is reported."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nosograph.errors import LexiconError


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (number from 1, line without its end), a byte order mark left out.

    Raises:
        LexiconError: the file cannot be opened, or a line is no UTF-8.
    """
    number = 0
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
                yield number, line.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise LexiconError(
            f"line {number} is no UTF-8 (byte {error.start + 1})", where=str(path), mend="save the file as UTF-8"
        ) from error
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path), mend="give a readable file") from error


def read_rows(path: Path, *, required: Sequence[str] = ()) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield (line number, row by column name); blank lines and lines that begin with `#` are passed over.

    Raises:
        LexiconError: a required column is missing, or a row has more cells than the header.
    """
    header: list[str] = []
    for number, line in numbered_lines(path):
        if not line or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
            missing = [name for name in required if name not in header]
            if missing:
                raise LexiconError(
                    f"line {number}, the header, lacks {', '.join(missing)}",
                    where=str(path),
                    mend="name the columns " + ", ".join(required),
                )
        elif len(cells) > len(header):
            raise LexiconError(
                f"line {number} has {len(cells)} cells under {len(header)} columns",
                where=str(path),
                mend="mend the row",
            )
        else:
            yield number, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def split(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several values joined with `|`.

    >>> split("Treg | regulatory T-cell")
    ('Treg', 'regulatory T-cell')
    """
    return tuple(part for part in (piece.strip() for piece in cell.split("|")) if part)
