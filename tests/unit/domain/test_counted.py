"""Which attempts count, history by history."""

from datetime import date

import pytest

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import CountedAttempt, counted_first, counted_latest
from acceptance.domain.periods import Period

P, F = AttemptResult.PASSED, AttemptResult.FAILED
C, A, V = AttemptResult.CONDITIONAL, AttemptResult.ABANDONED, AttemptResult.VOID


def history(*words: str) -> list[CountedAttempt]:
    """Attempts of successive years from 2011: p f c a o(pen) v(oid), with v voided, r revoked."""
    kinds = {"p": P, "f": F, "c": C, "a": A, "v": V, "o": None}
    return [
        CountedAttempt(
            number,
            kinds[word[0]],
            date(2010 + number, 6, 1) if word[0] in "pfca" else None,
            voided="v" in word[1:],
            overturned="r" in word[1:],
        )
        for number, word in enumerate(words, start=1)
    ]


@pytest.mark.parametrize(
    ("words", "number", "passed"),
    [
        (("p",), 1, True),
        (("f",), 1, False),
        (("c",), 1, False),
        (("a",), 1, False),
        (("f", "p"), 1, False),
        (("pr",), 1, False),
        (("pr", "p"), 1, False),
        # Rule 5: after a void the next attempt is the counted first.
        (("v", "p"), 2, True),
        (("v", "f"), 2, False),
        (("ov", "p"), 2, True),
        (("fv", "p"), 2, True),
        (("pv", "p"), 2, True),
        (("pv", "f"), 2, False),
        (("fv", "ov", "p"), 3, True),
        # A void raises no rate: what did not pass stands until a later attempt has passed.
        (("fv",), 1, False),
        (("av",), 1, False),
        (("prv",), 1, False),
        (("fv", "o"), 1, False),
        (("fv", "f", "p"), 1, False),
        (("fv", "pv"), 1, False),
    ],
)
def test_the_counted_first(words: tuple[str, ...], number: int, passed: bool) -> None:
    first = counted_first(history(*words))
    assert first is not None
    assert (first.number, first.passed()) == (number, passed)


@pytest.mark.parametrize("words", [(), ("o",), ("v",), ("ov",), ("pv",), ("pv", "o"), ("v", "o")])
def test_nothing_decided_is_no_first(words: tuple[str, ...]) -> None:
    first = counted_first(history(*words))
    assert first is None or not first.is_decided


def test_order_of_arrival_does_not_matter() -> None:
    assert counted_first(reversed(history("f", "p"))) == history("f", "p")[0]


def test_conditional_counts_only_where_the_bureau_says_so() -> None:
    for words, plain, configured in ((("c",), False, True), (("c", "p"), False, True)):
        attempts = history(*words)
        first = counted_first(attempts)
        assert first is not None
        assert first.passed() is plain
        assert first.passed(conditional_counts=True) is configured
    assert counted_first(history("cv", "f"), conditional_counts=True) == history("cv", "f")[1]


@pytest.mark.parametrize(
    ("words", "period", "number"),
    [
        (("f", "p"), Period.cumulative(2011, 2012), 2),
        (("f", "p"), Period.year(2011), 1),
        (("f", "p"), Period.year(2012), 2),
        (("f", "o"), Period.cumulative(2011, 2012), 1),
        (("pv",), Period.year(2011), None),
        (("fv",), Period.year(2011), 1),
        (("fv", "p"), Period.cumulative(2011, 2012), 2),
        (("p",), Period.year(2012), None),
        (("o",), Period.year(2011), None),
    ],
)
def test_the_latest_of_a_period(words: tuple[str, ...], period: Period, number: int | None) -> None:
    latest = counted_latest(history(*words), period)
    assert (latest.number if latest else None) == number


def test_the_latest_is_by_number_and_not_by_a_back_dated_day() -> None:
    attempts = [
        CountedAttempt(1, P, date(2011, 6, 1)),
        CountedAttempt(2, F, date(2011, 2, 1)),
    ]
    latest = counted_latest(attempts, Period.year(2011))
    assert latest is not None
    assert latest.result is F
