"""The area tree as pages and choices see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaLevel
from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.persistence.users import User
from acceptance.queries.scope import inside

LEVELS = tuple(level.value for level in AreaLevel)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A node of the tree; `depth` counts from the highest area the viewer sees."""

    id: int
    code: str
    name: str
    level: AreaLevel
    path: str
    depth: int
    valid_from: date | None
    people: int


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """An area to choose in a form."""

    id: int
    name: str
    level: AreaLevel
    path: str


def tree(session: Session, actor: Actor) -> tuple[AreaRow, ...]:
    """The viewer's area and everything below it, in the official order."""
    people = (
        select(User.area_id, func.count().label("people"))
        .where(User.active)
        .group_by(User.area_id)
        .subquery()
    )
    rows = session.execute(
        select(Area, func.coalesce(people.c.people, 0))
        .join(people, people.c.area_id == Area.id, isouter=True)
        .where(inside(actor.area_path))
        .order_by(Area.path)
    ).all()
    top = min((area.path.count("/") for area, _people in rows), default=0)
    return tuple(
        AreaRow(
            id=area.id,
            code=area.code,
            name=area.name,
            level=AreaLevel(area.level),
            path=area.path,
            depth=area.path.count("/") - top,
            valid_from=area.valid_from,
            people=count,
        )
        for area, count in rows
    )


def find(session: Session, actor: Actor, area_id: int) -> AreaChoice | None:
    """One area in the viewer's scope."""
    area = session.scalars(
        select(Area).where(Area.id == area_id, inside(actor.area_path))
    ).one_or_none()
    return _choice(area) if area else None


def choices(session: Session, actor: Actor) -> tuple[AreaChoice, ...]:
    """The areas a viewer may choose: his own and those below, in the official order."""
    rows = session.scalars(select(Area).where(inside(actor.area_path)).order_by(Area.path))
    return tuple(_choice(area) for area in rows)


def _choice(area: Area) -> AreaChoice:
    return AreaChoice(area.id, area.name, AreaLevel(area.level), area.path)
