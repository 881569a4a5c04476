"""What the graph of an article holds."""

from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

import builders
from builders import ALOPECIA, FOXP3, IPEX, NAILS, SIROLIMUS, TRANSPLANT, TinyLexicon, article, claim, claims, reference
from nosograph.assembly import assemble
from nosograph.errors import VocabularyError
from nosograph.graph import Graph
from nosograph.model import Claim, Concept, Curie, Outcome, Polarity
from nosograph.rdf import (
    BIBO,
    BIOLINK,
    CITO,
    DCTERMS,
    NG,
    OA,
    OBOINOWL,
    OWL,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VOID,
    expand,
    relations,
)

BASE = "https://w3id.org/nosograph/"
ARTICLE = NamedNode(f"{BASE}article/ipex-syndrome")
TEXT = NamedNode(f"{BASE}article/ipex-syndrome/text")


def node(concept: Concept) -> NamedNode:
    """Give the node of a concept that has an identifier."""
    return NamedNode(expand(concept.curie))


def values(graph: Graph, subject: NamedNode, predicate: NamedNode) -> list[str]:
    """Give the values of a property as text, in order."""
    return sorted(q.object.value for q in graph.store.quads_for_pattern(subject, predicate, None))


def one(graph: Graph, predicate: NamedNode, value: NamedNode | Literal) -> NamedNode:
    """Give the one thing that has this value."""
    (quad,) = graph.store.quads_for_pattern(None, predicate, value)
    return quad.subject


def edges(graph: Graph, subject: Concept, object_: Concept) -> set[NamedNode]:
    """Give the predicates of the direct edges between two things."""
    return {q.predicate for q in graph.store.quads_for_pattern(node(subject), None, node(object_))}


def of(claims_made: tuple[Claim, ...]) -> Graph:
    """Assemble some claims of the article of the builders."""
    return assemble(article(), claims_made)


def statement(graph: Graph, object_: Concept) -> NamedNode:
    """Give the one claim about this object."""
    return one(graph, RDF.object, node(object_))


@pytest.mark.parametrize("key", relations())
def test_every_relation_has_its_edge_and_association(key: str) -> None:
    """Each relation is written as its table says: direct edge, predicates beside it, association, Biolink."""
    made = article()
    said = next(c for c in claims(made) if c.relation == key and c.polarity is Polarity.AFFIRMED)
    graph = assemble(made, [said])
    row = relations()[key]
    subject, object_ = (graph.store.quads_for_pattern(None, p, None) for p in (RDF.subject, RDF.object))
    between = graph.store.quads_for_pattern(next(subject).object, None, next(object_).object)
    assert {q.predicate.value for q in between} == {row.predicate, *row.beside}
    claimed = one(graph, RDF.type, NG.Claim)
    assert values(graph, claimed, RDF.type) == sorted([NG.Claim.value, row.association])
    assert values(graph, claimed, RDF.predicate) == [row.predicate]
    assert bool(values(graph, claimed, NG.biolinkInverse)) is row.biolink_inverse


def test_a_negated_claim_makes_no_edge() -> None:
    """What an article denies is a claim, and no edge."""
    made = article()
    graph = of((claim(made, 4, "has_phenotype", ALOPECIA, "alopecia", polarity=Polarity.NEGATED),))
    assert edges(graph, IPEX, ALOPECIA) == set()
    denied = statement(graph, ALOPECIA)
    assert values(graph, denied, NG.polarity) == [NG.negated.value]
    assert values(graph, denied, BIOLINK.negated) == ["true"]


def test_affirmed_and_negated_claims_are_linked() -> None:
    """Where an article says both, both claims stay, linked to each other, and the edge stands."""
    made = article()
    graph = of(claims(made))
    pairs = {(q.subject, q.object) for q in graph.store.quads_for_pattern(None, NG.conflictsWith, None)}
    (first, second), *_ = pairs
    assert pairs == {(first, second), (second, first)}
    assert {*values(graph, first, NG.polarity), *values(graph, second, NG.polarity)} == {
        NG.affirmed.value,
        NG.negated.value,
    }
    assert edges(graph, IPEX, ALOPECIA) == {NamedNode(relations()["has_phenotype"].predicate), NG.hasManifestation}


def test_only_an_affirmed_established_effect_treats() -> None:
    """Biolink's `treats` stands on affirmed claims of a cure or of effect; what is denied was applied."""
    made = article()
    graph = of(claims(made))
    assert values(graph, statement(graph, SIROLIMUS), NG.biolinkPredicate) == [BIOLINK.treats.value]
    assert values(graph, statement(graph, TRANSPLANT), NG.biolinkPredicate) == [BIOLINK.applied_to_treat.value]
    denied = claim(
        made, 5, "treated_with", SIROLIMUS, "sirolimus", outcome=Outcome.EFFECTIVE, polarity=Polarity.NEGATED
    )
    graph = of((denied,))
    assert values(graph, statement(graph, SIROLIMUS), NG.biolinkPredicate) == [BIOLINK.applied_to_treat.value]


def test_a_claim_carries_what_was_read() -> None:
    """Match, certainty, outcome, frequency, score, reason, sentence and section stand on the claim."""
    graph = builders.graph()
    nails = statement(graph, NAILS)
    said = article().sentences[3]
    expected = {
        NG.match: NG.close.value,
        NG.certainty: NG.stated.value,
        NG.frequency: "in a third",
        NG.score: "0.9",
        NG.why: "made by hand",
        NG.section: "Signs",
        NG.sentenceStart: str(said.start),
        NG.sentenceEnd: str(said.end),
        BIOLINK.supporting_text: said.text,
        NG.inArticle: ARTICLE.value,
        BIOLINK.agent_type: "text_mining_agent",
    }
    assert {predicate: values(graph, nails, predicate) for predicate in expected} == {
        p: [v] for p, v in expected.items()
    }
    assert values(graph, nails, NG.outcome) == []
    assert values(graph, statement(graph, TRANSPLANT), NG.outcome) == [NG.limited.value]


def test_a_cited_claim_names_entries_works_and_grounds() -> None:
    """A claim links the entries its sentence cites and their works; its kind of evidence says whether one is cited."""
    graph = builders.graph()
    nails, sepsis = statement(graph, NAILS), statement(graph, builders.SEPSIS)
    assert values(graph, nails, NG.citesReference) == [f"{ARTICLE.value}/reference/2"]
    assert values(graph, nails, CITO.citesAsEvidence) == ["urn:isbn:9781416029991"]
    evidence = NamedNode("http://purl.obolibrary.org/obo/RO_0002558")
    assert values(graph, nails, evidence) == ["http://purl.obolibrary.org/obo/ECO_0007321"]
    assert values(graph, sepsis, evidence) == ["http://purl.obolibrary.org/obo/ECO_0008021"]
    assert values(graph, sepsis, NG.citesReference) == []


def test_each_place_is_a_piece_of_evidence() -> None:
    """Two mentions in a sentence are two annotations, in the order of the text, each with quote and position."""
    made = article()
    graph = of((claim(made, 3, "has_phenotype", NAILS, "nail"),))
    name = statement(graph, NAILS).value.rpartition("/")[2]
    for number in (1, 2):
        evidence = NamedNode(f"{BASE}evidence/{name}-{number}")
        (target,) = values(graph, evidence, OA.hasTarget)
        assert values(graph, NamedNode(target), OA.hasSource) == [TEXT.value]
        quote, position = NamedNode(f"{evidence.value}/quote"), NamedNode(f"{evidence.value}/position")
        (start,), (end,) = values(graph, position, OA.start), values(graph, position, OA.end)
        (before,), (words,), (after,) = (values(graph, quote, p) for p in (OA.prefix, OA.exact, OA.suffix))
        assert words == made.text[int(start) : int(end)] == "nail"
        assert before + words + after in made.text


def test_selectors_at_the_edges_of_the_text_are_whole() -> None:
    """A quote at the very beginning or end of the text has an empty prefix or suffix."""
    made = article((("Nails.", builders.SectionRole.SIGNS, ()),), references=(), title="")
    said = made.sentences[0]
    whole = replace(made, text="Nails.", sentences=(replace(said, start=0, end=6),))
    said = claim(whole, 0, "has_phenotype", NAILS, "Nails.")
    graph = assemble(whole, [said])
    quote = one(graph, OA.exact, Literal("Nails."))
    assert (values(graph, quote, OA.prefix), values(graph, quote, OA.suffix)) == ([""], [""])


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


def test_an_article_without_claims_is_a_graph() -> None:
    """An article in which nothing was found is described all the same."""
    graph = of(())
    assert values(graph, ARTICLE, DCTERMS.title) == ["IPEX syndrome"]
    assert len(values(graph, ARTICLE, CITO.cites)) == 3


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


def test_lexical_facts_carry_their_source() -> None:
    """Synonyms are those a source gives, cross-references stay apart from mappings, and the source is named."""
    graph = builders.graph()
    assert values(graph, node(NAILS), SKOS.altLabel) == ["Dystrophic nails"]
    assert values(graph, node(NAILS), OBOINOWL.hasDbXref) == ["UMLS:C0221260"]
    assert values(graph, node(NAILS), DCTERMS.source) == ["HPO 2025-01-16"]
    assert "http://www.orpha.net/ORDO/Orphanet_37042" in values(graph, node(IPEX), SKOS.exactMatch)


def test_works_are_described_from_the_reference_list() -> None:
    """A work has type, title, date, container, volume, issue, pages and identifiers; its authors stand in order."""
    graph = builders.graph()
    work = NamedNode("https://doi.org/10.1007/s10875-008-9196-1")
    assert values(graph, work, DCTERMS.title) == ["Use of Sirolimus in IPEX"]
    assert next(graph.store.quads_for_pattern(work, DCTERMS.issued, None)).object == Literal(
        "2008-05", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")
    )
    assert [values(graph, work, p) for p in (BIBO.volume, BIBO.issue, BIBO.pages, BIBO.pmid)] == [
        ["28"],
        ["5"],
        ["581-7"],
        ["18481161"],
    ]
    (container,) = values(graph, work, DCTERMS.isPartOf)
    assert values(graph, NamedNode(container), DCTERMS.title) == ["J. Clin. Immunol."]
    authors = {NamedNode(a) for a in values(graph, work, SCHEMA.author)}
    places = sorted((values(graph, a, SCHEMA.position)[0], values(graph, a, SCHEMA.name)[0]) for a in authors)
    assert places == [("1", "Yong PL"), ("2", "Russo P")]


@pytest.mark.parametrize(
    ("known", "types"),
    [
        ({"container": "J", "doi": "10.1000/x"}, ["fabio/JournalArticle", "bibo/AcademicArticle"]),
        ({"pmid": "1"}, ["fabio/JournalArticle", "bibo/AcademicArticle"]),
        ({"isbn": "9781416029991"}, ["fabio/Book", "bibo/Book"]),
        ({"publisher": "Mosby"}, ["fabio/Book", "bibo/Book"]),
        ({"isbn": "9781416029991", "container": "Handbook"}, ["fabio/BookChapter", "bibo/Chapter"]),
        ({"url": "https://example.org/"}, ["fabio/WebPage", "bibo/Webpage"]),
        ({}, ["fabio/Expression", "bibo/Document"]),
    ],
)
def test_works_are_typed_by_their_fields(known: dict[str, str], types: list[str]) -> None:
    """What an entry tells of a work says of what sort it is."""
    graph = assemble(article(references=(reference("1", "text", title="T", **known),)), ())
    (work,) = {q.object for q in graph.store.quads_for_pattern(None, NG.publication, None)}
    found = sorted("/".join(v.split("/")[-2:]) for v in values(graph, work, RDF.type))
    assert found == sorted(types)


@pytest.mark.parametrize(
    ("year", "month", "issued"), [(2007, 0, ["2007"]), (581, 13, ["0581"]), (0, 5, []), (12345, 1, []), (-3, 1, [])]
)
def test_impossible_dates_are_left_out(year: int, month: int, issued: list[str]) -> None:
    """A year outside 1 to 9999 is no date, a month outside 1 to 12 leaves the year."""
    graph = assemble(article(references=(reference("1", "t", title="T", year=year, month=month),)), ())
    assert [q.object.value for q in graph.store.quads_for_pattern(None, DCTERMS.issued, None)] == issued


def test_two_entries_of_one_work_are_one_publication() -> None:
    """Entries with one identifier share a work; what one leaves open the other supplies; nothing stands twice."""
    twice = (
        reference("1", "A", title="The title", doi="10.1000/x"),
        reference("2", "B", title="The Title.", doi="10.1000/X", year=2001),
    )
    graph = assemble(article(references=twice), ())
    work = NamedNode("https://doi.org/10.1000/x")
    assert values(graph, work, DCTERMS.title) == ["The title"]
    assert values(graph, work, DCTERMS.issued) == ["2001"]
    assert len(list(graph.store.quads_for_pattern(None, NG.publication, work))) == 2


def test_two_entries_of_one_number_are_two_entries() -> None:
    """A number that stands twice in the list, as where notes and references are counted apart, is two entries."""
    twice = (reference("1", "A note", title="A"), reference("1", "A work", title="B"))
    made = article(references=twice)
    graph = assemble(made, [claim(made, 3, "has_phenotype", NAILS, "nail", references=("1",))])
    entries = {q.subject.value for q in graph.store.quads_for_pattern(None, NG.number, Literal("1"))}
    assert entries == {f"{ARTICLE.value}/reference/1", f"{ARTICLE.value}/reference/1/2"}
    assert values(graph, statement(graph, NAILS), NG.citesReference) == [f"{ARTICLE.value}/reference/1"]


def test_a_number_that_the_list_lacks_is_kept() -> None:
    """A claim may cite a number that the reference list lacks: it is an entry with this number and no work."""
    made = article()
    graph = of((claim(made, 3, "has_phenotype", NAILS, "nail", references=("2", "99")),))
    entry = NamedNode(f"{ARTICLE.value}/reference/99")
    assert entry.value in values(graph, statement(graph, NAILS), NG.citesReference)
    assert values(graph, entry, NG.publication) == []


def test_the_text_stands_with_checksum_and_terms() -> None:
    """The text carries its SHA-256, licence and attribution, and where it comes from."""
    graph = builders.graph()
    made = article()
    assert values(graph, TEXT, NG.text) == [made.text]
    assert values(graph, TEXT, NG.sha256) == [made.sha256]
    assert values(graph, TEXT, DCTERMS.license) == ["https://creativecommons.org/licenses/by-sa/3.0/"]
    assert values(graph, TEXT, SCHEMA.creditText) == ["World Library Foundation"]
    assert set(values(graph, TEXT, PROV.wasDerivedFrom)) == {ARTICLE.value, made.source}


def test_a_source_that_is_no_address_stays_a_text() -> None:
    """A path is no address, and is no IRI of the graph."""
    graph = assemble(article(source="articles/a b.txt"), ())
    assert [q.object for q in graph.store.quads_for_pattern(ARTICLE, DCTERMS.source, None)] == [
        Literal("articles/a b.txt")
    ]
    assert values(graph, TEXT, PROV.wasDerivedFrom) == [ARTICLE.value]


def test_the_run_knows_no_clock() -> None:
    """The run is the same for the same text, software and lexicon, and another for another text or lexicon."""
    runs = [
        one(assemble(made, (), lexicon=lexicon), RDF.type, PROV.Activity)  # type: ignore[arg-type]
        for made, lexicon in (
            (article(), None),
            (article(), None),
            (article(title="Other"), None),
            (article(), TinyLexicon()),
        )
    ]
    assert runs[0] == runs[1]
    assert len(set(runs)) == 3


def test_the_dataset_counts_its_triples() -> None:
    """The description of the dataset gives the number of triples of each graph, itself included."""
    graph = builders.graph()
    for name in graph.names:
        (stated,) = values(graph, NamedNode(name), VOID.triples)
        assert int(stated) == len(list(graph.store.quads_for_pattern(None, None, None, NamedNode(name))))


def test_nothing_is_nameless() -> None:
    """No blank node stands anywhere."""
    terms = {t for q in builders.graph().quads() for t in (q.subject, q.object)}
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_entities_and_edges_stand_apart_from_claims() -> None:
    """The graph of knowledge holds things and edges alone, the graph of provenance all that is said about them."""
    graph = builders.graph()
    (knowledge,) = graph.knowledge
    subjects = {q.subject.value for q in graph.store.quads_for_pattern(None, None, None, NamedNode(knowledge))}
    assert all(f"{BASE}thing/" in s or not s.startswith(BASE) for s in subjects)
    (provenance,) = graph.provenance
    described = graph.store.quads_for_pattern(None, NG.kind, None, NamedNode(provenance))
    assert list(described) == []


def test_literals_are_canonical() -> None:
    """What the store would rewrite is written so from the start: no trailing zeros, no exponent, four places."""
    made = article()
    scores = {0.90: "0.9", 1.0: "1", 0.0: "0", 1e-05: "0", 0.123456: "0.1235", 0.1: "0.1"}
    for score, text in scores.items():
        graph = of((claim(made, 3, "has_phenotype", NAILS, "nail", score=score),))
        assert values(graph, statement(graph, NAILS), NG.score) == [text]


def test_an_unknown_relation_is_refused() -> None:
    """A claim whose relation the vocabulary lacks is refused in one line that names those it has."""
    made = article()
    with pytest.raises(VocabularyError, match=r"'likes' is none of the vocabulary's; use one of has_phenotype"):
        of((claim(made, 3, "likes", NAILS, "nail"),))
