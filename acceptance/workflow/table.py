"""A process is a table; `decide` is its only reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from acceptance.domain.findings import Finding
from acceptance.domain.people import Role
from acceptance.workflow.actions import Action, Effect
from acceptance.workflow.facts import Facts, Request
from acceptance.workflow.stages import Stage

Guard = Callable[[Facts, Request], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: from where, by what, to where, by whom, if what, and what comes with it."""

    source: Stage
    action: Action
    target: Stage
    role: Role
    guards: tuple[Guard, ...] = ()
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Process:
    """A way to acceptance: the stops a reader sees, and the stage whose attempts are counted."""

    code: str
    start: Stage
    counted: Stage
    line: tuple[Stage, ...]
    transitions: tuple[Transition, ...]

    def row(self, stage: Stage, action: Action) -> Transition | None:
        return next((row for row in self.rows_from(stage) if row.action is action), None)

    def rows_from(self, stage: Stage) -> tuple[Transition, ...]:
        return tuple(row for row in self.transitions if row.source is stage)


@dataclass(frozen=True, slots=True)
class Moved:
    """The act is allowed and leads along this row."""

    transition: Transition


@dataclass(frozen=True, slots=True)
class Refused:
    """The act is not possible, with every reason."""

    findings: tuple[Finding, ...]


Decision = Moved | Refused


def decide(process: Process, facts: Facts, request: Request) -> Decision:
    """Say where the project goes, or every reason why it does not."""
    row = process.row(facts.stage, request.action)
    if row is None:
        return Refused((Finding.of("no_such_step", stage=facts.stage, action=request.action),))
    reasons = (_wrong_role(row, request), *(guard(facts, request) for guard in row.guards))
    findings = tuple(chain.from_iterable(reasons))
    return Refused(findings) if findings else Moved(row)


def _wrong_role(row: Transition, request: Request) -> tuple[Finding, ...]:
    if request.actor.role in (row.role, Role.SYSTEM):
        return ()
    return (Finding.of("role_needed", role=row.role),)
