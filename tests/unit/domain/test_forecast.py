"""The forecast against definitions reckoned another way, and the budget against every outcome."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.forecast import MOST, forecast, passes_to_come, percent_of, what_if
from acceptance.domain.rates import Rate, budget

RATES = st.integers(0, 40).flatmap(lambda n: st.builds(Rate, st.integers(0, n), st.just(n)))
TARGETS = st.sampled_from([Fraction(1), Fraction(9, 10), Fraction(3, 4), Fraction(185, 200)])


def rising(start: Fraction, count: int) -> Fraction:
    """start (start + 1) … of `count` factors."""
    found = Fraction(1)
    for step in range(count):
        found *= start + step
    return found


@given(rate=RATES, planned=st.integers(1, 30))
def test_chances_are_those_of_the_beta_binomial(rate: Rate, planned: int) -> None:
    good, bad = rate.passed + Fraction(1, 2), rate.failed + Fraction(1, 2)
    expected = tuple(
        comb(planned, k) * rising(good, k) * rising(bad, planned - k) / rising(good + bad, planned)
        for k in range(planned + 1)
    )
    assert passes_to_come(rate, planned) == expected
    assert sum(expected) == 1


@given(rate=RATES, planned=st.integers(1, 30), target=TARGETS)
def test_probability_is_that_of_the_outcomes_that_meet_the_goal(
    rate: Rate, planned: int, target: Fraction
) -> None:
    found = forecast(rate, planned, target)
    assert found is not None
    chances = passes_to_come(rate, planned)
    ends = [Rate(rate.passed + k, rate.decided + planned) for k in range(planned + 1)]
    assert found.probability == sum(
        (chance for chance, end in zip(chances, ends, strict=True) if end.meets(target)),
        Fraction(0),
    )
    below = sum((c for c, end in zip(chances, ends, strict=True) if end.passed < found.low.passed),
                Fraction(0))  # fmt: skip
    above = sum((c for c, end in zip(chances, ends, strict=True) if end.passed > found.high.passed),
                Fraction(0))  # fmt: skip
    assert max(below, above) <= Fraction(1, 20)
    assert found.low.passed <= found.high.passed
    # One outcome less on either side would leave out more than one in twenty.
    assert below + chances[found.low.passed - rate.passed] > Fraction(1, 20)
    assert above + chances[found.high.passed - rate.passed] > Fraction(1, 20)


def test_one_more_pass_never_makes_the_goal_less_likely() -> None:
    for decided in range(12):
        chances = [
            found.probability
            for passed in range(decided + 1)
            if (found := forecast(Rate(passed, decided), 6, Fraction(9, 10)))
        ]
        assert chances == sorted(chances)


@pytest.mark.parametrize(
    ("rate", "planned", "target", "probability"),
    [
        (Rate(0, 0), 1, Fraction(9, 10), Fraction(1, 2)),
        (Rate(9, 10), 1, Fraction(1), Fraction(0)),
        (Rate(3, 3), 1, Fraction(1), Fraction(7, 8)),
        (Rate(10, 10), 1, Fraction(9, 10), Fraction(1)),
        (Rate(9, 10), 10, Fraction(9, 10), sum(passes_to_come(Rate(9, 10), 10)[9:])),
    ],
)
def test_known_cases(rate: Rate, planned: int, target: Fraction, probability: Fraction) -> None:
    found = forecast(rate, planned, target)
    assert found is not None
    assert found.probability == probability


def test_nothing_to_come_or_too_much_is_not_forecast() -> None:
    assert forecast(Rate(1, 1), 0, Fraction(1)) is None
    assert forecast(Rate(1, 1), MOST + 1, Fraction(1)) is None
    assert forecast(Rate(1, 1), MOST, Fraction(1)) is not None


@given(
    rate=st.builds(Rate, st.just(2), st.integers(2, 4)),
    remaining=st.integers(0, 6),
    tenths=st.integers(0, 10),
    target=TARGETS,
)
def test_what_if_adds_up_every_course_of_events(
    rate: Rate, remaining: int, tenths: int, target: Fraction
) -> None:
    share = Fraction(tenths, 10)
    expected = Fraction(0)
    for course in product((0, 1), repeat=remaining):
        end = Rate(rate.passed + sum(course), rate.decided + remaining)
        if end.meets(target):
            expected += share ** sum(course) * (1 - share) ** (remaining - sum(course))
    found = what_if(rate, remaining, share, target)
    assert found.probability == expected


@pytest.mark.parametrize(
    ("passed", "failed", "share", "expected"),
    [
        (0, 1, Fraction(1), "0"),  # out of reach
        (0, 0, Fraction(1, 10**7), "<1"),
        (0, 0, 1 - Fraction(1, 10**7), ">99"),
        (0, 0, Fraction(1), "100"),
        (9 * 500, 0, Fraction(0), "100"),  # reached already
    ],
)
def test_a_chance_is_certain_only_where_it_is(
    passed: int, failed: int, share: Fraction, expected: str
) -> None:
    target = Fraction(1) if failed else Fraction(9, 10)
    found = what_if(Rate(passed, passed + failed), MOST, share, target)
    assert percent_of(found.probability) == expected


@given(st.integers(0, 30), st.integers(0, 100), st.integers(50, 100))
def test_what_if_says_what_the_failure_budget_says(remaining: int, share: int, target: int) -> None:
    given_plan = {"planned": remaining, "decided": 0, "failed": 0, "target": target}
    said = METHODS["failure-budget"].of({**given_plan, "expected_pass": share})
    found = what_if(Rate(0, 0), remaining, Fraction(share, 100), Fraction(target, 100))
    probability = said.figures["probability"]
    assert isinstance(probability, Fraction)
    assert abs(found.probability - probability) <= Fraction(1, 10**50)


@pytest.mark.parametrize(("remaining", "share"), [(-1, 1), (MOST + 1, 1), (1, -1), (1, 2)])
def test_what_if_refuses_what_cannot_be(remaining: int, share: int) -> None:
    with pytest.raises(ValueError, match="acceptances with a share"):
        what_if(Rate(1, 1), remaining, Fraction(share), Fraction(1))


@pytest.mark.parametrize("target", ["1", "9/10", "3/4", "925/1000", "0", "1/3"])
def test_the_budget_of_every_number_up_to_500(target: str) -> None:
    """Against a search: the most failures of which the rest still meets the goal."""
    share = Fraction(target)
    for planned in range(1, 501):
        most = max(f for f in range(planned + 1) if (planned - f) >= share * planned)
        assert budget(planned, 0, 0, share).allowed == most, planned
        for failed in {0, most, min(most + 1, planned), planned}:
            found = budget(planned, failed, failed, share)
            assert found.left == most - failed
            assert found.reachable == (failed <= most)
            need = min(g for g in range(planned + 1) if g >= share * planned)
            assert found.passes_needed == need


@pytest.mark.parametrize("planned", [1, 2, 10, 500])
def test_the_first_failure_ends_a_goal_of_100_percent(planned: int) -> None:
    assert budget(planned, 0, 0, Fraction(1)).reachable
    assert not budget(planned, 1, 1, Fraction(1)).reachable


@pytest.mark.parametrize(
    ("chance", "said"),
    [("0", "0"), ("1", "100"), ("1/1000", "<1"), ("999/1000", ">99"), ("1/2", "50"), ("2/3", "66"),
     ("99/100", "99"), ("1/100", "1")],
)  # fmt: skip
def test_a_chance_is_never_rounded_to_a_certainty(chance: str, said: str) -> None:
    assert percent_of(Fraction(chance)) == said
