"""Keeping the counts of a project up to date, in the transaction that changes what they rest on."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Update,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from acceptance.persistence.attempts import Attempt
from acceptance.persistence.merging import Kept, merge
from acceptance.persistence.projects import Project
from acceptance.persistence.rate_checks import RateCheck
from acceptance.persistence.rates import OvertakenCell, ProjectConclusion, RateCell
from acceptance.services.areas_above import ancestors
from acceptance.services.counted_projects import Counted, counted
from acceptance.services.counting_cells import Cells

# What a figure rests on: attempts and what follows them, and the quantities that weigh a project.
COUNTED_ACTS = (
    "attempt.", "certificate.revoked", "project.graded", "project.changed", "rectification.",
    "works.",
)  # fmt: skip
BATCH = 500
_ROWS: Any = ProjectConclusion.__table__
_KEPT = Kept(_ROWS, tuple(column.name for column in _ROWS.columns))


def count_project(session: Session, project_id: int) -> None:
    """Write anew how a project counts, from its attempts as they are now."""
    session.flush()
    for found in counted(session, [project_id]):
        _bring_up_to_date(session, project_id, found)


def _bring_up_to_date(session: Session, project_id: int, found: Counted) -> None:
    """Write what differs, and raise the sums by the difference."""
    kept, due = found.kept, found.due
    less = [row for place, row in kept.items() if due.get(place) != row]
    more = [row for place, row in due.items() if kept.get(place) != row]
    if not less and not more:
        return
    if gone := [row for place, row in kept.items() if place not in due]:
        session.execute(_rows_taken_out(), gone)
    if bool(kept) != bool(due):
        session.execute(_decided_marked(), {"project": project_id, "decided": bool(due)})
    cells = Cells(ancestors(session, {row["area_id"] for row in less + more}))
    cells.change(less, more)
    merge(session.connection(), (_KEPT, [_plain(row) for row in more]), *cells.differences())


def _plain(row: dict[str, Any]) -> list[Any]:
    given = (row[name] for name in _KEPT.columns)
    return [value.isoformat() if isinstance(value, date) else value for value in given]


@cache
def _rows_taken_out() -> Delete:
    return delete(_ROWS).where(*(key == bindparam(key.name) for key in _ROWS.primary_key))


@cache
def _decided_marked() -> Update:
    # Not an edit by a person: the version that guards against two editors stays as it is.
    of: Any = Project.__table__
    return (
        update(of)
        .where(of.c.id == bindparam("project"))
        .values(counted_decided=bindparam("decided"))
    )


def count_all(session: Session) -> int:
    """Write the counts of every project anew; the number of projects that were looked at."""
    for table in (RateCell, OvertakenCell, ProjectConclusion):
        session.execute(delete(table))
    ids = session.scalars(
        select(Project.id).where(Project.counted_area_id.is_not(None)).order_by(Project.id)
    ).all()
    cells = Cells(ancestors(session))
    for some in _batches(ids):
        if rows := [row for found in counted(session, some) for row in found.due.values()]:
            session.execute(insert(ProjectConclusion), rows)
            cells.change((), rows)
    merge(session.connection(), *cells.differences())
    counting = Project.id.in_(select(ProjectConclusion.project_id))
    _mark_decided(session, counting, decided=True)
    _mark_decided(session, ~counting, decided=False)
    return len(ids)


def count_if_lacking(session: Session) -> None:
    """Count everything where attempts were decided and no count is kept, as after a migration that
    keeps the counts in another way."""
    if session.scalar(select(ProjectConclusion.project_id).limit(1)) is not None:
        return
    if session.scalar(select(Attempt.id).where(Attempt.decided_on.is_not(None)).limit(1)):
        count_all(session)


def note_check(session: Session, seq: int, differences: int, now: datetime) -> None:
    """Keep what a comparison with the ledger found; the explanations of figures show the last."""
    session.add(RateCheck(at=now, seq=seq, differences=differences))


def _batches(ids: Any) -> Any:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _mark_decided(session: Session, which: ColumnElement[bool], *, decided: bool) -> None:
    # Not an edit by a person: the version that guards against two editors stays as it is.
    session.execute(
        update(Project)
        .where(which)
        .values(counted_decided=decided)
        .execution_options(synchronize_session=False)
    )
