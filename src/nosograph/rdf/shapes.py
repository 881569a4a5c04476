"""Derive the shapes that follow from tables: patterns of identifiers, relations, prefixes of queries."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from nosograph import resources
from nosograph.model import Kind
from nosograph.rdf.prefixes import Prefix, prefixes, table
from nosograph.rdf.turtle import SHAPES, any_of, escaped, header, name, property_shape, query, query_shape, string
from nosograph.rdf.vocabulary import has_outcome, kinds, relations

_HEAD: Final = "# Derived from ontology/ by python -m nosograph.rdf; do not edit.\n"
_WRITTEN: Final = ("article", "claim", "entity", "evidence", "publication")
_QUERY: Final = re.compile(r'sh:select """(.*?)"""', re.DOTALL)
_MINTED: Final = r".+[/#](identifier|publication|thing)/\S+"
"""Names that the program mints, under whatever base."""
_SHOWN: Final = (
    r'$this (REPLACE(?identifier, "\\\\", "/") AS ?shown)'  # pySHACL fails on a backslash in a message's value
)
_LITERALS: Final = {"bibo:doi": "DOI", "bibo:pmid": "PMID", "bibo:isbn10": "ISBN", "bibo:isbn13": "ISBN"}
_ARTICLES: Final = "sh:targetClass schema:Article"
_THINGS: Final = "sh:targetSubjectsOf ng:kind"
_OR: Final = "\n            || "


def index() -> str:
    """Give shapes/nosograph.ttl: it imports the other files, and declares the prefixes that their queries use."""
    written = "".join(resources.text("shapes", f"{part}.ttl") for part in _WRITTEN)
    queries = "".join(_QUERY.findall(written + identifier() + relation()))
    used = [prefix for prefix in prefixes() if re.search(rf"(?<![\w:/]){prefix}:\w", queries)]
    imports = " , ".join(f"<{part}.ttl>" for part in sorted((*_WRITTEN, "identifier", "relation")))
    declared = (
        f'ngs:prefix-{prefix} sh:prefix "{prefix}" ; sh:namespace "{prefixes()[prefix]}"^^xsd:anyURI .\n'
        for prefix in used
    )
    return (
        f"{_HEAD}# All shapes: pyshacl --imports --shacl shapes/nosograph.ttl FILE\n{header('ngs', 'owl', 'sh', 'xsd')}"
        f"\n{SHAPES} a owl:Ontology ;\n    owl:imports {imports} ;\n"
        f"    sh:declare {' , '.join(f'ngs:prefix-{prefix}' for prefix in used)} .\n\n{''.join(declared)}"
    )


def identifier() -> str:
    """Give shapes/identifier.ttl: identifiers fit the patterns of the prefix table, or are names minted here."""
    iris = [f"{escaped(row.iri)}({row.pattern})" for row in table() if row.iri]
    patterns = {row.prefix: row.pattern for row in table()}
    return (
        _HEAD
        + header("bibo", "ng", "ngs", "sh", "skos")
        + f"""
ngs:Identifier a sh:NodeShape ;
    {_THINGS} ; sh:targetObjectsOf ng:publication , skos:exactMatch ;
    sh:pattern {string(f"^({'|'.join([*iris, _MINTED])})$")} ;
    sh:message "The identifier does not fit the pattern of its prefix." ; sh:severity sh:Violation .
"""
        + _infobox()
        + "".join(
            property_shape(
                f"publication-{path.partition(':')[2]}",
                target=f"sh:targetSubjectsOf {path}",
                path=path,
                constraints=[f"sh:pattern {string(f'^({patterns[prefix]})$')}"],
                message=f"The reference list gives a {prefix} that is none.",
                severity="Warning",
            )
            for path, prefix in _LITERALS.items()
        )
    )


def _infobox() -> str:
    known = "|".join(map(_spellings, table()))
    curies = "|".join(f"({_spellings(row)}):({row.pattern})" for row in table())
    return query_shape(
        "InfoboxIdentifier",
        target="sh:targetSubjectsOf ng:infoboxIdentifier",
        constraints=["infobox-identifier"],
        message="Identifiers of the infobox fit the patterns of their prefixes.",
        severity="Warning",
    ) + query(
        "infobox-identifier",
        "The infobox gives {?shown}, which does not fit the pattern of its prefix.",
        "$this ng:infoboxIdentifier ?identifier .\n    FILTER(REGEX(?identifier, "
        + string(f"^({known}):")
        + ")\n        && !REGEX(?identifier, "
        + string(f"^({curies})$")
        + "))",
        select=_SHOWN,
    )


def relation() -> str:
    """Give shapes/relation.ttl: what follows from the vocabulary's tables of relations and kinds."""
    return (
        _HEAD
        + header("biolink", "ng", "ngs", "owl", "rdf", "rdfs", "RO", "schema", "sh")
        + _values()
        + _table()
        + _edges()
    )


def _values() -> str:
    classes = sorted({name(cls) for _, cls in kinds().values()})
    return "".join(
        property_shape(shape, target=target, path=path, constraints=constraints, message=message, severity="Violation")
        for shape, target, path, constraints, message in (
            (
                "claim-relation",
                "sh:targetClass ng:Claim",
                "ng:relation",
                ["sh:minCount 1", "sh:maxCount 1", any_of([name(row.iri) for row in relations().values()])],
                "A claim has one relation, and the vocabulary knows it.",
            ),
            (
                "entity-kind",
                _THINGS,
                "ng:kind",
                [any_of([name(iri) for iri, _ in kinds().values()])],
                "A thing's kind is one of the vocabulary's.",
            ),
            (
                "entity-class",
                _THINGS,
                "rdf:type",
                ["sh:minCount 1", any_of([*classes, "owl:Class", "owl:NamedIndividual"])],
                "A thing has a class of the Biolink Model.",
            ),
        )
    )


def _table() -> str:
    rows = relations().values()
    predicates = _OR.join(f"(?named = {name(row.iri)} && ?predicate = {name(row.predicate)})" for row in rows)
    return (
        query_shape(
            "Table",
            target=_ARTICLES,
            constraints=["table-domain", "table-range", "table-predicate", "table-outcome", "table-edge"],
            message="Claims keep to the vocabulary's table of relations.",
            severity="Violation",
        )
        + query(
            "table-domain",
            "The subject of {?value} is of no kind that its relation may have.",
            _kinds_of("rdf:subject", {row.iri: row.domain for row in rows}),
        )
        + query(
            "table-range",
            "The object of {?value} is of no kind that its relation may have.",
            _kinds_of("rdf:object", {row.iri: row.range for row in rows}),
        )
        + query(
            "table-predicate",
            "The predicate of {?value} is not that of its relation.",
            "?value ng:inArticle $this ; ng:relation ?relation .\n    FILTER NOT EXISTS {\n"
            f"        ?value ng:relation ?named ; rdf:predicate ?predicate .\n        FILTER({predicates})\n    }}",
        )
        + _outcome_and_edge()
    )


def _outcome_and_edge() -> str:
    treatments = ", ".join(name(row.iri) for row in relations().values() if has_outcome(row.key))
    return query(
        "table-outcome",
        "{?value} has an outcome and is about no treatment.",
        "?value ng:inArticle $this ; ng:outcome ?outcome ; ng:relation ?relation .\n"
        f"    FILTER(?relation NOT IN ({treatments}))",
    ) + query(
        "table-edge",
        "{?value} is affirmed, and its direct edge is missing.",
        "?value ng:inArticle $this ; ng:polarity ng:affirmed .\n"
        "    ?value rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .\n"
        "    FILTER NOT EXISTS { ?subject ?predicate ?object }",
    )


def _kinds_of(end: str, allowed: Mapping[str, frozenset[Kind]]) -> str:
    """Give the body of a query for claims whose `end` has none of the kinds that go with their relation."""
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for iri, named in allowed.items():
        alike[tuple(sorted(name(kinds()[kind][0]) for kind in named))].append(name(iri))
    tests = _OR.join(
        f"(?named IN ({', '.join(iris)})\n                && ?kind IN ({', '.join(named)}))"
        for named, iris in sorted(alike.items())
    )
    return (
        "?value ng:inArticle $this ; ng:relation ?relation .\n    FILTER NOT EXISTS {\n"
        f"        ?value ng:relation ?named ; {end} ?end .\n        ?end ng:kind ?kind .\n"
        f"        FILTER({tests})\n    }}"
    )


def _edges() -> str:
    edges = sorted({name(row.predicate) for row in relations().values()})
    beside: dict[str, list[str]] = defaultdict(list)
    for row in relations().values():
        for other in row.beside:
            beside[name(other)].append(name(row.predicate))
    parts = [f"{other.partition(':')[2]}-{part}" for other in beside for part in ("claimed", "beside")]
    return (
        query_shape(
            "Edge",
            target=f"sh:targetSubjectsOf {' , '.join(sorted({*edges, *beside}))}",
            constraints=["edge-claimed", "edge-literal", *parts],
            message="Claims stand behind direct edges.",
            severity="Violation",
        )
        + query(
            "edge-claimed",
            "No affirmed claim stands behind the direct edge to {?value}.",
            f"$this ?path ?value .\n    FILTER(?path IN ({', '.join(edges)}) && !isLiteral(?value))\n"
            "    FILTER NOT EXISTS {\n"
            "        ?claim rdf:subject $this ; rdf:predicate ?path ; rdf:object ?value ; ng:polarity ng:affirmed .\n"
            "    }",
            select="$this ?path ?value",
        )
        + query(
            "edge-literal",
            "A direct edge leads to a text, not to a thing.",
            f"$this ?path ?text .\n    FILTER(?path IN ({', '.join([*edges, *beside])}) && isLiteral(?text))",
            select="DISTINCT $this ?path",
        )
        + "".join(_beside(other, ", ".join(finer)) for other, finer in beside.items())
    )


def _beside(other: str, finer: str) -> str:
    constraint = other.partition(":")[2]
    return query(
        f"{constraint}-claimed",
        f"No affirmed claim stands behind {other} to {{?value}}.",
        f"$this {other} ?value .\n    FILTER(!isLiteral(?value))\n    FILTER NOT EXISTS {{\n"
        "        ?claim rdf:subject $this ; rdf:predicate ?predicate ; rdf:object ?value ; ng:polarity ng:affirmed .\n"
        f"        FILTER(?predicate IN ({finer}))\n    }}",
    ) + query(
        f"{constraint}-beside",
        f"{other} is not written out beside the finer edge to {{?value}}.",
        f"$this ?path ?value .\n    FILTER(?path IN ({finer}) && !isLiteral(?value))\n"
        f"    FILTER NOT EXISTS {{ $this {other} ?value }}",
        select="$this ?path ?value",
    )


def _spellings(row: Prefix) -> str:
    return "|".join(map(escaped, (row.prefix, *row.aliases)))
