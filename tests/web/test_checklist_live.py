"""One item judged while it is typed: the same judge, nothing stored, nobody else's sheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from acceptance.domain.people import Role
from acceptance.persistence.checklists import Submission
from acceptance.runtime import Runtime
from acceptance.services.limit_decisions import DecideLimit, decide_limit
from acceptance.services.standards import ProposeLimit, propose_limit
from tests.builders.checklist_templates import make_template, statistical_document
from tests.builders.people import Somebody
from tests.builders.sites import Site, make_site, sheet
from tests.support.pages import token_of


@pytest.fixture
def strength(runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any) -> Site:
    template = make_template(statistical_document())
    return make_site(runtime, browser_of, clock, template=template)


@pytest.fixture
def rebar(runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any) -> Site:
    return make_site(runtime, browser_of, clock)


def tried(site: Site, code: str, fields: dict[str, str], name: str = "inspector") -> TestResponse:
    browser = site.browser(name)
    token = token_of(browser)
    return browser.post(f"{site.address}/live/{code}", data=fields | {"csrf_token": token})


def text_of(answer: TestResponse) -> str:
    """What is read of a fragment."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def groups(*values: str, design: str = "30") -> dict[str, str]:
    fields = {f"wall-01.values.{n}": value for n, value in enumerate(values)}
    return fields | {"wall-01.design": design}


def test_a_lot_is_judged_as_it_will_be_and_nothing_is_stored(strength: Site) -> None:
    before = (strength.row().version, strength.row().draft)
    bad = text_of(tried(strength, "wall-01", groups("34", "34", "35")))
    assert "不合格 平均值 34.3333，要求 ≥ 34.5 MPa" in bad
    assert "n = 3" in bad
    assert "平均值 34.3333 小于要求的 34.5" in bad
    good = text_of(tried(strength, "wall-01", groups("34.5", "34.5", "34.5")))
    assert "不合格" not in good
    assert (strength.row().version, strength.row().draft) == before
    assert strength.count(Submission) == 0


def test_a_fragment_has_no_page_around_it_and_is_empty_while_nothing_is_typed(
    strength: Site,
) -> None:
    answer = tried(strength, "wall-01", {"wall-01.design": ""})
    assert answer.status_code == 200
    assert answer.text.strip() == ""
    assert "<html" not in tried(strength, "wall-01", groups("36")).text


def test_what_is_missing_is_said_and_what_is_no_number_too(strength: Site) -> None:
    few = tried(strength, "wall-01", groups("36"))
    assert few.status_code == 200
    assert "未检查" in few.text
    wrong = tried(strength, "wall-01", groups("约36", "36", "36"))
    assert wrong.status_code == 422
    assert 'class="ck-e"' in wrong.text


def test_a_measured_item_tells_its_rate(rebar: Site) -> None:
    fields = {f"rebar-03.values.{n}": value for n, value in enumerate(("1", "1", "1", "1", "99"))}
    assert "检查 5，合格 4（80.0 %）" in text_of(tried(rebar, "rebar-03", fields))


@pytest.mark.parametrize("code", ["rebar-01", "rebar-99"])
def test_only_an_item_with_points_is_computed(rebar: Site, code: str) -> None:
    assert tried(rebar, code, {}).status_code == 404


def test_only_who_may_fill_the_sheet_may_try_it(rebar: Site) -> None:
    assert tried(rebar, "rebar-03", {}, "neighbour").status_code == 404
    assert tried(rebar, "rebar-03", {}, "approver").status_code == 403


def test_it_needs_the_mark_of_the_form(rebar: Site) -> None:
    assert rebar.browser().post(f"{rebar.address}/live/rebar-03", data={}).status_code == 400


def test_the_try_and_the_result_use_the_limit_that_the_bureau_has_confirmed(
    strength: Site, person: Callable[..., Somebody]
) -> None:
    second = person(Role.APPROVER, login="second").actor
    lot = groups("34", "34", "34")
    assert "不合格" in text_of(tried(strength, "wall-01", lot))
    with strength.runtime.write.begin() as session:
        now = strength.runtime.clock()
        command = ProposeLimit("GB/T 50107-2010 lots", "small_mean_factor", "1.1", "5.2.2", "核对")
        proposal = propose_limit(session, command, strength.who["administrator"].actor, now)
        decide_limit(session, DecideLimit(proposal, confirmed=True), second, now)
    assert "不合格" not in text_of(tried(strength, "wall-01", lot))
    browser = strength.browser()
    sent = browser.post(
        strength.submissions,
        data=sheet(strength, browser, **{n.replace("-", "__"): v for n, v in lot.items()}),
    )
    shown = browser.get(sent.location).text
    assert "2010, 本局核定" in shown
    assert "不合格 0 项" in shown
