"""The acceptances that a process asks for, as far as they went: one for each part they are of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.parties import PartyRole
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.rollup.parts import Part, Standing
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.domain.standards.editions import Editions
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.proceedings import ProceedingRecord
from acceptance.persistence.projects import Project
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import AttemptFacts
from acceptance.workflow.ledger import STAGE_TAG
from acceptance.workflow.procedures import PROCEDURES, Asked

Key = tuple[str, int | None]
_STANDING = (AttemptResult.PASSED, AttemptResult.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other places of the system say: of the counted acceptance, and which limits of the
    standards are in force."""

    attempt: AttemptFacts | None
    notice: date | None
    editions: Editions

    def events(self, asked: Asked) -> dict[Event, Recorded]:
        """Those of the events of an acceptance that are not recorded with it."""
        found = {}
        if Event.NOTICE in asked.rule.elsewhere and self.notice is not None:
            found[Event.NOTICE] = Recorded(day=self.notice)
        attempt = self.attempt
        held = attempt.decided_on if attempt and attempt.result in _STANDING else None
        if Event.MEETING in asked.rule.elsewhere and held is not None:
            found[Event.MEETING] = Recorded(day=held)
        return found


def proceedings_of(
    session: Session,
    project: Project,
    standing: Standing,
    parties: frozenset[PartyRole],
    elsewhere: Elsewhere,
) -> tuple[tuple[Asked, Proceeding], ...]:
    """Every acceptance in the order of the process, its parts in the order of their codes."""
    recorded = newest_records(session, project.id)
    parts = [each.part for each in standing.flat() if each.part is not None]
    return tuple(
        (
            asked,
            Proceeding(
                procedure=elsewhere.editions.of(asked.procedure),
                rule=asked.rule,
                wanted=asked.wanted,
                works_id=part.id if part else None,
                part=f"{part.code} {part.name}" if part else "",
                parties=parties,
                events={
                    **_events(recorded.get((asked.rule.kind, part.id if part else None), ())),
                    **elsewhere.events(asked),
                },
            ),
        )
        for asked in PROCEDURES[project.process]
        for part in _subjects(asked, parts)
    )


def by_step(found: Iterable[tuple[Asked, Proceeding]]) -> Mapping[Action, tuple[Proceeding, ...]]:
    """What is asked for before each step."""
    steps: dict[Action, list[Proceeding]] = {}
    for asked, proceeding in found:
        steps.setdefault(asked.before, []).append(proceeding)
    return {action: tuple(each) for action, each in steps.items()}


def newest_records(session: Session, project_id: int) -> dict[Key, tuple[ProceedingRecord, ...]]:
    """The newest record of each event, by kind and part. What was recorded of the project before
    it was sent back to construction belongs to an acceptance that has to be held anew."""
    since = _sent_back(session, project_id)
    rows = session.scalars(
        select(ProceedingRecord)
        .where(ProceedingRecord.project_id == project_id)
        .order_by(ProceedingRecord.id)
    )
    newest: dict[Key, dict[Event, ProceedingRecord]] = {}
    for row in rows:
        if row.works_id is not None or since is None or row.recorded_at > since:
            newest.setdefault((row.kind, row.works_id), {})[row.event] = row
    return {key: tuple(events.values()) for key, events in newest.items()}


def _sent_back(session: Session, project_id: int) -> datetime | None:
    return session.scalar(
        select(func.max(LedgerRow.at)).where(
            LedgerRow.project_id == project_id,
            LedgerRow.action == f"{STAGE_TAG}{Action.RETURN_TO_CONSTRUCTION}",
        )
    )


def _subjects(asked: Asked, parts: list[Part]) -> Iterator[Part | None]:
    if asked.rule.level is None:
        yield None
        return
    for part in parts:
        if asked.procedure.rule_for(part.level, part.name) is asked.rule:
            yield part


def _events(rows: Iterable[ProceedingRecord]) -> dict[Event, Recorded]:
    return {
        row.event: Recorded(
            day=row.happened_on,
            number=row.number,
            chair=row.chair,
            present=tuple(
                (PartyRole(role), people) for role, people in json.loads(row.present).items()
            ),
            outside=row.outside,
            agree=row.agree,
            approved=row.approved,
        )
        for row in rows
    }
