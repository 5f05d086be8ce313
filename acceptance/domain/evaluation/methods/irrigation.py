"""`canal-efficiency`, `irrigation-efficiency`: how much of the water arrives."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import number, numbers, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_t_50363 import (
    GB_T_50363_2006,
    GB_T_50363_2018,
    IrrigationEfficiency,
)
from acceptance.domain.standards.register import named

RULES = named(IrrigationEfficiency)
MOST_LEVELS = 50
WELL = "well"


@dataclass(frozen=True, slots=True, kw_only=True)
class Canals:
    """The efficiency of each level of canals, 干 支 斗 农, as net by gross flow."""

    levels: tuple[Fraction, ...] = numbers(most=MOST_LEVELS, above=0, high=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Irrigation:
    """A measured efficiency of an irrigation area; `conveyance` only where water comes of wells."""

    rule_set: str = word(*RULES, default=GB_T_50363_2018.name)
    kind: str = word(*GB_T_50363_2018.irrigation)
    measure: str = word("canal_system", "irrigation")
    value: Fraction = number(low=0, high=1)
    conveyance: str | None = word(*GB_T_50363_2018.conveyance, default=None)


def canal_efficiency(given: Canals, editions: Editions = SHIPPED) -> Evaluation:
    """渠系水利用系数: the product of the levels (GB/T 50363-2006 6.0.2)."""
    efficiency = prod(given.levels, start=Fraction(1))
    numbers_put = " × ".join(short_text(level) for level in given.levels)
    rules = editions.of(GB_T_50363_2006)
    return Evaluation(
        verdict=None,
        figures={"n": len(given.levels), "efficiency": efficiency},
        basis=Basis(
            rules.standard, rules.year, rules.clause_of("canal_system"), {}, {"rounding": "none"}
        ),
        working=(Step("efficiency", "η", "Πη_i", numbers_put, efficiency),),
    )


def irrigation_efficiency(given: Irrigation, editions: Editions = SHIPPED) -> Evaluation:
    """Whether a measured efficiency reaches the limit of its kind of area."""
    rules = editions.of(RULES[given.rule_set])
    limit, required = _limit(given, rules)
    clause = f"{rules.name} {rules.clause_of(limit)}".rstrip()
    short = Finding.of(
        "efficiency_below", clause, value=short_text(given.value), limit=short_text(required)
    )
    good = given.value >= required
    return Evaluation(
        verdict=passed_if(good),
        figures={"required": required},
        basis=Basis(
            rules.standard,
            rules.year,
            rules.clause_of(limit),
            {limit: required},
            {"rounding": "none"},
            rules.doubtful(limit),
        ),
        findings=() if good else (short,),
    )


CANAL_EFFICIENCY = Method(
    "canal-efficiency", Field.WATER, Canals, canal_efficiency, (GB_T_50363_2006,)
)
IRRIGATION_EFFICIENCY = Method(
    "irrigation-efficiency", Field.WATER, Irrigation, irrigation_efficiency, tuple(RULES.values())
)


def _limit(given: Irrigation, rules: IrrigationEfficiency) -> tuple[str, Fraction]:
    """The field that holds the limit, and the limit."""
    if given.conveyance is not None and given.kind != WELL:
        raise InputError("input_not_of_kind", "conveyance")
    if given.measure == "irrigation":
        return "irrigation", rules.irrigation[given.kind]
    if given.kind == WELL:
        if given.conveyance is None:
            raise InputError("input_missing", "conveyance")
        return "conveyance", rules.conveyance[given.conveyance]
    if given.kind not in rules.canal_system:
        raise InputError("input_not_of_kind", "measure")
    return "canal_system", rules.canal_system[given.kind]
