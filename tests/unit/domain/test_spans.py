"""A period as whole months and single days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.periods import Period
from acceptance.domain.spans import QUARTER, YEAR, Span, first_day, last_day, month_of, span_of

DAYS = st.dates(date(2009, 1, 1), date(2015, 12, 31))


def days_of(span: Span) -> list[date]:
    """Every day that the pieces count, as often as they count it."""
    found: dict[date, int] = {}
    pieces = [(edge.days, edge.sign) for edge in (span.head, span.tail) if edge is not None]
    if span.has_months:
        pieces.append((Period(first_day(span.first), last_day(span.last)), 1))
    for piece, sign in pieces:
        for number in range((piece.last - piece.first).days + 1):
            day = piece.first + timedelta(days=number)
            found[day] = found.get(day, 0) + sign
    return sorted(day for day, count in found.items() for _ in range(abs(count)) if count)


@given(DAYS, st.integers(0, 900))
def test_the_pieces_count_each_day_of_the_period_once(first: date, length: int) -> None:
    span = span_of(Period(first, first + timedelta(days=length)))
    assert days_of(span) == [first + timedelta(days=number) for number in range(length + 1)]


@given(DAYS, st.integers(0, 900))
def test_few_single_days_are_left(first: date, length: int) -> None:
    span = span_of(Period(first, first + timedelta(days=length)))
    for edge in (span.head, span.tail):
        if edge is not None:
            assert (edge.days.last - edge.days.first).days < 16
            assert month_of(edge.days.first) == month_of(edge.days.last)


@pytest.mark.parametrize("months", [QUARTER, YEAR])
@given(first=DAYS, length=st.integers(0, 1500))
def test_whole_stretches_lie_inside(first: date, length: int, months: int) -> None:
    span = span_of(Period(first, first + timedelta(days=length)))
    begin, end = span.whole(months)
    if begin <= end:
        assert begin % months == (end + 1) % months == 0
        assert span.first <= begin <= end <= span.last
        assert begin - span.first < months
        assert span.last - end < months


@pytest.mark.parametrize(
    ("text", "months", "head", "tail"),
    [
        ("2012-05-03/2012-05-09", 0, None, ("2012-05-03/2012-05-09", 1)),
        ("2012-05-03/2012-05-29", 1, ("2012-05-01/2012-05-02", -1), ("2012-05-30/2012-05-31", -1)),
        ("2012-05-20/2012-06-10", 0, ("2012-05-20/2012-05-31", 1), ("2012-06-01/2012-06-10", 1)),
        ("2012-03-05/2014-08-20", 30, ("2012-03-01/2012-03-04", -1), ("2014-08-21/2014-08-31", -1)),
        ("2012-02-16/2012-02-29", 0, None, ("2012-02-16/2012-02-29", 1)),
        ("2012-05-01/2012-12-31", 8, None, None),
        ("9999-01-01/9999-12-31", 12, None, None),
    ],
)
def test_most_of_a_month_is_the_month_without_the_rest(
    text: str, months: int, head: tuple[str, int] | None, tail: tuple[str, int] | None
) -> None:
    span = span_of(Period.parse(text))
    seen = [
        (f"{edge.days.first}/{edge.days.last}", edge.sign) if edge else None
        for edge in (span.head, span.tail)
    ]
    assert (span.last - span.first + 1, *seen) == (months, head, tail)
