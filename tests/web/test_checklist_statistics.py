"""An item judged by statistics on the web: filled, refused with its gap, shown with its working."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from acceptance.persistence.checklists import Submission
from acceptance.runtime import Runtime
from tests.builders.checklist_templates import make_template, statistical_document
from tests.builders.people import Somebody
from tests.builders.sites import Site, make_site, sheet
from tests.support.pages import text_of


@pytest.fixture
def strength(runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any) -> Site:
    template = make_template(statistical_document())
    return make_site(runtime, browser_of, clock, template=template)


def groups(*values: str, design: str = "30") -> dict[str, str]:
    fields = {f"wall__01.values.{n}": value for n, value in enumerate(values)}
    return fields | {"wall__01.design": design}


def test_the_result_shows_what_was_required_and_how_it_was_found(strength: Site) -> None:
    browser = strength.browser()
    sent = browser.post(
        strength.submissions, data=sheet(strength, browser, **groups("34", "34", "35"))
    )
    text = text_of(browser.get(sent.location))
    assert "平均值 34.3333 小于要求的 34.5" in text
    assert "非统计方法" in text
    assert "λ₃·f_cu,k = 1.15×30 = 34.5" in text
    with strength.runtime.read() as session:
        stored = json.loads(session.query(Submission).one().verdict)
    assert stored["items"][0]["evaluation"]["figures"]["mean_required"] == "34.5"


def test_what_the_method_cannot_take_comes_back_at_its_field(strength: Site) -> None:
    browser = strength.browser()
    fields = sheet(strength, browser, **groups("36", "36", "36", design="0"))
    answer = browser.post(strength.submissions, data=fields)
    assert answer.status_code == 422
    assert 'href="#wall-01.design"' in answer.text
    assert strength.count(Submission) == 0


def test_the_reviewer_sees_the_lot_against_its_limits(strength: Site) -> None:
    browser = strength.browser()
    browser.post(strength.submissions, data=sheet(strength, browser, **groups("34", "34", "35")))
    page = strength.browser("approver").get(f"/projects/{strength.lot.project.id}/review")
    text = text_of(page)
    assert "按代表值或统计方法评定" in text
    assert "共 1 项，不合格在前" in text
    assert "平均值 34.3333，要求 ≥ 34.5 MPa" in text
    assert "n = 3" in text
    assert "34，不小于 28.5 MPa" in text
