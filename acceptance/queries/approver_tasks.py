"""What waits for an approver: one statement for each kind of task."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.job_state import JobState
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.jobs import Job
from acceptance.persistence.projects import Project, Touch
from acceptance.persistence.users import User
from acceptance.queries.scope import visible
from acceptance.queries.task_rows import PROJECT_COLUMNS, Condition, Task, TaskKind, task
from acceptance.workflow.stages import Stage

MOST = 60
CERTIFICATE_JOB = "certificate_pdf"


def approvals(session: Session, actor: Actor) -> Iterator[Task]:
    """Projects that wait for a decision, longest first; `reason` where the viewer took part."""
    number = (
        select(func.max(Attempt.number))
        .where(Attempt.project_id == Project.id)
        .correlate(Project)
        .scalar_subquery()
    )
    rows = session.execute(
        select(*PROJECT_COLUMNS, Project.stage_since, number.label("number"),
               _own(actor).label("own"))
        .join_from(Project, Area, Area.id == Project.area_id)
        .where(Project.stage == Stage.APPROVAL, visible(actor))
        .order_by(Project.stage_since)
        .limit(MOST)
    )  # fmt: skip
    for row in rows:
        yield task(TaskKind.APPROVAL, row, number=row.number or 0,
                   since=legal_date(row.stage_since), reason="own_work" if row.own else "")  # fmt: skip


def voids(session: Session, actor: Actor) -> Iterator[Task]:
    """Attempts somebody asked to void; a person of another unit confirms."""
    rows = session.execute(
        select(*PROJECT_COLUMNS, Attempt.number, Attempt.void_requested_at, Attempt.void_reason,
               User.organisation_id, _own(actor).label("own"))
        .join_from(Attempt, Project, Project.id == Attempt.project_id)
        .join(Area, Area.id == Project.area_id)
        .join(User, User.id == Attempt.void_requested_by)
        .where(
            Attempt.void_requested_at.is_not(None),
            Attempt.voided_at.is_(None),
            func.coalesce(Attempt.result, "") != AttemptResult.VOID,
            visible(actor),
        )
        .order_by(Attempt.void_requested_at)
        .limit(MOST)
    )  # fmt: skip
    for row in rows:
        reason = "own_work" if row.own else ""
        if row.organisation_id == actor.organisation_id:
            reason = "void_needs_other_unit"
        yield task(TaskKind.VOID, row, number=row.number, detail=row.void_reason,
                   since=legal_date(row.void_requested_at), reason=reason)  # fmt: skip


def failed_certificates(session: Session, actor: Actor) -> Iterator[Task]:
    """Certificates whose paper could not be made and needs a person."""
    rows = session.execute(
        select(*PROJECT_COLUMNS, Certificate.id, Certificate.number, Certificate.issued_at)
        .join_from(Job, Certificate, Certificate.id == Job.subject_id)
        .join(Project, Project.id == Certificate.project_id)
        .join(Area, Area.id == Project.area_id)
        .where(Job.kind == CERTIFICATE_JOB, Job.state == JobState.FAILED, visible(actor))
        .order_by(Certificate.issued_at)
        .limit(MOST)
    )
    for row in rows:
        yield task(TaskKind.CERTIFICATE, row, detail=row.number, object_id=row.id,
                   since=legal_date(row.issued_at))  # fmt: skip


def _own(actor: Actor) -> Condition:
    return exists().where(Touch.project_id == Project.id, Touch.user_id == actor.id)
