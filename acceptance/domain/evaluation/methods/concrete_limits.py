"""The least mean and the least group of a lot of concrete, by the three methods of GB/T 50107."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.methods.lots import Lot
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Figure, Step
from acceptance.domain.standards.gb_t_50107 import Band, ConcreteStrength

GROUPS_OF_A_LOT = 3
"""A lot of known deviation is three consecutive groups (GB/T 50107-2010 5.1.1)."""


@dataclass(frozen=True, slots=True)
class ConcreteLimits:
    """The least mean and the least group, how they came about, and the factors taken.
    `used_limits` are the limits of the edition that took part."""

    method: str
    clause: str
    mean: Fraction
    minimum: Fraction
    coefficients: Mapping[str, Figure]
    working: tuple[Step, ...]
    used: Fraction | None = None
    used_limits: tuple[str, ...] = ()


def by_known_sigma(
    lot: Lot, rules: ConcreteStrength, f: Fraction, sigma0: Fraction
) -> ConcreteLimits:
    """Three consecutive groups and the deviation known of the plant."""
    if not rules.has_known_sigma:
        raise InputError("input_not_of_rule_set", "sigma0")
    if lot.n != GROUPS_OF_A_LOT:
        raise InputError("input_groups_wanted", lot.field, wanted=GROUPS_OF_A_LOT, given=lot.n)
    used, k = max(sigma0, rules.sigma_floor), rules.sigma_factor
    is_low = f <= rules.low_grade
    share = rules.low_grade_minimum_factor if is_low else rules.other_minimum_factor
    name = "low_grade_minimum_factor" if is_low else "other_minimum_factor"
    mean, by_sigma, by_grade = f + k * used, f - k * used, share * f
    said = f"{short_text(f)} + {short_text(k)}×{short_text(used)}"
    least = f"max({short_text(by_sigma)}, {short_text(share)}×{short_text(f)})"
    return ConcreteLimits(
        method="known_sigma",
        clause=rules.clause_of("sigma_factor"),
        mean=mean,
        minimum=max(by_sigma, by_grade),
        coefficients={"sigma_factor": k, "minimum_share": share, "sigma_floor": rules.sigma_floor},
        working=(
            Step("mean_required", "", f"f_cu,k + {short_text(k)}·σ₀", said, mean),
            Step("minimum_required", "", f"max(f_cu,k − {short_text(k)}·σ₀, c·f_cu,k)", least,
                 max(by_sigma, by_grade)),
        ),
        used=used,
        used_limits=("sigma_factor", "sigma_floor", name),
    )  # fmt: skip


def by_statistics(lot: Lot, rules: ConcreteStrength, band: Band, f: Fraction) -> ConcreteLimits:
    """Enough groups for their own deviation."""
    used = max(lot.spread, rules.deviation_floor, rules.deviation_floor_share * f)
    mean, minimum = rules.base * f + band.mean_factor * used, band.minimum_factor * f
    base = "" if rules.base == 1 else f"{short_text(rules.base)}×"
    sign = "" if rules.base == 1 else f"{short_text(rules.base)}·"
    said = f"{base}{short_text(f)} + {short_text(band.mean_factor)}×{short_text(used)}"
    return ConcreteLimits(
        method="statistical",
        clause=rules.clause_of("bands"),
        mean=mean,
        minimum=minimum,
        coefficients={
            "base": rules.base,
            "mean_factor": band.mean_factor,
            "minimum_factor": band.minimum_factor,
            "from_groups": band.groups,
        },
        working=(
            Step("mean_required", "", f"{sign}f_cu,k + λ₁·S", said, mean),
            Step("minimum_required", "", "λ₂·f_cu,k",
                 f"{short_text(band.minimum_factor)}×{short_text(f)}", minimum),
        ),
        used=used,
        used_limits=("bands", "base", "deviation_floor", "deviation_floor_share"),
    )  # fmt: skip


def by_few_groups(rules: ConcreteStrength, f: Fraction) -> ConcreteLimits:
    """Too few groups for statistics."""
    is_high = f >= rules.high_grade
    name = "high_grade_mean_factor" if is_high else "small_mean_factor"
    factor = rules.high_grade_mean_factor if is_high else rules.small_mean_factor
    share = rules.small_minimum_factor
    return ConcreteLimits(
        method="non_statistical",
        clause=rules.clause_of("small_mean_factor"),
        mean=factor * f,
        minimum=share * f,
        coefficients={"mean_factor": factor, "minimum_factor": share},
        working=(
            Step("mean_required", "", "λ₃·f_cu,k", f"{short_text(factor)}×{short_text(f)}",
                 factor * f),
            Step("minimum_required", "", "λ₄·f_cu,k", f"{short_text(share)}×{short_text(f)}",
                 share * f),
        ),
        used_limits=(name, "small_minimum_factor"),
    )  # fmt: skip
