"""The projects behind the two numbers of an indicator: the same rows that the cells add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectQuarter
from acceptance.queries.tallies import categories_of, counts_first, sizes_of


@dataclass(frozen=True, slots=True)
class Question:
    """An indicator over the quarters from `first` to `last`, in some areas."""

    code: IndicatorCode
    first: int
    last: int
    area_ids: tuple[int, ...]
    conditional_counts: bool

    def is_counted(self) -> ColumnElement[bool]:
        """The rows of the denominator; each project has at most one."""
        row = ProjectQuarter
        kind = self.is_of_kind()
        if counts_first(self.code):
            return and_(kind, row.first.is_not(None))
        latest = and_(kind, row.latest.is_not(None), self.is_latest())
        if self.code is IndicatorCode.EXCELLENCE_LARGE:
            return and_(latest, row.accepted_graded)
        return latest

    def is_not_graded(self) -> ColumnElement[bool]:
        """Accepted under a rule set without 优良: listed, in no denominator (rule 8)."""
        row = ProjectQuarter
        if self.code is not IndicatorCode.EXCELLENCE_LARGE:
            return false()
        return and_(self.is_of_kind(), row.latest_passed, ~row.accepted_graded, self.is_latest())

    def is_good(self) -> ColumnElement[bool]:
        """The rows of the numerator, among those that are counted."""
        good: ColumnElement[bool] = _GOOD.get(self.code, ProjectQuarter.latest_passed)
        return good

    def number(self) -> Any:
        """The number of the attempt that is counted."""
        return ProjectQuarter.first if counts_first(self.code) else ProjectQuarter.latest

    def is_of_kind(self) -> ColumnElement[bool]:
        """The rows of the areas, the period and the kinds of project, counted or not."""
        row = ProjectQuarter
        return and_(
            row.conditional_counts == self.conditional_counts,
            row.quarter.between(self.first, self.last),
            row.area_id.in_(self.area_ids),
            row.size.in_(sizes_of(self.code)),
            row.category.in_(categories_of(self.code)),
        )

    def is_latest(self) -> ColumnElement[bool]:
        """No other quarter of the period has a later conclusion."""
        row = ProjectQuarter
        return and_(
            or_(row.overtaken_by.is_(None), row.overtaken_by > self.last),
            or_(row.overtaken_before.is_(None), row.overtaken_before < self.first),
        )


_GOOD: dict[IndicatorCode, Any] = {
    IndicatorCode.FIRST_TIME_LARGE_MEDIUM: ProjectQuarter.first_passed,
    IndicatorCode.FIRST_TIME_OTHER: ProjectQuarter.first_passed,
    IndicatorCode.EXCELLENCE_LARGE: ProjectQuarter.excellent,
    IndicatorCode.STANDARDS_MET: ProjectQuarter.sound,
}


def codes_behind(session: Session, question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the projects of the numerator and of the denominator, sorted."""
    rows = session.execute(
        select(Project.code, question.is_good().label("good"))
        .join(ProjectQuarter, ProjectQuarter.project_id == Project.id)
        .where(question.is_counted())
    ).all()
    return (
        tuple(sorted(row.code for row in rows if row.good)),
        tuple(sorted(row.code for row in rows)),
    )
