"""`nosograph load`: files into a triple store."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from nosograph.cli._errors import VIOLATED
from nosograph.cli._group import COMMANDS
from nosograph.cli._options import talk
from nosograph.cli._server import server, server_options
from nosograph.cli._table import console, shown
from nosograph.stores import Loaded, Progress, load, silent

_SHOWN = 20
"""Graphs named one by one."""


@click.command("load", short_help=COMMANDS["load"])
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.argument("target", metavar="TARGET")
@click.option("-g", "--graph", metavar="IRI", help="Where triples of no graph go; without it, the default graph.")
@click.option("--append", is_flag=True, help="Add to the graphs of the store in place of replacing them.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and change nothing.")
@click.option("--query-url", "questions", metavar="URL", help="The SPARQL endpoint of a server of the plain kind.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@server_options
def command(
    *,
    files: tuple[str, ...],
    target: str,
    graph: str | None,
    append: bool,
    dry_run: bool,
    questions: str | None,
    quiet: bool,
    preset: str | None,
    way: str | None,
) -> int:
    """Load each FILE into TARGET: the folder of an Oxigraph store, or the http(s) address of a server.

    FILE is a graph (.ttl .trig .nq .nt .jsonld .rdf). Each graph in it replaces the one of its name, so that to load
    again never doubles anything; other graphs stay. TARGET's folder is made where it is missing. A server is that of
    Oxigraph, Fuseki (give the dataset's address), RDF4J and GraphDB (the repository's), Virtuoso, or any other that
    speaks the SPARQL 1.1 Graph Store Protocol (that address, with --query-url).

    At the end the triples are counted in the store, graph by graph: the exit code is 1 where they are not those of the
    files.
    """
    place = server(target, preset=preset, way=way, questions=questions)
    with _progress(quiet=quiet) as told:
        loaded = load(files, place, graph=graph, append=append, dry_run=dry_run, progress=told)
    if not quiet:
        for line in _said(loaded, dry_run=dry_run):
            talk(shown(line))
    wrong = [one for one in loaded if not one.equal]
    for one in wrong:
        talk(shown(f"nosograph: {one.name}: the files hold {one.files} triples, the store {one.after}; load again"))
    return VIOLATED if wrong else 0


def _said(loaded: Sequence[Loaded], *, dry_run: bool) -> Iterator[str]:
    for one in loaded[:_SHOWN]:
        was = f" ({one.before} before)" if one.before else ""
        yield f"{one.files:>12,}  {one.name}{was}"
    if len(loaded) > _SHOWN:
        yield f"{'…':>12}  and {len(loaded) - _SHOWN} graphs more"
    triples = sum(one.files for one in loaded)
    verdict = (
        "nothing was changed" if dry_run else "counted" if all(one.equal for one in loaded) else "not as it should be"
    )
    yield f"{triples:>12,}  triples in {len(loaded)} graphs: {verdict}"


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Progress]:
    """Draw a bar on a terminal; elsewhere be silent."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.progress import BarColumn, Progress as Bar, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415, I001 - rich is for terminals

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console(talk=True), transient=True) as bar:
        tasks = {}

        def told(doing: str, done: int, total: int) -> None:
            if doing not in tasks:
                tasks[doing] = bar.add_task(doing, total=total)
            bar.update(tasks[doing], completed=done)

        yield told
