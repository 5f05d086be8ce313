"""A period as whole months in the middle and single days at its edges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from acceptance.domain.periods import Period

DAY, MONTH, QUARTER, HALF, YEAR = 0, 1, 3, 6, 12
"""Lengths in months; a single day has none."""

NEVER = date(1, 1, 1)


def month_of(day: date) -> int:
    """The running number of the month a day lies in: year * 12 + 0 to 11."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of the month with this running number."""
    return date(month // 12, month % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Span:
    """The months from `first` to `last` that lie wholly in the period (none when `last` is before
    `first`), and the days before (`head`) and behind them (`tail`), each empty as None."""

    period: Period
    first: int
    last: int
    head: Period | None
    tail: Period | None

    @property
    def has_months(self) -> bool:
        return self.first <= self.last

    @property
    def is_even(self) -> bool:
        """Whether the period is made of whole months."""
        return self.head is None and self.tail is None

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last whole year among the months, as the numbers of their January."""
        begin = -(-self.first // YEAR) * YEAR
        return begin, (self.last + 1) // YEAR * YEAR - YEAR


def span_of(period: Period) -> Span:
    """Take a period apart; a period inside one month is all head."""
    first = month_of(period.first) + (period.first.day > 1)
    last = month_of(period.last + timedelta(days=1)) - 1
    if last < first:
        return Span(period, first, first - 1, period, None)
    begin, end = first_day(first), first_day(last + 1)
    day = timedelta(days=1)
    head = Period(period.first, begin - day) if period.first < begin else None
    tail = Period(end, period.last) if period.last >= end else None
    return Span(period, first, last, head, tail)
