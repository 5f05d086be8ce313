"""The grade of a checklist that passed: the evaluation `unit-element` with the shares of its template."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.checklists.words import ItemClass, Rating
from acceptance.domain.evaluation.methods.unit_element import UnitElement, rated_by_items
from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.projects import Grade
from acceptance.domain.standards.sl_631 import SL_631_2012

_ALL = Fraction(100)


def grade_of(template: Template, items: tuple[ItemVerdict, ...]) -> Grade | None:
    """优良 when every general item reaches the excellent share (SL 631: 90 %); None where the
    template does not grade. The items have passed, each by its own share or method."""
    excellent = template.rates.excellent
    if template.rating is not Rating.WATER or excellent is None:
        return None
    rules = replace(SL_631_2012, general_share_excellent=Fraction(excellent))
    shares = tuple(map(_share, template.items, items))
    rated = rated_by_items(UnitElement(main_rate=_ALL, general_rates=shares), rules)
    return Grade.EXCELLENT if rated.grade is QualityGrade.EXCELLENT else Grade.QUALIFIED


def _share(item: Item, judged: ItemVerdict) -> Fraction:
    """The share of good points of a general item; main items, and those without points, are whole."""
    if item.item_class is not ItemClass.GENERAL or not judged.checked:
        return _ALL
    return Fraction(judged.qualified * 100, judged.checked)
