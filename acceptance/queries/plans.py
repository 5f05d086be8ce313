"""Acceptances still to come in a period, by area and by the unit that answers for the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.projects import Project
from acceptance.queries.ahead import (
    falls_in_period,
    ids_under_way,
    kind_columns,
    lies_in_areas,
    still_due,
    unit_column,
    values_of,
)
from acceptance.queries.populations import NOBODY, Field, codes_about


@dataclass(frozen=True, slots=True)
class Plan:
    """How many undecided projects of one kind an area and a unit have, due or under way."""

    area_id: int
    unit_id: int | None
    size: SizeClass
    category: Category
    graded: bool
    count: int

    def counts_in(self, code: IndicatorCode) -> bool:
        return code in codes_about(self.size, self.category) and (
            self.graded or code is not IndicatorCode.EXCELLENCE_LARGE
        )


def plans(session: Session, period: Period, today: date, around: Field) -> tuple[Plan, ...]:
    """What is still to be decided among these projects; in a period that is over there is nothing."""
    if period.last < today:
        return ()
    values = values_of(period, today, around)
    every = (Plan(*row) for row in session.execute(_statement(), values))
    return tuple(
        plan
        for plan in every
        if around.takes(plan.size, plan.category) and around.unit in {None, plan.unit_id or NOBODY}
    )


@cache
def _statement() -> Select[*tuple[Any, ...]]:
    kinds = (
        func.coalesce(Project.counted_area_id, Project.area_id),
        unit_column(),
        *kind_columns(),
    )
    is_open = Project.id.in_(ids_under_way())
    return (
        select(*kinds, func.count())
        .where(still_due(), lies_in_areas(), or_(falls_in_period(), is_open))
        .group_by(*kinds)
    )
