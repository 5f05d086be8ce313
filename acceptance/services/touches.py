"""Remembering who took part in a project, so that he does not decide it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.persistence.projects import Touch
from acceptance.persistence.upsert import upsert


def touch(session: Session, actor: Actor, now: datetime, project_id: int, act: str) -> None:
    """Note that `actor` did `act` in this project; the first time is kept."""
    if actor.id is None:
        return
    session.execute(
        upsert(session, Touch)
        .values(project_id=project_id, user_id=actor.id, act=act, at=now)
        .on_conflict_do_nothing()
    )
