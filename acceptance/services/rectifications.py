"""What has to be put right: listed with a deadline, done with evidence, checked and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.checklists import Photo
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.scope import project_in_scope
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.ledger import record
from acceptance.services.touches import touch

BEFORE, AFTER = "before", "after"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to put right, as it is listed."""

    problem: str
    clause: str
    party: PartyRole
    due_on: date
    place: str = ""
    item_code: str = ""
    checklist_id: int | None = None
    mandatory: bool = True


@dataclass(frozen=True, slots=True)
class ReportDone:
    """The party did what was asked; the photo after it is in its slot."""

    rectification_id: int
    version: int
    measure: str


@dataclass(frozen=True, slots=True)
class Check:
    """Whoever checks closes it, or returns it with a reason."""

    rectification_id: int
    version: int
    closed: bool
    reason: str = ""


def list_problems(
    session: Session,
    project: Project,
    attempt: Attempt | None,
    problems: tuple[Problem, ...],
    actor: Actor,
    now: datetime,
) -> tuple[Rectification, ...]:
    """Write down what has to be put right, each with its deadline."""
    today = legal_date(now)
    late = tuple(
        Finding.of("deadline_in_the_past", field=f"problems.{n}.due_on")
        for n, problem in enumerate(problems)
        if problem.due_on < today
    )
    if late:
        raise RefusedError(*late)
    return tuple(_list(session, project, attempt, problem, actor, now) for problem in problems)


def report_done(session: Session, command: ReportDone, actor: Actor, now: datetime) -> None:
    """Say that it is put right. The evidence after the work must be there."""
    row, project = _locked(session, command.rectification_id, command.version, actor)
    reasons = []
    if row.closed_at is not None:
        reasons.append(Finding.of("rectification_closed"))
    if not command.measure.strip():
        reasons.append(Finding.of("measure_missing", field="measure"))
    if not _has_photo(session, row.id, AFTER):
        reasons.append(Finding.of("after_photo_missing", field="after"))
    if reasons:
        raise RefusedError(*reasons)
    row.measure = command.measure
    row.submitted_by, row.submitted_at = actor.id, now
    row.returned_reason = ""
    touch(session, actor, now, project.id, "rectified")
    record(session, actor, now, "rectification.reported", "rectification", row.id,
           {"id": row.id}, project)  # fmt: skip


def check(session: Session, command: Check, actor: Actor, now: datetime) -> None:
    """Close it, or return it. Who reported it done does not close it."""
    row, project = _locked(session, command.rectification_id, command.version, actor)
    reasons = []
    if row.submitted_at is None or row.closed_at is not None:
        reasons.append(Finding.of("rectification_not_reported"))
    if row.submitted_by == actor.id and actor.id is not None:
        reasons.append(Finding.of("own_rectification"))
    if not command.closed and not command.reason.strip():
        reasons.append(Finding.of("reason_missing", field="reason"))
    if reasons:
        raise RefusedError(*reasons)
    touch(session, actor, now, project.id, "checked rectification")
    if command.closed:
        row.closed_by, row.closed_at = actor.id, now
        record(session, actor, now, "rectification.closed", "rectification", row.id,
               {"id": row.id, "mandatory": row.mandatory}, project)  # fmt: skip
        return
    row.submitted_by, row.submitted_at = None, None
    row.returned_reason = command.reason
    record(session, actor, now, "rectification.returned", "rectification", row.id,
           {"id": row.id, "reason": command.reason}, project)  # fmt: skip


def _list(
    session: Session,
    project: Project,
    attempt: Attempt | None,
    problem: Problem,
    actor: Actor,
    now: datetime,
) -> Rectification:
    row = Rectification(
        project_id=project.id,
        attempt_id=attempt.id if attempt else None,
        checklist_id=problem.checklist_id,
        item_code=problem.item_code,
        place=problem.place,
        problem=problem.problem,
        clause=problem.clause,
        party=problem.party,
        mandatory=problem.mandatory,
        due_on=problem.due_on,
        opened_by=actor.id,
        opened_at=now,
    )
    session.add(row)
    session.flush()
    payload = {
        "id": row.id,
        "mandatory": row.mandatory,
        "party": row.party,
        "problem": row.problem,
        "clause": row.clause,
        "due_on": row.due_on.isoformat(),
        "attempt": attempt.number if attempt else None,
    }
    record(session, actor, now, "rectification.opened", "rectification", row.id, payload, project)
    return row


def _locked(
    session: Session, rectification_id: int, version: int, actor: Actor
) -> tuple[Rectification, Project]:
    row = session.scalars(
        select(Rectification).where(Rectification.id == rectification_id).with_for_update()
    ).one_or_none()
    project = project_in_scope(session, actor, row.project_id) if row else None
    if row is None or project is None:
        raise NotFoundError
    if row.version != version:
        raise StaleError
    return row, project


def _has_photo(session: Session, rectification_id: int, slot: str) -> bool:
    return (
        session.scalar(
            select(Photo.id)
            .where(Photo.rectification_id == rectification_id, Photo.slot == slot)
            .limit(1)
        )
        is not None
    )
