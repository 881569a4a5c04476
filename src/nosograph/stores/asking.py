"""A question to a graph: a file, the folder of a store, a server, or a Graph in memory."""

import re
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import (
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from nosograph.errors import GraphError, NosographError
from nosograph.graph import Graph
from nosograph.rdf import prefixes
from nosograph.stores.answers import Answer
from nosograph.stores.loading import served
from nosograph.stores.named import named_query

if TYPE_CHECKING:
    from nosograph.stores.remote import Remote

Source: TypeAlias = "Graph | Remote | str | PathLike[str]"
Result: TypeAlias = QuerySolutions | QueryBoolean | Graph

_PLACE: Final = re.compile(r"error at (\d+):(\d+): ")
_PREFIX: Final = re.compile(r"([\w.-]*):\S*$")
_DECLARED: Final = re.compile(r"(?i)\bPREFIX\s+([\w.-]*):")
_USED: Final = re.compile(r"([A-Za-z][\w.-]*):")
_GRAPH: Final = re.compile(r"(?i)(?<![?$\w:.-])(?:GRAPH|FROM)\b(?!:)")
_QUOTED: Final = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'|<[^<>"\s]*>|#.*')
"""Words, IRIs and comments, in which GRAPH is no keyword."""
_ROWS: Final = "application/sparql-results+json"
_TRIPLES: Final = {"application/n-triples": RdfFormat.N_TRIPLES, "text/turtle": RdfFormat.TURTLE}
_ACCEPTED: Final = {"SELECT": _ROWS, "ASK": _ROWS}
_FORM: Final = re.compile(r"(?i)(?<![?$\w:.-])(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!:)")
_GRAPHS: Final = "application/n-triples, text/turtle;q=0.5"
_BAD_REQUEST: Final = 400


def query(source: Source, text: str | None = None, *, named: str | None = None, **parameters: str) -> Answer:
    """Ask a question in SPARQL 1.1, or a named one with its parameters; it sees all named graphs at once.

    `source` is a Graph, a file, the folder of an Oxigraph store, or the address of a server. The prefixes of
    nosograph's graphs need no PREFIX line.

    Raises:
        GraphError: the question is not SPARQL (with line and column) or fails; or the source cannot be read.
        StoreError: the server cannot be reached.
    """
    if (text is None) == (named is None):
        raise GraphError("it takes one question", where="query", mend="give either the SPARQL or named=")
    if named is None and parameters:
        raise GraphError("SPARQL has no parameters", where="query", mend="give named=, or write them into it")
    asked = text if named is None else named_query(named).bound(parameters)
    result = ask(opened(source), asked or "")
    if isinstance(result, Graph):
        return Answer(graph=result)
    if isinstance(result, QueryBoolean):
        return Answer(truth=bool(result))
    try:
        names = tuple(variable.value for variable in result.variables)
        return Answer(variables=names, terms=tuple(tuple(row[name] for name in names) for row in result))
    except (OSError, ValueError, RuntimeError) as error:
        raise failed(error) from error


def opened(source: Source) -> "Graph | Remote":
    """Open what is to be asked.

    Raises:
        GraphError: it is not there, or cannot be read as a graph.
        StoreError: the server does not answer.
    """
    if isinstance(source, Graph):
        return source
    server = served(source)
    if server is not None:
        return server
    path = Path(str(source))
    if not path.is_dir():
        return Graph.load(path)
    if not (path / "CURRENT").is_file():  # RocksDB's own mark; opening would first write files of its own
        raise GraphError("the folder holds no Oxigraph store", where=str(path), mend="give a store's folder or a file")
    try:
        return Graph(Store.read_only(str(path)))
    except (OSError, ValueError) as error:
        mend = "close what writes to it"
        raise GraphError(f"the store cannot be opened: {error}", where=str(path), mend=mend) from error


def ask(graph: "Graph | Remote", text: str) -> Result:
    """Ask a question and give what the engine gives; rows of a Graph come one by one, and may fail as late as the last.

    Raises:
        GraphError: the question is not SPARQL, with line and column, or it fails.
        StoreError: the server cannot be reached, or refuses.
    """
    if not isinstance(graph, Graph):
        return _asked(graph, text)
    try:
        answer = graph.store.query(text, prefixes=dict(prefixes()), use_default_graph_as_union=True)
        return _graph(answer) if isinstance(answer, QueryTriples) else answer
    except SyntaxError as error:
        raise not_sparql(str(error.args[0]), text) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise failed(error) from error


def failed(error: Exception) -> GraphError:
    """Say that a question failed on the way; our own errors stay what they are."""
    return error if isinstance(error, GraphError) else GraphError(f"the question failed: {error}"[:300], where="query")


def not_sparql(message: str, text: str) -> GraphError:
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


def _asked(server: "Remote", text: str) -> Result:
    whole = _declared(text)
    bare = _QUOTED.sub("<>", text)
    form = _FORM.search(bare)
    accept = _ACCEPTED.get(form[0].upper(), _GRAPHS) if form else _ROWS
    union = () if server.preset.hides and _GRAPH.search(bare) else server.preset.union
    try:
        data, media = server.patience.brief().keep(lambda: server.ask(whole, accept, union))
    except NosographError as error:
        if getattr(error, "status", None) == _BAD_REQUEST:
            _check(text)
        raise
    try:
        if media in _TRIPLES:
            return _graph(quad.triple for quad in parse(data, format=_TRIPLES[media]))
        if media in {_ROWS, "application/json"}:
            return _truth(parse_query_results(data, format=QueryResultsFormat.JSON))
    except (SyntaxError, ValueError) as error:
        raise failed(error) from error
    mend = "check that it is the address of a SPARQL endpoint"
    raise GraphError(f"the server answers with {media or 'nothing'}, which is no answer", where=server.where, mend=mend)


def _truth(found: QuerySolutions | QueryBoolean) -> QuerySolutions | QueryBoolean:
    """Make a truth of the row of one column that Virtuoso answers ASK with."""
    if isinstance(found, QueryBoolean) or [variable.value for variable in found.variables] != ["__ASK_RETVAL"]:
        return found
    truth = "true" if any(getattr(row[0], "value", "0") != "0" for row in found) else "false"
    made = parse_query_results(f'{{"head": {{}}, "boolean": {truth}}}', format=QueryResultsFormat.JSON)
    assert isinstance(made, QueryBoolean)  # noqa: S101 - it is what was written above
    return made


def _check(text: str) -> None:
    """Let the parser here find the place in a question that a server refused; one with SERVICE would be carried out."""
    if re.search(r"(?i)\bSERVICE\b", text):
        return
    try:
        Store().query(text, prefixes=dict(prefixes()))
    except SyntaxError as error:
        raise not_sparql(str(error.args[0]), text) from error


def _declared(text: str) -> str:
    """Declare, on a line before the question, the known prefixes that it uses and does not declare."""
    missing = sorted(set(_USED.findall(text)) & set(prefixes()) - set(_DECLARED.findall(text)))
    return "".join(f"PREFIX {name}: <{prefixes()[name]}> " for name in missing) + "\n" * bool(missing) + text


def _graph(triples: Iterable[Triple]) -> Graph:
    graph = Graph()
    graph.store.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return graph
