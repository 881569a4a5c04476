"""The named queries under ontology/queries/: SPARQL with a head of `#+` lines, as grlc and sparql-examples write it.

https://github.com/CLARIAH/grlc#decorator-syntax and https://github.com/sib-swiss/sparql-examples#generate-rq-files
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from nosograph import resources
from nosograph.errors import GraphError

_FIELD: Final = re.compile(r"#\+ (\w+): *(.*)")
_TAG: Final = re.compile(r"#\+ +- (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """Hold a query: `name` is its file's, `summary` and `description` say what it gives, `tags` are its keywords."""

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    text: str


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
    head = [line.rstrip() for line in text.splitlines() if line.startswith("#+")]
    said = {match[1]: match[2] for line in head if (match := _FIELD.fullmatch(line))}
    return NamedQuery(
        name=name,
        summary=said.get("summary", ""),
        description=said.get("description", ""),
        tags=tuple(match[1] for line in head if (match := _TAG.fullmatch(line))),
        text=text,
    )
