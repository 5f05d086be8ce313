"""Shares and caps that the bureau has set reach the measured items of the standard, and only those."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.shares import in_force, share_tables
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import editions_of
from acceptance.domain.checklists.words import Verdict
from acceptance.domain.projects import Grade
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_50300_points import POINT_RATES_2013
from tests.builders.checklist_templates import (
    item_document,
    make_template,
    measured,
    read_answers,
)
from tests.builders.shipped_checklists import TEMPLATES

PASS, FAIL = Verdict.PASSED, Verdict.FAILED
WATER: dict[str, Any] = {
    "category": "water_saving", "level": "element", "rating": "water", "standard": "SL 703-2015",
    "rates": {"general": "70", "excellent": "90"},
}  # fmt: skip
ROAD: dict[str, Any] = {
    "category": "rural_road",
    "level": "item",
    "standard": "JTG F80/1-2017",
}


def of(standard: str, **item: Any) -> Template:
    return make_template(item_document(low="-5", high="5", **item), standard=standard)


def verdict(template: Template, good: int, bad: int, editions: Editions, off: int = 6) -> Verdict:
    """So many points in the middle of the tolerance, so many beyond it."""
    entry = measured(*[0] * good, *[off] * bad)
    return judge(template, read_answers(template, {"wall-01": entry}), editions).verdict


@pytest.mark.parametrize(
    ("template", "table", "field", "value", "points", "before", "after"),
    [
        (of("GB 50203-2011"), "GB 50203-2011 points", "general_rate", "85", (8, 2), PASS, FAIL),
        (of("GB 50203-2011"), "GB 50203-2011 points", "general_rate", "75", (3, 1), FAIL, PASS),
        (of("GB 50203-2011", **{"class": "dominant"}), "GB 50203-2011 points", "general_rate",
         "75", (3, 1), FAIL, FAIL),
        (of("GB 50203-2011", minimum_rate="90"), "GB 50203-2011 points", "general_rate", "95",
         (9, 1), PASS, PASS),
        (of("GB 50204-2015", minimum_rate="90"), "GB 50204-2015 bars", "general_rate", "95",
         (9, 1), PASS, FAIL),
        (of("GB 50210-2018", cap_factor="1.5"), "GB 50210-2018", "cap", "1.1", (9, 1), PASS, FAIL),
        (of("GB 50210-2018", cap_factor="1.3"), "GB 50210-2018", "cap", "1.1", (9, 1), PASS, PASS),
        (of("GB 50210-2018"), "GB 50210-2018", "cap", "1.1", (9, 1), PASS, PASS),
        (of("GB 50207-2012"), "GB 50300-2013 points", "general", "85", (8, 2), PASS, FAIL),
        (of("GB 50203-2011"), "GB 50300-2013 points", "general", "85", (8, 2), PASS, PASS),
        (make_template(item_document(**{"class": "key"}), **ROAD), "JTG F80/1-2017 rates", "key",
         "96", (95, 5), PASS, FAIL),
        (make_template(item_document(), **ROAD), "JTG F80/1-2017 rates", "key", "96", (95, 5),
         PASS, PASS),
        (make_template(item_document(), **WATER), "SL 703-2015 elements", "general_share", "75",
         (7, 3), PASS, FAIL),
    ],
)  # fmt: skip
def test_an_item_with_the_figure_of_its_standard_follows_it(
    template: Template, table: str, field: str, value: str, points: tuple[int, int],
    before: Verdict, after: Verdict,
) -> None:  # fmt: skip
    off = 9 if template.items[0].low is None else 6
    bureau = Editions({table: {field: value}})
    assert verdict(template, *points, SHIPPED, off) is before
    assert verdict(template, *points, bureau, off) is after


@pytest.mark.parametrize(("excellent", "grade"), [("95", Grade.QUALIFIED), ("85", Grade.EXCELLENT)])
def test_the_share_for_excellence_follows_as_well(excellent: str, grade: Grade) -> None:
    template = make_template(item_document(), **WATER)
    bureau = Editions({"SL 703-2015 elements": {"general_share_excellent": excellent}})
    good = 90 if excellent == "95" else 85
    answers = read_answers(template, {"wall-01": measured(*[0] * good, *[9] * (100 - good))})
    found = judge(template, answers, bureau)
    assert (judge(template, answers).grade, found.grade) == (
        (Grade.EXCELLENT, grade) if excellent == "95" else (Grade.QUALIFIED, grade)
    )
    document = found.to_document()
    assert document["basis"]["rates"]["excellent"] == excellent
    assert judge(template, answers, editions_of(document)).to_document() == document


def test_the_published_template_keeps_its_name() -> None:
    template = of("GB 50203-2011")
    bureau = Editions({"GB 50203-2011 points": {"general_rate": "85"}})
    changed = in_force(template, bureau)
    assert changed.digest == template.digest
    assert changed.items[0].minimum_rate == 85
    assert in_force(changed, bureau).items == changed.items
    assert in_force(template, Editions({"GB 50203-2011 points": {"general_rate": ""}})) is template


def test_a_verdict_from_before_items_followed_is_found_again_without() -> None:
    template = make_template(item_document(**{"class": "key"}), **ROAD)
    entry = {"wall-01": measured(*[0] * 95, *[9] * 5)}
    limits = {"JTG F80/1-2017 rates": {"key": "96"}}
    document = {"basis": {"editions": {"limits": limits, "digest": "…"}}}
    answers = read_answers(template, entry)
    assert judge(template, answers, editions_of(document)).verdict is PASS
    assert judge(template, answers, Editions(limits)).verdict is FAIL


@pytest.mark.parametrize("code", TEMPLATES)
def test_the_figures_of_a_shipped_template_are_those_of_its_standard(code: str) -> None:
    """So that a limit which the bureau sets reaches every item but those with a share of their own."""
    template = TEMPLATES[code]
    if share_tables(template) == (POINT_RATES_2013,):
        return  # a standard of which no table of shares is kept
    general = {Fraction(template.rates.general)}
    known = {value for each in share_tables(template) for value in each.single_limits().values()}
    assert general <= known
    assert template.rates.excellent is None or Fraction(template.rates.excellent) in known
