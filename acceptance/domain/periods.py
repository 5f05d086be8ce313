"""Periods of counting and the legal date of a moment."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

# China has kept one time without summer time since 1992, so that the offset needs no zone files.
LEGAL_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")

_PART = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?\Z", re.ASCII)
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)\Z", re.ASCII)
_YEARS = re.compile(r"(\d{4})\.\.(\d{4})\Z", re.ASCII)


class NotAPeriodError(ValueError):
    """The text names no period."""


def legal_date(moment: datetime) -> date:
    """The date in Asia/Shanghai on which `moment` falls. A moment without a zone is refused."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone has no legal date")
    return moment.astimezone(LEGAL_ZONE).date()


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of legal dates; both end days belong to it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise NotAPeriodError(f"{self.first} to {self.last}")

    @classmethod
    def of_months(cls, year: int, month: int, months: int) -> Period:
        """`months` whole months of one year, beginning with `month`."""
        last = month + months - 1
        return cls(date(year, month, 1), date(year, last, monthrange(year, last)[1]))

    @classmethod
    def year(cls, year: int) -> Period:
        return cls.of_months(year, 1, 12)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        return cls.of_months(year, 6 * half - 5, 6)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        return cls.of_months(year, 3 * quarter - 2, 3)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return cls.of_months(year, month, 1)

    @classmethod
    def cumulative(cls, first_year: int, last_year: int) -> Period:
        """Whole years together, for goals to be reached by the end of the last one."""
        return cls(date(first_year, 1, 1), date(last_year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that `text` names: 2012, 2012-H1, 2012-Q3, 2012-07, 2011..2015, or any two
        days as 2012-03-05/2012-08-31."""
        try:
            return cls._named(text)
        except ValueError as error:
            raise NotAPeriodError(text) from error

    @classmethod
    def _named(cls, text: str) -> Period:
        if years := _YEARS.match(text):
            return cls.cumulative(int(years[1]), int(years[2]))
        if days := _DAYS.match(text):
            return cls(date.fromisoformat(days[1]), date.fromisoformat(days[2]))
        part = _PART.match(text)
        if part is None:
            raise NotAPeriodError(text)
        year = int(part[1])
        if part[2]:
            return cls.quarter(year, int(part[2]))
        if part[3]:
            return cls.half(year, int(part[3]))
        return cls.month(year, int(part[4])) if part[4] else cls.year(year)

    def contains(self, day: date | None) -> bool:
        """Whether `day` falls in the period. What has no date yet falls in none."""
        return day is not None and self.first <= day <= self.last

    @property
    def code(self) -> str:
        """The name that `parse` reads back; the two dates when the span has no name."""
        for name in self._names():
            if Period.parse(name) == self:
                return name
        return f"{self.first}/{self.last}"

    def _names(self) -> tuple[str, ...]:
        year, month = f"{self.first:%Y}", self.first.month
        return (
            year,
            f"{year}-H{(month + 5) // 6}",
            f"{year}-Q{(month + 2) // 3}",
            f"{year}-{month:02}",
            f"{year}..{self.last:%Y}",
        )

    @property
    def quarters(self) -> tuple[Period, ...]:
        """The whole quarters of the calendar inside the period, in order."""
        every = (
            Period.quarter(year, quarter)
            for year in range(self.first.year, self.last.year + 1)
            for quarter in (1, 2, 3, 4)
        )
        return tuple(q for q in every if self.first <= q.first and q.last <= self.last)
