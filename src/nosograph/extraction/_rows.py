"""Rows of the tables under `ontology/cues`, and the patterns written in them."""

import re
from collections.abc import Iterator
from typing import Final

from nosograph.errors import VocabularyError
from nosograph.resources import text as resource

_BORDER: Final = r"(?<!\w)"


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """Yield a table's rows; comments and empty lines aside.

    Raises:
        VocabularyError: a row has fewer than `columns` columns, or a pattern of it is not well-formed.
    """
    for number, line in enumerate(resource("ontology", "cues", name).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) < columns:
            where = f"ontology/cues/{name}, line {number}"
            raise VocabularyError(f"{len(row)} columns", where=where, mend=f"give {columns}, parted by tabs")
        yield row


def phrase(pattern: str) -> re.Pattern[str]:
    """Compile a cue, to be looked for in a text in lower case.

    Whole words; a blank stands for any white space; a cue that begins with a hyphen ends a word.

    Raises:
        VocabularyError: the pattern is no regular expression.
    """
    try:
        words = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
        return re.compile(rf"{_BORDER if not words.startswith('-') else ''}(?:{words.lower()})(?!\w)")
    except re.error as error:
        raise VocabularyError(f"{pattern!r}: {error}", where="ontology/cues", mend="mend the pattern") from error
