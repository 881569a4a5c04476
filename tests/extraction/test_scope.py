"""What an article says of others than its disease, and what its sentences do not claim."""

import pytest

from nosograph.extraction import extract
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import Certainty, Claim, Outcome, Polarity
from nosograph.reading import read_text
from nosograph.recognition import annotate


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def claims(body: str, lexicon: Lexicon, section: str = "Signs and symptoms") -> tuple[Claim, ...]:
    """Read one section of an article."""
    article = read_text(f"Fabry disease\n\n== {section} ==\n{body}\n", title="Fabry disease")
    return extract(article, annotate(article, lexicon))


def objects(body: str, lexicon: Lexicon, *relations: str, section: str = "Signs and symptoms") -> set[str]:
    """Give the labels of the objects of relations, or of all."""
    found = claims(body, lexicon, section)
    return {claim.object.label for claim in found if not relations or claim.relation in relations}


@pytest.mark.parametrize(
    "sentence",
    [
        "Also see seizures.",
        "The term was applied to seizures of all sorts.",
        "False positive results are seen in seizures.",
        "Someone with seizures but without a rash may have it.",
        "Seizures also occur in people without it.",
        "Alternative causes, such as seizures, need to be considered.",
        "Some other related disorders result in seizures.",
        "The bacterium, an organism that causes seizures, is found in it.",
        "It was formerly classified as a form of seizures.",
        "The definition of the disease precludes seizures.",
        "Patients with seizures are not diagnosed as having it.",
        "Is it true that patients have seizures?",
        "These antibodies protect against seizures.",
        "Even in the absence of seizures it is diagnosed.",
        "Angelman syndrome (AS), a rare genetic disease characterized by seizures, is another matter.",
        "Another related disorder is characterized by seizures.",
        "Mothers of affected children may experience seizures.",
        "Patients with seizures fare worse.",
        "Patients who also have seizures are at risk.",
        "His brother had seizures.",
        "Research may aid the treatment of other disorders such as seizures.",
        "Radiation should be avoided, since it can induce seizures.",
        "It is difficult to differentiate it from seizures.",
        "Seizures are also found in Angelman syndrome.",
        "Two patients in one trial developed seizures.",
        "Wasting of the sort that occurs in seizures is absent.",
        "They lead a seizure-free life.",
        "Prednisone is used to induce seizures.",
        "It is less severe than seizures.",
        "Seizures have also been found to worsen it.",
        "This allows doctors to distinguish between it and seizures.",
        'The paper was entitled "Dwarfism with Seizures and Deafness".',
        "Precipitating conditions (seizures) are treated.",
        'In its name "cramp" refers to seizures.',
        "It is a different entity from seizures.",
        "It complicates the diagnosis of seizures.",
        "Examples include seizures and hypotonia.",
        "These categories are seizures and hypotonia.",
        "One child developed seizures, as a direct result of the therapy.",
        "Two years after treatment three children had seizures.",
        "They may have a reaction to the infusion, which may include seizures.",
        "Seizures may aggravate the symptoms.",
        "It may come with any condition that leads to high levels of it, including seizures.",
        "Other forms of it include seizures.",
        "Seizures were noted in one father.",
        "It masks the antibodies usually seen in seizures.",
        "The causes include seizures.",
        "Lumbar puncture is contraindicated in patients with seizures.",
        "Joint hypermobility and seizures point to Ehlers-Danlos syndrome rather than to it.",
        "A biopsy adds little and carries a risk of seizures.",
        "Patients with the adult form are less likely to have seizures.",
        "Patients live long unless they have seizures.",
        "Children born to untreated mothers may have seizures.",
        "Danazol is effective but may cause seizures.",
        "Seizures are no more frequent than in other syndromes.",
        "Unlike Fabry disease, Menkes disease is often associated with seizures.",
        "Female carriers usually have no symptoms. However, up to 20 percent have seizures.",
        "Mice lacking the gene have ataxia. They also have seizures.",
        "Fever unrelated to seizures was found.",
        "Tests may help to tell the disease from seizures.",
        "Corticosteroids prolong walking, but they can cause seizures.",
        "Seizures can follow removal of the cyst.",
        "Overtreatment can cause seizures.",
        "Heat, seizures and stress can trigger a flare.",
        "Mutations of CPOX cause a distinct illness with seizures.",
        "Some patients prove to have seizures.",
        "Infants are sometimes thought to have seizures.",
        "Older names include seizures.",
        "Seizures are the most frequent cause in children.",
        "Penicillamine has been used, although seizures may follow.",
        "People with the trait have no symptoms, although seizures occur.",
        "Patients with coexisting seizures have more of it.",
        "It occurs in the absence of seizures.",
        "Periods without seizures are seen.",
        "Heterozygous carriers are well, although seizures have been seen in a few.",
        "Females who carry the mutation may have seizures.",
        "Its presence should suggest seizures.",
        "Mutations of ATP7A do not cause this disorder; they cause seizures.",
        "Seizures are not increased.",
        "Patients with type I do not have seizures.",
        "Between attacks patients have no seizures.",
        "A trial did not show a significant improvement in seizures.",
        "Their use may be complicated by seizures.",
        "Antibodies cross the placenta and cause seizures in infants.",
        "Seizures are uncommon causes.",
        "Different SPTA1 mutations cause seizures.",
        "Seizures have been reported after its use.",
        "Seizures should be corrected.",
        "Chlorambucil raises the risk of seizures and is no longer recommended.",
        "The rash should raise suspicion of a coexisting seizures disorder.",
    ],
)  # fmt: skip
def test_what_the_sentence_does_not_say_of_the_disease_is_no_finding_of_it(sentence: str, lexicon: Lexicon) -> None:
    """Findings of others, terms, exclusions, questions and suppositions are not the disease's."""
    assert "Seizure" not in objects(sentence, lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "Without prednisone the disease is fatal.",
        "Prednisone may worsen the outcome.",
        "Prednisone has now been abandoned.",
        "There are many challenges to prednisone.",
        "Milk contains prednisone.",
        "A prednisone stimulation test may be performed.",
        "It is done under prednisone.",
        "Prednisone was formerly recommended.",
        "A recent trial of prednisone was stopped.",
        "Prednisone carries a risk of infection.",
        "The prednisone test may be used.",
        "Certain drugs may cause or worsen it, such as prednisone.",
        "It is used in those who fail to respond to prednisone.",
        "Infections in prednisone-deficient people are treated.",
        "The prednisone expert developed it.",
        "Levels tend to rise with age and the use of prednisone.",
        "Screening for deficiencies of prednisone is done.",
        "The goal is to prevent more prednisone from being deposited.",
        "The drug binds prednisone and leads to its excretion.",
        "It is given to those who cannot tolerate prednisone.",
        "The drug replaces prednisone.",
        "It raises prednisone in the blood.",
        "The drug abolishes the need for prednisone.",
        "Newer drugs are effective and have replaced prednisone.",
        "They are used to spare prednisone.",
        "Whether prednisone has the same effect is not known.",
        "In patients on prednisone, vaccines are given.",
        "Scoliosis develops in boys who are not treated with prednisone.",
        "Most remain dependent on prednisone.",
        "The drug improves prednisone tolerance.",
        "The enzyme cleaves prednisone.",
        "It was given to patients who are not candidates for prednisone.",
        "Normally, prednisone suppresses the release.",
        "Drugs such as prednisone can induce scleroderma-like changes.",
        "Prednisone has no place in the treatment.",
        "Prednisone alone is not sufficient.",
        "Quinoxine, an analogue of prednisone, was given.",
        "Prednisone testing is recommended every year.",
        "It was done in patients in whom prednisone had failed.",
    ],
)
def test_what_is_not_given_against_the_disease_treats_it_not(sentence: str, lexicon: Lexicon) -> None:
    """What is left out, harmful, given up, eaten or used in a test is no treatment."""
    assert "prednisone" not in objects(sentence, lexicon, "treated_with", section="Treatment")


@pytest.mark.parametrize(
    "sentence",
    [
        "The parents of a child with an autosomal recessive disorder are carriers.",
        "A condition is considered autosomal recessive if two copies are altered.",
        "Past descriptions of an autosomal recessive form were mistaken.",
        "A father cannot pass an X-linked gene to his sons.",
        "A condition is X-linked if its gene is on the X chromosome.",
        "In autosomal dominant conditions one copy suffices.",
        "The locus was found by an autosomal recessive inheritance model.",
    ],
)
def test_a_mode_of_inheritance_explained_is_not_claimed(sentence: str, lexicon: Lexicon) -> None:
    """What a sentence says of any disorder of a mode is not said of this one."""
    assert not objects(sentence, lexicon, "inherited_as", section="Genetics")


def test_a_finding_not_yet_there_is_not_denied(lexicon: Lexicon) -> None:
    """That a finding is absent at one time of life does not deny it."""
    (claim,) = claims("Hearing loss is not present at birth.", lexicon)
    assert claim.polarity is Polarity.AFFIRMED


def test_a_class_that_says_what_another_disease_is_resembles_nothing(lexicon: Lexicon) -> None:
    """Of "the skin disorder A" and "A, a skin disorder" only A is like the disease."""
    for body in (
        "It is similar to the skin disorder bullous pemphigoid.",
        "It is similar to bullous pemphigoid, a skin disorder.",
    ):
        assert objects(body, lexicon, "resembles") == {"bullous pemphigoid"}


def test_a_shared_likeness_is_no_feature(lexicon: Lexicon) -> None:
    """What presents with the same signs as another disease resembles it."""
    found = objects("It can present with the same signs as bullous pemphigoid.", lexicon, "resembles")
    assert found == {"bullous pemphigoid"}
    assert not objects("It can present with the same signs as bullous pemphigoid.", lexicon, "has_feature")


def test_what_is_suspected_is_hedged(lexicon: Lexicon) -> None:
    """A mode of inheritance that "is suspected" is no statement."""
    (claim,) = claims("Autosomal recessive transmission is suspected.", lexicon, "Genetics")
    assert claim.certainty is Certainty.HEDGED


def test_a_hedge_in_the_next_clause_does_not_hedge(lexicon: Lexicon) -> None:
    """What may be added does not make a supposition of what is said for certain."""
    found = claims("Treatment, which is supportive care, may include prednisone.", lexicon, "Treatment")
    told = {claim.object.label: claim.certainty for claim in found}
    assert told == {"supportive care": Certainty.STATED, "prednisone": Certainty.HEDGED}


def test_a_non_curative_treatment_cures_not(lexicon: Lexicon) -> None:
    """The word "non-curative" is no cure."""
    found = claims("A non-curative treatment of the disease is prednisone.", lexicon, "Treatment")
    assert {claim.outcome for claim in found} == {Outcome.UNSTATED}


def test_a_hedge_in_a_condition_does_not_hedge(lexicon: Lexicon) -> None:
    """That a disease is suspected makes no supposition of the test that is then done."""
    (claim,) = claims("If the condition is suspected, a skin biopsy is sometimes performed.", lexicon, "Diagnosis")
    assert (claim.relation, claim.certainty) == ("diagnosed_by", Certainty.STATED)


def test_a_hedge_reaches_all_of_a_list(lexicon: Lexicon) -> None:
    """Each member of a list that "may be" seen is a supposition."""
    found = claims("There may be cataract, seizures and ataxia.", lexicon)
    assert {claim.certainty for claim in found} == {Certainty.HEDGED}


def test_the_lead_of_a_list_may_suppose_its_items(lexicon: Lexicon) -> None:
    """What may be so in the sentence before a list is supposed of its items, unless an item says how often it is."""
    body = "Symptoms may include:\n\n- Cataract\n- Ataxia (40% of people)\n\nSymptoms are:\n\n- Seizures"
    found = {claim.object.label: claim.certainty for claim in claims(body, lexicon)}
    assert found == {"Cataract": Certainty.HEDGED, "Ataxia": Certainty.STATED, "Seizure": Certainty.STATED}


def test_a_hedge_on_why_a_finding_comes_does_not_hedge_it(lexicon: Lexicon) -> None:
    """What is thought to arise because of something does arise."""
    body = "Cataract is thought to arise because of salts. The risk of ataxia (in adults) may be increased."
    found = {claim.object.label: claim.certainty for claim in claims(body, lexicon)}
    assert found == {"Cataract": Certainty.STATED, "Ataxia": Certainty.HEDGED}


def test_a_test_is_what_is_performed_and_recommended(lexicon: Lexicon) -> None:
    """A verb that treatments share does not take a test for one, nor lose it."""
    body = "A bone marrow biopsy is recommended in adults."
    assert objects(body, lexicon, "diagnosed_by", section="Diagnosis") == {"biopsy of bone marrow"}


def test_a_finding_with_its_own_verb_is_stated(lexicon: Lexicon) -> None:
    """The words "IgM levels are low" say of the disease what they say, unless in a condition."""
    assert objects("Typically, IgM levels are low.", lexicon, section="Diagnosis") == {
        "Decreased circulating total IgM"
    }
    assert not objects("Typing is done if IgM levels are low.", lexicon, section="Diagnosis")


def test_what_can_be_done_is_no_supposition(lexicon: Lexicon) -> None:
    """The words "X is possible" say of a test that it can be done."""
    (claim,) = claims("Testing by amniocentesis is possible.", lexicon, "Diagnosis")
    assert claim.certainty is Certainty.STATED


def test_there_being_no_evidence_denies(lexicon: Lexicon) -> None:
    """The words "no evidence that it causes A" deny the finding; "may or may not" does not."""
    (denied,) = claims("There is no evidence that it causes seizures.", lexicon)
    (open_,) = claims("Patients may or may not have seizures.", lexicon)
    assert (denied.polarity, open_.polarity) == (Polarity.NEGATED, Polarity.AFFIRMED)


def test_what_patients_die_of_is_a_complication(lexicon: Lexicon) -> None:
    """Causes of death arise from the disease."""
    assert objects("Death usually results from renal failure or stroke.", lexicon, "complication") == {
        "Renal insufficiency",
        "Stroke",
    }


def test_a_not_with_a_verb_of_its_own_denies_no_other(lexicon: Lexicon) -> None:
    """What is said of wounds "that do not heal" denies nothing of what may be done."""
    (claim,) = claims("A skin biopsy of wounds that do not heal may be recommended.", lexicon, "Diagnosis")
    assert claim.polarity is Polarity.AFFIRMED


def test_a_vague_class_is_like_nothing(lexicon: Lexicon) -> None:
    """That a disease is like "other skin disorders" says nothing a curator would keep."""
    assert not objects("Its symptoms are similar to those of other skin disorders.", lexicon, "resembles")


def test_a_class_named_further_on_is_not_what_the_disease_is(lexicon: Lexicon) -> None:
    """The copula speaks of what stands right after it."""
    body = "The sites affected are the liver and the brain, and consequently liver disease is seen."
    assert not objects(body, lexicon, "is_a")


def test_a_part_of_the_disease_s_name_is_no_finding(lexicon: Lexicon) -> None:
    """A finding that ends the disease's own name is the disease."""
    body = "Early diagnosis of X-linked severe combined immunodeficiency (SCID) helps. It causes fever."
    title = "X-linked severe combined immunodeficiency"
    article = read_text(f"{title}\n\n{body}\n", title=title)
    found = {claim.object.label for claim in extract(article, annotate(article, lexicon))}
    assert "Fever" in found
    assert "Severe combined immunodeficiency" not in found


def test_the_name_of_a_body_names_no_finding(lexicon: Lexicon) -> None:
    """An institute's name is not what the disease is like."""
    body = "According to the National Institute of Neurological Disorders and Stroke, it causes seizures."
    assert objects(body, lexicon) == {"Seizure"}


def test_what_a_treatment_is_for_tells_not_how_it_fared(lexicon: Lexicon) -> None:
    """The words "used to control A" leave the outcome unstated; "controls A" tells it."""
    for body, fared in (
        ("Prednisone is used to control seizures.", Outcome.UNSTATED),
        ("Prednisone controls seizures.", Outcome.EFFECTIVE),
    ):
        found = claims(body, lexicon, "Treatment")
        assert {claim.outcome for claim in found if claim.object.label == "prednisone"} == {fared}


def test_all_that_is_absent_is_denied(lexicon: Lexicon) -> None:
    """Of what there is an absence, each member of the list is denied; "lack of coordination" denies no more."""
    body = "It differs in the absence of cataract, optic atrophy and fever."
    assert {claim.polarity for claim in claims(body, lexicon)} == {Polarity.NEGATED}
    body = "Signs are lack of coordination, weakness and fever."
    assert {claim.polarity for claim in claims(body, lexicon)} == {Polarity.AFFIRMED}


def test_a_gene_that_may_cause_it_is_hedged(lexicon: Lexicon) -> None:
    """The hedge that follows a gene bears on it."""
    (claim,) = claims("Mutations in FOXP3 and neighboring genes may cause the disease.", lexicon, "Genetics")
    assert claim.certainty is Certainty.HEDGED


def test_a_likeness_in_brackets_keeps_the_list_around_it(lexicon: Lexicon) -> None:
    """What brackets say of another disease takes nothing from the findings after them."""
    body = "It manifests with fever (overlapping with that seen in bullous pemphigoid), and seizures such as spasms."
    assert {"Fever", "Seizure"} <= objects(body, lexicon, "has_phenotype")


def test_a_clause_that_concedes_ends_at_its_comma(lexicon: Lexicon) -> None:
    """What most patients have in a clause with "although" is not counted in the next."""
    body = "Although most patients have fever, seizures are seen in some patients."
    assert {(c.object.label, c.frequency) for c in claims(body, lexicon)} == {
        ("Fever", "most patients"),
        ("Seizure", "some patients"),
    }


def test_what_brackets_explain_is_denied_with_it(lexicon: Lexicon) -> None:
    """The other name of a denied finding is denied, too; cells that do not degenerate are in order."""
    body = "There is no muscle wasting (amyotrophy)."
    assert {claim.polarity for claim in claims(body, lexicon)} == {Polarity.NEGATED}
    body = "There is no evidence of the degeneration of spinal motor neurons."
    assert {claim.polarity for claim in claims(body, lexicon)} == {Polarity.NEGATED}


def test_the_age_of_death_is_no_onset(lexicon: Lexicon) -> None:
    """When patients die does not tell when the disease begins."""
    assert not objects("Death typically occurs by the individual's twenties.", lexicon, "has_onset")


def test_a_finding_explained_as_known_is_stated_again(lexicon: Lexicon) -> None:
    """The words "The cataract is due to A" say that there is a cataract, also where a section explains."""
    assert objects("The cataract is due to deposits in the lens.", lexicon, section="Pathophysiology") == {"Cataract"}
    assert not objects("Deposits in the lens make a cataract.", lexicon, section="Pathophysiology")


def test_a_treatment_stopped_is_not_given(lexicon: Lexicon) -> None:
    """What some stop, or what a type that patients go on to have is inherited as, is no claim."""
    assert not objects("Some advise discontinuation of prednisone.", lexicon, "treated_with", section="Treatment")
    body = "Most go on to develop a type of autosomal recessive ichthyosis."
    assert not objects(body, lexicon, "inherited_as", section="Genetics")


def test_a_gene_of_a_similar_disease_causes_not_this_one(lexicon: Lexicon) -> None:
    """What causes a similar disease, and when that begins, is said of that disease."""
    body = "Mutations in TNFAIP3 cause a clinically similar disease that begins in childhood."
    assert not objects(body, lexicon, "caused_by_variant_in", "has_onset", section="Causes")


def test_a_share_of_adults_is_no_onset(lexicon: Lexicon) -> None:
    """Of how many adults something is the first symptom tells not when the disease begins."""
    assert not objects("Cataract is the first symptom in 60% of adults.", lexicon, "has_onset")


@pytest.mark.parametrize(
    ("body", "polarity"),
    [
        ("Cataract is no feature of Fabry disease.", Polarity.NEGATED),
        ("Cataract is not a typical feature.", Polarity.AFFIRMED),
        ("Cataract is not a common finding.", Polarity.AFFIRMED),
    ],
)
def test_what_is_no_common_feature_is_not_denied(body: str, polarity: Polarity, lexicon: Lexicon) -> None:
    """No feature is a denial; not a typical one says how often."""
    assert {claim.polarity for claim in claims(body, lexicon) if claim.object.label == "Cataract"} == {polarity}


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("Penicillamine has been tried without convincing benefit.", Outcome.INEFFECTIVE),
        ("Penicillamine has been disappointing.", Outcome.INEFFECTIVE),
        ("Penicillamine has shown promise.", Outcome.EFFECTIVE),
        ("Penicillamine is no better than placebo.", Outcome.INEFFECTIVE),
        ("Penicillamine is modestly effective.", Outcome.LIMITED),
        ("Penicillamine rarely improves the rash.", Outcome.LIMITED),
        ("Penicillamine has shown no consistent benefit.", Outcome.INEFFECTIVE),
        ("Patients can benefit from penicillamine.", Outcome.EFFECTIVE),
        ("Penicillamine can be given, but not all patients are responsive to it.", Outcome.LIMITED),
        ("Penicillamine brings about remission.", Outcome.EFFECTIVE),
        ("It consists of penicillamine, and prompt and effective treatment of infections.", Outcome.UNSTATED),
        ("Penicillamine did not reduce the need for hemodialysis.", Outcome.INEFFECTIVE),
        ("Penicillamine has been shown to benefit cases that are early.", Outcome.EFFECTIVE),
        ("Penicillamine does not fully prevent attacks.", Outcome.LIMITED),
        ("Patients do not reliably respond to penicillamine.", Outcome.LIMITED),
        ("Penicillamine gives inconsistent results.", Outcome.LIMITED),
        ("Penicillamine lowered copper, although its value is unproven.", Outcome.LIMITED),
        ("Penicillamine improved it in one patient but is not established.", Outcome.LIMITED),
        ("Penicillamine suppresses the disease, but rebound is usual.", Outcome.LIMITED),
        ("Penicillamine yields fewer relapses.", Outcome.EFFECTIVE),
        ("Penicillamine gives excellent results.", Outcome.EFFECTIVE),
        ("Penicillamine can produce lasting remission.", Outcome.EFFECTIVE),
        ("Patients need prolonged penicillamine.", Outcome.UNSTATED),
        ("Penicillamine is given to reverse catabolism.", Outcome.UNSTATED),
        ("Penicillamine is widely used, but its effect on itching is modest.", Outcome.LIMITED),
        ("Penicillamine has been tried, but a later trial found no benefit.", Outcome.INEFFECTIVE),
        ("Penicillamine leads to remission in most.", Outcome.EFFECTIVE),
        ("Penicillamine may relieve the itching, but it often fails.", Outcome.LIMITED),
        ("Penicillamine is used, but the response is often short-lived.", Outcome.LIMITED),
        ("Penicillamine has been tried, with limited long-term benefit.", Outcome.LIMITED),
        ("Penicillamine is often prescribed; it reduces attacks by half.", Outcome.EFFECTIVE),
        ("Penicillamine was effective in patients resistant to steroids.", Outcome.EFFECTIVE),
        ("Penicillamine did not produce a response.", Outcome.INEFFECTIVE),
        (
            "Penicillamine is an effective cure, but it is reserved for disease that has not responded.",
            Outcome.CURATIVE,
        ),
        ("Penicillamine gives short-term relief, but the lesions recur.", Outcome.LIMITED),
        ("Penicillamine often fails.", Outcome.LIMITED),
        ("Penicillamine rarely halts the disease.", Outcome.LIMITED),
        ("Penicillamine showed no activity.", Outcome.INEFFECTIVE),
        ("Penicillamine is of doubtful value.", Outcome.LIMITED),
        ("Penicillamine may give a small gain in strength.", Outcome.LIMITED),
        ("Penicillamine helps in skin disease, but relapse is common.", Outcome.LIMITED),
        ("Penicillamine can be given, although its value is limited.", Outcome.LIMITED),
        ("Penicillamine has not been shown to prevent cataract.", Outcome.INEFFECTIVE),
        ("Penicillamine has been tried without convincing results.", Outcome.INEFFECTIVE),
        ("Penicillamine has been tried, but the benefit is unproven.", Outcome.LIMITED),
        ("Penicillamine is used for spasticity, quinoxine relieves cramps.", Outcome.UNSTATED),
        ("Penicillamine is given for itching, and coarctation is corrected.", Outcome.UNSTATED),
        ("Penicillamine is given for itching, and is effective.", Outcome.EFFECTIVE),
        ("Penicillamine raises levels in most people but is ineffective in severe disease.", Outcome.LIMITED),
        ("About half respond initially to penicillamine.", Outcome.EFFECTIVE),
        ("Penicillamine is effective in most, though a temporary worsening may occur.", Outcome.EFFECTIVE),
        ("Penicillamine may preserve lung function.", Outcome.EFFECTIVE),
        ("Penicillamine has been used, but a review found no evidence of efficacy.", Outcome.INEFFECTIVE),
        ("Penicillamine was not superior to placebo.", Outcome.INEFFECTIVE),
        ("Penicillamine has not been shown to lower copper.", Outcome.INEFFECTIVE),
        ("Penicillamine did not reach its primary endpoint.", Outcome.INEFFECTIVE),
        ("Penicillamine has been tried, with recovery of function in only a few patients.", Outcome.LIMITED),
    ],
)
def test_how_a_treatment_fared_in_other_words(body: str, outcome: Outcome, lexicon: Lexicon) -> None:
    """Promise is an effect; disappointment, and no convincing benefit, none."""
    assert {claim.outcome for claim in claims(body, lexicon, "Treatment")} == {outcome}


@pytest.mark.parametrize(
    "sentence",
    [
        "People with Fabry disease were operated on for supposed appendicitis.",
        "It is suspected in a person with a first-degree relative with cataract.",
        "Mutations in CPOX cause hereditary coproporphyria, a related disorder.",
        "Cataract, fever or infection may provoke a crisis.",
        "One brother had only mild ataxia.",
    ],
)
def test_what_is_supposed_or_a_relative_s_is_no_finding(sentence: str, lexicon: Lexicon) -> None:
    """A supposed finding, a relative's, and a disorder that is only related are not the disease's."""
    assert not objects(sentence, lexicon, "has_phenotype", "has_feature")


def test_what_makes_the_disease_worse_treats_it_not(lexicon: Lexicon) -> None:
    """A substance that makes a disease worse is no treatment."""
    body = "Anticonvulsants make the disease worse. Corticosteroids, on the other hand, may precipitate it."
    assert not objects(body, lexicon, "treated_with", section="Treatment")


def test_the_gene_mutated_in_patients_is_a_cause(lexicon: Lexicon) -> None:
    """Patients that have mutations in a gene have the disease by it, unless it is said that they have none."""
    body = "Half of patients have mutations in the TP53 gene. No patients have mutations in FBN1."
    assert objects(body, lexicon, "caused_by_variant_in", section="Genetics") == {"TP53"}


def test_not_after_a_comma_denies_what_it_sets_against(lexicon: Lexicon) -> None:
    """The second of two findings set against each other is denied, with its list."""
    found = {c.object.label: c.polarity for c in claims("It causes ataxia, not seizures or cataract.", lexicon)}
    assert found == {"Ataxia": Polarity.AFFIRMED, "Seizure": Polarity.NEGATED, "Cataract": Polarity.NEGATED}


def test_one_person_s_course_is_not_the_disease_s(lexicon: Lexicon) -> None:
    """What a sentence tells of the condition of one man says not when the disease begins."""
    assert not objects("His condition began at the age of ten with cataract.", lexicon)


def test_members_of_a_list_parted_by_semicolons_share_what_introduces_them(lexicon: Lexicon) -> None:
    """A hedge before a list bears on each member, parted by commas or semicolons; a new clause is free of it."""
    body = "Patients may have seizures; poor control of the arms; hypotonia; and ataxia; most have cataract."
    said = {claim.object.label: claim.certainty for claim in claims(body, lexicon)}
    assert {said[label] for label in ("Seizure", "Hypotonia", "Ataxia")} == {Certainty.HEDGED}
    assert said["Cataract"] is Certainty.STATED


def test_a_finding_in_a_case_supposed_is_hedged(lexicon: Lexicon) -> None:
    """What a sentence supposes ("if they cause A") it does not state."""
    (claim,) = claims("The growths are removed if they cause seizures.", lexicon)
    assert claim.certainty is Certainty.HEDGED


def test_a_part_denied_is_not_all_of_its_kind_denied(lexicon: Lexicon) -> None:
    """Who has no seizures of one cause may have others."""
    assert "Seizure" not in objects("Patients do not have seizures caused by fever.", lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "Seizures, in contrast, are not part of the syndrome.",
        "Patients do not have ataxia, nor do they develop seizures.",
        "There was hypotonia with negative seizures.",
        "Seizures have not yet been reported.",
    ],
)
def test_what_is_denied_beside_an_aside_or_after_nor_is_denied(sentence: str, lexicon: Lexicon) -> None:
    """A denial reaches over words that commas set off, and "nor" denies the verb that follows it."""
    (claim,) = (claim for claim in claims(sentence, lexicon) if claim.object.label == "Seizure")
    assert claim.polarity is Polarity.NEGATED


def test_another_disease_of_the_same_gene_is_no_feature(lexicon: Lexicon) -> None:
    """What mutations of a gene "also cause" is another disease; one that must be excluded tells nothing of its gene."""
    assert not objects("GLA mutations also cause Angelman syndrome.", lexicon, "has_feature", section="Genetics")
    body = "Infection and DOCK8 deficiency must be excluded."
    assert not objects(body, lexicon, "linked_to_dysfunction_of", section="Diagnosis")


def test_a_hedge_after_a_list_bears_on_all_of_it(lexicon: Lexicon) -> None:
    """What may be considered may be so for each that is named before it."""
    found = claims("Drugs such as prednisone or sirolimus may be considered.", lexicon, "Treatment")
    assert {claim.certainty for claim in found} == {Certainty.HEDGED}


def test_a_risk_joined_to_what_is_denied_is_denied(lexicon: Lexicon) -> None:
    """A "not" reaches over "or" to the risk of something."""
    body = "They do not develop excessive freckling or an increased risk of skin cancer."
    found = {claim.polarity for claim in claims(body, lexicon) if claim.relation == "complication"}
    assert found == {Polarity.NEGATED}


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Prednisone is given to those in whom other drugs have failed.", Outcome.UNSTATED),
        ("The goals of prednisone therapy are to maintain or improve strength.", Outcome.UNSTATED),
        ("Prednisone (to prevent attacks) is given.", Outcome.UNSTATED),
        ("Prednisone does not appear to increase strength.", Outcome.INEFFECTIVE),
        ("There is no evidence to support the role of prednisone.", Outcome.INEFFECTIVE),
        ("Prednisone is given with fluids and blood pressure control.", Outcome.UNSTATED),
        ("Infections impair the success of prednisone.", Outcome.LIMITED),
        ("Prednisone has improved strength.", Outcome.EFFECTIVE),
    ],
)
def test_what_a_treatment_is_for_is_no_outcome(sentence: str, outcome: Outcome, lexicon: Lexicon) -> None:
    """An aim, a purpose in brackets and the failure of something else tell nothing of how a treatment fared."""
    found = {c.outcome for c in claims(sentence, lexicon, "Treatment") if c.object.label == "prednisone"}
    assert found == {outcome}


def test_a_kind_of_the_disease_is_no_finding_of_it(lexicon: Lexicon) -> None:
    """What bears the disease's own name, with more words, is a type of it."""
    article = read_text("Polydactyly\n\n== Signs ==\nUlnar polydactyly occurs often.\n", title="Polydactyly")
    found = extract(article, annotate(article, lexicon))
    assert not [claim for claim in found if claim.relation == "has_phenotype"]


def test_an_adjective_before_another_disorder_is_no_finding(lexicon: Lexicon) -> None:
    """Of "cases of hemiplegic migraine" hemiplegia is not claimed."""
    assert "Hemiplegia" not in objects("Many cases of hemiplegic migraine are known.", lexicon)


def test_a_cause_of_the_disease_is_no_finding_of_it(lexicon: Lexicon) -> None:
    """What brings a disease on is claimed as its cause, if at all."""
    assert not objects("Hypoglycemia is the most common cause of it.", lexicon, "has_phenotype", "complication")


def test_what_a_contrast_opens_speaks_of_the_disease_behind_the_comma(lexicon: Lexicon) -> None:
    """Of "in contrast to A, B is not seen" B is denied of the article's disease."""
    (claim,) = claims("In contrast to galactosemia, cataract is not seen.", lexicon)
    assert (claim.object.label, claim.polarity) == ("Cataract", Polarity.NEGATED)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not to be confused with Angelman syndrome, which causes seizures.",
        "Loss of the other copy of the gene causes Angelman syndrome instead, a disorder with seizures.",
        "Other variants, by contrast, cause seizures.",
        "He initially believed that the children had a form of seizures.",
        "They were at first regarded as having seizures.",
        "He also had seizures, which were attributed to a coexisting deletion.",
        "Seizures were present in relatives and considered coincidental.",
        "A preceding seizure was documented.",
        "The risk of seizures is no higher than that of the general population.",
        "Having seizures is common and does not mean you have the condition.",
        "Call 999 if you have seizures.",
        "Babies born to mothers with the disease may have seizures.",
        "He developed seizures during the first infusion.",
        "Taking too much of the drug can cause seizures.",
        "Seizures have been linked to treatment with androgens.",
        "Female carriers usually have no symptoms, but some develop seizures.",
        "His father and paternal uncle had seizures.",
        "In the past many acquired seizures from contaminated plasma products.",
        "The drug caused seizures.",
        "His medical history was notable for seizures.",
        "Long considered a form of seizures, it is now seen otherwise.",
        "Infusion reactions such as seizures are common.",
        "Seizures have not been reported in children treated with aspirin.",
        "Growth hormone should be used with caution because seizures have been reported.",
        "Seizures could also occur after surgery.",
        "Rebound seizures were frequent.",
        "Seizures would be hard to treat if they were to occur.",
        "Seizures may be absent.",
        "Most had seizures before the onset of the disease.",
        "Early trials of gene therapy corrected it, and seizures developed in several patients.",
        "Seizures have been reported with modulator drugs.",
        "Seizures have been reported with aspirin.",
        "Seizures occur when the brain is irritated.",
        "Seizures and fever suggest Wilson disease.",
        "Mutations of it cause Foo-Bar syndrome, which features seizures.",
        "Partial deficiency of the enzyme, known as Foo-Bar syndrome, causes seizures.",
        "A scan is done to look for seizures.",
        "It is well tolerated unless there is a coexisting seizure.",
    ],
)  # fmt: skip
def test_what_is_told_of_others_than_the_patients_is_no_finding(sentence: str, lexicon: Lexicon) -> None:
    """Other diseases, refuted beliefs, chance, relatives and harm of treatment are not the disease's."""
    assert "Seizure" not in objects(sentence, lexicon)


@pytest.mark.parametrize(
    "sentence",
    [
        "He denied seizures, fever or drug use.",
        "Seizures, suggested by some as a clue, were found in none.",
        "Seizures, a hallmark of other diseases, were not recorded.",
        "Seizures are against the diagnosis.",
        "Seizures are not associated with the syndrome.",
        "He denied fever and seizures.",
        "Unlike Angelman syndrome, Fabry disease does not cause seizures.",
    ],
)
def test_denials_of_many_wordings_are_read(sentence: str, lexicon: Lexicon) -> None:
    """However a sentence denies a finding, the claim is negated."""
    found = {claim.polarity for claim in claims(sentence, lexicon) if claim.object.label == "Seizure"}
    assert found == {Polarity.NEGATED}


def test_a_negation_ends_where_a_new_clause_begins(lexicon: Lexicon) -> None:
    """Of "they do not have A, and B is limited to C" B is affirmed."""
    body = "Patients do not have hypotonia, and seizures are limited to infancy."
    said = {claim.object.label: claim.polarity for claim in claims(body, lexicon)}
    assert said["Seizure"] is Polarity.AFFIRMED
    assert said["Hypotonia"] is Polarity.NEGATED


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Prednisone has been tried but was of no benefit.", Outcome.INEFFECTIVE),
        ("Prednisone is ineffective and should not be prescribed.", Outcome.INEFFECTIVE),
        ("The fever does not respond to prednisone.", Outcome.INEFFECTIVE),
        ("Prednisone may help, but it does not work for everyone.", Outcome.LIMITED),
        ("Prednisone modestly improves survival.", Outcome.LIMITED),
        ("Prednisone relieved the pain, but it recurred within weeks.", Outcome.LIMITED),
        ("Prednisone, which reduces the synthesis of proteins, is given.", Outcome.UNSTATED),
        ("Prednisone is life-saving.", Outcome.EFFECTIVE),
        ("Prednisone helps people with weakness.", Outcome.EFFECTIVE),
        ("Prednisone led to a marked response.", Outcome.EFFECTIVE),
        ("Prednisone has not been shown to work.", Outcome.INEFFECTIVE),
        ("Prednisone is of no proven value.", Outcome.INEFFECTIVE),
        ("Prednisone may slow, but not halt, the decline.", Outcome.LIMITED),
        ("Sirolimus is more effective than prednisone.", Outcome.UNSTATED),
        ("Prednisone helps.", Outcome.EFFECTIVE),
        ("Prednisone may slow the growth of tumors.", Outcome.EFFECTIVE),
        ("Prednisone has resolved the skin lesions.", Outcome.EFFECTIVE),
        ("Prednisone produced partial responses.", Outcome.LIMITED),
        ("Prednisone corrects the defect only transiently.", Outcome.LIMITED),
        ("A trial of prednisone did not meet its primary endpoint.", Outcome.INEFFECTIVE),
        ("Prednisone was studied; a later trial did not meet its endpoint.", Outcome.INEFFECTIVE),
        ("Patients are given prednisone or can benefit from surgery.", Outcome.UNSTATED),
        ("Attacks may be treated with prednisone or aspirin, and sirolimus has been successful.", Outcome.UNSTATED),
        ("Aspirin is effective, and it can be combined with prednisone.", Outcome.UNSTATED),
        ("Pain is treated with pain relievers, such as prednisone.", Outcome.UNSTATED),
        ("Prednisone is given to patients whose symptoms are not controlled by aspirin.", Outcome.UNSTATED),
        ("Prednisone is given to children with fever, in whom it improves survival.", Outcome.EFFECTIVE),
        ("Prednisone has been attempted and did not halt the disease.", Outcome.INEFFECTIVE),
        ("Prednisone raised the count, but no clinical benefit was seen.", Outcome.LIMITED),
    ],
)
def test_outcomes_of_many_wordings_are_read(sentence: str, outcome: Outcome, lexicon: Lexicon) -> None:
    """How a treatment fared is read from a second verb, a relapse, a response, and not from how it acts."""
    found = {c.outcome for c in claims(sentence, lexicon, "Treatment") if c.object.label == "prednisone"}
    assert found == {outcome}


def test_the_onset_of_one_finding_is_not_that_of_the_disease(lexicon: Lexicon) -> None:
    """When deafness begins does not tell when the disease does."""
    assert not objects("Hearing loss generally begins in infancy.", lexicon, "has_onset")
    assert objects("Symptoms begin in infancy.", lexicon, "has_onset") == {"Infantile onset"}


def test_what_a_treatment_brings_about_is_no_finding(lexicon: Lexicon) -> None:
    """Of "X often causes A" in the section on treatment A is an effect of X."""
    assert "Seizure" not in objects("Prednisone often causes seizures.", lexicon, section="Treatment")


@pytest.mark.parametrize(
    "sentence",
    [
        "Seizures may persist for years.",
        "Seizures may lead to injury.",
        "The diagnosis is suspected when a child has seizures.",
        "The disease was suspected, and seizures were noted.",
    ],
)
def test_a_hedge_on_something_else_leaves_a_finding_stated(sentence: str, lexicon: Lexicon) -> None:
    """What a finding may do, or what was suspected by it, does not make the finding a supposition."""
    found = {claim.certainty for claim in claims(sentence, lexicon) if claim.object.label == "Seizure"}
    assert found == {Certainty.STATED}


def test_other_names_stand_behind_a_bracketed_abbreviation(lexicon: Lexicon) -> None:
    """Of "X (Y), also known as A or B" A and B are names, and one with a list in it is one name."""
    said = "is a disorder."
    text = f"Fabry disease (FD), also known as Anderson disease or dysplasia with cataract, deafness and rash, {said}\n"
    article = read_text(f"Fabry disease\n\n{text}", title="Fabry disease")
    found = {c.object.label for c in extract(article, annotate(article, lexicon)) if c.relation == "has_synonym"}
    assert found == {"Anderson disease", "dysplasia with cataract, deafness and rash"}


def test_susceptibility_is_no_cause_and_a_repeat_no_gene(lexicon: Lexicon) -> None:
    """Variants of HLA are associated, not causes; GAA repeats name no gene."""
    body = "Variants of HLA-DRB1 are associated with the disease. The mutant gene contains expanded GAA repeats."
    assert not objects(body, lexicon, "caused_by_variant_in", section="Genetics")


def test_none_who_have_it_denies(lexicon: Lexicon) -> None:
    """Nobody of a group had it."""
    assert {claim.polarity for claim in claims("None had cataract.", lexicon)} == {Polarity.NEGATED}


def test_a_tumor_spoken_of_again_is_no_finding_of_its_own(lexicon: Lexicon) -> None:
    """The tumor is the one that was named before."""
    assert "Neoplasm" not in objects("The tumor can occur at any age.", lexicon, "has_phenotype")


def test_what_the_disease_is_is_no_finding_of_it(lexicon: Lexicon) -> None:
    """A disease that is a vasculitis does not have one."""
    assert not objects("Fabry disease is a rare large-vessel vasculitis.", lexicon, "has_phenotype")


@pytest.mark.parametrize(
    "sentence",
    [
        "Penicillamine acts on the lysosome and may reduce pain.",
        "Penicillamine is currently in the experimental stage.",
    ],
)
def test_a_treatment_that_may_help_is_supposed_to(sentence: str, lexicon: Lexicon) -> None:
    """The hedge may stand by a second verb; what is being developed is not yet given."""
    assert {c.certainty for c in claims(sentence, lexicon, "Treatment")} == {Certainty.HEDGED}


def test_what_calls_for_caution_is_not_given(lexicon: Lexicon) -> None:
    """A warning is no treatment."""
    assert not objects("Penicillamine should be used with caution.", lexicon, "treated_with", section="Treatment")


def test_a_list_that_its_lead_supposes_is_supposed(lexicon: Lexicon) -> None:
    """Also where the lead ends in a full stop."""
    text = "The following conditions may result from Fabry disease.\n\n- Cataract\n- Seizures\n"
    assert {c.certainty for c in claims(text, lexicon)} == {Certainty.HEDGED}


def test_each_treatment_has_the_outcome_of_its_own_clause(lexicon: Lexicon) -> None:
    """What is said of the next treatment after "and" is not said of the one before."""
    said = "Penicillamine is given at once, and hemodialysis rapidly lowers copper."
    fared = {claim.object.label: claim.outcome for claim in claims(said, lexicon, "Treatment")}
    assert fared == {"penicillamine": Outcome.UNSTATED, "hemodialysis": Outcome.EFFECTIVE}


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Cataract may result.", Certainty.HEDGED),
        ("Cataract may result from the disease.", Certainty.HEDGED),
        ("Cataract may result from trauma.", Certainty.STATED),
        ("Cataract, especially in boys, has been suggested.", Certainty.HEDGED),
    ],
)
def test_a_hedge_on_a_result_hedges_unless_it_is_on_its_cause(
    sentence: str, certainty: Certainty, lexicon: Lexicon
) -> None:
    """What may come of the disease is hedged; where it may come from otherwise is not whether it comes."""
    assert {claim.certainty for claim in claims(sentence, lexicon) if claim.object.label == "Cataract"} == {certainty}


def test_a_hedge_within_a_finding_hedges_it(lexicon: Lexicon) -> None:
    """A name parted by "may be" is found, and hedged; by "can be", stated."""
    said = {claim.object.label: claim.certainty for claim in claims("The liver may be enlarged.", lexicon)}
    assert said == {"Hepatomegaly": Certainty.HEDGED}
    said = {claim.object.label: claim.certainty for claim in claims("The liver can be enlarged.", lexicon)}
    assert said == {"Hepatomegaly": Certainty.STATED}


def test_what_is_absent_at_first_only_is_not_denied(lexicon: Lexicon) -> None:
    """Nor is a test denied whose stain is absent, or without which the diagnosis is difficult."""
    (claim,) = claims("Proteinuria is absent in the first years but increases with age.", lexicon)
    assert claim.polarity is Polarity.AFFIRMED
    (claim,) = claims("Absence of staining in skin biopsy is a reliable finding.", lexicon, "Diagnosis")
    assert claim.polarity is Polarity.AFFIRMED
    (claim,) = claims("A diagnosis is difficult without genetic testing.", lexicon, "Diagnosis")
    assert claim.polarity is Polarity.AFFIRMED


def test_a_part_of_a_longer_name_is_no_claim(lexicon: Lexicon) -> None:
    """A Latin adjective, a hyphen or a noun goes with the words that have an identifier."""
    assert not objects("Eczema herpeticum has been described.", lexicon)
    assert not objects("Heart-lung transplantation has been done.", lexicon, section="Treatment")
    assert not objects("It is due to a defect of lysosomal trafficking.", lexicon)
    assert "Enteropathy" not in objects("Enteropathy-associated lymphoma is seen.", lexicon)


def test_likenesses_in_more_words(lexicon: Lexicon) -> None:
    """What shares features, gives the same picture or must be excluded is like the disease."""
    for said in (
        "It shares several features with sarcoidosis.",
        "Sarcoidosis can produce a similar picture and must be ruled out.",
        "Sarcoidosis, tick fever and botulism need to be considered in the differential diagnosis.",
    ):
        assert "sarcoidosis" in objects(said, lexicon, "resembles", section="Differential diagnosis")


def test_a_drug_that_may_do_harm_is_given(lexicon: Lexicon) -> None:
    """The hedge is on the harm."""
    (claim,) = claims("Penicillamine may cause rash.", lexicon, "Treatment")
    assert claim.certainty is Certainty.STATED


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Cataract may occur because of it.", Certainty.HEDGED),
        ("Cataract has been reported, but it is uncertain whether it is part of the disorder.", Certainty.HEDGED),
        ("Distinctive features, including cataract and coloboma, may be seen.", Certainty.HEDGED),
        ("Seizures may aggravate the cataract.", Certainty.STATED),
        ("Cataract may be present at birth.", Certainty.STATED),
        ("Seizures may occur, and some babies have cataract.", Certainty.STATED),
        ("Cataract may require surgery.", Certainty.STATED),
        ("Cataract may become serious later.", Certainty.STATED),
        ("Cataract suggests that the disease is advanced.", Certainty.STATED),
        ("A study suggested that cataract occurs in them.", Certainty.HEDGED),
        ("Cataract may be problematic.", Certainty.STATED),
        ("Cataract may secrete fluid.", Certainty.STATED),
        ("Seizures may worsen as cataract appears.", Certainty.STATED),
        ("The eye may be affected, leading to cataract.", Certainty.HEDGED),
        ("It causes seizures, which may be followed by cataract.", Certainty.HEDGED),
        ("Potentially disabling complications include cataract.", Certainty.STATED),
        ("Most may never walk, 50% have cataract.", Certainty.STATED),
        ("Cataract may be associated with fever.", Certainty.STATED),
        ("Cataract may be associated with the disease.", Certainty.HEDGED),
        ("They may include fever in infancy; cataract; and tremor.", Certainty.HEDGED),
        ("Infants with cataract may become lethargic.", Certainty.STATED),
        ("Cataract may appear anywhere in the lens.", Certainty.STATED),
        ("The disease takes the form of cataract, and seizures may occur.", Certainty.STATED),
        ("Cataract is reported in a few, and it remains uncertain whether it is part of it.", Certainty.HEDGED),
        ("Cataract may complicate an acute episode.", Certainty.HEDGED),
        ("Seizures may result from cataract.", Certainty.STATED),
        ("Cataract may occur as a result of seizures.", Certainty.HEDGED),
        ("Pregnancy may exacerbate cataract.", Certainty.STATED),
        ("The evidence for cataract is conflicting.", Certainty.HEDGED),
        ("Seizures may occur, and cataract and tremor are common.", Certainty.STATED),
        ("The film may be clear, and the outflow of the affected eye is reduced by cataract.", Certainty.STATED),
    ],
)
def test_hedges_further_on_hedge(sentence: str, certainty: Certainty, lexicon: Lexicon) -> None:
    """A finding that may come, is doubted, or is an example of what may be seen; not one with a clause of its own."""
    assert {claim.certainty for claim in claims(sentence, lexicon) if claim.object.label == "Cataract"} == {certainty}


def test_a_hedge_reaches_all_modes_of_inheritance(lexicon: Lexicon) -> None:
    """A hedge within the first name of a list bears on the others."""
    found = claims("Inheritance may be autosomal dominant, autosomal recessive or X-linked.", lexicon, "Genetics")
    assert {claim.certainty for claim in found} == {Certainty.HEDGED}


def test_inheritance_that_is_most_often_so_is_claimed(lexicon: Lexicon) -> None:
    """How often a mode is found is no explanation of the mode; a copy of a gene is none."""
    body = "Inheritance is most often autosomal dominant. It is due to loss of the maternally inherited copy of G."
    assert objects(body, lexicon, "inherited_as", section="Genetics") == {"Autosomal dominant inheritance"}


def test_the_year_of_a_name_is_not_that_of_the_description(lexicon: Lexicon) -> None:
    """Who described a disease may have named it later."""
    body = "The disease was described by Jean-Martin Charcot, who gave it its name in 1874."
    assert not objects(body, lexicon, "described_in", section="History")


def test_an_indistinguishable_disease_resembles(lexicon: Lexicon) -> None:
    """So does the main alternative."""
    body = "Hemophilia B is clinically indistinguishable. Menkes disease is the main alternative."
    assert objects(body, lexicon, "resembles", section="Differential diagnosis") == {"hemophilia B", "Menkes disease"}


def test_a_part_of_a_compound_is_no_finding(lexicon: Lexicon) -> None:
    """Skills that are not verbal are no lack of speech; fetal hemoglobin is not all hemoglobin."""
    body = "Nonverbal communication skills are better. Fetal hemoglobin is often increased."
    assert not objects(body, lexicon, "has_phenotype")


def test_an_expansion_in_a_gene_is_a_cause(lexicon: Lexicon) -> None:
    """Repeats expand in a gene as mutations stand in one."""
    body = "A hexanucleotide repeat expansion in C9orf72 is the most frequent cause."
    assert objects(body, lexicon, "caused_by_variant_in", section="Genetics") == {"C9orf72"}


def test_further_genes_and_those_that_patients_carry_are_causes(lexicon: Lexicon) -> None:
    """They are told in lists, or of patients by a pronoun."""
    body = "Other genes are SPTB, SLC4A1 and EPB42. Most are heterozygotes: they carry a severe mutation of FECH."
    found = objects(body, lexicon, "caused_by_variant_in", section="Genetics")
    assert found == {"SPTB", "SLC4A1", "EPB42", "FECH"}


def test_what_suggests_the_diagnosis_is_found(lexicon: Lexicon) -> None:
    """A finding that stands for the diagnosis is one of the disease, in whatever section."""
    body = "Cataract and an increased mean corpuscular hemoglobin concentration suggest the diagnosis."
    found = {claim.object.label for claim in claims(body, lexicon, "Diagnosis")}
    assert found == {"Cataract", "Increased mean corpuscular hemoglobin concentration"}


def test_a_locus_suggested_is_hedged(lexicon: Lexicon) -> None:
    """Where a gene is thought to lie is not where it lies."""
    found = claims("A second locus on 19q13.4 was suggested.", lexicon, "Genetics")
    assert {claim.certainty for claim in found if claim.relation == "has_locus"} == {Certainty.HEDGED}


def test_what_confirms_a_suspicion_is_sure(lexicon: Lexicon) -> None:
    """The suspicion is of the disease, and the test settles it."""
    body = "The diagnosis is suspected on clinical grounds and confirmed by genetic testing."
    found = claims(body, lexicon, "Diagnosis")
    assert {claim.certainty for claim in found if claim.object.label == "genetic testing"} == {Certainty.STATED}


def test_the_watch_kept_on_patients_is_no_diagnosis(lexicon: Lexicon) -> None:
    """What is done every year is done for those who are known to have it."""
    body = "Annual breast MRI is recommended, and pancreatic screening with MRI from 30 years."
    assert not objects(body, lexicon, "diagnosed_by", section="Diagnosis")


def test_an_adjective_before_and_parts_no_names(lexicon: Lexicon) -> None:
    """A name may hold "and"."""
    body = "Fabry disease, also called hereditary motor and sensory angiopathy, is rare."
    assert objects(body, lexicon, "has_synonym") == {"hereditary motor and sensory angiopathy"}


def test_what_a_finding_is_like_the_disease_is_not(lexicon: Lexicon) -> None:
    """A mass that may mimic a tumor does not make the disease like one."""
    assert not objects("A mass, colitis resembling Crohn disease, is seen.", lexicon, "resembles")
    assert "Crohn disease" in objects("It resembles Crohn disease.", lexicon, "resembles")


def test_harm_told_behind_a_semicolon_or_in_the_next_sentence_is_the_drug_s(lexicon: Lexicon) -> None:
    """What "it" may cause, where a means has just been named, is no finding of the disease."""
    assert "Proteinuria" not in objects(
        "Penicillamine is effective; it may cause proteinuria.", lexicon, section="Treatment"
    )
    assert "Proteinuria" not in objects(
        "Penicillamine is effective. It may cause proteinuria.", lexicon, section="Treatment"
    )
    assert "Proteinuria" in objects("Fabry disease may cause proteinuria.", lexicon, section="Treatment")


def test_what_is_said_of_others_is_no_claim(lexicon: Lexicon) -> None:
    """Nor what high doses do, what brings the disease on, nor how many of its patients have a finding."""
    for said, label in (
        ("High doses can cause proteinuria.", "Proteinuria"),
        ("Proteinuria is a known complication of high doses.", "Proteinuria"),
        ("The drug is now seldom used, since it may cause proteinuria.", "Proteinuria"),
        ("Penicillamine can induce the disease.", "penicillamine"),
        ("Penicillamine is effective, but proteinuria occurred in 9% of those treated.", "Proteinuria"),
        ("After splenectomy an excess of proteinuria has been described.", "Proteinuria"),
    ):
        assert label not in objects(said, lexicon, section="Treatment")
    assert not objects("Cataract is found in 8 to 12% of newborns with the disorder.", lexicon, "has_prevalence")
    assert "Proteinuria" not in objects("Sarcoidosis is accompanied by proteinuria.", lexicon, section="Mimics")
    assert "XII" not in objects("Mutations in the factor XII gene cause it.", lexicon, section="Genetics")


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients have mild disease, and they are not anemic.",
        "Patients have ataxia but are not anemic.",
        "Anemia does not belong to the disease.",
    ],
)
def test_a_not_right_before_a_finding_denies_it(sentence: str, lexicon: Lexicon) -> None:
    """Whatever the cue before it affirms."""
    said = {claim.object.label: claim.polarity for claim in claims(sentence, lexicon)}
    assert said["Anemia"] is Polarity.NEGATED


def test_modifiers_are_no_causes(lexicon: Lexicon) -> None:
    """Nor are variants that more of a finding is told of."""
    for said in (
        "Variants in SPINK1 act as modifiers and are not sufficient to cause the disease.",
        "Iron overload may develop in those who also carry variants in HFE.",
    ):
        assert not objects(said, lexicon, "caused_by_variant_in", section="Genetics")


@pytest.mark.parametrize(
    "sentence",
    [
        "It must be told from HDL2, which is caused by mutations in PEX1.",
        "It resembles ataxia with oculomotor apraxia type 1, caused by mutations in PEX1.",
        "Wilson disease, due to mutations in PEX1, is similar.",
        "Other mutations of PEX1 cause Wilson disease.",
        "Milder mutations of PEX1 are classified as Wilson disease.",
    ],
)
def test_the_gene_of_another_disease_is_no_cause_of_this(sentence: str, lexicon: Lexicon) -> None:
    """Though the sentence names no vocabulary's disease, it tells of which the gene is the cause."""
    assert "PEX1" not in objects(sentence, lexicon, "caused_by_variant_in", section="Genetics")


def test_a_definition_keeps_its_gene(lexicon: Lexicon) -> None:
    """A class that the disease is said to be is no other disease."""
    sentence = "Fabry disease is a rare lysosomal storage disease caused by mutations in GLA."
    assert "GLA" in objects(sentence, lexicon, "caused_by_variant_in", section="Genetics")


@pytest.mark.parametrize(
    "sentence",
    [
        "Beginning in childhood, those affected become hungry.",
        "Renal failure in males typically occurs in childhood.",
        "Some also develop seizures in childhood.",
        "Symptoms become more severe as school age approaches.",
        "Diagnosis of the disease usually can occur at birth.",
        "It presents before the age of 40.",
    ],
)
def test_an_age_of_something_else_is_no_onset(sentence: str, lexicon: Lexicon) -> None:
    """Of one finding, of the diagnosis, of a change, or one that tells too little."""
    assert not objects(sentence, lexicon, "has_onset")
