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
from acceptance.domain.standards.sl_176_blocks import BlockGrade, ConcreteBlocks


def blocks_graded(
    lot: Lot, rules: ConcreteBlocks, design: Fraction, *, reinforced: bool
) -> Evaluation:
    """优良 or 合格 from thirty groups on; fewer groups are 合格 or not."""
    if lot.n >= rules.many_groups:
        return _many(lot, rules, design, reinforced=reinforced)
    if lot.n >= rules.some_groups:
        return _some(lot, rules, design)
    return _few(lot, rules, design)


def _many(lot: Lot, rules: ConcreteBlocks, design: Fraction, *, reinforced: bool) -> Evaluation:
    rate, spread = guarantee_rate(lot, design), variation(lot)

    def limits(grade: BlockGrade) -> tuple[Limit, ...]:
        guarantee = grade.guarantee_reinforced if reinforced else grade.guarantee_plain
        most = grade.variation_low if design < rules.low_design else grade.variation
        return (
            Limit("strength_minimum_below", lot.minimum, grade.minimum_factor * design),
            Limit("guarantee_below", rate, guarantee),
            Limit("variation_above", spread, most, strict=True, most=True),
        )

    is_excellent = all(limit.is_met for limit in limits(rules.excellent))
    clause = rules.clause_of("many_groups")
    findings = unmet(f"{rules.name} {clause}", limits(rules.qualified))
    numbers = f"Φ(({short_text(lot.mean)} − {short_text(design)})/{short_text(lot.spread)})"
    figures = {
        "guarantee_rate": rate,
        "cv": spread,
        "minimum_required": rules.qualified.minimum_factor * design,
    }
    working = (Step("guarantee_rate", "P", "Φ((m − R)/S)", numbers, rate),)
    grade = QualityGrade.EXCELLENT if is_excellent else QualityGrade.QUALIFIED
    used = ("many_groups", "low_design")
    return _result(lot, rules, used, clause, findings, figures, working, grade)


def _some(lot: Lot, rules: ConcreteBlocks, design: Fraction) -> Evaluation:
    is_low = design < rules.low_design
    used = max(lot.spread, rules.deviation_floor_low if is_low else rules.deviation_floor)
    share = rules.wide_share_low if is_low else rules.wide_share
    strict, wide = design + rules.strict_factor * used, share * design + rules.wide_factor * used
    clause = rules.clause_of("some_groups")
    findings = unmet(
        f"{rules.name} {clause}",
        (
            Limit("strength_mean_not_above", lot.mean, strict, strict=True),
            Limit("strength_mean_below", lot.mean, wide),
        ),
    )
    r, s = short_text(design), short_text(used)
    k1, k2 = short_text(rules.strict_factor), short_text(rules.wide_factor)
    numbers = f"max({r} + {k1}×{s}, {short_text(share)}×{r} + {k2}×{s})"
    required = max(strict, wide)
    formula = f"max(R + {k1}·S, c·R + {k2}·S)"
    working = (Step("mean_required", "m", formula, numbers, required),)
    figures = {"deviation_used": used, "mean_required": required}
    low = "_low" if is_low else ""
    taken = (
        "many_groups",
        "some_groups",
        "low_design",
        "strict_factor",
        "wide_factor",
        f"deviation_floor{low}",
        f"wide_share{low}",
    )
    return _result(lot, rules, taken, clause, findings, figures, working)


def _few(lot: Lot, rules: ConcreteBlocks, design: Fraction) -> Evaluation:
    name = "single_factor" if lot.n == 1 else "few_mean_factor"
    clause = rules.clause_of(name)
    mean_factor = rules.single_factor if lot.n == 1 else rules.few_mean_factor
    low_factor = rules.single_factor if lot.n == 1 else rules.few_minimum_factor
    mean, minimum = mean_factor * design, low_factor * design
    findings = unmet(f"{rules.name} {clause}", mean_and_minimum(lot, mean, minimum))
    r = short_text(design)
    working = (
        Step("mean_required", "m", "c₁·R", f"{short_text(mean_factor)}×{r}", mean),
        Step("minimum_required", "R_min", "c₂·R", f"{short_text(low_factor)}×{r}", minimum),
    )
    figures = {"mean_required": mean, "minimum_required": minimum}
    used = ("many_groups", "some_groups", name, *(() if lot.n == 1 else ("few_minimum_factor",)))
    return _result(lot, rules, used, clause, findings, figures, working, method="non_statistical")


def _result(
    lot: Lot,
    rules: ConcreteBlocks,
    used: tuple[str, ...],
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
        basis=Basis(
            rules.standard,
            rules.year_by(*used),
            clause,
            {},
            {"rounding": "none"},
            rules.doubtful(*used),
        ),
        findings=findings,
        working=working,
    )
