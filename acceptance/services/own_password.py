"""Changing one's own password."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.persistence.users import User
from acceptance.services import activation, ledger, sessions
from acceptance.services.errors import StaleError


def change(
    session: Session, actor: Actor, old_hash: str, new_hash: str, keep: int, now: datetime
) -> None:
    """Put a new password in the place of the checked one; other browsers are signed out.

    `keep` is the session that stays. The old hash is compared, so that of two changes at once
    only one happens.
    """
    changed = session.execute(
        update(User)
        .where(User.id == actor.id, User.password_hash == old_hash)
        .values(password_hash=new_hash)
        .returning(User.id)
    ).one_or_none()
    if changed is None:
        raise StaleError
    activation.void_links(session, actor.id, now)
    ledger.record(session, actor, now, "account.password_changed", "account", changed.id, {})
    sessions.end_all(session, changed.id, actor, now, keep=keep)


def remember_language(session: Session, actor: Actor, locale: str) -> None:
    """Keep the language a person reads."""
    user = session.scalars(select(User).where(User.id == actor.id)).one()
    user.locale = locale
