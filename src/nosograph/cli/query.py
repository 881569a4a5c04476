"""`nosograph query`: ad hoc and named SPARQL on a file, an Oxigraph store or a server."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat

from nosograph.cli._group import COMMANDS
from nosograph.cli._options import STDIN, format_option
from nosograph.cli._server import server, server_options
from nosograph.cli._table import show, table
from nosograph.errors import GraphError
from nosograph.graph import Graph
from nosograph.rdf import contract
from nosograph.serialization import WRITERS
from nosograph.stores import NamedQuery, ask, examples, failed, named_queries, named_query, opened

if TYPE_CHECKING:
    from rich.table import Table

    from nosograph.stores import Result

_FORMS: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_GRAPHS: Final = {"table", "ttl"}


@click.command("query", short_help=COMMANDS["query"])
@click.argument("graph", metavar="GRAPH", required=False)
@click.argument("query", metavar="QUERY", required=False)
@click.option("-n", "--named", metavar="NAME", help="Ask the query of that name in place of QUERY.")
@click.option(
    "-p", "--parameter", "parameters", metavar="NAME=VALUE", multiple=True, help="Set a parameter of a named query."
)
@click.option("-l", "--list", "listed", is_flag=True, help="List the named queries with their parameters and stop.")
@format_option("table", *_FORMS, "ttl")
@server_options
def command(
    *,
    graph: str | None,
    query: str | None,
    named: str | None,
    parameters: tuple[str, ...],
    listed: bool,
    form: str,
    preset: str | None,
    way: str | None,
) -> None:
    """Ask GRAPH a question in SPARQL 1.1: QUERY, or a query that travels with nosograph.

    GRAPH is a file (.ttl .trig .nq .nt .jsonld .rdf), the folder of an Oxigraph store, or the http(s) address of a
    SPARQL endpoint. QUERY is SPARQL, a file that ends in .rq, or - for standard input; the prefixes of nosograph's
    graphs need no PREFIX line. A question sees all named graphs at once. CONSTRUCT and DESCRIBE print Turtle.

    `--list -f ttl` prints the named queries as RDF in the form of sparql-examples; an endpoint that holds it offers
    them in its editor. GRAPH is then the address they are meant for.
    """
    if listed and form == "ttl":
        click.echo(WRITERS["ttl"](examples(graph)), nl=False)
        return
    if listed:
        show(
            table(("name", "what it gives", "parameters"), map(_listed, named_queries().values()), wide=("parameters",))
        )
        return
    if graph is None:
        raise click.UsageError("Missing argument 'GRAPH'")
    if (query is None) == (named is None):
        raise click.UsageError("Give either QUERY or --named NAME")
    if parameters and named is None:
        raise click.UsageError("--parameter goes with --named NAME")
    text = _text(query or "") if named is None else named_query(named).bound(dict(map(_pair, parameters)))
    answer = _answer(ask(opened(server(graph, preset=preset, way=way)), text), form)
    if isinstance(answer, bytes):
        click.echo(answer, nl=not answer.endswith(b"\n"))
    else:
        show(answer)


def _listed(query: NamedQuery) -> Sequence[str]:
    words = (p.name + (f"={p.default}" if p.default else "") for p in query.parameters)
    return query.name, query.summary, " ".join(words)


def _pair(setting: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not equals:
        raise click.UsageError(f"{setting!r} is not of the form NAME=VALUE")
    return name, value


def _text(query: str) -> str:
    if query == STDIN:
        return sys.stdin.buffer.read().decode()
    return Path(query).read_text(encoding="utf-8") if query.endswith(".rq") else query


def _answer(answer: "Result", form: str) -> "bytes | Table":
    """Write the whole answer in its form before anything is printed: a question may fail as late as at its last row."""
    if isinstance(answer, Graph):
        if form not in _GRAPHS:
            raise GraphError(f"the answer is a graph, not rows for {form}", where="query", mend="leave -f away: Turtle")
        return WRITERS["ttl"](answer)
    if form == "ttl":
        raise GraphError("the answer is no graph", where="query", mend="ask with CONSTRUCT, or leave -f away: a table")
    try:
        if form in _FORMS:
            return answer.serialize(format=_FORMS[form]) or b""
        if isinstance(answer, QueryBoolean):
            return b"yes" if answer else b"no"
        names = [variable.value for variable in answer.variables]
        return table(names, ([_cell(row[name]) for name in names] for row in answer))
    except (OSError, ValueError, RuntimeError) as error:
        raise failed(error) from error


def _cell(term: object) -> str:
    """Show a term as people write it: an identifier as `prefix:local`, a literal as its words."""
    if isinstance(term, NamedNode):
        return str(contract(term.value) or term.value)
    return str(getattr(term, "value", "" if term is None else term))
