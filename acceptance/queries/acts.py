"""Acts of the ledger as a person reads them: when, who, what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.users import User
from acceptance.queries.ledger import entry_of
from acceptance.workflow.ledger import body, digest

Payload = Mapping[str, Any]
# Looking at something is an act too, but it takes no part in the work.
LOOKING = ("photo.original_seen",)
REFUSED = "stage.refused"


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act. `who` is empty for the system; `intact` says that its hash covers its content."""

    seq: int
    at: datetime
    who: str
    tag: str
    payload: Payload
    intact: bool


def acts_since(session: Session, project_id: int, seen: int) -> tuple[ActLine, ...]:
    """What happened in a project after the act that somebody saw last, oldest first."""
    return _acts(session, LedgerRow.project_id == project_id, LedgerRow.seq > seen)


def acts_of(session: Session, project_id: int) -> tuple[ActLine, ...]:
    """Everything that happened in a project, oldest first."""
    return _acts(session, LedgerRow.project_id == project_id)


def last_touch(session: Session, project_id: int, user_id: int) -> ActLine | None:
    """The newest act by which this person took part in the project."""
    acts = _acts(
        session,
        LedgerRow.project_id == project_id,
        LedgerRow.actor_id == user_id,
        LedgerRow.action.not_in((*LOOKING, REFUSED)),
    )
    return acts[-1] if acts else None


def _acts(session: Session, *wanted: ColumnElement[bool]) -> tuple[ActLine, ...]:
    rows = session.execute(
        select(LedgerRow, User.name)
        .outerjoin(User, User.id == LedgerRow.actor_id)
        .where(*wanted)
        .order_by(LedgerRow.seq)
    )
    return tuple(
        ActLine(row.seq, row.at, name or "", row.action, json.loads(row.payload), _intact(row))
        for row, name in rows
    )


def _intact(row: LedgerRow) -> bool:
    return digest(body(entry_of(row))) == row.hash
