"""Keeping the counts of a project up to date, in the transaction that changes what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import CountedAttempt
from acceptance.domain.projects import RULE_SETS, Grade
from acceptance.domain.quarters import quarter_counts
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rate_checks import RateCheck
from acceptance.persistence.rates import ProjectQuarter, RateCell
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.upsert import upsert

COUNTED_ACTS = ("attempt.", "certificate.revoked", "project.graded", "rectification.")
BATCH = 500
_KEY = ("conditional_counts", "quarter", "area_id", "size", "category")
_FLAGS = ("first_passed", "latest_passed", "accepted_graded", "excellent", "sound")
_SUMS = ("first", "latest", *_FLAGS)


def count_project(session: Session, project_id: int) -> None:
    """Write anew how a project counts, from its attempts as they are now."""
    of_project = ProjectQuarter.project_id == project_id
    before = session.execute(select(ProjectQuarter.__table__).where(of_project)).mappings().all()
    after = _counts(session, [project_id])
    if [dict(row) for row in before] == after:
        return
    session.execute(delete(ProjectQuarter).where(of_project))
    if after:
        session.execute(insert(ProjectQuarter), after)
    if bool(before) != bool(after):
        _mark_decided(session, Project.id == project_id, decided=bool(after))
    _add(session, before, -1)
    _add(session, after, 1)


def count_all(session: Session) -> int:
    """Write the counts of every project anew; the number of projects that were looked at."""
    session.execute(delete(RateCell))
    session.execute(delete(ProjectQuarter))
    ids = session.scalars(
        select(Project.id).where(Project.counted_area_id.is_not(None)).order_by(Project.id)
    ).all()
    for start in range(0, len(ids), BATCH):
        if rows := _counts(session, ids[start : start + BATCH]):
            session.execute(insert(ProjectQuarter), rows)
            _add(session, rows, 1)
    counting = Project.id.in_(select(ProjectQuarter.project_id))
    _mark_decided(session, counting, decided=True)
    _mark_decided(session, ~counting, decided=False)
    return len(ids)


def _mark_decided(session: Session, which: ColumnElement[bool], *, decided: bool) -> None:
    # Not an edit by a person: the version that guards against two editors stays as it is.
    session.execute(
        update(Project)
        .where(which)
        .values(counted_decided=decided)
        .execution_options(synchronize_session=False)
    )


def _add(session: Session, rows: Iterable[Any], sign: int) -> None:
    """Add projects to the sums of their cells, or take them out."""
    cells: dict[tuple[Any, ...], dict[str, int]] = {}
    for row in rows:
        cell = cells.setdefault(tuple(row[name] for name in _KEY), dict.fromkeys(_SUMS, 0))
        for name in ("first", "latest"):
            cell[name] += sign * (row[name] is not None)
        for name in _FLAGS:
            cell[name] += sign * row[name]
    if not cells:
        return
    adding = upsert(session, RateCell)
    raised = adding.on_conflict_do_update(
        index_elements=[getattr(RateCell, name) for name in _KEY],
        set_={name: getattr(RateCell, name) + adding.excluded[name] for name in _SUMS},
    )
    session.execute(
        raised, [dict(zip(_KEY, key, strict=True)) | sums for key, sums in cells.items()]
    )


def _counts(session: Session, ids: Any) -> list[dict[str, Any]]:
    problem = exists().where(
        Rectification.project_id == Project.id,
        Rectification.closed_at.is_(None),
        Rectification.mandatory,
    )
    projects = session.execute(
        select(
            Project.id,
            Project.counted_area_id,
            Project.counted_size,
            Project.counted_category,
            Project.counted_graded,
            Project.rule_set,
            Project.grade,
            problem.label("problem"),
        ).where(Project.id.in_(ids), Project.counted_area_id.is_not(None))
    ).all()
    attempts = _attempts(session, ids)
    return [
        row
        for project in projects
        for conditional in (False, True)
        for row in _rows(project, attempts.get(project.id, []), conditional_counts=conditional)
    ]


def _attempts(session: Session, ids: Any) -> dict[int, list[CountedAttempt]]:
    found: dict[int, list[CountedAttempt]] = {}
    rows = session.execute(
        select(
            Attempt.project_id,
            Attempt.number,
            Attempt.result,
            Attempt.voided_result,
            Attempt.decided_on,
            Attempt.overturned_at,
        ).where(Attempt.project_id.in_(ids))
    )
    for row in rows:
        voided = row.result is AttemptResult.VOID
        attempt = CountedAttempt(
            row.number,
            row.voided_result if voided else row.result,
            row.decided_on,
            voided=voided,
            overturned=row.overturned_at is not None,
        )
        found.setdefault(row.project_id, []).append(attempt)
    return found


def _rows(
    project: Any, attempts: list[CountedAttempt], *, conditional_counts: bool
) -> list[dict[str, Any]]:
    graded = project.counted_graded
    if graded is None:
        graded = RULE_SETS[project.rule_set].grades
    return [
        {
            "project_id": project.id,
            "conditional_counts": conditional_counts,
            "quarter": count.quarter,
            "area_id": project.counted_area_id,
            "size": project.counted_size,
            "category": project.counted_category,
            "first": count.first,
            "first_passed": count.first_passed,
            "latest": count.latest,
            "latest_passed": count.latest_passed,
            "accepted_graded": count.latest_passed and graded,
            "excellent": count.latest_passed and graded and project.grade is Grade.EXCELLENT,
            "sound": count.latest_passed and not project.problem,
            "overtaken_by": count.overtaken_by,
            "overtaken_before": count.overtaken_before,
        }
        for count in quarter_counts(attempts, conditional_counts=conditional_counts)
    ]


def note_check(session: Session, seq: int, differences: int, now: datetime) -> None:
    """Keep what a comparison with the ledger found; the explanations of figures show the last."""
    session.add(RateCheck(at=now, seq=seq, differences=differences))
