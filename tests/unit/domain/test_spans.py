"""A period as whole months and single days."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.periods import Period
from acceptance.domain.spans import YEAR, first_day, month_of, span_of

DAYS = st.dates(date(2009, 1, 1), date(2015, 12, 31))


@given(DAYS, st.integers(0, 900))
def test_the_pieces_are_the_period_and_do_not_overlap(first: date, length: int) -> None:
    period = Period(first, first + timedelta(days=length))
    span = span_of(period)
    pieces = [piece for piece in (span.head, span.tail) if piece is not None]
    if span.has_months:
        last = first_day(span.last + 1) - timedelta(days=1)
        pieces.append(Period(first_day(span.first), last))
    pieces.sort()
    assert (pieces[0].first, pieces[-1].last) == (period.first, period.last)
    for one, other in pairwise(pieces):
        assert other.first - one.last == timedelta(days=1)
    for edge in (span.head, span.tail):
        assert edge is None or month_of(edge.first) == month_of(edge.last) or not span.has_months


@given(DAYS, st.integers(0, 1500))
def test_whole_years_lie_inside(first: date, length: int) -> None:
    span = span_of(Period(first, first + timedelta(days=length)))
    begin, end = span.years
    if begin <= end:
        assert begin % YEAR == end % YEAR == 0
        assert span.first <= begin <= end + YEAR - 1 <= span.last
        assert begin - span.first < YEAR
        assert span.last - (end + YEAR - 1) < YEAR


def test_a_piece_of_a_month_has_no_whole_month() -> None:
    span = span_of(Period(date(2012, 5, 3), date(2012, 6, 29)))
    assert (span.has_months, span.head, span.tail) == (False, span.period, None)
