"""The areas a viewer can ask about, and where each lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from acceptance.domain.areas import AreaLevel, is_within, parent_path, paths_upwards
from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.queries.scope import inside


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the area tree."""

    id: int
    code: str
    name: str
    level: AreaLevel
    path: str


@dataclass(frozen=True, slots=True)
class Places:
    """One area with what surrounds it, in the official order.

    `choices` is the viewer's tree, opened along the way to the area: every area on the way with the
    areas directly below it. Of a county that is everything; of a province it is not its thousands
    of townships. `above` is what lies above the area, also outside the viewer's scope.
    """

    chosen: Place
    choices: tuple[Place, ...]
    above: tuple[Place, ...]

    @property
    def parts(self) -> tuple[Place, ...]:
        """The areas directly below the chosen one."""
        return tuple(p for p in self.choices if parent_path(p.path) == self.chosen.path)

    @property
    def are_closed(self) -> bool:
        """Some of the choices may have areas below them that are not among the choices."""
        return any(
            place.level is not AreaLevel.TOWNSHIP and not is_within(self.chosen.path, place.path)
            for place in self.choices
        )


def places(session: Session, actor: Actor, area_code: str = "") -> Places | None:
    """The area with this code, or the viewer's own; None when it is missing or foreign."""
    rows = session.execute(_around(actor.area_path, by_code=bool(area_code)), {"code": area_code})
    every = [_place(row) for row in rows]
    choices = tuple(place for place in every if is_within(place.path, actor.area_path))
    asked = (place for place in choices if area_code in {"", place.code})
    chosen = min(asked, key=lambda place: len(place.path), default=None)
    if chosen is None:
        return None
    way = paths_upwards(parent_path(chosen.path))
    return Places(chosen, choices, tuple(place for place in every if place.path in way))


def every_place(session: Session, actor: Actor) -> tuple[Place, ...]:
    """The viewer's area and everything below it, in the official order."""
    rows = session.execute(_places().where(inside(actor.area_path)).order_by(Area.path))
    return tuple(_place(row) for row in rows)


def part_of(session: Session, path: str) -> Mapping[int, int]:
    """Of each area below a path the one directly below the path that it belongs to, by id."""
    rows = session.execute(select(Area.id, Area.path).where(inside(path))).all()
    ids = {row.path: row.id for row in rows}
    begin = len(path)
    return {
        row.id: ids[row.path[: row.path.index("/", begin) + 1]] for row in rows if row.path != path
    }


@lru_cache(maxsize=256)
def _around(scope: str, *, by_code: bool) -> Select[*tuple[Any, ...]]:
    """The areas on the way down to the one asked for, and those directly below each of them."""
    own, over = aliased(Area), aliased(Area)
    asked = own.code == bindparam("code") if by_code else true()
    path = (
        select(own.path)
        .where(own.path.startswith(scope, autoescape=True), asked)
        .order_by(func.length(own.path))
        .limit(1)
        .scalar_subquery()
    )
    way = select(over.id).where(path.startswith(over.path))
    return _places().where(or_(Area.id.in_(way), Area.parent_id.in_(way))).order_by(Area.path)


def _places() -> Select[*tuple[Any, ...]]:
    return select(Area.id, Area.code, Area.name, Area.level, Area.path)


def _place(row: Any) -> Place:
    return Place(row.id, row.code, row.name, AreaLevel(row.level), row.path)
