"""Write each command's --help into docs/cli.md, between its marks: `.venv/bin/python docs/write_help.py`."""

import re
import sys
from pathlib import Path

import click

from nosograph.cli import app

PAGE = Path(__file__).with_name("cli.md")
MARKED = re.compile(r"(<!-- help: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def help_of(words: str) -> str:
    """Give what `nosograph WORDS --help` prints, 80 columns wide."""
    ctx = click.Context(app, info_name="nosograph", terminal_width=80)
    command: click.Command = app
    for word in words.split():
        if not isinstance(command, click.Group) or (found := command.get_command(ctx, word)) is None:
            sys.exit(f"docs/cli.md names the command {words!r}, which is not there")
        command, ctx = found, click.Context(found, parent=ctx, info_name=word, terminal_width=80)
    return command.get_help(ctx)


def filled(page: str) -> str:
    """Give the page with the help between the marks."""
    return MARKED.sub(lambda m: f"{m[1]}\n```text\n{help_of(m[2])}\n```\n\n{m[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
