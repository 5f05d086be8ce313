"""`measured-item`: how many measured points lie within the tolerance, and how far off the rest is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import number, numbers, percent, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.points import Range, capped, off, reaches
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_50300_points import POINT_RATES_2013
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2017

# Where the least share of a class stands: 主控 and 一般 of buildings, 关键 of roads.
TABLES: dict[str, Edition] = {
    "dominant": POINT_RATES_2013, "general": POINT_RATES_2013, "key": JTG_F80_1_2017,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Deviations, or measured values with their design value, in one unit with the tolerance
    [low, high]. `cap_factor` times the tolerance is the farthest that a point may be off.
    `minimum_rate` is that of a specialty code, where it has one of its own."""

    item_class: str = word(*TABLES)
    deviations: tuple[Fraction, ...] | None = numbers(default=None)
    values: tuple[Fraction, ...] | None = numbers(default=None)
    design: Fraction | None = number(default=None)
    tolerance: tuple[Fraction, ...] = numbers(least=2, most=2)
    minimum_rate: Fraction | None = percent(default=None)
    cap_factor: Fraction | None = number(low=1, default=None)


def measured_item(given: Measured, editions: Editions = SHIPPED) -> Evaluation:
    """A point at the tolerance conforms, and one at the cap is not beyond it."""
    deviations = _deviations(given)
    low, high = given.tolerance
    if low > high:
        raise InputError("input_above_other", "tolerance.0", other="tolerance.1")
    table, least, used = _least(given, editions)
    tolerance, checked = Range(low, high), len(deviations)
    qualified = checked - len(off(deviations, tolerance))
    beyond = len(off(deviations, capped(tolerance, given.cap_factor)))
    rate = Fraction(qualified * 100, checked)
    clause = table.clause_of(given.item_class)
    findings = tuple(
        _findings(f"{table.name} {clause}", (qualified, checked), least, beyond, given)
    )
    return Evaluation(
        verdict=passed_if(not findings),
        figures={
            "n": checked, "qualified": qualified, "checked": checked,
            "rate": rate, "beyond_cap": beyond,
        },
        basis=Basis(
            table.standard, table.year_by(*used), clause,
            {"minimum_rate": least, "cap_factor": given.cap_factor}, {"rounding": "none"},
            table.doubtful(*used),
        ),
        findings=findings,
        working=(Step("rate", "", "n₁/n×100", f"{qualified}/{checked}×100", rate),),
    )  # fmt: skip


MEASURED_ITEM = Method(
    "measured-item", Field.ANY, Measured, measured_item, (POINT_RATES_2013, JTG_F80_1_2017)
)


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


def _least(given: Measured, editions: Editions) -> tuple[Edition, Fraction, tuple[str, ...]]:
    """The table of the class, the least share, and the limits of the table that were used."""
    table = editions.of(TABLES[given.item_class])
    if given.minimum_rate is not None:
        return table, given.minimum_rate, ()
    return table, getattr(table, given.item_class), (given.item_class,)


def _findings(
    clause: str, share: tuple[int, int], least: Fraction, beyond: int, given: Measured
) -> Iterator[Finding]:
    qualified, checked = share
    if not reaches(qualified, checked, least):
        rate = Fraction(qualified * 100, checked)
        yield Finding.of("rate_below", clause, value=short_text(rate), limit=short_text(least))
    if beyond and given.cap_factor is not None:
        cap = short_text(given.cap_factor)
        yield Finding.of("beyond_cap", clause, points=beyond, cap=cap)
