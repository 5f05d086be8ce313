"""Test reports named in submitted checklists, so that one used twice is found."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey


@append_only
class SpecimenReport(Base):
    """The report behind group `point` (from 0) of an item. `key` is its number without the marks
    that people type differently; the submission holds all that was typed."""

    __tablename__ = "specimen_report"
    __table_args__ = (UniqueConstraint("checklist_id", "item_code", "point"),)

    id: Mapped[PrimaryKey]
    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklist.id"))
    item_code: Mapped[str] = mapped_column(String(60))
    point: Mapped[int]
    number: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(240), index=True)
    laboratory: Mapped[str] = mapped_column(String(100))
