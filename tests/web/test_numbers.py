"""How many to check on the web: the extent is entered, the numbers follow, too few is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from acceptance.domain.checklists.template import Template
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.sampling import ChecklistExtent
from acceptance.runtime import Runtime
from tests.builders.checklist_templates import item_document, make_template
from tests.builders.people import Somebody
from tests.builders.sites import Site, make_site, sheet
from tests.support.pages import text_of, token_of

SAMPLE = {"per": "length", "every": "200", "count": 2, "readings": 3}


@pytest.fixture
def template() -> Template:
    road = item_document(
        sample=SAMPLE, frequency="每 200 m 2 处 × 3 尺", frequency_en="2 per 200 m"
    )
    return make_template(road, item_document("wall-02"))


@pytest.fixture
def site(
    runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any, template: Template
) -> Site:
    return make_site(runtime, browser_of, clock, template=template)


def entered(site: Site, name: str = "inspector", **fields: str) -> TestResponse:
    browser = site.browser(name)
    data = fields | {"csrf_token": token_of(browser)}
    return browser.post(f"{site.address}/sampling", data=data)


def test_the_numbers_follow_from_the_extent_with_their_ground(site: Site) -> None:
    before = text_of(site.browser().get(f"{site.address}/sampling"))
    assert "长度、检验批容量（件、间、处）还没有填" in before
    assert entered(site, length="400", pieces="100").status_code == 303
    text = text_of(site.browser().get(f"{site.address}/sampling"))
    assert "按检查频率" in text
    assert "按最小抽样数量表 GB 50300-2013 3.0.9" in text
    assert "还没有填" not in text
    page = site.browser().get(f"{site.address}/sampling").text
    assert '<b class="ax-n">12</b>' in page
    assert '<b class="ax-n">8</b>' in page


def test_the_same_extent_again_is_no_second_act(site: Site) -> None:
    entered(site, length="400", pieces="100")
    entered(site, length="400.0", pieces="１００")
    assert site.count(ChecklistExtent) == 1
    entered(site, length="600", pieces="100")
    assert site.count(ChecklistExtent) == 2
    with site.runtime.read() as session:
        acts = session.query(LedgerRow).filter_by(action="sampling.extent").count()
    assert acts == 2


@pytest.mark.parametrize("fields", [{"length": "viel"}, {"pieces": "0"}, {"lanes": "3"}])
def test_what_is_no_extent_comes_back(site: Site, fields: dict[str, str]) -> None:
    answer = entered(site, **fields)
    assert answer.status_code == 422
    assert site.count(ChecklistExtent) == 0


def test_too_few_points_are_told_to_inspector_and_reviewer_and_block_nothing(site: Site) -> None:
    entered(site, length="400")
    browser = site.browser()
    live = browser.post(
        f"{site.address}/live/wall-01",
        data={"wall-01.values.0": "3", "csrf_token": token_of(browser)},
    ).text
    assert "按检查频率需要 12 点（处），现有 1 点（处）" in live
    sent = browser.post(site.submissions, data=sheet(site, browser))
    assert sent.status_code == 303
    assert "按检查频率需要 12 点（处），现有 1 点（处）" in text_of(browser.get(sent.location))
    review = site.browser("approver").get(f"/projects/{site.lot.project.id}/review")
    assert "按检查频率需要 12 点（处），现有 1 点（处）" in text_of(review)


def test_a_place_is_loaded_as_often_as_it_is_read(site: Site) -> None:
    browser = site.browser()
    data = {"way": "grid", "rows": "A-B", "columns": "2", "count": "4"}
    data |= {"csrf_token": token_of(browser)}
    assert browser.post(f"{site.address}/sampling/wall-01", data=data).status_code == 303
    page = browser.get(site.address).text
    assert page.count('value="A/1"') == 3
    paper = browser.get(f"{site.address}/sampling.print").text
    assert '<th scope="row">A/1</th><td></td><td></td><td></td></tr>' in paper


def test_places_are_shown_in_the_language_of_the_reader(site: Site) -> None:
    browser = site.browser()
    data = {"way": "pieces", "lot": "2", "count": "2", "csrf_token": token_of(browser)}
    browser.post(f"{site.address}/sampling/wall-01", data=data)
    assert 'value="2 号"' in browser.get(site.address).text
    english = site.browser("colleague")
    english.post("/account/language/en", data={"csrf_token": token_of(english)})
    assert 'value="No. 2"' in english.get(site.address).text
    sent = sheet(site, english)
    assert english.post(site.address, data=sent).status_code == 303


def test_a_list_of_rooms_is_drawn_and_a_neighbour_sees_nothing(site: Site) -> None:
    browser = site.browser()
    data = {"way": "named", "names": "101 室\n102 室\n\n103 室", "csrf_token": token_of(browser)}
    assert browser.post(f"{site.address}/sampling/wall-02", data=data).status_code == 303
    assert browser.get(f"{site.address}/sampling/wall-02/1").text.count(" 室</th>") == 2
    assert site.browser("neighbour").get(f"{site.address}/sampling").status_code == 404
    assert entered(site, "approver", length="1").status_code == 403


def test_places_still_blank_do_not_hide_what_the_measured_ones_come_to(site: Site) -> None:
    browser = site.browser()
    fields = {"wall-02.values.0": "3", "wall-02.values.0.place": "A/1"}
    fields |= {f"wall-02.values.{n}.place": f"A/{n}" for n in range(2, 9)}
    data = fields | {"csrf_token": token_of(browser)}
    text = browser.post(f"{site.address}/live/wall-02", data=data).text
    assert "检查 1，合格 1（100.0 %）" in text
    assert "还有 7 处没有填实测值" in text
    assert "A/5" not in text
    # Nothing is good before all of it is there.
    assert "未检查" in text
