"""Checklist templates, the checklists filled from them, submissions and photos."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.projects import Category
from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey, words


@append_only
class ChecklistTemplate(Base):
    """A version of a template, frozen: `digest` is the SHA-256 of `body`, its canonical JSON."""

    __tablename__ = "checklist_template"
    __table_args__ = (UniqueConstraint("code", "digest"),)

    id: Mapped[PrimaryKey]
    code: Mapped[str] = mapped_column(String(60), index=True)
    version: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    category: Mapped[Category] = mapped_column(words(Category))
    level: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(120))
    title_en: Mapped[str] = mapped_column(String(200))
    standard: Mapped[str] = mapped_column(String(60))
    items: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    loaded_at: Mapped[datetime]


class Checklist(Base):
    """The inspection of one leaf of the works. `number` counts the inspections of that leaf by the
    same template, from 1 and without a hole; a failed one stays and the next is number 2."""

    __tablename__ = "checklist"
    __table_args__ = (
        UniqueConstraint("works_id", "template_code", "number"),
        CheckConstraint("(verdict IS NULL) = (submitted_at IS NULL)", name="verdict_with_date"),
        Index("ix_checklist_project_id_submitted_at", "project_id", "submitted_at"),
        Index("ix_checklist_works_id_number", "works_id", "number"),
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    works_id: Mapped[int] = mapped_column(ForeignKey("works.id"))
    template_id: Mapped[int] = mapped_column(ForeignKey("checklist_template.id"))
    template_code: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    opened_at: Mapped[datetime]
    draft: Mapped[str] = mapped_column(Text, default="{}")
    saved_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    saved_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    submission_id: Mapped[str | None] = mapped_column(String(36))
    submitted_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    submitted_at: Mapped[datetime | None]
    verdict: Mapped[str | None] = mapped_column(String(12))
    grade: Mapped[str | None] = mapped_column(String(12))
    items_failed: Mapped[int] = mapped_column(default=0)
    items_near: Mapped[int] = mapped_column(default=0)
    photos_announced: Mapped[int] = mapped_column(default=0)
    photos_arrived: Mapped[int] = mapped_column(default=0)


@append_only
class Submission(Base):
    """What the inspector sent, as it was read, with the verdict the server gave. The client makes
    `id`; the same id with the same `digest` gets the same answer again, with another one a 409."""

    __tablename__ = "submission"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklist.id"), unique=True)
    digest: Mapped[str] = mapped_column(String(64))
    body: Mapped[str] = mapped_column(Text)
    verdict: Mapped[str] = mapped_column(Text)
    submitted_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    submitted_at: Mapped[datetime]


@append_only
class Photo(Base):
    """A photo in its slot. `sha256` is of the sealed original, `shown_sha256` of the re-encoded
    copy without metadata; `token` is the unguessable part of its address."""

    __tablename__ = "photo"
    __table_args__ = (UniqueConstraint("checklist_id", "slot", "sha256"),)

    id: Mapped[PrimaryKey]
    token: Mapped[str] = mapped_column(String(40), unique=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    checklist_id: Mapped[int | None] = mapped_column(ForeignKey("checklist.id"), index=True)
    rectification_id: Mapped[int | None] = mapped_column(ForeignKey("rectification.id"), index=True)
    slot: Mapped[str] = mapped_column(String(60))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    shown_sha256: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(8))
    size: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    uploaded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    uploaded_at: Mapped[datetime]
