"""Write into the pages what the program itself knows, between their marks: `.venv/bin/python docs/write_tables.py`.

docs/cli.md gets each command's --help, docs/graph.md the table of relations.
"""

import re
import sys
from pathlib import Path

import click

from nosograph.cli import app
from nosograph.rdf import contract, relations

HERE = Path(__file__).resolve().parent
HELP = re.compile(r"(<!-- help: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)
RELATIONS = re.compile(r"(<!-- relations -->\n).*?(<!-- end -->)", re.DOTALL)


def help_of(words: str) -> str:
    """Give what `nosograph WORDS --help` prints, 80 columns wide."""
    ctx = click.Context(app, info_name="nosograph", terminal_width=80, help_option_names=["-h", "--help"])
    command: click.Command = app
    for word in words.split():
        if not isinstance(command, click.Group) or (found := command.get_command(ctx, word)) is None:
            sys.exit(f"docs/cli.md names the command {words!r}, which is not there")
        command, ctx = found, click.Context(found, parent=ctx, info_name=word, terminal_width=80)
    return command.get_help(ctx)


def relation_table() -> str:
    """Give the relations as rows: key, what it joins, predicate."""
    rows = ["| relation | joins | predicate |", "|---|---|---|"]
    for key, relation in sorted(relations().items()):
        joins = " → ".join(", ".join(sorted(kinds)).replace("_", " ") for kinds in (relation.domain, relation.range))
        rows.append(f"| `{key}`: {relation.label} | {joins} | `{contract(relation.predicate)}` |")
    return "\n".join(rows)


def filled(page: str) -> str:
    """Give the page with what belongs between its marks."""
    page = HELP.sub(lambda m: f"{m[1]}\n```text\n{help_of(m[2])}\n```\n\n{m[3]}", page)
    return RELATIONS.sub(lambda m: f"{m[1]}\n{relation_table()}\n\n{m[2]}", page)


if __name__ == "__main__":
    for path in HERE.glob("*.md"):
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
