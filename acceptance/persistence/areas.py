"""Areas: province, city, county, township."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.base import Base, PrimaryKey


class Area(Base):
    """A node of the area tree. `path` is the codes from the root down, each with a slash behind."""

    __tablename__ = "area"

    id: Mapped[PrimaryKey]
    code: Mapped[str] = mapped_column(String(12), unique=True)
    name: Mapped[str] = mapped_column(String(60))
    level: Mapped[str] = mapped_column(String(12))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    path: Mapped[str] = mapped_column(String(60), unique=True)
    position: Mapped[int]
    valid_from: Mapped[date | None]
