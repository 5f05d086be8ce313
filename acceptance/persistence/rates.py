"""How projects count, kept ready for adding up, and the comparisons with the second count.

`project_quarter` and its sums in `rate_cell` are derived: `services.counting` writes them in the
transaction that changes an attempt, and `rates check` holds them against the ledger.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.base import Base, words


class ProjectQuarter(Base):
    """One project in one quarter (year * 4 + 0 to 3), once for each reading of 整改后合格.

    `first` and `latest` are numbers of attempts. `accepted_graded`, `excellent` and `sound` speak
    of the latest conclusion: passed under a rule set with grades, of these 优良, passed without an
    open mandatory finding. `overtaken_by` and `overtaken_before` are the nearest quarters with a
    later conclusion of the same project.
    """

    __tablename__ = "project_quarter"
    __table_args__ = (
        Index("ix_project_quarter_list", "conditional_counts", "quarter", "project_id"),
        Index(
            "ix_project_quarter_overtaken",
            "conditional_counts",
            "quarter",
            sqlite_where=text("overtaken_by IS NOT NULL OR overtaken_before IS NOT NULL"),
            postgresql_where=text("overtaken_by IS NOT NULL OR overtaken_before IS NOT NULL"),
        ),
    )

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), primary_key=True)
    conditional_counts: Mapped[bool] = mapped_column(primary_key=True)
    quarter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    size: Mapped[SizeClass] = mapped_column(words(SizeClass))
    category: Mapped[Category] = mapped_column(words(Category))
    first: Mapped[int | None]
    first_passed: Mapped[bool]
    latest: Mapped[int | None]
    latest_passed: Mapped[bool]
    accepted_graded: Mapped[bool]
    excellent: Mapped[bool]
    sound: Mapped[bool]
    overtaken_by: Mapped[int | None]
    overtaken_before: Mapped[int | None]


class RateCell(Base):
    """How many projects of one kind count in one quarter: the sums over `project_quarter`."""

    __tablename__ = "rate_cell"

    conditional_counts: Mapped[bool] = mapped_column(primary_key=True)
    quarter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), primary_key=True)
    size: Mapped[SizeClass] = mapped_column(words(SizeClass), primary_key=True)
    category: Mapped[Category] = mapped_column(words(Category), primary_key=True)
    first: Mapped[int]
    first_passed: Mapped[int]
    latest: Mapped[int]
    latest_passed: Mapped[int]
    accepted_graded: Mapped[int]
    excellent: Mapped[int]
    sound: Mapped[int]
