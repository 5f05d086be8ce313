"""Moving a project along its process: the one place that changes a stage."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.findings import Finding
from acceptance.domain.people import SYSTEM, Actor, Role
from acceptance.domain.periods import legal_date
from acceptance.domain.system_reasons import left_open
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.queries.facts import gather
from acceptance.queries.ledger import newest_of
from acceptance.services import attempts
from acceptance.services.acts import Act, Deed, Outcome, record_act
from acceptance.services.certificates import Issuer
from acceptance.services.effects import carry_out
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project
from acceptance.services.touches import touch
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import Facts, Request
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.table import Refused, Transition, decide
from acceptance.workflow.tables import tables_of


def act(session: Session, command: Act, actor: Actor, now: datetime, issuer: Issuer) -> Outcome:
    """Try to move a project, and write down that it was tried."""
    project = locked_project(session, command.project_id, actor)
    if command.seen is not None and newest_of(session, project.id) != command.seen:
        raise StaleError
    facts = gather(session, project, now)
    deed = Deed(session, project, command, actor, now, issuer, _limits(project, facts))
    decision = decide(PROCESSES[project.process], facts, _request(command, actor))
    if isinstance(decision, Refused):
        _refuse(deed, decision)
        return Outcome(decision.findings)
    return _move(deed, decision.transition)


def request_void(
    session: Session, project_id: int, reason: str, actor: Actor, now: datetime
) -> None:
    """Ask that the newest attempt be voided; a person of another unit confirms or it stands."""
    project = locked_project(session, project_id, actor)
    attempt = attempts.newest(session, project)
    if attempt is None or attempt.result is AttemptResult.VOID:
        raise NotFoundError
    # Once a certificate rests on an attempt, only revoking that certificate sets it aside.
    if PROCESSES[project.process].row(project.stage, Action.CONFIRM_VOID) is None:
        raise RefusedError(
            Finding.of("no_such_step", stage=project.stage, action=Action.CONFIRM_VOID)
        )
    # A second request would put its own unit in the place of the first one's.
    if attempt.void_requested_by is not None:
        raise RefusedError(Finding.of("void_already_requested"))
    attempt.void_requested_by, attempt.void_requested_at = actor.id, now
    attempt.void_reason = reason
    touch(session, actor, now, project.id, "requested void")
    record(session, actor, now, "attempt.void_requested", "attempt", attempt.id,
           {"number": attempt.number, "reason": reason}, project)  # fmt: skip


def abandon_overdue(session: Session, now: datetime, days: int, issuer: Issuer) -> int:
    """End as abandoned every attempt opened more than `days` ago and never concluded."""
    overdue = session.scalars(
        select(Attempt.project_id).where(
            Attempt.result.is_(None), Attempt.opened_at < now - timedelta(days=days)
        )
    ).all()
    for project_id in overdue:
        command = Act(project_id, Action.ABANDON_ATTEMPT, reason=left_open(days))
        act(session, command, SYSTEM, now, issuer)
    return len(overdue)


def _request(command: Act, actor: Actor) -> Request:
    return Request(
        action=command.action,
        actor=actor,
        reason=command.reason,
        meeting_on=command.meeting_on,
        opinions=tuple((said.role, said.opinion) for said in command.opinions),
        problems=len(command.problems),
        grade=command.grade,
        score=command.score,
    )


def _limits(project: Project, facts: Facts) -> dict[str, Any]:
    """What the bureau has confirmed of the tables that decide here; nothing where they are as
    shipped, as in a verdict."""
    tables = tables_of(PROCESSES[project.process], project.rule_set)
    if not facts.editions.only(tables).confirmed:
        return {}
    return {"editions": facts.editions.to_document(tables)}


def _refuse(deed: Deed, refused: Refused) -> None:
    payload = {
        "action": deed.command.action,
        "stage": deed.project.stage,
        "findings": [finding.code for finding in refused.findings],
        **deed.limits,
    }
    record_act(deed, "stage.refused", payload)


def _move(deed: Deed, row: Transition) -> Outcome:
    project, action = deed.project, deed.command.action
    outcome = Outcome()
    for effect in row.effects:
        outcome = carry_out(deed, effect, outcome)
    if deed.actor.role is Role.INSPECTOR:
        touch(deed.session, deed.actor, deed.now, project.id, action)
    payload = {"from": row.source, "to": row.target, "reason": deed.command.reason, **deed.limits}
    if row.target is not project.stage:
        project.stage, project.stage_since = row.target, deed.now
    if action is Action.FILE:
        project.filing_number = deed.command.reason
    _date_works(project, action, legal_date(deed.now))
    project.updated_at = deed.now
    record_act(deed, f"stage.{action}", payload)
    return outcome


def _date_works(project: Project, action: Action, day: date) -> None:
    """The step dates what nobody has dated; the project's page corrects it where they differ."""
    if action is Action.START_CONSTRUCTION and project.actual_start is None:
        project.actual_start = day
    elif action is Action.REPORT_COMPLETION and project.actual_finish is None:
        project.actual_finish = day
    elif action is Action.RETURN_TO_CONSTRUCTION:
        project.actual_finish = None
