"""Periods and legal dates."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.periods import NotAPeriodError, Period, legal_date


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-H1", date(2012, 1, 1), date(2012, 6, 30)),
        ("2012-H2", date(2012, 7, 1), date(2012, 12, 31)),
        ("2012-Q1", date(2012, 1, 1), date(2012, 3, 31)),
        ("2012-Q3", date(2012, 7, 1), date(2012, 9, 30)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2011-12", date(2011, 12, 1), date(2011, 12, 31)),
        ("2011..2015", date(2011, 1, 1), date(2015, 12, 31)),
    ],
)
def test_a_name_and_its_days(code: str, first: date, last: date) -> None:
    assert Period.parse(code) == Period(first, last)
    assert Period(first, last).code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "2012-Q5",
        "2012-13",
        "2012-00",
        "2012-H3",
        "2015..2011",
        "２０１２",
        "2012\n",
        "0000",
    ],
)
def test_what_names_no_period_is_refused(text: str) -> None:
    with pytest.raises(NotAPeriodError):
        Period.parse(text)


def test_both_end_days_belong_and_no_date_does_not() -> None:
    period = Period.year(2012)
    assert period.contains(date(2012, 1, 1))
    assert period.contains(date(2012, 12, 31))
    assert not period.contains(date(2011, 12, 31))
    assert not period.contains(date(2013, 1, 1))
    assert not period.contains(None)


def test_a_span_without_a_name_is_shown_by_its_dates() -> None:
    assert Period(date(2012, 1, 2), date(2012, 5, 3)).code == "2012-01-02/2012-05-03"


@given(st.integers(1, 9998))
def test_parts_of_a_year_fill_it_without_gap_or_overlap(year: int) -> None:
    whole = Period.year(year)
    for parts in (
        whole.quarters,
        [Period.half(year, half) for half in (1, 2)],
        [Period.month(year, month) for month in range(1, 13)],
    ):
        assert parts[0].first == whole.first
        assert parts[-1].last == whole.last
        for one, following in pairwise(parts):
            assert one.last + timedelta(days=1) == following.first


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2011, 12, 31, 15, 59, 59, tzinfo=UTC), date(2011, 12, 31)),
        (datetime(2011, 12, 31, 16, 0, tzinfo=UTC), date(2012, 1, 1)),
        (datetime(2012, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=9))), date(2011, 12, 31)),
        (datetime(2011, 12, 31, 12, 0, tzinfo=timezone(-timedelta(hours=8))), date(2012, 1, 1)),
    ],
)
def test_the_legal_date_is_that_of_shanghai_in_whatever_zone_the_clock_is(
    moment: datetime, day: date
) -> None:
    assert legal_date(moment) == day


def test_a_moment_without_a_zone_has_no_legal_date() -> None:
    with pytest.raises(ValueError, match="zone"):
        legal_date(datetime(2012, 1, 1))  # noqa: DTZ001
