"""The rows of a submission, read and written in few statements: this is the busiest way of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Integer, Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, load_only

from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.people import Actor
from acceptance.persistence.checklists import Checklist, ChecklistTemplate, Photo, Submission
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.scope import visible
from acceptance.services.judging import Judged
from acceptance.services.submission_content import Submit

# Put together once and not for every submission.
_FIND = (
    select(
        Checklist.number,
        Checklist.submitted_at,
        Checklist.photos_arrived,
        Checklist.template_code,
        ChecklistTemplate.digest.label("template_digest"),
        Works.code.label("works"),
        Submission.digest.label("submission_digest"),
        Project,
    )
    .select_from(Checklist)
    .join(Project, Project.id == Checklist.project_id)
    .join(Works, Works.id == Checklist.works_id)
    .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
    .outerjoin(Submission, Submission.id == bindparam("sent"))
    .where(Checklist.id == bindparam("of"))
    .options(load_only(Project.code))
)
_INSERT = {
    dialect.name: making(cast("Table", Submission.__table__))
    .on_conflict_do_nothing()
    .returning(Submission.id)
    for dialect, making in (
        (sqlite.dialect, sqlite.insert),
        (postgresql.dialect, postgresql.insert),
    )
}
_CHECKLIST = cast("Table", Checklist.__table__)
_TABLE = _CHECKLIST.c
_CLOSE = (
    update(_CHECKLIST)
    .where(
        _TABLE.id == bindparam("of"),
        _TABLE.submitted_at.is_(None),
        (_TABLE.version == bindparam("begun_from"))
        | (bindparam("begun_from", type_=Integer).is_(None)),
    )
    .values(
        {
            name: bindparam(name)
            for name in (
                "submission_id",
                "submitted_by",
                "submitted_at",
                "verdict",
                "grade",
                "items_failed",
                "items_near",
                "photos_announced",
            )
        }
        | {"version": _TABLE.version + 1}
    )
    .returning(_TABLE.id)
)


@dataclass(frozen=True, slots=True)
class Found:
    """The checklist before the verdict, and the submission with this id if there is one."""

    number: int
    submitted_at: datetime | None
    photos_arrived: int
    template_code: str
    template_digest: str
    works: str
    submission_digest: str | None
    project: Project


def find(session: Session, command: Submit, actor: Actor) -> Found | None:
    """All that is asked of the database before the verdict; None when missing or foreign."""
    asked = {"of": command.checklist_id, "sent": command.id if command.has_an_id else ""}
    found = session.execute(_FIND.where(visible(actor)), asked).one_or_none()
    return Found(*found) if found else None


def photos_here(session: Session, command: Submit) -> frozenset[tuple[str, str]]:
    """Slot and digest of each photo that has arrived already."""
    rows = session.execute(
        select(Photo.slot, Photo.sha256).where(Photo.checklist_id == command.checklist_id)
    )
    return frozenset((row.slot, row.sha256) for row in rows)


def row_of(known: Judged, actor: Actor, now: datetime) -> dict[str, Any]:
    """The columns of a submission."""
    return {
        "id": known.command.id,
        "checklist_id": known.command.checklist_id,
        "digest": known.content.digest,
        "body": known.content.body,
        "verdict": known.record,
        "submitted_by": actor.id,
        "submitted_at": now,
    }


def insert(session: Session, row: Mapping[str, Any]) -> bool:
    """Whether this submission is the first. PostgreSQL waits here for a competitor to commit;
    SQLite has one writer at a time, so that nobody competes by now."""
    statement = _INSERT[session.get_bind().dialect.name]
    return session.execute(statement, row).one_or_none() is not None


def close(
    session: Session,
    command: Submit,
    verdict: ChecklistVerdict,
    photos: int,
    actor: Actor,
    now: datetime,
) -> bool:
    """Set the outcome, once; False when another draft was saved since this one was read."""
    outcome = {
        "of": command.checklist_id,
        "begun_from": command.version,
        "submission_id": command.id,
        "submitted_by": actor.id,
        "submitted_at": now,
        "verdict": verdict.verdict.value,
        "grade": verdict.grade.value if verdict.grade else None,
        "items_failed": len(verdict.failed),
        "items_near": len(verdict.near),
        "photos_announced": photos,
    }
    return session.execute(_CLOSE, outcome).one_or_none() is not None
