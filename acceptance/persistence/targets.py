"""Targets of the county, and recorded awards."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.base import Base, PrimaryKey


class Target(Base):
    """A target for an indicator, a year and an area. `value` is a percentage or a count, exact.

    A count is collected from the year `since`, and due at the end of `year`.
    """

    __tablename__ = "target"
    __table_args__ = (UniqueConstraint("indicator", "year", "area_id"),)

    id: Mapped[PrimaryKey]
    indicator: Mapped[str] = mapped_column(String(40))
    year: Mapped[int]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    since: Mapped[int | None]
    value: Mapped[str] = mapped_column(String(10))
    unit: Mapped[str] = mapped_column(String(10))
    responsible: Mapped[str] = mapped_column(String(120), default="")
    source: Mapped[str] = mapped_column(String(200), default="")


class Award(Base):
    """A recorded prize (鲁班奖, 飞天奖)."""

    __tablename__ = "award"

    id: Mapped[PrimaryKey]
    kind: Mapped[str] = mapped_column(String(20))
    awarded_on: Mapped[date]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    title: Mapped[str] = mapped_column(String(120))
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime]
