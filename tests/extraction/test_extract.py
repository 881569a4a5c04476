"""Articles to claims: what a sentence says, and what it does not."""

from pathlib import Path

import pytest

from nosograph.extraction import extract
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import Certainty, Claim, Match, Outcome, Polarity
from nosograph.reading import read, read_text
from nosograph.recognition import annotate


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def claims(body: str, lexicon: Lexicon, title: str = "Wiskott-Aldrich syndrome") -> tuple[Claim, ...]:
    """Read an article of one title and body."""
    article = read_text(f"{title}\n\n{body}\n", title=title)
    return extract(article, annotate(article, lexicon))


def said(body: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    """Give relation and object label of each affirmed claim."""
    return {(c.relation, c.object.label) for c in claims(body, lexicon) if c.polarity is Polarity.AFFIRMED}


def one(body: str, lexicon: Lexicon, label: str) -> Claim:
    """Give the one claim whose object has this label."""
    (claim,) = (c for c in claims(body, lexicon) if c.object.label == label)
    return claim


def test_a_list_after_a_cue_gives_one_claim_an_item(lexicon: Lexicon) -> None:
    """Each member of an enumeration is a finding of its own."""
    labels = {
        o
        for r, o in said("The disorder manifests with seizures, fever and nail dystrophy.", lexicon)
        if r == "has_phenotype"
    }
    assert labels == {"Seizure", "Fever", "Nail dystrophy"}


def test_findings_that_are_diseases_are_features(lexicon: Lexicon) -> None:
    """A disease that is part of the syndrome is a feature, not a phenotype."""
    assert ("has_feature", "bullous pemphigoid") in said("The disorder manifests with bullous pemphigoid.", lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "The disorder does not manifest with nail dystrophy.",
        "The disease is not associated with nail dystrophy.",
        "Patients present with fever without nail dystrophy.",
        "It causes fever without seizures or nail dystrophy.",
        "The syndrome never causes nail dystrophy.",
        "Affected children have no nail dystrophy.",
        "Nail dystrophy is not a feature of the disorder.",
        "Nail dystrophy has not been reported.",
        "Nail dystrophy is absent.",
        "Patients lack nail dystrophy.",
        "No seizures, nail dystrophy, or fever were found.",
        "Seizures, fever and nail dystrophy have never been observed.",
    ],
)
def test_a_denied_finding_is_a_negated_claim(sentence: str, lexicon: Lexicon) -> None:
    """Not, without, never and no deny what they govern; the claim stays, negated."""
    assert one(sentence, lexicon, "Nail dystrophy").polarity is Polarity.NEGATED


@pytest.mark.parametrize(
    "sentence",
    [
        "The disorder manifests not only with fever but also with nail dystrophy.",
        "It causes nail dystrophy, which is not uncommon.",
        "Without treatment patients die; the disorder manifests with nail dystrophy.",
        "It manifests with absence of the thumb, which does not hurt, and with nail dystrophy.",
    ],
)
def test_a_look_alike_or_a_far_negation_denies_nothing(sentence: str, lexicon: Lexicon) -> None:
    """Double negation affirms, and a negation elsewhere in the sentence leaves the finding alone."""
    assert one(sentence, lexicon, "Nail dystrophy").polarity is Polarity.AFFIRMED


def test_a_negation_inside_a_concept_is_no_negation(lexicon: Lexicon) -> None:
    """In "absence of the thumb" the absence is the finding."""
    (claim,) = (
        c for c in claims("The disorder manifests with absence of the thumb.", lexicon) if c.relation == "has_phenotype"
    )
    assert claim.polarity is Polarity.AFFIRMED


def test_a_hedge_by_the_cue_hedges_the_claim(lexicon: Lexicon) -> None:
    """The words "may cause" make a hedged claim, "causes" a stated one."""
    assert one("The disorder may manifest with seizures.", lexicon, "Seizure").certainty is Certainty.HEDGED
    assert one("The disorder manifests with seizures.", lexicon, "Seizure").certainty is Certainty.STATED


def test_frequency_words_stay_on_the_claim(lexicon: Lexicon) -> None:
    """The article's own words of frequency are kept beside the finding they go with."""
    assert one("The disorder often manifests with seizures.", lexicon, "Seizure").frequency == "often"


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("There has been limited success in treating the syndrome by bone marrow transplantation.", Outcome.LIMITED),
        ("Treatment with bone marrow transplantation was ineffective.", Outcome.INEFFECTIVE),
        ("The syndrome can be cured by bone marrow transplantation.", Outcome.CURATIVE),
        ("The disease is treated with bone marrow transplantation.", Outcome.UNSTATED),
    ],
)
def test_the_outcome_of_a_treatment_survives(sentence: str, outcome: Outcome, lexicon: Lexicon) -> None:
    """Limited success, failure and cure stay on the claim; where nothing is said the outcome is unstated."""
    claim = one(sentence, lexicon, "bone marrow transplantation")
    assert (claim.relation, claim.outcome) == ("treated_with", outcome)


def test_another_disease_in_brackets_keeps_its_findings(lexicon: Lexicon) -> None:
    """The words "overlapping with Y" make Y resemble the subject and gives it no finding."""
    body = "The disorder manifests with fever (overlapping with that seen in bullous pemphigoid) and with seizures."
    found = said(body, lexicon)
    assert ("resembles", "bullous pemphigoid") in found
    assert ("has_feature", "bullous pemphigoid") not in found
    assert ("has_phenotype", "Seizure") in found


def test_a_sentence_that_another_disease_opens_is_not_about_the_subject(lexicon: Lexicon) -> None:
    """What another disease causes is no claim of the article's disease."""
    assert not said(
        "Bullous pemphigoid, by contrast with many other disorders of skin, causes severe seizures in adults.", lexicon
    )


def test_a_gene_is_a_cause_only_where_mutations_are_named(lexicon: Lexicon) -> None:
    """Dysfunction of a gene and mutation in a gene are different claims."""
    assert ("caused_by_variant_in", "FOXP3") in said("The syndrome is caused by mutations in the FOXP3 gene.", lexicon)
    assert ("linked_to_dysfunction_of", "FOXP3") in said("The syndrome is linked to the dysfunction of FOXP3.", lexicon)


def test_a_finding_without_a_cue_is_held_less_surely_and_says_so(lexicon: Lexicon) -> None:
    """A bare list still yields its findings, with a low score and the reason."""
    bare = one("This is the attack from the body's own seizures.", lexicon, "Seizure")
    cued = one("The disorder manifests with seizures.", lexicon, "Seizure")
    assert bare.score < 0.5 < cued.score
    assert "no cue" in bare.why


def test_a_sentence_s_references_are_on_its_claims_alone(lexicon: Lexicon) -> None:
    """A claim cites what its own sentence cites."""
    body = 'It causes seizures.[1] It causes fever.\n\n1. ^ Doe J (2001). "One title". J. Med. 1 (2): 3-4.\n'
    assert one(body, lexicon, "Seizure").references == ("1",)
    assert one(body, lexicon, "Fever").references == ()


def test_the_title_of_a_cited_work_may_tell_a_treatment(lexicon: Lexicon) -> None:
    """The words "Use of X in the disease" in a reference's title are a claim with that reference, outcome unstated."""
    reference = '1. ^ Doe J (2001). "Use of sirolimus in Wiskott-Aldrich syndrome". J. Med. 1 (2): 3-4.'
    body = f"It causes fever.[1] It is rare.\n\n{reference}\n"
    claim = one(body, lexicon, "sirolimus")
    assert (claim.relation, claim.outcome, claim.references) == ("treated_with", Outcome.UNSTATED, ("1",))
    assert claim.sentence.text == "Use of sirolimus in Wiskott-Aldrich syndrome"


def test_a_wider_concept_is_marked_broad_on_the_claim(lexicon: Lexicon) -> None:
    """The match of the mention is the match of the claim."""
    body = "The disorder manifests with autoimmune skin conditions."
    assert next(c for c in claims(body, lexicon) if c.relation == "has_feature").match is Match.BROAD


def test_evidence_slices_to_its_quote_and_lies_in_its_sentence(lexicon: Lexicon) -> None:
    """Each quote is the article's text at its offsets, inside its sentence."""
    title = "Wiskott-Aldrich syndrome"
    article = read_text(
        f"{title}\n\nIt manifests with fever, seizures and fever again. 🧬 It causes nail dystrophy.\n", title=title
    )
    found = extract(article, annotate(article, lexicon))
    assert found
    for claim in found:
        for evidence in claim.evidence:
            assert article.text[evidence.start : evidence.end] == evidence.quote
            assert evidence.sentence.start <= evidence.start <= evidence.end <= evidence.sentence.end


def test_an_article_without_a_disease_claims_nothing(lexicon: Lexicon) -> None:
    """A page on fruit has no subject and so no claim."""
    assert claims("The banana is an edible fruit. It causes fever.", lexicon, title="Banana") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Aspirin should be avoided in the disorder.",
        "Female carriers of the disorder have seizures.",
        "Mice that lack the gene have seizures.",
        "Side effects of the drug include seizures.",
        "There is a family history of seizures in the disorder.",
        "Known causes of blisters include bullous pemphigoid.",
        "Unlike the disorder, bullous pemphigoid causes seizures.",
        "Patients with the disorder should not get measles vaccine.",
        "The gene lies on the short arm of the X chromosome.",
        "A seizure clinic sees patients with the disorder.",
    ],
)
def test_what_is_not_said_of_the_patients_is_no_claim(sentence: str, lexicon: Lexicon) -> None:
    """Carriers, animals, side effects, what is to be avoided, causes of a finding and names of tests are left out."""
    assert not {r for r, _ in said(sentence, lexicon)} & {
        "has_phenotype",
        "has_feature",
        "complication",
        "treated_with",
    }


def test_other_names_are_read_where_they_are_given(lexicon: Lexicon) -> None:
    """The words "also known as A or B" after the disease's name give two names."""
    found = said("Wiskott-Aldrich syndrome, also known as Gower syndrome or Alder anaemia, is rare.", lexicon)
    assert {o for r, o in found if r == "has_synonym"} == {"Gower syndrome", "Alder anaemia"}


def test_a_quantity_keeps_its_words_and_place(lexicon: Lexicon) -> None:
    """A prevalence is the words of the text, with the place; a risk of recurrence is none."""
    found = said(
        "It affects about 1 in 40,000 people in Finland. There is a 1 in 4 chance of an affected child.", lexicon
    )
    assert {o for r, o in found if r == "has_prevalence"} == {"about 1 in 40,000 people in Finland"}


def test_each_of_two_quantities_keeps_its_place(lexicon: Lexicon) -> None:
    """The word that joins two quantities is no part of a place's name."""
    found = said("It affects 1 in 8,000 newborns in Iceland and the Faroe Islands and 1 in 100,000 in Japan.", lexicon)
    assert {o for r, o in found if r == "has_prevalence"} == {
        "1 in 8,000 newborns in Iceland and the Faroe Islands",
        "1 in 100,000 in Japan",
    }


def test_genes_are_causes_in_the_items_of_a_list_that_says_so(lexicon: Lexicon) -> None:
    """The sentence that opens a list speaks for its items."""
    found = said("Mutations in one of these genes cause the disorder:\n\n- the FOXP3 gene\n- the BTK gene\n", lexicon)
    assert {o for r, o in found if r == "caused_by_variant_in"} == {"FOXP3", "BTK"}


def test_the_age_of_onset_is_read(lexicon: Lexicon) -> None:
    """The age at which the disease begins is a claim; that of puberty is not."""
    assert ("has_onset", "Childhood onset") in said("Symptoms of the disorder begin in early childhood.", lexicon)
    assert not said("It gets better with the onset of puberty.", lexicon)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("In 30% of patients the disorder causes seizures.", "30% of patients"),
        ("Seizures occur in up to 5% of patients.", "up to 5% of patients"),
        ("The disorder is characterized by fever and occasional seizures.", "occasional"),
        ("Patients typically have seizures.", "typically"),
        ("It is a rare disorder that causes seizures.", ""),
        ("Scoliosis occurs in up to 80% of patients, and seizures develop in most.", "in most"),
        ("Half of the patients have cataract, and a third develop seizures.", "a third"),
        ("Not all patients develop seizures.", "Not all patients"),
    ],
)
def test_frequency_is_the_finding_s_own(sentence: str, words: str, lexicon: Lexicon) -> None:
    """Shares of patients bear on their clause, adverbs on the verb, adjectives on the finding alone."""
    assert one(sentence, lexicon, "Seizure").frequency == words


def test_a_test_is_no_treatment(lexicon: Lexicon) -> None:
    """A biopsy finds a disease out; it does not treat it."""
    found = said("The disorder is treated with bone marrow biopsy and bone marrow transplantation.", lexicon)
    assert {o for r, o in found if r == "treated_with"} == {"bone marrow transplantation"}


def test_a_test_that_is_needed_finds_the_disease_out(lexicon: Lexicon) -> None:
    """What is "needed" or "offered" may be a test or a treatment: its own name tells."""
    found = said("A lumbar puncture is needed. Liver transplantation can be offered.", lexicon)
    assert {(r, o) for r, o in found if r in {"treated_with", "diagnosed_by"}} == {
        ("diagnosed_by", "cerebrospinal fluid specimen collection"),
        ("treated_with", "liver transplantation"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "In Friedreich ataxia, cardiomyopathy is common.",
        "His mother had a cardiomyopathy.",
        "His older brother had died of cardiomyopathy.",
        "The mother of the index patient had cardiomyopathy.",
        "The parents had no cardiomyopathy.",
        "Cardiomyopathy must be ruled out.",
        "Patients without cardiomyopathy live longer.",
        "It was once thought to cause cardiomyopathy.",
        "Splenectomy improves platelet counts but increases the risk of cardiomyopathy.",
    ],
)
def test_findings_of_others_and_of_the_past_are_no_claims(sentence: str, lexicon: Lexicon) -> None:
    """What another disease, a relative, a treatment or a belief given up has is said of no patient, not even denied."""
    assert not [c for c in claims(sentence, lexicon) if c.object.label == "Cardiomyopathy"]


def test_the_symptoms_of_another_disease_are_not_that_disease(lexicon: Lexicon) -> None:
    """Who has the symptoms of a disease does not have that disease."""
    found = said("It typically presents with the slow movement symptoms of Parkinson's disease.", lexicon)
    assert {label for _, label in found} == {"Bradykinesia"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Corticosteroids do not help.",
        "Corticosteroids are of no benefit.",
        "Corticosteroids have not been shown to be effective.",
    ],
)
def test_a_treatment_denied_to_help_was_given_without_effect(sentence: str, lexicon: Lexicon) -> None:
    """A treatment that does not help is affirmed, its outcome ineffective."""
    claim = one(sentence, lexicon, "corticosteroid")
    assert (claim.relation, claim.polarity, claim.outcome) == (
        "treated_with",
        Polarity.AFFIRMED,
        Outcome.INEFFECTIVE,
    )


def test_mutations_denied_to_cause_it_are_a_negated_claim(lexicon: Lexicon) -> None:
    """A gene whose mutations are said not to cause the disease is denied as its cause."""
    claim = one("A mutation in ATP7B does not cause the disorder.", lexicon, "ATP7B")
    assert (claim.relation, claim.polarity) == ("caused_by_variant_in", Polarity.NEGATED)


def test_genes_of_related_disorders_are_no_causes(lexicon: Lexicon) -> None:
    """What mutations in a gene cause is a related disorder, and not the article's."""
    assert not said("Mutations in CDKL5 and FOXG1 cause related disorders.", lexicon)


def test_a_disease_not_to_be_confused_with_it_resembles_it(lexicon: Lexicon) -> None:
    """A warning against confusion says that two diseases are alike."""
    assert (
        one("It should not be confused with Alport syndrome.", lexicon, "Alport syndrome").polarity is Polarity.AFFIRMED
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Cyclosporine is effective but causes hypertension.",
        "The patient was treated with prednisone, which led to hypertension.",
        "Splenectomy may lead to hypertension.",
    ],
)
def test_what_a_treatment_does_is_no_finding_of_the_disease(sentence: str, lexicon: Lexicon) -> None:
    """In a section on treatment, what a drug or an operation brings about is no manifestation."""
    assert "Hypertension" not in {label for _, label in said(f"Treatment\n\n{sentence}", lexicon)}


def test_a_treatment_given_up_is_no_treatment(lexicon: Lexicon) -> None:
    """What is no longer recommended is not what the disease is treated with."""
    assert not said("Treatment\n\nCorticosteroids, once widely used, are no longer recommended.", lexicon)


def test_a_gene_is_no_cause_where_another_disease_is_what_it_causes(lexicon: Lexicon) -> None:
    """Mutations said to cause another disease are neither the subject's cause, nor is that disease its feature."""
    assert not said("Mutations in another gene, TSC1, cause tuberous sclerosis.", lexicon)


def test_what_is_lacked_is_not_what_a_gene_s_function_is_denied_for(lexicon: Lexicon) -> None:
    """A lack of an enzyme does not deny that the gene makes it."""
    found = claims("It is caused by a lack of the enzyme alpha-galactosidase A.", lexicon)
    assert {c.polarity for c in found} == {Polarity.AFFIRMED}


def test_what_triggers_the_disease_is_no_finding_of_it(lexicon: Lexicon) -> None:
    """An infection that triggers the disease comes before it."""
    assert not said("Infection with Epstein-Barr virus triggers the disease.", lexicon)


def worded(body: str, lexicon: Lexicon) -> set[tuple[str, str]]:
    """Give relation and words of each claim whose object has no identifier."""
    return {(c.relation, c.object.label) for c in claims(body, lexicon) if c.object.curie.is_text}


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        ("The disorder is characterized by seizures, clawed hands and fever.", ("has_phenotype", "clawed hands")),
        (
            "Affected children have persistent brown patches of skin.",
            ("has_phenotype", "persistent brown patches of skin"),
        ),
        ("It causes seizures, sensory and motor impairments.", ("has_phenotype", "sensory and motor impairments")),
        ("It is caused by mutations in the QZX9 gene.", ("caused_by_variant_in", "QZX9")),
    ],
)
def test_what_has_no_identifier_is_kept_by_its_words(body: str, claim: tuple[str, str], lexicon: Lexicon) -> None:
    """A member of a list of findings, what patients have, and what is called a gene are claims of their own words."""
    assert claim in worded(body, lexicon)


@pytest.mark.parametrize(
    "body",
    [
        "The disorder is characterized by seizures, various symptoms and problems.",
        "The disorder is characterized by seizures and is treated at home by parents.",
        "It leads to a decision about schools.",
    ],
)
def test_words_that_name_no_finding_are_no_claim(body: str, lexicon: Lexicon) -> None:
    """Vague words, and such as name no finding, are not taken for one."""
    assert not worded(body, lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "If seizures are present, tests are made.",
        "It is not known whether patients have seizures.",
        "Patients have strikingly low rates of seizures.",
        "The disorder is more progressive than in bullous pemphigoid.",
        "Known causes that can trigger it: drugs that worsen the disorder include fever.",
        "It occurs in 1 of 50 patients with seizures.",
    ],
)
def test_suppositions_and_comparisons_are_no_findings(sentence: str, lexicon: Lexicon) -> None:
    """What is supposed, unknown, rarer than elsewhere or another's is not the disease's."""
    assert not {r for r, _ in said(sentence, lexicon)} & {"has_phenotype", "has_feature", "complication"}


def test_what_a_sentence_lacks_does_not_deny_what_it_causes(lexicon: Lexicon) -> None:
    """In "lack of the protein causes seizures" the seizures are affirmed."""
    claim = one("In the disorder a lack of the protein causes seizures.", lexicon, "Seizure")
    assert claim.polarity is Polarity.AFFIRMED


def test_a_closing_citation_is_on_the_claims_of_uncited_sentences_that_hang_on_a_cue(lexicon: Lexicon) -> None:
    """The reason says that the paragraph's last sentence cites; a sentence with a citation of its own keeps to it."""
    body = 'It causes fever. It leads to seizures.[1]\n\n1. ^ Doe J (2001). "One title". J. Med. 1 (2): 3-4.\n'
    inherited = one(body, lexicon, "Fever")
    assert inherited.references == ("1",)
    assert "cited where its paragraph closes" in inherited.why
    assert "paragraph" not in one(body, lexicon, "Seizure").why


def test_frequency_goes_through_a_list_and_stays_in_its_aside(lexicon: Lexicon) -> None:
    """A word before a list bears on each member; what a relative clause says of frequency stays in it."""
    body = "The first signs are usually seizures and fever."
    assert {one(body, lexicon, label).frequency for label in ("Seizure", "Fever")} == {"usually"}
    aside = "The disorder, which affects 25% of all patients in town, causes seizures."
    assert one(aside, lexicon, "Seizure").frequency == ""


def test_a_row_of_another_disease_in_a_table_that_compares_is_not_the_subject_s(lexicon: Lexicon) -> None:
    """Where one row of a table is the article's disease, the other rows are others'."""
    title = "Wiskott-Aldrich syndrome"
    page = (
        f"<html lang='en'><head><title>{title}</title></head><body><h1>{title}</h1><p>{title} is a rare disease.</p>"
        f"<h2>Signs and symptoms</h2><table><tr><td>{title}</td><td>low</td><td>fever</td></tr>"
        "<tr><td>Fibrosis</td><td>high</td><td>seizures</td></tr></table></body></html>"
    )
    article = read_text(page, title=title)
    assert {c.object.label for c in extract(article, annotate(article, lexicon))} >= {"Fever"}
    assert "Seizure" not in {c.object.label for c in extract(article, annotate(article, lexicon))}


def test_a_feature_is_no_class_of_the_disease(lexicon: Lexicon) -> None:
    """What is a feature as a kidney disease goes on is not told to be a kidney disease."""
    assert "is_a" not in {r for r, _ in said("Proteinuria is a feature as kidney disease progresses.", lexicon)}
    assert "is_a" in {r for r, _ in said("It is a rare kidney disease.", lexicon)}


def test_a_list_of_adjectives_is_not_broken_off(lexicon: Lexicon) -> None:
    """Attacks of a red, hot and swollen joint are no "attacks of a red"."""
    found = said("It is characterized by recurrent attacks of a red, tender, hot, and swollen joint.", lexicon)
    assert {label for _, label in found} == {"Joint swelling"}


def test_a_disease_that_a_verb_precedes_opens_no_sentence(lexicon: Lexicon) -> None:
    """A complication that is a disease of its own is still the article's disease's complication."""
    found = said("Complications include pulmonary hypertension and, in severe cases, deafness.", lexicon)
    assert found == {("complication", "pulmonary hypertension"), ("complication", "Hearing impairment")}


def test_the_rows_of_an_infobox_say_what_their_labels_mean(lexicon: Lexicon, tmp_path: Path) -> None:
    """Today's infoboxes tell symptoms, onset, causes, treatment and frequency; other rows state nothing."""
    rows = {
        "Other names": "Gower-Alder disease, Alder anaemia",
        "Specialty": "Cardiomyopathy",
        "Symptoms": "Hearing loss, nystagmus",
        "Usual onset": "Early childhood",
        "Causes": "Genetic (autosomal recessive)",
        "Treatment": "Liver transplantation",
        "Frequency": "1 in 500,000",
    }
    cells = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows.items())
    page = tmp_path / "page.html"
    page.write_text(
        f'<html><body><h1>Wiskott-Aldrich syndrome</h1><table class="infobox">{cells}</table>'
        "<p>Wiskott-Aldrich syndrome is a rare disease of the blood in boys and men.</p></body></html>"
    )
    article = read(page)
    found = {(c.relation, c.object.label) for c in extract(article, annotate(article, lexicon))}
    assert found >= {
        ("has_synonym", "Gower-Alder disease"),
        ("has_synonym", "Alder anaemia"),
        ("has_phenotype", "Hearing impairment"),
        ("has_phenotype", "Nystagmus"),
        ("has_onset", "Childhood onset"),
        ("inherited_as", "Autosomal recessive inheritance"),
        ("treated_with", "liver transplantation"),
        ("has_prevalence", "1 in 500,000"),
    }
    assert not any("ardiomyopathy" in label for _, label in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Cardiomyopathy is no more frequent than in other people.",
        "Cardiomyopathy is not more common than in the general population.",
    ],
)
def test_what_is_no_more_frequent_than_in_others_is_no_finding(sentence: str, lexicon: Lexicon) -> None:
    """That a finding is as frequent as everywhere says nothing of the disease."""
    assert said(sentence, lexicon) == set()
    assert said("Cardiomyopathy is more frequent than in the general population.", lexicon)


def test_sporadic_tumors_tell_neither_inheritance_nor_cause(lexicon: Lexicon) -> None:
    """Mutations found in sporadic tumors are not those of the disease."""
    assert said("Somatic BTK mutations are found in most sporadic colon cancers.", lexicon) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Myotonic dystrophy should be considered in the differential diagnosis.",
        "Normal teeth set the disease apart from myotonic dystrophy.",
        "Myotonic dystrophy is the main differential diagnosis.",
    ],
)
def test_what_is_to_be_told_apart_resembles(sentence: str, lexicon: Lexicon) -> None:
    """A disease of the differential diagnosis is no feature."""
    found = {(r, o) for r, o in said(sentence, lexicon) if "dystrophy" in o}
    assert found == {("resembles", "myotonic dystrophy")}


def test_how_often_a_list_is_seen_is_said_of_all_of_it(lexicon: Lexicon) -> None:
    """The words behind the verb are said of each finding before it."""
    found = claims("Ataxia, deafness and seizures were found in 12 of 40 patients, and scoliosis in two.", lexicon)
    often = {c.object.label: c.frequency for c in found}
    assert {often[label] for label in ("Ataxia", "Hearing impairment", "Seizure")} == {"12 of 40 patients"}
    assert often["Scoliosis"] != "12 of 40 patients"


def test_cells_said_to_be_defective_are_those_named_before(lexicon: Lexicon) -> None:
    """What is said of one sort of cell is not said of the next."""
    found = said("B cells are present but non-functional, and natural killer cells are normal.", lexicon)
    assert {o for r, o in found if r == "causes_dysfunction_of"} == {"B cell"}


def test_the_past_tells_how_often_too(lexicon: Lexicon) -> None:
    """What "developed in" so many patients is as often as what "develops" in them."""
    assert (
        one("Ataxia developed in three of 14 children who lived on.", lexicon, "Ataxia").frequency
        == "three of 14 children"
    )


@pytest.mark.parametrize(
    "sentence", ["Most patients are wheelchair-bound by age 60.", "Patients develop cataracts by the age of 50."]
)
def test_the_age_by_which_a_finding_comes_is_no_onset(sentence: str, lexicon: Lexicon) -> None:
    """The disease began before; that its symptoms appear by an age is its onset."""
    assert "has_onset" not in {r for r, _ in said(sentence, lexicon)}
    assert ("has_onset", "Infantile onset") in said("Symptoms appear by the age of 6 months.", lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ataxia and deafness are the main features.",
        "Ataxia and deafness become evident in the first year.",
        "Ataxia and deafness develop later.",
    ],
)
def test_findings_may_stand_before_what_says_that_they_are(sentence: str, lexicon: Lexicon) -> None:
    """The words behind a list of findings license all of it."""
    found = claims(f"== Genetics ==\n{sentence}", lexicon)
    assert {
        (c.object.label, "cue" in c.why and "no cue" not in c.why) for c in found if c.relation == "has_phenotype"
    } == {
        ("Ataxia", True),
        ("Hearing impairment", True),
    }


def test_what_helps_but_not_with_all_helps_within_limits(lexicon: Lexicon) -> None:
    """A treatment with an effect here "but" none there is neither effective nor ineffective."""
    text = "== Treatment ==\nLiver transplantation improves breathing but has no effect on the brain."
    assert one(text, lexicon, "liver transplantation").outcome is Outcome.LIMITED
    text = "== Treatment ==\nLiver transplantation has no effect on the brain."
    assert one(text, lexicon, "liver transplantation").outcome is Outcome.INEFFECTIVE


def test_what_raises_the_risk_is_no_finding(lexicon: Lexicon) -> None:
    """Risk factors and supposed causes are claims of their own, and no phenotypes of the disease."""
    text = "Diabetes mellitus and obesity are risk factors. Autoimmune disease has been proposed as a cause."
    found = {(c.relation, c.object.label) for c in claims(text, lexicon)}
    assert found == {
        ("risk_factor", "Diabetes mellitus"),
        ("risk_factor", "Obesity"),
        ("caused_by", "Autoimmunity"),
    }
    assert said("Obesity increases the risk of recurrence.", lexicon) == set()


def test_a_disease_that_occurs_in_so_many_patients_is_a_feature(lexicon: Lexicon) -> None:
    """Where its share of the patients is told, a disease opens the sentence as a finding."""
    (claim,) = claims("Lung cancer occurs in about 2% of patients, mostly women.", lexicon)
    assert (claim.relation, claim.object.label, claim.frequency) == (
        "has_feature",
        "lung cancer",
        "about 2% of patients",
    )


@pytest.mark.parametrize(
    ("lead", "claim"),
    [
        ("Its main features may include:", ("has_phenotype", "Ataxia", Certainty.HEDGED)),
        (
            "Long term complications of the disease include one or more of:",
            ("complication", "Ataxia", Certainty.STATED),
        ),
        ("It must be distinguished from:", ("resembles", "gout", Certainty.STATED)),
        ("It is treated with:", ("treated_with", "splenectomy", Certainty.STATED)),
        ("Side effects of the drug include:", None),
    ],
)
def test_the_sentence_that_opens_a_list_speaks_for_its_items(
    lead: str, claim: tuple[str, str, Certainty] | None, lexicon: Lexicon
) -> None:
    """A cue in the introduction governs each item, hedged as it is, whatever the section."""
    found = claims(f"== Genetics ==\n{lead}\n\n- ataxia\n- gout\n- splenectomy\n", lexicon)
    told = {(c.relation, c.object.label, c.certainty) for c in found if "opens the list" in c.why}
    assert claim in told if claim is not None else not told


def test_look_alikes_that_cause_a_finding_are_look_alikes(lexicon: Lexicon) -> None:
    """In a list of differential diagnoses no cue makes findings of them."""
    text = "== Differential diagnosis ==\nIt includes diseases that can cause ataxia, such as gout."
    assert said(text, lexicon) == {("resembles", "gout")}


def test_a_dash_in_a_name_is_no_obstacle(lexicon: Lexicon) -> None:
    """Words between are words, also where a dash or an apostrophe parts them."""
    text = (
        "The onset of Smith–Magenis disease is usually in early infancy. It is caused by genetic defects within RAI1."
    )
    article = read_text(f"Smith–Magenis syndrome\n\n{text}\n")
    found = {(c.relation, c.object.label) for c in extract(article, annotate(article, lexicon))}
    assert found == {("has_onset", "Infantile onset"), ("caused_by_variant_in", "RAI1")}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Affected individuals are often deaf and of short stature.", ("has_phenotype", "Hearing impairment")),
        ("Children are born with ataxia.", ("has_phenotype", "Ataxia")),
        ("Infants present between 3 and 6 months of age with ataxia.", ("has_phenotype", "Ataxia")),
        (
            "It is inherited as an autosomal recessive genetic trait.",
            ("inherited_as", "Autosomal recessive inheritance"),
        ),
        ("Mutations in the ERCC6 gene make up 70% of cases.", ("caused_by_variant_in", "ERCC6")),
        ("Symptoms appear in infancy and death occurs later.", ("has_onset", "Infantile onset")),
        ("Other diseases that share common symptoms are gout and rickets.", ("resembles", "gout")),
    ],
)
def test_more_ways_to_say_it(sentence: str, claim: tuple[str, str], lexicon: Lexicon) -> None:
    """What patients are, are born with and inherit, what makes up cases, and what shares symptoms."""
    found = claims(f"== Genetics ==\n{sentence}", lexicon)
    assert claim in {(c.relation, c.object.label) for c in found if "no cue" not in c.why}


def test_an_adverb_set_off_in_a_list_is_the_next_members(lexicon: Lexicon) -> None:
    """Of "A and, rarely, B" it is B that is rare."""
    found = claims("Seizures and, less commonly, ataxia are seen.", lexicon)
    assert {c.object.label: c.frequency for c in found} == {"Seizure": "", "Ataxia": "less commonly"}
