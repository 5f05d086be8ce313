"""`concrete-strength`: is a lot of concrete in, by the rule set it was built under?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.evaluation.inputs import flag, number, numbers, row, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.concrete_blocks import blocks_graded
from acceptance.domain.evaluation.methods.concrete_limits import (
    ConcreteLimits,
    by_few_groups,
    by_known_sigma,
    by_statistics,
)
from acceptance.domain.evaluation.methods.judging import mean_and_minimum, unmet
from acceptance.domain.evaluation.methods.lots import Lot, Summary, lot_of
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, passed_if
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_t_50107 import ConcreteStrength
from acceptance.domain.standards.register import named
from acceptance.domain.standards.sl_176_blocks import CONCRETE_BLOCKS_2007

RULES = named(ConcreteStrength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concrete:
    """A lot of one grade: its groups or their statistics. `sigma0` is the known deviation of the
    plant; all in MPa. `reinforced` concrete of water works needs a higher guarantee rate."""

    rule_set: str = word(*RULES, CONCRETE_BLOCKS_2007.name)
    design: Fraction = number(above=0, unit="MPa")
    groups: tuple[Fraction, ...] | None = numbers(low=0, unit="MPa", default=None)
    summary: Summary | None = row(Summary, default=None)
    sigma0: Fraction | None = number(low=0, unit="MPa", default=None)
    reinforced: bool = flag(default=True)


def concrete_strength(given: Concrete, editions: Editions = SHIPPED) -> Evaluation:
    """By known deviation (5.1.2), by statistics (5.1.3) or by few groups (5.2.2)."""
    lot = lot_of(given.groups, given.summary)
    if given.rule_set == CONCRETE_BLOCKS_2007.name:
        if given.sigma0 is not None:
            raise InputError("input_not_of_rule_set", "sigma0")
        blocks = editions.of(CONCRETE_BLOCKS_2007)
        return blocks_graded(lot, blocks, given.design, reinforced=given.reinforced)
    rules = editions.of(RULES[given.rule_set])
    if given.sigma0 is not None:
        return _judged(lot, by_known_sigma(lot, rules, given.design, given.sigma0), rules)
    band = rules.band(lot.n)
    if band is None:
        return _judged(lot, by_few_groups(rules, given.design), rules)
    return _judged(lot, by_statistics(lot, rules, band, given.design), rules)


CONCRETE_STRENGTH = Method(
    "concrete-strength",
    Field.ANY,
    Concrete,
    concrete_strength,
    (*RULES.values(), CONCRETE_BLOCKS_2007),
)


def _judged(lot: Lot, limits: ConcreteLimits, rules: ConcreteStrength) -> Evaluation:
    findings = unmet(
        f"{rules.name} {limits.clause}", mean_and_minimum(lot, limits.mean, limits.minimum)
    )
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
            rules.standard, rules.year_by(*limits.used_limits), limits.clause, limits.coefficients,
            {"rounding": "none"}, rules.doubtful(*limits.used_limits),
        ),
        findings=findings,
        working=limits.working,
    )  # fmt: skip
