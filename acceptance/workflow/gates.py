"""What is still missing before the next step of a project, and what is there already."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.document_lists import NOTICE, Document
from acceptance.domain.findings import Finding
from acceptance.domain.people import SYSTEM
from acceptance.workflow import guards as g
from acceptance.workflow import quality_guards as q
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import Facts, Request
from acceptance.workflow.stages import COUNTED, Stage
from acceptance.workflow.table import Guard, Process, Transition

# Steps back, aside and to a bad end: nobody waits for their conditions.
_ASIDE = frozenset(
    {
        Action.RETURN_TO_CONSTRUCTION,
        Action.CONCLUDE_FAILED,
        Action.CONCLUDE_CONDITIONAL,
        Action.ABANDON_ATTEMPT,
        Action.CONFIRM_VOID,
        Action.REVOKE_CERTIFICATE,
        Action.SEND_BACK,
    }
)
# What is given with the step itself, or depends on who takes it, is no condition of the project.
_GIVEN_WITH_THE_STEP: frozenset[Guard] = frozenset(
    {
        g.problems_listed,
        g.reason_given,
        g.parties_agree,
        g.two_thirds_agree,
        g.grade_is_known,
        q.grade_within_roll_up,
        q.excellent_by_score,
        g.score_given,
        g.not_own_work,
    }
)
_PARTIES = 4
_WAITING = frozenset({"notice_too_short", "notice_too_short_weekends", "objection_period_runs"})


@dataclass(frozen=True, slots=True)
class Met:
    """A condition that holds, by the name of its guard; `paper` when it is a paper on file or one
    that does not apply."""

    condition: str
    paper: Document | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """The conditions of one step. `waiting` are those that only need time."""

    action: Action
    role: str
    missing: tuple[Finding, ...]
    waiting: tuple[Finding, ...]
    met: tuple[Met, ...]

    @property
    def lacking(self) -> int:
        return len(self.missing) + len(self.waiting)

    @property
    def total(self) -> int:
        return self.lacking + len(self.met)

    @property
    def counts(self) -> bool:
        """Whether the step opens a counted acceptance and cannot be taken back."""
        return self.action is Action.OPEN_ATTEMPT


def forward_row(process: Process, stage: Stage, *, attempt_open: bool) -> Transition | None:
    """The step that a project at this stage is on its way to; None at the end of the way."""
    concluding = stage in COUNTED and attempt_open
    for row in process.rows_from(stage):
        if row.action in _ASIDE or (concluding and row.action is Action.OPEN_ATTEMPT):
            continue
        return row
    return None


def gate(process: Process, facts: Facts) -> Gate | None:
    """The conditions of the step ahead, whoever will take it; None where there is no such step."""
    is_open = facts.attempt is not None and facts.attempt.is_open
    row = forward_row(process, facts.stage, attempt_open=is_open)
    if row is None:
        return None
    request = Request(action=row.action, actor=SYSTEM, dry=True)
    findings: list[Finding] = []
    met: list[Met] = []
    for guard in row.guards:
        if guard in _GIVEN_WITH_THE_STEP:
            continue
        reasons = guard(facts, request)
        findings.extend(reason for reason in reasons if reason not in findings)
        met.extend(_met(guard, facts, row.action, len(reasons)))
    return Gate(
        row.action,
        row.role,
        tuple(finding for finding in findings if finding.code not in _WAITING),
        tuple(finding for finding in findings if finding.code in _WAITING),
        tuple(met),
    )


def _met(guard: Guard, facts: Facts, action: Action, reasons: int) -> tuple[Met, ...]:
    if guard is g.papers_on_file:
        papers = facts.papers
        return tuple(
            Met(
                "paper_on_file" if document.code in papers.on_file else "paper_does_not_apply",
                document,
            )
            for document in papers.before(action)
            if papers.settled(document) and document.code != NOTICE
        )
    if guard is g.core_parties_named:
        return () if reasons >= _PARTIES else (Met("some_parties_named" if reasons else
                                                    "core_parties_named"),)  # fmt: skip
    return () if reasons else (Met(guard.__name__),)
