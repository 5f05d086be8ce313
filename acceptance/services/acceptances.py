"""Moving a project along its process: the one place that changes a stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.findings import Finding
from acceptance.domain.people import SYSTEM, Actor, Role
from acceptance.domain.periods import legal_date
from acceptance.domain.projects import Grade
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.queries.facts import gather
from acceptance.queries.ledger import newest_of
from acceptance.queries.scope import visible
from acceptance.services import attempts, certificates, rectifications
from acceptance.services.attempts import PartyOpinion
from acceptance.services.certificates import Issuer
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.ledger import record
from acceptance.services.rectifications import Problem
from acceptance.services.touches import touch
from acceptance.workflow.actions import Action, Effect
from acceptance.workflow.facts import Request
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.table import Refused, Transition, decide


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants to do to a project, with everything he gave.

    `seen` is the ledger position of the project's newest act when the page was made: an act on
    another content than the one seen is refused as stale.
    """

    project_id: int
    action: Action
    seen: int | None = None
    reason: str = ""
    meeting_on: date | None = None
    organiser: str = ""
    conclusion: str = ""
    opinions: tuple[PartyOpinion, ...] = ()
    problems: tuple[Problem, ...] = ()
    grade: Grade | None = None
    score: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. Empty findings mean that it was done; `certificate_id` when one was made."""

    findings: tuple[Finding, ...] = ()
    certificate_id: int | None = None

    @property
    def done(self) -> bool:
        return not self.findings


@dataclass(frozen=True, slots=True)
class _Deed:
    """An act on its way: what all its steps need."""

    session: Session
    project: Project
    command: Act
    actor: Actor
    now: datetime
    issuer: Issuer


def act(session: Session, command: Act, actor: Actor, now: datetime, issuer: Issuer) -> Outcome:
    """Try to move a project, and write down that it was tried."""
    project = _locked(session, command.project_id, actor)
    if command.seen is not None and newest_of(session, project.id) != command.seen:
        raise StaleError
    deed = _Deed(session, project, command, actor, now, issuer)
    facts = gather(session, project, now)
    decision = decide(PROCESSES[project.process], facts, _request(command, actor))
    if isinstance(decision, Refused):
        _refuse(deed, decision)
        return Outcome(decision.findings)
    return _move(deed, decision.transition)


def request_void(
    session: Session, project_id: int, reason: str, actor: Actor, now: datetime
) -> None:
    """Ask that the newest attempt be voided; a person of another unit confirms or it stands."""
    project = _locked(session, project_id, actor)
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
        command = Act(project_id, Action.ABANDON_ATTEMPT, reason=f"超过{days}日未作出结论")
        act(session, command, SYSTEM, now, issuer)
    return len(overdue)


def _locked(session: Session, project_id: int, actor: Actor) -> Project:
    project = session.scalars(
        select(Project).where(Project.id == project_id, visible(actor)).with_for_update(of=Project)
    ).one_or_none()
    if project is None:
        raise NotFoundError
    return project


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


def _refuse(deed: _Deed, refused: Refused) -> None:
    payload = {
        "action": deed.command.action,
        "stage": deed.project.stage,
        "findings": [finding.code for finding in refused.findings],
    }
    _record(deed, "stage.refused", payload)


def _move(deed: _Deed, row: Transition) -> Outcome:
    project, action = deed.project, deed.command.action
    outcome = Outcome()
    for effect in row.effects:
        outcome = _effect(deed, effect, outcome)
    if deed.actor.role is Role.INSPECTOR:
        touch(deed.session, deed.actor, deed.now, project.id, action)
    payload = {"from": row.source, "to": row.target, "reason": deed.command.reason}
    if row.target is not project.stage:
        project.stage, project.stage_since = row.target, deed.now
    if action is Action.FILE:
        project.filing_number = deed.command.reason
    project.updated_at = deed.now
    _record(deed, f"stage.{action}", payload)
    return outcome


def _effect(deed: _Deed, effect: Effect, outcome: Outcome) -> Outcome:
    session, project, command = deed.session, deed.project, deed.command
    actor, now = deed.actor, deed.now
    match effect:
        case Effect.OPEN_ATTEMPT:
            attempts.open_attempt(
                session, project, actor, now, command.meeting_on, command.organiser
            )
        case Effect.CONCLUDE_ATTEMPT:
            result = attempts.RESULTS[command.action]
            words = command.conclusion or command.reason
            attempts.conclude(
                session, project, actor, now, result, words, command.opinions, command.grade
            )
        case Effect.VOID_ATTEMPT:
            attempts.void(session, project, actor, now, command.reason)
        case Effect.LIST_RECTIFICATIONS:
            attempt = attempts.newest(session, project)
            rectifications.list_problems(session, project, attempt, command.problems, actor, now)
        case Effect.RECORD_GRADE:
            _grade(deed)
        case Effect.ISSUE_CERTIFICATE:
            certificate = certificates.issue(session, project, actor, now, deed.issuer)
            return replace(outcome, certificate_id=certificate.id)
        case Effect.REVOKE_CERTIFICATE:
            certificates.revoke(session, project, command.reason, actor, now)
    return outcome


def _grade(deed: _Deed) -> None:
    project, command = deed.project, deed.command
    # A new conclusion without a grade takes an older grade away: it belonged to another acceptance.
    if command.grade is None and project.grade is None:
        return
    project.grade, project.grade_score = command.grade, command.score
    project.graded_on = legal_date(deed.now)
    payload = {
        "grade": command.grade,
        "score": command.score,
        "decided_on": project.graded_on.isoformat(),
        "rule_set": project.rule_set,
    }
    _record(deed, "project.graded", payload)


def _record(deed: _Deed, tag: str, payload: Mapping[str, Any]) -> None:
    record(
        deed.session, deed.actor, deed.now, tag, "project", deed.project.id, payload, deed.project
    )
