"""The named queries under ontology/queries/: SPARQL with a head of `#+` lines, as grlc and sparql-examples write it.

https://github.com/CLARIAH/grlc#decorator-syntax, https://github.com/sib-swiss/sparql-examples#generate-rq-files
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from nosograph import resources
from nosograph.errors import GraphError, IdentifierError
from nosograph.model import Curie
from nosograph.rdf import expand

_FIELD: Final = re.compile(r"#\+ (\w+): *(.*)")
_ITEM: Final = re.compile(r"#\+ +- (.+)")
_VALUES: Final = r"(?m)^([ ]*)(?:# *)?VALUES \?{name} \{{ *(.*?) *\}}"
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """Hold one thing that may be set: `default` is a SPARQL term, empty where a query without it asks of all.

    `example` is the term that stands in the query's text.
    """

    name: str
    description: str
    default: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """Hold a query: `name` is its file's, `summary` and `description` say what it gives, `tags` are its keywords."""

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str

    def bound(self, values: Mapping[str, str]) -> str:
        """Give the text with parameters set; identifiers are IRIs or `prefix:local`.

        A parameter is a line `VALUES ?name { term }`; as a comment it asks of all, and is put in force by a value.

        Raises:
            GraphError: there is no such parameter, or the value does not fit it.
        """
        text = self.text
        known = {parameter.name: parameter for parameter in self.parameters}
        for name, value in values.items():
            if name not in known:
                mend = f"choose from {', '.join(known)}" if known else "it takes none"
                raise GraphError(f"there is no parameter {name!r}", where=self.name, mend=mend)
            term = _term(value, known[name], self.name)
            text = _set(text, name, term)
        return text


def _set(text: str, name: str, term: str) -> str:
    return re.sub(_VALUES.format(name=name), lambda found: f"{found[1]}VALUES ?{name} {{ {term} }}", text)


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """Read the queries that travel with the program, by name."""
    paths = sorted(resources.folder("ontology").joinpath("queries").glob("*.rq"))
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in paths}


def named_query(name: str) -> NamedQuery:
    """Give the query of that name.

    Raises:
        GraphError: there is none.
    """
    found = named_queries().get(name)
    if found is None:
        raise GraphError(f"no query is named {name!r}", mend=f"choose from {', '.join(named_queries())}")
    return found


def parse(name: str, text: str) -> NamedQuery:
    r"""Read the head of a query; the text stays whole, since its head is a comment to SPARQL.

    >>> parse("all", "#+ summary: Everything\n#+ tags:\n#+   - any\nSELECT * { ?s ?p ?o }").tags
    ('any',)
    """
    said: dict[str, str] = {}
    items: dict[str, list[str]] = {}
    key = ""
    for line in (line.rstrip() for line in text.splitlines() if line.startswith("#+")):
        if match := _FIELD.fullmatch(line):
            key, said[match[1]] = match[1], match[2]
        elif match := _ITEM.fullmatch(line):
            items.setdefault(key, []).append(match[1])
    return NamedQuery(
        name=name,
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        tags=tuple(items.get("tags", ())),
        parameters=tuple(_parameter(item, text) for item in items.get("parameters", ())),
        text=text,
    )


def _parameter(item: str, text: str) -> Parameter:
    name, _, description = item.partition(": ")
    match = re.search(_VALUES.format(name=name), text)
    example = match[2] if match else ""
    commented = match is None or "#" in match[0].partition("VALUES")[0]
    return Parameter(name=name, description=description, default="" if commented else example, example=example)


def _term(value: str, parameter: Parameter, where: str) -> str:
    """Write a value as the sort of term that the query's own is: a number, a text or an IRI."""
    if _NUMBER.fullmatch(parameter.example):
        if not _NUMBER.fullmatch(value):
            raise GraphError(f"{value!r} is no number", where=f"{where}, {parameter.name}", mend="give one such as 2")
        return value
    if parameter.example.startswith('"'):
        return str(Literal(value))
    try:
        return str(NamedNode(value if "://" in value or value.startswith("urn:") else expand(Curie.parse(value))))
    except (IdentifierError, ValueError) as error:
        mend = f"give an IRI or a name such as {parameter.example}"
        raise GraphError(f"{value!r} is no identifier", where=f"{where}, {parameter.name}", mend=mend) from error
