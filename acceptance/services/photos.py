"""Photos of checklists and rectifications: kept first, then recorded, then counted as arrived."""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission, Role
from acceptance.persistence.checklists import Checklist, Photo, Submission
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.photos import PhotoPage, photo_in_scope
from acceptance.queries.scope import visible
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.ledger import record
from acceptance.services.rectifications import AFTER, BEFORE
from acceptance.services.touches import touch
from acceptance.storage.pictures import PictureError, read_picture
from acceptance.storage.store import Store

MOST_IN_SLOT = 12
MOST_IN_CHECKLIST = 120
ORIGINALS_FOR = frozenset({Role.APPROVER, Role.AUDITOR, Role.SYSTEM})
_SLOT = re.compile(r"[a-z][a-z0-9-]{0,59}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A picture whose files are on the disk. `sha256` is of the original, `size` in bytes."""

    sha256: str
    shown_sha256: str
    kind: str
    size: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class AddPhoto:
    """A kept picture and where it belongs: a slot of a checklist or of a rectification."""

    photo: KeptPhoto
    slot: str
    checklist_id: int | None = None
    rectification_id: int | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """The photo as it stands in its slot; `again` when the very same one was there before."""

    photo_id: int
    token: str
    sha256: str
    again: bool


def keep(store: Store, content: bytes) -> KeptPhoto:
    """Read a picture and put the original and the copy to show on the disk.

    This is slow work and needs no database, so it is done before the transaction begins.
    """
    try:
        picture = read_picture(content)
    except PictureError as problem:
        raise RefusedError(Finding.of(problem.code, field="photo")) from None
    original = store.put(content)
    shown = store.put(picture.shown)
    return KeptPhoto(original, shown, picture.kind, len(content), picture.width, picture.height)


def add(session: Session, command: AddPhoto, actor: Actor, now: datetime) -> Added:
    """Record a photo in its slot; the same photo in the same slot is recorded once."""
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError
    project, body = _owner(session, command, actor)
    known = session.execute(
        select(Photo.id, Photo.token).where(
            _here(command), Photo.slot == command.slot, Photo.sha256 == command.photo.sha256
        )
    ).one_or_none()
    if known is not None:
        return Added(known.id, known.token, command.photo.sha256, again=True)
    _refuse_too_many(session, command)
    if body is not None and (command.slot, command.photo.sha256) not in announced(body):
        raise RefusedError(Finding.of("photo_not_announced", field="photo"))
    if command.checklist_id is not None:
        _arrive(session, command)
    row = _row(command, project.id, actor, now)
    session.add(row)
    session.flush()
    touch(session, actor, now, project.id, "photographed")
    payload = {"slot": row.slot, "sha256": row.sha256, "bytes": row.size}
    record(session, actor, now, "photo.added", "photo", row.id, payload, project)
    return Added(row.id, row.token, row.sha256, again=False)


def see_original(session: Session, token: str, actor: Actor, now: datetime) -> PhotoPage:
    """The sealed original, for those who decide and those who audit; each look is in the ledger."""
    photo = photo_in_scope(session, actor, token)
    if photo is None:
        raise NotFoundError
    if actor.role not in ORIGINALS_FOR:
        raise ForbiddenError
    project = session.get_one(Project, photo.project_id)
    record(session, actor, now, "photo.original_seen", "photo", photo.id,
           {"sha256": photo.sha256}, project)  # fmt: skip
    return photo


def announced(body: str) -> frozenset[tuple[str, str]]:
    """The (slot, digest) pairs that a stored submission announces."""
    photos = json.loads(body).get("photos", ())
    return frozenset((photo["slot"], photo["sha256"]) for photo in photos)


def _owner(session: Session, command: AddPhoto, actor: Actor) -> tuple[Project, str | None]:
    """The project, and what was submitted if anything; the owner of the slot is locked."""
    if command.rectification_id is not None:
        return _of_rectification(session, command, actor), None
    found = session.execute(
        select(Project, Submission.body)
        .select_from(Checklist)
        .join(Project, Project.id == Checklist.project_id)
        .outerjoin(Submission, Submission.checklist_id == Checklist.id)
        .where(Checklist.id == command.checklist_id, visible(actor))
        .with_for_update(of=Checklist)
    ).one_or_none()
    if found is None:
        raise NotFoundError
    if not _SLOT.match(command.slot):
        raise RefusedError(Finding.of("photo_slot_unknown", field="photo"))
    project, body = found
    return project, body


def _of_rectification(session: Session, command: AddPhoto, actor: Actor) -> Project:
    found = session.execute(
        select(Rectification.closed_at, Project)
        .join(Project, Project.id == Rectification.project_id)
        .where(Rectification.id == command.rectification_id, visible(actor))
        .with_for_update(of=Rectification)
    ).one_or_none()
    if found is None:
        raise NotFoundError
    closed_at, project = found
    if command.slot not in {BEFORE, AFTER}:
        raise RefusedError(Finding.of("photo_slot_unknown", field="photo"))
    if closed_at is not None:
        raise RefusedError(Finding.of("rectification_closed", field="photo"))
    return project


def _arrive(session: Session, command: AddPhoto) -> None:
    session.execute(
        update(Checklist)
        .where(Checklist.id == command.checklist_id)
        .values(photos_arrived=Checklist.photos_arrived + 1)
        .execution_options(synchronize_session=False)
    )


def _here(command: AddPhoto) -> ColumnElement[bool]:
    if command.rectification_id is not None:
        return Photo.rectification_id == command.rectification_id
    return Photo.checklist_id == command.checklist_id


def _refuse_too_many(session: Session, command: AddPhoto) -> None:
    everywhere, in_slot = session.execute(
        select(func.count(), func.count().filter(Photo.slot == command.slot)).where(_here(command))
    ).one()
    if everywhere >= MOST_IN_CHECKLIST or in_slot >= MOST_IN_SLOT:
        raise RefusedError(
            Finding.of("photos_too_many", field="photo", slot=MOST_IN_SLOT, all=MOST_IN_CHECKLIST)
        )


def _row(command: AddPhoto, project_id: int, actor: Actor, now: datetime) -> Photo:
    photo = command.photo
    return Photo(
        token=secrets.token_urlsafe(24),
        project_id=project_id,
        checklist_id=command.checklist_id,
        rectification_id=command.rectification_id,
        slot=command.slot,
        sha256=photo.sha256,
        shown_sha256=photo.shown_sha256,
        kind=photo.kind,
        size=photo.size,
        width=photo.width,
        height=photo.height,
        uploaded_by=actor.id,
        uploaded_at=now,
    )
