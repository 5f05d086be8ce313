"""The statements that add cells up. Each is made once: making one takes longer than running it.

Values are bound by name: `conditional`, `measure`, `nodes` or `node` (areas), `first` and `last`
(numbers of months).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    CompoundSelect,
    Integer,
    Select,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    union_all,
)

from acceptance.domain.spans import MONTH, YEAR, Span
from acceptance.persistence.rates import LATEST_SUMS, OvertakenCell, RateCell

Statement = Select[*tuple[Any, ...]]
Stretch = tuple[int, int, int]
"""How long its cells are (months, 0 for days), and the numbers of the first and the last of them."""


def stretches(span: Span, *, whole_years: bool) -> Iterator[Stretch]:
    """The whole months of a span as whole years and the months before and behind them."""
    if not span.has_months:
        return
    begin, end = span.years if whole_years else (1, 0)
    if begin > end:
        yield MONTH, span.first, span.last
        return
    yield YEAR, begin, end
    if span.first < begin:
        yield MONTH, span.first, begin - 1
    if end + YEAR <= span.last:
        yield MONTH, end + YEAR, span.last


def cells(
    names: tuple[str, ...], wanted: Sequence[Stretch]
) -> tuple[Statement | CompoundSelect[Any], dict[str, int]]:
    """The cells of some areas for all these stretches in one statement, and its values."""
    values = {
        f"{name}_{number}": value
        for number, stretch in enumerate(wanted)
        for name, value in zip(("months", "from", "to"), stretch, strict=True)
    }
    return _cells(names, len(wanted)), values


@cache
def _cells(names: tuple[str, ...], count: int) -> Statement | CompoundSelect[Any]:
    """One branch for each stretch, so that each is looked for in the order in which it is kept."""
    branches = [
        _kept(
            RateCell,
            RateCell.area_id,
            names,
            RateCell.area_id.in_(bindparam("nodes", expanding=True)),
            RateCell.months == bindparam(f"months_{number}"),
            RateCell.start.between(bindparam(f"from_{number}"), bindparam(f"to_{number}")),
        )
        for number in range(count)
    ]
    return union_all(*branches) if count > 1 else branches[0]


@cache
def overtaken_cells(names: tuple[str, ...]) -> Statement:
    """What is overtaken inside these months."""
    return _kept(
        OvertakenCell,
        OvertakenCell.area_id,
        latest(names),
        OvertakenCell.area_id.in_(bindparam("nodes", expanding=True)),
        OvertakenCell.month >= bindparam("first"),
        OvertakenCell.next_month <= bindparam("last"),
    )


@cache
def cells_by_point(months: int, names: tuple[str, ...]) -> Statement:
    """The cells of one area by stretches of months."""
    kept = YEAR if months % YEAR == 0 else MONTH
    return _kept(
        RateCell,
        point(RateCell.start, months),
        names,
        RateCell.area_id == bindparam("node"),
        RateCell.months == kept,
        RateCell.start.between(bindparam("first"), bindparam("last")),
    )


@cache
def overtaken_by_point(months: int, names: tuple[str, ...]) -> Statement:
    """What is overtaken inside the same stretch."""
    stretch = point(OvertakenCell.month, months)
    return _kept(
        OvertakenCell,
        stretch,
        latest(names),
        OvertakenCell.area_id == bindparam("node"),
        OvertakenCell.month >= bindparam("first"),
        OvertakenCell.next_month <= bindparam("last"),
        stretch == point(OvertakenCell.next_month, months),
    )


def latest(names: tuple[str, ...]) -> tuple[str, ...]:
    """Of some sums those that are taken over conclusions: a first attempt is overtaken by nothing."""
    return tuple(name for name in names if name in LATEST_SUMS)


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
    sums = (cast(func.sum(getattr(table, name)), BigInteger) for name in names)
    return select(*kind, *sums).where(*mine, *where).group_by(*kind)
