"""Sending back, voiding and revoking over the pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.persistence.attempts import Attempt
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
    the_project,
)
from tests.builders.people import Somebody
from tests.builders.projects import ready_project
from tests.support.pages import forms, text_of

Browsers = Callable[[Somebody], FlaskClient]


@pytest.fixture
def opened(runtime: Runtime, browser_of: Browsers) -> Desk:
    desk = make_desk(runtime, browser_of, ready_project)
    open_attempt(desk)
    return desk


@pytest.fixture
def at_approval(opened: Desk) -> Desk:
    conclude(opened, "conclude_passed")
    return opened


def test_sending_back_carries_the_opinion_and_lists_what_is_to_do(at_approval: Desk) -> None:
    desk, page = at_approval, "review/sending-back"
    form = next(f for f in forms(desk.get("approver", "review")) if f.action.endswith("/acts"))
    carried = desk.browser("approver").post(desk.at(page), data=form.values(reason="厨房地漏积水"))
    assert carried.status_code == 200
    assert "厨房地漏积水" in carried.text
    refused = desk.send("approver", page, page, reason="厨房地漏积水")
    assert refused.status_code == 422
    assert "请至少列出一项要整改的问题" in text_of(refused)
    done = desk.send("approver", page, page, reason="厨房地漏积水", **first_problem())
    assert done.status_code == 303
    assert the_project(desk).stage is Stage.CORRECTION
    timeline = text_of(desk.get("leader", "acceptance"))
    assert "退回整改" in timeline
    assert "厨房地漏积水" in timeline


def test_a_void_takes_another_unit_and_stays_visible(at_approval: Desk) -> None:
    desk = at_approval
    assert desk.send("inspector", "acceptance/void", reason="").status_code == 422
    asked = desk.send("inspector", "acceptance/void", reason="会议程序不合规定")
    assert asked.status_code == 303
    assert "有人申请作废最近一次验收" in text_of(desk.get("approver", "review"))
    assert "作废须由另一个单位的人确认" in text_of(desk.get("approver", "acceptance/void"))
    assert direct(desk, "approver", "confirm_void", reason="同意").status_code == 422
    confirmed = desk.send("outsider", "acceptance/void", "/acts", reason="核实无误")
    assert confirmed.status_code == 303
    page = text_of(desk.get("leader", "acceptance"))
    assert "作废前的结论：合格" in page
    assert "第 1 次作废" in page
    # Once confirmed it is over: the same request voids nothing more.
    assert direct(desk, "outsider", "confirm_void", reason="再来").status_code == 422
    open_attempt(desk)
    with desk.read() as session:
        assert session.scalars(select(Attempt.number).order_by(Attempt.id)).all() == [1, 2]


def test_a_second_request_does_not_take_the_place_of_the_first(at_approval: Desk) -> None:
    desk = at_approval
    form = next(
        f for f in forms(desk.get("outsider", "acceptance/void"))
        if f.method == "post" and not f.action
    )  # fmt: skip
    assert desk.send("inspector", "acceptance/void", reason="会议程序不合规定").status_code == 303
    late = desk.browser("outsider").post(
        desk.at("acceptance/void"), data=form.values(reason="另一理由")
    )
    assert late.status_code == 422
    assert "已有人申请作废" in text_of(late)


def test_a_revoked_certificate_sends_the_project_back(at_approval: Desk) -> None:
    desk = at_approval
    assert act(desk, "approver", "approve", "同意").status_code == 303
    assert "这次验收现在不能作废" in text_of(desk.get("inspector", "acceptance/void"))
    refused = desk.send("outsider", "acceptance/revocation", "/acts", reason="")
    assert refused.status_code == 422
    done = desk.send("outsider", "acceptance/revocation", "/acts", reason="验收程序违法")
    assert done.status_code == 303
    assert the_project(desk).stage is Stage.RECTIFICATION
    page = text_of(desk.get("leader", "acceptance"))
    assert "一次合格已失去" in page
    assert "撤销证书" in page
