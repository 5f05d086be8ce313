"""Which reports of acceptances still wait for the word of the quality supervision body."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.people import Actor
from acceptance.domain.procedures.deadlines import reckoned
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.persistence.areas import Area
from acceptance.persistence.proceedings import ProceedingRecord
from acceptance.persistence.projects import Project
from acceptance.queries.calendar import calendar
from acceptance.queries.scope import visible
from acceptance.queries.task_rows import PROJECT_COLUMNS, Condition, Task, TaskKind, task
from acceptance.workflow.procedures import PROCEDURES

MOST = 300
# The days of each acceptance in which the body has to answer (核备, 核定).
_DAYS = {
    asked.rule.kind: asked.rule
    for process in PROCEDURES.values()
    for asked in process
    if Event.OPINION in asked.wanted
}


def opinions(session: Session, actor: Actor) -> Iterator[Task]:
    """One task for each kind of acceptance of a project, by the report that is due first."""
    rows = session.execute(
        select(*PROJECT_COLUMNS, ProceedingRecord.kind, ProceedingRecord.happened_on)
        .join_from(ProceedingRecord, Project, Project.id == ProceedingRecord.project_id)
        .join(Area, Area.id == Project.area_id)
        .where(
            ProceedingRecord.event == Event.REPORT,
            ProceedingRecord.kind.in_(_DAYS),
            ~_answered(),
            visible(actor),
        )
        .order_by(ProceedingRecord.happened_on, ProceedingRecord.id)
        .limit(MOST)
    )
    told = set()
    for row in rows:
        if (row.project_id, row.kind) in told:
            continue
        told.add((row.project_id, row.kind))
        rule = _DAYS[row.kind]
        due = reckoned(rule, calendar(), row.happened_on, rule.filing_days or 0)
        yield task(TaskKind.OPINION, row, detail=row.kind, since=row.happened_on, due=due.day)


def _answered() -> Condition:
    """A later opinion on the same acceptance, or a record that took the report's place."""
    later = aliased(ProceedingRecord)
    return exists().where(
        later.project_id == ProceedingRecord.project_id,
        later.kind == ProceedingRecord.kind,
        later.works_id.is_not_distinct_from(ProceedingRecord.works_id),
        (later.replaces == ProceedingRecord.id)
        | ((later.event == Event.OPINION) & (later.happened_on >= ProceedingRecord.happened_on)),
    )
