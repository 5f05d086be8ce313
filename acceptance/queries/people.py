"""The people of an installation, as its administrators see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Role
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import Activation, SignInSession, User
from acceptance.queries.accounts import ABSOLUTE, IDLE
from acceptance.queries.scope import inside

PAGE = 50


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list. `waiting` says that no password has been set yet."""

    id: int
    login: str
    name: str
    role: Role
    organisation_id: int
    organisation: str
    area_id: int
    area: str
    active: bool
    waiting: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of the list; `before` and `after` are the logins at its edges, where more follow."""

    rows: tuple[PersonRow, ...]
    total: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person with what an administrator needs to know."""

    person: PersonRow
    sessions: int
    last_seen: datetime | None
    link_until: datetime | None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that works: for a named person, or for the first administrator (no login)."""

    login: str
    name: str


def page(
    session: Session,
    actor: Actor,
    search: str = "",
    role: Role | None = None,
    after: str | None = None,
    before: str | None = None,
) -> PeoplePage:
    """A page of the people in the viewer's area, by login."""
    wanted = [inside(actor.area_path), *_matching(search), *([User.role == role] if role else [])]
    total = session.scalar(_count().where(*wanted)) or 0
    backwards = before is not None
    edge = [User.login < before] if before else [User.login > after] if after else []
    order = User.login.desc() if backwards else User.login.asc()
    found = session.execute(_people().where(*wanted, *edge).order_by(order).limit(PAGE + 1)).all()
    more = len(found) > PAGE
    rows = _rows(found[:PAGE][::-1] if backwards else found[:PAGE])
    return PeoplePage(
        rows=rows,
        total=total,
        before=rows[0].login if rows and (more if backwards else after) else None,
        after=rows[-1].login if rows and (backwards or more) else None,
    )


def find(session: Session, actor: Actor, user_id: int, now: datetime) -> PersonPage | None:
    """One person in the viewer's area."""
    found = session.execute(_people().where(User.id == user_id, inside(actor.area_path))).all()
    if not found:
        return None
    count, last = session.execute(
        select(func.count(), func.max(SignInSession.seen_at)).where(
            SignInSession.user_id == user_id,
            SignInSession.created_at > now - ABSOLUTE,
            SignInSession.seen_at > now - IDLE,
        )
    ).one()
    until = session.scalar(
        select(func.max(Activation.expires_at)).where(
            Activation.user_id == user_id,
            Activation.used_at.is_(None),
            Activation.expires_at > now,
        )
    )
    return PersonPage(_rows(found)[0], count, last, until)


def invitation(session: Session, token_hash: str, now: datetime) -> Invitation | None:
    """Whose link this is, while it works."""
    row = session.execute(
        select(User.login, User.name, Activation.user_id, User.active)
        .select_from(Activation)
        .join(User, User.id == Activation.user_id, isouter=True)
        .where(
            Activation.token_hash == token_hash,
            Activation.used_at.is_(None),
            Activation.expires_at > now,
        )
    ).one_or_none()
    if row is None or (row.user_id is not None and not row.active):
        return None
    return Invitation(row.login or "", row.name or "")


def _matching(search: str) -> list[ColumnElement[bool]]:
    if not search:
        return []
    columns = (User.name, User.login, Organisation.name)
    return [or_(*(column.contains(search, autoescape=True) for column in columns))]


def _count() -> Select[int]:
    return (
        select(func.count(User.id))
        .join(Organisation, Organisation.id == User.organisation_id)
        .join(Area, Area.id == User.area_id)
    )


def _people() -> Select[User, str, str]:
    return (
        select(User, Organisation.name, Area.name)
        .join(Organisation, Organisation.id == User.organisation_id)
        .join(Area, Area.id == User.area_id)
    )


def _rows(found: Sequence[Row[User, str, str]]) -> tuple[PersonRow, ...]:
    return tuple(
        PersonRow(
            id=user.id,
            login=user.login,
            name=user.name,
            role=user.role,
            organisation_id=user.organisation_id,
            organisation=organisation,
            area_id=user.area_id,
            area=area,
            active=user.active,
            waiting=user.password_hash is None,
            created_at=user.created_at,
        )
        for user, organisation, area in found
    )
