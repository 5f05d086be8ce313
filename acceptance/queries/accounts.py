"""Who is signed in, who may sign in, who works here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Permission, Role
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import SignInSession, User

ABSOLUTE = timedelta(hours=12)
IDLE = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person behind a request, as the database knows him at this moment."""

    user_id: int
    login: str
    name: str
    role: Role
    organisation_id: int
    organisation: str
    area_id: int
    area: str
    area_path: str
    locale: str
    session_id: int
    seen_at: datetime

    @property
    def actor(self) -> Actor:
        return Actor(self.user_id, self.role, self.organisation_id, self.area_path)

    def may(self, permission: Permission) -> bool:
        return self.actor.may(permission)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What is needed to check a password."""

    user_id: int
    login: str
    password_hash: str | None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser in which a person is signed in."""

    id: int
    created_at: datetime
    seen_at: datetime


def viewer(session: Session, token_hash: str, now: datetime) -> Viewer | None:
    """Who this session belongs to; nobody when it has ended or the person may not sign in."""
    row = session.execute(
        _holder(),
        {"token": token_hash, "oldest": now - ABSOLUTE, "idle_since": now - IDLE},
    ).one_or_none()
    return Viewer(*row) if row else None


@cache
def _holder() -> Any:
    """The statement of `viewer`, made once: every request asks it."""
    return (
        select(
            User.id, User.login, User.name, User.role, Organisation.id, Organisation.name,
            Area.id, Area.name, Area.path, User.locale, SignInSession.id, SignInSession.seen_at,
        )
        .join(User, User.id == SignInSession.user_id)
        .join(Organisation, Organisation.id == User.organisation_id)
        .join(Area, Area.id == User.area_id)
        .where(
            SignInSession.token_hash == bindparam("token"),
            SignInSession.created_at > bindparam("oldest"),
            SignInSession.seen_at > bindparam("idle_since"),
            User.active,
        )
    )  # fmt: skip


def credentials(session: Session, login: str) -> Credentials | None:
    """The account that may sign in under this login."""
    row = session.execute(
        select(User.id, User.login, User.password_hash).where(User.login == login, User.active)
    ).one_or_none()
    return Credentials(*row) if row else None


def sessions_of(session: Session, user_id: int, now: datetime) -> tuple[OpenSession, ...]:
    """Where a person is signed in, the latest first."""
    rows = session.execute(
        select(SignInSession.id, SignInSession.created_at, SignInSession.seen_at)
        .where(
            SignInSession.user_id == user_id,
            SignInSession.created_at > now - ABSOLUTE,
            SignInSession.seen_at > now - IDLE,
        )
        .order_by(SignInSession.seen_at.desc(), SignInSession.id.desc())
    )
    return tuple(OpenSession(*row) for row in rows)


def has_administrator(session: Session) -> bool:
    """Whether anybody can administer this installation."""
    return (
        session.scalar(select(User.id).where(User.role == Role.ADMINISTRATOR, User.active).limit(1))
        is not None
    )
