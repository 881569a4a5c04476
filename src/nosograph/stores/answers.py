"""An answer as rows of plain values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from nosograph.errors import GraphError, MissingPartError
from nosograph.graph import Graph
from nosograph.rdf import XSD

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Value: TypeAlias = str | int | float | Decimal | bool | None

_PLAIN: Final["Mapping[str, Callable[[str], Value]]"] = {
    XSD.integer.value: int,
    XSD.int.value: int,
    XSD.long.value: int,
    XSD.nonNegativeInteger.value: int,
    XSD.decimal.value: Decimal,
    XSD.double.value: float,
    XSD.float.value: float,
    XSD.boolean.value: lambda text: text in {"true", "1"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Hold what a question gave: rows of SELECT, the truth of ASK, or the graph of CONSTRUCT and DESCRIBE.

    It iterates over `rows`; `terms` are the same as RDF terms. `truth` and `graph` are None where the
    question was another.
    """

    variables: tuple[str, ...] = ()
    terms: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    graph: Graph | None = None

    @property
    def rows(self) -> tuple[Mapping[str, Value], ...]:
        """Each row as a mapping from variable to plain value: IRIs and words are str, numbers numbers, unbound None."""
        return tuple(self)

    def __iter__(self) -> Iterator[Mapping[str, Value]]:
        """Yield the rows."""
        return (dict(zip(self.variables, map(plain, row), strict=True)) for row in self.terms)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.terms)

    def __bool__(self) -> bool:
        """Give the truth of ASK; else whether there is anything."""
        return self.truth if self.truth is not None else bool(self.terms or self.graph)

    def to_frame(self) -> "pd.DataFrame":
        """Give the rows as a pandas DataFrame, a column a variable.

        Raises:
            GraphError: the answer has no rows.
            MissingPartError: pandas is not installed.
        """
        if self.truth is not None or self.graph is not None:
            raise GraphError("the answer has no rows", where="to_frame", mend="ask with SELECT")
        try:
            import pandas as pd  # noqa: PLC0415 - an optional part
        except ImportError as error:
            raise MissingPartError("pandas is not installed", mend="run: pip install 'nosograph[pandas]'") from error
        columns: dict[str, list[Any]] = {
            name: [plain(row[number]) for row in self.terms] for number, name in enumerate(self.variables)
        }
        return pd.DataFrame(columns, columns=list(self.variables))


def plain(term: Term | None) -> Value:
    """Give a term as a plain value; a number that is none stays as it is written.

    >>> plain(Literal(3)), plain(NamedNode("urn:isbn:9781416029991"))
    (3, 'urn:isbn:9781416029991')
    """
    if term is None:
        return None
    if isinstance(term, Literal):
        try:
            return _PLAIN.get(term.datatype.value, str)(term.value)
        except (ValueError, ArithmeticError):
            return term.value
    return str(term) if isinstance(term, Triple) else term.value
