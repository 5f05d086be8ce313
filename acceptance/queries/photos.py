"""Photos: one by its token, those of a checklist, those of a rectification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.persistence.checklists import Checklist, Photo
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.scope import visible


@dataclass(frozen=True, slots=True)
class PhotoPage:
    """A photo in its slot. `shown_sha256` names the copy to show, `sha256` the sealed original."""

    id: int
    project_id: int
    checklist_id: int | None
    rectification_id: int | None
    slot: str
    token: str
    sha256: str
    shown_sha256: str
    kind: str
    uploaded_at: datetime


def photo_in_scope(session: Session, actor: Actor, token: str) -> PhotoPage | None:
    """The photo with this token, or None when it is missing or foreign."""
    rows = _photos(session, Photo.token == token, visible(actor))
    return rows[0] if rows else None


def photos_of_checklist(session: Session, checklist_id: int) -> tuple[PhotoPage, ...]:
    """Those that have arrived for a checklist, slot by slot in the order they came."""
    return _photos(session, Photo.checklist_id == checklist_id)


def photos_of_rectification(
    session: Session, actor: Actor, rectification_id: int
) -> tuple[PhotoPage, ...]:
    """The evidence before and after of a rectification."""
    return _photos(session, Photo.rectification_id == rectification_id, visible(actor))


def takes_photos(
    session: Session, actor: Actor, checklist_id: int | None, rectification_id: int | None
) -> bool:
    """Whether there is such a checklist or rectification for this viewer."""
    if rectification_id is not None:
        wanted = select(Rectification.id).where(Rectification.id == rectification_id)
        owned = wanted.join(Project, Project.id == Rectification.project_id)
    else:
        wanted = select(Checklist.id).where(Checklist.id == checklist_id)
        owned = wanted.join(Project, Project.id == Checklist.project_id)
    return session.scalar(owned.where(visible(actor))) is not None


def _photos(session: Session, *wanted: ColumnElement[bool]) -> tuple[PhotoPage, ...]:
    rows = session.scalars(
        select(Photo)
        .join(Project, Project.id == Photo.project_id)
        .where(*wanted)
        .order_by(Photo.slot, Photo.id)
    )
    return tuple(_page(row) for row in rows)


def _page(row: Photo) -> PhotoPage:
    return PhotoPage(
        id=row.id,
        project_id=row.project_id,
        checklist_id=row.checklist_id,
        rectification_id=row.rectification_id,
        slot=row.slot,
        token=row.token,
        sha256=row.sha256,
        shown_sha256=row.shown_sha256,
        kind=row.kind,
        uploaded_at=row.uploaded_at,
    )
