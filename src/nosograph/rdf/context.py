"""Derive ontology/context.jsonld, the JSON-LD context, from the prefix table and the vocabulary."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from nosograph.rdf.namespaces import OWL, RDF, RDFS, XSD
from nosograph.rdf.prefixes import contract, prefixes
from nosograph.rdf.vocabulary import kinds, relations, terms

Definition: TypeAlias = str | Mapping[str, str | bool]

_ID: Final = "@id"
_SET: Final = "@set"

_PLAIN: Final[Mapping[str, str]] = {
    "label": "rdfs:label",
    "altLabel": "skos:altLabel",
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "identifier": "dcterms:identifier",
    "source": "dcterms:source",
    "citation": "dcterms:bibliographicCitation",
    "rights": "dcterms:rights",
    "credit": "schema:creditText",
    "name": "schema:name",
    "publisher": "schema:publisher",
    "softwareVersion": "schema:softwareVersion",
    "volume": "bibo:volume",
    "issue": "bibo:issue",
    "pages": "bibo:pages",
    "edition": "bibo:edition",
    "doi": "bibo:doi",
    "pmid": "bibo:pmid",
    "pmcid": "fabio:hasPubMedCentralId",
    "isbn10": "bibo:isbn10",
    "isbn13": "bibo:isbn13",
    "curie": "oboInOwl:id",
    "xref": "oboInOwl:hasDbXref",
    "sentence": "biolink:supporting_text",
    "knowledgeLevel": "biolink:knowledge_level",
    "agentType": "biolink:agent_type",
    "quote": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "Article": "schema:Article",
    "Text": "schema:DigitalDocument",
    "Authorship": "schema:Role",
    "Software": "schema:SoftwareApplication",
    "Evidence": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "Run": "prov:Activity",
    "Agent": "prov:SoftwareAgent",
    "Entity": "prov:Entity",
    "Dataset": "void:Dataset",
    "Class": "owl:Class",
}
_TYPED: Final[Mapping[str, tuple[str, str]]] = {
    "start": ("oa:start", "xsd:integer"),
    "end": ("oa:end", "xsd:integer"),
    "position": ("schema:position", "xsd:integer"),
    "triples": ("void:triples", "xsd:integer"),
    "isNegated": ("biolink:negated", "xsd:boolean"),
    "biolinkInverse": ("ng:biolinkInverse", "xsd:boolean"),
}
_LINKS: Final[Mapping[str, str]] = {
    "subject": "rdf:subject",
    "predicate": "rdf:predicate",
    "object": "rdf:object",
    "about": "schema:about",
    "cites": "cito:cites",
    "citesAsEvidence": "cito:citesAsEvidence",
    "isPartOf": "dcterms:isPartOf",
    "license": "dcterms:license",
    "seeAlso": "rdfs:seeAlso",
    "url": "schema:url",
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "selectedFrom": "oa:hasSource",
    "evidenceType": "RO:0002558",
    "biolinkPredicate": "ng:biolinkPredicate",
    "generatedBy": "prov:wasGeneratedBy",
    "derivedFrom": "prov:wasDerivedFrom",
    "used": "prov:used",
    "associatedWith": "prov:wasAssociatedWith",
    "exactMatch": "skos:exactMatch",
    "closeMatch": "skos:closeMatch",
    "broadMatch": "skos:broadMatch",
    "narrowMatch": "skos:narrowMatch",
    "subset": "void:subset",
    "vocabulary": "void:vocabulary",
}
_MANY: Final[Mapping[str, str]] = {"authors": "schema:author", "selectors": "oa:hasSelector"}
_REVERSED: Final[Mapping[str, str]] = {"evidence": "oa:hasBody"}
_ENGLISH: Final = ("label", "altLabel")
_LINK_ENDS: Final = tuple(":/?#[]@")


def context() -> Mapping[str, Definition]:
    """Give the context's definitions: prefixes, then the names that people read, then those of the vocabulary."""
    made: dict[str, Definition] = {"id": _ID, "type": "@type"}
    for prefix, base in prefixes().items():
        made[prefix] = base if base.endswith(_LINK_ENDS) else {_ID: base, "@prefix": True}
    taken = set(made)
    for name, definition in (*_friendly(), *_classes(), *_edges(), *_own()):
        if name not in taken:
            made[name] = definition
            taken.add(name)
    return made


def text() -> str:
    """Give the file's text: one definition a line."""
    lines = (f"    {json.dumps(name)}: {json.dumps(definition)}" for name, definition in context().items())
    return '{\n  "@context": {\n    "@version": 1.1,\n' + ",\n".join(lines) + "\n  }\n}\n"


def _friendly() -> Iterator[tuple[str, Definition]]:
    for name, curie in _PLAIN.items():
        yield name, {_ID: curie, "@language": "en"} if name in _ENGLISH else curie
    for name, (curie, datatype) in _TYPED.items():
        yield name, {_ID: curie, "@type": datatype}
    for name, curie in _LINKS.items():
        yield name, {_ID: curie, "@type": _ID}
    for name, curie in _MANY.items():
        yield name, {_ID: curie, "@type": _ID, "@container": _SET}
    for name, curie in _REVERSED.items():
        yield name, {"@reverse": curie, "@container": _SET}


def _classes() -> Iterator[tuple[str, Definition]]:
    """Yield the Biolink classes of kinds and claims by their own names."""
    iris = [cls for _, cls in kinds().values()] + [relation.association for relation in relations().values()]
    for iri in dict.fromkeys(iris):
        yield _local(iri), _compact(iri)


def _edges() -> Iterator[tuple[str, Definition]]:
    """Yield the predicates of direct edges that have no name of their own here: `hasPhenotype` for has_phenotype."""
    for relation in relations().values():
        if not relation.predicate.startswith(prefixes()["ng"]):
            name = re.sub(r"_(\w)", lambda match: match[1].upper(), relation.key)
            yield name, {_ID: _compact(relation.predicate), "@type": _ID}


def _own() -> Iterator[tuple[str, Definition]]:
    """Yield the vocabulary's terms; values that are its individuals are written by name alone."""
    named = {value for types in terms().values() for value in types.get(RDF.type, ())}
    for node, properties in terms().items():
        types = properties.get(RDF.type, ())
        # Annotation properties make up the tables, and stand in no graph of an article.
        if not node.value.startswith(prefixes()["ng"]) or {OWL.Ontology, OWL.AnnotationProperty} & set(types):
            continue
        name, curie = _local(node.value), _compact(node.value)
        ranges = properties.get(RDFS.range, ())
        if OWL.ObjectProperty in types:
            yield name, {_ID: curie, "@type": "@vocab" if named & set(ranges) else _ID}
        elif ranges and ranges[0] != XSD.string:
            yield name, {_ID: curie, "@type": _compact(ranges[0].value)}
        else:
            yield name, curie


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]


def _compact(iri: str) -> str:
    curie = contract(iri)
    return iri if curie is None else str(curie)
