"""Numbers and dates on papers."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.documents import figures


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("12846.52", "12 846.52"),
        ("999", "999"),
        ("1000", "1 000"),
        (1234567, "1 234 567"),
        ("0.50", "0.5"),
        ("-1234", "-1 234"),
        (0, "0"),
    ],
)
def test_amounts_are_grouped(value: str | int, shown: str) -> None:
    assert figures.amount(value) == shown.replace(" ", figures.NO_BREAK)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(1286, 1342, "95.8"), (2, 3, "66.6"), (9999, 10000, "99.9"), (1, 1, "100.0"), (0, 0, "—"),
     ("38206", "38420", "99.4")],
)  # fmt: skip
def test_rates_are_cut_off_and_never_rounded_up(
    part: str | int, whole: str | int, shown: str
) -> None:
    assert figures.percent(part, whole) == shown


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_rate_is_never_better_than_the_truth(part: int, whole: int) -> None:
    shown = Fraction(figures.percent(part, whole))
    assert shown <= Fraction(part * 100, whole) < shown + Fraction(1, 10)


def test_dates() -> None:
    assert figures.long_date(date(2026, 1, 2)) == "2026年1月2日"
    assert figures.short_date(date(2026, 1, 2)) == "2026-01-02"
    assert figures.long_date(None) == "—"
    assert figures.short_date(None) == ""


def test_nothing_counted_is_a_dash() -> None:
    assert figures.count(0) == "—"
    assert figures.count(3) == "3"


@pytest.mark.parametrize(("text", "width"), [("GB 5", 4), ("合格", 4), ("1#楼", 4), ("", 0)])
def test_widths_are_known(text: str, width: int) -> None:
    assert figures.half_ems(text) == width
