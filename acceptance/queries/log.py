"""The log of a project: its acts in the ledger, newest first."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Role
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.users import User
from acceptance.queries.project_head import ProjectHead, project_head

PAGE = 40
LARGEST_SEQ = 2**63 - 1


@dataclass(frozen=True, slots=True)
class LogLine:
    """An act: when, who in which role, what, and the beginning of its link in the chain."""

    seq: int
    at: datetime
    who: str
    role: Role
    action: str
    payload: Mapping[str, Any]
    hash: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log with the keys of its neighbours."""

    head: ProjectHead
    lines: tuple[LogLine, ...]
    before: tuple[int, ...] | None
    after: tuple[int, ...] | None


def log_page(
    session: Session,
    actor: Actor,
    project_id: int,
    before: int | None = None,
    after: int | None = None,
    size: int = PAGE,
) -> LogPage | None:
    """The acts older than `after`, or newer than `before`, or the newest."""
    head = project_head(session, actor, project_id)
    if head is None:
        return None
    backwards = before is not None and after is None
    key = before if backwards else after
    rows = _rows(session, project_id, key, size + 1, backwards=backwards)
    more = len(rows) > size
    lines = [_line(row) for row in rows[:size]]
    if backwards:
        lines.reverse()
    newer = more if backwards else key is not None
    older = more if not backwards else True
    return LogPage(
        head,
        tuple(lines),
        (lines[0].seq,) if lines and newer else None,
        (lines[-1].seq,) if lines and older else None,
    )


def _rows(
    session: Session, project_id: int, key: int | None, most: int, *, backwards: bool
) -> Sequence[Row[*tuple[Any, ...]]]:
    statement = (
        select(LedgerRow, User.name)
        .outerjoin(User, User.id == LedgerRow.actor_id)
        .where(LedgerRow.project_id == project_id)
        .order_by(LedgerRow.seq.asc() if backwards else LedgerRow.seq.desc())
        .limit(most)
    )
    if key is not None:
        bound = min(max(key, -LARGEST_SEQ), LARGEST_SEQ)
        statement = statement.where(LedgerRow.seq > bound if backwards else LedgerRow.seq < bound)
    return session.execute(statement).all()


def _line(row: Row[*tuple[Any, ...]]) -> LogLine:
    act: LedgerRow = row[0]
    payload = json.loads(act.payload)
    return LogLine(
        act.seq, act.at, row[1] or "", Role(act.role), act.action, payload, act.hash[:12]
    )
