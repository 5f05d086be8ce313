"""What the roll-up lets happen: no forbidden works, no failed level, no grade above it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.people import SYSTEM
from acceptance.domain.projects import Grade, Level
from acceptance.domain.rollup.parts import NOTHING_RECORDED, Part, PartRecord
from acceptance.domain.rollup.roll import roll_up
from acceptance.domain.rollup.words import Documents, Treatment
from acceptance.workflow import quality_guards as q
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import Facts, Request
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage

EXCELLENT, QUALIFIED = Grade.EXCELLENT, Grade.QUALIFIED
GOOD = PartRecord(appearance_rate=Fraction(90), documents=Documents.COMPLETE)


def facts(
    grade: QualityGrade = QualityGrade.EXCELLENT,
    unit: PartRecord = GOOD,
    leaf: PartRecord = NOTHING_RECORDED,
) -> Facts:
    element = Part(
        code="1.1.1", name="渠段", level=Level.ELEMENT, is_leaf=True, passed=True, grade=grade,
        record=leaf,
    )  # fmt: skip
    division = Part(code="1.1", name="衬砌", level=Level.DIVISION, parts=(element,))
    whole = Part(code="1", name="干渠", level=Level.UNIT, record=unit, parts=(division,))
    return Facts(
        "water", Stage.COMPLETION_ACCEPTANCE, date(2015, 6, 1),
        standing=roll_up("SL 176-2007", (whole,)), rolls_grades=True,
    )  # fmt: skip


def wish(grade: Grade | None, reason: str = "", *, dry: bool = False) -> Request:
    return Request(Action.CONCLUDE_PASSED, SYSTEM, reason=reason, grade=grade, dry=dry)


OPEN = replace(GOOD, appearance_rate=None)


@pytest.mark.parametrize(
    ("process", "grade", "score", "codes"),
    [
        ("road", EXCELLENT, "90", []),
        ("road", EXCELLENT, "89.99", ["grade_above_score"]),
        ("road_merged", EXCELLENT, "", ["grade_above_score"]),
        ("road_merged", EXCELLENT, "90.0", []),
        ("road", QUALIFIED, "76", []),
        ("water", EXCELLENT, "", []),
    ],
)
def test_a_road_is_excellent_by_its_score(
    process: str, grade: Grade, score: str, codes: list[str]
) -> None:
    """Counting rule 8."""
    road = replace(facts(), process=process)
    asked = replace(wish(grade), score=score)
    assert [found.code for found in q.excellent_by_score(road, asked)] == codes
    assert q.excellent_by_score(road, replace(asked, dry=True)) == ()


@pytest.mark.parametrize(
    ("rolled", "unit", "grade", "reason", "codes"),
    [
        (QualityGrade.EXCELLENT, GOOD, EXCELLENT, "", []),
        (QualityGrade.EXCELLENT, GOOD, QUALIFIED, "", ["grade_reason_missing"]),
        (QualityGrade.EXCELLENT, GOOD, QUALIFIED, "有遗留问题", []),
        (QualityGrade.QUALIFIED, GOOD, QUALIFIED, "", []),
        (QualityGrade.QUALIFIED, GOOD, EXCELLENT, "评为优良",
         ["grade_above_roll_up", "unit_works_excellent_below"]),
        (QualityGrade.EXCELLENT, OPEN, EXCELLENT, "", ["grade_reason_missing"]),
        (QualityGrade.EXCELLENT, OPEN, EXCELLENT, "外观另附", []),
        (QualityGrade.QUALIFIED, GOOD, None, "", []),
    ],
)  # fmt: skip
def test_a_grade_is_the_roll_ups_or_has_a_reason_and_never_lies_above_it(
    rolled: QualityGrade, unit: PartRecord, grade: Grade | None, reason: str, codes: list[str]
) -> None:
    found = q.grade_within_roll_up(facts(rolled, unit), wish(grade, reason))
    assert [finding.code for finding in found] == codes


def test_a_grade_is_not_asked_for_where_the_roll_up_has_none_or_nothing_was_typed() -> None:
    plain = replace(facts(QualityGrade.QUALIFIED), rolls_grades=False)
    assert q.grade_within_roll_up(plain, wish(EXCELLENT)) == ()
    assert q.grade_within_roll_up(facts(), wish(QUALIFIED, dry=True)) == ()


def test_forbidden_works_are_named_with_the_clause() -> None:
    found = q.acceptance_not_forbidden(
        facts(leaf=PartRecord(treatment=Treatment.FORBIDDEN)), wish(None)
    )
    assert [(f.code, f.clause, f.values["part"]) for f in found] == [
        ("part_forbidden", "SL 176-2007 5.1.2", "1.1.1")
    ]


@pytest.mark.parametrize(
    ("unit", "reasons"),
    [
        (GOOD, []),
        (OPEN, []),
        (replace(GOOD, appearance_rate=Fraction("69.9")), ["appearance_below"]),
        (replace(GOOD, accident="minor", accident_treated=False), ["accident_not_treated"]),
    ],
)
def test_a_level_that_fails_by_its_own_record_stands_in_the_way(
    unit: PartRecord, reasons: list[str]
) -> None:
    found = q.recorded_quality_holds(facts(unit=unit), wish(None))
    assert [finding.values["reason"] for finding in found] == reasons


@pytest.mark.parametrize("code", PROCESSES)
def test_no_process_opens_passes_or_approves_what_is_forbidden(code: str) -> None:
    wanted = {Action.OPEN_ATTEMPT, Action.CONCLUDE_PASSED, Action.CONCLUDE_CONDITIONAL,
              Action.APPROVE}  # fmt: skip
    rows = [row for row in PROCESSES[code].transitions if row.action in wanted]
    assert {row.action for row in rows} == wanted
    assert all(q.acceptance_not_forbidden in row.guards for row in rows)


def test_what_is_not_recorded_is_said_once_with_the_parts_and_the_clause() -> None:
    found = q.quality_recorded(facts(unit=NOTHING_RECORDED), wish(None))
    assert [(each.values["sentence"], each.values["parts"], each.clause) for each in found] == [
        ("appearance_not_recorded", "1 干渠", "SL 176-2007 5.1.4"),
        ("documents_not_recorded", "1 干渠", "SL 176-2007 5.1.4"),
    ]
    assert q.quality_recorded(facts(), wish(None)) == ()
    assert q.quality_recorded(replace(facts(), standing=None), wish(None)) == ()


@pytest.mark.parametrize("code", PROCESSES)
def test_no_process_opens_or_passes_on_an_open_roll_up(code: str) -> None:
    wanted = {Action.OPEN_ATTEMPT, Action.CONCLUDE_PASSED}
    rows = [row for row in PROCESSES[code].transitions if q.quality_recorded in row.guards]
    assert {row.action for row in rows} == wanted
