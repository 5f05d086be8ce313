"""`excellence-rate`, `failure-budget`: the combined excellence, and what may still fail."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain import binomial
from acceptance.domain.arithmetic import mean
from acceptance.domain.evaluation.inputs import count, percent, rows
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.targets import RULES, against_target, basis
from acceptance.domain.evaluation.methods.water_grades import refuse_more, share_of
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Evaluation, Figure
from acceptance.domain.findings import Finding
from acceptance.domain.rates import NOTHING, Budget, Rate, budget
from acceptance.domain.standards.editions import SHIPPED, Editions

MOST_PLANNED = 100_000
"""So many acceptances are planned at most, so that the chance is computed in a moment."""

MOST_DISCIPLINES = 1000
"""Each has its own denominator, so that their exact mean takes longer the more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """The works of one discipline whose rule set has the grade 优良."""

    excellent: int = count()
    graded: int = count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Excellence:
    """The disciplines and the target of the combined rate (综合优良率)."""

    groups: tuple[Graded, ...] = rows(Graded, least=0, most=MOST_DISCIPLINES)
    target: Fraction = percent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The acceptances planned in a period and how far they have come; `expected_pass` is the chance
    of each further one to pass, in percent."""

    planned: int = count(most=MOST_PLANNED)
    decided: int = count()
    failed: int = count()
    target: Fraction = percent()
    expected_pass: Fraction | None = percent(default=None)


def excellence_rate(given: Excellence, _editions: Editions = SHIPPED) -> Evaluation:
    """Pooled over all groups; the mean of the groups' rates stands beside it and decides nothing."""
    for at, group in enumerate(given.groups):
        if group.excellent > group.graded:
            raise InputError(
                "input_above_other", f"groups.{at}.excellent", other=f"groups.{at}.graded"
            )
    pooled = sum((Rate(group.excellent, group.graded) for group in given.groups), NOTHING)
    rates = [share_of(group.excellent, group.graded) for group in given.groups if group.graded]
    counts: dict[str, Figure] = {
        "n": len(given.groups),
        "excellent": pooled.passed,
        "graded": pooled.decided,
        "mean_of_rates": mean(rates) if rates else None,
    }
    return against_target(pooled, given.target, counts, "8")


def failure_budget(given: Plan, _editions: Editions = SHIPPED) -> Evaluation:
    """What may still fail of the planned, and the chance that the target is reached."""
    refuse_more(given, ("decided", "planned"), ("failed", "decided"))
    found = budget(given.planned, given.decided, given.failed, given.target / 100)
    figures: dict[str, Figure] = {
        "n": given.planned,
        "allowed": found.allowed,
        "left": found.left,
        "reachable": found.reachable,
        "passes_needed": found.passes_needed,
    }
    if given.expected_pass is not None:
        figures["probability"] = _chance(given, found, given.expected_pass / 100)
    lost = Finding.of("target_out_of_reach", f"{RULES} 12", value=given.failed, limit=found.allowed)
    return Evaluation(
        verdict=None,
        figures=figures,
        basis=basis("12", given.target),
        findings=() if found.reachable else (lost,),
    )


EXCELLENCE_RATE = Method("excellence-rate", Field.INDICATOR, Excellence, excellence_rate)
FAILURE_BUDGET = Method("failure-budget", Field.INDICATOR, Plan, failure_budget)


def _chance(given: Plan, found: Budget, chance: Fraction) -> Fraction:
    """At least the passes needed among those not yet decided; more than are left is out of reach."""
    return binomial.at_least(found.passes_needed, given.planned - given.decided, chance)
