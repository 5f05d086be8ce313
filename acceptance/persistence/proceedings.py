"""What happened in the acceptances before the counted one, and around it: written once."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.parties import PartyRole
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey, words


@append_only
class ProceedingRecord(Base):
    """One event of one acceptance (`kind`) of a project or of a part of its works.

    `happened_on` is the legal day. `chair`, `present` (canonical JSON: people by role), `outside`
    and `agree` are those of a meeting, `approved` that of an opinion of the supervision body. A
    correction, or an acceptance held anew, is a new record whose `replaces` is the older one.
    """

    __tablename__ = "proceeding_record"

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    works_id: Mapped[int | None] = mapped_column(ForeignKey("works.id"))
    kind: Mapped[str] = mapped_column(String(40))
    event: Mapped[Event] = mapped_column(words(Event))
    happened_on: Mapped[date]
    number: Mapped[str] = mapped_column(String(60), default="")
    note: Mapped[str] = mapped_column(String(300), default="")
    chair: Mapped[PartyRole | None] = mapped_column(words(PartyRole))
    present: Mapped[str] = mapped_column(Text, default="{}")
    outside: Mapped[int | None]
    agree: Mapped[int | None]
    approved: Mapped[bool] = mapped_column(default=True)
    replaces: Mapped[int | None] = mapped_column(ForeignKey("proceeding_record.id"))
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime]
