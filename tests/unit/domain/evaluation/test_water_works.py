"""Grades of water works at, just under and just over every line (SL 176-2007, SL 631-2012)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.worked_cases import ask

EXCELLENT, QUALIFIED, UNQUALIFIED = "excellent", "qualified", "unqualified"
ITEMS: dict[str, Any] = {"main_rate": 100, "general_rates": [95, 90]}
STEPS: dict[str, Any] = {
    "steps": 4, "steps_passed": 4, "steps_excellent": 2, "main_steps": 1, "main_steps_excellent": 1,
}  # fmt: skip
PART: dict[str, Any] = {
    "units": 100, "units_passed": 100, "units_excellent": 70, "key_units": 10,
    "key_units_excellent": 9,
}  # fmt: skip
UNIT: dict[str, Any] = {
    "parts": 10, "parts_passed": 10, "parts_excellent": 7, "main_parts": 2,
    "main_parts_excellent": 2, "appearance_rate": 85, "worst_accident": "minor",
    "documents": "complete",
}  # fmt: skip
PROJECT: dict[str, Any] = {
    "unit_works": 10, "unit_works_passed": 10, "unit_works_excellent": 7, "main_unit_works": 3,
    "main_unit_works_excellent": 3,
}  # fmt: skip
DREDGING = "SL 634-2012 疏浚"

GRADES: list[tuple[str, dict[str, Any], dict[str, Any], str, set[str]]] = [
    # Items of a unit element.
    ("unit-element", ITEMS, {}, EXCELLENT, set()),
    ("unit-element", ITEMS, {"general_rates": [100, "89.99"]}, QUALIFIED,
     {"general_items_not_excellent"}),
    ("unit-element", ITEMS, {"general_rates": [100, 70]}, QUALIFIED,
     {"general_items_not_excellent"}),
    ("unit-element", ITEMS, {"general_rates": ["69.99", 100]}, UNQUALIFIED,
     {"general_items_below"}),
    ("unit-element", ITEMS, {"main_rate": "99.99"}, UNQUALIFIED, {"main_items_below"}),
    ("unit-element", ITEMS, {"concentrated": True}, UNQUALIFIED, {"failures_concentrated"}),
    ("unit-element", ITEMS, {"documents_complete": False}, UNQUALIFIED, {"documents_incomplete"}),
    ("unit-element", ITEMS, {"main_rate": 0, "concentrated": True}, UNQUALIFIED,
     {"main_items_below", "failures_concentrated"}),
    ("unit-element", ITEMS, {"rule_set": DREDGING}, QUALIFIED, {"general_items_not_excellent"}),
    ("unit-element", ITEMS, {"rule_set": DREDGING, "general_rates": [95]}, EXCELLENT, set()),
    ("unit-element", ITEMS, {"rule_set": DREDGING, "general_rates": ["89.9"]}, UNQUALIFIED,
     {"general_items_below"}),
    ("unit-element", ITEMS, {"rule_set": "SL 703-2015"}, EXCELLENT, set()),
    # Steps of a unit element.
    ("unit-element", STEPS, {}, EXCELLENT, set()),
    ("unit-element", STEPS, {"steps": 5, "steps_passed": 5}, QUALIFIED, {"steps_excellent_below"}),
    ("unit-element", STEPS, {"main_steps": 2}, QUALIFIED, {"main_steps_not_excellent"}),
    ("unit-element", STEPS, {"main_steps": 0, "main_steps_excellent": 0}, EXCELLENT, set()),
    ("unit-element", STEPS, {"steps_passed": 3}, UNQUALIFIED, {"steps_not_passed"}),
    ("unit-element", STEPS, {"documents_complete": False}, UNQUALIFIED, {"documents_incomplete"}),
    # Part works.
    ("part-works", PART, {}, EXCELLENT, set()),
    ("part-works", PART, {"units_excellent": 69}, QUALIFIED, {"units_excellent_below"}),
    ("part-works", PART, {"key_units_excellent": 8}, QUALIFIED, {"key_units_excellent_below"}),
    ("part-works", PART, {"key_units": 0, "key_units_excellent": 0}, EXCELLENT, set()),
    ("part-works", PART, {"units_passed": 99}, UNQUALIFIED, {"units_not_passed"}),
    ("part-works", PART, {"accident": True}, QUALIFIED, {"accident_bars_excellent"}),
    ("part-works", PART, {"materials_passed": False}, UNQUALIFIED, {"materials_failed"}),
    ("part-works", PART, {"blocks_grade": "qualified", "blocks_groups": 29}, EXCELLENT, set()),
    ("part-works", PART, {"blocks_grade": "qualified", "blocks_groups": 30}, QUALIFIED,
     {"blocks_not_excellent"}),
    ("part-works", PART, {"blocks_grade": "qualified"}, QUALIFIED, {"blocks_not_excellent"}),
    ("part-works", PART, {"blocks_grade": "excellent", "blocks_groups": 30}, EXCELLENT, set()),
    ("part-works", PART, {"blocks_grade": "unqualified", "blocks_groups": 5}, UNQUALIFIED,
     {"blocks_failed"}),
    # Unit works.
    ("unit-works", UNIT, {}, EXCELLENT, set()),
    ("unit-works", UNIT, {"parts_excellent": 6}, QUALIFIED, {"parts_excellent_below"}),
    ("unit-works", UNIT, {"main_parts": 3}, QUALIFIED, {"main_parts_not_excellent"}),
    ("unit-works", UNIT, {"main_parts": 0, "main_parts_excellent": 0}, EXCELLENT, set()),
    ("unit-works", UNIT, {"appearance_rate": "84.9"}, QUALIFIED, {"appearance_not_excellent"}),
    ("unit-works", UNIT, {"appearance_rate": 70}, QUALIFIED, {"appearance_not_excellent"}),
    ("unit-works", UNIT, {"appearance_rate": "69.9"}, UNQUALIFIED, {"appearance_below"}),
    ("unit-works", UNIT, {"worst_accident": "none"}, EXCELLENT, set()),
    ("unit-works", UNIT, {"worst_accident": "major"}, QUALIFIED,
     {"major_accident_bars_excellent"}),
    ("unit-works", UNIT, {"worst_accident": "serious"}, QUALIFIED,
     {"major_accident_bars_excellent"}),
    ("unit-works", UNIT, {"worst_accident": "extraordinary"}, QUALIFIED,
     {"major_accident_bars_excellent"}),
    ("unit-works", UNIT, {"documents": "basically_complete"}, QUALIFIED,
     {"documents_not_complete"}),
    ("unit-works", UNIT, {"documents": "incomplete"}, UNQUALIFIED, {"documents_incomplete"}),
    ("unit-works", UNIT, {"parts_passed": 9}, UNQUALIFIED, {"parts_not_passed"}),
    # The project.
    ("water-project", PROJECT, {}, EXCELLENT, set()),
    ("water-project", PROJECT, {"unit_works_excellent": 6}, QUALIFIED,
     {"unit_works_excellent_below"}),
    ("water-project", PROJECT, {"main_unit_works": 4}, QUALIFIED,
     {"main_unit_works_not_excellent"}),
    ("water-project", PROJECT, {"unit_works_passed": 9}, UNQUALIFIED, {"unit_works_not_passed"}),
    ("water-project", PROJECT, {"monitoring_passed": False}, UNQUALIFIED, {"monitoring_failed"}),
]  # fmt: skip


@pytest.mark.parametrize(("method", "sound", "change", "grade", "codes"), GRADES)
def test_the_grade_turns_at_its_line(
    method: str, sound: dict[str, Any], change: dict[str, Any], grade: str, codes: set[str]
) -> None:
    found = ask(method, **{**sound, **change})
    assert found["grade"] == grade
    assert found["verdict"] == ("fail" if grade == UNQUALIFIED else "pass")
    assert {finding["code"] for finding in found["findings"]} == codes


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("unit-element", {}, "main_rate"),
    ("unit-element", {"main_rate": 100}, "general_rates"),
    ("unit-element", {"main_rate": 100, "general_rates": []}, "general_rates"),
    ("unit-element", {"main_rate": 101, "general_rates": [90]}, "main_rate"),
    ("unit-element", {"main_rate": 100, "general_rates": [90, -1]}, "general_rates.1"),
    ("unit-element", {**ITEMS, **STEPS}, "main_rate"),
    ("unit-element", {**STEPS, "general_rates": [90]}, "general_rates"),
    ("unit-element", {**STEPS, "concentrated": True}, "concentrated"),
    ("unit-element", {"steps": 4}, "steps_passed"),
    ("unit-element", {**STEPS, "steps": 0}, "steps"),
    ("unit-element", {**STEPS, "steps_passed": 5}, "steps_passed"),
    ("unit-element", {**STEPS, "steps_passed": 1}, "steps_excellent"),
    ("unit-element", {**STEPS, "main_steps": 5}, "main_steps"),
    ("unit-element", {**STEPS, "main_steps_excellent": 2}, "main_steps_excellent"),
    ("unit-element", {**STEPS, "steps_excellent": 0}, "main_steps_excellent"),
    ("unit-element", {**ITEMS, "rule_set": "SL 640-2012"}, "rule_set"),
    ("part-works", {**PART, "units": 0}, "units"),
    ("part-works", {**PART, "units_passed": 101}, "units_passed"),
    ("part-works", {**PART, "units_passed": 60}, "units_excellent"),
    ("part-works", {**PART, "key_units": 101}, "key_units"),
    ("part-works", {**PART, "key_units_excellent": 11}, "key_units_excellent"),
    ("part-works", {**PART, "units_excellent": 8}, "key_units_excellent"),
    ("part-works", {**PART, "blocks_grade": "good"}, "blocks_grade"),
    ("part-works", {**PART, "accident": "no"}, "accident"),
    ("part-works", {**PART, "units": "100.5"}, "units"),
    ("unit-works", {**UNIT, "main_parts": 11}, "main_parts"),
    ("unit-works", {**UNIT, "main_parts_excellent": 3}, "main_parts_excellent"),
    ("unit-works", {**UNIT, "appearance_rate": "100.1"}, "appearance_rate"),
    ("unit-works", {**UNIT, "worst_accident": "defect"}, "worst_accident"),
    ("unit-works", {**UNIT, "documents": True}, "documents"),
    ("water-project", {**PROJECT, "unit_works": 0}, "unit_works"),
    ("water-project", {**PROJECT, "main_unit_works": 11}, "main_unit_works"),
    ("water-project", {**PROJECT, "unit_works_excellent": 11}, "unit_works_excellent"),
]


@pytest.mark.parametrize(("method", "given", "field"), WRONG)
def test_what_is_wrong_is_named(method: str, given: dict[str, Any], field: str) -> None:
    assert ask(method, **given)["error"]["field"] == field


@pytest.mark.parametrize(
    ("method", "sound", "whole"),
    [("part-works", PART, "units"), ("unit-works", UNIT, "parts"),
     ("water-project", PROJECT, "unit_works")],
)  # fmt: skip
def test_a_failed_child_more_never_raises_a_grade(
    method: str, sound: dict[str, Any], whole: str
) -> None:
    order = [UNQUALIFIED, QUALIFIED, EXCELLENT]
    for excellent in range(3, 8):
        given = {**sound, f"{whole}_excellent": max(excellent, 3)}
        given |= {name: 0 for name in sound if name.startswith(("key_", "main_"))}
        more = {**given, whole: given[whole] + 1}
        before, after = ask(method, **given)["grade"], ask(method, **more)["grade"]
        assert order.index(after) <= order.index(before)
        assert after == UNQUALIFIED


def test_doubtful_limits_are_named() -> None:
    assert "general_share" in ask("unit-element", **ITEMS, rule_set=DREDGING)["basis"]["unverified"]
    assert ask("unit-element", **ITEMS)["basis"]["unverified"] == []
    county = ask("unit-element", **STEPS, rule_set="SL 703-2015")
    assert county["basis"]["unverified"] == ["excellent_steps_share"]
