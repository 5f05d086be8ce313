"""Rates and failure budgets, against counting by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.rates import NOTHING, Budget, Rate, budget

TARGETS = (Fraction(1), Fraction(9, 10), Fraction(3, 4), Fraction(1, 3), Fraction(0))


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    decided = draw(st.integers(0, 10**6))
    return Rate(draw(st.integers(0, decided)), decided)


@given(rates(), rates(), rates())
def test_adding_rates_is_associative_commutative_and_has_a_zero(a: Rate, b: Rate, c: Rate) -> None:
    assert (a + b) + c == a + (b + c)
    assert a + b == b + a
    assert a + NOTHING == a


@given(rates())
def test_the_shown_percentage_is_truncated_and_100_means_all(rate: Rate) -> None:
    text = rate.percent_text()
    if rate.value is None:
        assert text is None
        return
    assert text is not None
    assert 0 <= rate.value * 100 - Fraction(text) < Fraction(1, 10)
    assert (text == "100.0") == (rate.passed == rate.decided)


@pytest.mark.parametrize(
    ("passed", "decided", "places", "text"),
    [
        (1999, 2000, 1, "99.9"),
        (99999, 100000, 1, "99.9"),
        (2, 3, 1, "66.6"),
        (1, 2, 2, "50.00"),
        (1, 1000, 1, "0.1"),
        (1, 2000, 1, "0.0"),
        (1, 200, 2, "0.50"),
        (0, 7, 1, "0.0"),
        (7, 7, 1, "100.0"),
        (2, 3, 0, "66"),
        (0, 0, 1, None),
    ],
)
def test_percentages_as_shown(passed: int, decided: int, places: int, text: str | None) -> None:
    assert Rate(passed, decided).percent_text(places) == text


def test_a_rate_of_nothing_is_not_assessed() -> None:
    assert NOTHING.meets(Fraction(1)) is None
    assert NOTHING.value is None


@pytest.mark.parametrize(
    ("passed", "decided", "met"), [(9, 10, True), (89, 99, False), (899, 1000, False)]
)
def test_comparison_is_exact(passed: int, decided: int, met: bool) -> None:
    assert Rate(passed, decided).meets(Fraction(9, 10)) is met


@pytest.mark.parametrize(("passed", "decided"), [(2, 1), (-1, 1), (0, -1)])
def test_impossible_rates_are_refused(passed: int, decided: int) -> None:
    with pytest.raises(ValueError, match="not a rate"):
        Rate(passed, decided)


@pytest.mark.parametrize("target", TARGETS)
def test_allowed_failures_equal_brute_force_for_every_number_of_projects(target: Fraction) -> None:
    for planned in range(1, 501):
        # The greatest number of failures with which the rate of the whole period still holds.
        allowed = max(f for f in range(planned + 1) if (planned - f) >= target * planned)
        assert budget(planned, 0, 0, target).allowed == allowed


@given(st.integers(1, 60), st.data(), st.sampled_from(TARGETS))
def test_reachable_and_passes_needed_equal_playing_on(
    planned: int, data: st.DataObject, target: Fraction
) -> None:
    decided = data.draw(st.integers(0, planned))
    failed = data.draw(st.integers(0, decided))
    outcomes = [
        more
        for more in range(planned - decided + 1)
        if Fraction(decided - failed + more, planned) >= target
    ]
    found = budget(planned, decided, failed, target)
    assert found.reachable == bool(outcomes)
    assert found.left == found.allowed - failed
    if outcomes:
        assert found.passes_needed == outcomes[0]
    else:
        assert found.passes_needed > planned - decided


@pytest.mark.parametrize(
    ("figures", "target", "expected"),
    [
        ((200, 0, 0), Fraction(9, 10), Budget(20, 20, reachable=True, passes_needed=180)),
        ((12, 1, 1), Fraction(1), Budget(0, -1, reachable=False, passes_needed=12)),
        ((10, 9, 1), Fraction(9, 10), Budget(1, 0, reachable=True, passes_needed=1)),
        ((0, 0, 0), Fraction(1), Budget(0, 0, reachable=True, passes_needed=0)),
    ],
)
def test_budgets_checked_by_hand(
    figures: tuple[int, int, int], target: Fraction, expected: Budget
) -> None:
    assert budget(*figures, target) == expected


@pytest.mark.parametrize("figures", [(5, 6, 0), (5, 3, 4), (5, 3, -1)])
def test_budgets_of_impossible_figures_are_refused(figures: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="planned"):
        budget(*figures, Fraction(1))
