"""Stream an ontology in OBO Graphs JSON (https://github.com/geneontology/obographs)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.records import Record
from nosograph.lexicon.sources.jsonstream import JsonStream
from nosograph.lexicon.sources.statements import OIO, SUBCLASS, VERSIONS, Statements, heading

_LABEL: Final = "http://www.w3.org/2000/01/rdf-schema#label"
_DEPRECATED: Final = "http://www.w3.org/2002/07/owl#deprecated"
_ISA: Final = frozenset({"is_a", "subClassOf", SUBCLASS})


def read_obographs(path: Path) -> Iterator[Record]:
    """Yield the classes that have a name, and the heading.

    Raises:
        LexiconError: the file is no JSON, or no document of graphs with nodes and edges.
    """
    said = Statements()
    heads: list[tuple[str, str]] = []
    try:
        with path.open("rb") as file:
            stream = JsonStream(file, path)
            if stream.peek() != "{":
                raise stream.broken("is no document of OBO Graphs")
            for key in stream.members():
                if key == "graphs" and stream.peek() == "[":
                    heads.extend(_graph(stream, said) for _ in stream.elements())
                else:
                    stream.value()
            if stream.peek():
                raise stream.broken("goes on after the document's end")
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}", where=str(path), mend="give a readable file") from error
    if not heads:
        raise LexiconError("holds no graphs", where=str(path), mend="give a document of OBO Graphs")
    yield heading(*heads[0])
    yield from said.terms()


def _graph(stream: JsonStream, said: Statements) -> tuple[str, str]:
    """Take one graph; give its address and version."""
    address, version = "", ""
    for key in stream.members():
        if key == "nodes" and stream.peek() == "[":
            for _ in stream.elements():
                _node(_object(stream), said)
        elif key == "edges" and stream.peek() == "[":
            for _ in stream.elements():
                _edge(_object(stream), said)
        elif stream.peek() == "[":
            for _ in stream.elements():
                stream.value()
        elif key == "id":
            address = _text(stream.value())
        elif key == "meta":
            version = _version(stream.value())
        else:
            stream.value()
    return address, version


def _object(stream: JsonStream) -> Mapping[str, object]:
    found = stream.value()
    if not isinstance(found, dict):
        raise stream.broken("has a node or an edge that is no object")
    return found


def _node(node: Mapping[str, object], said: Statements) -> None:
    address = _text(node.get("id"))
    if not address or node.get("type") != "CLASS":
        return
    said.declare(address)
    if label := _text(node.get("lbl")):
        said.say(address, _LABEL, label)
    meta = _mapping(node.get("meta"))
    for synonym in _mappings(meta.get("synonyms")):
        predicate, words = OIO + _text(synonym.get("pred")).rpartition("#")[2], _text(synonym.get("val"))
        if words:
            said.say(address, predicate, words)
            said.type_synonym(address, predicate, words, _text(synonym.get("synonymType")))
    for xref in _mappings(meta.get("xrefs")):
        said.say(address, f"{OIO}hasDbXref", _text(xref.get("val")))
    for pair in _mappings(meta.get("basicPropertyValues")):
        if _text(pair.get("val")):
            said.say(address, _text(pair.get("pred")), _text(pair.get("val")))
    if meta.get("deprecated") is True:
        said.say(address, _DEPRECATED, "true")


def _edge(edge: Mapping[str, object], said: Statements) -> None:
    if edge.get("pred") in _ISA and _text(edge.get("sub")) and _text(edge.get("obj")):
        said.say(_text(edge["sub"]), SUBCLASS, _text(edge["obj"]))


def _version(meta: object) -> str:
    held = _mapping(meta)
    values = {_text(pair.get("pred")): _text(pair.get("val")) for pair in _mappings(held.get("basicPropertyValues"))}
    return _text(held.get("version")) or next((values[name] for name in VERSIONS if values.get(name)), "")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> Iterator[Mapping[str, object]]:
    yield from (_mapping(item) for item in value) if isinstance(value, list) else ()
