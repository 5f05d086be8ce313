"""The targets page: what it shows, that it explains itself, and to whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from acceptance.domain.indicators import INDICATORS, AwardKind, IndicatorCode
from acceptance.domain.people import Actor, Role
from acceptance.domain.periods import Period
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.queries.ask import Ask
from acceptance.queries.explain import explain_page
from acceptance.queries.listing import Part
from acceptance.queries.rates import TargetsPage, targets_page
from acceptance.runtime import Runtime
from acceptance.services import targets
from acceptance.services.awards import RecordAward, record_award
from tests.builders.agreements import signed
from tests.builders.lives import live_through
from tests.builders.people import Somebody
from tests.builders.registry import TOWNSHIPS, Registry, at, make_registry
from tests.support.pages import main_form
from tests.support.statements import counting_statements

CATALOGUE = Path(targets.__file__).resolve().parents[1] / "catalogue" / "targets.toml"
OTHER = IndicatorCode.FIRST_TIME_OTHER
TODAY = date(2015, 6, 15)


@pytest.fixture
def registry(runtime: Runtime) -> Registry:
    """A county in which a few things have happened by June 2015."""
    with runtime.write.begin() as session:
        made = make_registry(session, areas_are_there=True)
        text = CATALOGUE.read_text(encoding="utf-8")
        targets.load_defaults(session, text, made.administrator, at(date(2011, 1, 5)))
        live_through(made)
    return made


def page_of(runtime: Runtime, actor: Actor, period: str = "2015", area: str = "") -> TargetsPage:
    with runtime.read() as session:
        page = targets_page(session, actor, Ask(Period.parse(period), area, TODAY, False))
    assert page is not None
    return page


def signed_in(browser_of: Callable[..., FlaskClient], actor: Actor) -> FlaskClient:
    assert actor.id is not None
    return browser_of(Somebody(actor.id, "", actor))


def test_a_tile_says_its_numbers_and_what_is_left(runtime: Runtime, registry: Registry) -> None:
    page = page_of(runtime, registry.leader)
    tile = next(tile for tile in page.tiles if tile.code is OTHER)
    assert (tile.rate.passed, tile.rate.decided) == (9, 10)
    assert (tile.met, tile.planned, tile.under_way) == (True, 3, 1)
    assert tile.budget is not None
    assert (tile.budget.allowed, tile.budget.left, tile.budget.reachable) == (1, 0, True)
    assert page.voids == 1
    assert [danger.danger.value for danger in page.dangers][:3] == ["overdue", "under_way", "lost"]


def test_nothing_is_neither_met_nor_missed(runtime: Runtime, registry: Registry) -> None:
    tile = next(
        tile
        for tile in page_of(runtime, registry.leader).tiles
        if tile.code is IndicatorCode.QUALITY_WATER_SAVING
    )
    assert (tile.rate.decided, tile.met, tile.rate.percent_text()) == (0, None, None)


def test_parts_add_up_and_are_judged_by_their_own_goal(
    runtime: Runtime, registry: Registry
) -> None:
    with runtime.write.begin() as session:
        registry.session = session
        signed(registry, TODAY)
    page = page_of(runtime, registry.leader)
    for tile in page.tiles:
        together = [part.rates[tile.code] for part in page.parts]
        assert sum(rate.decided for rate in together) == tile.rate.decided
        assert sum(rate.passed for rate in together) == tile.rate.passed
    judged = {part.place.code: part.met[OTHER] for part in page.parts}
    assert judged[TOWNSHIPS[1]] is False
    assert [code for code, met in judged.items() if met is not None] == [TOWNSHIPS[1]]


def test_a_township_page_is_not_judged_by_the_county_goal(
    runtime: Runtime, registry: Registry
) -> None:
    page = page_of(runtime, registry.leader, area=TOWNSHIPS[0])
    assert all(tile.goal is None and tile.met is None for tile in page.tiles)
    assert page.parts == ()


def test_a_goal_is_carried_on_and_says_so(runtime: Runtime, registry: Registry) -> None:
    with runtime.read() as session:
        ask = Ask(Period.parse("2017"), "", date(2017, 3, 1), False)
        page = targets_page(session, registry.leader, ask)
    assert page is not None
    assert all(tile.goal and tile.goal.is_carried and tile.goal.year == 2015 for tile in page.tiles)
    assert all(tile.goal is None for tile in page.awards)


def test_awards_are_judged_over_their_whole_span(runtime: Runtime, registry: Registry) -> None:
    with runtime.write.begin() as session:
        award = RecordAward(AwardKind.LUBAN, date(2014, 11, 1), "621122", "示例工程", "LX-0001")
        record_award(session, award, registry.administrator, at(TODAY))
    year = page_of(runtime, registry.leader).awards[0]
    whole = page_of(runtime, registry.leader, "2011..2015").awards[0]
    assert (year.count, year.collected, year.met) == (0, 1, None)
    assert (whole.count, whole.collected, whole.met) == (1, 1, True)


@pytest.mark.parametrize("period", ["2015", "2015-Q2", "2015-H1", "2014..2015"])
@pytest.mark.parametrize("area", ["", TOWNSHIPS[0], TOWNSHIPS[1]])
def test_the_list_equals_the_tile(
    runtime: Runtime, registry: Registry, period: str, area: str
) -> None:
    ask = Ask(Period.parse(period), area, TODAY, False)
    for tile in page_of(runtime, registry.leader, period, area).tiles:
        with runtime.read() as session:
            parts = {
                part: explain_page(session, registry.leader, ask, tile.code, part) for part in Part
            }
        lines = {part: len(page.lines) for part, page in parts.items() if page}
        page = parts[Part.PASSED]
        assert page is not None
        assert (page.rate, page.budget, page.met) == (tile.rate, tile.budget, tile.met)
        assert lines[Part.PASSED] == tile.rate.passed
        assert lines[Part.NOT_PASSED] == tile.rate.failed == sum(page.reasons.values())
        assert lines[Part.UNDER_WAY] == tile.under_way
        assert lines[Part.VOIDED] == tile.voids
        assert lines[Part.NOT_GRADED] == tile.not_graded
        assert {part: page.counts[part] for part in lines} == lines


def test_the_number_of_statements_does_not_grow(runtime: Runtime, registry: Registry) -> None:
    def count() -> int:
        with counting_statements(runtime.engine) as statements:
            page_of(runtime, registry.leader)
        return len(statements)

    before = count()
    with runtime.write.begin() as session:
        more = Registry(session, registry.areas, registry.inspector, registry.approver,
                        registry.other_approver, registry.administrator, registry.leader, 500)  # fmt: skip
        live_through(more)
    assert count() == before <= 17


def test_pages_of_a_leader(registry: Registry, browser_of: Callable[..., FlaskClient]) -> None:
    leader = signed_in(browser_of, registry.leader)
    page = leader.get("/targets")
    assert page.status_code == 200
    assert "9/10" in page.text
    assert "作废 1 次" in page.text
    links = re.findall(r'href="(/targets/[a-z_]+\?[^"#]*)', page.text)
    assert len(set(links)) >= len(INDICATORS)
    for link in set(links):
        assert leader.get(link.replace("&amp;", "&")).status_code == 200, link


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/targets?period=2015-07", 200),
        ("/targets?period=gestern", 422),
        ("/targets?period=2015..1999", 422),
        ("/targets?period=0000", 422),
        ("/targets?period=2000..2099", 422),
        ("/targets?area=621102", 404),
        ("/targets/first_time", 404),
        ("/targets/first_time_other?part=nonsense&after=%00", 200),
    ],
)
def test_odd_addresses(
    registry: Registry, browser_of: Callable[..., FlaskClient], address: str, status: int
) -> None:
    assert signed_in(browser_of, registry.leader).get(address).status_code == status


def township_leader(registry: Registry) -> Actor:
    return replace(registry.leader, area_path=registry.areas[TOWNSHIPS[2]].path)


def test_nobody_sees_figures_of_another_area(
    registry: Registry, runtime: Runtime, as_role: Callable[..., FlaskClient]
) -> None:
    township = as_role(Role.LEADER, login="town", area=TOWNSHIPS[2])
    page = page_of(runtime, township_leader(registry))
    assert all(tile.rate.decided == 0 for tile in page.tiles)
    assert "9/10" not in township.get("/targets").text
    foreign, missing = (
        township.get(f"/targets?area={code}") for code in (TOWNSHIPS[0], "000000000")
    )
    assert (foreign.status_code, missing.status_code) == (404, 404)


def test_goals_are_set_by_the_administrator_only(
    registry: Registry, browser_of: Callable[..., FlaskClient]
) -> None:
    for actor in (registry.leader, registry.inspector, registry.approver):
        browser = signed_in(browser_of, actor)
        assert browser.get("/targets/goals").status_code == 200
        assert browser.get("/targets/goals/new").status_code == 403
        assert browser.get("/targets/awards/new").status_code == 403


def test_a_goal_is_set_and_listed(
    registry: Registry, browser_of: Callable[..., FlaskClient]
) -> None:
    browser = signed_in(browser_of, registry.administrator)
    form = main_form(browser.get("/targets/goals/new"))
    values = form.values(
        indicator=OTHER.value,
        year="２０１６",
        area=TOWNSHIPS[0],
        value="９２．５",
        responsible="示例镇",
    )
    assert browser.post("/targets/goals/new", data=values).status_code == 303
    assert "92.5 %" in browser.get("/targets/goals").text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"value": "101"}, "比率应在 0 至 100 之间"),
        ({"value": "NaN"}, "请填写数字"),
        ({"value": ""}, "请填写"),
        ({"year": "1850"}, "年度应在"),
        ({"indicator": "award_luban", "value": "1.5"}, "整数"),
        ({"indicator": "award_luban", "since": "2030"}, "起始年度不能晚于"),
        ({"indicator": "x"}, ""),
        ({"area": "621102"}, ""),
        ({"responsible": "示" * 121}, ""),
        ({"responsible": "示\x07例"}, "控制字符"),
        ({"unknown": "1"}, "unknown"),
    ],
)
def test_bad_goals(
    registry: Registry,
    browser_of: Callable[..., FlaskClient],
    changed: dict[str, str],
    said: str,
) -> None:
    browser = signed_in(browser_of, registry.administrator)
    form = main_form(browser.get("/targets/goals/new"))
    values = form.values(
        indicator=OTHER.value, year="2016", area="621122", value="90", source="示例文号"
    )
    answer = browser.post("/targets/goals/new", data=values | changed)
    assert answer.status_code == 422
    assert said in answer.text
    assert "示例文号" in answer.text
    assert '<td data-name="年度" class="ax-n">2016' not in browser.get("/targets/goals").text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"awarded_on": "2015-06-16"}, "获奖日期不能晚于今天"),
        ({"awarded_on": "15.6."}, ""),
        ({"project_code": "LX-none"}, "没有编号为 LX-none 的项目"),
        ({"title": ""}, "请填写"),
        ({"kind": "oscar"}, ""),
    ],
)
def test_bad_awards(
    registry: Registry,
    browser_of: Callable[..., FlaskClient],
    changed: dict[str, str],
    said: str,
) -> None:
    browser = signed_in(browser_of, registry.administrator)
    form = main_form(browser.get("/targets/awards/new"))
    values = form.values(
        kind="luban", awarded_on="2015-06-15", area="621122", title="示例工程", project_code=""
    )
    answer = browser.post("/targets/awards/new", data=values | changed)
    assert answer.status_code == 422
    assert said in answer.text
    assert browser.post("/targets/awards/new", data=values).status_code == 303


def test_words_are_those_of_the_definitions() -> None:
    for code, words in INDICATOR_WORDS.items():
        defined = INDICATORS[code]
        assert (words.title, words.population, words.numerator) == (
            defined.title, defined.population, defined.numerator,
        )  # fmt: skip
