"""What is said of a form of the disease alone is that form's, under the words by which the text calls it."""

import pytest

from nosograph.extraction import extract
from nosograph.lexicon import Lexicon
from nosograph.model import Certainty, Claim, Polarity
from nosograph.reading import read_text
from nosograph.recognition import annotate


def claims(body: str, lexicon: Lexicon, title: str = "Fabry disease") -> tuple[Claim, ...]:
    """Read an article of one title and body."""
    article = read_text(f"{title}\n\n{body}\n", title=title)
    return extract(article, annotate(article, lexicon))


def subjects(body: str, lexicon: Lexicon, label: str = "Cataract") -> set[str]:
    """Give whose finding an object of this label is said to be."""
    return {claim.subject.label for claim in claims(body, lexicon) if claim.object.label == label}


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("Infantile Fabry disease is characterized by cataract.", "infantile Fabry disease"),
        ("Patients with late-onset Fabry disease have cataract.", "late-onset Fabry disease"),
        ("Fabry disease type 2 is characterized by cataract.", "Fabry disease type 2"),
        ("Type 2 is characterized by cataract.", "Fabry disease type 2"),
        ("The infantile form, which is rare, is characterized by cataract.", "infantile Fabry disease"),
        ("Juvenile Fabry disease is rare. Patients have cataract.", "juvenile Fabry disease"),
        ("Late-onset disease may cause cataract.", "late-onset Fabry disease"),
        ("In type 3, it causes seizures, and in type 4 cataract.", "Fabry disease type 4"),
        ("Cataract has been reported in type 1.", "Fabry disease type 1"),
        ("Cataract has been reported more often than in type 1.", "Fabry disease"),
        ("== Signs and symptoms ==\n=== Type 3 ===\nPatients have cataract.", "Fabry disease type 3"),
        ("== Signs and symptoms ==\n=== Late onset ===\nPatients have cataract.", "late-onset Fabry disease"),
        ("Cataract is seen in most patients with juvenile Fabry disease.", "juvenile Fabry disease"),
        ("Cataract is typical of the renal type.", "renal type of Fabry disease"),
        ("The severe renal type causes cataract.", "severe renal type of Fabry disease"),
        ("Infants with type 4 disease have cataract.", "Fabry disease type 4"),
        ("Cataract is frequent in type 1 and is seldom found otherwise.", "Fabry disease type 1"),
        ("Type 2 (renal) typically begins early. Symptoms include cataract.", "Fabry disease type 2"),
        ("Intermediate Fabry disease, with some activity, presents with cataract.", "intermediate Fabry disease"),
        ("Juvenile Fabry disease is rare. Recessive forms include those with cataract.", "Fabry disease"),
        ("Untreated Fabry disease causes cataract.", "Fabry disease"),
        ("Classic Fabry disease causes cataract.", "Fabry disease"),
        ("Children with severe Fabry disease have cataract.", "Fabry disease"),
        ("The most common form of the disease causes cataract.", "Fabry disease"),
        ("Juvenile Fabry disease is rare. Fabry disease causes cataract.", "Fabry disease"),
    ],
)
def test_a_form_has_its_own_findings(body: str, whose: str, lexicon: Lexicon) -> None:
    """A word that only tells how ill patients are makes no form; nor does the disease's own name again."""
    assert subjects(body, lexicon) == {whose}


def test_a_form_is_one_of_the_disease(lexicon: Lexicon) -> None:
    """Or nothing would join it to the rest of the graph."""
    found = claims("Infantile Fabry disease is characterized by cataract.", lexicon)
    assert ("infantile Fabry disease", "is_a", "Fabry disease") in {
        (c.subject.label, c.relation, c.object.label) for c in found
    }


def test_what_is_denied_or_supposed_of_a_form_denies_it_not(lexicon: Lexicon) -> None:
    """A form is one of its disease whatever the sentence tells of it."""
    found = claims("Prednisone showed no benefit in late-onset Fabry disease.", lexicon)
    assert [(c.polarity, c.certainty) for c in found if c.relation == "is_a"] == [(Polarity.AFFIRMED, Certainty.STATED)]


def test_a_form_that_is_not_named_has_no_claims_but_its_genes_are_the_disease_s(lexicon: Lexicon) -> None:
    """There is nothing to hang its findings on."""
    found = claims("One form of Fabry disease causes cataract. Another form is caused by mutations in PEX1.", lexicon)
    assert {(c.subject.label, c.object.label) for c in found} == {("Fabry disease", "PEX1")}


def test_the_gene_of_a_numbered_type_is_a_cause_of_the_disease(lexicon: Lexicon) -> None:
    """There are several types, each with its own gene."""
    assert subjects("Type 1 is caused by mutations in PEX1.", lexicon, "PEX1") == {"Fabry disease"}


def test_a_section_on_a_form_speaks_of_it(lexicon: Lexicon) -> None:
    """Its heading names the form; sentences that name nothing are about it."""
    body = "== Signs and symptoms ==\n=== Infantile Fabry disease ===\nCataract is common.\n"
    assert subjects(body, lexicon) == {"infantile Fabry disease"}


def test_a_short_name_with_more_is_a_form(lexicon: Lexicon) -> None:
    """As "FHM1" is of FHM; a gene that is called so is none."""
    body = "Familial hemiplegic migraine (FHM) is a disease.\n\nFHM1 is also associated with cataract."
    found = claims(body, lexicon, title="Familial hemiplegic migraine")
    assert {c.subject.label for c in found if c.object.label == "Cataract"} == {"FHM1"}


def test_a_type_with_an_identifier_that_patients_have_is_the_subject(lexicon: Lexicon) -> None:
    """Not only where its name comes first."""
    body = "Additionally, patients with atypical hemolytic uremic syndrome often have cataract."
    found = claims(body, lexicon, title="Hemolytic uremic syndrome")
    assert {c.subject.label for c in found if c.object.label == "Cataract"} == {"Atypical hemolytic uremic syndrome"}


def test_an_animal_s_disease_is_no_form(lexicon: Lexicon) -> None:
    """What horses have is nothing of the article's patients."""
    assert not claims("Equine Fabry disease causes cataract.", lexicon)


def test_a_short_name_that_patients_have_is_the_subject(lexicon: Lexicon) -> None:
    """Wherever the sentence names it, where it names no other."""
    body = "Fabry disease (FD) is a disease.\n\nCataract affects most people with hFD."
    assert subjects(body, lexicon) == {"hFD"}
