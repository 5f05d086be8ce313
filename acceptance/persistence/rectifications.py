"""What has to be put right, by whom, by when, with evidence before and after."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.parties import PartyRole
from acceptance.persistence.base import Base, PrimaryKey, words


class Rectification(Base):
    """A finding to put right. It is `submitted` by who did the work and `closed` by who checked."""

    __tablename__ = "rectification"
    __table_args__ = (
        CheckConstraint("closed_at IS NULL OR submitted_at IS NOT NULL", name="closed_after_work"),
        Index("ix_rectification_project_id_closed_at", "project_id", "closed_at"),
        Index(
            "ix_rectification_open_due_on",
            "due_on",
            "project_id",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"), index=True)
    checklist_id: Mapped[int | None] = mapped_column(ForeignKey("checklist.id"))
    item_code: Mapped[str] = mapped_column(String(60), default="")
    place: Mapped[str] = mapped_column(String(120), default="")
    problem: Mapped[str] = mapped_column(String(500))
    clause: Mapped[str] = mapped_column(String(120), default="")
    party: Mapped[PartyRole] = mapped_column(words(PartyRole))
    mandatory: Mapped[bool] = mapped_column(default=True)
    due_on: Mapped[date]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    opened_at: Mapped[datetime]
    measure: Mapped[str] = mapped_column(String(500), default="")
    submitted_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    submitted_at: Mapped[datetime | None]
    returned_reason: Mapped[str] = mapped_column(String(500), default="")
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    closed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
