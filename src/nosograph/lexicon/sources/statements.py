"""Statements of an ontology, in any order, to terms: what the properties of labels, synonyms and hierarchy mean."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from nosograph.lexicon.records import Heading, MappingRow, Term, TermName
from nosograph.lexicon.sources.identifiers import curie_of, identifier
from nosograph.lexicon.sources.synonyms import SCOPES, TYPES
from nosograph.lexicon.values import Flag, Predicate
from nosograph.model import Match

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_OBO: Final = "http://purl.obolibrary.org/obo/"
OIO: Final = "http://www.geneontology.org/formats/oboInOwl#"
TYPE: Final = f"{_RDF}type"
SUBCLASS: Final = f"{_RDFS}subClassOf"
SYNONYM_TYPE: Final = f"{OIO}hasSynonymType"
ONTOLOGY: Final = f"{_OWL}Ontology"
CLASSES: Final = frozenset({f"{_OWL}Class", f"{_RDFS}Class", f"{_SKOS}Concept"})
ANNOTATED: Final = {
    f"{_OWL}annotatedSource": "source",
    f"{_OWL}annotatedProperty": "property",
    f"{_OWL}annotatedTarget": "target",
    SYNONYM_TYPE: "type",
}
"""What an owl:Axiom says of a synonym, and what we call it."""
VERSIONS: Final = (f"{_OWL}versionInfo", f"{_OWL}versionIRI")
NAMES: Final = {
    **{f"{OIO}has{scope.capitalize()}Synonym": match for scope, match in SCOPES.items()},
    f"{_SKOS}altLabel": Match.EXACT,
    f"{_OBO}IAO_0000118": Match.EXACT,
    "http://www.ebi.ac.uk/efo/alternative_term": Match.EXACT,
    "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl#P90": Match.EXACT,
}
"""Properties that give a name, and how the concept relates to its words."""
_LABELS: Final = frozenset({f"{_RDFS}label", f"{_SKOS}prefLabel"})
_PARENTS: Final = frozenset({SUBCLASS, f"{_SKOS}broader"})
_XREFS: Final = frozenset({f"{OIO}hasDbXref"})
_ALTERNATIVES: Final = frozenset({f"{OIO}hasAlternativeId"})
_SUCCESSORS: Final = frozenset({f"{_OBO}IAO_0100001"})
_SAME: Final = frozenset({f"{_SKOS}exactMatch"})
_DEPRECATED: Final = frozenset({f"{_OWL}deprecated"})
READ: Final = _LABELS | _PARENTS | _XREFS | _ALTERNATIVES | _SUCCESSORS | _SAME | _DEPRECATED | frozenset(NAMES)
"""Properties that say something here; all others are passed over."""


@dataclass(slots=True)
class _Draft:
    """Hold what was said of one address so far."""

    is_class: bool = False
    label: str = ""
    names: dict[tuple[str, Match], Flag] = field(default_factory=dict)
    parents: list[str] = field(default_factory=list)
    xrefs: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    obsolete: bool = False
    replaced_by: str = ""


class Statements:
    """Collect what is said of each address, then give its classes as terms; relations and individuals are left out."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._drafts: dict[str, _Draft] = {}

    def declare(self, subject: str) -> None:
        """Note that an address is a class."""
        self._draft(subject).is_class = True

    def say(self, subject: str, predicate: str, value: str, *, language: str = "") -> None:
        """Note one statement; `value` is a literal's words or an address. Words in other languages are passed over."""
        if predicate not in READ or (language and not language.lower().startswith("en")):
            return
        draft = self._draft(subject)
        if predicate in _LABELS:
            draft.label = draft.label or value
            if value != draft.label:
                draft.names.setdefault((value, Match.EXACT), Flag.NONE)
        elif predicate in NAMES:
            draft.names.setdefault((value, NAMES[predicate]), Flag.NONE)
        elif predicate in _DEPRECATED:
            draft.obsolete = value in {"true", "1"}
        elif predicate in _SUCCESSORS:
            draft.replaced_by = identifier(value)
        else:
            self._point(draft, predicate, value)

    def type_synonym(self, subject: str, predicate: str, words: str, kind: str) -> None:
        """Note the type of a synonym (layperson, plural form, …) that was or will be said of the same address."""
        flag = TYPES.get(kind) or TYPES.get(curie_of(kind)) or TYPES.get(kind.rpartition("#")[2])
        if flag and predicate in NAMES:
            self._draft(subject).names[(words, NAMES[predicate])] = flag

    def terms(self) -> Iterator[Term | MappingRow]:
        """Give the classes that have a name, and let go of them."""
        for address in list(self._drafts):
            draft = self._drafts.pop(address)
            curie = curie_of(address)
            if not curie or not draft.is_class or not (draft.label or draft.names):
                continue
            yield Term(
                curie=curie,
                label=draft.label,
                names=tuple(TermName(text=t, match=m, flags=flag) for (t, m), flag in draft.names.items()),
                parents=tuple(draft.parents),
                xrefs=tuple(draft.xrefs),
                alternatives=tuple(draft.alternatives),
                obsolete=draft.obsolete,
                replaced_by=draft.replaced_by,
            )
            for same in () if draft.obsolete else draft.same:
                yield MappingRow(subject=curie, predicate=Predicate.EXACT, object=same)

    def _draft(self, subject: str) -> _Draft:
        draft = self._drafts.get(subject)
        if draft is None:
            draft = self._drafts[subject] = _Draft()
        return draft

    @staticmethod
    def _point(draft: _Draft, predicate: str, value: str) -> None:
        curie = identifier(value)
        if not curie:
            return
        if predicate in _PARENTS:
            draft.is_class = True
            draft.parents.append(curie)
        elif predicate in _XREFS:
            draft.xrefs.append(curie)
        elif predicate in _ALTERNATIVES:
            draft.alternatives.append(curie)
        else:
            draft.same.append(curie)


def heading(address: str, version: str) -> Heading:
    """Give the heading of an ontology of this address; a version may be an address, its dated part is taken.

    >>> heading("http://purl.obolibrary.org/obo/ro.owl", "http://purl.obolibrary.org/obo/ro/releases/2025-12-17/ro.owl")
    Heading(ontology='ro', version='2025-12-17')
    """
    return Heading(ontology=ontology_name(address), version=short_version(version))


def ontology_name(address: str) -> str:
    """Give the short name of an ontology.

    >>> ontology_name("hp.obo"), ontology_name("doid/subsets/DO_rare_slim"), ontology_name("http://x.org/a/efo.owl#")
    ('hp', 'doid/subsets/DO_rare_slim', 'efo')
    """
    name = address.strip().rstrip("#/")
    if "://" in name:
        name = name.partition("/obo/")[2] or name.rpartition("/")[2]
    for ending in (".obo", ".owl", ".json", ".ttl", ".rdf"):
        name = name.removesuffix(ending)
    return name


def short_version(text: str) -> str:
    """Give the release a version names: of an address the part that holds digits, else the words as they are.

    >>> short_version("hp/releases/2025-01-16"), short_version("doid/releases/2026-07-31/subsets/DO_rare_slim.obo")
    ('2025-01-16', '2026-07-31')
    """
    parts = [part for part in text.strip().split("/") if part]
    dated = [part for part in parts if part[:1].isdigit() or (part[:1] == "v" and part[1:2].isdigit())]
    return (dated or parts or [""])[-1] if "/" in text else text.strip()
