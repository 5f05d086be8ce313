"""Organisations as lists and choices see them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import User

PAGE = 50


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in a list."""

    id: int
    name: str
    credit_code: str
    credit_code_reason: str
    area_id: int
    area: str
    is_authority: bool
    people: int


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """One page of the list; `before` and `after` are the ids at its edges, where more follow."""

    rows: tuple[OrganisationRow, ...]
    total: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """An organisation to choose in a form."""

    id: int
    name: str
    is_authority: bool


def page(
    session: Session, search: str = "", after: int | None = None, before: int | None = None
) -> OrganisationPage:
    """A page of the organisations in the order they were entered, the newest first.

    Organisations are shared by the whole installation: an owner may build in any township.
    """
    wanted = _matching(search)
    total = session.scalar(select(func.count()).select_from(Organisation).where(*wanted)) or 0
    backwards = before is not None
    edge = [Organisation.id < after] if after else [Organisation.id > before] if before else []
    order = Organisation.id.asc() if backwards else Organisation.id.desc()
    found = [*_rows(session, [*wanted, *edge], order)]
    more = len(found) > PAGE
    rows = found[:PAGE][::-1] if backwards else found[:PAGE]
    has_before = more if backwards else after is not None
    has_after = True if backwards else more
    return OrganisationPage(
        rows=tuple(rows),
        total=total,
        before=rows[0].id if rows and has_before else None,
        after=rows[-1].id if rows and has_after else None,
    )


def find(session: Session, organisation_id: int) -> OrganisationRow | None:
    """One organisation."""
    order = Organisation.id.asc()
    return next(iter(_rows(session, [Organisation.id == organisation_id], order)), None)


def choices(session: Session, *, authorities: bool | None = None) -> tuple[OrganisationChoice, ...]:
    """All organisations by name; only authorities, or only others, when asked for."""
    wanted = [] if authorities is None else [Organisation.is_authority.is_(authorities)]
    rows = session.execute(
        select(Organisation.id, Organisation.name, Organisation.is_authority)
        .where(*wanted)
        .order_by(Organisation.is_authority.desc(), Organisation.name)
    )
    return tuple(OrganisationChoice(*row) for row in rows)


def _matching(search: str) -> list[ColumnElement[bool]]:
    if not search:
        return []
    return [
        or_(
            Organisation.name.contains(search, autoescape=True),
            Organisation.credit_code.contains(search.upper(), autoescape=True),
        )
    ]


def _rows(
    session: Session, wanted: list[ColumnElement[bool]], order: ColumnElement[int]
) -> list[OrganisationRow]:
    people = (
        select(func.count())
        .where(User.organisation_id == Organisation.id, User.active)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Organisation, Area.name, people)
        .join(Area, Area.id == Organisation.area_id)
        .where(*wanted)
        .order_by(order)
        .limit(PAGE + 1)
    )
    return [
        OrganisationRow(
            id=row.id,
            name=row.name,
            credit_code=row.credit_code or "",
            credit_code_reason=row.credit_code_reason,
            area_id=row.area_id,
            area=area,
            is_authority=row.is_authority,
            people=count,
        )
        for row, area, count in rows
    ]
