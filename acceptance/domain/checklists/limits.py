"""The limits of a measured item, turned into absolute values for one design value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from acceptance.domain.checklists.template import Item


@dataclass(frozen=True, slots=True)
class Range:
    """Values from `low` to `high`, both included; None is no bound."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __contains__(self, value: Decimal) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def excess(self, value: Decimal) -> Decimal:
        """By how much `value` lies beyond; 0 inside."""
        if self.low is not None and value < self.low:
            return self.low - value
        if self.high is not None and value > self.high:
            return value - self.high
        return Decimal(0)

    def touches(self, value: Decimal, margin: Decimal) -> bool:
        """Whether `value` is inside and no further than `margin` from a bound."""
        if value not in self:
            return False
        return (self.low is not None and value - self.low <= margin) or (
            self.high is not None and self.high - value <= margin
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item asks of each value: `tolerated` decides about the point; beyond `capped` or
    `extreme` the item fails; outside `plausible` the value itself is in doubt."""

    tolerated: Range
    capped: Range
    extreme: Range
    plausible: Range


def limits_of(item: Item, design: Decimal | None = None) -> Limits:
    """The limits of `item`; where it needs a design value, that must be given."""
    if item.needs_design and design is None:
        raise ValueError(f"{item.code} has no limits without its design value")
    base = design if item.needs_design else None
    factor = item.cap_factor
    return Limits(
        tolerated=_range(base, item.low, item.high),
        capped=Range()
        if factor is None
        else _range(base, _times(item.low, factor), _times(item.high, factor)),
        extreme=_range(base, item.extreme_low, item.extreme_high),
        plausible=Range(item.plausible_low, item.plausible_high),
    )


def _range(base: Decimal | None, low: Decimal | None, high: Decimal | None) -> Range:
    if base is None:
        return Range(low, high)
    return Range(
        None if low is None else base + low,
        None if high is None else base + high,
    )


def _times(limit: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if limit is None else limit * factor
