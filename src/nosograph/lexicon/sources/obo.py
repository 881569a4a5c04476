"""Stream the terms of an OBO file (OBO Flat File Format 1.2 and 1.4)."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.records import Heading, MappingRow, Term, TermName
from nosograph.lexicon.rows import numbered_lines
from nosograph.lexicon.sources.identifiers import identifier
from nosograph.lexicon.sources.statements import ontology_name, short_version
from nosograph.lexicon.sources.synonyms import SCOPES, TYPES
from nosograph.lexicon.values import Flag, Predicate

_SYNONYM: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:(EXACT|BROAD|NARROW|RELATED)\b)?\s*([^\s\[]+)?')
_ESCAPE: Final = re.compile(r"\\(.)")
_SPECIAL: Final = {"n": "\n", "W": " ", "t": "\t"}
_WHERE_MEND: Final = "mend the line, or leave the file out"

_OLD_TAGS: Final = {
    "exact_synonym": "EXACT",
    "narrow_synonym": "NARROW",
    "broad_synonym": "BROAD",
    "related_synonym": "RELATED",
}
_READ: Final = frozenset(
    {"id", "name", "replaced_by", "is_obsolete", "alt_id", "is_a", "xref", "property_value", "synonym", *_OLD_TAGS}
)
_EXACT_MATCH: Final = re.compile(r"(?:\S*[:#/])?exactMatch (\S+)")


def read_obo(path: Path) -> Iterator[Heading | Term | MappingRow]:
    """Yield the heading, then each [Term] stanza as a Term, obsolete ones marked, with its exact matches.

    Raises:
        LexiconError: a line is no tag-value pair, a synonym has no closing quote, a stanza lacks its id.
    """
    head: dict[str, str] = {}
    stanza: dict[str, list[str]] | None = None
    begun = 0
    for number, line in numbered_lines(path):
        if not line:
            continue
        if line[0] == "[":
            if not begun:
                yield _heading(head)
            if stanza is not None:
                yield from _records(stanza, path, begun, head)
            stanza, begun = ({} if line.startswith("[Term]") else None), number
        elif line[0] != "!":
            tag, value = _pair(line, path, number)
            if stanza is not None:
                _take(stanza, tag, value, path, number)
            elif not begun:
                head.setdefault(tag, value)
    if stanza is not None:
        yield from _records(stanza, path, begun, head)


def obo_heading(path: Path) -> Heading:
    """Give the heading of an OBO file, without reading its terms."""
    head: dict[str, str] = {}
    for number, line in numbered_lines(path):
        if line.startswith("["):
            break
        if line and line[0] != "!":
            head.setdefault(*_pair(line, path, number))
    return _heading(head)


def _heading(head: Mapping[str, str]) -> Heading:
    return Heading(
        ontology=ontology_name(head.get("ontology", "")), version=short_version(head.get("data-version", ""))
    )


def _pair(line: str, path: Path, number: int) -> tuple[str, str]:
    tag, colon, value = line.partition(":")
    if not colon or not tag or " " in tag:
        raise LexiconError(f"line {number} is no 'tag: value': {line[:60]!r}", where=str(path), mend=_WHERE_MEND)
    return tag, value.strip()


def _take(stanza: dict[str, list[str]], tag: str, value: str, path: Path, number: int) -> None:
    if tag in _READ:
        if tag.endswith("synonym"):
            _check_synonym(value, path, number)
        stanza.setdefault(tag, []).append(value)


def _check_synonym(value: str, path: Path, number: int) -> None:
    if _SYNONYM.match(value) is None:
        raise LexiconError(
            f"line {number} holds a synonym without its quotes: {value[:60]!r}", where=str(path), mend=_WHERE_MEND
        )


def _records(
    stanza: Mapping[str, list[str]], path: Path, begun: int, head: Mapping[str, str]
) -> Iterator[Term | MappingRow]:
    said = _bare(stanza.get("id", [""])[0])
    if not said:
        raise LexiconError(f"the [Term] at line {begun} has no id", where=str(path), mend=_WHERE_MEND)
    curie = _identifier(said, head)
    if not curie:
        raise LexiconError(
            f"the [Term] at line {begun} has an id without prefix: {said[:60]!r}",
            where=str(path),
            mend="write it as prefix:local",
        )
    obsolete = stanza.get("is_obsolete", [""])[0].startswith("true")
    yield Term(
        curie=curie,
        label=_unescape(stanza.get("name", [""])[0]),
        names=tuple(_synonym(tag, value) for tag in ("synonym", *_OLD_TAGS) for value in stanza.get(tag, ())),
        parents=tuple(_bare(v) for v in stanza.get("is_a", ())),
        xrefs=tuple(_bare(v) for v in stanza.get("xref", ())),
        alternatives=tuple(_bare(v) for v in stanza.get("alt_id", ())),
        obsolete=obsolete,
        replaced_by=_bare(stanza.get("replaced_by", [""])[0]),
    )
    for value in () if obsolete else stanza.get("property_value", ()):
        matched = _EXACT_MATCH.match(value)
        same = identifier(matched[1]) if matched else ""
        if same:
            yield MappingRow(subject=curie, predicate=Predicate.EXACT, object=same)


def _identifier(said: str, head: Mapping[str, str]) -> str:
    """Give a term's identifier; one without prefix belongs to the ontology's own."""
    ontology = ontology_name(head.get("ontology", ""))
    return identifier(said) or (identifier(f"{ontology}:{said}") if ontology and ":" not in said else "")


def _synonym(tag: str, value: str) -> TermName:
    match = _SYNONYM.match(value)
    if match is None:  # pragma: no cover - _take has checked it
        raise LexiconError(f"a synonym without its quotes: {value[:60]!r}")
    scope = _OLD_TAGS.get(tag) or match[2] or "RELATED"
    return TermName(text=_unescape(match[1]), match=SCOPES[scope], flags=TYPES.get(match[3] or "", Flag.NONE))


def _bare(value: str) -> str:
    """Cut the trailing comment, modifiers and description off an identifier; addresses become compact."""
    word = value.split(" ", 1)[0] if value else ""
    return word if "//" not in word else identifier(_unescape(word)) or word


def _unescape(value: str) -> str:
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda m: _SPECIAL.get(m[1], m[1]), value)
