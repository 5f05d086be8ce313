"""`concrete-strength`: is a lot of concrete in, by the rule set it was built under?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import number, numbers, row, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.lots import Lot, Summary, lot_of
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Figure, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.gb_t_50107 import (
    GB_T_50107_2010,
    GBJ_107_1987,
    Band,
    ConcreteStrength,
)

RULES = {edition.name: edition for edition in (GB_T_50107_2010, GBJ_107_1987)}
GROUPS_OF_A_LOT = 3
"""A lot of known deviation is three consecutive groups (GB/T 50107-2010 5.1.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concrete:
    """A lot of one grade: its groups or their statistics. `sigma0` is the known deviation of the
    plant. All in MPa."""

    rule_set: str = word(*RULES)
    design: Fraction = number(above=0, unit="MPa")
    groups: tuple[Fraction, ...] | None = numbers(low=0, unit="MPa", default=None)
    summary: Summary | None = row(Summary, default=None)
    sigma0: Fraction | None = number(low=0, unit="MPa", default=None)


def concrete_strength(given: Concrete) -> Evaluation:
    """By known deviation (5.1.2), by statistics (5.1.3) or by few groups (5.2.2)."""
    lot, rules = lot_of(given.groups, given.summary), RULES[given.rule_set]
    if given.sigma0 is not None:
        return _judged(lot, _by_known_sigma(lot, rules, given.design, given.sigma0), rules)
    band = rules.band(lot.n)
    if band is None:
        return _judged(lot, _by_few_groups(rules, given.design), rules)
    return _judged(lot, _by_statistics(lot, rules, band, given.design), rules)


CONCRETE_STRENGTH = Method("concrete-strength", Field.ANY, Concrete, concrete_strength)


@dataclass(frozen=True, slots=True)
class _Limits:
    """The least mean and the least group, how they came about, and the factors taken."""

    method: str
    clause: str
    mean: Fraction
    minimum: Fraction
    coefficients: Mapping[str, Figure]
    working: tuple[Step, ...]
    used: Fraction | None = None
    doubtful: tuple[str, ...] = ()


def _by_known_sigma(lot: Lot, rules: ConcreteStrength, f: Fraction, sigma0: Fraction) -> _Limits:
    if not rules.has_known_sigma:
        raise InputError("input_not_of_rule_set", "sigma0")
    if lot.n != GROUPS_OF_A_LOT:
        raise InputError("input_groups_wanted", "groups", wanted=GROUPS_OF_A_LOT, given=lot.n)
    used, k = max(sigma0, rules.sigma_floor), rules.sigma_factor
    is_low = f <= rules.low_grade
    share = rules.low_grade_minimum_factor if is_low else rules.other_minimum_factor
    name = "low_grade_minimum_factor" if is_low else "other_minimum_factor"
    mean, by_sigma, by_grade = f + k * used, f - k * used, share * f
    said = f"{short_text(f)} + {short_text(k)}×{short_text(used)}"
    least = f"max({short_text(by_sigma)}, {short_text(share)}×{short_text(f)})"
    return _Limits(
        method="known_sigma",
        clause=rules.clause_of("sigma_factor"),
        mean=mean,
        minimum=max(by_sigma, by_grade),
        coefficients={"sigma_factor": k, "minimum_share": share, "sigma_floor": rules.sigma_floor},
        working=(
            Step("mean_required", "", "f_cu,k + 0.7·σ₀", said, mean),
            Step("minimum_required", "", "max(f_cu,k − 0.7·σ₀, c·f_cu,k)", least,
                 max(by_sigma, by_grade)),
        ),
        used=used,
        doubtful=rules.doubtful("sigma_factor", name),
    )  # fmt: skip


def _by_statistics(lot: Lot, rules: ConcreteStrength, band: Band, f: Fraction) -> _Limits:
    used = max(lot.spread, rules.deviation_floor, rules.deviation_floor_share * f)
    mean, minimum = rules.base * f + band.mean_factor * used, band.minimum_factor * f
    base = "" if rules.base == 1 else f"{short_text(rules.base)}×"
    sign = "" if rules.base == 1 else f"{short_text(rules.base)}·"
    said = f"{base}{short_text(f)} + {short_text(band.mean_factor)}×{short_text(used)}"
    return _Limits(
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
        doubtful=rules.doubtful("bands", "deviation_floor"),
    )  # fmt: skip


def _by_few_groups(rules: ConcreteStrength, f: Fraction) -> _Limits:
    is_high = f >= rules.high_grade
    name = "high_grade_mean_factor" if is_high else "small_mean_factor"
    factor = rules.high_grade_mean_factor if is_high else rules.small_mean_factor
    share = rules.small_minimum_factor
    return _Limits(
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
        doubtful=rules.doubtful(name, "small_minimum_factor"),
    )  # fmt: skip


def _judged(lot: Lot, limits: _Limits, rules: ConcreteStrength) -> Evaluation:
    findings = [
        Finding.of(
            code, f"{rules.name} {limits.clause}", value=short_text(value), limit=short_text(limit)
        )
        for code, value, limit in (
            ("strength_mean_below", lot.mean, limits.mean),
            ("strength_minimum_below", lot.minimum, limits.minimum),
        )
        if value < limit
    ]
    return Evaluation(
        verdict=passed_if(not findings),
        figures={
            "n": lot.n,
            "method": limits.method,
            "mean": lot.mean,
            "minimum": lot.minimum,
            "deviation": lot.deviation,
            "deviation_used": limits.used,
            "mean_required": limits.mean,
            "minimum_required": limits.minimum,
        },
        basis=Basis(
            rules.standard, rules.year, limits.clause, limits.coefficients,
            {"rounding": "none"}, limits.doubtful,
        ),
        findings=tuple(findings),
        working=limits.working,
    )  # fmt: skip
