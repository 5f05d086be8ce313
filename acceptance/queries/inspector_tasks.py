"""What waits for an inspector: one statement for each kind of task."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project, Touch
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.works import Works
from acceptance.queries.scope import visible
from acceptance.queries.task_rows import PROJECT_COLUMNS, Condition, Task, TaskKind, task
from acceptance.workflow.actions import Action
from acceptance.workflow.gates import forward_row
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import COUNTED, Stage

MOST = 60
FILING_DAYS = 15
# From the approval on nothing is inspected any more.
_INSPECTED = tuple(
    stage
    for stage in Stage
    if stage
    not in {
        Stage.REGISTERED,
        Stage.APPROVAL,
        Stage.FILING,
        Stage.FILED,
        Stage.TRIAL_OPERATION,
        Stage.QUALITY_APPRAISAL,
        Stage.FINAL_ACCEPTANCE,
        Stage.HANDED_OVER,
        Stage.ARCHIVED,
    }
)


def drafts(session: Session, actor: Actor) -> Iterator[Task]:
    """Checklists that the viewer began or saved last and nobody submitted."""
    rows = session.execute(
        select(*PROJECT_COLUMNS, Checklist.id, Checklist.saved_at, Checklist.opened_at,
               Checklist.number, Works.name, Works.location)
        .join_from(Checklist, Project, Project.id == Checklist.project_id)
        .join(Area, Area.id == Project.area_id)
        .join(Works, Works.id == Checklist.works_id)
        .where(
            _touched(actor),
            visible(actor),
            Checklist.submitted_at.is_(None),
            or_(Checklist.opened_by == actor.id, Checklist.saved_by == actor.id),
        )
        .order_by(Checklist.opened_at)
        .limit(MOST)
    )  # fmt: skip
    for row in rows:
        yield task(TaskKind.DRAFT, row, detail=f"{row.name} {row.location}".strip(),
                   object_id=row.id, number=row.number,
                   since=legal_date(row.saved_at or row.opened_at))  # fmt: skip


def reinspections(session: Session, actor: Actor) -> Iterator[Task]:
    """Parts whose newest checklist failed, in projects the viewer took part in."""
    later = aliased(Checklist)
    rows = session.execute(
        select(*PROJECT_COLUMNS, Works.id, Works.name, Works.location, Checklist.number,
               Checklist.submitted_at)
        .join_from(Checklist, Project, Project.id == Checklist.project_id)
        .join(Area, Area.id == Project.area_id)
        .join(Works, Works.id == Checklist.works_id)
        .where(
            _touched(actor),
            visible(actor),
            Project.stage.in_(_INSPECTED),
            Checklist.verdict == "fail",
            ~Works.retired,
            ~exists().where(
                later.works_id == Checklist.works_id,
                later.template_code == Checklist.template_code,
                later.number > Checklist.number,
            ),
        )
        .order_by(Checklist.submitted_at)
        .limit(MOST)
    )  # fmt: skip
    for row in rows:
        yield task(TaskKind.REINSPECTION, row, detail=f"{row.name} {row.location}".strip(),
                   object_id=row.id, number=row.number,
                   since=legal_date(row.submitted_at))  # fmt: skip


def rectifications(session: Session, actor: Actor) -> Iterator[Task]:
    """What has to be put right, and what was put right by somebody else and has to be checked."""
    rows = session.execute(
        select(*PROJECT_COLUMNS, Rectification.id, Rectification.problem, Rectification.due_on,
               Rectification.submitted_by, Rectification.submitted_at)
        .join_from(Rectification, Project, Project.id == Rectification.project_id)
        .join(Area, Area.id == Project.area_id)
        .where(
            Rectification.closed_at.is_(None),
            visible(actor),
            or_(Rectification.submitted_at.is_(None), Rectification.submitted_by != actor.id),
        )
        .order_by(Rectification.due_on)
        .limit(MOST)
    )  # fmt: skip
    for row in rows:
        kind = TaskKind.RECTIFICATION if row.submitted_at is None else TaskKind.CHECK
        yield task(kind, row, detail=row.problem, object_id=row.id, due=row.due_on)


def open_attempts(session: Session, actor: Actor, days: int) -> Iterator[Task]:
    """Acceptances that were opened; after `days` without a conclusion they count as abandoned."""
    rows = session.execute(
        select(*PROJECT_COLUMNS, Attempt.number, Attempt.opened_at, Attempt.meeting_on)
        .join_from(Attempt, Project, Project.id == Attempt.project_id)
        .join(Area, Area.id == Project.area_id)
        .where(Attempt.result.is_(None), visible(actor))
        .order_by(Attempt.opened_at)
        .limit(MOST)
    )
    for row in rows:
        opened = legal_date(row.opened_at)
        yield task(TaskKind.CONCLUSION, row, number=row.number, since=opened,
                   due=opened + timedelta(days=days))  # fmt: skip


def next_steps(session: Session, actor: Actor) -> Iterator[Task]:
    """Projects the viewer took part in and that nothing measurable keeps from their next step."""
    accepted = (
        select(func.max(Attempt.decided_on))
        .where(Attempt.project_id == Project.id)
        .correlate(Project)
        .scalar_subquery()
    )
    rows = session.execute(
        select(*PROJECT_COLUMNS, Project.process, Project.stage_since, Project.acceptance_due,
               accepted.label("accepted_on"))
        .join_from(Project, Area, Area.id == Project.area_id)
        .where(
            _touched(actor),
            visible(actor),
            Project.stage.not_in((Stage.APPROVAL, Stage.ARCHIVED)),
            ~exists().where(Attempt.project_id == Project.id, Attempt.result.is_(None)),
            _nothing_to_rectify(),
            or_(Project.stage.not_in(_INSPECTED), _every_leaf_passed()),
            exists().where(Works.project_id == Project.id, Works.is_leaf, ~Works.retired),
        )
        .order_by(Project.stage_since)
        .limit(MOST)
    )  # fmt: skip
    for row in rows:
        ahead = forward_row(PROCESSES[row.process], row.stage, attempt_open=False)
        if ahead is None or ahead.role is not actor.role:
            continue
        yield task(TaskKind.NEXT_STEP, row, action=ahead.action, since=legal_date(row.stage_since),
                   due=_due(row.stage, ahead.action, row.accepted_on, row.acceptance_due))  # fmt: skip


def _due(
    stage: Stage, action: Action, accepted_on: date | None, acceptance_due: date | None
) -> date | None:
    """Filing is due within 15 days of the acceptance (住建部令第2号 第四条)."""
    if action is Action.FILE and accepted_on is not None:
        return accepted_on + timedelta(days=FILING_DAYS)
    return acceptance_due if stage in COUNTED else None


def _touched(actor: Actor) -> Condition:
    return Project.id.in_(select(Touch.project_id).where(Touch.user_id == actor.id))


def _nothing_to_rectify() -> Condition:
    return ~exists().where(
        Rectification.project_id == Project.id, Rectification.closed_at.is_(None)
    )


def _every_leaf_passed() -> Condition:
    """No leaf in use without a checklist, and none whose newest of a template did not pass."""
    newest, later = aliased(Checklist), aliased(Checklist)
    bad = exists().where(
        newest.works_id == Works.id,
        or_(newest.verdict.is_(None), newest.verdict != "pass"),
        ~exists().where(
            later.works_id == newest.works_id,
            later.template_code == newest.template_code,
            later.number > newest.number,
        ),
    )
    inspected = exists().where(Checklist.works_id == Works.id)
    return ~exists().where(
        and_(Works.project_id == Project.id, Works.is_leaf, ~Works.retired, or_(bad, ~inspected))
    )
