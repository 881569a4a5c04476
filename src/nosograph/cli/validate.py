"""`nosograph validate`: what the shapes say of a graph."""

import click

from nosograph.cli._group import COMMANDS
from nosograph.cli._open import open_graph
from nosograph.cli._report import report_lines
from nosograph.validation import validate


@click.command("validate", short_help=COMMANDS["validate"])
@click.argument("graph", metavar="GRAPH")
def command(graph: str) -> int:
    """Check GRAPH against the shapes: say how many checks were made, and what breaks one.

    GRAPH is a file (.ttl .trig .nq .nt .jsonld .rdf) or the folder of an Oxigraph store. The exit code is 1 where a
    shape is violated; warnings alone are fine.
    """
    report = validate(open_graph(graph))
    click.echo("\n".join(report_lines(report)))
    return 0 if report.conforms else 1
