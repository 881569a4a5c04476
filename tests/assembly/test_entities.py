"""What the graph holds of the things that claims are about."""

import pytest
from pyoxigraph import Literal

import builders
from assembly.looking import ARTICLE, BASE, node, of, one, values
from builders import ALOPECIA, FOXP3, IPEX, NAILS, TinyLexicon, article, claim, claims
from nosograph.assembly import assemble
from nosograph.model import Curie
from nosograph.rdf import (
    BIOLINK,
    DCTERMS,
    NG,
    OBOINOWL,
    OWL,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
)


def test_things_are_described_once() -> None:
    """A thing has its class, kind, English label and identifier, however many claims name it."""
    graph = builders.graph()
    assert values(graph, node(FOXP3), RDF.type) == [BIOLINK.Gene.value]
    assert values(graph, node(FOXP3), NG.kind) == [NG.kind_gene.value]
    assert values(graph, node(FOXP3), RDFS.label) == ["FOXP3"]
    assert values(graph, node(FOXP3), OBOINOWL.id) == ["HGNC:6106"]
    labels = {q.object.language for q in graph.store.quads_for_pattern(None, RDFS.label, None)}
    assert labels == {"en"}


def test_words_without_identifier_are_minted_things() -> None:
    """An object without identifier is a minted thing that says so; the same words in another case are the same."""
    made = article()
    other = builders.concept("text:A  Strange Gait", "A Strange Gait", builders.Kind.PHENOTYPE)
    graph = of(
        (
            claim(made, 3, "has_phenotype", builders.GAIT, "a strange gait"),
            claim(made, 4, "has_phenotype", other, "alopecia"),
        )
    )
    (thing,) = {q.subject for q in graph.store.quads_for_pattern(None, NG.ungrounded, None)}
    assert thing.value.startswith(f"{BASE}thing/")
    assert values(graph, thing, RDFS.label) == ["a strange gait"]
    assert values(graph, thing, OBOINOWL.id) == []


def test_identifiers_without_address_are_minted_and_kept() -> None:
    """An identifier of a prefix that the table lacks has a minted address, and stands on the thing as it is."""
    made = article()
    mine = builders.concept("MYVOC:a/b c", "mine", builders.Kind.PHENOTYPE)
    graph = of((claim(made, 3, "has_phenotype", mine, "nail"),))
    thing = one(graph, OBOINOWL.id, Literal("MYVOC:a/b c"))
    assert thing.value == f"{BASE}identifier/MYVOC:a%2Fb%20c"
    assert graph.curie(thing) == Curie("MYVOC", "a/b c")


def test_classes_are_declared_where_they_are_joined() -> None:
    """Both ends of is_a are OWL classes, so that the graph stays in OWL 2 DL."""
    graph = builders.graph()
    assert OWL.Class.value in values(graph, node(IPEX), RDF.type)
    assert OWL.Class.value in values(graph, node(builders.RARE), RDF.type)


def test_the_article_is_about_the_subject_of_most_claims() -> None:
    """The disease of most claims is the article's, the first of them on a tie; a gene never is."""
    made = article()
    few = claim(made, 3, "has_phenotype", NAILS, "nail", subject=builders.APECED)
    many = claim(made, 4, "has_phenotype", ALOPECIA, "alopecia")
    genes = tuple(claim(made, n, "has_function", builders.FACTOR, "FOXP3", subject=FOXP3) for n in (0, 1))
    assert values(of((few, many)), ARTICLE, SCHEMA.about) == [node(builders.APECED).value]
    assert values(of((few, many, claims(made)[0])), ARTICLE, SCHEMA.about) == [node(IPEX).value]
    assert values(of(genes), ARTICLE, SCHEMA.about) == []


def test_infobox_identifiers_stand_as_they_are() -> None:
    """The infobox's identifiers go to the disease letter by letter; without a lexicon none is said to be the same."""
    graph = assemble(article(identifiers=("OMIM:304790", "mim:304790")), claims(article()))
    assert values(graph, node(IPEX), NG.infoboxIdentifier) == ["OMIM:304790", "mim:304790"]
    assert values(graph, node(IPEX), SKOS.exactMatch) == []


@pytest.mark.parametrize(
    ("identifiers", "match"),
    [
        (("OMIM:304790", "DiseasesDB:33417"), ["https://omim.org/entry/304790"]),
        (("OMIM:304790", "OMIM:123456"), []),
        (("OMIM:304790", "MIM:123456"), []),
        (("OMIM:123456",), []),
        (("MONDO:0010580",), []),
    ],
)
def test_an_infobox_identifier_matches_where_the_lexicon_agrees(identifiers: tuple[str, ...], match: list[str]) -> None:
    """Only the one identifier of its prefix that the lexicon holds for the same disease is an exact match."""
    made = article(identifiers=identifiers)
    graph = assemble(made, claims(made), lexicon=TinyLexicon())  # type: ignore[arg-type]
    mapped = [value for value in values(graph, node(IPEX), SKOS.exactMatch) if "Orphanet" not in value]
    assert mapped == match


def test_the_types_of_a_group_are_narrower() -> None:
    """Several diseases of an infobox, none of which is the article's, are narrower than it; what is unknown is not."""
    lexicon = TinyLexicon(concepts={"OMIM:240300": builders.APECED, "OMIM:123456": builders.ENTEROPATHY})
    made = article(identifiers=("OMIM:240300", "OMIM:123456", "OMIM:654321"))
    graph = assemble(made, claims(made), lexicon=lexicon)  # type: ignore[arg-type]
    assert values(graph, node(IPEX), SKOS.narrowMatch) == [f"https://omim.org/entry/{n}" for n in ("123456", "240300")]


def test_lexical_facts_carry_their_source() -> None:
    """Synonyms are those a source gives, cross-references stay apart from mappings, and the source is named."""
    graph = builders.graph()
    assert values(graph, node(NAILS), SKOS.altLabel) == ["Dystrophic nails"]
    assert values(graph, node(NAILS), OBOINOWL.hasDbXref) == ["UMLS:C0221260"]
    assert values(graph, node(NAILS), DCTERMS.source) == ["HPO 2025-01-16"]
    assert "http://www.orpha.net/ORDO/Orphanet_37042" in values(graph, node(IPEX), SKOS.exactMatch)
