"""Who signs in to measure."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from acceptance.domain.people import Role
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import User
from tests.builders.people import PASSWORD_HASH


def add_leader(session: Session, area_id: int, now: datetime) -> str:
    """A leader of this area, with an office of its own; the name to sign in with."""
    bureau = Organisation(name="示例省住建厅", area_id=area_id, is_authority=True)
    session.add(bureau)
    session.flush()
    session.add(
        User(
            login="leader", name="示例人员", role=Role.LEADER, organisation_id=bureau.id,
            area_id=area_id, password_hash=PASSWORD_HASH, created_at=now,
        )
    )  # fmt: skip
    session.flush()
    return "leader"
