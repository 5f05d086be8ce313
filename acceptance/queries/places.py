"""The areas a viewer can ask about, and where each lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaLevel, is_within, parent_path
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
    """Everything a viewer can choose, in the official order, and what lies above it."""

    chosen: Place
    choices: tuple[Place, ...]
    above: tuple[Place, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """The chosen area and everything below it."""
        return tuple(p.id for p in self.choices if is_within(p.path, self.chosen.path))

    @property
    def parts(self) -> tuple[Place, ...]:
        """The areas directly below the chosen one."""
        return tuple(p for p in self.choices if parent_path(p.path) == self.chosen.path)

    def ids_within(self, place: Place) -> frozenset[int]:
        """An area and everything below it."""
        return frozenset(p.id for p in self.choices if is_within(p.path, place.path))


def places(session: Session, actor: Actor, area_code: str = "") -> Places | None:
    """The area with this code, or the viewer's own; None when it is missing or foreign."""
    rows = session.execute(
        select(Area.id, Area.code, Area.name, Area.level, Area.path)
        .where(or_(inside(actor.area_path), Area.path.in_(_prefixes(actor.area_path))))
        .order_by(Area.path)
    )
    every = [Place(r.id, r.code, r.name, AreaLevel(r.level), r.path) for r in rows]
    choices = tuple(place for place in every if is_within(place.path, actor.area_path))
    if area_code:
        chosen = next((place for place in choices if place.code == area_code), None)
    else:
        chosen = min(choices, key=lambda place: len(place.path), default=None)
    if chosen is None:
        return None
    above = tuple(p for p in every if p != chosen and is_within(chosen.path, p.path))
    return Places(chosen, choices, above)


def _prefixes(path: str) -> Iterable[str]:
    found = []
    while path := parent_path(path):
        found.append(path)
    return found
