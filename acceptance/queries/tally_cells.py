"""The statements that add cells up. Each is made once: making one takes longer than running it.

Values are bound by name: `conditional`, `measure`, `nodes` or `node` (areas), `first` and `last`
(numbers of months).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, bindparam, func, literal_column, select

from acceptance.domain.spans import MONTH, YEAR, Span
from acceptance.persistence.rates import FIRST_SUMS, LATEST_SUMS, OvertakenCell, RateCell

Statement = Select[*tuple[Any, ...]]


def stretches(span: Span, *, whole_years: bool) -> Iterator[dict[str, int]]:
    """The whole months of a span as whole years and the months before and behind them."""
    begin, end = span.years if whole_years else (1, 0)
    if begin > end:
        yield {"months": MONTH, "from": span.first, "to": span.last}
        return
    yield {"months": YEAR, "from": begin, "to": end}
    if span.first < begin:
        yield {"months": MONTH, "from": span.first, "to": begin - 1}
    if end + YEAR <= span.last:
        yield {"months": MONTH, "from": end + YEAR, "to": span.last}


@cache
def cells() -> Statement:
    """The cells of some areas of one length, in the order in which they are kept."""
    return _kept(
        RateCell,
        RateCell.area_id,
        (*FIRST_SUMS, *LATEST_SUMS),
        RateCell.area_id.in_(bindparam("nodes", expanding=True)),
        RateCell.months == bindparam("months"),
        RateCell.start.between(bindparam("from"), bindparam("to")),
    )


@cache
def overtaken_cells() -> Statement:
    """What is overtaken inside these months."""
    return _kept(
        OvertakenCell,
        OvertakenCell.area_id,
        LATEST_SUMS,
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
        (*FIRST_SUMS, *LATEST_SUMS),
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
        LATEST_SUMS,
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
