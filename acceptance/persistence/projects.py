"""Projects, their parties and the papers on file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category, Grade, SizeBasis, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.base import Base, PrimaryKey, words
from acceptance.persistence.organisations import Organisation
from acceptance.workflow.stages import Stage


class Project(Base):
    """A construction project.

    `stage` is a cache of the ledger. `responsible_id` is the unit that answers for the project in its
    target agreement (责任单位). The `counted_…` columns are frozen when attempt 1 is opened
    (indicators.md, counting rule 7); `counted_decided` says that some outcome counts already.
    """

    __tablename__ = "project"
    __table_args__ = (
        CheckConstraint(
            "size_basis <> 'manual' OR size_note <> ''", name="manual_size_has_a_reason"
        ),
        Index("ix_project_stage_area", "stage", "area_id"),
        # Covers the text search too, so that it reads this index and not every row.
        Index("ix_project_search", "updated_at", "id", "area_id", "code", "name", "place"),
        Index(
            "ix_project_still_due",
            "acceptance_due",
            "area_id",
            sqlite_where=text("counted_decided = 0"),
            postgresql_where=text("NOT counted_decided"),
        ),
    )

    id: Mapped[PrimaryKey]
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120), index=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), index=True)
    place: Mapped[str] = mapped_column(String(200), default="")
    category: Mapped[Category] = mapped_column(words(Category), index=True)
    process: Mapped[str] = mapped_column(String(20))
    rule_set: Mapped[str] = mapped_column(String(40))
    size_class: Mapped[SizeClass] = mapped_column(words(SizeClass), index=True)
    size_basis: Mapped[SizeBasis] = mapped_column(words(SizeBasis))
    size_note: Mapped[str] = mapped_column(String(200), default="")
    is_housing: Mapped[bool] = mapped_column(default=False)
    investment: Mapped[Decimal | None]
    floor_area: Mapped[Decimal | None]
    length_km: Mapped[Decimal | None]
    irrigated_mu: Mapped[Decimal | None]
    structure: Mapped[str] = mapped_column(String(60), default="")
    permit: Mapped[str] = mapped_column(String(60), default="")
    planned_start: Mapped[date | None]
    planned_finish: Mapped[date | None]
    actual_start: Mapped[date | None]
    actual_finish: Mapped[date | None]
    acceptance_due: Mapped[date | None]
    organiser: Mapped[str] = mapped_column(String(120), default="")
    approving_body: Mapped[str] = mapped_column(String(120), default="")
    filing_body: Mapped[str] = mapped_column(String(120), default="")
    filing_number: Mapped[str] = mapped_column(String(60), default="")
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    stage: Mapped[Stage] = mapped_column(words(Stage))
    stage_since: Mapped[datetime]
    counted_category: Mapped[Category | None] = mapped_column(words(Category))
    counted_size: Mapped[SizeClass | None] = mapped_column(words(SizeClass))
    counted_area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    counted_unit_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    counted_graded: Mapped[bool | None]
    counted_decided: Mapped[bool] = mapped_column(default=False, server_default=false())
    grade: Mapped[Grade | None] = mapped_column(words(Grade))
    grade_score: Mapped[str] = mapped_column(String(20), default="")
    graded_on: Mapped[date | None]
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    updated_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    area: Mapped[Area] = relationship(foreign_keys=[area_id])
    parties: Mapped[list[ProjectParty]] = relationship(order_by="ProjectParty.id")

    __mapper_args__ = {"version_id_col": version}


class ProjectParty(Base):
    """What an organisation is in a project, and who leads for it."""

    __tablename__ = "project_party"
    __table_args__ = (UniqueConstraint("project_id", "role", "organisation_id"),)

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[PartyRole] = mapped_column(words(PartyRole))
    leader: Mapped[str] = mapped_column(String(60), default="")

    organisation: Mapped[Organisation] = relationship()


class ProjectPaper(Base):
    """A paper on file: which of those asked for, its number and its date. One that this project
    does not need is recorded as `not_applicable`, with the reason as its note."""

    __tablename__ = "project_paper"
    __table_args__ = (UniqueConstraint("project_id", "code"),)

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    number: Mapped[str] = mapped_column(String(60), default="")
    dated: Mapped[date]
    note: Mapped[str] = mapped_column(String(200), default="")
    not_applicable: Mapped[bool] = mapped_column(default=False)
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime]


class Touch(Base):
    """Who took part in a project, so that he does not decide it (architecture, law 9)."""

    __tablename__ = "touch"
    __table_args__ = (Index("ix_touch_user_id_project_id", "user_id", "project_id"),)

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True)
    act: Mapped[str] = mapped_column(String(40), primary_key=True)
    at: Mapped[datetime]
