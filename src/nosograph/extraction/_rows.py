"""Rows of the tables under `ontology/cues`, and the patterns written in them."""

import re
from collections.abc import Iterator
from typing import Final

from nosograph.errors import VocabularyError
from nosograph.resources import text as resource

_BORDER: Final = r"(?<!\w)"
_IN_NAMES: Final = r"[\w'\u2019\u2013-]"
_NAMED: Final = "piece"
_PIECE: Final = re.compile(r"(?<!\(\?)<([a-z]+)>")


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """Yield a table's rows; comments and empty lines aside.

    A row that begins with "piece" names a piece of a pattern, which stands as <name> in the rows below it.

    Raises:
        VocabularyError: a row has fewer than `columns` columns, or a pattern of it is not well-formed.
    """
    pieces: dict[str, str] = {}
    for number, line in enumerate(resource("ontology", "cues", name).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = [_PIECE.sub(lambda found: pieces.get(found[1], found[0]), cell) for cell in line.split("\t")]
        if row[0] == _NAMED:
            pieces[row[1]] = row[2]
            continue
        if len(row) < columns:
            where = f"ontology/cues/{name}, line {number}"
            raise VocabularyError(f"{len(row)} columns", where=where, mend=f"give {columns}, parted by tabs")
        yield row


def phrase(pattern: str) -> re.Pattern[str]:
    r"""Compile a cue, to be looked for in a text in lower case.

    Whole words; a blank stands for any white space; a cue that begins with a hyphen ends a word. A letter or hyphen
    (`[\w-]`) may be an apostrophe or a dash, too, as names have them ("Smith–Magenis").

    Raises:
        VocabularyError: the pattern is no regular expression.
    """
    try:
        words = pattern.replace(" ?", r"\s*").replace(" ", r"\s+").replace(r"[\w-]", _IN_NAMES)
        return re.compile(rf"{_BORDER if not words.startswith('-') else ''}(?:{words.lower()})(?!\w)")
    except re.error as error:
        raise VocabularyError(f"{pattern!r}: {error}", where="ontology/cues", mend="mend the pattern") from error
