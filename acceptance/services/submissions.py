"""Submitting a checklist: judged by the server, stored once, answered the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, load_only

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.checklists import Checklist, ChecklistTemplate, Photo, Submission
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.scope import visible
from acceptance.queries.templates import frozen_template
from acceptance.services.checklists import AlreadySubmittedError
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.services.ledger import record
from acceptance.services.submission_content import Content, Submit, gaps_in, read
from acceptance.services.touches import touch


@dataclass(frozen=True, slots=True)
class Submitted:
    """The answer to a submission: the same for every repetition, except for `again`."""

    submission_id: str
    checklist_id: int
    number: int
    verdict: str
    grade: str | None
    items_failed: int
    items_near: int
    again: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The checklist before the verdict, and the submission with this id if there is one."""

    number: int
    submitted_at: datetime | None
    photos_arrived: int
    template_code: str
    template_digest: str
    works: str
    submission_digest: str | None
    project: Project


class DifferentSubmissionError(StaleError):
    """This submission id was used before, for other content."""


def submit(session: Session, command: Submit, actor: Actor, now: datetime) -> Submitted:
    """Judge and store a complete checklist; an incomplete one is refused with every gap named."""
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError
    found = _found(session, command, actor)
    template = frozen_template(session, found.template_digest)
    content = read(command, template)
    if found.submission_digest is not None:
        return _again(session, command, found.submission_digest, content.digest)
    if found.submitted_at is not None:
        raise AlreadySubmittedError
    if content.problems:
        raise RefusedError(*content.problems)
    verdict = judge(template, content.answers)
    photos = _photos(session, command) if found.photos_arrived else frozenset()
    everything = photos | {(photo.slot, photo.sha256) for photo in command.photos}
    gaps = gaps_in(template, verdict, {slot for slot, _ in everything})
    if gaps:
        raise RefusedError(*gaps)
    row = _row(command, content, verdict, actor, now)
    if not _insert(session, row):
        return _lost_the_race(session, command, content.digest)
    _close(session, command, verdict, len(everything), actor, now)
    touch(session, actor, now, found.project.id, "inspected")
    record(session, actor, now, "checklist.submitted", "checklist", command.checklist_id,
           _payload(found, verdict, content.digest), found.project)  # fmt: skip
    return Submitted(
        command.id,
        command.checklist_id,
        found.number,
        verdict.verdict.value,
        verdict.grade.value if verdict.grade else None,
        len(verdict.failed),
        len(verdict.near),
        again=False,
    )


def _found(session: Session, command: Submit, actor: Actor) -> _Found:
    """Everything that is asked of the database before the verdict, in one statement."""
    found = session.execute(
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
        .outerjoin(Submission, Submission.id == command.id)
        .where(Checklist.id == command.checklist_id, visible(actor))
        .options(load_only(Project.code))
    ).one_or_none()
    if found is None:
        raise NotFoundError
    return _Found(*found)


def _photos(session: Session, command: Submit) -> frozenset[tuple[str, str]]:
    rows = session.execute(
        select(Photo.slot, Photo.sha256).where(Photo.checklist_id == command.checklist_id)
    )
    return frozenset((row.slot, row.sha256) for row in rows)


def _row(
    command: Submit, content: Content, verdict: ChecklistVerdict, actor: Actor, now: datetime
) -> dict[str, Any]:
    return {
        "id": command.id,
        "checklist_id": command.checklist_id,
        "digest": content.digest,
        "body": content.body,
        "verdict": canonical(verdict.to_document()),
        "submitted_by": actor.id,
        "submitted_at": now,
    }


def _insert(session: Session, row: Mapping[str, Any]) -> bool:
    """Whether this submission is the first. PostgreSQL waits here for a competitor to commit;
    SQLite has one writer at a time, so that nobody competes by now."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    made = session.execute(
        insert(Submission).values(**row).on_conflict_do_nothing().returning(Submission.id)
    )
    return made.one_or_none() is not None


def _close(
    session: Session,
    command: Submit,
    verdict: ChecklistVerdict,
    photos: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Set the outcome, once, if nobody saved another draft since this one was read."""
    unchanged: list[ColumnElement[bool]] = [Checklist.submitted_at.is_(None)]
    if command.version is not None:
        unchanged.append(Checklist.version == command.version)
    closed = session.execute(
        update(Checklist)
        .where(Checklist.id == command.checklist_id, *unchanged)
        .values(
            submission_id=command.id,
            submitted_by=actor.id,
            submitted_at=now,
            verdict=verdict.verdict.value,
            grade=verdict.grade.value if verdict.grade else None,
            items_failed=len(verdict.failed),
            items_near=len(verdict.near),
            photos_announced=photos,
            version=Checklist.version + 1,
        )
        .returning(Checklist.id)
        .execution_options(synchronize_session=False)
    )
    if closed.one_or_none() is None:
        raise StaleError


def _payload(found: _Found, verdict: ChecklistVerdict, digest: str) -> dict[str, Any]:
    return {
        "works": found.works,
        "template": found.template_code,
        "digest": found.template_digest,
        "number": found.number,
        "verdict": verdict.verdict.value,
        "grade": verdict.grade.value if verdict.grade else None,
        "submission": digest,
    }


def _lost_the_race(session: Session, command: Submit, digest: str) -> Submitted:
    """Somebody was faster: with this very submission, or with another one for the checklist."""
    first = session.scalar(select(Submission.digest).where(Submission.id == command.id))
    if first is None:
        raise AlreadySubmittedError
    return _again(session, command, first, digest)


def _again(session: Session, command: Submit, first: str, digest: str) -> Submitted:
    """The first answer once more, if it is the same submission."""
    if first != digest:
        raise DifferentSubmissionError
    row = session.execute(
        select(
            Checklist.number,
            Checklist.verdict,
            Checklist.grade,
            Checklist.items_failed,
            Checklist.items_near,
        ).where(Checklist.submission_id == command.id)
    ).one()
    return Submitted(
        command.id,
        command.checklist_id,
        row.number,
        row.verdict or "",
        row.grade,
        row.items_failed,
        row.items_near,
        again=True,
    )
