"""Agreements on the screen: drawn up, signed, printed, assessed; and who used the budget."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from acceptance.domain.people import Actor
from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker, work_once
from acceptance.runtime import Runtime
from acceptance.services.targets import SetTarget, set_target
from tests.builders.agreements import OTHER, drawn, signed
from tests.builders.lives import live_through
from tests.builders.people import Somebody
from tests.builders.registry import TOWNSHIPS, Registry, at, make_registry
from tests.support.pages import main_form
from tests.web.conftest import Clock

TODAY = date(2015, 6, 15)


@pytest.fixture
def registry(runtime: Runtime, clock: Clock) -> Registry:
    clock.moment = at(TODAY)
    with runtime.write.begin() as session:
        made = make_registry(session, areas_are_there=True)
        goal = SetTarget(OTHER.indicator, 2015, "621122", "90")
        set_target(session, goal, made.administrator, at(TODAY))
        live_through(made)
    return made


@pytest.fixture
def open_as(browser_of: Callable[..., FlaskClient]) -> Callable[[Actor], FlaskClient]:
    def open_browser(actor: Actor) -> FlaskClient:
        assert actor.id is not None
        return browser_of(Somebody(actor.id, "", actor))

    return open_browser


Open = Callable[[Actor], FlaskClient]


def values(browser: FlaskClient, **changed: str) -> dict[str, str]:
    return main_form(browser.get("/targets/agreements/new")).values(
        **{
            "year": "2015",
            "area": TOWNSHIPS[1],
            "asking_office": "示例县人民政府县长",
            "answering_office": "示例镇人民政府镇长",
            "first_time_other": "９０",
            "award_luban": "1",
            "since": "2011",
        }
        | changed
    )


def test_from_the_draft_to_the_paper(registry: Registry, open_as: Open, runtime: Runtime) -> None:
    administrator, other = open_as(registry.administrator), open_as(registry.other_approver)
    answer = administrator.post("/targets/agreements/new", data=values(administrator))
    assert answer.status_code == 303
    address = answer.location
    drafted = administrator.get(address).text
    assert "待签订" in drafted
    assert "确认签订：第" not in drafted
    page = other.get(address)
    form = main_form(page)
    assert form.action == f"{address}/sign"
    assert other.post(form.action, data=form.values()).status_code == 303
    assert "正在制作" in other.get(address).text
    assert other.get(f"{address}.pdf").status_code == 404
    worker = Worker(runtime, Press())
    assert work_once(worker)
    worker.press.close()
    paper = other.get(f"{address}.pdf")
    assert (paper.status_code, paper.mimetype) == (200, "application/pdf")
    assert paper.data.startswith(b"%PDF")
    assert "打开 PDF" in other.get(address).text
    assert "第 1 版" in open_as(registry.leader).get("/targets/agreements").text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"first_time_other": "101"}, "比率应在 0 至 100 之间"),
        ({"award_luban": "1.5"}, "整数"),
        ({"since": "2030"}, "起始年度不能晚于"),
        ({"first_time_other": "", "award_luban": ""}, "至少要有一项目标"),
        ({"answering_office": ""}, "请填写"),
        ({"unit": "999999"}, ""),
        ({"area": "621102"}, ""),
        ({"year": "1850"}, "年度应在"),
    ],
)
def test_bad_drafts(registry: Registry, open_as: Open, changed: dict[str, str], said: str) -> None:
    browser = open_as(registry.administrator)
    answer = browser.post("/targets/agreements/new", data=values(browser, **changed))
    assert answer.status_code == 422
    assert said in answer.text
    assert "示例县人民政府县长" in answer.text


def test_who_drew_it_up_cannot_sign_it(registry: Registry, open_as: Open, runtime: Runtime) -> None:
    with runtime.write.begin() as session:
        registry.session = session
        made = drawn(registry, TODAY)
    address = f"/targets/agreements/{made}"
    own = open_as(registry.administrator)
    token = values(own)["csrf_token"]
    answer = own.post(f"{address}/sign", data={"csrf_token": token, "signed_on": "2015-06-15"})
    assert answer.status_code == 422
    assert "拟定的人不能自己确认" in answer.text
    for actor in (registry.inspector,):
        assert open_as(actor).get(address).status_code == 200
        assert open_as(actor).post(f"{address}/sign").status_code in {400, 403}


def test_the_year_is_assessed_on_the_page(
    registry: Registry, open_as: Open, runtime: Runtime, clock: Clock
) -> None:
    with runtime.write.begin() as session:
        registry.session = session
        made = signed(registry, TODAY)
    address = f"/targets/agreements/{made}"
    leader = open_as(registry.leader)
    assert "确认年度考核" not in leader.get(address).text
    clock.moment = at(date(2016, 1, 8))
    leader = open_as(registry.leader)
    form = main_form(leader.get(address))
    assert form.action == f"{address}/assess"
    assert leader.post(form.action, data=form.values()).status_code == 303
    page = leader.get(address).text
    assert "还没有考核" not in page
    assert "未达标" in page


def test_every_link_of_the_cascade_opens(
    registry: Registry, open_as: Open, runtime: Runtime
) -> None:
    with runtime.write.begin() as session:
        registry.session = session
        signed(registry, TODAY)
        signed(registry, TODAY, area="621122", unit=registry.leader.organisation_id)
    leader = open_as(registry.leader)
    page = leader.get("/targets/cascade?period=2015")
    assert page.status_code == 200
    links = set(re.findall(r'href="(/(?:targets|projects)[^"#]*)', page.text))
    assert len(links) > 10
    for link in links:
        assert leader.get(link.replace("&amp;", "&")).status_code == 200, link
    assert leader.get("/targets/cascade?area=621102").status_code == 404
    assert "/targets/agreements" in leader.get("/targets").text


def test_nobody_sees_an_agreement_of_another_area(
    registry: Registry, runtime: Runtime, browser_of: Callable[..., FlaskClient],
    person: Callable[..., Somebody],
) -> None:  # fmt: skip
    with runtime.write.begin() as session:
        registry.session = session
        made = signed(registry, TODAY)
    town = browser_of(person(login="town", area=TOWNSHIPS[2]))
    for end in ("", ".pdf"):
        assert town.get(f"/targets/agreements/{made}{end}").status_code == 404
    assert town.get("/targets/agreements/999999").status_code == 404
