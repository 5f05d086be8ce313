"""How one project counts in each quarter, so that any period of whole quarters is a sum.

The first-time rate is a sum by itself: a project's counted first attempt lies in one quarter. The
quality rates take the latest conclusion of a period, so each quarter says which other quarters
have a later conclusion of the same project, and thereby in which periods it is the latest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from acceptance.domain.counted import CountedAttempt, counted_first, counted_latest
from acceptance.domain.periods import Period


@dataclass(frozen=True, slots=True)
class QuarterCount:
    """A project in one quarter. Quarters are numbered through: year * 4 + 0 to 3.

    `first` and `latest` are numbers of attempts. `overtaken_by` is the next quarter with a later
    conclusion, `overtaken_before` the last earlier one (when a date lies before an older one's).
    """

    quarter: int
    first: int | None
    first_passed: bool
    latest: int | None
    latest_passed: bool
    overtaken_by: int | None
    overtaken_before: int | None


def quarter_of(day: date) -> int:
    """The running number of the quarter a day lies in."""
    return day.year * 4 + (day.month - 1) // 3


def quarter_period(quarter: int) -> Period:
    """The dates of a quarter given by its running number."""
    return Period.quarter(quarter // 4, quarter % 4 + 1)


def quarters_of(period: Period) -> tuple[int, int]:
    """The first and the last quarter of a period made of whole quarters."""
    first, last = quarter_of(period.first), quarter_of(period.last)
    if Period(quarter_period(first).first, quarter_period(last).last) != period:
        raise ValueError(f"{period.code} is not made of whole quarters")
    return first, last


def quarter_counts(
    attempts: Iterable[CountedAttempt], *, conditional_counts: bool = False
) -> tuple[QuarterCount, ...]:
    """The quarters in which a project counts at all, in order."""
    attempts = tuple(attempts)
    first = counted_first(attempts, conditional_counts=conditional_counts)
    first_on = first.decided_on if first is not None and first.is_decided else None
    days = {attempt.decided_on for attempt in attempts if attempt.decided_on is not None}
    latest = {
        quarter: counted_latest(
            attempts, quarter_period(quarter), conditional_counts=conditional_counts
        )
        for quarter in sorted({quarter_of(day) for day in days})
    }
    numbers = {quarter: found.number for quarter, found in latest.items() if found is not None}
    return tuple(
        QuarterCount(
            quarter=quarter,
            first=first.number if first and is_first else None,
            first_passed=bool(
                first and is_first and first.passed(conditional_counts=conditional_counts)
            ),
            latest=found.number if found else None,
            latest_passed=bool(found and found.passed(conditional_counts=conditional_counts)),
            overtaken_by=_overtaking(numbers, quarter, range(quarter + 1, 40_000)),
            overtaken_before=_overtaking(numbers, quarter, range(quarter - 1, 0, -1)),
        )
        for quarter, found in latest.items()
        if (is_first := first_on is not None and quarter_of(first_on) == quarter) or found
    )


def _overtaking(numbers: dict[int, int], quarter: int, others: range) -> int | None:
    """The nearest of the other quarters whose conclusion is of a later attempt."""
    if quarter not in numbers:
        return None
    overtaking = [q for q in numbers if q in others and numbers[q] > numbers[quarter]]
    return min(overtaking, key=lambda q: abs(q - quarter), default=None)
