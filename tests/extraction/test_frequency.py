"""How often a sentence, or the one beside it, says that a finding is seen."""

import pytest

from nosograph.extraction import extract
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import Claim
from nosograph.reading import read_text
from nosograph.recognition import annotate


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def claims(body: str, lexicon: Lexicon) -> tuple[Claim, ...]:
    """Read the section on signs of an article."""
    article = read_text(f"Fabry disease\n\n== Signs and symptoms ==\n{body}\n", title="Fabry disease")
    return extract(article, annotate(article, lexicon))


def frequencies(body: str, lexicon: Lexicon, label: str) -> set[str]:
    """Give the words of frequency of the claims whose object has this label."""
    return {claim.frequency for claim in claims(body, lexicon) if claim.object.label == label}


@pytest.mark.parametrize(
    ("sentence", "often"),
    [
        ("Cataract has been reported in 12 of 40 patients.", "12 of 40 patients"),
        ("Cataract was present in 8/10 individuals.", "8/10 individuals"),
        ("Cataract, the main cause of blindness, is seen in 20% of patients.", "20% of patients"),
        ("Nine out of ten patients have cataract.", "Nine out of ten patients"),
        ("Roughly one in three affected children develops cataract.", "Roughly one in three affected children"),
        ("Fifteen percent of cases have cataract.", "Fifteen percent of cases"),
        ("Most, but not all, patients have cataract.", "Most, but not all, patients"),
        ("Almost every patient has cataract.", "Almost every patient"),
        ("Only a minority develop cataract.", "Only a minority"),
        ("A majority of boys have cataract.", "A majority of boys"),
        ("Cataract has only rarely been described.", "only rarely"),
        ("Infrequently, cataract is seen.", "Infrequently"),
        ("Cataract is almost universal.", "almost universal"),
        ("Cataract is a rare complication.", "rare"),
        ("Cataract affects up to two thirds of adults.", "up to two thirds of adults"),
        ("Cataract is the commonest sign, occurring in more than 80% of cases.", "more than 80% of cases"),
        ("Cataract is present in virtually all, seizures in most.", "in virtually all"),
        ("Cataract (a clouding of the lens, rare in children) may be seen.", "rare"),
        ("Between 60 and 80% of treated patients have cataract.", "Between 60 and 80% of treated patients"),
        ("Most patients have seizures, and some may have cataract.", "some"),
        ("Cataract is almost universally present.", "almost universally"),
        ("Sometimes with this disease those affected have cataract.", "Sometimes"),
        ("In most cases it heals, so rest is all that is needed with cataract.", ""),
        ("It has cataract (often referred to as clouding).", ""),
        ("30% of patients have cataract, most commonly a nuclear cataract.", "30% of patients"),
        ("Cataracts are treated in the usual way.", ""),
        ("Cataract is often, although not always, present.", "often, although not always"),
        ("Seizures are common, and as many as a quarter have cataract.", "as many as a quarter"),
        ("Cataract is noted in about two thirds.", "in about two thirds"),
        ("Later in life most are blind with cataract.", "most"),
        ("About half of cataracts are due to it.", ""),
        ("Tumors (mainly benign ones) develop in up to a third of patients; cataract is rare.", "rare"),
        ("Most of those affected have cataract.", "Most of those affected"),
        ("Many patients report cataract.", "Many patients"),
        ("Cataract begins between 2 and 5 years and affects 20% of patients.", "20% of patients"),
        ("Ataxia, cataract and a love of water are common.", "common"),
        ("Cataract, either dense or mild, is noted in 40% of those who had scans.", "40% of those who had scans"),
        ("Cataract is seen in half of those over 64, and seizures are more common still.", "half of those over 64"),
        ("Most patients have back pain, and cataract of the lens follows.", ""),
        ("Cataract appears on the outer surface of the lens in around 30% of children.", "around 30% of children"),
        ("Cataract appears later, and is found in about 70% of cases.", "about 70% of cases"),
        ("Cataract has been found in many long-term survivors.", "many long-term survivors"),
        ("Cataract is noted in some of them.", "in some of them"),
        ("Cataract has been described in isolated reports.", "in isolated reports"),
        ("Cataract, a clouding of the lens, is reported in 20% of cases.", "20% of cases"),
        ("Seizures, which come with cataract, are seen in about 85%.", ""),
        ("Eye drops improve cataract in most patients.", ""),
        ("Vomiting and cataract are almost constant.", "almost constant"),
        ("Cataract is seen in only a small minority.", "in only a small minority"),
        ("Cataract complicates the disease in 7 to 24%.", "7 to 24%"),
        ("Blindness due to cataract is now uncommon.", ""),
        ("Almost all children have seizures, and cataract often calls for surgery.", ""),
        ("Seizures affect 50% of men and 30% of women, and cataract is seen.", ""),
    ],
)  # fmt: skip
def test_words_of_frequency_are_read_as_they_stand(sentence: str, often: str, lexicon: Lexicon) -> None:
    """However a sentence says how often a finding is seen, its words stand on the claim."""
    assert frequencies(sentence, lexicon, "Cataract") == {often}


@pytest.mark.parametrize(
    "sentence",
    [
        "Cataract is usually mild.",
        "Cataract tends to be severe.",
        "Cataract often worsens with age.",
        "The enzyme activity is 5% of normal in patients with cataract.",
        "Cataract, mainly in the left eye, may be seen.",
        "In children, cataract is seen.",
        "They have cataract, unusual facial features and ataxia.",
        "Cataract usually occurs between 7 and 36 months from onset.",
        "More than half of patients see well (mean age of onset of cataract: 54 years).",
        "The search, which has a 15% failure rate, finds cataract.",
        "Cataract accounts for 10% of deaths.",
        "Cataract is much less common than in other forms.",
    ],
)
def test_what_a_finding_often_is_like_is_not_how_often_it_is_seen(sentence: str, lexicon: Lexicon) -> None:
    """An adverb that speaks of a finding's property, and a share of something else, are no frequency."""
    assert frequencies(sentence, lexicon, "Cataract") == {""}


def test_each_finding_has_the_share_of_its_own_verb(lexicon: Lexicon) -> None:
    """A share that begins the next clause is not that of the finding before it."""
    body = "Ninety percent of people have ataxia, 40% have seizures and 10% have cataract."
    found = {claim.object.label: claim.frequency for claim in claims(body, lexicon)}
    assert found == {"Ataxia": "Ninety percent of people", "Seizure": "40%", "Cataract": "10%"}


@pytest.mark.parametrize(
    ("body", "often"),
    [
        ("Patients may have cataract. It is seen in about a third of cases.", "about a third of cases"),
        ("The attacks feature ataxia and cataract. They occur in 95% of all patients.", "95% of all patients"),
        ("A third of patients go blind. In these cases cataract is the cause.", "A third of patients"),
        ("Cataract and ataxia are seen. It occurs in 20% of patients.", ""),
        ("Cataract is present at birth. The disease affects 1 in 50,000 people.", ""),
    ],
)
def test_the_sentence_beside_may_tell_how_often(body: str, often: str, lexicon: Lexicon) -> None:
    """A sentence that takes up the patients before it, or goes on with its findings, lends its words of frequency."""
    assert frequencies(body, lexicon, "Cataract") == {often}


def test_a_gene_s_share_of_the_cases_is_its_frequency(lexicon: Lexicon) -> None:
    """How many cases a gene accounts for stands on the claim of the gene."""
    body = "Mutations in FOXP3 account for about 70% of cases."
    assert frequencies(body, lexicon, "FOXP3") == {"about 70% of cases"}


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("Cataract is often treated with surgery.", "Cataract"),
        ("Mutations in FOXP3 tend to result in a truncated protein.", "FOXP3"),
        ("The second most common finding is cataract.", "Cataract"),
        ("Ataxia occurs in most, and may result in cataract.", "Cataract"),
    ],
)
def test_words_of_frequency_said_of_something_else_are_not_the_object_s(
    body: str, label: str, lexicon: Lexicon
) -> None:
    """How often a finding is treated, what a mutation tends to do, and a second place tell not how often it is seen."""
    assert frequencies(body, lexicon, label) == {""}


def test_the_cause_of_a_finding_has_not_its_frequency(lexicon: Lexicon) -> None:
    """How often a finding is seen is not how often what causes it is; a share of a solution is none."""
    body = "Up to 20% of patients have seizures, often caused by cataract. A glucose 10% infusion is given."
    found = {claim.object.label: claim.frequency for claim in claims(body, lexicon)}
    assert found["Seizure"] == "Up to 20% of patients"
    assert not {often for label, often in found.items() if label != "Seizure"} - {"", "often"}


def test_each_gene_of_a_sentence_has_its_own_share(lexicon: Lexicon) -> None:
    """The share after a gene is that gene's, and one after two genes is both genes'."""
    body = "GLA gene mutations account for 60 percent of cases and ABCA4 gene mutations account for 5 percent of cases."
    assert frequencies(body, lexicon, "ABCA4") == {"5 percent of cases"}
    body = "Mutations in the GLA and ABCA4 genes are responsible for the majority of cases."
    assert frequencies(body, lexicon, "GLA") == {"the majority of cases"}


def test_a_mode_in_the_name_of_the_disease_has_no_frequency(lexicon: Lexicon) -> None:
    """That some people with "autosomal dominant X" have a finding does not make some of them inherit it so."""
    title = "Autosomal dominant polycystic kidney disease"
    text = f"{title}\n\n== Signs ==\nSome people with autosomal dominant polycystic kidney disease have cataract.\n"
    article = read_text(text, title=title)
    found = [claim for claim in extract(article, annotate(article, lexicon)) if claim.relation == "inherited_as"]
    assert all(not claim.frequency for claim in found)


@pytest.mark.parametrize(
    ("sentence", "often"),
    [
        ("Seizures occurred in 5 of 11, and cataract in 3.", "in 3"),
        ("Seizures were present in all, and cataract in 15.", "in 15"),
        ("Cataract was reported in only two patients.", "only two patients"),
        ("Two patients had seizures, and one had cataract.", "one"),
        ("Cataract, seen in one in five, tends to arise early.", "in one in five"),
        ("Cataract, which affects half of patients, needs surgery.", "half of patients"),
        ("Seizures are seen in half of patients, and cataract follows in a quarter.", "in a quarter"),
        ("Malformations of the eye, such as cataract and coloboma, are found in half of patients.", ""),
        ("Some have cataract, in most cases before the age of six.", "Some"),
        ("Death is usually due to cataract.", ""),
        ("Rings are absent in half of those with cataract only.", ""),
        ("About 5% of patients have cataract, often in the context of trauma.", "About 5% of patients"),
        ("Seizures usually develop early, and cataract may be noticed.", ""),
        ("Cataract is not a feature, and seizures are uncommon.", ""),
        ("Fourteen percent of patients have cataract.", "Fourteen percent of patients"),
        ("Seizures occur in 20% and are sometimes the result of cataract.", ""),
        ("It is the most common genetic cause of cataract.", ""),
        ("Half of patients have seizures, and their cataract is found late.", ""),
        ("All had cataract, and seizures were present in most.", "All"),
        ("Common clinical features are seizures, cataract and fever.", "Common"),
        ("Very rare (< 1%) problems include cataract.", "Very rare"),
        ("Symptoms that are less common can include cataract.", "less common"),
        ("Uveitis produces common symptoms such as cataract.", ""),
        ("Seizures are frequently seen secondary to cataract.", ""),
        ("Sometimes, no problems are apparent until it causes cataract.", ""),
        ("Seizures, almost always associated with fever, and cataract tend to develop during childhood.", ""),
        ("A similarly small proportion experiences cataract.", "A similarly small proportion"),
        ("Most have seizures, and studies have reported cataract.", ""),
        ("Less common features are seizures, cataract and fever.", "Less common"),
        ("Seizures, mostly due to cataract, are found in half of patients.", ""),
        ("Seizures were seen in all 24 reported cases; majority of patients have cataract.", "majority of patients"),
        ("Cataract, often on both sides, is seen in about half of patients.", "about half of patients"),
        ("Seizures and cataract are the hallmarks of the disease and occur in 95% of patients.", "95% of patients"),
        ("Cataract is one of the most disabling complaints, affecting around 70%.", "around 70%"),
        ("Cataract is the most frequent complication, occurring in about half of patients.", "about half of patients"),
        ("Seizures were present in a third of patients and cataract in roughly half.", "in roughly half"),
        ("Cataract, most obvious in the young, at school and on bright days, occurs in 90%.", "90%"),
        ("It is the commonest form of cataract.", ""),
        ("Most infants have seizures, and cataract is seen later.", ""),
        ("Cataract is a common and troublesome complication.", "common"),
        ("Cataract is reported by 80% of patients or more.", "80% of patients or more"),
        ("Cataract eventually affects up to two thirds of patients.", "up to two thirds of patients"),
        ("The late phase occurs in half of patients and is associated with cataract.", ""),
        ("Cataract is usually the first sign.", ""),
        ("Seizures affect 88% of patients and may be worsened by cataract.", ""),
        ("It comes with cataract, and seizures develop in 82% of adults.", ""),
        ("In less severe cases, there is cataract.", "less severe cases"),
        ("Cataract is more frequent in boys.", ""),
        ("Seizures or cataract (about 33%) are seen.", "about 33%"),
        ("Cataract has very rarely arisen.", "very rarely"),
        ("Cataract has been found by careful examination in up to 30% of cases.", "up to 30% of cases"),
        ("Cataract is reported by up to a third.", "up to a third"),
        ("30 had seizures, 12 had fever and none had cataract.", ""),
        ("Seizures are nearly universal, as is cataract.", "nearly universal"),
        ("Cataract is seen in half of children and in all adults.", "half of children and in all adults"),
        ("Cataract is rare in boys but common in girls.", "rare in boys but common in girls"),
        ("Cataract affects about a quarter and is mild.", "about a quarter"),
        ("Cataract is a rare but well recognised complication.", "rare"),
        ("Seizures occur in 30% and cataract in a further 40%.", "a further 40%"),
        ("About 40% have eye disease, most often cataract.", "most often"),
        ("Eye disease, most often cataract, is seen in 40%.", "most often"),
        ("In a third of patients cataract is preceded by seizures.", ""),
        ("Tumors occur in half and include cataract.", ""),
        ("Seizures carry a mortality of 5%, which is due to cataract.", ""),
        ("Cataract is usually noted in the first year.", ""),
        ("Cataract after a long illness, which is present in 40%.", "40%"),
        ("Cataract was once present in half of the patients.", "half of the patients"),
        ("Distinctive features, including cataract and coloboma, may be present in some people.", "some people"),
        ("Cataract is the least common of the signs, occurring in about half of patients.", "about half of patients"),
        ("Cataract is not more frequent than in other children.", ""),
        ("Aspirin is given to most patients and has been shown to reduce cataract.", ""),
        ("Seizures affect 80% of patients, and cataract about half.", "about half"),
        ("Seizures and cataract occur only occasionally.", "only occasionally"),
        ("With time, about half develop cataract.", "about half"),
        ("Cataract has been described but is exceedingly rare.", "exceedingly rare"),
        ("Cataract was once a frequent finding but is now rare.", "rare"),
        ("Cataract has been reported in one large South African family.", "one large South African family"),
        ("Cataract may be present during severe attacks.", ""),
        ("Seizures are often limited to cataract.", ""),
        ("Many patients have eye disease (e.g. cataract), from which they recover.", "Many patients"),
        ("Symptoms that are less common can include eye problems such as cataract.", "less common"),
        ("Other common symptoms that are experienced by patients include cataract.", "common"),
        ("Cataract, seizures, and fever commonly occur.", "commonly"),
        ("Cataract, tremor (ataxia), and severe seizures are common.", "common"),
        ("Cataract has been reported, though it is less common.", "less common"),
        ("One common trait is cataract.", "common"),
        ("Cataract is a typical characteristic.", "typical"),
        ("Cataract due to inflammation of the eye develops in some patients.", "some patients"),
        ("Cataract can be detected using ultrasound in about 50% of patients.", "about 50% of patients"),
        ("A very small proportion (see below) have cataract.", "A very small proportion"),
        ("The prevalence of cataract in patients with the disease ranges from 10% to 30%.", "10% to 30%"),
        ("Seizures are common in untreated individuals, as is cataract.", "common"),
        ("Around 7% die, usually from cataract.", ""),
        ("In 8%, the cataract affects only one eye.", ""),
        ("About half of patients had a complete resolution of their cataract.", ""),
        ("Cataract is the most common form in Europe.", ""),
        ("Cataract develops with trisomy 7 in them.", ""),
        ("Cataract typically occurs across the lens.", ""),
        ("It includes fever, cataract, and seizures in most boys.", ""),
        ("It is characterized by cataract, and in some cases seizures.", ""),
        ("It presents with cataract, and occurs in half of patients.", ""),
        ("Rarely, cataract leads to blindness.", ""),
        ("The most frequent sign is fever, which affects half and causes cataract.", ""),
        ("Cataract gives way to ataxia, and seizures are often found.", ""),
        ("The lens is affected, usually from a cataract.", ""),
        ("Treatment typically includes treating cataract.", ""),
        ("Cataract is more common in people with diabetes than in others.", ""),
        ("Cataract is rare before the age of ten.", "rare before the age of ten"),
        ("Cataract is raised above 40 in most patients.", "most patients"),
        ("Eye defects are the most frequent and include cataract.", ""),
        ("Symptoms usually begin in infancy and include cataract.", ""),
        ("The lens is usually normal or shows cataract.", ""),
        ("Around 25% have bulbar onset, with cataract.", ""),
        ("Eye defects, mostly cataract, are found in half of patients.", ""),
        ("Fever due to seizures or cataract is present in up to 40%.", ""),
        ("Cataract due to seizures or fever is present in up to 40%.", "up to 40%"),
        ("Cataract is as common as in other boys.", ""),
        ("About 75% of patients have eye defects, which include cataract.", ""),
        ("Fever is typically absent when the cataract begins.", ""),
        ("Many people are not aware of their cataract.", ""),
        ("Cataract becomes frequent in advanced disease.", "frequent"),
        ("The disease may progress to cataract, which happens in 5% of patients.", "5% of patients"),
        ("Symptoms generally develop slowly and may include cataract.", ""),
        ("Lesions are frequently bilateral and may lead to cataract.", ""),
        ("Cysts are found in up to 60% of men and, when bilateral, may cause cataract.", ""),
        ("Cataract is seen in most adolescents.", "most adolescents"),
        ("Cataract may be severe, and iron-deficiency anemia is frequent.", ""),
        ("Cataract occurs in certain subtypes.", "certain subtypes"),
        ("Cataract occurs only in patients with a deletion.", "only in patients with a deletion"),
        ("Systemic symptoms, such as cataract and fever, occur in about one-third to one-half of patients.",
         "about one-third to one-half of patients"),
    ],
)  # fmt: skip
def test_a_frequency_is_given_to_what_it_is_said_of(sentence: str, often: str, lexicon: Lexicon) -> None:
    """Not to a neighbour in the list, an example of a class, or what something else is due to."""
    found = frequencies(sentence, lexicon, "Cataract")
    assert found == {often} if often else found <= {""}


def test_an_aside_on_the_cause_leaves_a_finding_its_share(lexicon: Lexicon) -> None:
    """And the number of all the cases belongs to the words."""
    said = "Cataract, mostly due to trauma, is found in half of patients."
    assert frequencies(said, lexicon, "Cataract") == {"half of patients"}
    said = "Cataract was seen in all 24 reported cases."
    assert frequencies(said, lexicon, "Cataract") == {"all 24 reported cases"}


def test_what_is_rare_of_a_kind_does_not_make_the_kind_rare(lexicon: Lexicon) -> None:
    """An adjective that is no part of the name narrows what is said to be rare."""
    assert frequencies("Erosive arthritis is unusual.", lexicon, "Arthritis") == set()
    assert frequencies("Arthritis is unusual.", lexicon, "Arthritis") == {"unusual"}
