# ruff: noqa: E501 - a case is one line of a table
"""The cases of test_shapes: what breaks each constraint of shapes/, written as changes to the good graph of builders."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from nosograph.rdf import prefixes

ARTICLE = "https://w3id.org/nosograph/article/ipex-syndrome"
PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items()) + (
    f"PREFIX a: <{ARTICLE}/>\nPREFIX art: <{ARTICLE.rpartition('/')[0]}/>\nPREFIX x: <https://example.org/thing/>\n"
)
IPEX, NAILS, FOXP3, SIROLIMUS = "MONDO:0010580", "HP:0008404", "HGNC:6106", "CHEBI:9168"
NAIL_CLAIM = f"?s a ng:Claim ; rdf:object {NAILS}"
SIROLIMUS_CLAIM = f"?s a ng:Claim ; rdf:object {SIROLIMUS}"
MEASURED = "?s a ng:Claim ; ng:measure ?any"
NAIL_EVIDENCE = f"?evidence oa:hasBody ?claim ; oa:hasTarget ?s . ?claim rdf:object {NAILS}"
NAIL_QUOTE = f"?evidence oa:hasBody ?claim ; oa:hasTarget/oa:hasSelector ?s . ?claim rdf:object {NAILS} . ?s a oa:TextQuoteSelector ; oa:prefix ?b . FILTER(CONTAINS(?b, 'Signs'))"
NAIL_PLACE = "?s oa:start 302"
WORK = "?s bibo:doi ?doi"
SHA256_OF_A = sha256(b"a").hexdigest()
ARTICLE_ITSELF = "?s a schema:Article"
TEXT = "?s a schema:DigitalDocument"
THE_RUN = "?s a prov:Activity"
ENTRY = '?s ng:number "2"'
FIRST_AUTHOR = '?s schema:name "Yong PL"'
THING = f"?s ng:kind ?kind FILTER(?s = {NAILS})"
GAIT = 'BIND(1 AS ?one) ?s rdfs:label "a strange gait"@en'


@dataclass(frozen=True)
class Case:
    """Hold what breaks one constraint: updates in SPARQL, or a thing that loses its name."""

    shape: str
    updates: tuple[str, ...] = ()
    nameless: str = ""
    also: frozenset[str] = frozenset()


def knows(*, delete: str = "", insert: str = "", where: str = "") -> str:
    """Change the graph of knowledge."""
    return _update("knowledge", delete, insert, where)


def says(*, delete: str = "", insert: str = "", where: str = "") -> str:
    """Change the graph of provenance."""
    return _update("provenance", delete, insert, where)


def _update(graph: str, delete: str, insert: str, where: str) -> str:
    parts = [f"WITH a:{graph}", f"DELETE {{ {delete} }}" if delete else "", f"INSERT {{ {insert} }}" if insert else ""]
    return " ".join((*filter(None, parts), f"WHERE {{ {where} }}"))


def drop(thing: str, predicate: str) -> str:
    """Take a property from a thing."""
    return says(delete=f"?s {predicate} ?o", where=f"{thing} . ?s {predicate} ?o")


def put(thing: str, predicate: str, value: str) -> str:
    """Give a thing one more value."""
    return says(insert=f"?s {predicate} {value}", where=thing)


def swap(thing: str, predicate: str, value: str) -> str:
    """Give a thing another value."""
    return says(delete=f"?s {predicate} ?o", insert=f"?s {predicate} {value}", where=f"{thing} . ?s {predicate} ?o")


def case(shape: str, *updates: str, also: Iterable[str] = ()) -> Case:
    """Make a case of updates."""
    return Case(shape=shape, updates=updates, also=frozenset(also))


def nameless(shape: str, thing: str, *also: str) -> Case:
    """Make a case of a thing that becomes a blank node; the shape against blank nodes sees it too."""
    return Case(shape=shape, nameless=thing, also=frozenset({"blank-nodes", *also}))


def both(shape: str, thing: str, predicate: str, other: str, **known: Iterable[str]) -> tuple[Case, Case]:
    """Make a case without the property, and one with two values of it."""
    return case(shape, drop(thing, predicate), **known), case(shape, put(thing, predicate, other), **known)


CASES = (
    # article
    nameless("Article", ARTICLE),
    case("article-title", drop(ARTICLE_ITSELF, "dcterms:title")),
    case("article-title", swap(ARTICLE_ITSELF, "dcterms:title", '""')),
    *both("article-slug", ARTICLE_ITSELF, "dcterms:identifier", '"another"'),
    case("article-about", drop(ARTICLE_ITSELF, "schema:about")),
    case("article-about-disease", swap(ARTICLE_ITSELF, "schema:about", FOXP3)),
    case("article-about-disease", put(ARTICLE_ITSELF, "schema:about", "MONDO:0009411")),
    case("article-text", says(insert="x:b a schema:Article ; dcterms:title 'B' ; dcterms:identifier 'b' ; schema:about " + IPEX)),
    case("blank-nodes", says(insert="[] dcterms:title 'nameless'")),
    case("blank-nodes", put(ARTICLE_ITSELF, "rdfs:seeAlso", "[]")),
    nameless("Text", f"{ARTICLE}/text", "run-used"),
    case("text-text", put(TEXT, "ng:text", '"another"'), also=["text-checksum", "offsets-quote", "offsets-context", "offsets-sentence", "reference-offsets"]),
    case("text-text", drop(TEXT, "ng:text")),
    *both("text-sha256", TEXT, "ng:sha256", f'"{"0" * 63}"', also=["text-checksum"]),
    case("text-checksum", swap(TEXT, "ng:sha256", f'"{"0" * 64}"')),
    case("text-article", says(insert=f"x:t a schema:DigitalDocument ; ng:text 'a' ; ng:sha256 '{SHA256_OF_A}'")),
    nameless("Run", "run"),
    case("run-used", drop(THE_RUN, "prov:used")),
    case("run-software", drop(THE_RUN, "prov:wasAssociatedWith")),
    case("run-software", swap(THE_RUN, "prov:wasAssociatedWith", "art:ipex-syndrome")),
    # entities
    nameless("Entity", "http://purl.obolibrary.org/obo/HP_0008404", "Identifier", "claim-object"),
    case("entity-label", knows(delete="?s rdfs:label ?o", where=f"{THING} ?s rdfs:label ?o")),
    case("entity-label", knows(delete="?s rdfs:label ?o", insert="?s rdfs:label 'plain'", where=f"{THING} ?s rdfs:label ?o")),
    case("entity-synonym", knows(insert=f"{NAILS} skos:altLabel 'plain'")),
    case("entity-mapping", knows(insert=f"{IPEX} skos:exactMatch 'OMIM:304790'"), also=["Identifier"]),
    case("entity-identifier", knows(insert=f"{NAILS} oboInOwl:id 'HP:0008405'")),
    case("entity-identifier", knows(delete=f"{NAILS} oboInOwl:id ?o", insert=f"{NAILS} oboInOwl:id '8405'", where=f"{NAILS} oboInOwl:id ?o")),
    case("entity-identity", knows(delete=f"{NAILS} oboInOwl:id ?o", where=f"{NAILS} oboInOwl:id ?o")),
    case("entity-identity", knows(insert=f"{NAILS} ng:ungrounded true")),
    case("quantity-number", knows(delete="?s ng:numberMin ?o", where="?s ng:numberMin ?o"), also=["quantity-per", "quantity-rate"]),
    case("quantity-number", knows(delete="?s ng:numberMin ?o", insert="?s ng:numberMin 2.0", where="?s ng:numberMin ?o")),
    case("quantity-number", knows(delete="?s ng:numberMin ?o", insert="?s ng:numberMin '1'", where="?s ng:numberMin ?o")),
    case("quantity-number-most", knows(delete="?s ng:numberMax ?o", where="?s ng:numberMax ?o"), also=["quantity-number"]),
    case("quantity-number-most", knows(delete="?s ng:numberMax ?o", insert="?s ng:numberMax '1'", where="?s ng:numberMax ?o"), also=["quantity-number"]),
    case("quantity-per", knows(delete="?s ng:perMin ?o", where="?s ng:perMin ?o")),
    case("quantity-per", knows(delete="?s ng:perMin ?o", insert="?s ng:perMin 2000000.0", where="?s ng:perMin ?o")),
    case("quantity-per", knows(delete="?s ng:perMin ?o", insert="?s ng:perMin 0.0", where="?s ng:perMin ?o")),
    case("quantity-rate", knows(delete="?s ng:rateMin ?o", where="?s ng:rateMin ?o")),
    case("quantity-rate", knows(delete="?s ng:rateMin ?o", insert="?s ng:rateMin 1.0", where="?s ng:rateMin ?o")),
    case("quantity-unit", knows(insert="?s ng:unit 'births', 'cases'", where="?s ng:numberMin ?o")),
    case("quantity-place", knows(insert="?s ng:place 7", where="?s ng:numberMin ?o")),
    case("year", knows(delete="?s ng:year ?o", insert="?s ng:year 82", where="?s ng:year ?o")),
    case("year", knows(insert="?s ng:year 1983", where="?s ng:year ?o")),
    case("entity-kind", knows(insert=f"{NAILS} ng:kind ng:kind_mood")),
    case("entity-class", knows(delete=f"{NAILS} a ?o", where=f"{NAILS} a ?o")),
    case("entity-class", knows(insert=f"{NAILS} a biolink:Vitamin")),
    # identifiers
    case("Identifier", knows(insert="HP:84 ng:kind ng:kind_phenotype ; a biolink:PhenotypicFeature ; rdfs:label 'short'@en ; oboInOwl:id 'HP:84'")),
    case("Identifier", knows(insert=f"{IPEX} skos:exactMatch OMIM:30479")),
    case("Identifier", put(ENTRY, "ng:publication", "<https://doi.org/11.1/x>"), put("?s a ng:Claim ; ng:citesReference a:reference\\/2", "cito:citesAsEvidence", "<https://doi.org/11.1/x>"), says(insert="<https://doi.org/11.1/x> dcterms:title 'T'")),
    case("infobox-identifier", knows(insert=f"{IPEX} ng:infoboxIdentifier 'OMIM:3047'")),
    case("infobox-identifier", knows(insert=f"{IPEX} ng:infoboxIdentifier 'MIM:\\\\d\\\\'")),
    case("publication-doi", swap(WORK, "bibo:doi", "'11.1007/x'")),
    case("publication-pmid", swap(WORK, "bibo:pmid", "'PMC12'")),
    case("publication-isbn10", put(WORK, "bibo:isbn10", "'12'")),
    case("publication-isbn13", put(WORK, "bibo:isbn13", "'9771416029991'")),
    # claims
    nameless("Claim", "claim", "claim-uncited"),
    *both("claim-subject", NAIL_CLAIM, "rdf:subject", FOXP3, also=["claim-subject-described", "table-domain", "table-edge", "edge-claimed", "hasManifestation-claimed"]),
    case("claim-subject-described", swap(NAIL_CLAIM, "rdf:subject", "MONDO:0000001"), knows(insert=f"MONDO:0000001 RO:0002200 {NAILS} ; ng:hasManifestation {NAILS}"), knows(delete=f"{IPEX} ?p {NAILS}", where=f"{IPEX} ?p {NAILS}"), also=["table-domain", "entity-identity"]),
    *both("claim-predicate", NAIL_CLAIM, "rdf:predicate", "RO:0004029", also=["table-predicate", "table-edge", "edge-claimed", "hasManifestation-claimed"]),
    *both("claim-object", NAIL_CLAIM, "rdf:object", "HP:0002289", also=["claim-object-described", "table-range", "edge-claimed", "hasManifestation-claimed", "claim-unlinked-conflict"]),
    case("claim-object-described", swap(NAIL_CLAIM, "rdf:object", "HP:0000001"), knows(delete=f"{IPEX} ?p {NAILS}", insert=f"{IPEX} ?p HP:0000001", where=f"{IPEX} ?p {NAILS}"), also=["table-range", "entity-identity"]),
    *both("claim-match", NAIL_CLAIM, "ng:match", "ng:exact"),
    case("claim-match", swap(NAIL_CLAIM, "ng:match", "ng:loose")),
    *both("claim-polarity", NAIL_CLAIM, "ng:polarity", "ng:negated", also=["edge-claimed", "hasManifestation-claimed", "claim-unlinked-conflict"]),
    case("claim-polarity", put(NAIL_CLAIM, "ng:polarity", "ng:doubted")),
    *both("claim-certainty", NAIL_CLAIM, "ng:certainty", "ng:hedged"),
    case("claim-certainty", swap(NAIL_CLAIM, "ng:certainty", "ng:probable")),
    case("claim-outcome", put(SIROLIMUS_CLAIM, "ng:outcome", "ng:limited")),
    case("claim-outcome", swap(SIROLIMUS_CLAIM, "ng:outcome", "ng:fine")),
    case("claim-frequency", swap(NAIL_CLAIM, "ng:frequency", "''")),
    case("claim-frequency", put(NAIL_CLAIM, "ng:frequency", "'often'")),
    case("claim-frequency-term", put(NAIL_CLAIM, "ng:frequencyTerm", "HP:0040283")),
    case("claim-frequency-term", swap(NAIL_CLAIM, "ng:frequencyTerm", "HP:0003593")),
    case("claim-frequency-words", drop(NAIL_CLAIM, "ng:frequency")),
    case("claim-measure", put(MEASURED, "ng:measure", "ng:incidence")),
    case("claim-measure", swap(MEASURED, "ng:measure", "ng:often")),
    case("claim-measure-quantity", put(NAIL_CLAIM, "ng:measure", "ng:count")),
    *both("claim-score", NAIL_CLAIM, "ng:score", "0.5"),
    case("claim-score", swap(NAIL_CLAIM, "ng:score", "1.01")),
    case("claim-score", swap(NAIL_CLAIM, "ng:score", "-0.01")),
    case("claim-score", swap(NAIL_CLAIM, "ng:score", "'0.9'")),
    *both("claim-sentence", NAIL_CLAIM, "biolink:supporting_text", "'another'", also=["offsets-sentence"]),
    *both("claim-sentence-start", NAIL_CLAIM, "ng:sentenceStart", "303", also=["offsets-sentence", "offsets-within"]),
    case("claim-sentence-start", swap(NAIL_CLAIM, "ng:sentenceStart", "9999"), also=["offsets-sentence", "offsets-within"]),
    *both("claim-sentence-end", NAIL_CLAIM, "ng:sentenceEnd", "9998", also=["offsets-sentence", "claim-sentence-start"]),
    case("claim-evidence", says(delete="?e ?p ?o", where=f"?e oa:hasBody ?claim ; ?p ?o . ?claim rdf:object {NAILS}")),
    *both("claim-article", NAIL_CLAIM, "ng:inArticle", "a:other"),
    case("claim-run", drop(NAIL_CLAIM, "prov:wasGeneratedBy")),
    case("claim-run", swap(NAIL_CLAIM, "prov:wasGeneratedBy", "art:ipex-syndrome")),
    case("claim-grounds", drop(NAIL_CLAIM, "RO:0002558")),
    case("claim-grounds", swap(NAIL_CLAIM, "RO:0002558", "RO:0002558")),
    *both("claim-knowledge-level", NAIL_CLAIM, "biolink:knowledge_level", "'prediction'"),
    case("claim-knowledge-level", swap(NAIL_CLAIM, "biolink:knowledge_level", "'hearsay'")),
    *both("claim-agent-type", NAIL_CLAIM, "biolink:agent_type", "'manual_agent'"),
    case("claim-agent-type", swap(NAIL_CLAIM, "biolink:agent_type", "'double_agent'")),
    *both("claim-biolink-predicate", NAIL_CLAIM, "ng:biolinkPredicate", "biolink:treats"),
    case("claim-biolink-predicate", swap(NAIL_CLAIM, "ng:biolinkPredicate", "RO:0002200")),
    case("claim-reference", put(NAIL_CLAIM, "ng:citesReference", "art:ipex-syndrome")),
    case("claim-works", put(NAIL_CLAIM, "cito:citesAsEvidence", "x:unnamed")),
    case("claim-works", drop(NAIL_CLAIM, "cito:citesAsEvidence")),
    case("claim-uncited", drop(NAIL_CLAIM, "ng:citesReference"), drop(NAIL_CLAIM, "cito:citesAsEvidence")),
    case("claim-conflict", says(insert="?s ng:conflictsWith ?t", where=f"{NAIL_CLAIM} . ?t a ng:Claim ; rdf:object {SIROLIMUS}")),
    case("claim-unlinked-conflict", says(delete="?s ng:conflictsWith ?t", where="?s ng:conflictsWith ?t ; ng:polarity ng:negated")),
    # relations
    case("claim-relation", drop(NAIL_CLAIM, "ng:relation")),
    case("claim-relation", swap(NAIL_CLAIM, "ng:relation", "ng:likes"), also=["table-domain", "table-range", "table-predicate"]),
    case("table-domain", knows(delete=f"{FOXP3} ng:kind ?k", insert=f"{FOXP3} ng:kind ng:kind_process", where=f"{FOXP3} ng:kind ?k"), also=["table-range"]),
    case("table-range", knows(delete=f"{NAILS} ng:kind ?k", insert=f"{NAILS} ng:kind ng:kind_gene", where=f"{NAILS} ng:kind ?k")),
    case("table-predicate", swap(NAIL_CLAIM, "rdf:predicate", "RO:0004029"), knows(delete=f"{IPEX} RO:0002200 {NAILS}", insert=f"{IPEX} RO:0004029 {NAILS}")),
    case("table-outcome", put(NAIL_CLAIM, "ng:outcome", "ng:limited")),
    case("table-edge", knows(delete=f"{FOXP3} ng:masterRegulatorOf ?o", where=f"{FOXP3} ng:masterRegulatorOf ?o")),
    case("edge-claimed", knows(insert=f"{IPEX} ng:treatedWith {FOXP3}")),
    case("edge-claimed", knows(insert=f"{FOXP3} rdfs:subClassOf {NAILS}")),
    case("edge-claimed", swap(SIROLIMUS_CLAIM, "ng:polarity", "ng:negated")),
    case("edge-literal", knows(insert=f"{IPEX} ng:treatedWith 'a \\\\d drug'")),
    case("hasManifestation-claimed", knows(insert=f"{IPEX} ng:hasManifestation {FOXP3}")),
    case("hasManifestation-beside", knows(delete=f"{IPEX} ng:hasManifestation {NAILS}")),
    # evidence
    nameless("Evidence", "evidence"),
    case("evidence-body", drop("?s oa:hasTarget ?t ; oa:hasBody/rdf:object HP:0001417", "oa:hasBody"), also=["claim-evidence"]),
    case("evidence-body", put("?s oa:hasBody/rdf:object HP:0001417", "oa:hasBody", "art:ipex-syndrome")),
    case("evidence-target", drop("?s oa:hasBody/rdf:object HP:0001417", "oa:hasTarget")),
    case("evidence-target", put("?s oa:hasBody/rdf:object HP:0001417", "oa:hasTarget", "art:ipex-syndrome")),
    nameless("Stretch", "evidence/target"),
    *both("stretch-source", NAIL_EVIDENCE, "oa:hasSource", "art:ipex-syndrome"),
    case("stretch-quote", says(delete="?s oa:hasSelector ?q", where=f"{NAIL_EVIDENCE} . ?s oa:hasSelector ?q . ?q oa:exact ?x")),
    case("stretch-position", says(delete="?s oa:hasSelector ?q", where=f"{NAIL_EVIDENCE} . ?s oa:hasSelector ?q . ?q oa:start ?x")),
    nameless("Quote", "evidence/quote"),
    *both("quote-exact", NAIL_QUOTE, "oa:exact", "'another'", also=["offsets-quote", "stretch-quote"]),
    *both("quote-prefix", NAIL_QUOTE, "oa:prefix", "'another'", also=["offsets-context"]),
    *both("quote-suffix", NAIL_QUOTE, "oa:suffix", "'another'", also=["offsets-context"]),
    nameless("Position", "evidence/position"),
    *both("position-start", NAIL_PLACE, "oa:start", "303", also=["offsets-quote", "offsets-context", "stretch-position"]),
    case("position-start", swap(NAIL_PLACE, "oa:start", "-1"), also=["offsets-quote", "offsets-context", "offsets-within"]),
    *both("position-end", NAIL_PLACE, "oa:end", "307", also=["offsets-quote", "offsets-context"]),
    case("offsets-quote", swap(NAIL_QUOTE, "oa:exact", "'nail!'")),
    case("offsets-context", swap(NAIL_QUOTE, "oa:prefix", "'nothing '")),
    case("offsets-context", swap(NAIL_QUOTE, "oa:suffix", "' nothing'")),
    case("offsets-sentence", swap(NAIL_CLAIM, "biolink:supporting_text", "'It is not said.'")),
    case("offsets-within", says(delete="?s biolink:supporting_text ?a ; ng:sentenceEnd ?b", insert="?s biolink:supporting_text 'Signs' ; ng:sentenceEnd ?end", where=f"{NAIL_CLAIM} ; biolink:supporting_text ?a ; ng:sentenceStart ?start ; ng:sentenceEnd ?b BIND(?start + 5 AS ?end)")),
    # publications
    nameless("Reference", f"{ARTICLE}/reference/2"),
    *both("reference-number", ENTRY, "ng:number", "'II'"),
    *both("reference-article", ENTRY, "dcterms:isPartOf", "a:other"),
    case("reference-start", swap(ENTRY, "ng:start", "9999")),
    case("reference-work", put(ENTRY, "ng:publication", "'a book'"), put("?s a ng:Claim ; ng:citesReference a:reference\\/2", "cito:citesAsEvidence", "'a book'"), also=["Publication", "Identifier", "publication-title"]),
    case("reference-missing", says(insert="a:reference\\/9 a ng:Reference ; ng:number '9' ; dcterms:isPartOf art:ipex-syndrome")),
    case("reference-offsets", swap(ENTRY, "ng:end", "9999")),
    nameless("Publication", "urn:isbn:9781416029991", "Identifier", "reference-work"),
    case("publication-title", drop(WORK, "dcterms:title")),
    case("publication-issued", swap(WORK, "dcterms:issued", "'May 2008'"), also=["publication-year"]),
    case("publication-issued", swap(WORK, "dcterms:issued", "'2008-13'^^xsd:gYearMonth")),
    case("publication-year", swap(WORK, "dcterms:issued", "'0581'^^xsd:gYear")),
    case("publication-author", put(WORK, "schema:author", "x:someone")),
    case("publication-container", says(delete="?c dcterms:title ?o", insert="?c dcterms:title ''", where=f"{WORK} . ?s dcterms:isPartOf ?c . ?c dcterms:title ?o")),
    nameless("Authorship", "authorship"),
    *both("authorship-position", FIRST_AUTHOR, "schema:position", "3", also=["author-order"]),
    case("authorship-position", put(FIRST_AUTHOR, "schema:position", "0")),
    case("authorship-name", drop(FIRST_AUTHOR, "schema:name")),
    case("author-order", swap('?s schema:name "Russo P"', "schema:position", "3")),
)  # fmt: skip
