"""How many prizes were won in a period, and which of them belong to what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.periods import Period
from acceptance.persistence.projects import Project
from acceptance.persistence.targets import Award
from acceptance.queries.ahead import asked_for
from acceptance.queries.ask import Ask
from acceptance.queries.places import Places
from acceptance.queries.targets import Goal, Goals, upwards


@dataclass(frozen=True, slots=True)
class AwardTile:
    """Awards in the period, and since the goal's first year up to the end of the period."""

    code: IndicatorCode
    count: int
    collected: int
    goal: Goal | None
    met: bool | None


def are_asked_for(ask: Ask, around: Places) -> ColumnElement[bool]:
    """The prizes of the area, of rows of prizes with their projects beside them. Where only some
    projects are asked for, a prize counts by its project, and one without a project does not."""
    field = ask.field(around)
    narrowed = (Award.project_id.is_not(None), *asked_for(field)) if asked_for(field) else ()
    return and_(field.holds_area(Award.area_id), *narrowed)


def award_tiles(session: Session, ask: Ask, around: Places, every: Goals) -> tuple[AwardTile, ...]:
    """The awards of what is asked for, each kind with its goal."""
    won = session.execute(
        select(Award.kind, Award.awarded_on)
        .outerjoin(Project, Project.id == Award.project_id)
        .where(are_asked_for(ask, around), Award.awarded_on <= ask.period.last)
    ).all()
    return tuple(
        _award(code, ask, [r.awarded_on for r in won if r.kind == kind.value],
               every.nearest(code, upwards(around)))
        for code, kind in AWARDS.items()
    )  # fmt: skip


def _award(code: IndicatorCode, ask: Ask, days: list[date], goal: Goal | None) -> AwardTile:
    """Only a period that holds the goal's whole span is assessed by it."""
    since = (goal.since or goal.year) if goal else ask.period.first.year
    collected = sum(day.year >= since for day in days)
    span = goal and Period.cumulative(since, goal.year)
    assessed = span and ask.period.first <= span.first and ask.period.last >= span.last
    return AwardTile(
        code,
        sum(ask.period.contains(day) for day in days),
        collected,
        goal,
        collected >= goal.count if goal and assessed else None,
    )
