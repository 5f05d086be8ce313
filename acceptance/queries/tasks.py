"""待办: what waits for the viewer."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import chain

from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Role
from acceptance.domain.periods import legal_date
from acceptance.queries import approver_tasks, inspector_tasks, opinion_tasks
from acceptance.queries.task_rows import Task, TaskKind, TasksPage, by_deadline


def tasks_page(
    session: Session,
    actor: Actor,
    now: datetime,
    abandon_after_days: int,
    only: TaskKind | None = None,
) -> TasksPage:
    """Everything that waits for a person of this role, by deadline; `only` keeps one kind.

    Leaders and auditors decide nothing and have no tasks; an administrator sees papers that
    failed.
    """
    found = _tasks(session, actor, abandon_after_days)
    mine = [one for one in found if not one.reason]
    shown = [one for one in mine if only is None or one.kind is only]
    return TasksPage(
        groups=by_deadline(shown, legal_date(now)),
        counts=Counter(one.kind for one in mine),
        barred=tuple(one for one in found if one.reason),
    )


def _tasks(session: Session, actor: Actor, abandon_after_days: int) -> list[Task]:
    match actor.role:
        case Role.INSPECTOR:
            return list(
                chain(
                    inspector_tasks.rectifications(session, actor),
                    inspector_tasks.open_attempts(session, actor, abandon_after_days),
                    inspector_tasks.reinspections(session, actor),
                    inspector_tasks.drafts(session, actor),
                    inspector_tasks.next_steps(session, actor),
                )
            )
        case Role.APPROVER:
            return list(
                chain(
                    approver_tasks.approvals(session, actor),
                    approver_tasks.voids(session, actor),
                    opinion_tasks.opinions(session, actor),
                    approver_tasks.failed_certificates(session, actor),
                )
            )
        case Role.ADMINISTRATOR:
            return list(approver_tasks.failed_certificates(session, actor))
        case _:
            return []
