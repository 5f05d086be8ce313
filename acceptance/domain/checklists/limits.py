"""The limits of a measured item, turned into absolute values for one design value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from acceptance.domain.checklists.template import Item
from acceptance.domain.evaluation.points import Range, capped


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item asks of each value: `tolerated` decides about the point; beyond `capped` or
    `extreme` the item fails; outside `plausible` the value itself is in doubt."""

    tolerated: Range[Decimal]
    capped: Range[Decimal]
    extreme: Range[Decimal]
    plausible: Range[Decimal]


def limits_of(item: Item, design: Decimal | None = None) -> Limits:
    """The limits of `item`; where it needs a design value, that must be given."""
    if item.needs_design and design is None:
        raise ValueError(f"{item.code} has no limits without its design value")
    tolerance = Range(item.low, item.high)
    limits = Limits(
        tolerated=tolerance,
        capped=capped(tolerance, item.cap_factor),
        extreme=Range(item.extreme_low, item.extreme_high),
        plausible=Range(item.plausible_low, item.plausible_high),
    )
    if not item.needs_design or design is None:
        return limits
    return replace(
        limits,
        tolerated=tolerance.around(design),
        capped=limits.capped.around(design),
        extreme=limits.extreme.around(design),
    )
