"""The only writer of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical
from acceptance.domain.people import Actor
from acceptance.persistence.ledger import LedgerHead, LedgerRow
from acceptance.persistence.projects import Project
from acceptance.services.counting import COUNTED_ACTS, count_project
from acceptance.workflow.ledger import Entry, body, digest

# Every act needs these three; making a statement takes longer than sending it.
_LEDGER: Any = LedgerRow.__table__
_HEADS: Any = LedgerHead.__table__
_HEAD = select(_HEADS.c.seq, _HEADS.c.hash).where(_HEADS.c.id == 1).with_for_update()
_APPEND = insert(_LEDGER)
_RAISE = (
    update(_HEADS)
    .where(_HEADS.c.id == 1)
    .values(seq=bindparam("last_seq"), hash=bindparam("last_hash"))
)


def record(
    session: Session,
    actor: Actor,
    now: datetime,
    action: str,
    object_kind: str,
    object_id: int | str,
    payload: Mapping[str, Any],
    project: Project | None = None,
) -> Entry:
    """Append one act to the chain, in the caller's transaction.

    The head row is locked until that transaction ends, so call this as late as possible. Numbers
    are gapless because the head is raised by the same transaction. `payload` must be free of
    personal data: names enter only as salted digests. What an act changes in the rates is counted
    here, since no such change happens without its act.
    """
    session.flush()
    seq, link = _locked_head(session)
    content = body(
        Entry(
            seq=seq + 1,
            at=now.astimezone(UTC).isoformat(timespec="microseconds"),
            actor=actor.id,
            role=actor.role.value,
            action=action,
            object_kind=object_kind,
            object_id=str(object_id),
            project=project.code if project else None,
            payload=canonical(payload),
            prev=link,
            hash="",
        )
    )
    entry = Entry(**content, hash=digest(content))
    _append(session, entry, now, project.id if project else None)
    if project is not None and action.startswith(COUNTED_ACTS):
        count_project(session, project.id)
    return entry


def head_of(session: Session) -> str:
    """The hash the ledger stands at, locked until the caller's transaction ends."""
    return _locked_head(session)[1]


def _locked_head(session: Session) -> tuple[int, str]:
    head = session.execute(_HEAD).one()
    return head.seq, head.hash


def _append(session: Session, entry: Entry, now: datetime, project_id: int | None) -> None:
    session.execute(
        _APPEND,
        {
            "seq": entry.seq,
            "at": now,
            "actor_id": entry.actor,
            "role": entry.role,
            "action": entry.action,
            "object_kind": entry.object_kind,
            "object_id": entry.object_id,
            "project_id": project_id,
            "project_code": entry.project,
            "payload": entry.payload,
            "prev_hash": entry.prev,
            "hash": entry.hash,
        },
    )
    session.execute(_RAISE, {"last_seq": entry.seq, "last_hash": entry.hash})
