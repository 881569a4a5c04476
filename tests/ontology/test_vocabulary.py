"""ontology/nosograph.ttl as a vocabulary that others read."""

import re

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat

from nosograph import rdf, resources
from nosograph.model import Certainty, Kind, Match, Measure, Outcome, Polarity
from nosograph.rdf import NG, OWL, RDF, RDFS, SKOS

TERMS = {node: properties for node, properties in rdf.terms().items() if node.value.startswith(rdf.prefixes()["ng"])}
OWN = [node for node in TERMS if node.value != rdf.prefixes()["ng"]]
MAPPINGS = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)


@pytest.mark.parametrize("term", OWN, ids=lambda term: term.value.rpartition("/")[2])
def test_every_term_has_one_label_and_one_definition(term: NamedNode) -> None:
    """A term has one English label and one English definition that ends as a sentence does."""
    for predicate, ending in ((RDFS.label, r".*[^.]"), (SKOS.definition, r"[A-Z].*\.")):
        (value,) = TERMS[term][predicate]
        assert isinstance(value, Literal)
        assert value.language == "en"
        assert re.fullmatch(ending, value.value), value.value


@pytest.mark.parametrize(
    ("values", "cls"),
    [
        (Match, NG.Match),
        (Polarity, NG.Polarity),
        (Certainty, NG.Certainty),
        (Outcome, NG.Outcome),
        (Measure, NG.Measure),
    ],
)
def test_values_of_the_model_are_individuals(
    values: type[Match | Polarity | Certainty | Outcome | Measure], cls: NamedNode
) -> None:
    """Each value a claim may carry is an individual of the vocabulary, and there is no other."""
    found = {node for node, properties in TERMS.items() if cls in properties.get(RDF.type, ())}
    assert found == {NG[value] for value in values}


def test_every_relation_names_only_terms_that_are_there() -> None:
    """Predicates, Biolink predicates and kinds of the table are declared here, or are Biolink's or RO's own."""
    for row in rdf.relations().values():
        for predicate in (row.predicate, *row.beside):
            node = NamedNode(predicate)
            assert OWL.ObjectProperty in rdf.terms().get(node, {}).get(RDF.type, ()) or node == RDFS.subClassOf
        assert row.biolink_predicate.startswith(rdf.prefixes()["biolink"])
        assert re.fullmatch(r"([A-Z]\w+)?Association", row.association.removeprefix(rdf.prefixes()["biolink"]))
        assert row.domain <= set(Kind)


def test_every_relation_is_mapped() -> None:
    """Each relation is mapped to a term of RO, Biolink or this vocabulary that it is exactly the same as."""
    for row in rdf.relations().values():
        assert rdf.terms()[NamedNode(row.iri)].get(SKOS.exactMatch), row.key


def test_mappings_point_at_identifiers() -> None:
    """What a term is mapped to is a well-formed identifier of a prefix in the table, and not the term itself."""
    for term, properties in TERMS.items():
        for value in (v for mapping in MAPPINGS for v in properties.get(mapping, ())):
            curie = rdf.contract(value.value)
            assert curie is not None, value
            assert rdf.fits(curie), value
            assert value != term


def test_no_axiom_stands_on_terms_of_ro() -> None:
    """RO's own terms are declared and named here, and nothing is said of them that RO does not say."""
    for node, properties in rdf.terms().items():
        if node.value.startswith(rdf.prefixes()["RO"]):
            assert set(properties) == {RDF.type, RDFS.label}, node


def test_everything_used_is_declared() -> None:
    """Each property that stands in the file is declared in it, save those of RDF, RDFS and OWL."""
    builtin = tuple(rdf.prefixes()[name] for name in ("rdf", "rdfs", "owl"))
    used = {p for properties in rdf.terms().values() for p in properties if not p.value.startswith(builtin)}
    assert used <= {node for node, properties in rdf.terms().items() if RDF.type in properties}


def test_the_vocabulary_has_no_nameless_things() -> None:
    """No blank node stands in the vocabulary."""
    text = resources.text("ontology", "nosograph.ttl")
    terms = {term for quad in pyoxigraph.parse(text, RdfFormat.TURTLE) for term in (quad.subject, quad.object)}
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_code_names_only_terms_that_are_there() -> None:
    """Each term of the vocabulary that the program names is one the vocabulary has."""
    root = resources.folder("ontology").parent
    sources = (path.read_text(encoding="utf-8") for path in (root / "src").rglob("*.py"))
    named = {name for text in sources for name in re.findall(r"\bNG\.([A-Za-z]\w*)", text)}
    assert {NG[name] for name in named} <= set(TERMS)
