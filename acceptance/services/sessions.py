"""Signed-in browsers: opened, seen, ended; and the throttle in front of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.persistence.users import SignInFailure, SignInSession
from acceptance.queries.accounts import ABSOLUTE
from acceptance.services import ledger
from acceptance.services.tokens import digest_of, new_token

WINDOW = timedelta(minutes=15)
MOST_PER_LOGIN = 10
# A whole office may stand behind one address, so that it gets more tries than one login does.
MOST_PER_ADDRESS = 30


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a try comes from, as keyed digests: the login (or known browser), the address."""

    login_hash: str
    address_hash: str


def open_session(session: Session, user_id: int, now: datetime) -> str:
    """Sign a person in; returns the token for his browser. Ended sessions are cleared away."""
    token = new_token()
    session.execute(
        delete(SignInSession).where(
            SignInSession.user_id == user_id, SignInSession.created_at <= now - ABSOLUTE
        )
    )
    session.add(
        SignInSession(token_hash=digest_of(token), user_id=user_id, created_at=now, seen_at=now)
    )
    session.flush()
    return token


def seen(session: Session, session_id: int, now: datetime) -> None:
    """Note that a session is in use."""
    session.execute(update(SignInSession).where(SignInSession.id == session_id).values(seen_at=now))


def end(session: Session, session_id: int, user_id: int) -> None:
    """Sign a person's browser out."""
    session.execute(
        delete(SignInSession).where(
            SignInSession.id == session_id, SignInSession.user_id == user_id
        )
    )


def end_all(
    session: Session, user_id: int, actor: Actor, now: datetime, keep: int | None = None
) -> int:
    """Sign a person out everywhere, but for the session `keep`; how many that were."""
    ended = session.execute(
        delete(SignInSession)
        .where(SignInSession.user_id == user_id, SignInSession.id != (keep or 0))
        .returning(SignInSession.id)
    ).all()
    if ended:
        ledger.record(
            session, actor, now, "account.sessions_ended", "account", user_id,
            {"count": len(ended)},
        )  # fmt: skip
    return len(ended)


def minutes_to_wait(session: Session, origin: Origin, now: datetime) -> int:
    """How long this login or this address has to wait; 0 when it may try."""
    waits = [
        _wait(session, SignInFailure.login_hash == origin.login_hash, MOST_PER_LOGIN, now),
        _wait(session, SignInFailure.address_hash == origin.address_hash, MOST_PER_ADDRESS, now),
    ]
    return max(waits)


def note_failure(session: Session, origin: Origin, now: datetime) -> None:
    """Count a refused sign-in; those that count no more are cleared away."""
    session.execute(delete(SignInFailure).where(SignInFailure.at <= now - WINDOW))
    session.add(
        SignInFailure(login_hash=origin.login_hash, address_hash=origin.address_hash, at=now)
    )


def _wait(session: Session, whose: ColumnElement[bool], most: int, now: datetime) -> int:
    times = session.scalars(
        select(SignInFailure.at)
        .where(whose, SignInFailure.at > now - WINDOW)
        .order_by(SignInFailure.at.desc())
        .limit(most)
    ).all()
    if len(times) < most:
        return 0
    left = times[-1] + WINDOW - now
    return max(1, -(-int(left.total_seconds()) // 60))
