"""Remembering who took part in a project, so that he does not decide it."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.persistence.projects import Touch


def touch(session: Session, actor: Actor, now: datetime, project_id: int, act: str) -> None:
    """Note that `actor` did `act` in this project; the first time is kept."""
    if actor.id is None:
        return
    session.execute(
        _noting(session.get_bind().dialect.name),
        {"project_id": project_id, "user_id": actor.id, "act": act, "at": now},
    )


@cache
def _noting(dialect: str) -> Any:
    """The statement, made once: every act of every inspector needs it."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    table: Any = Touch.__table__
    return insert(table).on_conflict_do_nothing()
