"""Printed quality records: frozen facts and the paper made from them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.base import Base, PrimaryKey


class RecordPaper(Base):
    """A quality record as it was asked for. `facts` is the canonical JSON that the paper is made
    from and `digest` its SHA-256: the same facts are one record."""

    __tablename__ = "record_paper"

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    facts: Mapped[str] = mapped_column(Text)
    ordered_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    ordered_at: Mapped[datetime]
    pdf_sha256: Mapped[str | None] = mapped_column(String(64))
