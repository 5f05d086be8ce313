"""The stage line of a project: the stops of its process with what the ledger says of each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.periods import legal_date
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.workflow.facts import Facts
from acceptance.workflow.ledger import STAGE_TAG
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage


class StopState(StrEnum):
    """Where the project is, seen from a stop."""

    DONE = "done"
    GAP = "gap"  # 已过，但并不完整
    NOW = "now"
    TODO = "todo"


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop. `day` is when it was left, or, for the present one, since when the project is there.

    `aside` is the rectification stage the project is at instead; `passed` of `total` leaves are
    given where a stop is not really complete.
    """

    stage: Stage
    state: StopState
    counted: bool
    day: date | None = None
    aside: Stage | None = None
    passed: int = 0
    total: int = 0


def stage_line(session: Session, project: Project, facts: Facts) -> tuple[Stop, ...]:
    """Every stop of the project's process, in order."""
    process = PROCESSES[project.process]
    left = _left(session, project)
    at = project.stage if project.stage in process.line else process.counted
    present = process.line.index(at)
    stops = []
    for number, stage in enumerate(process.line):
        state = _state(number, present)
        day = left.get(stage) if state is StopState.DONE else None
        if state is StopState.NOW:
            day = legal_date(project.stage_since)
        leaves = facts.leaves
        gap = (
            state is StopState.DONE
            and stage is Stage.UNDER_CONSTRUCTION
            and leaves.passed < leaves.total
        )
        stops.append(
            Stop(
                stage=stage,
                state=StopState.GAP if gap else state,
                counted=stage is process.counted,
                day=day,
                aside=project.stage if number == present and at is not project.stage else None,
                passed=leaves.passed if gap else 0,
                total=leaves.total if gap else 0,
            )
        )
    return tuple(stops)


def around(stops: Iterable[Stop]) -> tuple[Stop, ...]:
    """The three stops round the present one, for a narrow screen."""
    line = tuple(stops)
    present = next(n for n, stop in enumerate(line) if stop.state is StopState.NOW)
    first = min(max(present - 1, 0), max(len(line) - 3, 0))
    return line[first : first + 3]


def _state(number: int, present: int) -> StopState:
    if number == present:
        return StopState.NOW
    return StopState.DONE if number < present else StopState.TODO


def _left(session: Session, project: Project) -> dict[Stage, date]:
    """When each stage was left for the last time, by the acts in the ledger."""
    rows = session.execute(
        select(LedgerRow.at, LedgerRow.payload)
        .where(LedgerRow.project_id == project.id, LedgerRow.action.startswith(STAGE_TAG))
        .order_by(LedgerRow.seq)
    )
    left = {}
    for row in rows:
        payload = json.loads(row.payload)
        if "from" in payload and payload["from"] != payload["to"]:
            left[Stage(payload["from"])] = legal_date(row.at)
    return left
