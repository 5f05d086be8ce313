"""Reports that were ordered: what was asked for, and the files that were made of it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.base import Base, PrimaryKey, words


class Report(Base):
    """A report of the rates. The question is kept as it was asked (`without_unit`: of the projects
    for which nobody answers); the facts are frozen once, by their SHA-256 in the store, and every
    file is made of them."""

    __tablename__ = "report"
    __table_args__ = (Index("ix_report_area_id_id", "area_id", "id"),)

    id: Mapped[PrimaryKey]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    period: Mapped[str] = mapped_column(String(25))
    today: Mapped[date]
    conditional_counts: Mapped[bool]
    size: Mapped[SizeClass | None] = mapped_column(words(SizeClass))
    category: Mapped[Category | None] = mapped_column(words(Category))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    without_unit: Mapped[bool]
    only: Mapped[bool]
    ordered_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    ordered_at: Mapped[datetime]
    facts_sha256: Mapped[str | None] = mapped_column(String(64))
    pdf_sha256: Mapped[str | None] = mapped_column(String(64))
    xlsx_sha256: Mapped[str | None] = mapped_column(String(64))
    ledger_seq: Mapped[int | None]
    ledger_hash: Mapped[str | None] = mapped_column(String(64))
