"""Plain text in the style of mirrors."""

import pytest

from nosograph.errors import InputError
from nosograph.model import SectionRole
from nosograph.reading import read_text

_MIRROR = """World Library
Flag as Inappropriate
Email this Article

Doe syndrome

Article Id: WHEBN0001234567
Reproduction Date:

Doe syndrome
A child with the rash
Classification and external resources
Specialty | Medical genetics
ICD-10 | D81.0-D81.2 (D81.1 ILDS)
OMIM | 604571 209920

Not to be confused with Roe syndrome.

Doe syndrome is a rare disease.[1]

Contents

 1 Signs and symptoms
   1.1 Skin
 2 Treatment

Signs and symptoms[edit]

It causes fever.

Skin

The skin
is dry.

Treatment

None is known.

See also

  • Roe syndrome

References

  1. ^ a b Doe J (2001). "A syndrome of fever". J. Med. 3 (1):
     12–15.
  2. ^ Jump up to: a b Roe J (2002). "Another". J. Med. 4: 1.

External links

  • Doe syndrome at OMIM

Text is available under the Creative Commons Attribution-ShareAlike 4.0 License; additional terms may apply.
Privacy policy
About us and our partners
"""


def test_a_mirror_page_is_told_apart() -> None:
    """Navigation, contents, hatnotes and footer are left out; box, lead, sections, references and links are kept."""
    article = read_text(_MIRROR)
    assert article.title == "Doe syndrome"
    assert [str(i) for i in article.identifiers] == [
        "ICD10:D81.0",
        "ICD10:D81.2",
        "ICD10:D81.1",
        "OMIM:604571",
        "OMIM:209920",
    ]
    assert [(s.heading, s.role.value) for s in article.sections] == [
        ("", "lead"),
        ("Signs and symptoms", "signs"),
        ("Skin", "other"),
        ("Treatment", "treatment"),
        ("See also", "other"),
        ("References", "references"),
        ("External links", "other"),
    ]
    assert [s.text for s in article.content()] == [
        "Doe syndrome is a rare disease.",
        "It causes fever.",
        "The skin is dry.",
        "None is known.",
    ]
    assert [link.text for link in article.links] == ["Doe syndrome at OMIM"]
    assert article.licence.iri == "https://creativecommons.org/licenses/by-sa/4.0/"
    for words in ("WHEBN", "confused", "edit", "1.1 Skin", "Creative", "partners"):
        assert words not in article.text


def test_a_wrapped_reference_is_one_entry() -> None:
    """A reference that goes on in the next line is joined; letters of its back links are cut off."""
    one, two = read_text(_MIRROR).references
    assert one.text == 'Doe J (2001). "A syndrome of fever". J. Med. 3 (1): 12–15.'
    assert (one.number, one.pages, two.number, two.title) == ("1", "12–15", "2", "Another")


def test_subsections_play_their_parents_part() -> None:
    """A heading that says nothing plays the part of the section above it; paths name all headings above."""
    article = read_text("X\n\n== Treatment ==\n\n=== Eyes ===\n\nDrops help.\n\n== History ==\n\nIt is old.")
    assert [(s.path, s.role) for s in article.sections] == [
        (("Treatment",), SectionRole.TREATMENT),
        (("Treatment", "Eyes"), SectionRole.TREATMENT),
        (("History",), SectionRole.HISTORY),
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("What is (are) Doe syndrome ?", "lead"),
        ("What are the symptoms of Doe syndrome ?", "signs"),
        ("What causes Doe syndrome ?", "cause"),
        ("What are the genetic changes related to Doe syndrome ?", "cause"),
        ("Is Doe syndrome inherited ?", "cause"),
        ("How many people are affected by Doe syndrome ?", "epidemiology"),
        ("How to diagnose Doe syndrome ?", "diagnosis"),
        ("What are the treatments for Doe syndrome ?", "treatment"),
        ("What is the outlook for Doe syndrome ?", "prognosis"),
        ("Symptoms and diagnosis", "signs"),
        ("Differential diagnosis", "differential"),
        ("Pathophysiology", "pathophysiology"),
        ("Society and culture", "other"),
        ("Case report", "case"),
    ],
)
def test_headings_say_what_a_section_is_about(heading: str, role: str) -> None:
    """Headings, questions among them, give the section's role."""
    article = read_text(f"Doe syndrome\n\n== {heading} ==\n\nIt is so.")
    assert [s.role.value for s in article.sections] == [role]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines an editor wrapped make one paragraph; long lines each make their own."""
    wrapped = read_text("X\n\nThe first line goes\non in the second. It ends\nin the third.")
    assert [s.text for s in wrapped.content()] == ["The first line goes on in the second.", "It ends in the third."]
    long = f"This is a line {'of many words ' * 8}that holds a whole paragraph."
    assert len({s.paragraph for s in read_text(f"X\n\n{long}\n{long}").content()}) == 2


def test_a_paragraph_broken_in_its_middle_is_mended() -> None:
    """A superscript that a copy set apart is put back where it broke the sentence, citations included."""
    (sentence,) = read_text("X\n\nThe Na+\n\n/K+\n\n-ATPase gene is mutated.[1]").content()
    assert (sentence.text, sentence.citations) == ("The Na+/K+-ATPase gene is mutated.", ("1",))


def test_two_lists_that_count_alike_are_kept_apart() -> None:
    """Notes that count as the references do are `note 1`; what a second list counts again is further reading."""
    notes = read_text(
        "X\n\nIt is.[1][note 1]\n\n== Notes ==\n\n1. ^ So say some.\n\n== References ==\n\n1. ^ Doe J (2001). T."
    )
    assert [(r.number, r.text) for r in notes.references] == [("note 1", "So say some."), ("1", "Doe J (2001). T.")]
    second = read_text("X\n\nIt is.[1]\n\n== References ==\n\n1. ^ Doe J.\n\n== External links ==\n\n1. ^ A page.")
    assert [r.number for r in second.references] == ["1"]
    assert [link.text for link in second.links] == ["A page."]


def test_references_without_numbers_are_counted() -> None:
    """A list that numbers nothing is numbered in its order."""
    article = read_text("X\n\nIt is.\n\nReferences\n\n- Doe J (2001). One.\n- Roe J (2002). Two.")
    assert [(r.number, r.title) for r in article.references] == [("1", "One"), ("2", "Two")]


def test_a_given_title_takes_the_place_of_the_texts_own() -> None:
    """A title handed in stands first, once, and is a sentence."""
    article = read_text("Some page\n\nIt is rare.", title="Doe  syndrome")
    assert article.text.startswith("Doe syndrome\n\nIt is rare.")
    assert (article.title, article.sentences[0].text, article.slug) == ("Doe syndrome", "Doe syndrome", "doe-syndrome")


def test_the_slug_is_given_or_made_from_the_title() -> None:
    """The slug is the one handed in, else made from the title, else `article`."""
    assert read_text("Chédiak–Higashi syndrome\n\nIt is.").slug == "chediak-higashi-syndrome"
    assert read_text("X\n\nIt is.", slug="My Slug").slug == "my-slug"
    assert read_text("It is.").slug == "article"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (" \n\t\u200b", "neither letters"),
        ("World Library\nFlag as Inappropriate\n\nCopyright © World Library Foundation.", "no article"),
        ("x. " * 400_000, "characters, more than"),
        ("x\n" * 100_001, "lines, more than"),
        ("{\\rtf1 x}", "RTF"),
    ],
)
def test_what_is_no_article_is_refused(text: str, seen: str) -> None:
    """Empty text, navigation alone, a collection and other formats give one line that says so."""
    with pytest.raises(InputError, match=seen) as caught:
        read_text(text)
    assert caught.value.mend
    assert "\n" not in str(caught.value)


def test_a_list_with_nothing_but_capitals_between_its_items_is_a_list() -> None:
    """Items that a copy ran together are told by their capitals, up to the sentence that follows them."""
    article = read_text(
        "Signs of it may include: Heart defects (74% of Males) Hearing loss Low levels of IgA Seizures "
        "Poor feeding as a baby The cause is not known."
    )
    assert [s.text for s in article.content()] == [
        *("Signs of it may include:", "Heart defects (74% of Males)", "Hearing loss", "Low levels of IgA", "Seizures"),
        *("Poor feeding as a baby", "The cause is not known."),
    ]
    assert all(s.lead_in for s in list(article.content())[1:6])


def test_a_title_in_capitals_is_no_list() -> None:
    """A lead is followed by items of several words; a title's words are one each."""
    words = "Those who help are: National Institute Of Rare Skin Diseases And Hair."
    assert [s.text for s in read_text(words).content()] == [words]


def test_a_heading_may_stand_right_above_its_paragraph() -> None:
    """No blank line need part a heading from what stands above and below it; a wrapped line is no heading."""
    text = """Example syndrome
Example syndrome is a rare disorder of the connective tissue.[1]
Signs and symptoms
People with the syndrome may have the following:
* short stature
* hearing loss
Treatment
There is no cure for it; surgery is done for severe
Symptoms of the spine.
References
1. Smith J (2001). "Example syndrome". Lancet 357: 12–15.
2. Doe A (2002). "Another title". J Med Genet 39: 1–5.
"""
    article = read_text(text)
    assert [s.heading for s in article.sections] == ["", "Signs and symptoms", "Treatment", "References"]
    (treatment,) = (s.text for s in article.sentences if s.section == "Treatment")
    assert treatment.endswith("severe Symptoms of the spine.")
    assert len(article.references) == 2


def test_a_page_of_questions_is_about_what_its_first_asks() -> None:
    """Where no title stands above them, the questions are headings, and the first names the disease."""
    article = read_text(
        "What is Danbury disease?\nDanbury disease is a disorder of the small blood vessels of children.\n\n"
        "What are the signs and symptoms of Danbury disease?\nSome children have swollen hands and feet, and fever.\n"
    )
    assert article.title == "Danbury disease"
    assert [(s.heading, s.role.value) for s in article.sections][-1] == (
        "What are the signs and symptoms of Danbury disease?",
        "signs",
    )
