"""`measured-item`: how many measured points lie within the tolerance, and how far off the rest is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact, short_text
from acceptance.domain.evaluation.inputs import number, numbers, percent, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_50300 import GB_50300_2013

# 主控 of buildings, 关键 of roads, 一般 of both; a specialty code may name another rate.
LEAST_RATES = {"dominant": exact(100), "general": exact(80), "key": exact(95)}
_CLAUSE = "5.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Deviations, or measured values with their design value, in one unit with the tolerance
    [low, high]. `cap_factor` times the tolerance is the farthest that a point may be off."""

    item_class: str = word(*LEAST_RATES)
    deviations: tuple[Fraction, ...] | None = numbers(default=None)
    values: tuple[Fraction, ...] | None = numbers(default=None)
    design: Fraction | None = number(default=None)
    tolerance: tuple[Fraction, ...] = numbers(least=2, most=2)
    minimum_rate: Fraction | None = percent(default=None)
    cap_factor: Fraction | None = number(low=1, default=None)


def measured_item(given: Measured, _editions: Editions = SHIPPED) -> Evaluation:
    """A point at the tolerance conforms, and one at the cap is not beyond it."""
    deviations = _deviations(given)
    low, high = given.tolerance
    if low > high:
        raise InputError("input_above_other", "tolerance.0", other="tolerance.1")
    least = LEAST_RATES[given.item_class] if given.minimum_rate is None else given.minimum_rate
    qualified = sum(low <= each <= high for each in deviations)
    beyond = _beyond(deviations, low, high, given.cap_factor)
    rate = Fraction(qualified * 100, len(deviations))
    findings = _findings(rate, least, beyond, given.cap_factor)
    return Evaluation(
        verdict=passed_if(not findings),
        figures={
            "n": len(deviations), "qualified": qualified, "checked": len(deviations),
            "rate": rate, "beyond_cap": beyond,
        },
        basis=Basis(
            GB_50300_2013.standard, GB_50300_2013.year, _CLAUSE,
            {"minimum_rate": least, "cap_factor": given.cap_factor}, {"rounding": "none"},
        ),
        findings=findings,
        working=(
            Step("rate", "", "n₁/n×100", f"{qualified}/{len(deviations)}×100", rate),
        ),
    )  # fmt: skip


MEASURED_ITEM = Method("measured-item", Field.ANY, Measured, measured_item)


def _deviations(given: Measured) -> tuple[Fraction, ...]:
    if given.deviations is not None:
        if given.values is not None:
            raise InputError("input_one_of_two", "values", other="deviations")
        if given.design is not None:
            raise InputError("input_one_of_two", "design", other="deviations")
        return given.deviations
    if given.values is None:
        raise InputError("input_missing", "deviations")
    if given.design is None:
        raise InputError("input_missing", "design")
    return tuple(value - given.design for value in given.values)


def _beyond(
    deviations: tuple[Fraction, ...], low: Fraction, high: Fraction, cap: Fraction | None
) -> int:
    """How many are beyond the cap. A limit on the other side of zero is not drawn inwards."""
    if cap is None:
        return 0
    farthest_low, farthest_high = min(low, cap * low), max(high, cap * high)
    return sum(not farthest_low <= each <= farthest_high for each in deviations)


def _findings(
    rate: Fraction, least: Fraction, beyond: int, cap: Fraction | None
) -> tuple[Finding, ...]:
    clause, findings = f"{GB_50300_2013.name} {_CLAUSE}", []
    if rate < least:
        value, limit = short_text(rate), short_text(least)
        findings.append(Finding.of("rate_below", clause, value=value, limit=limit))
    if beyond and cap is not None:
        findings.append(Finding.of("beyond_cap", clause, points=beyond, cap=short_text(cap)))
    return tuple(findings)
