"""Indicators: which attempt counts, which projects are decided, and what may still fail."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import product
from math import comb
from typing import Any

import pytest

from acceptance.domain import binomial
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.schema import schema_of
from tests.support.worked_cases import ask

YEAR = {"from": "2012-01-01", "to": "2012-12-31"}
FIRST, QUALITY = "first-time-rate", "quality-pass-rate"


def project(*attempts: str) -> dict[str, Any]:
    """A project of attempts written as month-day and result; `11-` in front is the year before."""
    made = []
    for each in attempts:
        day, result = each.split()
        made.append({"date": f"2012-{day}" if len(day) == 5 else f"20{day}", "result": result})
    return {"attempts": made}


def counted(method: str, *projects: dict[str, Any], **change: Any) -> tuple[int, int]:
    given = {"projects": list(projects), "period": YEAR, "target": 90, **change}
    figures = ask(method, **given)["figures"]
    return figures["passed"], figures["decided"]


# Attempts, then (passed, decided) of the first-time rate and of the quality pass rate.
ATTEMPTS = [
    (("03-01 pass",), (1, 1), (1, 1)),
    (("03-01 fail",), (0, 1), (0, 1)),
    (("03-01 conditional",), (0, 1), (0, 1)),
    (("03-01 abandoned",), (0, 1), (0, 1)),
    (("03-01 void",), (0, 0), (0, 0)),
    ((), (0, 0), (0, 0)),
    (("03-01 fail", "04-01 pass"), (0, 1), (1, 1)),
    (("03-01 pass", "04-01 fail"), (1, 1), (0, 1)),
    (("03-01 void", "04-01 pass"), (1, 1), (1, 1)),
    (("03-01 void", "04-01 fail", "05-01 pass"), (0, 1), (1, 1)),
    (("03-01 void", "04-01 void", "05-01 pass"), (1, 1), (1, 1)),
    (("03-01 fail", "04-01 void"), (0, 1), (0, 1)),
    (("03-01 pass", "04-01 void"), (1, 1), (1, 1)),
    (("01-01 pass",), (1, 1), (1, 1)),
    (("12-31 pass",), (1, 1), (1, 1)),
    (("11-12-31 pass",), (0, 0), (0, 0)),
    (("13-01-01 pass",), (0, 0), (0, 0)),
    (("11-12-31 fail", "01-01 pass"), (0, 0), (1, 1)),
    (("11-12-31 void", "01-01 pass"), (1, 1), (1, 1)),
    (("12-31 fail", "13-01-01 pass"), (0, 1), (0, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("attempts", "first", "quality"), ATTEMPTS)
def test_which_attempt_counts(
    attempts: tuple[str, ...], first: tuple[int, int], quality: tuple[int, int]
) -> None:
    assert counted(FIRST, project(*attempts)) == first
    assert counted(QUALITY, project(*attempts)) == quality


def test_the_days_of_the_attempts_tell_their_order() -> None:
    for attempts, first, quality in ATTEMPTS:
        assert counted(FIRST, project(*reversed(attempts))) == first
        assert counted(QUALITY, project(*reversed(attempts))) == quality


def test_of_one_day_the_order_of_the_list_counts() -> None:
    assert counted(FIRST, project("03-01 fail", "03-01 pass")) == (0, 1)
    assert counted(QUALITY, project("03-01 fail", "03-01 pass")) == (1, 1)


@pytest.mark.parametrize("method", [FIRST, QUALITY])
def test_a_conditional_pass_counts_only_where_it_is_said(method: str) -> None:
    works = project("03-01 conditional")
    assert counted(method, works, conditional_counts=True) == (1, 1)
    assert counted(method, works, conditional_counts=False) == (0, 1)


@pytest.mark.parametrize("method", [FIRST, QUALITY])
def test_the_verdict_follows_the_target_exactly(method: str) -> None:
    def verdict(passed: int, failed: int, target: Any) -> Any:
        projects = [project("03-01 pass")] * passed + [project("03-01 fail")] * failed
        found = ask(method, projects=projects, period=YEAR, target=target)
        return found["verdict"], found["figures"]["met"], len(found["findings"])

    assert verdict(9, 1, 90) == ("pass", True, 0)
    assert verdict(9, 1, "90.01") == ("fail", False, 1)
    assert verdict(2, 1, "66.66") == ("pass", True, 0)
    assert verdict(2, 1, "66.67") == ("fail", False, 1)
    assert verdict(0, 0, 0) == ("no_data", None, 1)
    assert verdict(0, 1, 0) == ("pass", True, 0)


def test_of_nothing_there_is_no_rate() -> None:
    found = ask(FIRST, projects=[], period=YEAR, target=100)
    assert found["verdict"] == "no_data"
    assert [finding["code"] for finding in found["findings"]] == ["nothing_counted"]
    assert found["figures"] == {
        "n": 0, "passed": 0, "decided": 0, "voids": 0, "rate": None, "met": None,
    }  # fmt: skip


RESULTS = ("pass", "fail", "conditional", "abandoned", "void")


@pytest.mark.parametrize("first", ["pass", "fail", "conditional", "abandoned"])
def test_nothing_after_the_first_attempt_changes_the_first_time_rate(first: str) -> None:
    alone = counted(FIRST, project(f"03-01 {first}"))
    for later in product(RESULTS, repeat=2):
        more = (f"{month}-01 {result}" for month, result in zip(("04", "05"), later, strict=True))
        assert counted(FIRST, project(f"03-01 {first}", *more)) == alone


@pytest.mark.parametrize("method", [FIRST, QUALITY])
@pytest.mark.parametrize("result", RESULTS[1:])
def test_a_project_that_did_not_pass_never_raises_a_rate(method: str, result: str) -> None:
    projects = [project("03-01 pass"), project("03-01 fail"), project("03-01 pass")]
    passed, decided = counted(method, *projects)
    more, whole = counted(method, *projects, project(f"06-01 {result}"))
    assert Fraction(more, whole) <= Fraction(passed, decided)


def test_the_order_of_the_projects_does_not_matter() -> None:
    projects = [project(*attempts) for attempts, _first, _quality in ATTEMPTS]
    for method in (FIRST, QUALITY):
        assert counted(method, *projects) == counted(method, *reversed(projects))


def test_excellence_is_pooled() -> None:
    def rate(*groups: tuple[int, int]) -> Any:
        rows = [{"excellent": some, "graded": whole} for some, whole in groups]
        return ask("excellence-rate", groups=rows, target=75)

    assert rate((3, 4))["verdict"] == "pass"
    assert rate((299, 400))["verdict"] == "fail"
    assert rate((1, 1), (2, 3))["figures"] == rate((2, 3), (1, 1))["figures"]
    empty_aside = rate((3, 4), (0, 0))["figures"]
    assert (empty_aside["rate"], empty_aside["mean_of_rates"]) == ("75", "75")
    for nothing in (rate(), rate((0, 0))):
        assert nothing["verdict"] == "no_data"
        figures = nothing["figures"]
        assert (figures["rate"], figures["mean_of_rates"], figures["met"]) == (None, None, None)


# planned, decided, failed, target, then allowed, left, reachable, passes needed.
BUDGETS: list[tuple[int, int, int, Any, int, int, bool, int]] = [
    (200, 0, 0, 90, 20, 20, True, 180), (200, 30, 20, 90, 20, 0, True, 170),
    (200, 30, 21, 90, 20, -1, False, 171), (1, 0, 0, 100, 0, 0, True, 1),
    (5, 1, 1, 100, 0, -1, False, 5), (7, 0, 0, 90, 0, 0, True, 7), (10, 0, 0, 90, 1, 1, True, 9),
    (10, 9, 0, 90, 1, 1, True, 0), (10, 10, 0, 90, 1, 1, True, 0), (10, 10, 2, 90, 1, -1, False, 1),
    (11, 0, 0, "90.9", 1, 1, True, 10), (11, 0, 0, "90.91", 0, 0, True, 11),
    (0, 0, 0, 90, 0, 0, True, 0), (10, 0, 0, 0, 10, 10, True, 0),
]  # fmt: skip


@pytest.mark.parametrize("row", BUDGETS)
def test_what_may_still_fail(row: tuple[int, int, int, Any, int, int, bool, int]) -> None:
    planned, decided, failed, target, allowed, left, reachable, needed = row
    given = {"planned": planned, "decided": decided, "failed": failed, "target": target}
    found = ask("failure-budget", **given)
    assert found["figures"] == {
        "n": planned, "allowed": allowed, "left": left, "reachable": reachable,
        "passes_needed": needed,
    }  # fmt: skip
    assert found["verdict"] is None
    codes = [each["code"] for each in found["findings"]]
    assert codes == ([] if reachable else ["target_out_of_reach"])


def chance(planned: int, decided: int, failed: int, expected: Any, target: Any = 90) -> Any:
    return ask(
        "failure-budget", planned=planned, decided=decided, failed=failed, target=target,
        expected_pass=expected,
    )["figures"]["probability"]  # fmt: skip


def test_the_chance_to_reach_the_target() -> None:
    assert chance(2, 0, 0, 80, 50) == "0.96"
    assert chance(1, 0, 0, 80) == "0.8"
    assert chance(10, 9, 0, 50) == "1"
    assert chance(10, 9, 2, 50) == "0"
    assert chance(10, 10, 1, 0) == "1"
    assert chance(10, 0, 0, 0) == "0"
    assert chance(10, 0, 0, 100) == "1"
    assert chance(10, 0, 0, 90) == "0.7360989291"


@pytest.mark.parametrize("trials", [1, 2, 7, 40])
@pytest.mark.parametrize("p", [Fraction(1, 3), Fraction(9, 10), Fraction(1, 1000)])
def test_the_binomial_tail_is_the_sum_of_its_terms(trials: int, p: Fraction) -> None:
    for wanted in range(trials + 2):
        terms = (
            comb(trials, k) * p**k * (1 - p) ** (trials - k) for k in range(wanted, trials + 1)
        )
        exact = sum(terms, Fraction())
        assert abs(binomial.at_least(wanted, trials, p) - exact) <= Fraction(1, 10**50)


def test_the_largest_plan_is_computed_without_loss() -> None:
    # With a fair coin at least half of an odd number fall on either side alike.
    assert chance(99_999, 0, 0, 50, 50) == "0.5"
    assert chance(100_000, 0, 0, "0.001", 100) == "0"


@pytest.mark.parametrize("expected", [50, 90, 99])
def test_one_failure_more_never_raises_the_chance(expected: int) -> None:
    chances = [Fraction(chance(50, 10, failed, expected)) for failed in range(8)]
    assert chances == sorted(chances, reverse=True)


RATE = {"projects": [], "period": YEAR, "target": 90}
BUDGET = {"planned": 10, "decided": 5, "failed": 1, "target": 90}
WRONG: list[tuple[str, dict[str, Any], str]] = [
    (FIRST, {**RATE, "period": {"from": "2012-12-31", "to": "2012-01-01"}}, "period.to"),
    (FIRST, {**RATE, "period": {"to": "2012-01-01"}}, "period.from"),
    (FIRST, {**RATE, "period": {"first": "2012-01-01", "last": "2012-01-01"}}, "period.first"),
    (FIRST, {**RATE, "period": {"from": "2012-02-30", "to": "2012-12-31"}}, "period.from"),
    (FIRST, {**RATE, "target": 101}, "target"),
    (FIRST, {**RATE, "target": -1}, "target"),
    (FIRST, {**RATE, "projects": [{}]}, "projects.0.attempts"),
    (FIRST, {**RATE, "projects": [project("03-01 won")]}, "projects.0.attempts.0.result"),
    (QUALITY, {**RATE, "conditional_counts": "yes"}, "conditional_counts"),
    ("excellence-rate", {"groups": [{"excellent": 2, "graded": 1}], "target": 75},
     "groups.0.excellent"),
    ("excellence-rate", {"groups": [{"excellent": -1, "graded": 1}], "target": 75},
     "groups.0.excellent"),
    ("failure-budget", {**BUDGET, "failed": 6}, "failed"),
    ("failure-budget", {**BUDGET, "decided": 11}, "decided"),
    ("failure-budget", {**BUDGET, "planned": 100_001}, "planned"),
    ("failure-budget", {**BUDGET, "expected_pass": "100.1"}, "expected_pass"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "given", "field"), WRONG)
def test_what_is_wrong_is_named(method: str, given: dict[str, Any], field: str) -> None:
    assert ask(method, **given)["error"]["field"] == field


def test_a_word_that_python_keeps_is_named_alike_at_every_door() -> None:
    read = ask(FIRST, **RATE)["basis"]["input"]["period"]
    assert json.loads(json.dumps(read)) == YEAR
    schema = schema_of(METHODS[FIRST].given)["properties"]["period"]
    assert schema["required"] == ["from", "to"] == list(schema["properties"])
