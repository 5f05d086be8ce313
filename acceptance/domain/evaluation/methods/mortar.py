"""`mortar-strength`: is a lot of mortar in, by the rule set it was built under?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import number, numbers, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.judging import (
    Limit,
    guarantee_rate,
    mean_and_minimum,
    unmet,
    variation,
)
from acceptance.domain.evaluation.methods.lots import Lot, lot_of
from acceptance.domain.evaluation.result import Basis, Evaluation, Figure, Step, passed_if
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_50203 import MortarStrength
from acceptance.domain.standards.register import named
from acceptance.domain.standards.sl_176_blocks import MORTAR_BLOCKS_2007, MortarBlocks

_BY_FACTORS = named(MortarStrength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mortar:
    """A lot of one grade: the strength of its groups at 28 days, in MPa."""

    rule_set: str = word(*_BY_FACTORS, MORTAR_BLOCKS_2007.name)
    design: Fraction = number(above=0, unit="MPa")
    groups: tuple[Fraction, ...] = numbers(low=0, unit="MPa")  # fmt: skip


def mortar_strength(given: Mortar, editions: Editions = SHIPPED) -> Evaluation:
    """Mean and lowest group; SL 176 judges thirty groups and more by their guarantee rate."""
    lot = lot_of(given.groups, None)
    if given.rule_set in _BY_FACTORS:
        return _by_factors(lot, given.design, editions.of(_BY_FACTORS[given.rule_set]))
    rules = editions.of(MORTAR_BLOCKS_2007)
    if lot.n >= rules.many_groups:
        return _by_guarantee(lot, given.design, rules)
    factors = {"mean_factor": rules.mean_factor, "minimum_factor": rules.minimum_factor}
    used = ("many_groups", *factors)
    return _mean_and_minimum(lot, given.design, rules, factors, used)


MORTAR_STRENGTH = Method(
    "mortar-strength",
    Field.ANY,
    Mortar,
    mortar_strength,
    (*_BY_FACTORS.values(), MORTAR_BLOCKS_2007),
)


def _by_factors(lot: Lot, design: Fraction, rules: MortarStrength) -> Evaluation:
    factors = {"mean_factor": rules.mean_factor, "minimum_factor": rules.lowest_factor(lot.n)}
    lowest = "few_groups_factor" if lot.n <= rules.few_groups else "minimum_factor"
    used = ("mean_factor", "few_groups", lowest)
    return _mean_and_minimum(lot, design, rules, factors, used)


def _mean_and_minimum(
    lot: Lot,
    design: Fraction,
    rules: Edition,
    factors: Mapping[str, Fraction],
    used: tuple[str, ...],
) -> Evaluation:
    mean, minimum = factors["mean_factor"] * design, factors["minimum_factor"] * design
    f = short_text(design)
    working = (
        Step("mean_required", "", "k₁·f", f"{short_text(factors['mean_factor'])}×{f}", mean),
        Step("minimum_required", "", "k₂·f",
             f"{short_text(factors['minimum_factor'])}×{f}", minimum),
    )  # fmt: skip
    limits = mean_and_minimum(lot, mean, minimum)
    figures = {"mean_required": mean, "minimum_required": minimum}
    return _result(lot, rules, limits, figures, factors, working, used)


def _by_guarantee(lot: Lot, design: Fraction, rules: MortarBlocks) -> Evaluation:
    rate, spread = guarantee_rate(lot, design), variation(lot)
    is_low = design < rules.low_design
    most = rules.variation_low if is_low else rules.variation
    minimum = rules.many_minimum_factor * design
    limits = (
        Limit("guarantee_below", rate, rules.guarantee),
        Limit("strength_minimum_below", lot.minimum, minimum),
        # Under 20 MPa the limit itself is still allowed, from 20 MPa on it is not.
        Limit("variation_above", spread, most, strict=not is_low, most=True),
    )
    figures = {
        "guarantee_rate": rate,
        "cv": spread,
        "mean_required": None,
        "minimum_required": minimum,
    }
    taken = {
        "guarantee": rules.guarantee,
        "minimum_factor": rules.many_minimum_factor,
        "variation": most,
    }
    working = (Step("guarantee_rate", "P", "Φ((m − R)/S)",
                    f"Φ(({short_text(lot.mean)} − {short_text(design)})/{short_text(lot.spread)})",
                    rate),)  # fmt: skip
    used = (
        "many_groups",
        "low_design",
        "guarantee",
        "many_minimum_factor",
        "variation_low" if is_low else "variation",
    )
    return _result(lot, rules, limits, figures, taken, working, used)


def _result(
    lot: Lot,
    rules: Edition,
    limits: tuple[Limit, ...],
    figures: Mapping[str, Figure],
    taken: Mapping[str, Figure],
    working: tuple[Step, ...],
    used: tuple[str, ...],
) -> Evaluation:
    findings = unmet(f"{rules.name} {rules.clause}", limits)
    return Evaluation(
        verdict=passed_if(not findings),
        figures={
            "n": lot.n,
            "mean": lot.mean,
            "minimum": lot.minimum,
            "deviation": lot.deviation,
            **figures,
        },
        basis=Basis(
            rules.standard, rules.year_by(*used), rules.clause, taken, {"rounding": "none"},
            rules.doubtful(*used),
        ),
        findings=findings,
        working=working,
    )  # fmt: skip
