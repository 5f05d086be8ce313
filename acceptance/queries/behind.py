"""The projects behind the two numbers of an indicator: the same rows that the cells add up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.populations import Field, categories_of, counts_first, sizes_of

Row = ProjectConclusion


@dataclass(frozen=True, slots=True)
class Question:
    """An indicator over a period, in an area or among some of its projects."""

    code: IndicatorCode
    period: Period
    around: Field

    def is_counted(self) -> ColumnElement[bool]:
        """The rows of the denominator; each project has at most one."""
        if counts_first(self.code):
            return and_(self.is_of_kind(), Row.is_first)
        latest = and_(self.is_of_kind(), self.is_latest())
        if self.code is IndicatorCode.EXCELLENCE_LARGE:
            return and_(latest, Row.accepted_graded)
        return latest

    def is_not_graded(self) -> ColumnElement[bool]:
        """Accepted under a rule set without 优良: listed, in no denominator (rule 8)."""
        if self.code is not IndicatorCode.EXCELLENCE_LARGE:
            return false()
        return and_(self.is_of_kind(), Row.passed, ~Row.accepted_graded, self.is_latest())

    def is_good(self) -> ColumnElement[bool]:
        """The rows of the numerator, among those that are counted."""
        good: ColumnElement[bool] = _GOOD.get(self.code, Row.passed)
        return good

    def is_of_kind(self) -> ColumnElement[bool]:
        """The rows of the area, the period and the kinds of project, counted or not."""
        around = self.around
        return and_(
            Row.conditional_counts == around.conditional_counts,
            Row.decided_on.between(self.period.first, self.period.last),
            # Very many areas are not looked up one by one: they are nearly all there are.
            around.holds_area(Row.area_id + 0 if around.is_wide else Row.area_id),
            Row.size.in_([size for size in sizes_of(self.code) if around.size in {None, size}]),
            Row.category.in_(
                [each for each in categories_of(self.code) if around.category in {None, each}]
            ),
            around.holds_unit(Row.unit_id),
        )

    def is_latest(self) -> ColumnElement[bool]:
        """No other day of the period has a later conclusion."""
        return and_(
            or_(Row.overtaken_by.is_(None), Row.overtaken_by > self.period.last),
            or_(Row.overtaken_before.is_(None), Row.overtaken_before < self.period.first),
        )


_GOOD: dict[IndicatorCode, Any] = {
    IndicatorCode.EXCELLENCE_LARGE: Row.excellent,
    IndicatorCode.STANDARDS_MET: Row.sound,
}


def codes_behind(session: Session, question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of the projects of the numerator and of the denominator, sorted."""
    rows = session.execute(
        select(Project.code, question.is_good().label("good"))
        .join(ProjectConclusion, Row.project_id == Project.id)
        .where(question.is_counted())
    ).all()
    return (
        tuple(sorted(row.code for row in rows if row.good)),
        tuple(sorted(row.code for row in rows)),
    )
