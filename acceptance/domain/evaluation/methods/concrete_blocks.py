"""Concrete test blocks of water works (SL 176-2007 appendix C): by guarantee rate, by two limits of
the mean, or by few groups."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.methods.judging import (
    Limit,
    guarantee_rate,
    mean_and_minimum,
    unmet,
    variation,
)
from acceptance.domain.evaluation.methods.lots import Lot
from acceptance.domain.evaluation.result import (
    Basis,
    Evaluation,
    Figure,
    QualityGrade,
    Step,
    passed_if,
)
from acceptance.domain.findings import Finding
from acceptance.domain.standards.sl_176_blocks import CONCRETE_BLOCKS_2007 as RULES
from acceptance.domain.standards.sl_176_blocks import BlockGrade


def blocks_graded(lot: Lot, design: Fraction, *, reinforced: bool) -> Evaluation:
    """优良 or 合格 from thirty groups on; fewer groups are 合格 or not."""
    if lot.n >= RULES.many_groups:
        return _many(lot, design, reinforced=reinforced)
    if lot.n >= RULES.some_groups:
        return _some(lot, design)
    return _few(lot, design)


def _many(lot: Lot, design: Fraction, *, reinforced: bool) -> Evaluation:
    rate, spread = guarantee_rate(lot, design), variation(lot)

    def limits(grade: BlockGrade) -> tuple[Limit, ...]:
        guarantee = grade.guarantee_reinforced if reinforced else grade.guarantee_plain
        most = grade.variation_low if design < RULES.low_design else grade.variation
        return (
            Limit("strength_minimum_below", lot.minimum, grade.minimum_factor * design),
            Limit("guarantee_below", rate, guarantee),
            Limit("variation_above", spread, most, strict=True, most=True),
        )

    is_excellent = all(limit.is_met for limit in limits(RULES.excellent))
    clause = RULES.clause_of("many_groups")
    findings = unmet(f"{RULES.name} {clause}", limits(RULES.qualified))
    numbers = f"Φ(({short_text(lot.mean)} − {short_text(design)})/{short_text(lot.spread)})"
    figures = {
        "guarantee_rate": rate,
        "cv": spread,
        "minimum_required": RULES.qualified.minimum_factor * design,
    }
    working = (Step("guarantee_rate", "P", "Φ((m − R)/S)", numbers, rate),)
    grade = QualityGrade.EXCELLENT if is_excellent else QualityGrade.QUALIFIED
    return _result(lot, clause, findings, figures, working, grade)


def _some(lot: Lot, design: Fraction) -> Evaluation:
    is_low = design < RULES.low_design
    used = max(lot.spread, RULES.deviation_floor_low if is_low else RULES.deviation_floor)
    share = RULES.wide_share_low if is_low else RULES.wide_share
    strict, wide = design + RULES.strict_factor * used, share * design + RULES.wide_factor * used
    clause = RULES.clause_of("some_groups")
    findings = unmet(
        f"{RULES.name} {clause}",
        (
            Limit("strength_mean_not_above", lot.mean, strict, strict=True),
            Limit("strength_mean_below", lot.mean, wide),
        ),
    )
    r, s = short_text(design), short_text(used)
    numbers = f"max({r} + 0.7×{s}, {short_text(share)}×{r} + 1.6×{s})"
    required = max(strict, wide)
    working = (Step("mean_required", "m", "max(R + 0.7·S, c·R + 1.6·S)", numbers, required),)
    figures = {"deviation_used": used, "mean_required": required}
    return _result(lot, clause, findings, figures, working)


def _few(lot: Lot, design: Fraction) -> Evaluation:
    name = "single_factor" if lot.n == 1 else "few_mean_factor"
    clause = RULES.clause_of(name)
    mean_factor = RULES.single_factor if lot.n == 1 else RULES.few_mean_factor
    low_factor = RULES.single_factor if lot.n == 1 else RULES.few_minimum_factor
    mean, minimum = mean_factor * design, low_factor * design
    findings = unmet(f"{RULES.name} {clause}", mean_and_minimum(lot, mean, minimum))
    r = short_text(design)
    working = (
        Step("mean_required", "m", "c₁·R", f"{short_text(mean_factor)}×{r}", mean),
        Step("minimum_required", "R_min", "c₂·R", f"{short_text(low_factor)}×{r}", minimum),
    )
    figures = {"mean_required": mean, "minimum_required": minimum}
    return _result(lot, clause, findings, figures, working, method="non_statistical")


def _result(
    lot: Lot,
    clause: str,
    findings: tuple[Finding, ...],
    figures: Mapping[str, Figure],
    working: tuple[Step, ...],
    grade: QualityGrade = QualityGrade.QUALIFIED,
    method: str = "statistical",
) -> Evaluation:
    return Evaluation(
        verdict=passed_if(not findings),
        grade=QualityGrade.UNQUALIFIED if findings else grade,
        figures={
            "n": lot.n,
            "method": method,
            "mean": lot.mean,
            "minimum": lot.minimum,
            "deviation": lot.deviation,
            "deviation_used": None,
            "mean_required": None,
            "minimum_required": None,
            **figures,
        },
        basis=Basis(RULES.standard, RULES.year, clause, {}, {"rounding": "none"}),
        findings=findings,
        working=working,
    )
