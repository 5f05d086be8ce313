"""Counting rules that no other test holds by itself; `docs/standards/indicators.md` lists them all."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaLevel
from acceptance.domain.conclusions import Measure
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import SYSTEM
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, Level, SizeClass
from acceptance.domain.rates import NOTHING, Rate
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.works import Works
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question
from acceptance.queries.explain import explain_page
from acceptance.queries.listing import Part
from acceptance.queries.populations import Field
from acceptance.queries.rates import TargetsPage, targets_page
from acceptance.queries.weighing import weights
from acceptance.services.counting import count_project
from tests.builders.lives import step
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, make_registry

TODAY = date(2015, 6, 15)
OTHER = IndicatorCode.FIRST_TIME_OTHER
EXCELLENCE = IndicatorCode.EXCELLENCE_LARGE
# A pass on an odd day is excellent, see the builder.
ODD, EVEN = date(2015, 3, 3), date(2015, 3, 4)


@pytest.fixture
def registry(session: Session) -> Registry:
    return make_registry(session)


def page_of(registry: Registry, area: str = COUNTY) -> TargetsPage:
    page = targets_page(registry.session, SYSTEM, Ask(Period.year(2015), area, TODAY, False))
    assert page is not None
    return page


def rate(registry: Registry, code: IndicatorCode, area: str = COUNTY) -> Rate:
    return next(tile.rate for tile in page_of(registry, area).tiles if tile.code is code)


def test_rule_1_a_project_is_one_and_what_it_weighs_stands_beside_it(registry: Registry) -> None:
    for act, units, investment in (("pass", 3, 9), ("fail", 1, 1)):
        project = registry.project()
        project.investment = Decimal(investment) * 1_000_000
        for number in range(units):
            registry.session.add(
                Works(project_id=project.id, level=Level.UNIT, position=number, is_leaf=True,
                      code=f"{number}", name="示例单位工程")
            )  # fmt: skip
        step(registry, project, act, ODD)
        count_project(registry.session, project.id)
    assert rate(registry, OTHER) == Rate(1, 2)
    county = registry.areas[COUNTY]
    question = Question(OTHER, Period.year(2015), Field(county.id, county.path))
    weighed = weights(registry.session, question)
    assert weighed[Measure.UNIT_WORKS][:2] == (3, 4)
    good, whole, known = weighed[Measure.INVESTMENT]
    assert (10 * good, known) == (9 * whole, 2)


def test_rule_6_not_yet_concluded_is_not_failed_and_stands_apart(registry: Registry) -> None:
    code = IndicatorCode.QUALITY_RURAL_ROAD
    for act in ("pass", "open"):
        step(registry, registry.project(Category.RURAL_ROAD), act, ODD)
    ask = Ask(Period.year(2015), COUNTY, TODAY, conditional_counts=False)
    page = explain_page(registry.session, SYSTEM, ask, code)
    assert page is not None
    assert page.rate == Rate(1, 1)
    assert page.counts[Part.UNDER_WAY] == 1


def test_rule_7_the_basis_of_the_class_is_written_down_with_the_first_attempt(
    registry: Registry,
) -> None:
    project = registry.project()
    step(registry, project, "fail", ODD)
    opened = registry.session.scalars(
        select(LedgerRow).where(LedgerRow.action == "attempt.opened")
    ).one()
    told = json.loads(opened.payload)
    assert (told["size_class"], told["size_basis"]) == ("small", "investment")
    assert (told["category"], told["area"]) == ("building", registry.areas[TOWNSHIPS[0]].path)
    project.size_class = SizeClass.LARGE
    registry.session.flush()
    count_project(registry.session, project.id)
    assert rate(registry, OTHER) == Rate(0, 1)


def test_rule_8_excellence_is_pooled_and_no_mean_of_trades(registry: Registry) -> None:
    """One building of one and one canal of three: 2 of 4, and not the mean of 100 % and 33 %."""
    large = SizeClass.LARGE
    step(registry, registry.project(size=large), "pass", ODD)
    for day in (ODD, EVEN, EVEN):
        canal = registry.project(Category.WATER_SAVING, large, rule_set="SL 176-2007")
        step(registry, canal, "pass", day)
    ungraded = registry.project(Category.WATER_SAVING, large, rule_set="SL/T 223-2025")
    step(registry, ungraded, "pass", EVEN)
    tile = next(tile for tile in page_of(registry).tiles if tile.code is EXCELLENCE)
    assert (tile.rate, tile.not_graded) == (Rate(2, 4), 1)


def test_rule_14_a_province_and_a_city_add_up_from_their_counties(registry: Registry) -> None:
    """The same installation serves every level of the tree: each is the sum of what lies below."""
    neighbour = next(
        area.code
        for area in registry.areas.values()
        if area.level == AreaLevel.COUNTY and area.code != COUNTY
    )
    for area, act in ((TOWNSHIPS[0], "pass"), (TOWNSHIPS[1], "fail"), (neighbour, "pass")):
        step(registry, registry.project(area=area), act, ODD)
    whole = {area: rate(registry, OTHER, area) for area in ("620000", "621100", COUNTY, neighbour)}
    assert whole == {
        "620000": Rate(2, 3), "621100": Rate(2, 3), COUNTY: Rate(1, 2), neighbour: Rate(1, 1)
    }  # fmt: skip
    for area in ("620000", "621100", COUNTY):
        page = page_of(registry, area)
        assert sum((part.rates[OTHER] for part in page.parts), NOTHING) == whole[area]
        below = {AreaLevel.PROVINCE: AreaLevel.CITY, AreaLevel.CITY: AreaLevel.COUNTY,
                 AreaLevel.COUNTY: AreaLevel.TOWNSHIP}[page.places.chosen.level]  # fmt: skip
        assert {part.place.level for part in page.parts} == {below}
