"""Ages to HPO's terms of onset."""

import pytest

from nosograph.extraction._ages import ages


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("at two weeks of age", "Neonatal onset"),
        ("at six months of age", "Infantile onset"),
        ("between 6 and 18 months of age", "Infantile onset"),
        ("2 to 4 years of age", "Childhood onset"),
        ("between the ages of 6 and 10", "Juvenile onset"),
        ("before the age of 10", "Pediatric onset"),
        ("before they are 18 years old", "Pediatric onset"),
        ("at 45 years of age", "Middle age onset"),
        ("between 20 and 35 years of age", "Young adult onset"),
        ("between 20 and 60 years of age", "Adult onset"),
        ("after the age of 65", "Late onset"),
        ("the mean age of onset is 32 years", "Young adult onset"),
        ("the average age at onset is 7", "Juvenile onset"),
    ],
)
def test_an_age_has_the_term_within_whose_years_it_lies(text: str, term: str) -> None:
    """HPO's definitions say from what year to what year each term reaches."""
    assert [concept.label for _, _, concept in ages(text)] == [term]


@pytest.mark.parametrize(
    "text", ["for 10 years", "in 40 patients", "aged 10 to 2 years", "age 30 years or older", "two years later", "age"]
)
def test_other_numbers_are_no_ages(text: str) -> None:
    """A span of time, a count and an age written back to front tell no onset."""
    assert not list(ages(text))
