"""Which attempts of a project count: the first for ever, and the latest within a period.

A void takes an attempt out (indicators.md, counting rule 5), and yet must not raise a rate. Both
hold because of one rule: an outcome that was recorded as not passed keeps standing after its void
until a later attempt that stands has passed. A void of anything else works at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.periods import Period


@dataclass(frozen=True, slots=True)
class CountedAttempt:
    """A numbered attempt at the counted stage.

    `result` is how it ended before anything else happened to it, None while it is open; `voided`
    says that it was voided afterwards; `overturned` that its certificate was revoked.
    """

    number: int
    result: AttemptResult | None = None
    decided_on: date | None = None
    voided: bool = False
    overturned: bool = False

    @property
    def is_void(self) -> bool:
        return self.voided or self.result is AttemptResult.VOID

    @property
    def is_decided(self) -> bool:
        return self.result not in {None, AttemptResult.VOID}

    def passed(self, *, conditional_counts: bool = False) -> bool:
        """Whether the recorded outcome is a pass that was not overturned."""
        return is_pass(self.result, self.overturned, conditional_counts=conditional_counts)


def is_pass(
    result: AttemptResult | None,
    overturned: bool,  # noqa: FBT001
    *,
    conditional_counts: bool = False,
) -> bool:
    """Whether an outcome counts as passed. 整改后合格 does only where a bureau has said so."""
    if overturned:
        return False
    return result is AttemptResult.PASSED or (
        conditional_counts and result is AttemptResult.CONDITIONAL
    )


def counted_first(
    attempts: Iterable[CountedAttempt], *, conditional_counts: bool = False
) -> CountedAttempt | None:
    """The attempt that decides the first-time rate; it may still be open. None before any."""
    ordered = sorted(attempts, key=lambda attempt: attempt.number)
    standing = next((attempt for attempt in ordered if not attempt.is_void), None)
    if standing is not None and standing.passed(conditional_counts=conditional_counts):
        return standing
    for attempt in ordered:
        if attempt.is_decided and not attempt.passed(conditional_counts=conditional_counts):
            return attempt
        if attempt is standing:
            break
    return standing


def counted_latest(
    attempts: Iterable[CountedAttempt], period: Period, *, conditional_counts: bool = False
) -> CountedAttempt | None:
    """The latest attempt decided within `period`; order is by number, never by date."""
    decided = (
        attempt
        for attempt in attempts
        if attempt.is_decided
        and period.contains(attempt.decided_on)
        and not (attempt.is_void and attempt.passed(conditional_counts=conditional_counts))
    )
    return max(decided, key=lambda attempt: attempt.number, default=None)
