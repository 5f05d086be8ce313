"""Keeping the counts of a project up to date, in the transaction that changes what they rest on."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Delete, Select, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rate_checks import RateCheck
from acceptance.persistence.rates import OvertakenCell, ProjectConclusion, RateCell
from acceptance.services.counting_cells import Cells, ancestors
from acceptance.services.counting_rows import counted_rows

# What a figure rests on: attempts and what follows them, and the quantities that weigh a project.
COUNTED_ACTS = (
    "attempt.", "certificate.revoked", "project.graded", "project.changed", "rectification.",
    "works.",
)  # fmt: skip
BATCH = 500
_ROWS: Any = ProjectConclusion.__table__


def count_project(session: Session, project_id: int) -> None:
    """Write anew how a project counts, from its attempts as they are now."""
    project = {"project": project_id}
    before = [dict(row) for row in session.execute(_rows_of_project(), project).mappings()]
    after = counted_rows(session, [project_id])
    if before == after:
        return
    session.execute(_rows_taken_out(), project)
    if after:
        session.execute(insert(_ROWS), after)
    if bool(before) != bool(after):
        _mark_decided(session, Project.id == project_id, decided=bool(after))
    cells = Cells(ancestors(session, {row["area_id"] for row in before + after}))
    for row in before:
        cells.add(row, -1)
    for row in after:
        cells.add(row, 1)
    cells.save(session)


@cache
def _rows_of_project() -> Select[*tuple[Any, ...]]:
    """This statement and the next are made once: making them takes longer than running them."""
    of_project = _ROWS.c.project_id == bindparam("project")
    return select(_ROWS).where(of_project).order_by(_ROWS.c.conditional_counts, _ROWS.c.number)


@cache
def _rows_taken_out() -> Delete:
    return delete(_ROWS).where(_ROWS.c.project_id == bindparam("project"))


def count_all(session: Session) -> int:
    """Write the counts of every project anew; the number of projects that were looked at."""
    for table in (RateCell, OvertakenCell, ProjectConclusion):
        session.execute(delete(table))
    ids = session.scalars(
        select(Project.id).where(Project.counted_area_id.is_not(None)).order_by(Project.id)
    ).all()
    cells = Cells(ancestors(session))
    for some in _batches(ids):
        if rows := counted_rows(session, some):
            session.execute(insert(ProjectConclusion), rows)
            for row in rows:
                cells.add(row, 1)
    cells.save(session)
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
