"""The statements that add cells up. Each is made once: making one takes longer than running it.

Values are bound by name: `conditional`, `measure`, `nodes` or `node` (areas), `first` and `last`
(numbers of months).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, and_, bindparam, func, literal_column, or_, select

from acceptance.domain.spans import MONTH, YEAR, Span
from acceptance.persistence.rates import OvertakenCell, RateCell

FIRST = (
    "first", "first_projects", "first_passed", "first_conditional", "first_abandoned",
    "first_overturned",
)  # fmt: skip
LATEST = (
    "latest", "latest_projects", "latest_passed", "latest_conditional", "latest_abandoned",
    "latest_overturned", "accepted_graded", "graded_projects", "excellent", "sound",
)  # fmt: skip
Statement = Select[*tuple[Any, ...]]


def months_of(span: Span, *, whole_years: bool) -> dict[str, int]:
    """The months of a span as whole years and the months before and behind them.

    An empty stretch ends before it begins.
    """
    begin, end = span.years if whole_years else (1, 0)
    if begin > end:
        return {
            "first": span.first, "last": span.last,
            "before": span.last, "year": 1, "last_year": 0, "behind": span.last + 1,
        }  # fmt: skip
    return {
        "first": span.first, "last": span.last,
        "before": begin - 1, "year": begin, "last_year": end, "behind": end + YEAR,
    }  # fmt: skip


@cache
def cells() -> Statement:
    """The cells of some areas over whole months, whole years taken together."""
    single = or_(
        RateCell.start.between(bindparam("first"), bindparam("before")),
        RateCell.start.between(bindparam("behind"), bindparam("last")),
    )
    whole = RateCell.start.between(bindparam("year"), bindparam("last_year"))
    return _kept(
        RateCell,
        RateCell.area_id,
        (*FIRST, *LATEST),
        RateCell.area_id.in_(bindparam("nodes", expanding=True)),
        or_(and_(RateCell.months == MONTH, single), and_(RateCell.months == YEAR, whole)),
    )


@cache
def overtaken_cells() -> Statement:
    """What is overtaken inside these months."""
    return _kept(
        OvertakenCell,
        OvertakenCell.area_id,
        LATEST,
        OvertakenCell.area_id.in_(bindparam("nodes", expanding=True)),
        OvertakenCell.month >= bindparam("first"),
        OvertakenCell.next_month <= bindparam("last"),
    )


@cache
def cells_by_point(months: int) -> Statement:
    """The cells of one area by stretches of months."""
    kept = YEAR if months % YEAR == 0 else MONTH
    return _kept(
        RateCell,
        point(RateCell.start, months),
        (*FIRST, *LATEST),
        RateCell.area_id == bindparam("node"),
        RateCell.months == kept,
        RateCell.start.between(bindparam("first"), bindparam("last")),
    )


@cache
def overtaken_by_point(months: int) -> Statement:
    """What is overtaken inside the same stretch."""
    stretch = point(OvertakenCell.month, months)
    return _kept(
        OvertakenCell,
        stretch,
        LATEST,
        OvertakenCell.area_id == bindparam("node"),
        OvertakenCell.month >= bindparam("first"),
        OvertakenCell.next_month <= bindparam("last"),
        stretch == point(OvertakenCell.next_month, months),
    )


def point(month: Any, months: int) -> Any:
    """The stretch of so many months that a month lies in, numbered through."""
    return month if months == MONTH else month // literal_column(str(months), Integer)


def _kept(table: Any, place: Any, names: tuple[str, ...], *where: Any) -> Statement:
    """Cells added up for each place and kind."""
    kind = (place, table.size, table.category)
    mine = (
        table.conditional_counts == bindparam("conditional"),
        table.measure == bindparam("measure"),
    )
    sums = (func.sum(getattr(table, name)) for name in names)
    return select(*kind, *sums).where(*mine, *where).group_by(*kind)
