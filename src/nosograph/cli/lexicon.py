"""`nosograph lexicon`: the names that recognition knows."""

from collections.abc import Iterator

import click

from nosograph.cli import _json
from nosograph.cli._group import COMMANDS
from nosograph.cli._names import names
from nosograph.cli._options import format_option
from nosograph.cli._table import shown
from nosograph.lexicon import Lexicon


@click.group("lexicon", short_help=COMMANDS["lexicon"], invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show the names that nosograph knows. They are compiled once, into the user's cache, and mapped from there."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@command.command("info")
@format_option("text", "json")
def info(form: str) -> None:
    """Say where the compiled lexicon lies, how much it holds, and from which sources."""
    lexicon = names()
    if form == "json":
        click.echo(_json.document({"path": lexicon.path, "names": len(lexicon), "sources": lexicon.sources}))
    else:
        click.echo("\n".join(shown(line) for line in _lines(lexicon)))


def _lines(lexicon: Lexicon) -> Iterator[str]:
    yield repr(lexicon).strip("<>")
    yield f"compiled: {lexicon.path or '(in memory)'}"
    for note in lexicon.notes:
        yield f"note: {note}"
    for source in lexicon.sources:
        yield f"source: {source.name} {source.version}, {source.licence}"
