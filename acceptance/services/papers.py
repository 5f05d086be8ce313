"""Recording which required papers are on file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.persistence.projects import Project, ProjectPaper
from acceptance.queries.papers import paper_mark
from acceptance.queries.project_papers import asked_of_project
from acceptance.services.errors import StaleError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project, refuse
from acceptance.services.touches import touch


@dataclass(frozen=True, slots=True)
class RecordPaper:
    """A paper that somebody holds in hand, or one this project does not need, with the reason as
    its note. `replaces` is the `paper_mark` of what was on file when the writer looked."""

    project_id: int
    code: str
    dated: date
    number: str = ""
    note: str = ""
    replaces: str = ""
    not_applicable: bool = False


def record_paper(session: Session, command: RecordPaper, actor: Actor, now: datetime) -> None:
    """Put a paper on file, or correct what was written down about it."""
    project = locked_project(session, command.project_id, actor)
    refuse(_reasons(session, project, command, now))
    row = session.scalars(
        select(ProjectPaper).where(
            ProjectPaper.project_id == project.id, ProjectPaper.code == command.code
        )
    ).one_or_none()
    if command.replaces != paper_mark(row):
        raise StaleError
    if row is None:
        row = ProjectPaper(project_id=project.id, code=command.code)
        session.add(row)
    row.number, row.dated, row.note = command.number, command.dated, command.note
    row.not_applicable = command.not_applicable
    row.recorded_by, row.recorded_at = actor.id, now
    touch(session, actor, now, project.id, "recorded paper")
    payload = {"code": row.code, "number": row.number, "dated": row.dated.isoformat()}
    if row.not_applicable:
        payload["reason"] = row.note
    record(session, actor, now, "paper.recorded", "paper", row.code, payload, project)


def _reasons(
    session: Session, project: Project, command: RecordPaper, now: datetime
) -> Iterator[Finding]:
    documents = (each.document for each in asked_of_project(session, project))
    document = next((each for each in documents if each.code == command.code), None)
    if document is None:
        yield Finding.of("paper_not_asked_for", field="code")
    elif command.not_applicable and not document.may_not_apply:
        yield Finding.of("paper_always_needed", field="not_applicable")
    if command.not_applicable and not command.note.strip():
        yield Finding.of("reason_missing", field="note")
    if command.dated > legal_date(now):
        yield Finding.of("date_in_future", field="dated")
