"""The table of commands, and a click group that imports a command only when it is called."""

from importlib import import_module
from typing import Final

import click

COMMANDS: Final = {
    "export": "Read articles and write their knowledge graphs.",
    "read": "Show what is read from an article: text, sentences, references.",
    "annotate": "Show the concepts an article names.",
    "claims": "Show the claims an article makes, each with its sentence.",
    "validate": "Check a graph against the shapes.",
    "query": "Ask a graph a SPARQL question.",
    "load": "Load graphs into a triple store and count them there.",
    "view": "Write a graph as a page, a picture, or a network for other programs.",
    "lexicon": "Show the names that nosograph knows, or build a lexicon of your own.",
}
"""Each command and its one line; the module `nosograph.cli.<name>` holds it as `command`."""


class LazyGroup(click.Group):
    """Find the commands in the table; importing all of them to print a list would cost what they import."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the commands in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import the module of a command and give it, or None for a name that is not in the table."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"nosograph.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="nosograph", message="%(prog)s %(version)s")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Read a disease article and write a knowledge graph you can check."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
