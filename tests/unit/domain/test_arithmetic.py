"""Exact arithmetic and its decimal text."""

from decimal import Decimal
from fractions import Fraction
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain import arithmetic

VALUES = st.lists(st.decimals(-1000, 1000, places=3).map(Fraction), min_size=2, max_size=30)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(0), "0"),
        (Fraction(1200), "1200"),
        (Fraction(1, 3), "0.3333333333333333333333333333"),
        (Fraction(2, 3), "0.6666666666666666666666666667"),
        (Fraction(10**15), "1" + "0" * 15),
    ],
)
def test_number_text(value: Fraction, text: str) -> None:
    assert arithmetic.number_text(value) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("2.345", 2, "2.35"), ("-2.345", 2, "-2.35"), ("2.344", 2, "2.34"), ("0.5", 0, "1")],
)
def test_a_half_is_rounded_away_from_zero(value: str, places: int, text: str) -> None:
    assert arithmetic.rounded(Fraction(Decimal(value)), places) == Decimal(text)


@pytest.mark.parametrize(("value", "root"), [("6.25", "2.5"), ("0", "0"), ("0.0004", "0.02")])
def test_a_rational_root_is_exact(value: str, root: str) -> None:
    assert arithmetic.square_root(Fraction(Decimal(value))) == Fraction(Decimal(root))


@given(VALUES)
def test_the_deviation_is_the_one_of_a_second_library(values: list[Fraction]) -> None:
    ours = arithmetic.deviation(values)
    assert abs(float(ours) - stdev(map(float, values))) <= 1e-9 * max(1, float(ours))


@given(VALUES, st.randoms())
def test_the_order_of_points_does_not_matter(values: list[Fraction], random: object) -> None:
    shuffled = list(values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert arithmetic.mean(shuffled) == arithmetic.mean(values)
    assert arithmetic.deviation(shuffled) == arithmetic.deviation(values)


@given(VALUES, st.sampled_from([Fraction(10), Fraction(1, 1000), Fraction(981, 100)]))
def test_another_unit_scales_mean_and_variance(values: list[Fraction], scale: Fraction) -> None:
    scaled = [value * scale for value in values]
    assert arithmetic.mean(scaled) == arithmetic.mean(values) * scale
    assert arithmetic.variance(scaled) == arithmetic.variance(values) * scale**2
