"""Which projects stand behind an indicator's two numbers, for a period and an area.

Rule numbers are those of the counting rules; the wording of each indicator is in `indicators`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from acceptance.domain.areas import is_within
from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import is_pass
from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, Grade, SizeClass
from acceptance.domain.rates import Rate


@dataclass(frozen=True, slots=True)
class ProjectCount:
    """A project as the indicators see it, for one period.

    Category, class, area and `graded` (the rule set knows 优良) are those frozen at attempt 1
    (rule 7). First and latest are what `counted_first` and `counted_latest` chose; the latest is
    that of the period. `voided_on` are the legal dates on which attempts were voided.
    """

    project_id: int
    category: Category
    size_class: SizeClass
    area_path: str
    graded: bool
    first_result: AttemptResult | None = None
    first_decided_on: date | None = None
    first_overturned: bool = False
    latest_result: AttemptResult | None = None
    latest_decided_on: date | None = None
    latest_overturned: bool = False
    grade: Grade | None = None
    mandatory_open: bool = False
    voided_on: tuple[date, ...] = ()

    def first_passed(self, *, conditional_counts: bool = False) -> bool:
        return is_pass(
            self.first_result, self.first_overturned, conditional_counts=conditional_counts
        )

    def latest_passed(self, *, conditional_counts: bool = False) -> bool:
        return is_pass(
            self.latest_result, self.latest_overturned, conditional_counts=conditional_counts
        )


_CLASSES: dict[IndicatorCode, frozenset[SizeClass]] = {
    IndicatorCode.FIRST_TIME_LARGE_MEDIUM: frozenset({SizeClass.LARGE, SizeClass.MEDIUM}),
    IndicatorCode.FIRST_TIME_OTHER: frozenset({SizeClass.SMALL}),
    IndicatorCode.EXCELLENCE_LARGE: frozenset({SizeClass.LARGE}),
}
_CATEGORIES: dict[IndicatorCode, frozenset[Category]] = {
    IndicatorCode.QUALITY_RURAL_ROAD: frozenset({Category.RURAL_ROAD}),
    IndicatorCode.QUALITY_WATER_SAVING: frozenset({Category.WATER_SAVING}),
}
_FIRST_TIME = frozenset({IndicatorCode.FIRST_TIME_LARGE_MEDIUM, IndicatorCode.FIRST_TIME_OTHER})


def belongs(code: IndicatorCode, project: ProjectCount) -> bool:
    """Whether the indicator is about this kind of project at all, decided or not."""
    return (
        code not in AWARDS
        and project.size_class in _CLASSES.get(code, frozenset(SizeClass))
        and project.category in _CATEGORIES.get(code, frozenset(Category))
    )


def in_denominator(
    code: IndicatorCode,
    project: ProjectCount,
    period: Period,
    *,
    conditional_counts: bool = False,
) -> bool:
    """Whether the project is counted: decided in the period, and accepted where grades count."""
    if not belongs(code, project):
        return False
    if code in _FIRST_TIME:
        return project.first_result is not None and period.contains(project.first_decided_on)
    if project.latest_result is None or not period.contains(project.latest_decided_on):
        return False
    if code is IndicatorCode.EXCELLENCE_LARGE:
        return project.graded and project.latest_passed(conditional_counts=conditional_counts)
    return True


def in_numerator(
    code: IndicatorCode,
    project: ProjectCount,
    period: Period,
    *,
    conditional_counts: bool = False,
) -> bool:
    """Whether the project is counted and is as the indicator wants it."""
    if not in_denominator(code, project, period, conditional_counts=conditional_counts):
        return False
    if code in _FIRST_TIME:
        return project.first_passed(conditional_counts=conditional_counts)
    if code is IndicatorCode.EXCELLENCE_LARGE:
        return project.grade is Grade.EXCELLENT
    if code is IndicatorCode.STANDARDS_MET and project.mandatory_open:
        return False
    return project.latest_passed(conditional_counts=conditional_counts)


def is_not_graded(project: ProjectCount, period: Period) -> bool:
    """A large project accepted in the period whose rule set has no 优良: listed, not counted."""
    return (
        project.size_class is SizeClass.LARGE
        and not project.graded
        and project.latest_passed()
        and period.contains(project.latest_decided_on)
    )


def rate(
    code: IndicatorCode,
    projects: Iterable[ProjectCount],
    period: Period,
    area_path: str = "",
    *,
    conditional_counts: bool = False,
) -> Rate:
    """The indicator over the projects of an area and everything below it."""
    passed = decided = 0
    for project in projects:
        if is_within(project.area_path, area_path):
            decided += in_denominator(code, project, period, conditional_counts=conditional_counts)
            passed += in_numerator(code, project, period, conditional_counts=conditional_counts)
    return Rate(passed, decided)


def void_count(
    code: IndicatorCode, projects: Iterable[ProjectCount], period: Period, area_path: str = ""
) -> int:
    """How many attempts were voided in the period, shown beside the rate (rule 3)."""
    return sum(
        period.contains(day)
        for project in projects
        if belongs(code, project) and is_within(project.area_path, area_path)
        for day in project.voided_on
    )
