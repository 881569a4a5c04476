"""Read a text file line by line, each with its number; a line that is no UTF-8 is reported, not guessed."""

from collections.abc import Iterator
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
