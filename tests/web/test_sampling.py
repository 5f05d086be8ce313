"""Drawing places on the web: committed, shown, printed; refused with the reason at its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from acceptance.persistence.sampling import SamplingDraw
from acceptance.runtime import Runtime
from tests.builders.people import Somebody
from tests.builders.sites import Site, make_site
from tests.support.pages import text_of, token_of


@pytest.fixture
def site(runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any) -> Site:
    return make_site(runtime, browser_of, clock)


def drawn(site: Site, name: str = "inspector", **fields: str) -> TestResponse:
    browser = site.browser(name)
    sent = {"way": "along", "start": "K0+000", "end": "K0+400", "every": "200", "each": "2"}
    data = sent | fields | {"csrf_token": token_of(browser)}
    return browser.post(f"{site.address}/sampling/rebar-03", data=data)


def test_places_are_shown_printed_and_stand_in_the_sheet(site: Site) -> None:
    page = f"{site.address}/sampling/rebar-03"
    browser = site.browser()
    assert "第 1 次抽取" not in text_of(browser.get(page))
    answer = drawn(site)
    assert (answer.status_code, answer.location) == (303, page)
    text = text_of(browser.get(page))
    assert "第 1 次抽取" in text
    assert "4 处" in text
    paper = browser.get(f"{page}/1")
    assert paper.text.count('<th scope="row">K0+') == 4
    assert browser.get(site.address).text.count('value="K0+') == 4
    assert browser.get(f"{page}/2").status_code == 404


def test_pieces_are_drawn_by_the_table(site: Site) -> None:
    drawn(site, way="pieces", lot="100", count="")
    page = site.browser().get(f"{site.address}/sampling/rebar-03/1")
    assert page.text.count(" 号</th>") == 8


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"end": "K0+000"}, "终点应在起点之后"),
        ({"start": "零"}, "桩号应写成"),
        ({"way": "grid", "rows": "2", "columns": "2", "count": "5"}, "只有 4 处"),
    ],
)
def test_what_cannot_be_drawn_comes_back_with_its_reason(
    site: Site, fields: dict[str, str], wanted: str
) -> None:
    answer = drawn(site, **fields)
    assert answer.status_code == 422
    assert wanted in text_of(answer)
    assert site.count(SamplingDraw) == 0


def test_drawing_again_asks_for_the_reason(site: Site) -> None:
    drawn(site)
    assert "请写明重新抽取的理由" in text_of(drawn(site))
    assert drawn(site, reason="示例：改线").status_code == 303
    assert site.count(SamplingDraw) == 2


def test_only_an_inspector_of_the_area_draws(site: Site) -> None:
    assert drawn(site, "approver").status_code == 403
    assert drawn(site, "neighbour").status_code == 404
    assert site.browser("neighbour").get(f"{site.address}/sampling/rebar-03").status_code == 404
    assert site.browser().get(f"{site.address}/sampling/rebar-01").status_code == 404
