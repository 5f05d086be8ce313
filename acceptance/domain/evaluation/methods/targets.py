"""A rate against its target, and the basis of every indicator."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.methods.water_grades import share_of, share_step
from acceptance.domain.evaluation.result import (
    Basis,
    Evaluation,
    EvaluationVerdict,
    Figure,
    passed_if,
)
from acceptance.domain.findings import Finding
from acceptance.domain.rates import Rate

RULES = "工程质量指标计数规则"
"""The counting rules of the county's indicators; a clause is the number of a rule."""
EDITION = "2011"
NO_DATA_RULE = "9"


def against_target(
    rate: Rate, target: Fraction, counts: Mapping[str, Figure], rule: str
) -> Evaluation:
    """The verdict follows whether the target (percent) is met; of nothing there is none."""
    met = rate.meets(target / 100)
    share = None if met is None else share_of(rate.passed, rate.decided)
    figures = {**counts, "rate": share, "met": met}
    if share is None:
        nothing = Finding.of("nothing_counted", f"{RULES} {NO_DATA_RULE}")
        return Evaluation(
            EvaluationVerdict.NO_DATA, figures, basis(rule, target), findings=(nothing,)
        )
    missed = Finding.of(
        "target_missed", f"{RULES} {rule}", value=short_text(share), limit=short_text(target)
    )
    return Evaluation(
        verdict=passed_if(bool(met)),
        figures=figures,
        basis=basis(rule, target),
        findings=() if met else (missed,),
        working=(share_step("rate", rate.passed, rate.decided),),
    )


def basis(rule: str, target: Fraction) -> Basis:
    """The counting rule and the target."""
    return Basis(RULES, EDITION, rule, {"target": target}, {"rounding": "none"})
