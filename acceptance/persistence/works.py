"""The works tree of a project, in the levels of its standard."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.projects import Level
from acceptance.persistence.base import Base, PrimaryKey, words


class Works(Base):
    """One part of the works. A leaf (`is_leaf`) carries checklists."""

    __tablename__ = "works"
    __table_args__ = (
        UniqueConstraint("project_id", "code"),
        UniqueConstraint("parent_id", "name", "location"),
        Index("ix_works_project_id_position", "project_id", "position"),
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("works.id"), index=True)
    level: Mapped[Level] = mapped_column(words(Level))
    is_leaf: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(120))
    location: Mapped[str] = mapped_column(String(120), default="")
    is_main: Mapped[bool] = mapped_column(default=False)
    is_key: Mapped[bool] = mapped_column(default=False)
    is_concealed: Mapped[bool] = mapped_column(default=False)
    template_code: Mapped[str] = mapped_column(String(60), default="")
    retired: Mapped[bool] = mapped_column(default=False)
