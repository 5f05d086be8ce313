"""Which projects endanger a goal: those that can still be saved, and those that are lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    func,
    select,
)
from sqlalchemy.orm import Session, aliased

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.ahead import (
    asked_for,
    falls_in_period,
    kind_columns,
    lies_in_areas,
    still_due,
)
from acceptance.queries.ask import Ask
from acceptance.queries.populations import Field, Whose, codes_about, counts_first, in_area
from acceptance.queries.scope import visible

SOON = timedelta(days=30)
MOST = 8


class Danger(StrEnum):
    """Why a project endangers a goal; the first three can still be saved."""

    UNDER_WAY = "under_way"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Endangered:
    """A project that endangers goals, and which ones. `on` is its meeting, due or decision day."""

    project_id: int
    name: str
    area: str
    danger: Danger
    on: date | None
    number: int
    result: AttemptResult | None
    problems: int
    codes: tuple[IndicatorCode, ...]
    may_open: bool
    size: SizeClass
    category: Category
    overturned: bool = False

    @property
    def can_be_saved(self) -> bool:
        return self.danger is not Danger.LOST


def endangered(
    session: Session,
    actor: Actor,
    ask: Ask,
    around: Field,
) -> tuple[Endangered, ...]:
    """What can still be saved comes before what is lost."""
    found: list[Endangered] = []
    if ask.period.contains(ask.today):
        found += _at_stake(session, actor, ask.period, ask.today, around)
    found += _lost(session, actor, ask.period, around)
    return tuple(found)


def _at_stake(
    session: Session, actor: Actor, period: Period, today: date, around: Field
) -> list[Endangered]:
    values = {
        "first": period.first,
        "last": min(period.last, today + SOON),
        **around.values(),
    }
    rows = session.execute(_stakes(actor).where(*asked_for(around)), values)
    return [_stake(row, today) for row in rows]


@lru_cache(maxsize=256)
def _stakes(actor: Actor) -> Select[*tuple[Any, ...]]:
    attempt = aliased(Attempt)
    return (
        select(*_facts(actor), Project.acceptance_due, attempt.number, attempt.meeting_on)
        .join(Area, Area.id == Project.area_id)
        .outerjoin(attempt, and_(attempt.project_id == Project.id, attempt.result.is_(None)))
        .where(still_due(), lies_in_areas(), falls_in_period())
        .order_by(Project.acceptance_due, Project.id)
        .limit(MOST)
    )


def _stake(row: Any, today: date) -> Endangered:
    if row.number is not None:
        danger, day = Danger.UNDER_WAY, row.meeting_on
    else:
        danger = Danger.OVERDUE if row.acceptance_due < today else Danger.DUE_SOON
        day = row.acceptance_due
    codes = codes_about(row.size, row.category)
    return Endangered(
        row.id, row.name, row.area, danger, day, row.number or 1, None, row.problems,
        tuple(code for code in codes if counts_first(code)), bool(row.may_open), row.size,
        row.category,
    )  # fmt: skip


def _lost(
    session: Session,
    actor: Actor,
    period: Period,
    around: Field,
) -> list[Endangered]:
    values = around.values() | {"begin": period.first, "end": period.last}
    only = (around.size, around.category, around.whose)
    losses = _losses(actor, *only, among_many=around.is_wide)
    return [
        Endangered(
            project_id=row.id,
            name=row.name,
            area=row.area,
            danger=Danger.LOST,
            on=row.decided_on,
            number=row.number,
            result=row.voided_result if row.result is AttemptResult.VOID else row.result,
            problems=row.problems,
            codes=tuple(
                code
                for code in codes_about(row.size, row.category)
                if counts_first(code) or _is_bad_still(row, period.last)
            ),
            may_open=bool(row.may_open),
            size=row.size,
            category=row.category,
            overturned=row.overturned_at is not None,
        )
        for row in session.execute(losses, values)
    ]


def _is_bad_still(row: Any, last: date) -> bool:
    """No later conclusion in the period that may have passed."""
    return row.overtaken_by is None or bool(row.overtaken_by > last)


@lru_cache(maxsize=256)
def _losses(
    actor: Actor,
    size: SizeClass | None,
    category: Category | None,
    whose: Whose,
    *,
    among_many: bool,
) -> Select[*tuple[Any, ...]]:
    """What is shown of the few newest, looked up for these alone."""
    lost = _newest_lost(size, category, whose, among_many=among_many).subquery()
    return (
        select(
            *_facts(actor),
            Attempt.number,
            Attempt.result,
            Attempt.voided_result,
            Attempt.decided_on,
            Attempt.overturned_at,
            lost.c.overtaken_by,
        )
        .join(Area, Area.id == Project.area_id)
        .join(lost, lost.c.project_id == Project.id)
        .join(Attempt, and_(Attempt.project_id == Project.id, Attempt.number == lost.c.number))
        .order_by(lost.c.decided_on.desc(), Project.id.desc())
    )


def _newest_lost(
    size: SizeClass | None, category: Category | None, whose: Whose, *, among_many: bool
) -> Select[*tuple[Any, ...]]:
    count = ProjectConclusion
    # In few areas the failures are looked for area by area, in very many day by day. A value that is
    # computed keeps a database from the other way.
    newest = count.decided_on if among_many else func.coalesce(count.decided_on, None)
    area = count.area_id + 0 if among_many else count.area_id
    only = [
        column == value
        for column, value in ((count.size, size), (count.category, category))
        if value is not None
    ]
    return (
        select(count.project_id, count.number, count.decided_on, count.overtaken_by)
        .where(
            count.conditional_counts == bindparam("conditional"),
            in_area(area),
            count.decided_on.between(bindparam("begin"), bindparam("end")),
            count.is_first,
            ~count.passed,
            whose.holds(count.unit_id, bindparam("unit")),
            *only,
        )
        .order_by(newest.desc(), count.project_id.desc())
        .limit(MOST)
    )


def _facts(actor: Actor) -> tuple[ColumnElement[Any], ...]:
    problems = (
        select(func.count())
        .where(
            Rectification.project_id == Project.id,
            Rectification.closed_at.is_(None),
            Rectification.mandatory,
        )
        .scalar_subquery()
    )
    size, category, _graded = kind_columns()
    return (
        Project.id.label("id"),
        Project.name.label("name"),
        Area.name.label("area"),
        size.label("size"),
        category.label("category"),
        problems.label("problems"),
        visible(actor).label("may_open"),
    )
