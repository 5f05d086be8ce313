"""The factors of a deflection on the web: asked for beside the points, judged live, shown in the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from acceptance.persistence.checklists import Submission
from acceptance.runtime import Runtime
from tests.builders.checklist_templates import make_template, statistical_document
from tests.builders.people import Somebody
from tests.builders.sites import Site, make_site, sheet
from tests.support.pages import text_of, token_of


@pytest.fixture
def bowl(runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any) -> Site:
    document = statistical_document(
        rule="deflection",
        unit="0.01mm",
        given={"coefficient": "1.04"},
        factors=["moisture_factor", "temperature_factor"],
    )
    return make_site(runtime, browser_of, clock, template=make_template(document))


def typed(**factors: str) -> dict[str, str]:
    fields = {f"wall__01.values.{n}": "20" for n in range(3)} | {"wall__01.design": "24"}
    return fields | {f"wall__01.{name}": value for name, value in factors.items()}


def test_the_sheet_asks_for_the_factors_and_the_result_shows_them(bowl: Site) -> None:
    browser = bowl.browser()
    page = browser.get(bowl.address)
    assert "湿度影响系数" in text_of(page)
    assert 'name="wall-01.temperature_factor" value="" placeholder="1"' in page.text
    fields = sheet(bowl, browser, **typed(moisture_factor="1.2", temperature_factor=""))
    answer = browser.post(bowl.submissions, data=fields)
    assert answer.status_code == 303
    assert "(20 + 1.04×0)×1.2×1 = 24" in text_of(browser.get(answer.location))


def test_a_wrong_factor_comes_back_at_its_field_with_all_that_was_typed(bowl: Site) -> None:
    browser = bowl.browser()
    fields = sheet(bowl, browser, **typed(moisture_factor="0"))
    answer = browser.post(bowl.submissions, data=fields)
    assert answer.status_code == 422
    assert 'href="#wall-01.moisture_factor"' in answer.text
    assert 'name="wall-01.moisture_factor" value="0"' in answer.text
    assert bowl.count(Submission) == 0


def test_the_live_result_takes_the_factors(bowl: Site) -> None:
    browser = bowl.browser()
    fields = {
        name.replace("__", "-"): value for name, value in typed(moisture_factor="1.3").items()
    }
    token = token_of(browser)
    live = browser.post(f"{bowl.address}/live/wall-01", data=fields | {"csrf_token": token})
    assert "26" in live.text
    assert "不合格" in live.text
