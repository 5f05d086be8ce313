"""The log of a project: its acts in the ledger, newest first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
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
    statement = (
        select(
            LedgerRow.seq,
            LedgerRow.at,
            User.name,
            LedgerRow.role,
            LedgerRow.action,
            LedgerRow.payload,
            LedgerRow.hash,
        )
        .outerjoin(User, User.id == LedgerRow.actor_id)
        .where(LedgerRow.project_id == project_id)
        .order_by(LedgerRow.seq.asc() if backwards else LedgerRow.seq.desc())
        .limit(size + 1)
    )
    if key is not None:
        bound = min(max(key, -LARGEST_SEQ), LARGEST_SEQ)
        statement = statement.where(LedgerRow.seq > bound if backwards else LedgerRow.seq < bound)
    rows = session.execute(statement).all()
    more, rows = len(rows) > size, rows[:size]
    lines = [
        LogLine(row.seq, row.at, row.name or "", Role(row.role), row.action,
                json.loads(row.payload), row.hash[:12])
        for row in rows
    ]  # fmt: skip
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
