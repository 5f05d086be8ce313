"""Who stands in the denominator and who in the numerator of each indicator."""

from dataclasses import replace
from datetime import date

import pytest

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.measures import (
    ProjectCount,
    belongs,
    in_denominator,
    in_numerator,
    is_not_graded,
    rate,
    void_count,
)
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, Grade, SizeClass
from acceptance.domain.rates import Rate
from tests.builders.counties import COUNTY, TOWNSHIP

YEAR = Period.year(2012)
DAY = date(2012, 5, 4)
Code = IndicatorCode

PASSED = ProjectCount(
    project_id=1,
    category=Category.BUILDING,
    size_class=SizeClass.LARGE,
    area_path=TOWNSHIP,
    graded=True,
    first_result=AttemptResult.PASSED,
    first_decided_on=DAY,
    latest_result=AttemptResult.PASSED,
    latest_decided_on=DAY,
    grade=Grade.EXCELLENT,
)
FAILED = replace(
    PASSED, first_result=AttemptResult.FAILED, latest_result=AttemptResult.FAILED, grade=None
)
ROAD = replace(PASSED, category=Category.RURAL_ROAD, size_class=SizeClass.SMALL)
WATER = replace(PASSED, category=Category.WATER_SAVING, size_class=SizeClass.MEDIUM)


@pytest.mark.parametrize(
    ("project", "codes"),
    [
        (PASSED, {Code.FIRST_TIME_LARGE_MEDIUM, Code.EXCELLENCE_LARGE, Code.STANDARDS_MET}),
        (ROAD, {Code.FIRST_TIME_OTHER, Code.QUALITY_RURAL_ROAD, Code.STANDARDS_MET}),
        (WATER, {Code.FIRST_TIME_LARGE_MEDIUM, Code.QUALITY_WATER_SAVING, Code.STANDARDS_MET}),
    ],
)
def test_a_project_stands_in_the_indicators_of_its_class_and_category(
    project: ProjectCount, codes: set[IndicatorCode]
) -> None:
    assert {code for code in Code if belongs(code, project)} == codes
    assert {code for code in Code if in_numerator(code, project, YEAR)} == codes


@pytest.mark.parametrize(
    ("code", "project", "counted", "good"),
    [
        (Code.FIRST_TIME_LARGE_MEDIUM, FAILED, True, False),
        (
            Code.FIRST_TIME_LARGE_MEDIUM,
            replace(FAILED, latest_result=AttemptResult.PASSED),
            True,
            False,
        ),
        (Code.FIRST_TIME_LARGE_MEDIUM, replace(PASSED, first_overturned=True), True, False),
        (
            Code.FIRST_TIME_LARGE_MEDIUM,
            replace(PASSED, first_result=AttemptResult.CONDITIONAL),
            True,
            False,
        ),
        (
            Code.FIRST_TIME_LARGE_MEDIUM,
            replace(PASSED, first_result=AttemptResult.ABANDONED),
            True,
            False,
        ),
        (
            Code.FIRST_TIME_LARGE_MEDIUM,
            replace(FAILED, first_decided_on=date(2011, 12, 31)),
            False,
            False,
        ),
        (
            Code.FIRST_TIME_LARGE_MEDIUM,
            replace(PASSED, first_result=None, first_decided_on=None),
            False,
            False,
        ),
        (
            Code.QUALITY_RURAL_ROAD,
            replace(ROAD, first_result=AttemptResult.FAILED),
            True,
            True,
        ),
        (Code.QUALITY_RURAL_ROAD, replace(ROAD, latest_overturned=True), True, False),
        (
            Code.QUALITY_RURAL_ROAD,
            replace(ROAD, latest_result=None, latest_decided_on=None),
            False,
            False,
        ),
        (Code.EXCELLENCE_LARGE, replace(PASSED, grade=Grade.QUALIFIED), True, False),
        # Leaving the grade open must not help.
        (Code.EXCELLENCE_LARGE, replace(PASSED, grade=None), True, False),
        (Code.EXCELLENCE_LARGE, replace(PASSED, graded=False, grade=None), False, False),
        (Code.EXCELLENCE_LARGE, FAILED, False, False),
        (Code.EXCELLENCE_LARGE, replace(PASSED, size_class=SizeClass.MEDIUM), False, False),
        (Code.STANDARDS_MET, replace(PASSED, mandatory_open=True), True, False),
        (Code.STANDARDS_MET, FAILED, True, False),
        (Code.AWARD_LUBAN, PASSED, False, False),
    ],
)
def test_in_and_out(code: IndicatorCode, project: ProjectCount, counted: bool, good: bool) -> None:
    assert in_denominator(code, project, YEAR) is counted
    assert in_numerator(code, project, YEAR) is good


def test_conditional_counts_where_the_bureau_says_so() -> None:
    project = replace(PASSED, first_result=AttemptResult.CONDITIONAL)
    code = Code.FIRST_TIME_LARGE_MEDIUM
    assert in_numerator(code, project, YEAR, conditional_counts=True)


def test_large_works_without_grades_are_listed_and_not_counted() -> None:
    ungraded = replace(PASSED, graded=False, grade=None)
    assert is_not_graded(ungraded, YEAR)
    assert not is_not_graded(PASSED, YEAR)
    assert not is_not_graded(ungraded, Period.year(2013))
    assert rate(Code.EXCELLENCE_LARGE, [PASSED, ungraded], YEAR) == Rate(1, 1)


def test_parts_add_up_to_the_whole() -> None:
    elsewhere = replace(FAILED, area_path=f"{COUNTY}621122200/")
    code, all_of_it = Code.FIRST_TIME_LARGE_MEDIUM, [PASSED, elsewhere, WATER]
    parts = [rate(code, all_of_it, YEAR, area) for area in (TOWNSHIP, f"{COUNTY}621122200/")]
    assert parts == [Rate(2, 2), Rate(0, 1)]
    assert parts[0] + parts[1] == rate(code, all_of_it, YEAR, COUNTY) == Rate(2, 3)


def test_voids_are_counted_beside_the_rate_in_the_period_they_were_made() -> None:
    voided = replace(PASSED, voided_on=(date(2011, 3, 1), DAY))
    assert void_count(Code.FIRST_TIME_LARGE_MEDIUM, [voided, FAILED], YEAR) == 1
    assert void_count(Code.FIRST_TIME_OTHER, [voided], YEAR) == 0
    assert void_count(Code.FIRST_TIME_LARGE_MEDIUM, [voided], YEAR, f"{COUNTY}621122200/") == 0
