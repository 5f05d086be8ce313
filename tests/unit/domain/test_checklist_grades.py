"""Grades, which only the rule sets of water works give."""

import pytest

from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.checklists.words import Verdict
from acceptance.domain.projects import Grade
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    measured,
    verdict_of,
    water_template,
)

PASS, FAIL, OPEN = Verdict.PASSED, Verdict.FAILED, Verdict.INCOMPLETE


def of_item(item: Document, entry: Document) -> ChecklistVerdict:
    return verdict_of(make_template(item), {"wall-01": entry})


def codes(verdict: ChecklistVerdict) -> list[str]:
    return [finding.code for finding in verdict.findings]


def shares(good: int, bad: int) -> Document:
    """Points against a limit of 8: so many good, so many bad."""
    return measured(*[8] * good, *[9] * bad)


@pytest.mark.parametrize(
    ("good", "bad", "expected", "grade"),
    [
        (69, 31, FAIL, None),
        (7, 3, PASS, Grade.QUALIFIED),
        (70, 30, PASS, Grade.QUALIFIED),
        (89, 10, PASS, Grade.QUALIFIED),  # 89.9 %
        (9, 1, PASS, Grade.EXCELLENT),
        (10, 0, PASS, Grade.EXCELLENT),
    ],
)
def test_water_works_are_graded(
    good: int, bad: int, expected: Verdict, grade: Grade | None
) -> None:
    verdict = verdict_of(water_template(item_document()), {"wall-01": shares(good, bad)})
    assert (verdict.verdict, verdict.grade) == (expected, grade)


def test_every_general_item_must_be_excellent_and_every_dominant_point_good() -> None:
    template = water_template(
        item_document(),
        item_document("wall-02"),
        item_document("wall-03", **{"class": "dominant"}),
    )
    entries = {"wall-01": shares(10, 0), "wall-02": shares(8, 2), "wall-03": shares(5, 0)}
    assert verdict_of(template, entries).grade is Grade.QUALIFIED
    assert verdict_of(template, entries | {"wall-02": shares(9, 1)}).grade is Grade.EXCELLENT
    failed = verdict_of(template, entries | {"wall-03": shares(99, 1)})
    assert (failed.verdict, failed.grade) == (FAIL, None)


def test_other_works_have_no_grade() -> None:
    assert of_item(item_document(), shares(10, 0)).grade is None
