"""SL 176-2007: test blocks of concrete (appendix C) and of mortar (appendix E) at 28 days.

Strengths in MPa, guarantee rates and coefficients of variation in percent.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True)
class BlockGrade:
    """The limits of one grade of a large lot; the coefficient of variation must stay under its
    limit."""

    minimum_factor: Fraction
    guarantee_plain: Fraction
    guarantee_reinforced: Fraction
    variation_low: Fraction
    variation: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcreteBlocks(Edition):
    """Three rules by the number of groups, and a single group by one limit."""

    many_groups: int = 30
    some_groups: int = 5
    low_design: Fraction = exact(20)
    excellent: BlockGrade
    qualified: BlockGrade
    deviation_floor: Fraction = exact("2.0")
    deviation_floor_low: Fraction = exact("1.5")
    strict_factor: Fraction = exact("0.7")
    wide_factor: Fraction = exact("1.60")
    wide_share: Fraction = exact("0.83")
    wide_share_low: Fraction = exact("0.80")
    few_mean_factor: Fraction = exact("1.15")
    few_minimum_factor: Fraction = exact("0.95")
    single_factor: Fraction = exact("1.15")


@dataclass(frozen=True, slots=True, kw_only=True)
class MortarBlocks(Edition):
    """Large lots by guarantee rate, lowest group and variation; small ones by mean and lowest."""

    many_groups: int = 30
    low_design: Fraction = exact(20)
    guarantee: Fraction = exact(80)
    many_minimum_factor: Fraction = exact("0.85")
    variation_low: Fraction = exact(22)
    variation: Fraction = exact(18)
    mean_factor: Fraction = exact("1.00")
    minimum_factor: Fraction = exact("0.80")


_TITLE = "水利水电工程施工质量检验与评定规程"

CONCRETE_BLOCKS_2007 = ConcreteBlocks(
    name="SL 176-2007", table="concrete",
    title=_TITLE,
    clause="附录C",
    clauses={"many_groups": "C.0.1", "some_groups": "C.0.2", "few_mean_factor": "C.0.3",
             "single_factor": "C.0.4"},
    excellent=BlockGrade(exact("0.90"), exact(85), exact(95), exact(18), exact(14)),
    qualified=BlockGrade(exact("0.85"), exact(80), exact(90), exact(22), exact(18)),
)  # fmt: skip

MORTAR_BLOCKS_2007 = MortarBlocks(name="SL 176-2007", table="mortar", title=_TITLE, clause="附录E")
