"""By hand, for one project at a time: in which rates it is counted, and in which of them as good."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode as Code
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.rates import ProjectConclusion as Row
from acceptance.queries.behind import Question, codes_behind
from acceptance.queries.populations import RATE_CODES, Field
from tests.builders.lives import step
from tests.builders.registry import COUNTY, Registry, make_registry

BUILDING = (Category.BUILDING, SizeClass.LARGE)
MEDIUM = (Category.BUILDING, SizeClass.MEDIUM)
ROAD = (Category.RURAL_ROAD, SizeClass.SMALL)
WATER = (Category.WATER_SAVING, SizeClass.MEDIUM)
GRADED, NOT_GRADED = "GB 50300-2013", "SL/T 223-2025"
# A pass on an odd day is excellent, see the builder.
ODD, EVEN, LATER = date(2012, 5, 3), date(2012, 5, 4), date(2012, 6, 5)
LAST_YEAR = date(2011, 12, 30)
LARGE_MEDIUM, SMALL = Code.FIRST_TIME_LARGE_MEDIUM, Code.FIRST_TIME_OTHER
EXCELLENCE, MET = Code.EXCELLENCE_LARGE, Code.STANDARDS_MET
QUALITY_ROAD, QUALITY_WATER = Code.QUALITY_RURAL_ROAD, Code.QUALITY_WATER_SAVING


def counted(registry: Registry, *, conditional_counts: bool = False) -> dict[Code, bool]:
    """The rates of 2012 in which a project is counted, and whether as good."""
    county = registry.areas[COUNTY]
    around = Field(county.id, county.path, conditional_counts)
    found = {
        code: codes_behind(registry.session, Question(code, Period.year(2012), around))
        for code in RATE_CODES
    }
    return {code: bool(good) for code, (good, whole) in found.items() if whole}


@pytest.mark.parametrize(
    ("kind", "rule_set", "acts", "expected"),
    [
        (BUILDING, GRADED, [("pass", ODD)], {LARGE_MEDIUM: True, EXCELLENCE: True, MET: True}),
        (ROAD, GRADED, [("pass", ODD)], {SMALL: True, QUALITY_ROAD: True, MET: True}),
        (WATER, GRADED, [("pass", ODD)], {LARGE_MEDIUM: True, QUALITY_WATER: True, MET: True}),
        (BUILDING, GRADED, [("fail", ODD)], {LARGE_MEDIUM: False, MET: False}),
        (BUILDING, GRADED, [("conditional", ODD)], {LARGE_MEDIUM: False, MET: False}),
        (BUILDING, GRADED, [("abandon", ODD)], {LARGE_MEDIUM: False, MET: False}),
        (
            BUILDING,
            GRADED,
            [("fail", EVEN), ("pass", LATER)],
            {LARGE_MEDIUM: False, EXCELLENCE: True, MET: True},
        ),
        (
            ROAD,
            GRADED,
            [("fail", EVEN), ("pass", LATER)],
            {SMALL: False, QUALITY_ROAD: True, MET: True},
        ),
        # A first attempt of the year before stands in that year alone.
        (
            BUILDING,
            GRADED,
            [("fail", LAST_YEAR), ("pass", ODD)],
            {EXCELLENCE: True, MET: True},
        ),
        (BUILDING, GRADED, [("pass", LAST_YEAR)], {}),
        (BUILDING, GRADED, [("open", ODD)], {}),
        (BUILDING, GRADED, [("pass", ODD), ("revoke", LATER)], {LARGE_MEDIUM: False, MET: False}),
        (
            ROAD,
            GRADED,
            [("pass", ODD), ("revoke", LATER)],
            {SMALL: False, QUALITY_ROAD: False, MET: False},
        ),
        (BUILDING, GRADED, [("pass", ODD), ("void", LATER)], {}),
        (BUILDING, GRADED, [("pass", EVEN)], {LARGE_MEDIUM: True, EXCELLENCE: False, MET: True}),
        (BUILDING, NOT_GRADED, [("pass", ODD)], {LARGE_MEDIUM: True, MET: True}),
        (MEDIUM, GRADED, [("pass", ODD)], {LARGE_MEDIUM: True, MET: True}),
        (
            BUILDING,
            GRADED,
            [("pass", ODD), ("problem", LATER)],
            {LARGE_MEDIUM: True, EXCELLENCE: True, MET: False},
        ),
    ],
)
def test_in_and_out(
    session: Session,
    kind: tuple[Category, SizeClass],
    rule_set: str,
    acts: list[tuple[str, date]],
    expected: dict[Code, bool],
) -> None:
    registry = make_registry(session)
    project = registry.project(*kind, rule_set=rule_set)
    for act, day in acts:
        step(registry, project, act, day)
    assert counted(registry) == expected


def test_large_works_without_grades_are_listed_and_not_counted(session: Session) -> None:
    registry = make_registry(session)
    for rule_set in (GRADED, NOT_GRADED):
        step(registry, registry.project(*BUILDING, rule_set=rule_set), "pass", ODD)
    county = registry.areas[COUNTY]
    question = Question(EXCELLENCE, Period.year(2012), Field(county.id, county.path))
    assert codes_behind(session, question) == (("LX-0001",), ("LX-0001",))
    assert [
        row.project_id for row in session.scalars(select(Row).where(question.is_not_graded()))
    ] == [2]


def test_conditional_counts_where_the_bureau_says_so(session: Session) -> None:
    registry = make_registry(session)
    step(registry, registry.project(*MEDIUM), "conditional", ODD)
    assert counted(registry) == {LARGE_MEDIUM: False, MET: False}
    assert counted(registry, conditional_counts=True) == {LARGE_MEDIUM: True, MET: True}
