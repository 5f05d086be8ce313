"""How one project counts: its counted first attempt, and its conclusions with what overtakes them.

The first-time rate is a sum by itself, because a project's counted first attempt lies on one day.
The quality rates take the latest conclusion of a period, so that each conclusion says on which
other days a later one lies, and thereby in which periods it is the latest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import CountedAttempt, counted_first
from acceptance.domain.periods import Period


class Measure(StrEnum):
    """What a rate is counted by: projects, and beside them what weighs a project."""

    PROJECTS = "projects"
    UNIT_WORKS = "unit_works"
    INVESTMENT = "investment"  # fen
    FLOOR_AREA = "floor_area"  # hundredths of a square metre
    LENGTH = "length_km"  # metres
    IRRIGATED = "irrigated_mu"  # hundredths of a mu


# How many whole units of its measure one unit of a project's quantity is.
SCALES: dict[Measure, int] = {
    Measure.INVESTMENT: 100,
    Measure.FLOOR_AREA: 100,
    Measure.LENGTH: 1000,
    Measure.IRRIGATED: 100,
}


class CountedOutcome(StrEnum):
    """How a counted attempt ended; the word of a certificate's revocation beside the results."""

    PASSED = "passed"
    FAILED = "failed"
    CONDITIONAL = "conditional"
    ABANDONED = "abandoned"
    OVERTURNED = "overturned"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A decided attempt as the rates see it.

    `is_first` marks the one that decides the first-time rate. `overtaken_by` is the nearest day, the
    same or a later one, with a conclusion of a higher number; `overtaken_before` the last earlier
    day with one (a date before an older one's).
    """

    number: int
    decided_on: date
    outcome: CountedOutcome
    passed: bool
    is_first: bool
    overtaken_by: date | None
    overtaken_before: date | None

    def is_latest(self, period: Period) -> bool:
        """Whether it is the latest conclusion of its project within the period."""
        return (
            period.contains(self.decided_on)
            and (self.overtaken_by is None or self.overtaken_by > period.last)
            and (self.overtaken_before is None or self.overtaken_before < period.first)
        )


def conclusions(
    attempts: Iterable[CountedAttempt], *, conditional_counts: bool = False
) -> tuple[Conclusion, ...]:
    """Every attempt that counts in some period, by number. A void pass counts in none."""
    attempts = tuple(attempts)
    first = counted_first(attempts, conditional_counts=conditional_counts)
    counting = sorted(
        (
            (attempt, attempt.decided_on)
            for attempt in attempts
            if attempt.is_decided
            and attempt.decided_on is not None
            and not (attempt.is_void and attempt.passed(conditional_counts=conditional_counts))
        ),
        key=lambda pair: pair[0].number,
    )
    found = []
    for place, (attempt, day) in enumerate(counting):
        later = [other for _, other in counting[place + 1 :]]
        found.append(
            Conclusion(
                number=attempt.number,
                decided_on=day,
                outcome=_outcome(attempt),
                passed=attempt.passed(conditional_counts=conditional_counts),
                is_first=first is not None and first.number == attempt.number,
                overtaken_by=min((d for d in later if d >= day), default=None),
                overtaken_before=max((d for d in later if d < day), default=None),
            )
        )
    return tuple(found)


def _outcome(attempt: CountedAttempt) -> CountedOutcome:
    if attempt.overturned:
        return CountedOutcome.OVERTURNED
    return CountedOutcome((attempt.result or AttemptResult.FAILED).value)
