"""A period as whole months, and single days at its edges that are added or taken out again."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from acceptance.domain.conclusions import Measure
from acceptance.domain.periods import Period

DAY, MONTH, QUARTER, HALF, YEAR = 0, 1, 3, 6, 12
"""Lengths in months; a single day has none."""

NEVER = date(1, 1, 1)
_A_DAY = timedelta(days=1)


def month_of(day: date) -> int:
    """The running number of the month a day lies in: year * 12 + 0 to 11."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of the month with this running number."""
    return date(month // 12, month % 12 + 1, 1)


def lengths(measure: Measure) -> tuple[int, ...]:
    """The stretches over which the sums of a measure are kept, in months, the longest first."""
    return (YEAR, QUARTER, MONTH) if measure is Measure.PROJECTS else (MONTH,)


def begin_of(month: int, months: int) -> int:
    """The first month of the stretch of so many months that a month lies in."""
    return month - month % months


def last_day(month: int) -> date:
    """The last day of the month with this running number."""
    first = first_day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


@dataclass(frozen=True, slots=True)
class Edge:
    """Single days at one end of the whole months: `sign` is 1 where they belong to the period as
    well, -1 where they are in these months and not in the period."""

    days: Period
    sign: int


@dataclass(frozen=True, slots=True)
class Span:
    """The whole months from `first` to `last` (none when `last` is before `first`), and at either
    end the single days by which the period is longer or shorter than these."""

    period: Period
    first: int
    last: int
    head: Edge | None
    tail: Edge | None

    @property
    def has_months(self) -> bool:
        return self.first <= self.last

    @property
    def is_even(self) -> bool:
        """Whether the period is made of whole months."""
        return self.head is None and self.tail is None

    def whole(self, months: int) -> tuple[int, int]:
        """The first and the last month of the whole stretches of so many months among these; the
        last before the first where there is none."""
        return -(-self.first // months) * months, (self.last + 1) // months * months - 1


def span_of(period: Period) -> Span:
    """Take a period apart so that few single days are left: most of a month is the month without
    the rest. A small piece of one month is all tail."""
    first, last = month_of(period.first), month_of(period.last)
    before, behind = _before(period, first), _behind(period, last)
    if first == last:
        if _days(before) + _days(behind) >= _days(period):
            return Span(period, first, first - 1, None, Edge(period, 1))
        return Span(period, first, last, _without(before), _without(behind))
    head = _edge(before, Period(period.first, last_day(first)))
    tail = _edge(behind, Period(first_day(last), period.last))
    return Span(period, first + _is_added(head), last - _is_added(tail), head, tail)


def _before(period: Period, month: int) -> Period | None:
    """The days of its first month that are not in the period."""
    begin = first_day(month)
    return Period(begin, period.first - _A_DAY) if begin < period.first else None


def _behind(period: Period, month: int) -> Period | None:
    end = last_day(month)
    return Period(period.last + _A_DAY, end) if period.last < end else None


def _edge(outside: Period | None, inside: Period) -> Edge | None:
    return Edge(inside, 1) if _days(outside) > _days(inside) else _without(outside)


def _without(outside: Period | None) -> Edge | None:
    return Edge(outside, -1) if outside else None


def _is_added(edge: Edge | None) -> bool:
    return edge is not None and edge.sign > 0


def _days(period: Period | None) -> int:
    return (period.last - period.first).days + 1 if period else 0
