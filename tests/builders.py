"""Articles, claims and graphs made by hand from model values, for the tests of assembly, shapes and the rooms above."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from nosograph.assembly import assemble
from nosograph.graph import Graph
from nosograph.lexicon import Flag, Name, Predicate, Source, Xref
from nosograph.model import (
    Article,
    Certainty,
    Claim,
    Concept,
    Curie,
    Evidence,
    Kind,
    Licence,
    Match,
    Measure,
    Outcome,
    Polarity,
    Reference,
    Section,
    SectionRole,
    Sentence,
)


def concept(curie: str, label: str, kind: Kind) -> Concept:
    """Make a concept from an identifier as text."""
    return Concept(curie=Curie.parse(curie), label=label, kind=kind)


IPEX = concept("MONDO:0010580", "IPEX syndrome", Kind.DISEASE)
APECED = concept("MONDO:0009411", "APECED", Kind.DISEASE)
ENTEROPATHY = concept("MONDO:0019787", "autoimmune enteropathy", Kind.DISEASE)
RARE = concept("NCIT:C4873", "Rare Disorder", Kind.DISEASE_CLASS)
NAILS = concept("HP:0008404", "Nail dystrophy", Kind.PHENOTYPE)
ALOPECIA = concept("HP:0002289", "Alopecia universalis", Kind.PHENOTYPE)
FOXP3 = concept("HGNC:6106", "FOXP3", Kind.GENE)
TREG = concept("CL:0000815", "regulatory T cell", Kind.CELL)
FACTOR = concept("GO:0003700", "DNA-binding transcription factor activity", Kind.FUNCTION)
X_LINKED = concept("HP:0001417", "X-linked inheritance", Kind.INHERITANCE)
TRANSPLANT = concept("MAXO:0010030", "bone marrow transplantation", Kind.PROCEDURE)
SIROLIMUS = concept("CHEBI:9168", "sirolimus", Kind.CHEMICAL)
GAIT = concept("text:a strange gait", "a strange gait", Kind.PHENOTYPE)
INFANCY = concept("HP:0003593", "Infantile onset", Kind.ONSET)
OTHER_NAME = concept("text:XLAAD", "XLAAD", Kind.OTHER)
ONE_IN_A_MILLION = concept("text:1 in 1,000,000", "1 in 1,000,000", Kind.QUANTITY)
BIOPSY = concept("text:a biopsy of the gut", "a biopsy of the gut", Kind.PROCEDURE)
SEPSIS = concept("HP:0100806", "Sepsis", Kind.PHENOTYPE)
FREQUENT = concept("HP:0040282", "Frequent", Kind.FREQUENCY)
POWELL = concept("text:B. R. Powell", "B. R. Powell", Kind.OTHER)
YEAR = concept("text:1982", "1982", Kind.OTHER)
LOCUS = concept("text:Xp11.23", "Xp11.23", Kind.OTHER)
SKIN = concept("UBERON:0002097", "skin of body", Kind.ANATOMY)
VIRUS = concept("text:a virus", "a virus", Kind.OTHER)
COLD = concept("text:cold", "cold", Kind.OTHER)

SAYINGS: tuple[tuple[str, SectionRole, tuple[str, ...]], ...] = (
    (
        "IPEX is a rare disease linked to the dysfunction of FOXP3, considered the master regulator.",
        SectionRole.LEAD,
        ("1",),
    ),
    (
        "It is inherited in an X-linked manner and caused by mutations of FOXP3, a transcription factor.",
        SectionRole.CAUSE,
        ("1",),
    ),
    ("It leads to the dysfunction of regulatory T-cells.", SectionRole.LEAD, ("2",)),
    (
        "Signs are nail dystrophy, enteropathy, alopecia, a strange gait and broken nails in a third.",
        SectionRole.SIGNS,
        ("2",),
    ),
    ("It may not manifest with alopecia, and overlaps with APECED.", SectionRole.SIGNS, ("1", "3")),
    ("Bone marrow transplantation had limited success; sirolimus is effective.", SectionRole.TREATMENT, ("3",)),
    (
        "It begins in infancy, affects 1 in 1,000,000, leads to sepsis, is found by a biopsy of the gut, called XLAAD.",
        SectionRole.OTHER,
        (),
    ),
    (
        "B. R. Powell described it in 1982; it maps to Xp11.23, affects skin, a virus causes it, and cold is a risk.",
        SectionRole.HISTORY,
        (),
    ),
)
TITLE = "IPEX syndrome"


def reference(number: str, text: str, **known: object) -> Reference:
    """Make a reference entry; offsets are set when it goes into an article."""
    return Reference(number=number, start=0, end=0, text=text, **known)  # type: ignore[arg-type]


REFERENCES = (
    reference(
        "1",
        "Yong PL, Russo P (May 2008). Use of Sirolimus in IPEX. J. Clin. Immunol. 28 (5): 581-7.",
        title="Use of Sirolimus in IPEX",
        authors=("Yong PL", "Russo P"),
        year=2008,
        month=5,
        container="J. Clin. Immunol.",
        volume="28",
        issue="5",
        pages="581-7",
        doi="10.1007/s10875-008-9196-1",
        pmid="18481161",
        matched="DOI and PMID from the bibliography's entry yong2008: same title, year and first author",
    ),
    reference(
        "2",
        "Rapini RP (2007). Dermatology. St. Louis: Mosby. p. 72.",
        title="Dermatology",
        authors=("Rapini RP",),
        year=2007,
        publisher="Mosby",
        place="St. Louis",
        edition="2nd",
        isbn="9781416029991",
    ),
    reference("3", "Wildin RS. Clinical features.", title="Clinical features", authors=("Wildin RS",)),
)


def article(
    sayings: Sequence[tuple[str, SectionRole, tuple[str, ...]]] = SAYINGS,
    *,
    references: Sequence[Reference] = REFERENCES,
    identifiers: Sequence[str] = ("OMIM:304790", "DiseasesDB:33417"),
    title: str = TITLE,
    slug: str = "ipex-syndrome",
    source: str = "https://example.org/articles/IPEX_syndrome",
) -> Article:
    """Set sentences and references one under the other, and count where they stand."""
    lines = [title, *(saying[0] for saying in sayings), *(r.text for r in references)]
    text = "\n".join(lines) + "\n"
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    sentences = [
        Sentence(
            start=start,
            end=start + len(words),
            text=words,
            section="" if role is SectionRole.LEAD else role.value.title(),
            role=role,
            paragraph=number,
            citations=cited,
        )
        for number, ((words, role, cited), start) in enumerate(zip(sayings, starts[1:], strict=False))
    ]
    placed = [
        Reference(**{**_fields(r), "start": start, "end": start + len(r.text)})
        for r, start in zip(references, starts[1 + len(sayings) :], strict=True)
    ]
    return Article(
        slug=slug,
        title=title,
        text=text,
        sha256=sha256(text.encode("utf-8", "replace")).hexdigest(),
        source=source,
        licence=Licence(
            name="CC-BY-SA-3.0",
            iri="https://creativecommons.org/licenses/by-sa/3.0/",
            attribution="World Library Foundation",
        ),
        identifiers=tuple(map(Curie.parse, identifiers)),
        sections=(Section(heading="", path=(), role=SectionRole.LEAD, start=0, end=len(text)),),
        sentences=tuple(sentences),
        references=tuple(placed),
    )


def _fields(value: Reference) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def claim(
    of: Article,
    sentence: int,
    relation: str,
    object_: Concept,
    quote: str,
    *,
    subject: Concept = IPEX,
    **attributes: object,
) -> Claim:
    """Make a claim whose evidence is every occurrence of `quote` in the sentence of that number."""
    said = of.sentences[sentence]
    places = [n for n in range(len(said.text)) if said.text.startswith(quote, n)]
    evidence = tuple(
        Evidence(start=said.start + n, end=said.start + n + len(quote), quote=quote, sentence=said) for n in places
    )
    known: dict[str, object] = {
        "match": Match.EXACT,
        "polarity": Polarity.AFFIRMED,
        "certainty": Certainty.STATED,
        "outcome": None,
        "frequency": "",
        "references": said.citations,
        "score": 0.9,
        "why": "made by hand",
    }
    return Claim(subject=subject, relation=relation, object=object_, evidence=evidence, **(known | attributes))  # type: ignore[arg-type]


def claims(of: Article) -> tuple[Claim, ...]:
    """Make a claim of every relation, affirmed and negated, stated and hedged, cited and not."""
    return (
        claim(of, 0, "is_a", RARE, "rare disease"),
        claim(of, 0, "linked_to_dysfunction_of", FOXP3, "FOXP3"),
        claim(of, 0, "master_regulator_of", TREG, "master regulator", subject=FOXP3, certainty=Certainty.HEDGED),
        claim(of, 1, "inherited_as", X_LINKED, "X-linked"),
        claim(of, 1, "caused_by_variant_in", FOXP3, "FOXP3"),
        claim(of, 1, "has_function", FACTOR, "transcription factor", subject=FOXP3),
        claim(of, 2, "causes_dysfunction_of", TREG, "regulatory T-cells"),
        claim(
            of, 3, "has_phenotype", NAILS, "nail", frequency="in a third", frequency_term=FREQUENT, match=Match.CLOSE
        ),
        claim(of, 3, "has_phenotype", ALOPECIA, "alopecia", score=0.97321),
        claim(of, 3, "has_feature", ENTEROPATHY, "enteropathy", match=Match.BROAD),
        claim(of, 3, "has_phenotype", GAIT, "a strange gait"),
        claim(of, 4, "has_phenotype", ALOPECIA, "alopecia", polarity=Polarity.NEGATED, certainty=Certainty.HEDGED),
        claim(of, 4, "resembles", APECED, "APECED"),
        claim(of, 5, "treated_with", TRANSPLANT, "Bone marrow transplantation", outcome=Outcome.LIMITED),
        claim(of, 5, "treated_with", SIROLIMUS, "sirolimus", outcome=Outcome.EFFECTIVE),
        claim(of, 6, "has_onset", INFANCY, "infancy"),
        claim(of, 6, "has_prevalence", ONE_IN_A_MILLION, "1 in 1,000,000", measure=Measure.PREVALENCE),
        claim(of, 6, "complication", SEPSIS, "sepsis"),
        claim(of, 6, "diagnosed_by", BIOPSY, "a biopsy of the gut"),
        claim(of, 6, "has_synonym", OTHER_NAME, "XLAAD"),
        claim(of, 7, "described_by", POWELL, "B. R. Powell"),
        claim(of, 7, "described_in", YEAR, "1982"),
        claim(of, 7, "has_locus", LOCUS, "Xp11.23"),
        claim(of, 7, "has_location", SKIN, "skin"),
        claim(of, 7, "caused_by", VIRUS, "a virus"),
        claim(of, 7, "risk_factor", COLD, "cold"),
    )


@dataclass(frozen=True, eq=False)
class TinyLexicon:
    """Answer as a Lexicon does, from a few facts at hand."""

    concepts: dict[str, Concept] = field(
        default_factory=lambda: {"MONDO:0010580": IPEX, "OMIM:304790": IPEX, "HP:0008404": NAILS}
    )
    sources: tuple[Source, ...] = (Source(name="hp.obo", version="2025-01-16", sha256="ab" * 32, title="HPO"),)

    def concept(self, curie: Curie | str) -> Concept | None:
        """Give the concept of an identifier."""
        return self.concepts.get(str(curie))

    def preferred(self, curie: Curie) -> Curie:
        """Give the identifier that stands for the same thing."""
        known = self.concept(curie)
        return known.curie if known else curie

    def names(self, curie: Curie | str) -> tuple[Name, ...]:
        """Give names of nails alone."""
        if str(curie) != "HP:0008404":
            return ()
        rows = (
            ("Nail dystrophy", Match.EXACT, Flag.LABEL),
            ("Dystrophic nails", Match.EXACT, Flag.NONE),
            ("Nail dystrophies", Match.EXACT, Flag.GENERATED),
            ("Bad nails", Match.BROAD, Flag.NONE),
        )
        return tuple(Name(text=text, match=match, flags=flags, source="hp.obo") for text, match, flags in rows)

    def xrefs(self, curie: Curie | str) -> tuple[Xref, ...]:
        """Give one mapping of the disease and one cross-reference of nails."""
        rows = {
            "MONDO:0010580": ("Orphanet:37042", Predicate.EXACT),
            "HP:0008404": ("UMLS:C0221260", Predicate.DBXREF),
        }
        return tuple(Xref(curie=Curie.parse(c), predicate=p) for key, (c, p) in rows.items() if key == str(curie))


def graph() -> Graph:
    """Assemble the good graph that tests start from."""
    made = article()
    return assemble(made, claims(made), lexicon=TinyLexicon())  # type: ignore[arg-type]
