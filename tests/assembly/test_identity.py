"""What the IRIs of claims and works depend on, and what they do not."""

from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

import builders
from builders import NAILS, article, claim, claims, reference
from nosograph.assembly import assemble
from nosograph.assembly.names import Names
from nosograph.errors import IdentifierError
from nosograph.graph import Graph
from nosograph.model import Article, Claim, Polarity
from nosograph.rdf import NG, RDF


def _names(graph: Graph) -> set[str]:
    return {q.subject.value for q in graph.store.quads_for_pattern(None, RDF.type, NG.Claim)}


def _shifted() -> Article:
    """Put a paragraph before everything else."""
    return article((("An unrelated paragraph stands first.", builders.SectionRole.OTHER, ()), *builders.SAYINGS))


def _one(made: Article, **attributes: object) -> Claim:
    return claim(made, 3, "has_phenotype", NAILS, "nail", **attributes)


def test_a_claim_keeps_its_name_when_the_text_moves() -> None:
    """Offsets have no part in a claim's name: an edit elsewhere in the article leaves it as it is."""
    made, moved = article(), _shifted()
    later = claim(moved, 4, "has_phenotype", NAILS, "nail")
    assert later.sentence.start > _one(made).sentence.start
    assert _names(assemble(made, [_one(made)])) == _names(assemble(moved, [later]))


@pytest.mark.parametrize(
    "attributes", [{"score": 0.1}, {"why": "otherwise"}, {"references": ()}, {"frequency": "often"}, {"match": "close"}]
)
def test_a_claim_keeps_its_name_when_judged_anew(attributes: dict[str, object]) -> None:
    """Score, reason, references and match have no part in a claim's name."""
    made = article()
    other = _one(made)
    changed = replace(other, **{**attributes, **({"match": builders.Match.CLOSE} if "match" in attributes else {})})
    assert _names(assemble(made, [other])) == _names(assemble(made, [changed]))


@pytest.mark.parametrize(
    "attributes",
    [
        {"polarity": Polarity.NEGATED},
        {"object": builders.ALOPECIA},
        {"subject": builders.APECED},
        {"relation": "complication"},
    ],
)
def test_another_statement_is_another_claim(attributes: dict[str, object]) -> None:
    """Subject, relation, object and polarity each make another claim."""
    made = article()
    assert _names(assemble(made, [_one(made)])) != _names(assemble(made, [replace(_one(made), **attributes)]))


def test_the_same_words_said_twice_are_two_claims() -> None:
    """A sentence that stands twice makes two claims, told apart by their order, whichever comes in first."""
    saying = ("Nails are lost.", builders.SectionRole.SIGNS, ())
    made = article((saying, saying))
    first, second = (claim(made, n, "has_phenotype", NAILS, "Nails") for n in (0, 1))
    names = _names(assemble(made, [first, second]))
    assert len(names) == 2
    assert names == _names(assemble(made, [second, first]))
    assert _names(assemble(made, [first])) < names


def test_words_count_and_not_their_spacing() -> None:
    """A sentence that is only broken over lines otherwise keeps its claims' names."""
    made = article((("Nails are lost.", builders.SectionRole.SIGNS, ()),))
    broken = article((("Nails  are\tlost.", builders.SectionRole.SIGNS, ()),))
    names = [_names(assemble(a, [claim(a, 0, "has_phenotype", NAILS, "Nails")])) for a in (made, broken)]
    assert names[0] == names[1]


def test_claims_of_two_articles_have_two_names() -> None:
    """The same sentence in another article is another claim."""
    one, other = article(), article(slug="another")
    assert _names(assemble(one, [_one(one)])).isdisjoint(_names(assemble(other, [_one(other)])))


def test_the_order_of_claims_does_not_matter() -> None:
    """The same claims in any order make the same graph."""
    made = article()
    known = claims(made)
    graphs = [assemble(made, given) for given in (known, known[::-1], known[7:] + known[:7])]
    assert len({tuple(map(str, graph.quads())) for graph in graphs}) == 1


@pytest.mark.parametrize(
    ("known", "iri"),
    [
        ({"doi": "10.1007/S10875-008-9196-1", "pmid": "1"}, "https://doi.org/10.1007/s10875-008-9196-1"),
        ({"doi": "10.1002/(SICI)1<1::A>2#"}, "https://doi.org/10.1002/(sici)1%3C1::a%3E2%23"),
        ({"pmid": "18481161", "isbn": "9781416029991"}, "http://www.ncbi.nlm.nih.gov/pubmed/18481161"),
        ({"isbn": "9781416029991"}, "urn:isbn:9781416029991"),
        ({"doi": "doi:broken", "pmid": "PMC1", "isbn": "9781416029991"}, "urn:isbn:9781416029991"),
    ],
)
def test_works_are_named_by_their_strongest_identifier(known: dict[str, str], iri: str) -> None:
    """A work is named by DOI, else PMID, else ISBN; one that is malformed is passed over."""
    assert Names("https://example.org/", "a").publication(reference("1", "text", **known)).value == iri


def test_works_without_identifier_are_named_by_what_they_are() -> None:
    """Title, year and authors name a work; case and spacing of the title do not count, the entry's number neither."""
    names = Names("https://example.org/", "a")
    one = reference("1", "x", title="A  Title", year=2000, authors=("B",))
    assert names.publication(one) == names.publication(replace(one, number="2", text="y", title="a title"))
    for other in (replace(one, title="Other"), replace(one, year=2001), replace(one, authors=("C",))):
        assert names.publication(one) != names.publication(other)


@pytest.mark.parametrize("base", ["nosograph", "https://example.org/x", "https://exa mple.org/", ""])
def test_a_base_that_cannot_begin_iris_is_refused(base: str) -> None:
    """A base must be an absolute IRI that ends in / or #; another is refused in one line."""
    with pytest.raises(IdentifierError, match="the base"):
        assemble(article(), (), base=base)


def test_all_minted_names_stand_under_the_base() -> None:
    """With another base nothing that is minted stands under the usual one."""
    made = article()
    graph = assemble(made, claims(made), base="https://example.org/kg/")
    terms = {t.value for q in graph.quads() for t in (q.subject, q.object, q.graph_name) if isinstance(t, NamedNode)}
    stray = {t for t in terms if t.startswith("https://w3id.org/nosograph/")} - {
        t for t in terms if t.startswith("https://w3id.org/nosograph/vocab/")
    }
    assert not stray
    assert graph.base == "https://example.org/kg/"
