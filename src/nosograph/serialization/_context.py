"""Read the project's JSON-LD context, and name IRIs and values by it (JSON-LD 1.1, sections 4.1 and 4.2)."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from pyoxigraph import Literal

from nosograph import resources
from nosograph.errors import OutputError, VocabularyError
from nosograph.rdf import RDF, XSD

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_FILE: Final = "context.jsonld"
_PREFIX_END: Final = tuple(":/?#[]@")
"""The ends of a base that make a plain definition a prefix (JSON-LD 1.1, section 4.1.5)."""

_EXACT_INTEGER: Final = re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII)
"""A whole number in canonical form that is the same in JavaScript, exact up to 2 to the 53rd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Hold what a term stands for: an IRI, with the type or language that its values have without saying so.

    `coercion` is "@id", "@vocab", a datatype's IRI or empty. `reverse` turns the arrow; `many` keeps a list of one.
    """

    name: str
    iri: str
    coercion: str = ""
    language: str = ""
    reverse: bool = False
    many: bool = False


@cache
def definitions() -> Mapping[str, Json]:
    """Give the definitions of ontology/context.jsonld in their order.

    Raises:
        VocabularyError: it is no JSON object with a context.
    """
    try:
        found = json.loads(resources.text("ontology", _FILE))["@context"]
    except (ValueError, KeyError, TypeError) as error:
        raise VocabularyError(f"no JSON-LD context: {error!r}", where=f"ontology/{_FILE}") from error
    if not isinstance(found, dict):
        raise VocabularyError("the context is no JSON object", where=f"ontology/{_FILE}")
    return found


class Context:
    """Name IRIs and values by a context, and keep account of which definitions that took.

    >>> context = Context({"ng": "https://w3id.org/nosograph/vocab/", "Claim": "ng:Claim"})
    >>> context.term_or_iri("https://w3id.org/nosograph/vocab/Claim"), context.iri("https://w3id.org/nosograph/vocab/Claim")
    ('Claim', 'ng:Claim')
    >>> list(context.used())
    ['ng', 'Claim']
    """

    def __init__(self, definitions: Mapping[str, Json], *, avoiding: Collection[str] = ()) -> None:
        """Leave out the names in `avoiding`: an IRI with one for a scheme would be taken for a compact one.

        Raises:
            VocabularyError: a definition uses a part of JSON-LD that this writer does not know.
        """
        self._definitions = {name: d for name, d in definitions.items() if name not in avoiding}
        self._prefixes = {base: name for name, d in self._definitions.items() if (base := _base(d))}
        bases = "|".join(map(re.escape, sorted(self._prefixes, key=len, reverse=True)))
        # A local part that begins with // would be taken for an address.
        self._bases = re.compile(rf"(?:{bases or '(?!)'})(?=.)(?!//)")
        self._keywords = {d: name for name, d in self._definitions.items() if isinstance(d, str) and d.startswith("@")}
        terms = [self._term(name, d) for name, d in self._definitions.items() if self._is_term(name)]
        # Of several terms for one IRI, the first is used.
        self._terms = {term.iri: term for term in reversed(terms) if not term.reverse}
        self.reverses = {term.iri: term for term in reversed(terms) if term.reverse}
        self.order = {name: place for place, name in enumerate(self._definitions)}
        self._used: set[str] = set()
        self.iri = cache(self._iri)

    def used(self) -> dict[str, Json]:
        """Give the definitions that the names given so far need, in the context's order."""
        needed = set(self._used)
        for name in self._used:
            needed |= _names_within(self._definitions[name])
        return {name: d for name, d in self._definitions.items() if name in needed or name == "@version"}

    def keyword(self, keyword: str) -> str:
        """Give the name of a keyword of JSON-LD."""
        name = self._keywords.get(keyword, keyword)
        self._used |= {name} - {keyword}
        return name

    def property(self, iri: str) -> Term:
        """Give the term for a property; without one, its compact or full IRI is a term without a type."""
        term = self._terms.get(iri)
        if term is None:
            return Term(name=self.iri(iri), iri=iri)
        self._used.add(term.name)
        return term

    def reverse(self, iri: str) -> Term:
        """Give the term for a property whose arrow is turned round; `reverses` says for which there is one."""
        self._used.add(self.reverses[iri].name)
        return self.reverses[iri]

    def term_or_iri(self, iri: str) -> str:
        """Name a thing of a vocabulary, where terms count: a type, or a value coerced to "@vocab"."""
        return self.property(iri).name

    def literal(self, literal: Literal, term: Term) -> Json:
        """Write a literal as the value of a term: plain where the term says the rest, else with its type or language.

        Raises:
            OutputError: the literal has a base direction, which JSON-LD would lose.
        """
        value, datatype = literal.value, literal.datatype
        if literal.language:
            if datatype != RDF.langString:
                raise OutputError(f"JSON-LD cannot hold the direction of {value[:40]!r}", mend="choose another format")
            return value if literal.language == term.language else self._with("@language", literal.language, value)
        native = _NATIVE.get(datatype.value, str)(value) if term.coercion in {"", datatype.value} else None
        if native is not None and not isinstance(native, str):
            return native
        if datatype == XSD.string:
            return {self.keyword("@value"): value} if term.language or term.coercion else value
        return (
            value if datatype.value == term.coercion else self._with("@type", self.term_or_iri(datatype.value), value)
        )

    def _with(self, keyword: str, name: str, value: str) -> Json:
        return {self.keyword(keyword): name, self.keyword("@value"): value}

    def _iri(self, iri: str) -> str:
        """Shorten an IRI by the longest base that leaves something of it."""
        found = self._bases.match(iri)
        if found is None:
            return iri
        prefix = self._prefixes[found[0]]
        self._used.add(prefix)
        return f"{prefix}:{iri[found.end() :]}"

    def _is_term(self, name: str) -> bool:
        return not name.startswith("@") and name not in self._prefixes.values() and name not in self._keywords.values()

    def _term(self, name: str, definition: Json) -> Term:
        parts = dict(definition) if isinstance(definition, dict) else {"@id": definition}
        reverse = "@reverse" in parts
        iri, coercion = parts.pop("@reverse", None) or parts.pop("@id", name), parts.pop("@type", "")
        language, container = parts.pop("@language", ""), parts.pop("@container", "@set" if reverse else "")
        if parts or container not in {"", "@set"} or not isinstance(iri, str):
            raise VocabularyError(f"a definition this writer does not know: {name}", where=f"ontology/{_FILE}")
        return Term(
            name=name,
            iri=self._expanded(iri),
            coercion=self._expanded(str(coercion)),
            language=str(language),
            reverse=reverse,
            many=container == "@set",
        )

    def _expanded(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        base = _base(self._definitions.get(prefix)) if local else None
        return base + local if base else name


def _base(definition: Json) -> str | None:
    """Give the base of a prefix, or None for a definition of another sort."""
    if isinstance(definition, str):
        return definition if definition.endswith(_PREFIX_END) and not definition.startswith("@") else None
    return str(definition["@id"]) if isinstance(definition, dict) and definition.get("@prefix") is True else None


def _names_within(definition: Json) -> set[str]:
    """Give the prefixes that a definition's own IRIs use."""
    values = definition.values() if isinstance(definition, dict) else [definition]
    return {value.partition(":")[0] for value in values if isinstance(value, str)}


def _integer(value: str) -> int | str:
    return int(value) if _EXACT_INTEGER.fullmatch(value) else value


def _boolean(value: str) -> bool | str:
    return value == "true" if value in {"true", "false"} else value


_NATIVE: Final[Mapping[str, Callable[[str], Json]]] = {XSD.integer.value: _integer, XSD.boolean.value: _boolean}
