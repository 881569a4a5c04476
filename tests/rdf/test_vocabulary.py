"""The tables of relations and kinds, as the program reads them from the vocabulary."""

import pytest
from pyoxigraph import NamedNode

from nosograph import rdf
from nosograph.errors import VocabularyError
from nosograph.model import Kind, Outcome
from nosograph.rdf import NG, RDF, vocabulary

PREDICATES = {
    "has_phenotype": "RO:0002200",
    "has_feature": "RO:0004029",
    "caused_by_variant_in": "RO:0004003",
    "linked_to_dysfunction_of": "ng:linkedToDysfunctionOf",
    "causes_dysfunction_of": "RO:0004025",
    "master_regulator_of": "ng:masterRegulatorOf",
    "has_function": "RO:0002327",
    "inherited_as": "biolink:has_mode_of_inheritance",
    "treated_with": "ng:treatedWith",
    "resembles": "ng:overlapsClinicallyWith",
    "is_a": "rdfs:subClassOf",
    "complication": "ng:hasComplication",
    "has_onset": "ng:hasOnset",
    "has_prevalence": "ng:hasPrevalence",
    "diagnosed_by": "ng:diagnosedBy",
    "has_synonym": "ng:hasSynonym",
    "caused_by": "ng:causedBy",
    "risk_factor": "ng:hasRiskFactor",
    "has_location": "RO:0004026",
    "has_locus": "ng:hasLocus",
    "described_by": "ng:describedBy",
    "described_in": "ng:describedIn",
}


@pytest.mark.parametrize(("key", "predicate"), PREDICATES.items())
def test_relations_have_their_predicates(key: str, predicate: str) -> None:
    """Each relation of the design is written by the predicate the design gives it."""
    assert str(rdf.contract(rdf.relations()[key].predicate)) == predicate


def test_findings_are_also_written_as_manifestations() -> None:
    """ng:hasManifestation goes beside every relation to a finding, and beside no other."""
    beside = {key for key, row in rdf.relations().items() if row.beside}
    assert beside == {"has_phenotype", "has_feature", "complication"}
    assert all(rdf.relations()[key].beside == (NG.hasManifestation.value,) for key in beside)


def test_every_kind_has_a_biolink_class() -> None:
    """Each kind of the program is an individual of the vocabulary with a class of the Biolink Model."""
    assert set(rdf.kinds()) == set(Kind)
    assert rdf.kinds()[Kind.PROCEDURE][1] == rdf.BIOLINK.Procedure.value


@pytest.mark.parametrize(
    ("outcome", "predicate"),
    [
        (Outcome.CURATIVE, "treats"),
        (Outcome.EFFECTIVE, "treats"),
        (Outcome.LIMITED, "applied_to_treat"),
        (Outcome.INEFFECTIVE, "applied_to_treat"),
        (Outcome.UNSTATED, "applied_to_treat"),
        (None, "applied_to_treat"),
    ],
)
def test_only_an_established_effect_treats(outcome: Outcome | None, predicate: str) -> None:
    """Biolink's `treats` is for an established effect; anything else was applied to treat."""
    assert rdf.biolink_predicate("treated_with", outcome) == rdf.BIOLINK[predicate].value
    assert rdf.relations()["treated_with"].biolink_inverse


def test_outcomes_leave_other_relations_alone() -> None:
    """A relation without a stronger predicate keeps its own, whatever the outcome."""
    assert rdf.biolink_predicate("has_phenotype", Outcome.CURATIVE) == rdf.BIOLINK.has_phenotype.value
    assert [key for key in rdf.relations() if rdf.has_outcome(key)] == ["treated_with"]


@pytest.fixture
def vocabulary_of(monkeypatch: pytest.MonkeyPatch):  # noqa: ANN201 - a callable of this module alone
    """Read another text in place of ontology/nosograph.ttl."""

    def read(text: str) -> None:
        for table in (vocabulary.terms, vocabulary.relations, vocabulary.kinds):
            table.cache_clear()
        monkeypatch.setattr("nosograph.resources.text", lambda *_: text)

    yield read
    monkeypatch.undo()
    for table in (vocabulary.terms, vocabulary.relations, vocabulary.kinds):
        table.cache_clear()


PREFIXES = "".join(f"@prefix {name}: <{rdf.prefixes()[name]}> .\n" for name in ("ng", "rdfs", "biolink"))
ROW = (
    'ng:r a ng:Relation ; ng:key "r" ; rdfs:label "r"@en ; ng:predicate ng:p ; '
    "ng:biolinkPredicate biolink:p ; ng:association biolink:A "
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ng:r a ng:Relation .", "0 values"),
        (ROW + ", biolink:B ; ng:domainKind ng:k ; ng:rangeKind ng:k . ng:k a ng:Kind ; ng:key 'gene' .", "2 values"),
        (ROW + ".", "no .*domainKind"),
        (ROW + "; ng:domainKind ng:k . ng:k a ng:Kind ; ng:key 'mood' .", "knows no kind 'mood'"),
        ("ng:r a ng:Relation ;;; [", "not well-formed"),
    ],
)
def test_a_table_that_does_not_hold_together_is_refused(vocabulary_of, text: str, said: str) -> None:  # noqa: ANN001 - as above
    """A row that lacks a cell, has one twice, or names an unknown kind is refused in one line that names it."""
    vocabulary_of(PREFIXES + text)
    with pytest.raises(VocabularyError, match=said):
        rdf.relations()


def test_namespaces_give_nodes() -> None:
    """A namespace gives the node of a term by attribute and by item, and none of Python's own names."""
    assert RDF.type is RDF["type"]
    assert rdf.RO["0002200"] == NamedNode("http://purl.obolibrary.org/obo/RO_0002200")
    with pytest.raises(AttributeError):
        _ = RDF.__wrapped__
