"""`unit-element`: the grade of a unit element (单元工程), by its items or by its steps."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.evaluation.inputs import count, flag, numbers, percent, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.water_grades import (
    all_of,
    at_least,
    graded,
    refuse_more,
    said_if,
    share_of,
    share_step,
)
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.register import named
from acceptance.domain.standards.sl_631 import (
    SL_631_2012,
    SL_634_2012,
    SL_634_2012_DREDGING,
    UnitElements,
)

# Dikes and dredging are two tables of one standard, so that the second has a name of its own here.
RULES = {
    **named(UnitElements),
    SL_634_2012.name: SL_634_2012,
    "SL 634-2012 疏浚": SL_634_2012_DREDGING,
}
_ITEM_LIMITS = ("main_share", "general_share", "general_share_excellent")
_BY_ITEMS = ("main_rate", "general_rates")
_BY_STEPS = ("steps", "steps_passed", "steps_excellent", "main_steps", "main_steps_excellent")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitElement:
    """Either the rates of its items, in percent of the points, or the counts of its steps.

    `concentrated` says that the failing points lie together; `general_rates` has one rate per item.
    """

    rule_set: str = word(*RULES, default=SL_631_2012.name)
    main_rate: Fraction | None = percent(default=None)
    general_rates: tuple[Fraction, ...] | None = numbers(low=0, high=100, unit="%", default=None)
    concentrated: bool = flag(default=False)
    steps: int | None = count(least=1, default=None)
    steps_passed: int | None = count(default=None)
    steps_excellent: int | None = count(default=None)
    main_steps: int | None = count(default=None)
    main_steps_excellent: int | None = count(default=None)
    documents_complete: bool = flag(default=True)


def unit_element(given: UnitElement, editions: Editions = SHIPPED) -> Evaluation:
    """By steps where any count of steps is given, else by items; never by both."""
    by_steps = any(getattr(given, name) is not None for name in _BY_STEPS)
    for name in _BY_ITEMS:
        if by_steps and getattr(given, name) is not None:
            raise InputError("input_one_of_two", name, other="steps")
    if by_steps and given.concentrated:
        raise InputError("input_one_of_two", "concentrated", other="steps")
    rules = editions.of(RULES[given.rule_set])
    return _by_steps(given, rules) if by_steps else rated_by_items(given, rules)


UNIT_ELEMENT = Method("unit-element", Field.WATER, UnitElement, unit_element, tuple(RULES.values()))


def rated_by_items(given: UnitElement, rules: UnitElements) -> Evaluation:
    """By the shares of these rules; a checklist gives those of its template."""
    main, rates, clause = given.main_rate, given.general_rates, _clause(rules)
    if main is None:
        raise InputError("input_missing", "main_rate")
    if rates is None:
        raise InputError("input_missing", "general_rates")
    return graded(
        (
            at_least("main_items_below", clause, main, rules.main_share),
            at_least("general_items_below", clause, min(rates), rules.general_share),
            said_if(given.concentrated, "failures_concentrated", clause),
            _documents(given, clause),
        ),
        (
            at_least(
                "general_items_not_excellent", clause, min(rates), rules.general_share_excellent
            ),
        ),
        {"main_rate": main, "lowest_general_rate": min(rates)},
        Basis(
            rules.standard,
            rules.year_by(*_ITEM_LIMITS),
            rules.clause,
            {name: getattr(rules, name) for name in _ITEM_LIMITS},
            {"rounding": "none"},
            rules.doubtful(*_ITEM_LIMITS),
        ),
    )


def _by_steps(given: UnitElement, rules: UnitElements) -> Evaluation:
    for name in _BY_STEPS:
        if getattr(given, name) is None:
            raise InputError("input_missing", name)
    refuse_more(
        given,
        ("steps_passed", "steps"),
        ("steps_excellent", "steps_passed"),
        ("main_steps", "steps"),
        ("main_steps_excellent", "main_steps"),
        ("main_steps_excellent", "steps_excellent"),
    )
    steps, passed, excellent, main, main_excellent = (getattr(given, name) for name in _BY_STEPS)
    share, clause = share_of(excellent, steps), _clause(rules)
    return graded(
        (all_of("steps_not_passed", clause, passed, steps), _documents(given, clause)),
        (
            at_least("steps_excellent_below", clause, share, rules.excellent_steps_share),
            all_of("main_steps_not_excellent", clause, main_excellent, main),
        ),
        {"excellent_rate": share},
        Basis(
            rules.standard,
            rules.year_by("excellent_steps_share"),
            rules.clause,
            {"excellent_steps_share": rules.excellent_steps_share},
            {"rounding": "none"},
            rules.doubtful("excellent_steps_share"),
        ),
        (share_step("excellent_rate", excellent, steps),),
    )


def _clause(rules: UnitElements) -> str:
    return f"{rules.name} {rules.clause}".rstrip()


def _documents(given: UnitElement, clause: str) -> Finding | None:
    return said_if(not given.documents_complete, "documents_incomplete", clause)
