"""One-time links by which people set their own passwords; nobody ever sets one for another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import SYSTEM, Actor, Role
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import Activation, SignInSession, User
from acceptance.queries.accounts import has_administrator
from acceptance.services import ledger
from acceptance.services.errors import NotFoundError, RefusedError
from acceptance.services.tokens import digest_of, new_token

LIFETIME = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class Founding:
    """The first administrator, and the bureau he works for."""

    login: str
    name: str
    organisation: str
    county_code: str
    password_hash: str


def issue(session: Session, user_id: int | None, now: datetime) -> str:
    """A link for a person, or for the first administrator; earlier ones stop working."""
    void_links(session, user_id, now)
    token = new_token()
    session.add(
        Activation(
            user_id=user_id,
            token_hash=digest_of(token),
            created_at=now,
            expires_at=now + LIFETIME,
        )
    )
    session.flush()
    return token


def void_links(session: Session, user_id: int | None, now: datetime) -> None:
    """Make the unused links of a person useless."""
    session.execute(
        update(Activation)
        .where(Activation.user_id == user_id, Activation.used_at.is_(None))
        .values(used_at=now)
    )


def first_administrator_link(session: Session, now: datetime) -> str:
    """The link that makes the first administrator; refused when there is one already."""
    if has_administrator(session):
        raise RefusedError(Finding.of("administrator_exists"))
    return issue(session, None, now)


def activate(session: Session, token: str, password_hash: str, now: datetime) -> User:
    """Set the password of the link's owner. Whoever was signed in as him is signed out."""
    user_id = _use(session, token, now)
    user = session.get(User, user_id) if user_id is not None else None
    if user is None or not user.active:
        raise NotFoundError(token[:4])
    user.password_hash = password_hash
    session.execute(delete(SignInSession).where(SignInSession.user_id == user.id))
    ledger.record(
        session, _himself(session, user), now, "account.activated", "account", user.id, {}
    )
    return user


def found(session: Session, token: str, command: Founding, now: datetime) -> User:
    """Make the bureau and its first administrator. Works once, and only without one."""
    if _use(session, token, now) is not None or has_administrator(session):
        raise NotFoundError(token[:4])
    county = session.scalars(select(Area).where(Area.code == command.county_code)).one_or_none()
    if county is None:
        raise RefusedError(Finding.of("county_missing", county=command.county_code))
    if session.scalar(select(User.id).where(User.login == command.login)) is not None:
        raise RefusedError(Finding.of("login_taken", field="login"))
    user = User(
        login=command.login,
        name=command.name,
        role=Role.ADMINISTRATOR,
        organisation=_bureau(session, command.organisation, county),
        area_id=county.id,
        password_hash=command.password_hash,
        created_at=now,
    )
    session.add(user)
    session.flush()
    ledger.record(
        session, SYSTEM, now, "account.created", "account", user.id,
        {"role": user.role.value, "organisation": user.organisation_id, "area": county.path},
    )  # fmt: skip
    return user


def _bureau(session: Session, name: str, county: Area) -> Organisation:
    bureau = session.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()
    if bureau is None:
        bureau = Organisation(name=name, area_id=county.id, is_authority=True)
        session.add(bureau)
    return bureau


def _use(session: Session, token: str, now: datetime) -> int | None:
    """Whose link this is; it is used up by this. The update decides between two at once."""
    used = session.execute(
        update(Activation)
        .where(
            Activation.token_hash == digest_of(token),
            Activation.used_at.is_(None),
            Activation.expires_at > now,
        )
        .values(used_at=now)
        .returning(Activation.user_id)
    ).one_or_none()
    if used is None:
        raise NotFoundError(token[:4])
    owner: int | None = used.user_id
    return owner


def _himself(session: Session, user: User) -> Actor:
    path = session.scalars(select(Area.path).where(Area.id == user.area_id)).one()
    return Actor(user.id, user.role, user.organisation_id, path)
