"""A walk over every figure: what a tile says, its list holds, whatever is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from acceptance.domain.indicators import AWARDS, AwardKind, IndicatorCode
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.projects import Project
from acceptance.runtime import Runtime
from acceptance.services.awards import RecordAward, record_award
from tests.builders.lives import live_through, step
from tests.builders.people import Somebody
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, at, make_registry
from tests.support.pages import Form, forms

PERIODS = (
    {"period": "2015"},
    {"period": "2015-H1"},
    {"period": "2015-Q2"},
    {"period": "2015-04"},
    {"period": "2014..2015"},
    {"from": "2015-02-03", "to": "2015-04-09"},
    {"from": "2015-04-02", "to": "2015-04-02"},
    {"from": "2015-03-31", "to": "2015-05-01"},
)
NARROWED: tuple[dict[str, str], ...] = (
    {},
    {"size": "small"},
    {"category": "rural_road"},
    {"unit": "UNIT"},
    {"size": "large", "unit": "UNIT", "area": TOWNSHIPS[0]},
    {"area": TOWNSHIPS[1]},
    {"unit": "0"},
    {"unit": "0", "size": "small", "area": TOWNSHIPS[1]},
    {"only": "1"},
    {"only": "1", "category": "building", "unit": "UNIT"},
    {"only": "1", "area": TOWNSHIPS[1]},
)


@pytest.fixture
def registry(runtime: Runtime) -> Registry:
    """A county with passes and failures, some of them answered for by the second bureau."""
    with runtime.write.begin() as session:
        made = make_registry(session, areas_are_there=True)
        bureau = made.other_approver.organisation_id

        def of_bureau(**how: Any) -> Project:
            project = made.project(**how)
            project.responsible_id = bureau
            return project

        live_through(made)
        step(made, of_bureau(), "pass", date(2015, 4, 2))
        step(made, of_bureau(size=SizeClass.LARGE), "fail", date(2015, 4, 2))
        voided = of_bureau(size=SizeClass.LARGE)
        step(made, voided, "fail", date(2015, 4, 1))
        step(made, voided, "void", date(2015, 4, 2))
        step(made, voided, "pass", date(2015, 5, 2))
        step(made, of_bureau(category=Category.RURAL_ROAD), "pass", date(2015, 3, 31))
        of_bureau(due=date(2099, 12, 1))
        # What lies in the county itself is a line of its own beside the townships.
        step(made, of_bureau(area=COUNTY), "pass", date(2015, 4, 3))
        step(made, made.project(area=COUNTY), "fail", date(2015, 4, 1))
        step(made, made.project(Category.RURAL_ROAD, area=COUNTY), "abandon", date(2015, 4, 2))
        give_prizes(made)
    return made


def give_prizes(county: Registry) -> None:
    """Prizes for a project of the bureau, for one that nobody answers for, and for no project."""
    projects = {
        answered: next(
            project
            for project in county.session.scalars(select(Project).order_by(Project.id))
            if (project.counted_unit_id is not None) is answered
        )
        for answered in (True, False)
    }
    for day, area, project in (
        (date(2015, 4, 2), TOWNSHIPS[0], projects[True].code),
        (date(2015, 4, 3), TOWNSHIPS[1], projects[False].code),
        (date(2015, 5, 1), COUNTY, ""),
        (date(2015, 3, 31), COUNTY, projects[True].code),
    ):
        command = RecordAward(AwardKind.FEITIAN, day, area, "示例奖", project)
        record_award(county.session, command, county.administrator, at(date(2015, 12, 1)))


@pytest.fixture
def unit(registry: Registry) -> str:
    return str(registry.other_approver.organisation_id)


@pytest.fixture
def leader(registry: Registry, browser_of: Callable[..., FlaskClient]) -> FlaskClient:
    assert registry.leader.id is not None
    return browser_of(Somebody(registry.leader.id, "", registry.leader))


def numbers(text: str, pattern: str) -> int:
    found = re.search(pattern, text)
    return int(found[1].replace(",", "")) if found else 0


def articles(page: str) -> dict[IndicatorCode, str]:
    """The tiles of the page by their indicator."""
    found = re.findall(r'<article class="ax-tile" id="(\w+)">(.*?)</article>', page, re.DOTALL)
    return {IndicatorCode(code): text for code, text in found}


def lines_behind(leader: FlaskClient, link: str) -> int:
    """The lines of a list over all its pages."""
    count, place = 0, unescape(link)
    while place:
        page = leader.get(place).text
        listed = page.partition('id="list"')[2]
        count += listed.count('<tr><th scope="row">')
        following = re.search(r'rel="next" href="([^"]+)"', listed)
        place = unescape(following[1]) if following else ""
    return count


def asked_of(link: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(unescape(link)).query)


@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_every_list_holds_what_its_tile_says(
    leader: FlaskClient, unit: str, period: dict[str, str], narrowed: dict[str, str]
) -> None:
    asked = {name: unit if value == "UNIT" else value for name, value in narrowed.items()}
    page = leader.get("/targets?" + urlencode(period | asked)).text
    tiles = articles(page)
    assert set(tiles) == set(IndicatorCode)
    for code, tile in tiles.items():
        link = re.findall(r'href="(/targets/[^"]+)"', tile)[0]
        assert {name: [value] for name, value in asked.items()}.items() <= asked_of(link).items()
        if code in AWARDS:
            assert lines_behind(leader, link) == numbers(tile, r'ax-figure">(\d+)')
            continue
        words = re.sub(r"<[^>]+>", "", tile)
        counted = re.search(r"([\d,]+)/([\d,]+)\s项", words)
        assert counted, words
        passed, decided = (int(each.replace(",", "")) for each in counted.groups())
        said = {
            "passed": passed,
            "not_passed": decided - passed,
            "under_way": numbers(words, r"尚未结论\s([\d,]+)\s项"),
            "voided": numbers(words, r"作废\s([\d,]+)\s次"),
        }
        found = {part: lines_behind(leader, f"{link}&part={part}") for part in said}
        assert found == said, code


@pytest.mark.parametrize("of_unit", [False, True])
def test_a_part_of_the_county_opens_its_own_list(
    leader: FlaskClient, unit: str, *, of_unit: bool
) -> None:
    asked = {"unit": unit} if of_unit else {}
    page = leader.get("/targets?" + urlencode({"period": "2015"} | asked)).text
    table = page.partition('class="ax-table ax-parts"')[2].partition("<tfoot>")[0]
    cells = re.findall(r'<a href="(/targets/[^"]+)".*?(\d+)/(\d+)</span></a>', table)
    assert len(cells) == len(re.findall(r"\d+/\d+</span>", table))
    assert any("only" in asked_of(link) for link, *_counts in cells)
    for link, passed, decided in cells:
        assert asked_of(link).get("unit") == ([unit] if of_unit else None)
        assert lines_behind(leader, f"{link}&part=passed") == int(passed)
        assert lines_behind(leader, f"{link}&part=not_passed") == int(decided) - int(passed)


def test_the_county_itself_has_a_page_of_its_own(leader: FlaskClient) -> None:
    page = leader.get("/targets?period=2015").text
    link = re.search(r'<a href="(/targets\?[^"]+)">陇西县本级</a>', page)
    assert link
    own = leader.get(unescape(link[1])).text
    assert "陇西县本级" in own.partition("<h1")[2].partition("</h1>")[0]
    assert "ax-parts" not in own
    assert "制作报告" in own
    tile = articles(own)[IndicatorCode.FIRST_TIME_OTHER]
    assert "1/3" in re.sub(r"<[^>]+>", "", tile)


@pytest.mark.parametrize("code", [c for c in IndicatorCode if c not in AWARDS])
def test_every_count_of_the_split_opens_its_list(leader: FlaskClient, code: IndicatorCode) -> None:
    page = leader.get(f"/targets/cascade?period=2015&code={code}&size=large").text
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', page, re.DOTALL)
    linked = 0
    for _name, cells in rows:
        for link, count in re.findall(r'<a class="ax-n" href="([^"]+)">(\d+)</a>', cells):
            assert lines_behind(leader, unescape(link)) == int(count)
            linked += 1
    failed = [int(n) for n in re.findall(r"<tfoot>.*?ax-n.*?ax-n\">(\d+)<", page, re.DOTALL)]
    assert failed
    assert linked >= 2 * bool(failed[0]), "by area and by unit"


def test_those_whom_nobody_answers_for_and_the_others_are_all(
    leader: FlaskClient, unit: str
) -> None:
    assert asking_form(leader.get("/targets?unit=0")).values()["unit"] == "0"
    every, of_unit, of_nobody = (
        counted(leader, asked) for asked in ({}, {"unit": unit}, {"unit": "0"})
    )
    assert all(pair[1] for pair in (every[IndicatorCode.FIRST_TIME_OTHER],
                                    of_unit[IndicatorCode.FIRST_TIME_OTHER],
                                    of_nobody[IndicatorCode.FIRST_TIME_OTHER]))  # fmt: skip
    for code, pair in every.items():
        added = tuple(map(sum, zip(of_unit[code], of_nobody[code], strict=True)))
        assert added == pair, code


@pytest.mark.parametrize(
    ("asked", "count"),
    [({}, 4), ({"unit": "UNIT"}, 2), ({"unit": "0"}, 1), ({"only": "1"}, 2),
     ({"only": "1", "unit": "UNIT"}, 1), ({"category": "other"}, 0)],
    ids=str,
)  # fmt: skip
def test_prizes_are_narrowed_by_their_projects(
    leader: FlaskClient, unit: str, asked: dict[str, str], count: int
) -> None:
    narrowed = {name: unit if value == "UNIT" else value for name, value in asked.items()}
    page = leader.get("/targets?" + urlencode({"period": "2015"} | narrowed)).text
    tile = articles(page)[IndicatorCode.AWARD_FEITIAN]
    assert numbers(tile, r'ax-figure">(\d+)') == count


def counted(leader: FlaskClient, asked: dict[str, str]) -> dict[IndicatorCode, tuple[int, ...]]:
    """Passed and decided in each tile of a rate."""
    tiles = articles(leader.get("/targets?" + urlencode({"period": "2015"} | asked)).text)
    found = {}
    for code in set(tiles) - set(AWARDS):
        pair = re.search(r"(\d+)/(\d+)\s项", re.sub(r"<[^>]+>", "", tiles[code]))
        assert pair
        found[code] = tuple(map(int, pair.groups()))
    return found


def test_the_form_keeps_what_is_asked_and_clears_it(leader: FlaskClient, unit: str) -> None:
    address = f"/targets/first_time_other?period=2015-H1&size=small&unit={unit}"
    page = leader.get(address)
    form = asking_form(page)
    assert form.method == "get"
    assert {"period": "2015-H1", "size": "small", "unit": unit}.items() <= form.values().items()
    chips = re.findall(r'class="ax-filter" href="([^"]+)"><span class="visually', page.text)
    assert [asked_of(chip).get("size") for chip in chips] == [None, ["small"]]
    assert [asked_of(chip).get("unit") for chip in chips] == [[unit], None]
    assert "算到记录链第" in page.text


def test_a_named_period_chosen_over_shown_days_wins(leader: FlaskClient) -> None:
    form = asking_form(leader.get("/targets?from=2015-04-02&to=2015-04-09"))
    assert form.values()["from"] == "2015-04-02"
    assert "2015 年第 1 季度" in title_of(leader, form.values(period="2015-Q1"))
    assert "2015-04-03" in title_of(leader, form.values(**{"from": "2015-04-03"}))
    assert "2015-04-03" in title_of(leader, {"period": "2014", "from": "2015-04-03",
                                             "to": "2015-04-04"})  # fmt: skip


def asking_form(page: TestResponse) -> Form:
    return next(form for form in forms(page) if "period" in form.values())


def title_of(leader: FlaskClient, asked: dict[str, str]) -> str:
    found = re.search(r"<title>(.*?)</title>", leader.get("/targets?" + urlencode(asked)).text)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("size=huge", 422),
        ("category=church", 422),
        ("unit=x", 422),
        ("unit=999999", 404),
        ("only=2", 422),
        ("from=2015-02-30", 422),
        ("from=2015-04-02&to=2015-04-01", 422),
    ],
)
def test_a_question_that_is_none_is_refused(leader: FlaskClient, asked: str, status: int) -> None:
    for page in ("/targets", "/targets/first_time_other", "/targets/award_luban"):
        assert leader.get(f"{page}?{asked}").status_code == status
