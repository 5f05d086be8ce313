"""Each conclusion says by itself in which periods it is the latest."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.conclusions import conclusions
from acceptance.domain.counted import CountedAttempt, counted_first, counted_latest
from acceptance.domain.periods import Period

BEGIN = date(2011, 1, 1)
DAYS = st.integers(0, 60).map(lambda n: BEGIN + timedelta(days=n))
RESULTS = st.sampled_from([r for r in AttemptResult if r is not AttemptResult.VOID])
TRIES = st.lists(st.tuples(RESULTS, DAYS, st.booleans(), st.booleans()), max_size=6)


def numbered(tries: list[tuple[AttemptResult, date, bool, bool]]) -> list[CountedAttempt]:
    return [
        CountedAttempt(number, result, day, voided=void, overturned=overturned)
        for number, (result, day, void, overturned) in enumerate(tries, start=1)
    ]


@given(TRIES, DAYS, DAYS, st.booleans())
def test_exactly_the_latest_of_a_period_says_that_it_is(
    tries: list[tuple[AttemptResult, date, bool, bool]], one: date, other: date, conditional: bool
) -> None:
    attempts, period = numbered(tries), Period(min(one, other), max(one, other))
    latest = counted_latest(attempts, period, conditional_counts=conditional)
    saying = [
        found
        for found in conclusions(attempts, conditional_counts=conditional)
        if found.is_latest(period)
    ]
    assert [found.number for found in saying] == ([latest.number] if latest else [])


@given(TRIES, st.booleans())
def test_at_most_one_is_the_first_and_it_is_the_counted_one(
    tries: list[tuple[AttemptResult, date, bool, bool]], conditional: bool
) -> None:
    attempts = numbered(tries)
    first = counted_first(attempts, conditional_counts=conditional)
    marked = [c for c in conclusions(attempts, conditional_counts=conditional) if c.is_first]
    assert [(c.number, c.passed) for c in marked] == (
        [(first.number, first.passed(conditional_counts=conditional))]
        if first and first.is_decided
        else []
    )
