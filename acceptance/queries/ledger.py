"""Reading the ledger: for export, for checking, for the log of a project."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import UTC
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.persistence.ledger import LedgerHead, LedgerRow
from acceptance.workflow.ledger import Break, Entry, first_break

BATCH = 2000


def entries(session: Session) -> Generator[Entry]:
    """The whole chain in order, read in batches."""
    # Whoever stops at the first bad act leaves no cursor open on the server.
    with session.scalars(
        select(LedgerRow).order_by(LedgerRow.seq).execution_options(yield_per=BATCH)
    ) as rows:
        for row in rows:
            yield entry_of(row)


def entry_of(row: LedgerRow) -> Entry:
    """A stored row as the value that its hash covers."""
    return Entry(
        seq=row.seq,
        at=row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        actor=row.actor_id,
        role=row.role,
        action=row.action,
        object_kind=row.object_kind,
        object_id=row.object_id,
        project=row.project_code,
        payload=row.payload,
        prev=row.prev_hash,
        hash=row.hash,
    )


def head(session: Session) -> tuple[int, str]:
    """The position and hash of the newest act."""
    row = session.execute(select(LedgerHead.seq, LedgerHead.hash)).one()
    return row.seq, row.hash


def verify(session: Session) -> Break | None:
    """The first act at which the chain does not hold, or None.

    A session that has not begun yet looks at one moment only; in one that has, on PostgreSQL, an
    act appended meanwhile may look like a break.
    """
    if session.get_bind().dialect.name == "postgresql" and not session.in_transaction():
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    seq, link = head(session)
    with closing(entries(session)) as chain:
        return first_break(chain, seq, link)


def export_lines(session: Session) -> Iterator[dict[str, Any]]:
    """Each act as a JSON object with its payload opened."""
    for entry in entries(session):
        yield {
            "seq": entry.seq,
            "at": entry.at,
            "actor": entry.actor,
            "role": entry.role,
            "action": entry.action,
            "object": {"kind": entry.object_kind, "id": entry.object_id},
            "project": entry.project,
            "payload": json.loads(entry.payload),
            "prev": entry.prev,
            "hash": entry.hash,
        }


def newest_of(session: Session, project_id: int) -> int:
    """The position of the newest act in a project; 0 when there is none."""
    newest = select(func.max(LedgerRow.seq)).where(LedgerRow.project_id == project_id)
    return session.scalar(newest) or 0
