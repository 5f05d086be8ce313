"""Working days, with the calendar that ships."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import acceptance
from acceptance.domain.working_days import Calendar, CalendarError, read_calendar

SOURCE = Path(acceptance.__file__).parent / "catalogue" / "calendar.toml"


@cache
def shipped() -> Calendar:
    return read_calendar(SOURCE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 9, 18), 5, date(2026, 9, 24)),
        (date(2026, 2, 10), 10, date(2026, 3, 2)),
        (date(2011, 1, 28), 5, date(2011, 2, 10)),
        (date(2026, 10, 14), -7, date(2026, 9, 29)),
        (date(2025, 9, 26), 10, date(2025, 10, 16)),
        (date(2024, 4, 26), 20, date(2024, 5, 27)),
        (date(2011, 9, 30), 1, date(2011, 10, 8)),
        (date(2026, 6, 18), 1, date(2026, 6, 22)),
        (date(2011, 12, 30), 1, date(2011, 12, 31)),
        (date(2026, 10, 3), 0, date(2026, 10, 3)),
    ],
)
def test_limits_counted_by_hand(start: date, count: int, end: date) -> None:
    assert shipped().add(start, count) == end


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2011, 250),
        (2012, 249),
        (2013, 250),
        (2014, 250),
        (2015, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
    ],
)
def test_working_days_of_a_year(year: int, days: int) -> None:
    assert shipped().working_days_in(year) == days


def test_years_without_a_notice_are_named() -> None:
    calendar = shipped()
    assert calendar.missing_years(date(2026, 12, 20), date(2027, 1, 10)) == (2027,)
    assert calendar.missing_years(date(2027, 1, 10), date(2026, 12, 20)) == (2027,)
    assert calendar.missing_years(date(2011, 1, 1), date(2015, 12, 31)) == ()


@given(st.dates(date(2011, 1, 1), date(2026, 12, 31)), st.integers(-60, 60))
def test_the_days_between_are_as_many_as_were_added(start: date, count: int) -> None:
    calendar = shipped()
    end = calendar.add(start, count)
    low, high = (start, end) if count > 0 else (end - timedelta(days=1), start - timedelta(days=1))
    passed = sum(
        calendar.is_working_day(low + timedelta(days=offset))
        for offset in range(1, (high - low).days + 1)
    )
    assert passed == abs(count) or count == 0
    assert count == 0 or calendar.is_working_day(end)


@given(st.dates(date(2011, 1, 1), date(2026, 12, 31)), st.integers(0, 40), st.integers(0, 40))
def test_adding_in_two_steps_is_adding_at_once(start: date, one: int, two: int) -> None:
    calendar = shipped()
    assert calendar.add(calendar.add(start, one), two) == calendar.add(start, one + two)


TWICE = """
[[year]]
year = 2011
working_days = 260
work = [2011-05-02]
off = [{ first = 2011-05-01, last = 2011-05-02, name = "" }]
"""


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("[[year]]\nyear = 2011\nworking_days = 259\noff = []\nwork = []", "260 and not 259"),
        (TWICE, "2011-05-02 is both"),
    ],
)
def test_a_calendar_that_contradicts_itself_is_refused(wrong: str, message: str) -> None:
    with pytest.raises(CalendarError, match=message):
        read_calendar(wrong)
