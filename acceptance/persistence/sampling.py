"""How much a checklist covers and the places drawn for its items: rows that never change."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey


@append_only
class SamplingDraw(Base):
    """Draw `number` (from 1) of an item. `plan` and `places` are canonical JSON; `head` is the hash
    the ledger stood at, `seq` the number of the act that committed the draw. From `head` and the
    checklist follows `seed`, from `seed` and `plan` follow the places."""

    __tablename__ = "sampling_draw"
    __table_args__ = (UniqueConstraint("checklist_id", "item_code", "number"),)

    id: Mapped[PrimaryKey]
    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklist.id"))
    item_code: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    plan: Mapped[str] = mapped_column(Text)
    head: Mapped[str] = mapped_column(String(64))
    seed: Mapped[str] = mapped_column(String(64))
    seq: Mapped[int]
    places: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(String(500))
    drawn_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    drawn_at: Mapped[datetime]


@append_only
class ChecklistExtent(Base):
    """How much a checklist covers, as canonical JSON in `body`; the newest row counts. `seq` is the
    number of the act that recorded it."""

    __tablename__ = "checklist_extent"

    id: Mapped[PrimaryKey]
    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklist.id"), index=True)
    body: Mapped[str] = mapped_column(Text)
    seq: Mapped[int]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    entered_at: Mapped[datetime]
