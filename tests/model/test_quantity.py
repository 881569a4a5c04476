"""Words to quantities."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.model import Quantity, quantity


@pytest.mark.parametrize(
    ("words", "rate"),
    [
        ("1 in 40,000 live births", ("0.000025", "0.000025")),
        ("1–9 per 100 000", ("0.00001", "0.00009")),
        ("between 1 in 50,000 and 1 in 100,000", ("0.00001", "0.00002")),
        ("one per million", ("0.000001", "0.000001")),
        ("1 in 2.7 million", ("3.7037E-7", "3.7037E-7")),
        ("one in ten thousand people", ("0.0001", "0.0001")),
        ("1:10,000", ("0.0001", "0.0001")),
        ("7.5% of all cases", ("0.075", "0.075")),
        ("1,5 per 100 000", ("0.000015", "0.000015")),
    ],
)
def test_rates_are_numbers(words: str, rate: tuple[str, str]) -> None:
    """However a share is written, it is the same number; a range has two ends."""
    found = quantity(words)
    assert found is not None
    assert found.rate == tuple(map(Decimal, rate))


def test_the_parts_of_a_quantity_keep_their_words() -> None:
    """Number, unit, place and what qualifies the number stand apart."""
    found = quantity("fewer than 2.5 to 3 per 100,000 live births in the United States")
    assert found == Quantity(
        number=(Decimal("2.5"), Decimal(3)),
        per=(Decimal(100_000), Decimal(100_000)),
        unit="live births",
        place="the United States",
        qualifier="fewer than",
    )


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [("about 300 cases", 300, "cases"), ("twenty families", 20, "families"), ("2 million people", 2_000_000, "people")],
)
def test_a_count_is_out_of_nothing(words: str, number: int, unit: str) -> None:
    """A count has a number and a unit, and no rate."""
    found = quantity(words)
    assert found is not None
    assert (found.number, found.unit, found.rate) == ((Decimal(number), Decimal(number)), unit, None)


@pytest.mark.parametrize("words", ["a few cases", "several hundred cases", "extremely rare", "", "1 in 0"])
def test_words_without_a_number_are_no_quantity(words: str) -> None:
    """What says no number, or shares it out of nothing, is not read as one."""
    assert quantity(words) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_not(words: str) -> None:
    """No text stops the reading, and bounds are in order."""
    found = quantity(words)
    if found is not None:
        assert found.number[0] <= found.number[1]
        assert found.rate is None or found.rate[0] <= found.rate[1]


@given(st.integers(1, 999), st.integers(1000, 9_999_999))
def test_digits_are_read_with_and_without_commas(number: int, per: int) -> None:
    """Thousands may be set apart or not."""
    plain, parted = quantity(f"{number} in {per}"), quantity(f"{number} in {per:,}")
    assert plain == parted
    assert plain is not None
    assert plain.per == (Decimal(per), Decimal(per))
