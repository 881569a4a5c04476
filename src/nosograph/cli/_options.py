"""What several commands share: their arguments, and how they talk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

STDIN = "-"


def article_argument(command: _Command) -> _Command:
    """Take one article: a path, or `-` for standard input."""
    return click.argument("article", metavar="ARTICLE")(command)


def bibliography_option(command: _Command) -> _Command:
    """Take the file that supplies the DOIs and PMIDs of the works an article cites."""
    words = "CSL-JSON or BibTeX with the cited works; without it, the file of the article's name beside it."
    return click.option("-b", "--bibliography", metavar="FILE", type=click.Path(path_type=Path), help=words)(command)


def lexicon_option(command: _Command) -> _Command:
    """Take a lexicon that `nosograph lexicon build` made."""
    words = "A lexicon of your own (nosograph lexicon build); without it, the packaged one."
    return click.option("--lexicon", metavar="FILE", type=click.Path(path_type=Path), help=words)(command)


def format_option(*choices: str) -> Callable[[_Command], _Command]:
    """Take one of the output formats; the first is the default."""
    return click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="What to print.",
    )


def talk(line: str) -> None:
    """Say one line to the person at the terminal, on standard error."""
    click.echo(line, err=True)
