"""Working days (工作日) by the yearly notices of the State Council office."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_SATURDAY = 5
_DAY = timedelta(days=1)


class CalendarError(ValueError):
    """The calendar data contradict themselves; the message names the year."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off (whole blocks), made-up working days, and the years for which a notice is known."""

    off: frozenset[date]
    work: frozenset[date]
    years: frozenset[int]

    def is_working_day(self, day: date) -> bool:
        return day in self.work or (day.weekday() < _SATURDAY and day not in self.off)

    def add(self, day: date, count: int) -> date:
        """The working day that is `count` working days after `day`; before it when negative.

        Counting starts the day after (or before), so `day` itself need not be a working day.
        """
        step, left = (_DAY, count) if count >= 0 else (-_DAY, -count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_in(self, year: int) -> int:
        return sum(map(self.is_working_day, _days(date(year, 1, 1), date(year, 12, 31))))

    def missing_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two dates whose notice is not known: only weekends are off in them."""
        low, high = sorted((first.year, last.year))
        return tuple(year for year in range(low, high + 1) if year not in self.years)


WEEKENDS_ONLY = Calendar(frozenset(), frozenset(), frozenset())
"""The calendar of somebody who knows no notice at all."""


def read_calendar(text: str) -> Calendar:
    """The calendar in a TOML text; each year's number of working days is checked against it.

    Days count by themselves and not by the table they stand in: a notice can change days of the
    year before (the notice for 2012 made 2011-12-31 a working day).
    """
    tables: list[Mapping[str, Any]] = tomllib.loads(text)["year"]
    calendar = Calendar(
        off=frozenset(
            day
            for table in tables
            for block in table["off"]
            for day in _days(block["first"], block["last"])
        ),
        work=frozenset(day for table in tables for day in table["work"]),
        years=frozenset(table["year"] for table in tables),
    )
    if both := calendar.off & calendar.work:
        raise CalendarError(f"{min(both)} is both off and a working day")
    for table in tables:
        counted = calendar.working_days_in(table["year"])
        if counted != table["working_days"]:
            raise CalendarError(f"{table['year']}: {counted} and not {table['working_days']}")
    return calendar


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)
