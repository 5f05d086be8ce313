"""Organisations: bureaus, owners, contractors, supervisors."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.base import Base, PrimaryKey


class Organisation(Base):
    """A legal body. A credit code whose check character fails carries the reason for keeping it."""

    __tablename__ = "organisation"

    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(String(120), unique=True)
    credit_code: Mapped[str | None] = mapped_column(String(18), unique=True)
    credit_code_reason: Mapped[str] = mapped_column(String(200), default="")
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    is_authority: Mapped[bool] = mapped_column(default=False)
