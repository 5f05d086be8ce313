"""Marks of a road by JTG F80/1-2004: rows of the printed table, sub-item, parts, project."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.arithmetic import exact
from acceptance.domain.rollup.marks import (
    RatedItem,
    mark_of_parts,
    mark_of_units,
    rated_items,
    row_marks,
    sub_item_mark,
)
from acceptance.domain.standards.jtg_weights import WEIGHTS

DITCH = "road-masonry-ditch"
NONE = exact(0)


def ditch(*rates: tuple[str, int, int]) -> list[RatedItem]:
    return [RatedItem(f"ditch-{code}", checked, good, passed=True) for code, checked, good in rates]


@pytest.mark.parametrize(
    ("template", "weights"),
    [
        # 4.2.2 and 5.6.2 as the reference gives them.
        ("road-earth-subgrade", [3, 3, 2, 2, 2, 2, 1, 1]),
        ("road-earth-subgrade-class-2", [3, 3, 2, 2, 2, 2, 1, 1]),
        (DITCH, [3, 1, 2, 1, 2, 1, 1]),
    ],
)
def test_the_weights_are_those_of_the_printed_tables(template: str, weights: list[int]) -> None:
    assert [row.weight for row in WEIGHTS[template]] == weights


def test_a_sub_item_is_the_weighed_mean_of_its_rows_less_the_deductions() -> None:
    rows = row_marks(DITCH, ditch(("03", 0, 0), ("04", 10, 9), ("05", 10, 8)))
    assert [(row.weight, row.mark) for row in rows] == [(3, 100), (1, 90), (2, 80)]
    assert sub_item_mark(rows, NONE) == Fraction(3 * 100 + 90 + 2 * 80, 6)
    assert sub_item_mark(rows, exact("2.5")) == Fraction(550, 6) - exact("2.5")


def test_the_items_that_stand_for_one_row_count_their_points_together() -> None:
    items = [
        RatedItem("subgrade-05", 4, 4, passed=True, statistical=True),
        RatedItem("subgrade-08", 12, 11, passed=True, statistical=True),
    ]
    (row,) = row_marks("road-earth-subgrade", items)
    assert (row.weight, row.mark) == (3, Fraction(1500, 16))


@pytest.mark.parametrize(
    ("item", "mark"),
    [
        (RatedItem("ditch-03", 10, 9, passed=False, statistical=True), 0),
        (RatedItem("ditch-03", 10, 9, passed=True, statistical=True), 90),
        (RatedItem("ditch-03", 0, 0, passed=True, statistical=True), 100),
        (RatedItem("ditch-04", 10, 7, passed=False), 70),
        (RatedItem("ditch-04", 0, 0, passed=False), 0),
    ],
)
def test_a_row_that_fails_by_its_statistics_earns_nothing(item: RatedItem, mark: int) -> None:
    assert row_marks(DITCH, [item])[0].mark == mark


def test_a_table_whose_weights_are_not_known_has_no_mark() -> None:
    assert row_marks("road-kerb", ditch(("04", 10, 10))) == ()
    assert sub_item_mark((), NONE) is None


def test_main_parts_count_twice_and_a_missing_mark_leaves_the_whole_open() -> None:
    parts = [(exact(90), exact(2)), (exact(75), exact(1))]
    assert mark_of_parts(parts) == 85
    assert mark_of_parts([*parts, (None, exact(1))]) is None
    assert mark_of_parts([]) is None


def test_units_are_weighed_by_their_investment() -> None:
    assert mark_of_units([(exact(90), exact(300)), (exact(80), exact(100))]) == exact("87.5")
    assert mark_of_units([(exact(90), None)]) is None
    assert mark_of_units([(None, exact(1))]) is None
    assert mark_of_units([(exact(90), exact(0))]) is None
    assert mark_of_units([]) is None


def test_only_inspected_items_of_a_stored_verdict_are_rated() -> None:
    verdict = [
        {"code": "a", "verdict": "pass", "checked": 4, "qualified": 3},
        {"code": "b", "verdict": "fail", "checked": 2, "qualified": 1, "evaluation": {}},
        {"code": "c", "verdict": "not_applicable", "checked": 0, "qualified": 0},
        {"code": "d", "verdict": "not_inspected", "checked": 0, "qualified": 0},
    ]
    assert rated_items(verdict) == (
        RatedItem("a", 4, 3, passed=True),
        RatedItem("b", 2, 1, passed=False, statistical=True),
    )


@given(
    st.permutations([("03", 6, 6), ("04", 10, 9), ("05", 10, 8), ("07", 20, 17)]),
    st.integers(0, 20),
)
def test_order_does_not_matter_and_a_bad_point_more_never_raises_the_mark(
    rates: list[tuple[str, int, int]], at: int
) -> None:
    whole = sub_item_mark(row_marks(DITCH, ditch(*rates)), NONE)
    assert whole == sub_item_mark(row_marks(DITCH, ditch(*sorted(rates))), NONE)
    code, checked, good = rates[at % len(rates)]
    worse = [rate for rate in rates if rate[0] != code] + [(code, checked + 1, good)]
    lower = sub_item_mark(row_marks(DITCH, ditch(*worse)), NONE)
    assert whole is not None
    assert lower is not None
    assert lower < whole
