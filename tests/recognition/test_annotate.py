"""Text to mentions, with the lexicon everybody has."""

import pytest

from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import Kind, Match
from nosograph.reading import read_text
from nosograph.recognition import annotate, explain


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def found(text: str, lexicon: Lexicon) -> dict[str, str]:
    """Map the words of each mention to its concept's label."""
    return {m.text: m.concept.label for m in annotate(text, lexicon)}


def test_plurals_spelling_and_order_are_no_obstacle(lexicon: Lexicon) -> None:
    """A finding is known in the plural, in British spelling and with its words turned round."""
    labels = found("Patients had seizures, anaemia and dystrophy of the nails.", lexicon)
    assert labels["seizures"] == "Seizure"
    assert labels["anaemia"] == "Anemia"
    assert labels["dystrophy of the nails"] == "Nail dystrophy"


def test_a_shared_head_gives_two_findings(lexicon: Lexicon) -> None:
    """The words "A or B HEAD" name both "A HEAD" and "B HEAD"; the first spans both."""
    labels = found("with psoriasiform or eczematous dermatitis today", lexicon)
    assert labels == {
        "psoriasiform or eczematous dermatitis": "Psoriasiform dermatitis",
        "eczematous dermatitis": "Eczematoid dermatitis",
    }


def test_words_are_not_joined_across_a_comma(lexicon: Lexicon) -> None:
    """The words "Fever, recurrent infections" are not recurrent fever."""
    labels = found("They have fever, recurrent infections and cough.", lexicon)
    assert labels["fever"] == "Fever"
    assert labels["recurrent infections"] == "Recurrent infections"


def test_the_longest_name_wins_and_all_names_can_be_had(lexicon: Lexicon) -> None:
    """By default no mention lies in another; with overlaps="all" the shorter ones stand too."""
    text = "a bullous pemphigoid and sensorineural hearing loss"
    longest = [m.text for m in annotate(text, lexicon)]
    assert "sensorineural hearing loss" in longest
    assert "hearing loss" not in longest
    assert "hearing loss" in [m.text for m in annotate(text, lexicon, overlaps="all")]


@pytest.mark.parametrize(
    ("text", "inner"),
    [("diabetes insipidus", "diabetes"), ("lack of sweating", "sweating"), ("acoustic neuromas", "neuromas")],
)
def test_a_name_within_a_finding_of_another_sort_is_not_meant(text: str, inner: str, lexicon: Lexicon) -> None:
    """Even where all names are asked for, diabetes insipidus is no diabetes: HPO's tree tells kinds."""
    findings = [m.text for m in annotate(text, lexicon, overlaps="all") if m.concept.kind is Kind.PHENOTYPE]
    assert text in findings
    assert inner not in findings


def test_findings_said_in_general_stand_only_where_all_names_are_asked_for(lexicon: Lexicon) -> None:
    """The words "skin manifestations" tell little of a disease; an annotator of texts marks them all the same."""
    text = "We evaluate patients for cutaneous manifestations."
    assert not annotate(text, lexicon)
    assert [m.concept.label for m in annotate(text, lexicon, overlaps="all")] == ["Abnormality of the skin"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("short, broad thumbs", {"Short thumb", "Broad thumb"}),
        ("small low-set ears", {"Microtia", "Low-set ears"}),
        ("ears that are low-set and posteriorly rotated", {"Low-set ears", "Posteriorly rotated ears"}),
        ("The thumbs are short and broad.", {"Short thumb", "Broad thumb"}),
        ("absence of the left kidney", {"Renal agenesis"}),
    ],
)
def test_words_between_do_not_hide_a_finding(text: str, labels: set[str], lexicon: Lexicon) -> None:
    """Qualities stand side by side or follow a verb, and a side or a number may stand within a name."""
    assert labels <= {m.concept.label for m in annotate(text, lexicon)}


@pytest.mark.parametrize("text", ["The elbows and cardiac defects were seen.", "Their limbs and renal cysts differ."])
def test_a_plural_lends_its_place_to_no_head(text: str, lexicon: Lexicon) -> None:
    """In "elbows and cardiac defects" no defect of the elbow is named: a noun that qualifies is singular."""
    assert not [m for m in annotate(text, lexicon) if "elbow" in m.text.lower() or "limbs" in m.text.lower()]


def test_an_abbreviation_defined_in_the_text_means_its_long_form(lexicon: Lexicon) -> None:
    """A short form stands for what it was defined as, here and later."""
    mentions = annotate("Bullous pemphigoid (BP) is common. BP is treated.", lexicon)
    labels = [m.concept.label for m in mentions if m.text == "BP"]
    assert labels == ["bullous pemphigoid", "bullous pemphigoid"]


def test_a_gene_symbol_needs_its_very_letters(lexicon: Lexicon) -> None:
    """FOXP3 is a gene; foxp3 in lower case is not the symbol."""
    assert [m.concept.kind for m in annotate("the gene FOXP3 is here", lexicon)] == [Kind.GENE]
    assert not annotate("the word foxp3 is here", lexicon)


def test_a_symbol_spelled_like_a_word_needs_a_word_about_genes(lexicon: Lexicon) -> None:
    """AIRE alone may be anything; beside "mutations in" it is the gene."""
    assert not [m for m in annotate("He went to AIRE on foot.", lexicon) if m.concept.kind is Kind.GENE]
    assert [m.text for m in annotate("mutations in AIRE", lexicon) if m.concept.kind is Kind.GENE] == ["AIRE"]


def test_a_wider_concept_says_so(lexicon: Lexicon) -> None:
    """Where only a wider concept is known, the match is broad and the score lower."""
    broad = next(m for m in annotate("autoimmune skin conditions", lexicon))
    exact = next(m for m in annotate("bullous pemphigoid", lexicon))
    assert broad.match is Match.BROAD
    assert exact.match is Match.EXACT
    assert broad.score < exact.score


def test_each_mention_says_why(lexicon: Lexicon) -> None:
    """The reason names the lexicon's words and how far the text's differ."""
    assert annotate("alopecia universalis", lexicon)[0].why == 'name "Alopecia universalis", word for word'


def test_the_threshold_says_how_sure_a_mention_must_be(lexicon: Lexicon) -> None:
    """Strict leaves out what was found by equivalent words; all lets in a symbol that may be an English word."""
    text = "ocular anomalies, AIRE and fever"
    strict, default, everything = (
        {m.text for m in annotate(text, lexicon, threshold=t)} for t in ("strict", "default", "all")
    )
    assert strict < default < everything
    assert strict == {"fever"}
    assert "AIRE" in everything - default


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nail dystrophy", "recognised"),
        ("basal cell carcinoma", "passed over"),
        ("blue widgets", "which is in no name"),
        ("fever, recurrent", "a comma parts"),
    ],
)
def test_a_stretch_can_be_explained(text: str, reason: str, lexicon: Lexicon) -> None:
    """The lines say what stands, what was passed over and what became of the words."""
    assert any(reason in line for line in explain(text, 0, len(text), lexicon))


@pytest.mark.parametrize(
    "text",
    [
        "a gene on the short arm of chromosome 16",
        "the tumor suppressor is lost",
        "heat shock proteins",
        "allergy testing",
    ],
)
def test_words_that_mean_something_else_are_no_finding(text: str, lexicon: Lexicon) -> None:
    """A name inside other words, such as the arm of a chromosome, is not recognised."""
    assert not [m for m in annotate(text, lexicon) if m.concept.kind in {Kind.PHENOTYPE, Kind.DISEASE}]


def test_capitals_in_brackets_after_a_name_are_its_initials_in_any_order(lexicon: Lexicon) -> None:
    """Also an abbreviation made from the name in another language stands for it."""
    mentions = annotate("myotonic dystrophy (DM) is inherited, and DM is common", lexicon)
    assert [m.text for m in mentions if "dystrophy" in m.concept.label.lower()] == ["myotonic dystrophy", "DM", "DM"]


def test_a_gene_in_other_capitals_needs_a_word_about_genes(lexicon: Lexicon) -> None:
    """Authors write Foxp3 and Btk for the protein: it is the gene where genes are spoken of."""
    genes = [m.text for m in annotate("Expression of Foxp3 and Btk is low.", lexicon) if m.concept.kind is Kind.GENE]
    assert genes == ["Foxp3", "Btk"]
    assert not [m for m in annotate("Btk is a word.", lexicon) if m.concept.kind is Kind.GENE]


def test_a_verb_may_part_a_name_but_not_take_its_object(lexicon: Lexicon) -> None:
    """Delayed speech is named by "speech is severely delayed", absent hair not by "the hair is lacking sulfur"."""
    assert [m.concept.label for m in annotate("Speech is severely delayed.", lexicon)] == [
        "Delayed speech and language development"
    ]
    assert not [m for m in annotate("the hair is lacking sulfur", lexicon) if m.concept.kind is Kind.PHENOTYPE]


def test_a_verb_and_its_object_are_no_name_turned_round(lexicon: Lexicon) -> None:
    """Who develops kidney failure has the failure; no development of kidneys is named."""
    assert found("Patients often develop kidney failure.", lexicon) == {"kidney failure": "Renal insufficiency"}


def test_a_name_said_of_by_a_verb_is_read_with_it(lexicon: Lexicon) -> None:
    """Sweating that is reduced is not the excess that "sweating" alone may name."""
    assert found("Sweating is reduced.", lexicon) == {"Sweating is reduced": "Hypohidrosis"}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a deficiency of vitamin A", "Reduced circulating vitamin A concentration"),
        ("low levels of immunoglobulin G", "Decreased circulating IgG concentration"),
        ("low levels of immunoglobulin A", "Decreased circulating IgA concentration"),
    ],
)
def test_a_letter_is_no_article(text: str, finding: str, lexicon: Lexicon) -> None:
    """What tells vitamin A and immunoglobulin A from others is their letter, though "a" says nothing elsewhere."""
    assert finding in found(text, lexicon).values()
    assert finding not in found(text[: -len(" A")], lexicon).values()


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("His height was below the 3rd percentile.", {"Short stature"}),
        ("OFC 44 cm (-4 SD), height 80 cm (<3rd centile).", {"Microcephaly", "Short stature"}),
        ("BMI was above the ninety-seventh centile.", {"Increased body mass index"}),
        ("Height and weight were below the third centile.", {"Short stature", "Decreased body weight"}),
        ("Growth was 3 SD below the mean for height and weight.", {"Short stature", "Decreased body weight"}),
        ("Height was at the 50th percentile, weight 1.5 SD below the mean.", set()),
        ("Height was below the 90th percentile. Weight rose.", set()),
        ("Height was normal. Intelligence was below the 3rd percentile.", set()),
    ],
)
def test_a_measure_outside_the_normal_range_is_a_finding(text: str, findings: set[str], lexicon: Lexicon) -> None:
    """Percentiles and standard deviations tell findings, each of the measure that they are said of."""
    assert {m.concept.label for m in annotate(text, lexicon) if m.concept.kind is Kind.PHENOTYPE} == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("She had low-set, posteriorly rotated ears.", {"Low-set ears", "Posteriorly rotated ears"}),
        ("She had sparse, brittle hair.", {"Sparse hair", "Brittle hair"}),
        ("She had seizures, large ears.", {"Seizure", "Macrotia"}),
    ],
)
def test_qualities_parted_by_a_comma_share_their_noun(text: str, findings: set[str], lexicon: Lexicon) -> None:
    """Of two qualities before one noun each is a finding; a noun before the comma is no quality."""
    assert set(found(text, lexicon).values()) == findings


def test_how_often_something_is_found_is_no_quality_of_it(lexicon: Lexicon) -> None:
    """Pain that "is frequent" is no episodic pain, and pain that "is typical" no character of pain."""
    assert found("Pain is frequent and fever is typical.", lexicon)["Pain"] == "Pain"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("The spleen tip was easily palpable.", {"Splenomegaly"}),
        ("The liver and spleen were palpable.", {"Hepatomegaly", "Splenomegaly"}),
        ("A palpable liver edge was noted.", {"Hepatomegaly"}),
        ("The spleen of the mouse was palpated.", set()),
    ],
)
def test_a_palpable_organ_is_enlarged(text: str, findings: set[str], lexicon: Lexicon) -> None:
    """A liver or spleen that can be felt is large; how it was felt changes nothing."""
    assert {m.concept.label for m in annotate(text, lexicon) if m.concept.kind is Kind.PHENOTYPE} == findings


def test_what_is_raised_is_increased(lexicon: Lexicon) -> None:
    """The verb "raise" is not spelled "raize"."""
    assert "Elevated circulating creatine kinase concentration" in found("raised creatine kinase", lexicon).values()


@pytest.mark.parametrize("joint", ["to", "or"])
def test_a_name_that_means_something_else_hides_none_within(joint: str, lexicon: Lexicon) -> None:
    """A disability "moderate to severe" is not the severe one, but a disability all the same."""
    labels = found(f"Most have moderate {joint} severe intellectual disability.", lexicon).values()
    assert "Intellectual disability" in labels
    assert "Intellectual disability, severe" not in labels


def test_failing_to_gain_weight_is_no_gain_of_it(lexicon: Lexicon) -> None:
    """Nor does a myasthenic crisis make a weakness of its own."""
    assert not {"Increased body weight"} & set(found("Infants fail to gain weight.", lexicon).values())
    assert not {"Fatigable weakness"} & set(found("A myasthenic crisis may follow.", lexicon).values())


def test_a_verb_and_its_object_name_no_finding(lexicon: Lexicon) -> None:
    """Who slows the growth of the aorta has no slow growth, though a finding is named so."""
    assert "slow growth" in found("They have slow growth.", lexicon)
    assert found("Beta blockers slow the growth.", lexicon).keys() <= {"Beta blockers"}


def test_one_infection_is_no_tendency_to_infections(lexicon: Lexicon) -> None:
    """The plural may tell that they come again; the singular does not."""
    assert found("They have infections.", lexicon) == {"infections": "Recurrent infections"}
    assert found("It is an infection caused by a bacterium.", lexicon).get("infection") is None
    assert "increased risk of infection" in found("There is an increased risk of infection.", lexicon)


def test_findings_joined_are_no_disease_named_after_them(lexicon: Lexicon) -> None:
    """A disease is called "retinal dystrophy and obesity"; so may be two findings, unless the article is on it."""
    named = found("characterized by retinal dystrophy and obesity", lexicon)
    assert named == {"retinal dystrophy": "Retinal dystrophy", "obesity": "Obesity"}
    article = read_text(
        "Retinal dystrophy and obesity\n\nRetinal dystrophy and obesity is rare, and it is inherited.\n"
    )
    diseases = {str(m.concept.curie) for m in annotate(article, lexicon) if m.concept.kind is Kind.DISEASE}
    assert diseases == {"OMIM:616188"}


@pytest.mark.parametrize(
    ("title", "sentence", "symbol"),
    [
        ("Duchenne muscular dystrophy", "DMD is caused by mutations in the DMD gene.", "DMD"),
        ("Von Hippel-Lindau disease", "Mutations of the von Hippel-Lindau tumor suppressor gene are found.", "VHL"),
        ("Osteogenesis imperfecta", "It may be due to CRTAP, P3H1 or PPIB.", "CRTAP"),
    ],
)
def test_a_gene_called_like_the_disease_is_a_gene(title: str, sentence: str, symbol: str, lexicon: Lexicon) -> None:
    """Where the text says that it is one; so is a symbol like a word beside one with a digit in it."""
    article = read_text(f"{title}\n\n{title} ({symbol}) is a disease.\n\n{sentence}\n", title=title)
    genes = {m.concept.label for m in annotate(article, lexicon) if m.concept.kind is Kind.GENE}
    assert symbol in genes
