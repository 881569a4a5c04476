"""`nosograph query`: ad hoc and named SPARQL on a file or an Oxigraph store."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from pyoxigraph import NamedNode, Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples

from nosograph.cli._group import COMMANDS
from nosograph.cli._open import open_graph
from nosograph.cli._options import STDIN, format_option
from nosograph.cli._queries import named_queries, named_query
from nosograph.cli._table import show, table
from nosograph.errors import GraphError
from nosograph.graph import Graph
from nosograph.rdf import contract, prefixes
from nosograph.serialization import WRITERS

if TYPE_CHECKING:
    from rich.table import Table

_FORMS: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_PLACE: Final = re.compile(r"error at (\d+):(\d+): ")
_PREFIX: Final = re.compile(r"([\w.-]*):\S*$")


@click.command("query", short_help=COMMANDS["query"])
@click.argument("graph", metavar="GRAPH", required=False)
@click.argument("query", metavar="QUERY", required=False)
@click.option("-n", "--named", metavar="NAME", help="Ask the query of that name in place of QUERY.")
@click.option("-l", "--list", "listed", is_flag=True, help="List the named queries and stop.")
@format_option("table", *_FORMS)
def command(*, graph: str | None, query: str | None, named: str | None, listed: bool, form: str) -> None:
    """Ask GRAPH a question in SPARQL 1.1: QUERY, or a query that travels with nosograph.

    GRAPH is a file (.ttl .trig .nq .nt .jsonld .rdf) or the folder of an Oxigraph store. QUERY is SPARQL, a file
    that ends in .rq, or - for standard input; the prefixes of nosograph's graphs need no PREFIX line. A question sees
    all named graphs at once. CONSTRUCT and DESCRIBE print Turtle.
    """
    if listed:
        show(table(("name", "what it gives"), ((q.name, q.summary) for q in named_queries().values())))
        return
    if graph is None:
        raise click.UsageError("Missing argument 'GRAPH'")
    if (query is None) == (named is None):
        raise click.UsageError("Give either QUERY or --named NAME")
    text = named_query(named).text if named is not None else _text(query or "")
    answer = _answer(open_graph(graph), text, form)
    if isinstance(answer, bytes):
        click.echo(answer, nl=not answer.endswith(b"\n"))
    else:
        show(answer)


def _text(query: str) -> str:
    if query == STDIN:
        return sys.stdin.buffer.read().decode()
    return Path(query).read_text(encoding="utf-8") if query.endswith(".rq") else query


def _answer(graph: Graph, text: str, form: str) -> "bytes | Table":
    """Ask, and write the whole answer in its form: a question may fail as late as at its last row."""
    try:
        return _written(graph.store.query(text, prefixes=dict(prefixes()), use_default_graph_as_union=True), form)
    except SyntaxError as error:
        raise _not_sparql(str(error.args[0]), text) from error
    except (OSError, ValueError, RuntimeError) as error:
        if isinstance(error, GraphError):
            raise
        raise GraphError(f"the question failed: {error}", where="query") from error


def _not_sparql(message: str, text: str) -> GraphError:
    """Point at the place; the parser's own list of what it would have taken fills a page."""
    place = _PLACE.match(message)
    if place is None:
        return GraphError(f"not SPARQL 1.1: {message[:200]}", where="query")
    line, column = int(place[1]), int(place[2])
    words = (text.split("\n")[line - 1 : line] or [""])[0]
    rest = words[column - 1 :].strip()
    seen = f"not SPARQL 1.1 from {rest[:40]!r} on" if rest else "not SPARQL 1.1: it ends too early"
    if "Prefix not found" in message and (used := _PREFIX.search(words[: column - 1])):
        seen = f"the prefix {used[1]!r} is not declared"
    return GraphError(seen, where=f"query, line {line}, column {column}", mend="correct it there")


def _written(answer: QuerySolutions | QueryBoolean | QueryTriples, form: str) -> "bytes | Table":
    if isinstance(answer, QueryTriples):
        if form != "table":
            raise GraphError(f"the answer is a graph, not rows for {form}", where="query", mend="leave -f away: Turtle")
        return WRITERS["ttl"](_graph(answer))
    if form in _FORMS:
        return answer.serialize(format=_FORMS[form]) or b""
    if isinstance(answer, QueryBoolean):
        return b"yes" if answer else b"no"
    names = [variable.value for variable in answer.variables]
    return table(names, ([_cell(row[name]) for name in names] for row in answer))


def _graph(answer: QueryTriples) -> Graph:
    graph = Graph()
    graph.store.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in answer)
    return graph


def _cell(term: object) -> str:
    """Show a term as people write it: an identifier as `prefix:local`, a literal as its words."""
    if isinstance(term, NamedNode):
        return str(contract(term.value) or term.value)
    return str(getattr(term, "value", "" if term is None else term))
