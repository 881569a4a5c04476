"""The lexicon for a command, with a progress line on standard error where it is compiled."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from nosograph.cli._table import shown
from nosograph.lexicon import Lexicon, load_lexicon

_DOING: Final = "compiling the names, once"
_ONCE: Final = "compiling the names into the cache, once; this takes some seconds"
_BACK: Final = "\r\x1b[K"
"""To the line's beginning, and clear it (ECMA-48, EL)."""


def names(path: Path | None = None) -> Lexicon:
    """Load the lexicon of `path`, or the default one, whose first use compiles it, and says so."""
    with progress_line(_DOING, _ONCE) as tell:
        lexicon = load_lexicon(path, progress=tell)
    for note in lexicon.notes:
        click.echo(shown(note), err=True)
    return lexicon


@contextmanager
def progress_line(doing: str, once: str) -> Iterator["_ProgressLine"]:
    """Give what tells of progress: a line that is redrawn and cleared on a terminal; elsewhere `once` is said."""
    line = _ProgressLine(redrawn=sys.stderr.isatty(), doing=doing, once=once)
    try:
        yield line
    finally:
        line.clear()


class _ProgressLine:
    """Redraw one line on a terminal; elsewhere say once that it takes a moment."""

    def __init__(self, *, redrawn: bool, doing: str = _DOING, once: str = _ONCE) -> None:
        self._redrawn = redrawn
        self._doing = doing
        self._once = once
        self._begun = False

    def __call__(self, doing: str, share: float) -> None:
        if self._redrawn:
            click.echo(f"{_BACK}{self._doing}: {share:4.0%} {shown(doing)}"[:79], nl=False, err=True)
        elif not self._begun:
            click.echo(self._once, err=True)
        self._begun = True

    def clear(self) -> None:
        if self._redrawn and self._begun:
            click.echo(_BACK, nl=False, err=True)
