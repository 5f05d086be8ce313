"""Accounts: made, changed, stopped. A change counts from the person's very next request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.areas import is_within
from acceptance.domain.findings import Finding
from acceptance.domain.people import ACCOUNT_ROLES, Actor, Role
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import User
from acceptance.services import activation, ledger, sessions
from acceptance.services.errors import NotFoundError, RefusedError

LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Post:
    """What an account is for: one role in one organisation, for one area."""

    role: Role
    organisation_id: int
    area_id: int


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A person who shall be able to sign in."""

    login: str
    name: str
    post: Post


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link for a person; the token is told once and kept nowhere."""

    user_id: int
    token: str


def create(session: Session, command: NewAccount, actor: Actor, now: datetime) -> Link:
    """Make an account without a password, and the link by which its owner sets one."""
    reasons = list(_login_reasons(session, command.login))
    area = _area(session, command.post, actor, reasons)
    if reasons:
        raise RefusedError(*reasons)
    user = User(
        login=command.login,
        name=command.name,
        role=command.post.role,
        organisation_id=command.post.organisation_id,
        area_id=command.post.area_id,
        created_at=now,
    )
    session.add(user)
    session.flush()
    ledger.record(session, actor, now, "account.created", "account", user.id, _payload(user, area))
    return Link(user.id, activation.issue(session, user.id, now))


def change(
    session: Session, user_id: int, name: str, post: Post, actor: Actor, now: datetime
) -> None:
    """Give a person another name, role, organisation or area. Another post signs him out."""
    user = person_in_scope(session, user_id, actor)
    reasons: list[Finding] = []
    area = _area(session, post, actor, reasons)
    if user.id == actor.id and post.role is not user.role:
        reasons.append(Finding.of("own_role", field="role"))
    if reasons:
        raise RefusedError(*reasons)
    before = (user.role, user.organisation_id, user.area_id)
    user.name = name
    user.role, user.organisation_id, user.area_id = post.role, post.organisation_id, post.area_id
    if before == (post.role, post.organisation_id, post.area_id):
        return
    ledger.record(session, actor, now, "account.changed", "account", user.id, _payload(user, area))
    sessions.end_all(session, user.id, actor, now)


def disable(session: Session, user_id: int, actor: Actor, now: datetime) -> None:
    """Stop an account: signed out everywhere, its links void. Its acts remain."""
    user = person_in_scope(session, user_id, actor)
    if user.id == actor.id:
        raise RefusedError(Finding.of("own_account"))
    if not user.active:
        return
    user.active = False
    activation.void_links(session, user.id, now)
    ledger.record(session, actor, now, "account.disabled", "account", user.id, {})
    sessions.end_all(session, user.id, actor, now)


def enable(session: Session, user_id: int, actor: Actor, now: datetime) -> Link:
    """Let a stopped account in again; the old password is gone, so that a link is made."""
    user = person_in_scope(session, user_id, actor)
    if user.active:
        return renew_link(session, user_id, actor, now)
    user.active = True
    user.password_hash = None
    ledger.record(session, actor, now, "account.enabled", "account", user.id, {})
    return Link(user.id, activation.issue(session, user.id, now))


def renew_link(session: Session, user_id: int, actor: Actor, now: datetime) -> Link:
    """A new link for setting a password; links given before stop working."""
    user = person_in_scope(session, user_id, actor)
    if not user.active:
        raise RefusedError(Finding.of("account_disabled"))
    token = activation.issue(session, user.id, now)
    ledger.record(session, actor, now, "account.link_issued", "account", user.id, {})
    return Link(user.id, token)


def end_sessions(session: Session, user_id: int, actor: Actor, now: datetime) -> int:
    """Sign a person out everywhere; how many browsers that were."""
    return sessions.end_all(session, person_in_scope(session, user_id, actor).id, actor, now)


def person_in_scope(session: Session, user_id: int, actor: Actor) -> User:
    """The account, locked for changing; foreign ones are as missing as missing ones."""
    user = session.scalars(
        select(User)
        .join(Area, Area.id == User.area_id)
        .where(User.id == user_id, Area.path.startswith(actor.area_path, autoescape=True))
        .with_for_update(of=User)
    ).one_or_none()
    if user is None:
        raise NotFoundError(user_id)
    return user


def login_reasons(login: str) -> tuple[Finding, ...]:
    """Why a login cannot be one; empty when its form is right."""
    return () if LOGIN.match(login) else (Finding.of("login_form", field="login"),)


def _login_reasons(session: Session, login: str) -> tuple[Finding, ...]:
    if session.scalar(select(User.id).where(User.login == login)) is not None:
        return (Finding.of("login_taken", field="login"),)
    return login_reasons(login)


def _area(session: Session, post: Post, actor: Actor, reasons: list[Finding]) -> Area | None:
    area = session.get(Area, post.area_id)
    if area is None or not is_within(area.path, actor.area_path):
        reasons.append(Finding.of("area_out_of_scope", field="area_id"))
    if session.get(Organisation, post.organisation_id) is None:
        reasons.append(Finding.of("organisation_unknown", field="organisation_id"))
    if post.role not in ACCOUNT_ROLES:
        reasons.append(Finding.of("role_unknown", field="role"))
    return area


def _payload(user: User, area: Area | None) -> dict[str, str | int]:
    return {
        "role": user.role.value,
        "organisation": user.organisation_id,
        "area": area.path if area else "",
    }
