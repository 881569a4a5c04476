"""Node identity over exact mappings."""

from collections.abc import Callable

from nosograph.lexicon import Lexicon, Predicate
from nosograph.model import Curie, Kind

TERMS = "curie\tlabel\tkind\texact\n"
SSSOM = "#curie_map:\n#  A: b\nsubject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\n"


def _mapped(*rows: str) -> str:
    return SSSOM + "".join(row.replace(" ", "\t").replace("_", " ") + "\n" for row in rows)


def test_an_exact_mapping_makes_one_node(compiled: Callable[..., Lexicon]) -> None:
    """Mapped identifiers name one concept, under the preferred prefix, with the names of both."""
    lexicon = compiled(
        t=("terms", TERMS + "OMIM:1\tomim name\tdisease\nMONDO:1\tmondo name\tdisease\n"),
        m=("sssom", _mapped("MONDO:1 mondo_name skos:exactMatch OMIM:1 omim_name")),
    )
    assert lexicon.preferred(Curie("OMIM", "1")) == Curie("MONDO", "1")
    assert lexicon.concept("OMIM:1").label == "mondo name"
    assert {n.text for n in lexicon.names("OMIM:1")} == {"mondo name", "omim name"}
    assert lexicon.equivalents("OMIM:1") == (Curie("MONDO", "1"), Curie("OMIM", "1"))
    assert [(x.curie, x.predicate) for x in lexicon.xrefs("MONDO:1")] == [(Curie("OMIM", "1"), Predicate.EXACT)]


def test_identity_does_not_depend_on_the_direction_of_a_mapping(compiled: Callable[..., Lexicon]) -> None:
    """OMIM mapped to MONDO is MONDO mapped to OMIM."""
    lexicon = compiled(
        t=("terms", TERMS + "OMIM:1\tomim name\tdisease\n"), m=("sssom", _mapped("OMIM:1 a skos:exactMatch MONDO:1 b"))
    )
    assert lexicon.preferred(Curie("OMIM", "1")) == Curie("MONDO", "1")


def test_two_preferred_terms_never_become_one(compiled: Callable[..., Lexicon]) -> None:
    """Where two MONDO terms are mapped to one OMIM entry, the second stays another thing, and close."""
    lexicon = compiled(
        m=("sssom", _mapped("MONDO:1 one skos:exactMatch OMIM:1 entry", "MONDO:2 two skos:exactMatch OMIM:1 entry"))
    )
    assert lexicon.preferred(Curie("OMIM", "1")) == Curie("MONDO", "1")
    assert lexicon.preferred(Curie("MONDO", "2")) == Curie("MONDO", "2")
    assert lexicon.header.counts["mappings refused"] == 1
    assert (Curie("OMIM", "1"), Predicate.CLOSE) in [(x.curie, x.predicate) for x in lexicon.xrefs("MONDO:2")]


def test_things_of_different_kinds_never_become_one(compiled: Callable[..., Lexicon]) -> None:
    """A finding and a disease mapped exactly to each other stay two."""
    lexicon = compiled(
        t=("terms", TERMS + "HP:1\tbald\tphenotype\nMONDO:1\tbaldness\tdisease\n"),
        m=("sssom", _mapped("HP:1 bald skos:exactMatch MONDO:1 baldness")),
    )
    assert lexicon.concept("HP:1").kind is Kind.PHENOTYPE
    assert lexicon.concept("MONDO:1").kind is Kind.DISEASE


def test_inexact_mappings_hang_on_both_ends(compiled: Callable[..., Lexicon]) -> None:
    """A broad mapping is narrow seen from its other end, and joins nothing."""
    lexicon = compiled(m=("sssom", _mapped("MONDO:1 small skos:broadMatch DOID:1 large")))
    assert [(x.curie, x.predicate) for x in lexicon.xrefs("MONDO:1")] == [(Curie("DOID", "1"), Predicate.BROAD)]
    assert [(x.curie, x.predicate) for x in lexicon.xrefs("DOID:1")] == [(Curie("MONDO", "1"), Predicate.NARROW)]


def test_a_mapping_of_an_obsolete_term_maps_nothing(compiled: Callable[..., Lexicon]) -> None:
    """What a set calls obsolete does not take over a living identifier."""
    lexicon = compiled(
        t=("terms", TERMS + "OMIM:1\tomim name\tdisease\n"),
        m=("sssom", _mapped("MONDO:1 obsolete_thing skos:exactMatch OMIM:1 omim_name")),
    )
    assert lexicon.preferred(Curie("OMIM", "1")) == Curie("OMIM", "1")
