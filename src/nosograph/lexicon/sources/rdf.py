"""Stream an ontology written as RDF (OWL 2 Mapping to RDF Graphs; SKOS): RDF/XML, Turtle, N-Triples, JSON-LD."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final

from lxml import etree
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from nosograph.errors import LexiconError
from nosograph.lexicon.records import Record
from nosograph.lexicon.sources.statements import (
    ANNOTATED,
    CLASSES,
    ONTOLOGY,
    READ,
    TYPE,
    VERSIONS,
    Statements,
    heading,
)

_ENTITY: Final = re.compile(rb"<!ENTITY\s+(%?)\s*([^\s]+)\s+([^>]*)>")
_QUOTED: Final = re.compile(rb"\"([^\"&%]*)\"\s*|'([^'&%]*)'\s*")
_CLOSED: Final = re.compile(rb"</(?:[\w.-]+:)?RDF\s*>\s*\Z")
_TAIL: Final = 1 << 10
_CHUNK: Final = 1 << 20
_LONGEST_VALUE: Final = 400
_GROWTH: Final = 10
_MEND: Final = "mend the file, or convert it to OBO"
_BASE: Final = "http://example.invalid/"
"""What relative addresses are resolved against where the file names no base; such terms have no identifier."""


def reader(form: RdfFormat) -> Callable[[Path], Iterator[Record]]:
    """Give the reader of one syntax of RDF."""

    def read(path: Path) -> Iterator[Record]:
        """Yield the heading and the classes (OWL and RDFS classes, SKOS concepts) that have an English name.

        Raises:
            LexiconError: the file is none of that syntax, or its XML entities reach outside or grow.
        """
        if form == RdfFormat.RDF_XML:
            _check_entities(path)
        return _records(path, form)

    return read


def _records(path: Path, form: RdfFormat) -> Iterator[Record]:
    said = Statements()
    axioms = _Axioms(said)
    head: dict[str, str] = {}
    for quad in _triples(path, form):
        match quad.subject, quad.object:
            case BlankNode(value=node), Literal() | NamedNode() as value if quad.predicate.value in ANNOTATED:
                axioms.take(node, ANNOTATED[quad.predicate.value], value.value)
            case NamedNode(value=address), Literal() | NamedNode() as value:
                _take(address, quad.predicate.value, value, said, head)
            case _:
                pass
    axioms.flush()
    yield heading(head.get("ontology", ""), head.get("version", ""))
    yield from said.terms()


def _take(address: str, predicate: str, value: Literal | NamedNode, said: Statements, head: dict[str, str]) -> None:
    if predicate == TYPE:
        if value.value in CLASSES:
            said.declare(address)
        elif value.value == ONTOLOGY:
            head.setdefault("ontology", address)
    elif predicate in VERSIONS:
        head.setdefault("version", value.value)
    elif predicate in READ:
        language = value.language if isinstance(value, Literal) else None
        said.say(address, predicate, value.value, language=language or "")


class _Axioms:
    """Put together what annotated axioms say of synonyms; the statements of one stand together."""

    def __init__(self, said: Statements) -> None:
        self._said = said
        self._node = ""
        self._parts: dict[str, str] = {}

    def take(self, node: str, part: str, value: str) -> None:
        if node != self._node:
            self.flush()
            self._node = node
        self._parts[part] = value

    def flush(self) -> None:
        parts = self._parts
        if parts.keys() >= {"source", "property", "target", "type"}:
            self._said.type_synonym(parts["source"], parts["property"], parts["target"], parts["type"])
        self._parts = {}


def _triples(path: Path, form: RdfFormat) -> Iterator[Quad]:
    try:
        with path.open("rb") as file:
            yield from parse(file, format=form, base_iri=_BASE, lenient=True)
            if form == RdfFormat.RDF_XML:
                _check_end(file, path)
    except SyntaxError as error:
        line = error.lineno or (_xml_line(path) if form == RdfFormat.RDF_XML else None)
        raise LexiconError(
            f"{f'line {line}' if line else 'the file'} is no {form.name}: {error.msg}", where=str(path), mend=_MEND
        ) from error
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path), mend="give a readable file") from error
    except ValueError as error:
        raise LexiconError(f"is no {form.name}: {error}", where=str(path), mend=_MEND) from error


def _check_end(file: IO[bytes], path: Path) -> None:
    """Refuse a file that breaks off, such as half a download; the parser of RDF takes it for whole."""
    file.seek(-min(file.seek(0, os.SEEK_END), _TAIL), os.SEEK_END)
    if _CLOSED.search(file.read()) is None and (line := _xml_line(path)):
        raise LexiconError(f"line {line} breaks off before the document's end", where=str(path), mend="give it whole")


def _xml_line(path: Path) -> int | None:
    """Find the line where the XML is broken; the parser of RDF does not tell."""
    try:
        for _, element in etree.iterparse(str(path), resolve_entities=False, no_network=True, load_dtd=False):
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        return int(error.lineno) if error.lineno else None
    return None


def _check_entities(path: Path) -> None:
    """Refuse entities that reach outside, are made of others, or would make the file grow (XML 1.0, section 4.2).

    Raises:
        LexiconError: it declares such entities, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            _weigh_entities(file, path)
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path), mend="give a readable file") from error


def _weigh_entities(file: IO[bytes], path: Path) -> None:
    longest = references = size = 0
    line = 1
    rest = b""
    while chunk := file.read(_CHUNK):
        text = rest + chunk
        for found in _ENTITY.finditer(text):
            value = _QUOTED.fullmatch(found[3])
            if found[1] or value is None or len(found[3]) > _LONGEST_VALUE:
                place = line + text.count(b"\n", 0, found.start())
                raise LexiconError(
                    f"line {place} declares the entity {found[2][:40].decode(errors='replace')!r},"
                    " which reaches outside or is made of others",
                    where=str(path),
                    mend="entities are only read where they stand for plain words",
                )
            longest = max(longest, len(found[3]))
        references += chunk.count(b"&")
        size += len(chunk)
        kept = text.rfind(b"<!ENTITY")
        rest = text[kept:] if kept >= 0 and b">" not in text[kept:] else text[-8:]
        line += text.count(b"\n", 0, len(text) - len(rest))
        if len(rest) > _CHUNK:
            raise LexiconError("holds an entity without end", where=str(path), mend=_MEND)
    if longest * references > _GROWTH * size + _CHUNK:
        raise LexiconError(
            f"its XML entities would make it grow to {longest * references // 1000000} MB",
            where=str(path),
            mend="write them out",
        )
