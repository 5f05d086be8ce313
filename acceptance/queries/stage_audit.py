"""Holding each project's stage against the ledger: its moves replayed from the first act."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.workflow.ledger import STAGE_TAG, replay
from acceptance.workflow.processes import PROCESSES

REFUSED = f"{STAGE_TAG}refused"


@dataclass(frozen=True, slots=True)
class StageDifference:
    """A project whose stage is not the one its acts lead to; `told` is empty when the acts do not
    fit together, and then `gap` says where."""

    code: str
    stage: str
    told: str
    gap: str = ""


def stage_differences(session: Session) -> Iterator[StageDifference]:
    """Every project that stands elsewhere than its moves in the ledger say."""
    moves = _moves(session)
    projects = session.execute(
        select(Project.id, Project.code, Project.process, Project.stage).order_by(Project.id)
    )
    for project in projects:
        start = PROCESSES[project.process].start
        try:
            told = replay(moves.get(project.id, ()), start)
        except ValueError as gap:
            yield StageDifference(project.code, project.stage, "", str(gap))
        else:
            if told is not project.stage:
                yield StageDifference(project.code, project.stage, told)


def _moves(session: Session) -> dict[int, list[tuple[str, str]]]:
    rows = session.execute(
        select(LedgerRow.project_id, LedgerRow.payload)
        .where(LedgerRow.action.startswith(STAGE_TAG, autoescape=True), LedgerRow.action != REFUSED)
        .order_by(LedgerRow.seq)
    )
    moves: dict[int, list[tuple[str, str]]] = {}
    for row in rows:
        said = json.loads(row.payload)
        moves.setdefault(row.project_id, []).append((said["from"], said["to"]))
    return moves
