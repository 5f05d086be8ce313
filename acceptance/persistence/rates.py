"""How projects count, kept ready for adding up.

`project_conclusion` and its sums in `rate_cell` and `overtaken_cell` are derived:
`services.counting` writes them in the transaction that changes an attempt, and `rates check` holds
them against the ledger. Months are numbered through: year * 12 + 0 to 11.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.base import Base, words

_BAD, _BAD_SQLITE = text("NOT passed"), text("passed = 0")
_AGAIN = text("overtaken_by IS NOT NULL")
_MOVED = text("overtaken_before IS NOT NULL")
# Adding overtaken conclusions up at the edges of a period needs no look at the rows themselves:
# their indexes hold all of it, which halves the time.
_SUMMED = (
    "overtaken_before", "area_id", "size", "category", "passed", "outcome", "accepted_graded",
    "excellent", "sound",
)  # fmt: skip
# PostgreSQL writes a row that is raised beside the old one, with no new entry in the index as long as
# the page has room.
# On SQLite the rows themselves lie in the order of the key: very many are added up for one page.
_LAID_OUT = {"postgresql_with": {"fillfactor": 80}, "sqlite_with_rowid": False}
# The sums of a cell, over counted first attempts and over conclusions.
FIRST_SUMS = (
    "first", "first_projects", "first_passed", "first_conditional", "first_abandoned",
    "first_overturned",
)  # fmt: skip
LATEST_SUMS = (
    "latest", "latest_projects", "latest_passed", "latest_conditional", "latest_abandoned",
    "latest_overturned", "accepted_graded", "graded_projects", "excellent", "sound",
)  # fmt: skip


class ProjectConclusion(Base):
    """A decided attempt of a project, once for each reading of 整改后合格.

    Kind and place are those frozen at attempt 1. `accepted_graded`, `excellent` and `sound`: passed
    under a rule set with grades, of these 优良, passed without an open mandatory finding.
    `overtaken_by` and `overtaken_before` are the nearest days with a later conclusion of the same
    project. The quantities are whole numbers of the units that `Measure` names, 0 when not known.
    """

    __tablename__ = "project_conclusion"
    __table_args__ = (
        Index("ix_project_conclusion_day", "conditional_counts", "decided_on", "project_id"),
        Index(
            "ix_project_conclusion_bad",
            "conditional_counts",
            "decided_on",
            "project_id",
            sqlite_where=_BAD_SQLITE,
            postgresql_where=_BAD,
        ),
        # The projects that have lost their first-time pass, counted by every page of the register.
        Index(
            "ix_project_conclusion_lost",
            "conditional_counts",
            "project_id",
            sqlite_where=text("is_first = 1 AND passed = 0"),
            postgresql_where=text("is_first AND NOT passed"),
        ),
        Index("ix_project_conclusion_area", "conditional_counts", "area_id", "decided_on"),
        Index(
            "ix_project_conclusion_bad_area",
            "conditional_counts",
            "area_id",
            "decided_on",
            sqlite_where=_BAD_SQLITE,
            postgresql_where=_BAD,
        ),
        Index("ix_project_conclusion_unit", "conditional_counts", "unit_id", "decided_on"),
        Index(
            "ix_project_conclusion_moved",
            "conditional_counts",
            "decided_on",
            sqlite_where=_MOVED,
            postgresql_where=_MOVED,
        ),
        Index(
            "ix_project_conclusion_again",
            "conditional_counts",
            "decided_on",
            "overtaken_by",
            *_SUMMED,
            sqlite_where=_AGAIN,
            postgresql_where=_AGAIN,
        ),
        Index(
            "ix_project_conclusion_repeated",
            "conditional_counts",
            "overtaken_by",
            "decided_on",
            *_SUMMED,
            sqlite_where=_AGAIN,
            postgresql_where=_AGAIN,
        ),
    )

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), primary_key=True)
    conditional_counts: Mapped[bool] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    size: Mapped[SizeClass] = mapped_column(words(SizeClass))
    category: Mapped[Category] = mapped_column(words(Category))
    decided_on: Mapped[date]
    outcome: Mapped[CountedOutcome] = mapped_column(words(CountedOutcome))
    is_first: Mapped[bool]
    passed: Mapped[bool]
    accepted_graded: Mapped[bool]
    excellent: Mapped[bool]
    sound: Mapped[bool]
    overtaken_by: Mapped[date | None]
    overtaken_before: Mapped[date | None]
    unit_works: Mapped[int] = mapped_column(BigInteger)
    investment: Mapped[int] = mapped_column(BigInteger)
    floor_area: Mapped[int] = mapped_column(BigInteger)
    length_km: Mapped[int] = mapped_column(BigInteger)
    irrigated_mu: Mapped[int] = mapped_column(BigInteger)


class _Sums:
    """What a cell adds up of the conclusions in it; `…_projects` count those that have any of the
    measure at all.

    A cell with `conditional_counts` holds by how much that reading differs from the other: both are
    added up for it, and where they agree there is none.

    Its `area_id` is no foreign key: that of the conclusions keeps an area from being deleted, and
    every sum that is new would look it up and lock it again.
    """

    size: Mapped[SizeClass] = mapped_column(words(SizeClass), primary_key=True)
    category: Mapped[Category] = mapped_column(words(Category), primary_key=True)
    latest: Mapped[int] = mapped_column(BigInteger)
    latest_projects: Mapped[int] = mapped_column(BigInteger)
    latest_passed: Mapped[int] = mapped_column(BigInteger)
    latest_conditional: Mapped[int] = mapped_column(BigInteger)
    latest_abandoned: Mapped[int] = mapped_column(BigInteger)
    latest_overturned: Mapped[int] = mapped_column(BigInteger)
    accepted_graded: Mapped[int] = mapped_column(BigInteger)
    graded_projects: Mapped[int] = mapped_column(BigInteger)
    excellent: Mapped[int] = mapped_column(BigInteger)
    sound: Mapped[int] = mapped_column(BigInteger)


class RateCell(_Sums, Base):
    """The conclusions of one kind in an area and everything below it, in a month, a quarter or a
    year.

    `months` is 1, 3 or 12, `start` the number of the first month. Quarters and years are kept for
    the number of projects. So are single days of provinces and cities: `months` is 0 and `start`
    the ordinal of the day.
    """

    __tablename__ = "rate_cell"
    __table_args__ = _LAID_OUT

    area_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    conditional_counts: Mapped[bool] = mapped_column(primary_key=True)
    measure: Mapped[Measure] = mapped_column(words(Measure), primary_key=True)
    months: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    start: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    first: Mapped[int] = mapped_column(BigInteger)
    first_projects: Mapped[int] = mapped_column(BigInteger)
    first_passed: Mapped[int] = mapped_column(BigInteger)
    first_conditional: Mapped[int] = mapped_column(BigInteger)
    first_abandoned: Mapped[int] = mapped_column(BigInteger)
    first_overturned: Mapped[int] = mapped_column(BigInteger)


class OvertakenCell(_Sums, Base):
    """Of these the conclusions that a later one overtakes: not the latest of any period that holds
    both months, quarters or years. What is overtaken by an earlier day is looked at one by one
    instead.

    `months` is 1, 3 or 12, `month` and `next_month` are the numbers of the first months. Quarters
    and years are kept for the number of projects.
    """

    __tablename__ = "overtaken_cell"
    __table_args__ = _LAID_OUT

    area_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    conditional_counts: Mapped[bool] = mapped_column(primary_key=True)
    measure: Mapped[Measure] = mapped_column(words(Measure), primary_key=True)
    months: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    next_month: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
