"""Write the RDF syntaxes that pyoxigraph serializes: Turtle, TriG, N-Triples, N-Quads, RDF/XML."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from typing import Final

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple

from nosograph.errors import OutputError
from nosograph.graph import Graph
from nosograph.rdf import RDF, prefixes
from nosograph.serialization._canonical import lines_by_graph, triples, union_lines

_CLEAN: Final = re.compile(r"\w(?:[\w.-]*[\w-])?", re.ASCII)
"""A local part that Turtle writes without a backslash (Turtle 1.1, PN_LOCAL)."""

_ELEMENT: Final = re.compile(r"[^\W\d][\w.-]*$")
"""The end of an IRI that can be the name of an XML element (Namespaces in XML 1.0, NCName)."""

_HEADER: Final = b"@prefix "


def write_nquads(graph: Graph) -> bytes:
    """Write N-Quads: lines in order, the default graph's first, then graph after graph."""
    ends = ((lines, "." if isinstance(n, DefaultGraph) else f"{n} .") for n, lines in lines_by_graph(graph).items())
    return _text(line[:-1] + end for lines, end in ends for line in lines)


def write_ntriples(graph: Graph) -> bytes:
    """Write the union of the graphs as N-Triples: lines in order, each once."""
    return _text(union_lines(graph))


def write_turtle(graph: Graph) -> bytes:
    """Write the union of the graphs as Turtle: subjects in order, their type first, a blank line between them."""
    found = list(triples(union_lines(graph)))
    return _tidy(_serialize(found, RdfFormat.TURTLE, _shortening(_iris(found))))


def write_trig(graph: Graph) -> bytes:
    """Write TriG: one block a graph, within it as in Turtle."""
    by_name = lines_by_graph(graph)
    quads = [Quad(t.subject, t.predicate, t.object, n) for n, lines in by_name.items() for t in triples(lines)]
    return _tidy(_serialize(quads, RdfFormat.TRIG, _shortening(_iris(quads))))


def write_rdfxml(graph: Graph) -> bytes:
    """Write the union of the graphs as RDF/XML.

    Raises:
        OutputError: a predicate ends in no name that XML can write, which no term of our vocabularies does.
    """
    found = list(triples(union_lines(graph)))
    names = {t.predicate.value for t in found}
    for name in sorted(names):
        if _ELEMENT.search(name) is None:
            raise OutputError(f"RDF/XML has no way to name the predicate <{name}>", mend="choose another format")
    names |= {t.object.value for t in found if t.predicate == RDF.type and isinstance(t.object, NamedNode)}
    chosen = {"obo": prefixes()["RO"].removesuffix("RO_"), **_shortening(names, local=_ELEMENT)}
    raw = _serialize(found, RdfFormat.RDF_XML, chosen)
    # A bare carriage return is read back as a line feed (XML 1.0, section 2.11).
    return raw.replace(b"\r", b"&#xD;").rstrip(b"\n") + b"\n"


def _serialize(found: Iterable[Triple] | Iterable[Quad], form: RdfFormat, chosen: Mapping[str, str]) -> bytes:
    out = BytesIO()
    pyoxigraph.serialize(found, out, form, prefixes=dict(chosen))
    return out.getvalue()


def _text(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _shortening(iris: Iterable[str], *, local: re.Pattern[str] = _CLEAN) -> Mapping[str, str]:
    """Choose the prefixes that leave a plain local part of some IRI; one that never does would only clutter."""
    matches = (match for iri in set(iris) if (match := _bases().match(iri)))
    used = {match[0] for match in matches if local.fullmatch(match.string, match.end())}
    return {prefix: base for prefix, base in sorted(prefixes().items()) if base in used}


def _iris(found: Iterable[Triple] | Iterable[Quad]) -> Iterator[str]:
    for statement in found:
        for term in (statement.subject, statement.predicate, statement.object):
            if isinstance(term, NamedNode):
                yield term.value
            elif isinstance(term, Literal):
                yield term.datatype.value


@cache
def _bases() -> re.Pattern[str]:
    """Match the longest base of the prefix table that begins an IRI."""
    return re.compile("|".join(re.escape(base) for base in sorted(prefixes().values(), key=len, reverse=True)))


def _tidy(raw: bytes) -> bytes:
    """Sort the prefixes, which the library leaves in any order, and set a blank line after each subject.

    A line feed never stands within a term, for literals escape it.
    """
    lines = raw.splitlines(keepends=True)
    header = sorted(line for line in lines if line.startswith(_HEADER))
    body = b"".join(line for line in lines if not line.startswith(_HEADER))
    body = body.replace(b" .\n", b" .\n\n").replace(b"\n\n}", b"\n}").replace(b"\n}\n", b"\n}\n\n")
    return b"\n".join(part for part in (b"".join(header), body.rstrip(b"\n") + b"\n") if part)
