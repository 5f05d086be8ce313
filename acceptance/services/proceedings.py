"""Writing down what happened in an acceptance: each event once, a correction as a new record.

The supervision body's opinion is recorded by who decides, everything else by who runs the
acceptance.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.domain.periods import legal_date
from acceptance.domain.procedures.deadlines import deadlines
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.persistence.proceedings import ProceedingRecord
from acceptance.persistence.projects import Project
from acceptance.queries.calendar import calendar
from acceptance.queries.facts import held_acceptances
from acceptance.queries.ledger import newest_of
from acceptance.queries.proceedings import newest_records
from acceptance.services.errors import NotFoundError, StaleError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project, refuse
from acceptance.services.proceeding_checks import after, why_not_recorded
from acceptance.services.touches import touch


@dataclass(frozen=True, slots=True)
class RecordEvents:
    """What happened in the acceptance `kind` of a project, or of each of these parts; `seen` is the
    ledger position of the project when the writer looked."""

    project_id: int
    kind: str
    events: tuple[tuple[Event, Recorded], ...]
    parts: tuple[int, ...] = ()
    note: str = ""
    seen: int | None = None


def permission_for(event: Event) -> Permission:
    """Who may record an event."""
    return Permission.DECIDE if event is Event.OPINION else Permission.RUN_ACCEPTANCE


def record_events(session: Session, command: RecordEvents, actor: Actor, now: datetime) -> int:
    """Record the events that are new or other than before; how many there were."""
    project = locked_project(session, command.project_id, actor)
    if command.seen is not None and newest_of(session, project.id) != command.seen:
        raise StaleError
    chosen = _chosen(session, project, command)
    refuse(why_not_recorded(chosen, command.events, legal_date(now)))
    if not all(actor.may(permission_for(event)) for event, _given in command.events):
        refuse([Finding.of("event_of_another_role")])
    older = newest_records(session, project.id)
    written = 0
    for proceeding in chosen:
        rows = {row.event: row for row in older.get((command.kind, proceeding.works_id), ())}
        for event, given in command.events:
            if proceeding.events.get(event) == given:
                continue
            before = rows.get(event)
            row = _row(project, proceeding, event, given, before.id if before else None)
            row.note, row.recorded_by, row.recorded_at = command.note, actor.id, now
            session.add(row)
            session.flush()
            payload = _said(proceeding, command.events, row)
            record(
                session, actor, now, "proceeding.recorded", "proceeding", row.id, payload, project
            )
            written += 1
    if actor.may(Permission.RUN_ACCEPTANCE):
        touch(session, actor, now, project.id, "recorded proceeding")
    return written


def _chosen(session: Session, project: Project, command: RecordEvents) -> list[Proceeding]:
    """The acceptances that are meant; a kind that the process does not ask for is missing."""
    of_kind = [
        proceeding
        for asked, proceeding in held_acceptances(session, project)
        if asked.rule.kind == command.kind
    ]
    chosen = [each for each in of_kind if each.works_id is None or each.works_id in command.parts]
    if not of_kind or set(command.parts) - {each.works_id for each in of_kind}:
        raise NotFoundError
    if not chosen:
        refuse([Finding.of("part_not_chosen", field="parts")])
    return chosen


def _row(
    project: Project, proceeding: Proceeding, event: Event, given: Recorded, replaces: int | None
) -> ProceedingRecord:
    return ProceedingRecord(
        project_id=project.id,
        works_id=proceeding.works_id,
        kind=proceeding.rule.kind,
        event=event,
        happened_on=given.day,
        number=given.number,
        chair=given.chair,
        present=canonical({role.value: people for role, people in given.present if people}),
        outside=given.outside,
        agree=given.agree,
        approved=given.approved,
        replaces=replaces,
    )


def _said(
    proceeding: Proceeding, events: tuple[tuple[Event, Recorded], ...], row: ProceedingRecord
) -> dict[str, Any]:
    """The payload of the ledger; a limit that was missed is said with the day it ended."""
    payload: dict[str, Any] = {
        "acceptance": row.kind, "part": proceeding.part, "event": row.event,
        "dated": row.happened_on.isoformat(), "number": row.number, "replaces": row.replaces,
    }  # fmt: skip
    if row.event is Event.MEETING:
        payload |= {"chair": row.chair, "present": row.present, "outside": row.outside,
                    "agree": row.agree}  # fmt: skip
    if row.event is Event.OPINION:
        payload["approved"] = row.approved
    for limit in deadlines(after(proceeding, events), calendar()):
        if limit.event is row.event:
            payload |= {"due_on": limit.due.day.isoformat(), "late": limit.is_late(row.happened_on)}
    if row.note:
        payload["reason"] = row.note
    return payload
