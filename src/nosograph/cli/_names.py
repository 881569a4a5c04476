"""The lexicon for a command, with a progress line on standard error where it is compiled."""

import sys
from typing import Final

import click

from nosograph.cli._table import shown
from nosograph.lexicon import Lexicon, load_lexicon

_BACK: Final = "\r\x1b[K"
"""To the line's beginning, and clear it (ECMA-48, EL)."""


def names() -> Lexicon:
    """Load the default lexicon; the first use compiles it, and says so."""
    progress = _ProgressLine(redrawn=sys.stderr.isatty())
    lexicon = load_lexicon(progress=progress)
    progress.clear()
    for note in lexicon.notes:
        click.echo(shown(note), err=True)
    return lexicon


class _ProgressLine:
    """Redraw one line on a terminal; elsewhere say once that it takes a moment."""

    def __init__(self, *, redrawn: bool) -> None:
        self._redrawn = redrawn
        self._begun = False

    def __call__(self, doing: str, share: float) -> None:
        if self._redrawn:
            click.echo(f"{_BACK}compiling the names, once: {share:4.0%} {shown(doing)}"[:79], nl=False, err=True)
        elif not self._begun:
            click.echo("compiling the names into the cache, once; this takes some seconds", err=True)
        self._begun = True

    def clear(self) -> None:
        if self._redrawn and self._begun:
            click.echo(_BACK, nl=False, err=True)
