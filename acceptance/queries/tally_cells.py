"""The statements that add cells up. Each is made once: making one takes longer than running it.

Values are bound by name: `readings`, `measure`, `nodes` or `node` (areas), `first` and `last`
(numbers of months), and those that come with a statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    union_all,
)

from acceptance.domain.conclusions import Measure
from acceptance.domain.spans import DAY, MONTH, Span, lengths
from acceptance.persistence.rates import LATEST_SUMS, OvertakenCell, RateCell

Statement = Select[*tuple[Any, ...]]
Asked = tuple[Statement, dict[str, Any]]
"""A statement and the values that it is given besides those of the area."""

Stretch = tuple[int, int, int, int]
"""How long its cells are (months, 0 for days), the numbers of the first and the last of them, and
1 where they are added, -1 where they are taken out again."""

Pairs = tuple[int, int, int, int, int]
"""What is overtaken: how long its cells are, the numbers of the first and the last of them, and
between which numbers that lies by which it is overtaken."""

Layer = tuple[int, int]
"""The first and the last month of all whole stretches of one length."""


def stretches(span: Span, measure: Measure) -> Iterator[Stretch]:
    """The whole months of a span: its whole years, then the quarters before and behind these, then
    the months before and behind the quarters."""
    for months, (first, last), inner in _layers(span, measure):
        if inner is None:
            yield months, first, last, 1
            continue
        if first < inner[0]:
            yield months, first, inner[0] - 1, 1
        if inner[1] < last:
            yield months, inner[1] + 1, last, 1


def pairs(span: Span, measure: Measure) -> Iterator[Pairs]:
    """What is overtaken inside these months: inside the whole years; then by quarters what begins
    before these, and what is overtaken behind them; then the same by months around the quarters."""
    for months, (first, last), inner in _layers(span, measure):
        if inner is None:
            yield months, first, last, first, last
            continue
        if first < inner[0]:
            yield months, first, inner[0] - 1, first, last
        if inner[1] < last:
            yield months, inner[0], last, inner[1] + 1, last


def _layers(span: Span, measure: Measure) -> Iterator[tuple[int, Layer, Layer | None]]:
    """What a span holds of each length, the longest first, and what it holds of the one before."""
    inner = None
    for months in lengths(measure):
        first, last = span.whole(months)
        if first <= last:
            yield months, (first, last), inner
            inner = first, last


def single_days(span: Span) -> Iterator[Stretch]:
    """The edges of a span as cells of single days."""
    for edge in (span.head, span.tail):
        if edge is not None:
            yield DAY, edge.days.first.toordinal(), edge.days.last.toordinal(), edge.sign


def cells(names: tuple[str, ...], wanted: Sequence[Stretch]) -> Asked:
    """The cells of some areas in all these stretches."""
    return _cells(names, len(wanted)), _numbered(("months", "from", "to", "sign"), wanted)


def overtaken_cells(names: tuple[str, ...], wanted: Sequence[Pairs]) -> Asked:
    """What is overtaken in some areas in all these pairs."""
    statement = _overtaken_cells(latest(names), len(wanted))
    return statement, _numbered(("months", "from", "to", "next", "next_to"), wanted)


def _numbered(names: tuple[str, ...], rows: Sequence[tuple[int, ...]]) -> dict[str, int]:
    return {
        f"{name}_{number}": value
        for number, row in enumerate(rows)
        for name, value in zip(names, row, strict=True)
    }


@cache
def _cells(names: tuple[str, ...], count: int) -> Statement:
    return added_up(
        _kept(RateCell, RateCell.area_id, names, *_of_nodes(RateCell, each),
              _between(RateCell.start, "from", "to", each), sign=f"sign_{each}")
        for each in range(count)
    )  # fmt: skip


@cache
def _overtaken_cells(names: tuple[str, ...], count: int) -> Statement:
    table = OvertakenCell
    return added_up(
        _kept(table, table.area_id, names, *_of_nodes(table, each),
              _between(table.month, "from", "to", each),
              _between(table.next_month, "next", "next_to", each))
        for each in range(count)
    )  # fmt: skip


def _of_nodes(table: Any, each: int) -> tuple[ColumnElement[bool], ...]:
    nodes = bindparam("nodes", type_=Integer, expanding=True)
    return table.area_id.in_(nodes), table.months == bindparam(f"months_{each}")


def _between(column: Any, low: str, high: str, each: int) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.between(
        bindparam(f"{low}_{each}"), bindparam(f"{high}_{each}")
    )
    return found


@cache
def cells_by_point(months: int, names: tuple[str, ...]) -> Statement:
    """The cells of one area by stretches of months."""
    within = RateCell.start.between(bindparam("first"), bindparam("last"))
    stretch = point(RateCell.start, months)
    return added_up([_kept(RateCell, stretch, names, *_of_node(RateCell, months), within)])


@cache
def overtaken_by_point(months: int, names: tuple[str, ...]) -> Statement:
    """What is overtaken inside the same stretch."""
    table = OvertakenCell
    stretch = point(table.month, months)
    within = (
        table.month >= bindparam("first"),
        table.next_month <= bindparam("last"),
        stretch == point(table.next_month, months),
    )
    return added_up([_kept(table, stretch, latest(names), *_of_node(table, months), *within)])


def _of_node(table: Any, months: int) -> tuple[ColumnElement[bool], ...]:
    kept = next(length for length in lengths(Measure.PROJECTS) if months % length == 0)
    return table.area_id == bindparam("node"), table.months == kept


def latest(names: tuple[str, ...]) -> tuple[str, ...]:
    """Of some sums those that are taken over conclusions: a first attempt is overtaken by nothing."""
    return tuple(name for name in names if name in LATEST_SUMS)


def point(month: Any, months: int) -> Any:
    """The stretch of so many months that a month lies in, numbered through."""
    return month if months == MONTH else month // literal_column(str(months), Integer)


def added_up(branches: Iterable[Statement]) -> Statement:
    """The rows of all branches added up for each place and kind, by one statement. Each stays a
    branch of its own, so that a database looks for it in the order in which it is kept."""
    first, *others = branches
    place, size, category, *values = (
        (union_all(first, *others) if others else first).subquery().columns
    )
    kind = (place, size, category)
    return select(*kind, *(cast(func.sum(each), BigInteger) for each in values)).group_by(*kind)


def signed(value: Any, sign: str) -> Any:
    """A value times the number that is bound by the name of the sign; itself without one."""
    return value * bindparam(sign, type_=Integer) if sign else value


def _kept(table: Any, place: Any, names: tuple[str, ...], *where: Any, sign: str = "") -> Statement:
    """Cells with their place and kind."""
    mine = (
        table.conditional_counts.in_(bindparam("readings", expanding=True)),
        table.measure == bindparam("measure"),
    )
    values = (signed(getattr(table, name), sign).label(name) for name in names)
    return select(place.label("place"), table.size, table.category, *values).where(*mine, *where)
