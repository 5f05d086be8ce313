"""`appearance`: the score rate of the appearance of a unit works (外观质量得分率)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact, rounded, short_text, total
from acceptance.domain.evaluation.inputs import count, number, rows
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, EvaluationVerdict, Figure, Step
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.sl_176 import SL_176_2007_APPEARANCE as RULES
from acceptance.domain.standards.sl_176 import Appearance as Table
from acceptance.domain.standards.sl_176 import AppearanceGrade

PLACES = 1
"""An item's score and the rate are written to one decimal, by 四舍五入."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceItem:
    """An item with its standard score: graded by the team, or by the points that passed."""

    standard: Fraction = number(above=0)
    grade: int | None = count(least=1, most=len(RULES.grades), default=None)
    points: int | None = count(least=1, default=None)
    points_passed: int | None = count(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """The items of the table; one that the works does not have is None and leaves both sums."""

    items: tuple[AppearanceItem | None, ...] = rows(AppearanceItem, empty_rows=True)


def appearance(given: Appearance, editions: Editions = SHIPPED) -> Evaluation:
    """Obtained of due, in percent. The unit works is judged with it, not the appearance alone."""
    rules = editions.of(RULES)
    graded = [
        (item.standard, _grade(item, f"items.{at}", rules))
        for at, item in enumerate(given.items)
        if item is not None
    ]
    scores = [_tenths(standard * grade.score_share / 100) for standard, grade in graded]
    due, obtained = total(standard for standard, _grade in graded), total(scores)
    rate = _tenths(obtained * 100 / due) if graded else None
    said = f"{short_text(obtained)}/{short_text(due)}×100"
    return Evaluation(
        verdict=None if graded else EvaluationVerdict.NO_DATA,
        figures={
            "n": len(graded),
            "scores": tuple(_scores(given.items, scores)),
            "due": due,
            "obtained": obtained,
            "rate": rate,
        },
        basis=Basis(
            rules.standard,
            rules.year,
            rules.clause,
            {f"grade_{each.grade}": each.score_share for each in rules.grades},
            {"rounding": "item score and rate to one decimal, half up"},
        ),
        findings=()
        if graded
        else (Finding.of("all_items_absent", f"{rules.name} {rules.clause}"),),
        working=() if rate is None else (Step("rate", "", "Σs/ΣS×100", said, rate),),
    )


APPEARANCE = Method("appearance", Field.WATER, Appearance, appearance, (RULES,))


def _tenths(value: Fraction) -> Fraction:
    return exact(str(rounded(value, PLACES)))


def _scores(items: tuple[AppearanceItem | None, ...], scores: list[Fraction]) -> list[Figure]:
    """The scores in the order of the items, None for an absent one."""
    left = iter(scores)
    return [None if item is None else next(left) for item in items]


def _grade(item: AppearanceItem, place: str, rules: Table) -> AppearanceGrade:
    if item.grade is not None:
        for name in ("points", "points_passed"):
            if getattr(item, name) is not None:
                raise InputError("input_one_of_two", f"{place}.{name}", other=f"{place}.grade")
        return rules.grade(item.grade)
    if item.points is None:
        missing = "grade" if item.points_passed is None else "points"
        raise InputError("input_missing", f"{place}.{missing}")
    if item.points_passed is None:
        raise InputError("input_missing", f"{place}.points_passed")
    if item.points_passed > item.points:
        raise InputError("input_above_other", f"{place}.points_passed", other=f"{place}.points")
    return rules.grade_of_points(item.points_passed, item.points)
