"""The prefix table: CURIEs to IRIs and back, patterns, aliases."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from nosograph import rdf
from nosograph.errors import IdentifierError, VocabularyError
from nosograph.model import Curie

ADDRESSED = st.sampled_from(sorted(rdf.prefixes()))
LOCALS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
BASES = {
    "HP": "http://purl.obolibrary.org/obo/HP_",
    "MONDO": "http://purl.obolibrary.org/obo/MONDO_",
    "NCIT": "http://purl.obolibrary.org/obo/NCIT_",
    "DOID": "http://purl.obolibrary.org/obo/DOID_",
    "HGNC": "http://identifiers.org/hgnc/",
    "NCBIGene": "http://identifiers.org/ncbigene/",
    "OMIM": "https://omim.org/entry/",
    "OMIMPS": "https://omim.org/phenotypicSeries/PS",
    "Orphanet": "http://www.orpha.net/ORDO/Orphanet_",
    "MESH": "http://id.nlm.nih.gov/mesh/",
    "UMLS": "http://identifiers.org/umls/",
    "MEDGEN": "https://www.ncbi.nlm.nih.gov/medgen/",
    "SNOMEDCT": "http://snomed.info/id/",
    "SIO": "http://semanticscience.org/resource/SIO_",
    "DOI": "https://doi.org/",
    "ISBN": "urn:isbn:",
}


@pytest.mark.parametrize(("prefix", "base"), BASES.items())
def test_bases_are_those_other_graphs_use(prefix: str, base: str) -> None:
    """A base is the one of OBO, of the Biolink Model or of Mondo, so that graphs join."""
    assert rdf.prefixes()[prefix] == base


@given(prefix=ADDRESSED, local=LOCALS)
def test_any_identifier_survives_the_way_to_an_iri_and_back(prefix: str, local: str) -> None:
    """Whatever the local part holds, its IRI is a valid one and leads back to it, unless another base begins it too."""
    curie = Curie(prefix, local)
    iri = rdf.expand(curie)
    assert NamedNode(iri).value == iri
    longer = [
        base for base in rdf.prefixes().values() if iri.startswith(base) and len(base) > len(rdf.prefixes()[prefix])
    ]
    assume(not longer)
    assert rdf.contract(iri) == curie


@given(prefix=ADDRESSED, data=st.data())
def test_well_formed_identifiers_always_come_back(prefix: str, data: st.DataObject) -> None:
    """An identifier that fits its pattern is never taken for one of another prefix."""
    local = data.draw(
        st.from_regex(rdf.pattern(prefix) or "", fullmatch=True, alphabet=st.characters(exclude_categories=["Cs"]))
    )
    curie = Curie(prefix, local)
    assert rdf.fits(curie)
    assert rdf.contract(rdf.expand(curie)) == curie


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "10.1000/a#b?c",
        "10.1000/100%",
        "10.1000/\"'`|\\^{}[] ",
        "10.1000/\u202eevil\u00a0é\n",
    ],
)
def test_identifiers_of_works_are_percent_encoded(doi: str) -> None:
    """What an IRI may not hold, or would read as something else, is percent-encoded, and nothing is lost."""
    iri = rdf.expand(Curie("DOI", doi))
    assert re.fullmatch(r"https://doi\.org/[\w.~!$&()*+,;=:@/%-]+", iri, re.ASCII)
    assert rdf.contract(iri) == Curie("DOI", doi)


def test_half_surrogates_do_not_break_an_iri() -> None:
    """Half of a surrogate pair, which no file can hold, becomes the replacement character."""
    assert rdf.expand(Curie("DOI", "10.1/\ud800")) == "https://doi.org/10.1/%EF%BF%BD"


@pytest.mark.parametrize(
    ("spelling", "prefix"), [("hp", "HP"), ("ORPHA", "Orphanet"), ("SCTID", "SNOMEDCT"), ("MSH", "MESH")]
)
def test_other_spellings_of_a_prefix_are_understood(spelling: str, prefix: str) -> None:
    """Case and the aliases of the table are forgiven."""
    assert rdf.canonical(spelling) == prefix
    assert rdf.expand(Curie(spelling, "C1")) == rdf.prefixes()[prefix] + "C1"


@pytest.mark.parametrize("prefix", ["NOWHERE", "DiseasesDB"])
def test_a_prefix_without_address_is_refused(prefix: str) -> None:
    """An identifier that has no address is refused in one line that says how to mend it."""
    with pytest.raises(IdentifierError, match=r"without an address; add the prefix"):
        rdf.expand(Curie(prefix, "1"))


def test_unknown_iris_have_no_identifier() -> None:
    """An IRI that no base begins, and a base alone, are no identifiers."""
    assert rdf.contract("https://example.org/x") is None
    assert rdf.contract(rdf.prefixes()["HP"]) is None


@pytest.mark.parametrize(
    ("curie", "fits"),
    [
        ("HP:0008404", True), ("HP:8404", False), ("HP:00084040", False), ("HP:000840٤", False), ("OMIM:304790", True),
        ("OMIM:PS304790", False), ("ISBN:9781416029991", True), ("ISBN:978-1416029991", False), ("DOI:10.1007/x", True),
        ("DOI:doi.org/10.1007/x", False), ("MeSH:D003117", True), ("ICD10:Q87.8", True), ("ICD10:E70.340", True),
        ("ICD9:759.89", True), ("eMedicine:article/1113171", True), ("DiseasesDB:33417", True), ("nowhere:1", False),
    ],
)  # fmt: skip
def test_patterns_tell_identifiers_from_others(curie: str, *, fits: bool) -> None:
    """A local part fits its prefix's pattern as a whole, or does not fit."""
    assert rdf.fits(Curie.parse(curie)) is fits


def test_patterns_are_read_alike_by_xpath_and_python() -> None:
    """No pattern uses what XPath's regular expressions lack (look-around, named groups, digits beyond ASCII)."""
    for row in rdf.table():
        assert not re.search(r"\(\?|\\[dwbAZ]|\*\?|\+\?", row.pattern), row


def test_the_table_is_whole() -> None:
    """Each prefix, alias and base stands once, and each row says what it is for."""
    names = [name for row in rdf.table() for name in (row.prefix, *row.aliases)]
    bases = [row.iri for row in rdf.table() if row.iri]
    assert len(set(names)) == len(names)
    assert len(set(bases)) == len(bases)
    assert all(row.use and row.pattern for row in rdf.table())
    assert {"ng", "ngr", "rdf", "oa", "cito", "biolink", "wd", "wdt", "oboInOwl", "sepio"} <= set(names)


@pytest.mark.parametrize("prefix", ["MONDO", "OMIM", "Orphanet"])
def test_preferred_prefixes_stand_first(prefix: str) -> None:
    """The order of the table is that of preference: MONDO before OMIM before Orphanet, HGNC before NCBIGene."""
    order = [row.prefix for row in rdf.table()]
    assert order.index("MONDO") <= order.index(prefix) <= order.index("Orphanet")
    assert order.index("HGNC") < order.index("NCBIGene")


HEAD = "prefix\tiri\tpattern\taliases\tuse\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prefix\tiri\n", r"header is not as expected; write: prefix iri pattern aliases use"),
        (HEAD + "A\turn:a:\n", r"prefixes\.tsv:2: 2 columns"),
        (HEAD + "A\turn:a:\t[\t\tx\n", r"pattern of A is no regular expression"),
        (HEAD + "A\turn:a:\tx\t\tx\nB\turn:a:\tx\t\tx\n", r"prefixes\.tsv:3: 'urn:a:' stands twice"),
        (HEAD + "A\turn:a:\tx\tC\tx\nC\turn:c:\tx\t\tx\n", r"'C' stands twice"),
    ],
)
def test_a_table_that_does_not_hold_together_is_refused(monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    """A row with a cell too few, a pattern that is none, or what stands twice is refused with its line."""
    monkeypatch.setattr("nosograph.resources.text", lambda *_: text)
    with pytest.raises(VocabularyError, match=said):
        rdf.table.__wrapped__()
