"""The organisations that can answer for a project in its area: its authorities."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from acceptance.domain.areas import parent_path, paths_upwards
from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.queries.scope import inside


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation that projects can be answered for by."""

    id: int
    name: str


def units(session: Session, actor: Actor) -> tuple[Unit, ...]:
    """The authorities of the viewer's area, of what lies below it and of what lies above, by name:
    for a township's project the county's bureau may answer."""
    rows = session.execute(_known(actor).where(Organisation.is_authority))
    return tuple(Unit(*row) for row in rows)


def unit(session: Session, actor: Actor, unit_id: int) -> Unit | None:
    """One of them, also when it is no authority any more; None when it is missing or foreign."""
    row = session.execute(_known(actor).where(Organisation.id == unit_id)).one_or_none()
    return None if row is None else Unit(*row)


def _known(actor: Actor) -> Select[int, str]:
    above = paths_upwards(parent_path(actor.area_path))
    return (
        select(Organisation.id, Organisation.name)
        .join(Area, Area.id == Organisation.area_id)
        .where(or_(inside(actor.area_path), Area.path.in_(above)))
        .order_by(Organisation.name)
    )
