"""What a person can do next to a project, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission, Role
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.projects import Project
from acceptance.queries.facts import gather
from acceptance.queries.ledger import newest_of
from acceptance.queries.scope import project_in_scope
from acceptance.workflow import guards
from acceptance.workflow.actions import CONCLUSIONS, Action
from acceptance.workflow.facts import Facts, Request
from acceptance.workflow.gates import forward_row
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage
from acceptance.workflow.table import Process, Refused, Transition, decide


class StepForm(StrEnum):
    """What a step asks of the person who takes it."""

    PRESS = "press"  # 按一下
    REASON = "reason"  # 写明理由
    PAGE = "page"  # 另有一页


_ON_A_PAGE = frozenset(
    {
        Action.OPEN_ATTEMPT,
        Action.CONCLUDE_PASSED,
        Action.CONCLUDE_FINAL,
        Action.APPROVE,
        Action.CONFIRM_VOID,
        Action.REVOKE_CERTIFICATE,
    }
)
# One page takes them together with the step that stands for them all.
_TAKEN_TOGETHER = frozenset({Action.CONCLUDE_CONDITIONAL, Action.CONCLUDE_FAILED, Action.SEND_BACK})


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of every page of a project. `seen` is the position of its newest act
    in the ledger when the page was made."""

    id: int
    code: str
    name: str
    place: str
    category: Category
    size_class: SizeClass
    process: str
    rule_set: str
    stage: Stage
    counted: Stage
    seen: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step that the viewer's role may take. Without findings it can be taken now."""

    action: Action
    form: StepForm
    findings: tuple[Finding, ...] = ()

    @property
    def possible(self) -> bool:
        return not self.findings

    @property
    def counts(self) -> bool:
        """Whether it opens an acceptance that the rates count and nobody can take back."""
        return self.action is Action.OPEN_ATTEMPT


@dataclass(frozen=True, slots=True)
class ActionsBox:
    """The steps of one viewer at this moment. `waits_for` is the role whose turn it is, where it
    is not the viewer's; `number` is that of the attempt that is open or would be opened."""

    project_id: int
    stage: Stage
    seen: int
    steps: tuple[Step, ...]
    waits_for: Role | None
    number: int
    void_requested: bool
    may_request_void: bool


def head_of(session: Session, project: Project) -> Head:
    """The head of a project that was found."""
    return Head(
        id=project.id,
        code=project.code,
        name=project.name,
        place=project.place or project.area.name,
        category=project.category,
        size_class=project.size_class,
        process=project.process,
        rule_set=project.rule_set,
        stage=project.stage,
        counted=PROCESSES[project.process].counted,
        seen=newest_of(session, project.id),
    )


def head(session: Session, actor: Actor, project_id: int) -> Head | None:
    """The head of a project, or None when it is missing or foreign."""
    project = project_in_scope(session, actor, project_id)
    return head_of(session, project) if project else None


def box_of(project_id: int, facts: Facts, actor: Actor, seen: int) -> ActionsBox:
    """Every step of the process that this viewer's role may take here, or why it cannot be; `seen`
    is the position of the project's newest act."""
    process = PROCESSES[facts.process]
    steps = tuple(_steps(process, facts, actor))
    is_open = facts.attempt is not None and facts.attempt.is_open
    ahead = forward_row(process, facts.stage, attempt_open=is_open)
    can_void = process.row(facts.stage, Action.CONFIRM_VOID) is not None
    requested = can_void and _void_is_requested(facts)
    return ActionsBox(
        project_id=project_id,
        stage=facts.stage,
        seen=seen,
        steps=steps,
        waits_for=ahead.role if ahead and ahead.role is not actor.role else None,
        number=facts.attempts if is_open else facts.attempts + 1,
        void_requested=requested,
        may_request_void=not requested and may_request_void(process, facts, actor),
    )


def actions_in_scope(
    session: Session, actor: Actor, project_id: int, now: datetime
) -> ActionsBox | None:
    """The steps in a project, or None when it is missing or foreign."""
    project = project_in_scope(session, actor, project_id)
    if project is None:
        return None
    facts = gather(session, project, now)
    return box_of(project_id, facts, actor, newest_of(session, project_id))


def reasons_against(
    process: Process, facts: Facts, action: Action, actor: Actor
) -> tuple[Finding, ...]:
    """Why this person cannot take this step now, before anything is typed; empty when he can."""
    decision = decide(process, facts, Request(action=action, actor=actor, dry=True))
    return decision.findings if isinstance(decision, Refused) else ()


def may_request_void(process: Process, facts: Facts, actor: Actor) -> bool:
    """Whether there is an attempt to set aside, and this viewer may ask for it."""
    return (
        facts.attempt is not None
        and facts.attempt.result is not AttemptResult.VOID
        and process.row(facts.stage, Action.CONFIRM_VOID) is not None
        and (actor.may(Permission.RUN_ACCEPTANCE) or actor.may(Permission.DECIDE))
    )


def _void_is_requested(facts: Facts) -> bool:
    attempt = facts.attempt
    return (
        attempt is not None
        and attempt.void_requested_by is not None
        and attempt.result is not AttemptResult.VOID
    )


def _steps(process: Process, facts: Facts, actor: Actor) -> list[Step]:
    return [
        Step(row.action, _form(row), reasons_against(process, facts, _easiest(row.action), actor))
        for row in process.rows_from(facts.stage)
        if row.role is actor.role and _speaks(row, facts)
    ]


def _easiest(action: Action) -> Action:
    """A conclusion can be made as soon as the least demanding one can: that is 不合格."""
    return Action.CONCLUDE_FAILED if action is Action.CONCLUDE_PASSED else action


def _speaks(row: Transition, facts: Facts) -> bool:
    """Whether the step means anything to a person here: what cannot come up is not drawn."""
    is_open = facts.attempt is not None and facts.attempt.is_open
    if row.action in _TAKEN_TOGETHER:
        return False
    if row.action is Action.OPEN_ATTEMPT:
        return not is_open
    if row.action in CONCLUSIONS or row.action is Action.ABANDON_ATTEMPT:
        return is_open
    if row.action is Action.CONFIRM_VOID:
        return _void_is_requested(facts)
    return row.action is not Action.REVOKE_CERTIFICATE or facts.certificate_in_force


def _form(row: Transition) -> StepForm:
    if row.action in _ON_A_PAGE:
        return StepForm.PAGE
    return StepForm.REASON if guards.reason_given in row.guards else StepForm.PRESS
