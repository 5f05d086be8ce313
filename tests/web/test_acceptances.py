"""The whole way of an acceptance over the pages, by the people whose business it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.projects import Category
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.ledger import verify
from acceptance.runtime import Runtime
from acceptance.workflow.stages import Stage
from tests.builders.browsing import (
    Desk,
    act,
    conclude,
    direct,
    first_problem,
    make_desk,
    open_attempt,
    picture,
    put_right,
    the_project,
)
from tests.builders.people import Somebody
from tests.builders.projects import make_project, ready_project
from tests.support.pages import forms, text_of

Browsers = Callable[[Somebody], FlaskClient]


@pytest.fixture
def desk(runtime: Runtime, browser_of: Browsers) -> Desk:
    """A building at its counted stage with nothing missing."""
    return make_desk(runtime, browser_of, ready_project)


def test_a_building_that_fails_once_gets_its_certificate(desk: Desk) -> None:
    open_attempt(desk)
    conclude(desk, "conclude_failed", **first_problem())
    assert the_project(desk).stage is Stage.RECTIFICATION
    put_right(desk)
    assert act(desk, "inspector", "finish_rectification").status_code == 303
    open_attempt(desk)
    conclude(desk, "conclude_passed")
    assert act(desk, "approver", "approve", "同意").status_code == 303
    with desk.read() as session:
        certificate = session.scalars(select(Certificate)).one()
        assert certificate.number == "陇建验〔2015〕第0001号"
        assert [a.result for a in session.scalars(select(Attempt).order_by(Attempt.number))] == [
            AttemptResult.FAILED,
            AttemptResult.PASSED,
        ]
        assert verify(session) is None
    page = text_of(desk.get("leader", "acceptance"))
    assert "一次合格已失去" in page
    assert "竣工达标计合格" in page
    assert "陇建验〔2015〕第0001号" in page
    assert "屋面渗漏" in page


@pytest.mark.parametrize("category", list(Category))
def test_every_page_reads_in_both_languages(
    runtime: Runtime, browser_of: Browsers, category: Category
) -> None:
    desk = make_desk(runtime, browser_of, lambda county: ready_project(county, category))
    open_attempt(desk)
    conclude(desk, "conclude_conditional", **first_problem())
    put_right(desk)
    assert act(desk, "inspector", "finish_correction").status_code == 303
    pages = {
        "inspector": ("acceptance", "rectifications", "acceptance/void", "/rectifications/1"),
        "approver": ("acceptance", "review", "review/sending-back", "acceptance/revocation"),
    }
    for login, addresses in pages.items():
        for address in addresses:
            assert desk.get(login, address).status_code == 200, address


def test_a_press_moves_the_project_and_a_refusal_says_every_reason(
    runtime: Runtime, browser_of: Browsers
) -> None:
    desk = make_desk(runtime, browser_of, make_project)
    page = desk.get("inspector", "acceptance")
    assert "现在还不能办理" in page.text
    assert 'name="action" value="start_construction"' not in page.text
    answer = direct(desk, "inspector", "start_construction")
    assert answer.status_code == 422
    for reason in ("建设单位未登记", "监理单位未登记", "还没有划分工程"):
        assert reason in text_of(answer)
    with desk.read() as session:
        row = session.scalars(select(LedgerRow).order_by(LedgerRow.seq.desc())).first()
        assert row is not None
        assert row.action == "stage.refused"


def test_whoever_took_part_is_told_so_and_refused_by_every_route(desk: Desk) -> None:
    open_attempt(desk)
    conclude(desk, "conclude_conditional", **first_problem())
    with desk.read() as session:
        number = session.scalars(select(Rectification.id)).one()
    page = f"/rectifications/{number}"
    report = {"measure": "凿除重做", "after": (picture(), "after.jpg")}
    assert desk.send("inspector", page, "/report", **report).status_code == 303
    assert "您检查后即为经手人" in desk.get("approver", page).text
    assert desk.send("approver", page, "/check", verdict="close").status_code == 303
    assert act(desk, "inspector", "finish_correction").status_code == 303
    review = text_of(desk.get("approver", "review"))
    assert "您不能决定本次验收" in review
    assert "整改销号" in review
    assert "可由示例outsider办理" in review
    assert 'value="approve"' not in desk.get("approver", "review").text
    refused = direct(desk, "approver", "approve")
    assert refused.status_code == 422
    assert "经手的人不作决定" in text_of(refused)
    assert the_project(desk).stage is Stage.APPROVAL
    assert direct(desk, "outsider", "approve").status_code == 303


@pytest.mark.parametrize(
    ("login", "action", "status"),
    [
        ("inspector", "approve", 403),
        ("inspector", "revoke_certificate", 403),
        ("inspector", "confirm_void", 403),
        ("approver", "archive", 403),
        ("approver", "finish_rectification", 403),
        ("leader", "approve", 403),
        ("auditor", "approve", 403),
        ("administrator", "approve", 403),
        ("inspector", "open_attempt", 422),
        ("inspector", "conclude_passed", 422),
        ("inspector", "no_such_act", 422),
        ("inspector", "", 422),
        ("approver", "approve", 422),
        ("inspector", "archive", 422),
        ("neighbour", "archive", 404),
    ],
)
def test_each_act_asks_for_its_own_permission(
    desk: Desk, login: str, action: str, status: int
) -> None:
    assert direct(desk, login, action).status_code == status
    assert the_project(desk).stage is Stage.COMPLETION_ACCEPTANCE


@pytest.mark.parametrize(
    "page",
    ["acceptance", "acceptance/opening", "acceptance/conclusion", "acceptance/void", "review",
     "rectifications"],
)  # fmt: skip
def test_a_foreign_project_is_as_missing_as_one_that_is_not(desk: Desk, page: str) -> None:
    assert desk.get("neighbour", page).status_code == 404
    assert desk.get("inspector", f"/projects/99999/{page}").status_code == 404


def test_an_act_on_an_older_page_is_not_done_and_keeps_what_was_typed(desk: Desk) -> None:
    open_attempt(desk)
    browser = desk.browser("inspector")
    answer = direct(desk, "inspector", "abandon_attempt", seen=1, reason="组织单位撤回申请")
    assert answer.status_code == 409
    assert "组织单位撤回申请" in answer.text
    assert "开启验收" in text_of(answer)
    assert "示例inspector" in text_of(answer)
    with desk.read() as session:
        newest = session.scalars(select(LedgerRow.seq).order_by(LedgerRow.seq.desc())).first()
    assert f'name="seen" type="hidden" value="{newest}"' in answer.text
    again = desk_form(answer, "/acts")
    assert browser.post(desk.at("acts"), data=again).status_code == 303


def desk_form(answer: Any, action: str) -> dict[str, Any]:
    return next(form for form in forms(answer) if form.action.endswith(action)).values()
