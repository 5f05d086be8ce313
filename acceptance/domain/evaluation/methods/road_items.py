"""`road-sub-item`: is a sub-item (分项工程) of a road in? JTG F80/1-2017 3.2.5, 3.3.2."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import count, flag, rows, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.points import reaches
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2017 as RULES
from acceptance.domain.standards.jtg_f80_1 import RoadRules


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadItem:
    """A measured item: how many points were checked and how many are good, whether one lies beyond
    a stated extreme, and whether an item of an appendix passes by its statistics."""

    item_class: str = word("key", "general", "essential", "mechatronic")
    checked: int = count(least=1)
    qualified: int = count()
    extreme_broken: bool = flag(default=False)
    statistical_pass: bool = flag(default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubItem:
    """The items, and the three conditions before them: documents, basic requirements, appearance."""

    items: tuple[RoadItem, ...] = rows(RoadItem)
    documents_complete: bool = flag(default=True)
    basic_requirements_met: bool = flag(default=True)
    appearance_limit_defect: bool = flag(default=False)


def road_sub_item(given: SubItem, editions: Editions = SHIPPED) -> Evaluation:
    """Each item by the share that its class asks for; never by a pooled share."""
    for at, item in enumerate(given.items):
        if item.qualified > item.checked:
            raise InputError("input_above_other", f"items.{at}.qualified", other="checked")
    rules = editions.of(RULES)
    rates = [Fraction(item.qualified * 100, item.checked) for item in given.items]
    findings = (*_conditions(given), *_unqualified(given, rules, rates))
    used = sorted({item.item_class for item in given.items})
    return Evaluation(
        verdict=passed_if(not findings),
        figures={"n": len(rates), "rates": tuple(rates)},
        basis=Basis(
            rules.standard, rules.year_by(*used), rules.clause,
            {name: rules.least_rate(name) for name in used},
            {"rounding": "none"}, rules.doubtful(*used),
        ),
        findings=findings,
        working=tuple(
            Step("rate", f"{at}", "n₁/n×100", f"{item.qualified}/{item.checked}×100", rate)
            for at, (item, rate) in enumerate(zip(given.items, rates, strict=True), start=1)
        ),
    )  # fmt: skip


ROAD_SUB_ITEM = Method("road-sub-item", Field.ROAD, SubItem, road_sub_item, (RULES,))


def _conditions(given: SubItem) -> Iterator[Finding]:
    for is_broken, code, clause in (
        (not given.basic_requirements_met, "basic_requirements_not_met", "3.2.1"),
        (not given.documents_complete, "documents_not_complete", "3.3.2"),
        (given.appearance_limit_defect, "appearance_limit_defect", "3.2.1"),
    ):
        if is_broken:
            yield Finding.of(code, f"{RULES.name} {clause}")


def _unqualified(given: SubItem, rules: RoadRules, rates: list[Fraction]) -> Iterator[Finding]:
    clause = f"{RULES.name} {RULES.clause}"
    for number, (item, rate) in enumerate(zip(given.items, rates, strict=True), start=1):
        least = rules.least_rate(item.item_class)
        if not reaches(item.qualified, item.checked, least):
            yield Finding.of("road_item_rate_below", clause, number=number,
                             value=short_text(rate), limit=short_text(least))  # fmt: skip
        if item.extreme_broken:
            yield Finding.of("road_item_beyond_extreme", clause, number=number)
        if not item.statistical_pass:
            yield Finding.of("road_item_statistics_fail", clause, number=number)
