"""What a lot must reach, and the findings where it does not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain import normal
from acceptance.domain.arithmetic import exact, short_text
from acceptance.domain.evaluation.methods.lots import Lot
from acceptance.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class Limit:
    """A value and its limit. `strict` excludes equality; `most` turns the limit into an upper one."""

    code: str
    value: Fraction
    limit: Fraction
    strict: bool = False
    most: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the value keeps to its limit, compared exactly."""
        if self.value == self.limit:
            return not self.strict
        return (self.value < self.limit) is self.most


def unmet(clause: str, limits: tuple[Limit, ...]) -> tuple[Finding, ...]:
    """A finding for each limit that is not kept."""
    return tuple(
        Finding.of(each.code, clause, value=short_text(each.value), limit=short_text(each.limit))
        for each in limits
        if not each.is_met
    )


def mean_and_minimum(lot: Lot, mean: Fraction, minimum: Fraction) -> tuple[Limit, ...]:
    """The two limits that nearly every rule sets."""
    return (
        Limit("strength_mean_below", lot.mean, mean),
        Limit("strength_minimum_below", lot.minimum, minimum),
    )


def guarantee_rate(lot: Lot, design: Fraction) -> Fraction:
    """P = Φ((m − R)/S) in percent. Without any spread all reach the design strength or none."""
    if lot.spread == 0:
        return exact(100) if lot.mean >= design else exact(0)
    return normal.cumulative((lot.mean - design) / lot.spread) * 100


def variation(lot: Lot) -> Fraction:
    """The coefficient of variation S/m in percent; none of a lot without strength."""
    return lot.spread / lot.mean * 100 if lot.mean else exact(0)
