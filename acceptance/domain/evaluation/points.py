"""The rule of measured points: which lie off their limits, and whether enough of them conform.

The evaluation `measured-item` and every measured or counted item of a checklist judge by these
functions. All numbers of one call are of one exact kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

Number = TypeVar("Number", Decimal, Fraction)


@dataclass(frozen=True, slots=True)
class Range(Generic[Number]):
    """Values from `low` to `high`, both included; None is no bound."""

    low: Number | None = None
    high: Number | None = None

    def __contains__(self, value: Number) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def excess(self, value: Number) -> Number:
        """By how much `value` lies beyond; 0 inside."""
        if self.low is not None and value < self.low:
            return self.low - value
        if self.high is not None and value > self.high:
            return value - self.high
        return value - value

    def touches(self, value: Number, margin: Number) -> bool:
        """Whether `value` is inside and no further than `margin` from a bound."""
        if value not in self:
            return False
        return (self.low is not None and value - self.low <= margin) or (
            self.high is not None and self.high - value <= margin
        )

    def around(self, base: Number) -> Range[Number]:
        """The same range measured from `base` instead of from nought."""
        return Range(
            None if self.low is None else base + self.low,
            None if self.high is None else base + self.high,
        )


def capped(tolerance: Range[Number], factor: Number | None) -> Range[Number]:
    """The farthest that a point may be off: so many times the tolerance, no bound without a factor.
    A limit on the other side of nought is not drawn inwards."""
    if factor is None:
        return Range()
    low, high = tolerance.low, tolerance.high
    return Range(
        None if low is None else min(low, factor * low),
        None if high is None else max(high, factor * high),
    )


def off(values: Sequence[Number], range_: Range[Number]) -> tuple[int, ...]:
    """The places, from 0, of the values outside a range."""
    low, high = range_.low, range_.high
    return tuple(
        at
        for at, value in enumerate(values)
        if (low is not None and value < low) or (high is not None and value > high)
    )


def reaches(qualified: int, checked: int, least: Decimal | Fraction) -> bool:
    """Whether the share of good points is at least `least` percent, compared as whole numbers."""
    return qualified * 100 >= least * checked
