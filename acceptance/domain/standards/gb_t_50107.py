"""混凝土强度检验评定标准: GB/T 50107-2010 and its predecessor GBJ 107-1987.

Strengths are in MPa, f_cu,k is the strength grade. A lot passes when both its mean and its lowest
group reach their limits (5.3); nothing is rounded before it is compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True)
class Band:
    """The factors from so many groups on: λ1 of the deviation, λ2 of the lowest group."""

    groups: int
    mean_factor: Fraction
    minimum_factor: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcreteStrength(Edition):
    """The limits of one edition. Required of the mean: `base`·f + λ1·S."""

    bands: tuple[Band, ...]
    base: Fraction
    deviation_floor: Fraction
    deviation_floor_share: Fraction
    small_mean_factor: Fraction
    high_grade: Fraction
    high_grade_mean_factor: Fraction
    small_minimum_factor: Fraction
    has_known_sigma: bool
    sigma_factor: Fraction = exact("0.7")
    sigma_floor: Fraction = exact(0)
    low_grade: Fraction = exact(20)
    low_grade_minimum_factor: Fraction = exact("0.85")
    other_minimum_factor: Fraction = exact("0.90")

    def band(self, groups: int) -> Band | None:
        """The row of the factors for so many groups; None where too few for statistics."""
        fitting = [band for band in self.bands if groups >= band.groups]
        return fitting[-1] if fitting else None


GB_T_50107_2010 = ConcreteStrength(
    name="GB/T 50107-2010",
    table="lots",
    title="混凝土强度检验评定标准",
    clause="5.1.3",
    in_force="2010-12-01",
    clauses={
        "sigma_factor": "5.1.2",
        "sigma_floor": "5.1.2",
        "small_mean_factor": "5.2.2",
        "high_grade_mean_factor": "5.2.2",
        "small_minimum_factor": "5.2.2",
    },
    bands=(
        Band(10, exact("1.15"), exact("0.90")),
        Band(15, exact("1.05"), exact("0.85")),
        Band(20, exact("0.95"), exact("0.85")),
    ),
    base=exact(1),
    deviation_floor=exact("2.5"),
    deviation_floor_share=exact(0),
    small_mean_factor=exact("1.15"),
    high_grade=exact(60),
    high_grade_mean_factor=exact("1.10"),
    small_minimum_factor=exact("0.95"),
    has_known_sigma=True,
    sigma_floor=exact("2.5"),
)

GBJ_107_1987 = ConcreteStrength(
    name="GBJ 107-1987",
    title="混凝土强度检验评定标准",
    clause="4.1.3",
    bands=(
        Band(10, exact("1.70"), exact("0.90")),
        Band(15, exact("1.65"), exact("0.85")),
        Band(25, exact("1.60"), exact("0.85")),
    ),
    base=exact("0.9"),
    deviation_floor=exact(0),
    deviation_floor_share=exact("0.06"),
    small_mean_factor=exact("1.15"),
    high_grade=exact(60),
    high_grade_mean_factor=exact("1.15"),
    small_minimum_factor=exact("0.95"),
    has_known_sigma=True,
    unverified=frozenset({"sigma_factor", "low_grade_minimum_factor", "other_minimum_factor"}),
)
