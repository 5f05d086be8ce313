"""`flexural-strength`: the strength in bending of a lot of pavement concrete."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import number, numbers, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.judging import Limit, unmet
from acceptance.domain.evaluation.methods.lots import Lot, lot_of
from acceptance.domain.evaluation.result import Basis, Evaluation, Step, passed_if
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.jtg_flexural import (
    FLEXURAL_2017,
    FlexuralStrength,
)
from acceptance.domain.standards.register import named

RULES = named(FlexuralStrength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flexural:
    """The strength of each group of three beams and the design strength, in MPa."""

    groups: tuple[Fraction, ...] = numbers(low=0, unit="MPa")
    design: Fraction = number(above=0, unit="MPa")
    rule_set: str = word(*RULES, default=FLEXURAL_2017.name)
    highway_class: str = word("expressway", "first", "other", default="other")


def flexural_strength(given: Flexural, editions: Editions = SHIPPED) -> Evaluation:
    """Mean with its deviation (more than ten groups) or alone, and the lowest group. One group may
    be lower where the number of groups allows it, but never on an expressway or first-class road."""
    lot, f = lot_of(given.groups, None), given.design
    rules = editions.of(RULES[given.rule_set])
    mean = _mean_required(lot, rules, f)
    least = rules.minimum_factor * f
    relief = rules.relief(lot.n) if given.highway_class == "other" else None
    below = sum(group < least for group in given.groups)
    is_relieved = relief is not None and below == 1
    lowest = relief.factor * f if relief is not None and is_relieved else least
    findings = unmet(
        f"{rules.name} {rules.clause}",
        (
            Limit("strength_mean_below", lot.mean, mean.value),
            Limit("strength_minimum_below", lot.minimum, lowest),
        ),
    )
    relieved = {} if relief is None else {"relief_factor": relief.factor}
    used = (mean.name, "minimum_factor", *(("reliefs",) if is_relieved else ()))
    return Evaluation(
        verdict=passed_if(not findings),
        figures={
            "n": lot.n, "mean": lot.mean, "minimum": lot.minimum, "deviation": lot.deviation,
            "mean_required": mean.value, "minimum_required": least,
            "groups_below": below, "lowest_allowed": lowest,
        },
        basis=Basis(
            rules.standard, rules.year_by(*used), rules.clause,
            {mean.name: mean.factor, "minimum_factor": rules.minimum_factor, **relieved},
            {"rounding": "none"}, rules.doubtful(*used),
        ),
        findings=findings,
        working=_working(mean, rules, f),
    )  # fmt: skip


FLEXURAL_STRENGTH = Method(
    "flexural-strength", Field.ROAD, Flexural, flexural_strength, tuple(RULES.values())
)


@dataclass(frozen=True, slots=True)
class _Mean:
    """The least mean, with the factor it came from and its name in the edition."""

    name: str
    factor: Fraction
    value: Fraction
    formula: str
    numbers: str


def _mean_required(lot: Lot, rules: FlexuralStrength, f: Fraction) -> _Mean:
    k = rules.factor(lot.n)
    if k is None:
        few = rules.few_groups_mean_factor
        said = f"{short_text(few)}×{short_text(f)}"
        return _Mean("few_groups_mean_factor", few, few * f, "c·f_r", said)
    said = f"{short_text(f)} + {short_text(k)}×{short_text(lot.spread)}"
    return _Mean("bands", k, f + k * lot.spread, "f_r + K·σ", said)


def _working(mean: _Mean, rules: FlexuralStrength, f: Fraction) -> tuple[Step, ...]:
    share = rules.minimum_factor
    said = f"{short_text(share)}×{short_text(f)}"
    return (
        Step("mean_required", "f_cs", mean.formula, mean.numbers, mean.value),
        Step("minimum_required", "f_min", "c·f_r", said, share * f),
    )
