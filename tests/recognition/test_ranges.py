"""Measured values and the ranges they lie outside of."""

import time

import pytest

from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.model import Kind
from nosograph.recognition import annotate, annotate_all


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the default lexicon, compiled once for the user."""
    return load_lexicon()


def findings(text: str, lexicon: Lexicon) -> dict[str, str]:
    """Map the words of each finding to its label."""
    return {m.text: m.concept.label for m in annotate(text, lexicon) if m.concept.kind is Kind.PHENOTYPE}


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Serum sodium was 118 mmol/L (reference 135-145).", "Hyponatremia"),
        ("chloride 88 mmol/l (98–106)", "Hypochloremia"),
        ("a calcium level of 3.4 mmol/L [2.20-2.60]", "Hypercalcemia"),
        ("Zinc 4 µmol/L (reference interval: 11 to 18 μmol/L)", "Decreased serum zinc"),
        ("prolactin of 2,450 mIU/L (normal <500)", "Increased circulating prolactin concentration"),
        ("Calcium was 3.4 mmol/L (normal up to 2.6)", "Hypercalcemia"),
        ("HDL cholesterol 0.4 mmol/L (>1.0)", "Decreased HDL cholesterol concentration"),
        ("Folate 2·1 µg/L; normal range 4·6–18·7", "Reduced blood folate concentration"),
        ("sodium 118 (N: 135-145)", "Hyponatremia"),
        ("Na 118 (135-145)", "Hyponatremia"),
        ("a neutrophil count of 0.2 x 10^9/l (1.5–8.0)", "Neutropenia"),
        ("neutrophils 0.2 × 10⁹/L (1.5–8.0 × 10⁹/L)", "Neutropenia"),
        ("platelets were 9,000/µL (150,000–400,000)", "Thrombocytopenia"),
        ("platelet count 9 (150-400) x 10^9/L", "Thrombocytopenia"),
        (
            "ceruloplasmin (CP) concentration was only 40 mg/L (200–600)",
            "Decreased circulating ceruloplasmin concentration",
        ),
        ("creatine kinase had risen to >1000 U/L (30-200)", "Elevated circulating creatine kinase concentration"),
        ("calcium (3.4 mmol/L, normal 2.2-2.6)", "Hypercalcemia"),
        ("The prothrombin time was 45 s (11-14).", "Prolonged prothrombin time"),
        ("potassium 2,6 mmol/l (3,5-5,0)", "Hypokalemia"),
    ],
)
def test_a_value_outside_its_range_is_a_finding(text: str, finding: str, lexicon: Lexicon) -> None:
    """The range behind a value says whether what is measured is low or high."""
    assert finding in findings(text, lexicon).values()


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "Creatine kinase was four times the upper limit of normal.",
            "Elevated circulating creatine kinase concentration",
        ),
        ("Ferritin 2000 ng/mL, 6-fold above normal", "Increased circulating ferritin concentration"),
        ("calcium was above the normal range", "Hypercalcemia"),
        ("the serum sodium was below the lower limit of normal", "Hyponatremia"),
        ("Ammonia was elevated (3 x ULN)", "Hyperammonemia"),
        ("factor VIII activity was 1-2% of normal", "Reduced factor VIII activity"),
    ],
)
def test_a_value_said_to_be_off_normal_is_a_finding(text: str, finding: str, lexicon: Lexicon) -> None:
    """How many times normal a value is, or past which limit, says which side it lies on."""
    assert finding in findings(text, lexicon).values()


@pytest.mark.parametrize(
    "text",
    [
        "Sodium was 140 mmol/L (135-145).",
        "Ferritin was 120 ng/mL (normal <300).",
        "The odds ratio for sodium was 2.1 (95% CI 1.1-3.0; p < 0.05).",
        "In sodium, n = 12 (3-5) of those aged 12 (3-20) years.",
        "She took calcium 500 mg (3-5) and vitamin B 12 (3-5).",
        "Calcium 1000 mg/day (3-5) was given.",
        "Sodium rose above the lower limit of normal.",
        "Sodium was below the upper limit of normal.",
        "Two times normal saline was given, sodium under normal conditions.",
        "Factor VIII activity was 80% of normal.",
        "Platelets were 9,000/µL (150-400 x 10^9/L).",
        "potassium 2.6 mmol/L (5.0-3.5)",
        "Potassium was measured.\n2.6 mmol/L (3.5-5.0)",
        "albumin/creatinine 30 mg/mmol (<3)",
    ],
)
def test_other_numbers_before_brackets_tell_no_finding(text: str, lexicon: Lexicon) -> None:
    """Values within, doses, references, confidence intervals and units that differ tell nothing."""
    assert findings(text, lexicon) == {}


def test_what_is_measured_is_read_whole(lexicon: Lexicon) -> None:
    """The sugar of the cerebrospinal fluid is not that of the blood, and low-density lipoprotein not high-density."""
    assert set(findings("CSF glucose 1.2 mmol/L (2.8-4.2)", lexicon).values()) == {"Hypoglycorrhachia"}
    assert not findings("pleural glucose 1.2 mmol/L (2.8-4.2)", lexicon)
    text = "low-density lipoprotein cholesterol 220 mg/dL (<130)"
    assert set(findings(text, lexicon).values()) == {"Increased LDL cholesterol concentration"}


def test_the_mention_ends_with_the_value_and_says_why(lexicon: Lexicon) -> None:
    """The range is no part of the mention; the reason gives it."""
    (mention,) = (m for m in annotate("Today potassium was 2.6 mmol/L (3.5-5.0).", lexicon))
    assert mention.text == "potassium was 2.6 mmol/L"
    assert mention.why.startswith('"potassium" below the normal range: "2.6 mmol/L (3.5-5.0"')


def test_texts_read_together_share_no_value(lexicon: Lexicon) -> None:
    """A range at the beginning of a text is not that of a value at the end of the one before."""
    texts = ["potassium was", "2.6 mmol/L", "(3.5-5.0) and sodium", "four times the upper", "limit of normal"]
    assert list(annotate_all(texts, lexicon)) == [annotate(text, lexicon) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "potassium " + "9" * 50_000 + " (" + "1" * 50_000 + ")",
        "(" * 50_000,
        "(normal - " * 10_000,
        "1,000" * 20_000 + " mmol/L (3-5)",
        "three times the normal " * 5_000,
        "potassium " + "(K) " * 20_000 + "2.6 mmol/L (3.5-5.0)",
    ],
)
def test_hostile_text_takes_no_long_time(text: str, lexicon: Lexicon) -> None:
    """Digits and brackets without end are read in time that grows with their number only."""
    begin = time.process_time()
    annotate(text, lexicon)
    assert time.process_time() - begin < 5
