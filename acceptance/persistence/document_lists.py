"""The lists of documents that attempts were opened by, frozen."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey


@append_only
class FrozenDocumentLists(Base):
    """The lists of a process on a day: `digest` is the SHA-256 of `body`, their canonical JSON."""

    __tablename__ = "frozen_document_lists"

    id: Mapped[PrimaryKey]
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    body: Mapped[str] = mapped_column(Text)
    frozen_at: Mapped[datetime]


@append_only
class AttemptDocuments(Base):
    """By which lists an attempt was opened. Attempts from before lists were frozen have no row."""

    __tablename__ = "attempt_documents"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    lists_id: Mapped[int] = mapped_column(ForeignKey("frozen_document_lists.id"))
