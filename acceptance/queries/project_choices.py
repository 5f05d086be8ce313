"""What the forms of projects offer to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.projects import Category
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.queries.scope import inside

_INITIALS = {
    Category.BUILDING: "FJ",
    Category.MUNICIPAL: "SZ",
    Category.RURAL_ROAD: "NL",
    Category.WATER_SAVING: "JS",
    Category.OTHER: "QT",
}


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """An area of the viewer's own; `depth` counts from the top of what he sees."""

    id: int
    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """An organisation to name as a party."""

    id: int
    name: str


def area_choices(session: Session, actor: Actor) -> tuple[AreaChoice, ...]:
    """The viewer's part of the area tree, every parent before its children."""
    rows = session.execute(
        select(Area.id, Area.name, Area.path).where(inside(actor.area_path)).order_by(Area.path)
    ).all()
    top = min((row.path.count("/") for row in rows), default=0)
    return tuple(AreaChoice(row.id, row.name, row.path.count("/") - top) for row in rows)


def organisation_choices(session: Session) -> tuple[OrganisationChoice, ...]:
    """Every organisation, by name."""
    rows = session.execute(select(Organisation.id, Organisation.name).order_by(Organisation.name))
    return tuple(OrganisationChoice(row.id, row.name) for row in rows)


def suggested_code(session: Session, category: Category, today: date) -> str:
    """The next free code of the year in the bureau's own series, for example FJ-2015-007."""
    stem = f"{_INITIALS[category]}-{today.year}-"
    taken = session.scalars(select(Project.code).where(Project.code.startswith(stem)))
    numbers = [int(tail) for code in taken if (tail := code[len(stem) :]).isdecimal()]
    return f"{stem}{max(numbers, default=0) + 1:03d}"
