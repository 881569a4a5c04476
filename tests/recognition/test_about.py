"""Article to what it is about: a disease, a group, a class, or something else."""

from dataclasses import replace

import pytest

from nosograph import read_text
from nosograph.extraction import subject_of
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import About, Curie, Sort
from nosograph.recognition import about, annotate


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def told(lexicon: Lexicon, title: str, lead: str, *identifiers: str) -> About:
    """Tell what a page of one paragraph is about; the subject of its claims is the same thing."""
    read = read_text(f"{title}\n\n{lead}\n", title=title)
    article = replace(read, identifiers=tuple(map(Curie.parse, identifiers)))
    found = about(article, lexicon)
    assert subject_of(article, annotate(article, lexicon)) == found.concept
    return found


def test_the_title_names_the_disease(lexicon: Lexicon) -> None:
    """Without an infobox the title's name is the subject, labelled as the article writes it."""
    found = told(lexicon, "Chédiak–Higashi syndrome", "It is a rare disorder.")
    assert found.sort is Sort.DISEASE
    assert found.concept is not None
    assert (str(found.concept.curie), found.concept.label) == ("MONDO:0008963", "Chédiak–Higashi syndrome")


@pytest.mark.parametrize(
    "lead",
    [
        "Strange syndrome, also known as Marfan syndrome, is a disorder.",
        "Strange syndrome (Marfan syndrome) is a disorder.",
        "Strange syndrome is a disorder. It is also called Marfan syndrome.",
    ],
)
def test_another_name_in_the_lead_identifies_a_title_that_no_vocabulary_has(lexicon: Lexicon, lead: str) -> None:
    """Where the title is unknown, a name by which the first sentences also call the disease identifies it."""
    found = told(lexicon, "Strange syndrome", lead).concept
    assert found is not None
    assert (str(found.curie), found.label) == ("MONDO:0007947", "Strange syndrome")


@pytest.mark.parametrize(
    "lead",
    [
        "Strange syndrome is a disorder that resembles Marfan syndrome.",
        "Strange syndrome is a disorder. Marfan syndrome is another.",
    ],
)
def test_a_disease_that_the_lead_only_speaks_of_is_not_the_subject(lexicon: Lexicon, lead: str) -> None:
    """Another disease in the lead, not offered as a name of this one, does not identify it."""
    found = told(lexicon, "Strange syndrome", lead).concept
    assert found is not None
    assert found.curie.is_text


def test_a_part_of_the_title_is_something_wider(lexicon: Lexicon) -> None:
    """A known name that is only a part of the unknown title is not taken for it."""
    lead = "Strange Marfan syndrome, or Marfan syndrome, is a disorder."
    found = told(lexicon, "Strange Marfan syndrome", lead).concept
    assert found is not None
    assert found.curie.is_text


def test_several_numbers_under_a_name_make_a_group(lexicon: Lexicon) -> None:
    """Where the infobox lists several diseases and the title names what holds them all, that is the subject."""
    found = told(lexicon, "Achromatopsia", "It is a disorder.", "OMIM:216900", "OMIM:262300")
    assert found.sort is Sort.GROUP
    assert found.concept is not None
    assert str(found.concept.curie) == "Orphanet:49382"
    assert [str(concept.curie) for concept in found.types] == ["OMIM:216900", "OMIM:262300"]


def test_one_number_is_the_disease(lexicon: Lexicon) -> None:
    """The one disease that an infobox lists is the subject, whatever the title says."""
    found = told(lexicon, "Achromatopsia", "It is a disorder.", "OMIM:216900")
    assert found.sort is Sort.DISEASE
    assert found.concept is not None
    assert str(found.concept.curie) == "OMIM:216900"


def test_a_class_is_told_apart(lexicon: Lexicon) -> None:
    """A page on a class of diseases has the class for its subject, and is no page on one disease."""
    found = told(lexicon, "Lysosomal storage disease", "They are inherited disorders.")
    assert found.sort is Sort.CLASS
    assert found.concept is not None
    assert str(found.concept.curie) == "MONDO:0002561"


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("FOXP3", "FOXP3 is a protein, and its deficiency is a rare disease."),
        ("Prednisone", "Prednisone is a drug that is used against many a disease."),
    ],
)
def test_a_page_on_a_gene_or_a_drug_is_about_no_disease(lexicon: Lexicon, title: str, lead: str) -> None:
    """A title that is the name of a gene or a drug gives no subject, though the lead speaks of a disease."""
    found = told(lexicon, title, lead)
    assert found.sort is Sort.OTHER
    assert found.other is not None
    assert found.other.label.lower() == title.lower()


def test_a_page_on_anything_else_is_about_no_disease(lexicon: Lexicon) -> None:
    """A page that neither names nor calls itself a disease has no subject."""
    assert told(lexicon, "Chess", "Chess is a board game.").sort is Sort.UNKNOWN


def test_a_malformation_that_only_the_findings_have(lexicon: Lexicon) -> None:
    """A page on what HPO knows as a finding alone has its own name for its subject, and the finding is told."""
    found = told(lexicon, "Polydactyly", "Polydactyly is a congenital anomaly of the hand.")
    assert found.sort is Sort.DISEASE
    assert found.concept is not None
    assert found.concept.curie.is_text
    assert str(found.other.curie if found.other else "") == "HP:0010442"


def test_sections_tell_a_page_on_a_disease(lexicon: Lexicon) -> None:
    """A page that is asked for symptoms, cause and treatment is about a disease, whatever its title ends with."""
    asked = ("the symptoms of", "the treatments for", "the causes of")
    sections = "".join(f"\n== What are {what} Doe gene change? ==\n\nSome are known.\n" for what in asked)
    found = told(lexicon, "Doe gene change", f"Doe gene change is a change.\n{sections}")
    assert found.concept is not None
    assert found.concept.label == "Doe gene change"


@pytest.mark.parametrize(
    ("title", "first", "label"),
    [
        (
            "Surgery for stones: a review",
            "The stone-induced obstruction (SIO) is a rare entity.",
            "stone-induced obstruction",
        ),
        ("A case of Fooberg syndrome", "We saw a boy.", "Fooberg syndrome"),
        ("Obstruction of a town", "Inborn stones of glass are rare disorders.", "Inborn stones of glass"),
        ("Two patients of a town", "We report them.", ""),
    ],
)
def test_a_report_of_a_case_names_a_disease_that_no_vocabulary_has(
    lexicon: Lexicon, title: str, first: str, label: str
) -> None:
    """The title's disease, or what the first sentence calls one, is the subject; a title that tells more is not."""
    found = told(lexicon, title, f"{first}\n\n== Case report ==\n\nThe boy had fever.\n").concept
    assert (found.label if found else "") == label


def test_the_infobox_tells_a_disease_that_no_vocabulary_has(lexicon: Lexicon) -> None:
    """A page whose infobox has a number that the lexicon lacks is about a disease all the same."""
    found = told(lexicon, "Fooberg ataxia", "Fooberg ataxia is recessive.", "OMIM:999999").concept
    assert found is not None
    assert found.curie.is_text
