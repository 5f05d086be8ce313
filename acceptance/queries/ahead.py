"""What is still to come in a period: projects that are due, and attempts that are open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, false, func, select, type_coerce
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import RULE_SETS, Category, SizeClass
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.base import words
from acceptance.persistence.projects import Project
from acceptance.queries.populations import Field, codes_about, in_area

GRADING = tuple(sorted(rules.key for rules in RULE_SETS.values() if rules.grades))


@dataclass(frozen=True, slots=True)
class Ahead:
    """How many projects of one kind are planned to be decided, and how many are open now."""

    size: SizeClass
    category: Category
    graded: bool
    planned: int
    under_way: int

    def counts_in(self, code: IndicatorCode) -> bool:
        return code in codes_about(self.size, self.category) and (
            self.graded or code is not IndicatorCode.EXCELLENCE_LARGE
        )


def ahead(session: Session, period: Period, today: date, around: Field) -> tuple[Ahead, ...]:
    """Projects that no counted attempt has decided yet: those due in the period or under way.

    Nothing is planned in a period that is over.
    """
    if period.last < today:
        return ()
    values = values_of(period, today, around)
    only = asked_for(around)
    due = session.execute(_due().where(*only), values).all()
    under_way = session.execute(_under_way().where(*only), values).all()
    found: dict[Any, list[int]] = {}
    for size, category, graded, count in due:
        found[size, category, graded] = [count, 0]
    for size, category, graded, count, also_due in under_way:
        kind = found.setdefault((size, category, graded), [0, 0])
        kind[0] += count - also_due
        kind[1] += count
    every = (Ahead(*kind, *counts) for kind, counts in found.items())
    return tuple(one for one in every if around.takes(one.size, one.category))


@cache
def _due() -> Select[*tuple[Any, ...]]:
    kind = kind_columns()
    return (
        select(*kind, func.count())
        .where(still_due(), lies_in_areas(), falls_in_period())
        .group_by(*kind)
    )


@cache
def _under_way() -> Select[*tuple[Any, ...]]:
    kind = kind_columns()
    return (
        select(*kind, func.count(), func.count().filter(falls_in_period()))
        .where(
            # As a list of ids, so that the few open attempts lead and not the many projects.
            Project.id.in_(ids_under_way()),
            still_due(),
            lies_in_areas(),
        )
        .group_by(*kind)
    )


def values_of(period: Period, today: date, around: Field) -> dict[str, Any]:
    """What the statements of what is still to come are given by name."""
    begin, end = meetings(period, today)
    days = {"first": period.first, "last": period.last, "meets_from": begin, "meets_to": end}
    return {**days, **around.values()}


def meetings(period: Period, today: date) -> tuple[date, date]:
    """The first and the last meeting of open attempts that may be decided in a period: any in the
    one that is running; in one that has not begun only a meeting that falls in it."""
    return (period.first, period.last) if today < period.first else (date.min, date.max)


def ids_under_way() -> Select[int]:
    """The projects that have an open attempt which may be decided in the period."""
    meets = Attempt.meeting_on.between(bindparam("meets_from"), bindparam("meets_to"))
    return select(Attempt.project_id).where(Attempt.result.is_(None), meets)


def kind_columns() -> tuple[ColumnElement[Any], ...]:
    """Class, category and grading: frozen once there is an attempt, until then as they are."""
    return (
        type_coerce(func.coalesce(Project.counted_size, Project.size_class), words(SizeClass)),
        type_coerce(func.coalesce(Project.counted_category, Project.category), words(Category)),
        func.coalesce(Project.counted_graded, Project.rule_set.in_(GRADING)),
    )


def asked_for(around: Field) -> tuple[ColumnElement[bool], ...]:
    """The conditions that narrow the projects; none where all of an area are asked for."""
    size, category, _graded = kind_columns()
    asked = ((size, around.size), (category, around.category))
    found = [column == value for column, value in asked if value is not None]
    return tuple(found if around.unit is None else [*found, around.holds_unit(unit_column())])


def unit_column() -> ColumnElement[Any]:
    """The unit that answers: frozen once there is an attempt, even where none was named."""
    return case(
        (Project.counted_area_id.is_not(None), Project.counted_unit_id),
        else_=Project.responsible_id,
    )


def still_due() -> ColumnElement[bool]:
    """Projects that no counted attempt has decided."""
    return Project.counted_decided == false()


def lies_in_areas() -> ColumnElement[bool]:
    """Projects that count, or will count, in the area asked for or below it."""
    area = func.coalesce(Project.counted_area_id, Project.area_id)
    return in_area(area)


def falls_in_period() -> ColumnElement[bool]:
    """Projects whose acceptance is due between `first` and `last`."""
    return Project.acceptance_due.between(bindparam("first"), bindparam("last"))
