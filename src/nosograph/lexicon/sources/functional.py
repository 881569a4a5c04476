"""Stream an ontology in OWL 2's functional-style syntax (OWL 2 Structural Specification, section 3.7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from nosograph.errors import LexiconError
from nosograph.lexicon.records import Record
from nosograph.lexicon.rows import numbered_lines
from nosograph.lexicon.sources.statements import SUBCLASS, SYNONYM_TYPE, VERSIONS, Statements, heading

_TOKEN: Final = re.compile(
    r"(?P<space>\s+|\#[^\n]*)|(?P<open>[A-Za-z]+)\(|(?P<close>\))|<(?P<iri>[^<>\s]*)>"
    r'|"(?P<text>(?:[^"\\]|\\.)*)"(?:@(?P<language>[A-Za-z0-9-]+)|\^\^(?:<[^>]*>|[^\s()"]+))?'
    r'|(?P<equals>=)|(?P<name>[^\s()"<>=]+)',
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r'\\(["\\])')
_QUOTE: Final = re.compile(r'(?<!\\)(?:\\\\)*"')
_SHOWN: Final = 60
_MEND: Final = "mend the line, or convert the file to OBO"


@dataclass(frozen=True, slots=True)
class _Words:
    """Hold a literal's words and their language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class _Call:
    """Hold `name(part part …)`; an address or a number is a plain string."""

    name: str
    line: int
    parts: list["_Part"] = field(default_factory=list)


_Part: TypeAlias = "str | _Words | _Call"


def read_functional(path: Path) -> Iterator[Record]:
    """Yield the classes that have an English name, and the heading.

    Raises:
        LexiconError: a line is no functional-style syntax; brackets or quotes do not close.
    """
    said = Statements()
    parser = _Parser(path)
    version = ""
    for call in parser.calls():
        parts = [part for part in call.parts if not (isinstance(part, _Call) and part.name == "Annotation")]
        match call.name, parts:
            case "Declaration", [_Call(name="Class", parts=[str(address)])]:
                said.declare(address)
            case "SubClassOf", [str(address), above]:
                said.declare(address)
                if isinstance(above, str):
                    said.say(address, SUBCLASS, above)
            case "AnnotationAssertion", [str(), str(), str() | _Words()]:
                _annotate(parts, call, said)
            case "Annotation", [str(address), str() | _Words() as value] if address in VERSIONS:
                version = version or (value if isinstance(value, str) else value.text)
            case _:
                pass
    addresses = [*parser.loose, "", ""]
    yield heading(addresses[0], addresses[1] or version)
    yield from said.terms()


def _annotate(parts: list[_Part], call: _Call, said: Statements) -> None:
    match parts:
        case [str(predicate), str(subject), _Words(text=text, language=language)]:
            said.say(subject, predicate, text, language=language)
            for part in call.parts:
                match part:
                    case _Call(name="Annotation", parts=[str(about), str(kind)]) if about == SYNONYM_TYPE:
                        said.type_synonym(subject, predicate, text, kind)
        case [str(predicate), str(subject), str(value)]:
            said.say(subject, predicate, value)


class _Parser:
    """Read calls one after the other; what stands loose inside `Ontology(…)` is its address and its version's."""

    def __init__(self, path: Path) -> None:
        self.loose: list[str] = []
        self._path = path
        self._prefixes = {
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "owl": "http://www.w3.org/2002/07/owl#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        }
        self._inside = 0
        self._stack: list[_Call] = []

    def calls(self) -> Iterator[_Call]:
        """Yield each outermost call, those inside `Ontology(…)` one by one."""
        number = 0
        for number, line in self._lines():
            place = 0
            while place < len(line):
                token = _TOKEN.match(line, place)
                if token is None:
                    raise self._broken(number, line[place:])
                done = None if token["space"] else self._step(token, number)
                if done is not None:
                    yield done
                place = token.end()
        if self._stack or self._inside:
            opened = self._stack[0].line if self._stack else self._inside
            raise LexiconError(
                f"line {opened} opens a bracket that is not closed by line {number}, the last",
                where=str(self._path),
                mend="give the whole file",
            )

    def _step(self, token: re.Match[str], number: int) -> _Call | None:
        if token["open"] == "Ontology" and not self._stack:
            self._inside = number
        elif token["open"]:
            self._stack.append(_Call(token["open"], number))
        elif token["close"] and self._stack:
            return self._close()
        elif token["close"] and self._inside:
            self._inside = 0
        elif self._stack:
            self._stack[-1].parts.append(self._part(token, number))
        elif self._inside and (token["iri"] or token["name"]):
            self.loose.append(str(self._part(token, number)))
        else:
            raise self._broken(number, token[0])
        return None

    def _close(self) -> _Call | None:
        done = self._stack.pop()
        if self._stack:
            self._stack[-1].parts.append(done)
            return None
        match done.name, done.parts:
            case "Prefix", [str(name), "=", str(base)]:
                self._prefixes[name.removesuffix(":")] = base
        return done

    def _part(self, token: re.Match[str], number: int) -> "_Part":
        if token["text"] is not None:
            return _Words(_ESCAPE.sub(r"\1", token["text"]), token["language"] or "")
        name = token["name"]
        if name is None:
            return token["iri"] if token["iri"] is not None else token[0]
        prefix, colon, local = name.partition(":")
        if not colon or (self._stack and self._stack[-1].name == "Prefix"):
            return str(name)
        if prefix == "_":
            return _Call("_", number)
        if prefix not in self._prefixes:
            raise self._broken(number, name, "uses a prefix that is not declared")
        return self._prefixes[prefix] + local

    def _lines(self) -> Iterator[tuple[int, str]]:
        """Yield lines, joined where a literal goes over several."""
        held: list[str] = []
        begun = 0
        for number, line in numbered_lines(self._path):
            turns = bool(_turns(line)) if held or not line.lstrip().startswith("#") else False
            if held:
                held.append(line)
                if turns:
                    yield begun, "\n".join(held)
                    held = []
            elif turns:
                held, begun = [line], number
            else:
                yield number, line
        if held:
            raise LexiconError(
                f"line {begun} opens a quote that never closes", where=str(self._path), mend="mend the line"
            )

    def _broken(self, number: int, seen: str, what: str = "is no functional-style syntax") -> LexiconError:
        return LexiconError(f"line {number} {what}: {seen[:_SHOWN]!r}", where=str(self._path), mend=_MEND)


def _turns(line: str) -> int:
    """Give 1 where a line opens a literal it does not close, or closes one it does not open."""
    return len(_QUOTE.findall(line)) % 2
