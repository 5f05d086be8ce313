"""Mortar of masonry: GB 50203-2011 4.0.12 and the edition of 2002. Strengths in MPa."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class MortarStrength(Edition):
    """Factors of the design strength for the mean and the lowest group; up to `few_groups` groups
    each must reach `few_groups_factor`."""

    mean_factor: Fraction
    minimum_factor: Fraction
    few_groups: int
    few_groups_factor: Fraction

    def lowest_factor(self, groups: int) -> Fraction:
        """The factor for the lowest of so many groups."""
        return self.few_groups_factor if groups <= self.few_groups else self.minimum_factor


GB_50203_2011_MORTAR = MortarStrength(
    name="GB 50203-2011",
    table="mortar",
    title="砌体结构工程施工质量验收规范",
    clause="4.0.12",
    in_force="2012-05-01",
    mean_factor=exact("1.10"),
    minimum_factor=exact("0.85"),
    few_groups=2,
    few_groups_factor=exact("1.10"),
    unverified=frozenset({"in_force"}),
)

GB_50203_2002_MORTAR = MortarStrength(
    name="GB 50203-2002",
    title="砌体工程施工质量验收规范",
    clause="4.0.12",
    mean_factor=exact("1.00"),
    minimum_factor=exact("0.75"),
    few_groups=0,
    few_groups_factor=exact("1.00"),
)
