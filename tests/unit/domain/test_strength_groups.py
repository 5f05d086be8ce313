"""Strength lots fed by test reports: group values, gaps, and cautions, each at its boundary."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.cautions import Beside, cautions_of
from acceptance.domain.checklists.group_lines import group_lines
from acceptance.domain.checklists.report_numbers import report_key, reports_in
from acceptance.domain.checklists.tables import tables_of
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.site_cured import SITE_CURED_2015
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    read_answers,
    statistical_document,
    verdict_of,
)

GOOD = {
    "place": "一层柱", "report": "SJ-001", "laboratory": "示例检测", "cast": "2026-10-01",
    "tested": "2026-10-29", "s1": "34.1", "s2": "34.9", "s3": "35.1",
}  # fmt: skip


def lot(*groups: Document, design: str = "30") -> Document:
    return {"wall-01": {"values": list(groups), "design": design}}


def template(**changes: Any) -> Template:
    return make_template(statistical_document(**({"minimum_points": 1} | changes)))


def codes(
    *groups: Document, on: date | None = None, editions: Editions = SHIPPED, **changes: Any
) -> list[tuple[str, str]]:
    made = template(**changes)
    entry = read_answers(made, lot(*groups)).of("wall-01")
    found = cautions_of(made, made.items[0], entry, Beside(on=on), editions)
    return [(each.code, each.field.partition(".")[2]) for each in found]


def lines(*groups: Document, **changes: Any) -> list[tuple[str, str]]:
    made = template(**changes)
    entry = read_answers(made, lot(*groups)).of("wall-01")
    return [(line.value, line.rule) for line in group_lines(made.items[0], entry)]


@pytest.mark.parametrize(
    ("specimens", "wanted"),
    [
        (("34.1", "34.9", "35.1"), ("34.7", "mean")),
        # The outer two lie exactly 15 % from the middle: still the mean.
        (("17", "20", "23"), ("20", "mean")),
        (("16.9", "20", "22"), ("20", "middle")),
        (("16.9", "20", "23.1"), ("", "void")),
        # A half of the last place goes up: (34.1 + 34.2 + 34.15) / 3 = 34.15.
        (("34.1", "34.2", "34.15"), ("34.2", "mean")),
    ],
)
def test_three_cubes_give_the_value_of_their_group(
    specimens: tuple[str, ...], wanted: tuple[str, str]
) -> None:
    group = GOOD | dict(zip(("s1", "s2", "s3"), specimens, strict=True))
    assert lines(group) == [wanted]


@pytest.mark.parametrize(
    ("size", "value"), [("", "34.7"), ("150", "34.7"), ("100", "33"), ("200", "36.4")]
)
def test_cubes_of_another_edge_are_turned_into_the_usual_ones(size: str, value: str) -> None:
    assert lines(GOOD | {"size": size}) == [(value, "mean")]


def test_beams_give_their_strength_by_the_load() -> None:
    # 40 kN on 450 mm: 40 000 × 450 / (150 × 150²) = 5.333 MPa.
    beams = {"rule": "flexural-strength", "given": None}
    assert lines(GOOD | {"s1": "40", "s2": "40", "s3": "40"}, **beams) == [("5.33", "mean")]


def test_the_lot_is_judged_by_the_values_of_its_groups() -> None:
    made = template(minimum_points=3)
    good = [GOOD | {"report": f"SJ-{n}"} for n in range(3)]
    assert verdict_of(made, lot(*good)).items[0].verdict is ItemOutcome.PASSED
    weak = GOOD | {"s1": "28.4", "s2": "28.4", "s3": "28.4"}
    assert verdict_of(made, lot(*good, weak)).items[0].verdict is ItemOutcome.FAILED


def test_what_is_found_counts_and_not_what_was_typed_beside_it() -> None:
    weak = GOOD | {"s1": "20", "s2": "20", "s3": "20", "value": "40"}
    judged = verdict_of(template(), lot(weak)).items[0]
    assert judged.verdict is ItemOutcome.FAILED
    assert codes(weak) == [("group_value_differs", "values.0")]
    assert codes(GOOD | {"value": "34.70"}) == []


def test_a_void_group_is_no_ground_for_the_verdict_and_its_place_is_kept() -> None:
    void = GOOD | {"s1": "10", "s2": "30", "s3": "50"}
    made = template()
    judged = verdict_of(made, lot(void, GOOD | {"report": "SJ-2"})).items[0]
    assert (judged.verdict, judged.checked) == (ItemOutcome.PASSED, 1)
    assert codes(void, GOOD | {"report": "SJ-2"}) == [("specimen_group_void", "values.0")]
    alone = verdict_of(made, lot(void)).items[0]
    assert alone.verdict is ItemOutcome.NOT_INSPECTED


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"s3": ""}, ("group_specimen_missing", "wall-01.values.0.s3")),
        ({"s1": "", "s2": "", "s3": ""}, ("group_without_value", "wall-01.values.0")),
        ({"tested": "2026-09-30"}, ("group_tested_before_cast", "wall-01.values.0.tested")),
    ],
)
def test_a_half_typed_group_is_a_gap_at_its_field(
    changes: Document, wanted: tuple[str, str]
) -> None:
    judged = verdict_of(template(), lot(GOOD | changes)).items[0]
    assert judged.verdict is ItemOutcome.NOT_INSPECTED
    assert [(f.code, f.field) for f in judged.findings] == [wanted]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, []),
        ({"tested": "2026-10-28"}, [("group_age_off", "values.0.tested")]),
        ({"tested": "2026-10-30"}, [("group_age_off", "values.0.tested")]),
        ({"report": ""}, [("group_report_missing", "values.0.report")]),
        ({"curing": "site", "degree_days": "600", "tested": "2026-10-15"}, []),
        (
            {"curing": "site", "degree_days": "600", "tested": "2026-10-14"},
            [("group_age_short", "values.0.tested")],
        ),
        (
            {"curing": "site", "degree_days": "599.9"},
            [("group_degree_days_short", "values.0.degree_days")],
        ),
        ({"curing": "site"}, [("group_degree_days_short", "values.0.degree_days")]),
    ],
)
def test_a_report_that_does_not_fit_is_a_caution(
    changes: Document, wanted: list[tuple[str, str]]
) -> None:
    assert codes(GOOD | changes) == wanted


def test_the_bureau_says_when_specimens_of_the_site_are_tested() -> None:
    cured = GOOD | {"curing": "site", "degree_days": "560"}
    bureau = Editions({SITE_CURED_2015.code: {"site_degree_days": "560"}})
    assert codes(cured) == [("group_degree_days_short", "values.0.degree_days")]
    assert codes(cured, editions=bureau) == []


def test_the_day_of_the_test_is_held_against_the_day_of_the_submission() -> None:
    assert codes(GOOD, on=date(2026, 10, 29)) == []
    assert codes(GOOD, on=date(2026, 10, 28)) == [("group_tested_later", "values.0.tested")]


def test_one_report_for_two_groups_and_two_ways_of_curing_are_cautions() -> None:
    assert codes(GOOD, GOOD | {"report": "ｓｊ 001"}) == [
        ("group_report_repeated", "values.1.report")
    ]
    site = GOOD | {"report": "SJ-002", "curing": "site", "degree_days": "610"}
    assert codes(GOOD, site) == [("group_curing_mixed", "values")]


def test_an_item_that_does_not_apply_has_no_cautions() -> None:
    made = make_template(statistical_document(not_applicable=True))
    document = lot(GOOD | {"report": ""})
    document["wall-01"] |= {"answer": "not_applicable", "reason": "未到龄期"}
    entry = read_answers(made, document).of("wall-01")
    assert cautions_of(made, made.items[0], entry) == ()


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"cast": "2026/10/1"}, "2026-10-01"),
        ({"cast": "２０２６.１０.０１"}, "2026-10-01"),
    ],
)
def test_a_day_is_kept_in_one_form(changes: Document, wanted: str) -> None:
    entry = read_answers(template(), lot(GOOD | changes)).of("wall-01")
    assert entry.values[0].group.cast == wanted


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cast": "2026-02-30"}, "answer_not_a_day"),
        ({"cast": "2026-10/01"}, "answer_not_a_day"),
        ({"curing": "oven"}, "answer_choice_unknown"),
        ({"size": "120"}, "answer_choice_unknown"),
        ({"s1": "-1"}, "answer_below_nought"),
        ({"s1": "many"}, "answer_not_a_number"),
        ({"report": "9" * 61}, "answer_too_long"),
        ({"colour": "red"}, "answer_field_unknown"),
    ],
)
def test_what_cannot_be_read_is_named_at_its_field(changes: Document, code: str) -> None:
    found = parse_answers(template(), lot(GOOD | changes))
    assert isinstance(found, list)
    ((name, _value),) = changes.items()
    assert [(f.code, f.field) for f in found] == [(code, f"wall-01.values.0.{name}")]


def test_only_a_strength_lot_takes_a_report() -> None:
    point = {"place": "", "value": "3", "report": "SJ-1"}
    found = parse_answers(make_template(item_document()), {"wall-01": {"values": [point]}})
    assert isinstance(found, list)
    assert [f.code for f in found] == ["answer_field_not_of_item"]


def test_what_was_read_is_written_back_as_it_was() -> None:
    document = lot(GOOD | {"value": ""})
    made = template()
    assert read_answers(made, document).to_document() == document


def test_reports_are_found_however_their_number_was_typed() -> None:
    answers = read_answers(template(), lot(GOOD, GOOD | {"report": " - "}))
    assert [(r.item, r.point, r.key) for r in reports_in(answers)] == [("wall-01", 0, "SJ001")]
    assert report_key("甘检〔2026〕第 12 号") == report_key("甘检(2026)第12号")


def test_the_limit_of_the_group_is_among_the_tables_of_the_checklist() -> None:
    assert {"cubes", "site"} <= {table.table for table in tables_of(template())}
