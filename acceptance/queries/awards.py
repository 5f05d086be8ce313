"""The awards behind a count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.persistence.targets import Award
from acceptance.queries.ask import Ask
from acceptance.queries.award_tiles import are_asked_for
from acceptance.queries.places import Places, places
from acceptance.queries.rates import asked_years
from acceptance.queries.targets import Goal, goals, upwards


@dataclass(frozen=True, slots=True)
class AwardLine:
    """An award behind a count."""

    title: str
    awarded_on: date
    area: str
    project_id: int | None
    project_code: str | None


@dataclass(frozen=True, slots=True)
class AwardPage:
    """The awards of a period and an area, and the goal they are collected for."""

    ask: Ask
    places: Places
    code: IndicatorCode
    goal: Goal | None
    lines: tuple[AwardLine, ...]
    years: tuple[int, ...]


def award_page(session: Session, actor: Actor, ask: Ask, code: IndicatorCode) -> AwardPage | None:
    """The list behind an award count; None when its area is missing or foreign."""
    around = places(session, actor, ask.area_code)
    if around is None:
        return None
    goal = goals(session, around, ask.period).nearest(code, upwards(around))
    lines = _awards(session, ask, around, code)
    return AwardPage(ask, around, code, goal, lines, asked_years(session, ask, around))


def _awards(
    session: Session, ask: Ask, around: Places, code: IndicatorCode
) -> tuple[AwardLine, ...]:
    rows = session.execute(
        select(Award.title, Award.awarded_on, Area.name, Project.id, Project.code)
        .join(Area, Area.id == Award.area_id)
        .outerjoin(Project, Project.id == Award.project_id)
        .where(
            Award.kind == AWARDS[code].value,
            are_asked_for(ask, around),
            Award.awarded_on.between(ask.period.first, ask.period.last),
        )
        .order_by(Award.awarded_on, Award.id)
    )
    return tuple(AwardLine(*row) for row in rows)
