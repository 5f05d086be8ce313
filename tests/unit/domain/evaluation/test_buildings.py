"""Excellence and size: every line exactly at and just under."""

from __future__ import annotations

from typing import Any

import pytest

from acceptance.domain.standards.gb_t_50375 import GB_T_50375_2006, GB_T_50375_2016
from acceptance.domain.standards.size_171 import SIZES_171
from tests.support.worked_cases import ask

FULL = {
    rules.year: {part: dict(column.full) for part, column in rules.columns.items()}
    for rules in (GB_T_50375_2006, GB_T_50375_2016)
}

NO_SITE = {item: full for item, full in FULL["2006"]["roof"].items() if item != "site"}


@pytest.mark.parametrize("rules", [GB_T_50375_2006, GB_T_50375_2016])
def test_columns_and_weights_make_a_hundred(rules: Any) -> None:
    assert sum(column.weight for column in rules.columns.values()) == 100
    assert {sum(column.full.values()) for column in rules.columns.values()} == {100}


@pytest.mark.parametrize("edition", ["2006", "2016"])
@pytest.mark.parametrize(
    ("part", "lost", "grade"),
    [
        ("structure", "18.75", "excellent"),
        ("structure", "18.76", "qualified"),
        ("foundation", "35", "excellent"),
    ],
)
def test_the_line_of_the_structure(edition: str, part: str, lost: str, grade: str) -> None:
    parts = {name: dict(items) for name, items in FULL[edition].items()}
    parts[part]["performance"] = f"{parts[part]['performance'] - float(lost):.2f}"
    if part == "foundation":
        parts[part]["performance"] = 0
    found = ask("building-excellence", edition=edition, parts=parts)
    assert found["grade"] == grade
    assert found["verdict"] == ("pass" if grade == "excellent" else "fail")


def test_the_bonus_helps_the_whole_and_not_the_structure() -> None:
    parts = {name: dict(items) for name, items in FULL["2016"].items()}
    for name in ("decoration", "installation"):
        parts[name] = dict.fromkeys(parts[name], 0)
    for bonus, grade in (("20", "excellent"), ("19.99", "qualified")):
        found = ask("building-excellence", edition="2016", parts=parts, bonus=bonus)
        assert (found["figures"]["structure"], found["grade"]) == ("100", grade)


def test_an_absent_part_takes_no_share() -> None:
    parts = {name: items for name, items in FULL["2016"].items() if name != "roof"}
    found = ask("building-excellence", edition="2016", parts=parts)
    assert found["figures"]["score"] == "100"


@pytest.mark.parametrize(
    ("edition", "change", "field"),
    [
        ("2006", {"energy": FULL["2016"]["energy"]}, "parts.energy"),
        ("2016", {"roof": {**FULL["2016"]["roof"], "site": 1}}, "parts.roof.site"),
        ("2006", {"roof": NO_SITE}, "parts.roof.site"),
        ("2016", {"roof": {**FULL["2016"]["roof"], "records": "20.1"}}, "parts.roof.records"),
        ("2016", {"door": {}}, "parts.door"),
    ],
)
def test_marks_outside_their_column(edition: str, change: Any, field: str) -> None:
    found = ask("building-excellence", edition=edition, parts={**FULL[edition], **change})
    assert found["error"]["field"] == field


def test_without_a_structure_there_is_nothing_to_judge() -> None:
    found = ask("building-excellence", edition="2016", parts={"roof": FULL["2016"]["roof"]})
    assert found["error"]["field"] == "parts.structure"


LIMITS = [(kind, index) for kind, row in SIZES_171.items() for index in row if index != "level"]


@pytest.mark.parametrize(("kind", "index"), LIMITS)
def test_a_limit_belongs_to_the_upper_class(kind: str, index: str) -> None:
    limits = SIZES_171[kind][index]

    def of(value: Any) -> str:
        text = str(value) if index == "floors" else f"{float(value):.6f}"
        found = ask("size-class", basis="171-2007", kind=kind, indices={index: text})
        assert (found["verdict"], found["figures"]["decided_by"]) == (None, index)
        return str(found["figures"]["size_class"])

    step = 1 if index == "floors" else 1e-6
    assert of(limits.large) == ("medium" if kind == "cooling_tower" else "large")
    if limits.medium < limits.large:
        assert of(limits.large - (1 if index == "floors" else limits.large / 1000)) == "medium"
    if 0 < limits.medium < limits.large:
        assert of(limits.medium) == "medium"
    if limits.medium > 0:
        assert (
            of(limits.medium - step if index == "floors" else float(limits.medium) - step)
            == "small"
        )


def test_the_cooling_tower_is_large_only_above_its_limit() -> None:
    given = {"basis": "171-2007", "kind": "cooling_tower", "indices": {"area_m2": "3500.01"}}
    assert ask("size-class", **given)["figures"]["size_class"] == "large"


@pytest.mark.parametrize(
    ("level", "size"), [(1, "large"), (2, "large"), (3, "medium"), (4, "medium"), (5, "small")]
)
def test_the_class_of_a_dike(level: int, size: str) -> None:
    found = ask("size-class", basis="171-2007", kind="dike", indices={"level": level})
    assert found["figures"]["size_class"] == size


def test_the_highest_index_decides() -> None:
    given = {"floors": 4, "height_m": 100, "area_m2": 3000}
    figures = ask("size-class", basis="171-2007", kind="building", indices=given)["figures"]
    assert (figures["size_class"], figures["decided_by"]) == ("large", "height_m")


@pytest.mark.parametrize(
    ("kind", "amount", "size"),
    [
        ("building", "3000", "medium"), ("building", "2999.99", "small"),
        ("highway", "5000", "medium"), ("highway", "4999.99", "small"),
        ("energy", "5000", "medium"), ("other", "3000", "medium"),
    ],
)  # fmt: skip
def test_the_line_of_investment(kind: str, amount: str, size: str) -> None:
    given = {"basis": "investment", "kind": kind, "indices": {"investment_wan": amount}}
    assert ask("size-class", **given)["figures"]["size_class"] == size


@pytest.mark.parametrize(
    ("basis", "kind", "indices", "field"),
    [
        ("171-2007", "building", {}, "indices"),
        ("171-2007", "building", {"depth_m": 5}, "indices.depth_m"),
        ("171-2007", "energy", {"contract_wan": 5}, "kind"),
        ("investment", "building", {"floors": 5}, "indices.floors"),
        ("171-2007", "building", {"floors": "5.5"}, "indices.floors"),
        ("171-2007", "dike", {"level": 6}, "indices.level"),
    ],
)
def test_what_the_row_does_not_ask_for(basis: str, kind: str, indices: Any, field: str) -> None:
    found = ask("size-class", basis=basis, kind=kind, indices=indices)
    assert found["error"]["field"] == field
