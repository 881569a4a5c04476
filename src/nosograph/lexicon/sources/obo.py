"""Stream the terms of an OBO file (OBO Flat File Format 1.2 and 1.4)."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nosograph.errors import LexiconError
from nosograph.lexicon.records import Term, TermName
from nosograph.lexicon.rows import numbered_lines
from nosograph.lexicon.values import Flag
from nosograph.model import Match

_SYNONYM: Final = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:(EXACT|BROAD|NARROW|RELATED)\b)?\s*([^\s\[]+)?')
_ESCAPE: Final = re.compile(r"\\(.)")
_SPECIAL: Final = {"n": "\n", "W": " ", "t": "\t"}
_WHERE_MEND: Final = "mend the line, or leave the file out"

# A synonym's scope says how the synonym relates to the term; a Match, how the concept relates to the words.
_SCOPES: Final = {"EXACT": Match.EXACT, "NARROW": Match.BROAD, "BROAD": Match.NARROW, "RELATED": Match.CLOSE}
_OLD_TAGS: Final = {
    "exact_synonym": "EXACT",
    "narrow_synonym": "NARROW",
    "broad_synonym": "BROAD",
    "related_synonym": "RELATED",
}
_TYPES: Final = {
    "layperson": Flag.LAYPERSON,
    "abbreviation": Flag.ABBREVIATION,
    "plural_form": Flag.PLURAL_FORM,
    "uk_spelling": Flag.UK_SPELLING,
    "obsolete_synonym": Flag.OBSOLETE,
    "http://purl.obolibrary.org/obo/hp#layperson": Flag.LAYPERSON,
    "OMO:0003000": Flag.ABBREVIATION,
    "OMO:0003003": Flag.LAYPERSON,
    "OMO:0003004": Flag.PLURAL_FORM,
    "OMO:0003005": Flag.UK_SPELLING,
    "ABBREVIATION": Flag.ABBREVIATION,
    "DEPRECATED": Flag.OBSOLETE,
}
_SINGLE: Final = frozenset({"id", "name", "replaced_by", "is_obsolete"})
_MANY: Final = frozenset({"alt_id", "is_a", "xref", "synonym", *_OLD_TAGS})


def read_obo(path: Path) -> Iterator[Term]:
    """Yield each [Term] stanza as a Term, obsolete ones marked.

    Raises:
        LexiconError: a line is no tag-value pair, a synonym has no closing quote, a stanza lacks its id.
    """
    stanza: dict[str, list[str]] | None = None
    begun = 0
    for number, line in numbered_lines(path):
        if not line:
            continue
        if line[0] == "[":
            if stanza is not None:
                yield _term(stanza, path, begun)
            stanza, begun = ({} if line.startswith("[Term]") else None), number
        elif line[0] != "!":
            _take(stanza, line, path, number)
    if stanza is not None:
        yield _term(stanza, path, begun)


def obo_version(path: Path) -> str:
    """Give the `data-version` of an OBO file's header, or an empty string."""
    for _, line in numbered_lines(path):
        if line.startswith("data-version:"):
            return line.partition(":")[2].strip().rpartition("/")[2]
        if line.startswith("["):
            break
    return ""


def _take(stanza: dict[str, list[str]] | None, line: str, path: Path, number: int) -> None:
    tag, colon, value = line.partition(":")
    if not colon or not tag or " " in tag:
        raise LexiconError(f"line {number} is no 'tag: value': {line[:60]!r}", where=str(path), mend=_WHERE_MEND)
    if stanza is None:
        return
    if tag in _MANY or tag in _SINGLE:
        value = value.strip()
        if tag.endswith("synonym"):
            _check_synonym(value, path, number)
        stanza.setdefault(tag, []).append(value)


def _check_synonym(value: str, path: Path, number: int) -> None:
    if _SYNONYM.match(value) is None:
        raise LexiconError(
            f"line {number} holds a synonym without its quotes: {value[:60]!r}", where=str(path), mend=_WHERE_MEND
        )


def _term(stanza: dict[str, list[str]], path: Path, begun: int) -> Term:
    identifier = _bare(stanza.get("id", [""])[0])
    if not identifier:
        raise LexiconError(f"the [Term] at line {begun} has no id", where=str(path), mend=_WHERE_MEND)
    return Term(
        curie=identifier,
        label=_unescape(stanza.get("name", [""])[0]),
        names=tuple(_synonym(tag, value) for tag in ("synonym", *_OLD_TAGS) for value in stanza.get(tag, ())),
        parents=tuple(_bare(v) for v in stanza.get("is_a", ())),
        xrefs=tuple(_bare(v) for v in stanza.get("xref", ())),
        alternatives=tuple(_bare(v) for v in stanza.get("alt_id", ())),
        obsolete=stanza.get("is_obsolete", [""])[0].startswith("true"),
        replaced_by=_bare(stanza.get("replaced_by", [""])[0]),
    )


def _synonym(tag: str, value: str) -> TermName:
    match = _SYNONYM.match(value)
    if match is None:  # pragma: no cover - _take has checked it
        raise LexiconError(f"a synonym without its quotes: {value[:60]!r}")
    scope = _OLD_TAGS.get(tag) or match[2] or "RELATED"
    return TermName(text=_unescape(match[1]), match=_SCOPES[scope], flags=_TYPES.get(match[3] or "", Flag.NONE))


def _bare(value: str) -> str:
    """Cut the trailing comment, modifiers and description off an identifier."""
    return value.split(" ", 1)[0] if value else ""


def _unescape(value: str) -> str:
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda m: _SPECIAL.get(m[1], m[1]), value)
