"""Submitting a checklist: judged by the server, stored once, answered the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Integer, Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, load_only

from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.checklists import Checklist, ChecklistTemplate, Photo, Submission
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.scope import visible
from acceptance.queries.templates import frozen_template
from acceptance.services.checklists import AlreadySubmittedError
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.services.judging import Judged, judged
from acceptance.services.ledger import record
from acceptance.services.submission_content import Submit, gaps_in
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


# The busiest way of all: its statements are put together once and not for every submission.
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
    dialect.name: insert(cast("Table", Submission.__table__))
    .on_conflict_do_nothing()
    .returning(Submission.id)
    for dialect, insert in (
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


class DifferentSubmissionError(StaleError):
    """This submission id was used before, for other content."""


def submit(
    session: Session, command: Submit, actor: Actor, now: datetime, known: Judged | None = None
) -> Submitted:
    """Judge and store a complete checklist; an incomplete one is refused with every gap named.

    `known` is the judgement when it was made beforehand, outside this transaction; a template never
    changes, so that it is as good as one made here.
    """
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError
    found = _found(session, command, actor)
    template = frozen_template(session, found.template_digest)
    if known is None or not known.holds_for(command, found.template_digest):
        known = judged(command, template)
    digest, verdict = known.content.digest, known.verdict
    if found.submission_digest is not None:
        return _again(session, command, found.submission_digest, digest)
    if found.submitted_at is not None:
        raise AlreadySubmittedError
    if verdict is None:
        raise RefusedError(*known.content.problems)
    photos = _photos(session, command) if found.photos_arrived else frozenset()
    everything = photos | {(photo.slot, photo.sha256) for photo in command.photos}
    gaps = gaps_in(template, verdict, {slot for slot, _ in everything})
    if gaps:
        raise RefusedError(*gaps)
    row = _row(known, actor, now)
    if not _insert(session, row):
        return _lost_the_race(session, command, digest)
    _close(session, command, verdict, len(everything), actor, now)
    touch(session, actor, now, found.project.id, "inspected")
    record(session, actor, now, "checklist.submitted", "checklist", command.checklist_id,
           _payload(found, verdict, digest), found.project)  # fmt: skip
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
    asked = {"of": command.checklist_id, "sent": command.id if command.has_an_id else ""}
    found = session.execute(_FIND.where(visible(actor)), asked).one_or_none()
    if found is None:
        raise NotFoundError
    return _Found(*found)


def _photos(session: Session, command: Submit) -> frozenset[tuple[str, str]]:
    rows = session.execute(
        select(Photo.slot, Photo.sha256).where(Photo.checklist_id == command.checklist_id)
    )
    return frozenset((row.slot, row.sha256) for row in rows)


def _row(known: Judged, actor: Actor, now: datetime) -> dict[str, Any]:
    return {
        "id": known.command.id,
        "checklist_id": known.command.checklist_id,
        "digest": known.content.digest,
        "body": known.content.body,
        "verdict": known.record,
        "submitted_by": actor.id,
        "submitted_at": now,
    }


def _insert(session: Session, row: Mapping[str, Any]) -> bool:
    """Whether this submission is the first. PostgreSQL waits here for a competitor to commit;
    SQLite has one writer at a time, so that nobody competes by now."""
    statement = _INSERT[session.get_bind().dialect.name]
    return session.execute(statement, row).one_or_none() is not None


def _close(
    session: Session,
    command: Submit,
    verdict: ChecklistVerdict,
    photos: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Set the outcome, once, if nobody saved another draft since this one was read."""
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
    if session.execute(_CLOSE, outcome).one_or_none() is None:
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
