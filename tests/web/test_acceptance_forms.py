"""What the forms of an acceptance refuse, and that nothing typed is lost by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from acceptance.domain.attempts import AttemptResult
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import ProjectPaper
from acceptance.persistence.rectifications import Rectification
from acceptance.runtime import Runtime
from acceptance.workflow.stages import Stage
from tests.builders.browsing import (
    Desk,
    act,
    all_agree,
    conclude,
    direct,
    first_problem,
    make_desk,
    open_attempt,
    party_ids,
    picture,
    the_project,
)
from tests.builders.people import Somebody
from tests.builders.projects import County, ready_project
from tests.support.pages import forms, text_of

Browsers = Callable[[Somebody], FlaskClient]
CONCLUSION = "acceptance/conclusion"


@pytest.fixture
def desk(runtime: Runtime, browser_of: Browsers) -> Desk:
    return make_desk(runtime, browser_of, ready_project)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    open_attempt(desk)
    return desk


def acts(desk: Desk) -> int:
    with desk.read() as session:
        return session.scalars(select(func.count()).select_from(LedgerRow)).one()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({}, "请先勾选“我知道”"),
        ({"understood": "y", "meeting_on": "2015-06-14"}, "会议日期不能早于今天"),
        ({"understood": "y", "meeting_on": ""}, "请填写"),
        ({"understood": "y", "meeting_on": "2015-02-30"}, "请按 2026-11-12 的样子填写日期"),
        ({"understood": "y", "organiser": "建" * 121}, "最多 120 字"),
        ({"understood": "y", "organiser": "示例\u0000单位"}, "控制字符"),
        ({"understood": "y", "number": "7"}, "number"),
        ({"understood": "y", "seen": "NaN"}, "请填写整数"),
    ],
)
def test_an_opening_with_a_fault_opens_nothing(
    desk: Desk, typed: dict[str, str], message: str
) -> None:
    before = acts(desk)
    given = {"organiser": "示例组织单位", **typed}
    answer = desk.send("inspector", "acceptance/opening", **given)
    assert answer.status_code == 422
    assert message in text_of(answer)
    assert given["organiser"].replace("\x00", "") in answer.text.replace("\x00", "")
    assert acts(desk) == before


def test_a_meeting_too_soon_after_the_notice_is_refused_with_the_earliest_day(
    runtime: Runtime, browser_of: Browsers
) -> None:
    def with_a_late_notice(county: County) -> Any:
        project = ready_project(county)
        notice = select(ProjectPaper).where(ProjectPaper.code == "notice")
        county.session.scalars(notice).one().dated = county.now.date() - timedelta(days=1)
        return project

    desk = make_desk(runtime, browser_of, with_a_late_notice)
    page = desk.get("inspector", "acceptance/opening")
    assert "最早 2015-06-24" in text_of(page)
    assert "开启第 1 次验收</button>" not in page.text
    answer = desk.send("inspector", "acceptance/opening", understood="y", meeting_on="2015-06-23")
    assert answer.status_code == 422
    assert "最早 2015-06-24 开会" in text_of(answer)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"result": ""}, "请填写"),
        ({"conclusion": ""}, "请填写"),
        ({"result": "conclude_failed"}, "请至少列出一项要整改的问题"),
        ({"result": "conclude_conditional"}, "请至少列出一项要整改的问题"),
        (first_problem(), "结论为“合格”时不列整改"),
        ({"result": "conclude_failed", **first_problem(due_on="2015-06-14")}, "不能早于今天"),
        ({"result": "conclude_failed", **first_problem(due_on="")}, "请填写"),
        ({"result": "conclude_failed", **first_problem(clause="")}, "请填写"),
        ({"result": "conclude_failed", **first_problem(problem="漏" * 501)}, "最多 500 字"),
        ({"result": "conclude_failed", **first_problem(party="nobody")}, "请从列表中选一项"),
        ({"result": "conclude_failed", **first_problem(), "grade": "excellent"}, "不评等级"),
        ({"score": "一百"}, "请填写数字"),
        ({"score": "101"}, "不能大于 100"),
        ({"result": "approve"}, "请从列表中选一项"),
        ({"decided_on": "2014-12-31"}, "decided_on"),
    ],
)
def test_a_conclusion_with_a_fault_concludes_nothing(
    opened: Desk, typed: dict[str, str], message: str
) -> None:
    given = {**all_agree(opened), "result": "conclude_passed", **typed}
    answer = opened.send("inspector", CONCLUSION, **given)
    assert answer.status_code == 422
    assert message in text_of(answer)
    assert "出错：" in answer.text
    assert given["conclusion"] in answer.text
    assert answer.text.count('value="示例签字人"') == len(party_ids(opened))
    with opened.read() as session:
        assert session.scalars(select(Attempt.result)).one() is None


@pytest.mark.parametrize(
    ("opinion", "signer", "message"),
    [
        ("disagree", "示例签字人", "没有签认同意"),
        ("absent", "", "没有签认同意"),
        ("agree", "", "到会的须签字"),
        ("", "", "请选择同意、不同意或缺席"),
    ],
)
def test_a_pass_needs_every_signature(
    opened: Desk, opinion: str, signer: str, message: str
) -> None:
    first = party_ids(opened)[0]
    said = {f"opinion_{first}": opinion, f"signer_{first}": signer}
    given = {**all_agree(opened), "result": "conclude_passed", **said}
    answer = opened.send("inspector", CONCLUSION, **given)
    assert answer.status_code == 422
    assert message in text_of(answer)
    assert the_project(opened).stage is Stage.COMPLETION_ACCEPTANCE


def test_another_line_keeps_everything_and_does_nothing(opened: Desk) -> None:
    before = acts(opened)
    given = {**all_agree(opened), "result": "conclude_failed", **first_problem(), "more": "y"}
    answer = opened.send("inspector", CONCLUSION, **given)
    assert answer.status_code == 200
    form = next(form for form in forms(answer) if form.method == "post" and not form.action)
    kept = form.values()
    assert "problems-3-problem" in kept
    assert kept["problems-0-problem"] == "屋面渗漏"
    assert kept["conclusion"] == given["conclusion"]
    assert kept["result"] == "conclude_failed"
    assert acts(opened) == before


def test_the_second_of_two_conclusions_loses_nothing(opened: Desk) -> None:
    page = opened.get("colleague", CONCLUSION)
    old = next(f for f in forms(page) if f.method == "post" and not f.action).values()
    conclude(opened, "conclude_failed", **first_problem())
    mine = {**old, **all_agree(opened), "result": "conclude_passed", "conclusion": "我的意见"}
    answer = opened.browser("colleague").post(opened.at(CONCLUSION), data=mine)
    assert answer.status_code == 409
    assert "我的意见" in answer.text
    assert "作出验收结论" in text_of(answer)
    with opened.read() as session:
        assert session.scalars(select(Attempt.result)).one() is AttemptResult.FAILED


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"reason": "由" * 501}, "最多 500 字"),
        ({"reason": "理由\u0007"}, "控制字符"),
        ({"reason": "理由", "stage": "archived"}, "stage"),
        ({"reason": "理由", "seen": ""}, "请填写"),
        ({"reason": ""}, "请写明理由"),
    ],
)
def test_an_act_with_a_fault_does_nothing(
    opened: Desk, typed: dict[str, str], message: str
) -> None:
    answer = direct(opened, "inspector", "abandon_attempt", **typed)
    assert answer.status_code == 422
    assert message in text_of(answer)
    with opened.read() as session:
        assert session.scalars(select(Attempt.result)).one() is None


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


@pytest.fixture
def failed(opened: Desk) -> Desk:
    conclude(opened, "conclude_failed", **first_problem())
    return opened


def rectification(desk: Desk) -> Rectification:
    with desk.read() as session:
        return session.scalars(select(Rectification)).one()


def test_a_report_needs_measure_and_photo_and_loses_neither(failed: Desk) -> None:
    page = f"/rectifications/{rectification(failed).id}"
    photo = {"after": (picture(), "after.jpg")}
    answer = failed.send("inspector", page, "/report", measure="", **photo)
    assert answer.status_code == 422
    assert "请写明怎样整改的" in text_of(answer)
    assert "已有 1 张整改后的照片" in text_of(answer)
    assert failed.send("inspector", page, "/report", measure="凿除重做").status_code == 303
    assert rectification(failed).measure == "凿除重做"


def test_what_is_no_picture_is_not_kept(failed: Desk) -> None:
    page = f"/rectifications/{rectification(failed).id}"
    answer = failed.send(
        "inspector", page, "/report", measure="凿除重做", after=(b_file(b"%PDF-1.4"), "a.jpg")
    )
    assert answer.status_code == 422
    assert "凿除重做" in answer.text
    assert rectification(failed).submitted_at is None


def b_file(content: bytes) -> Any:
    file = picture()
    file.truncate(0)
    file.seek(0)
    file.write(content)
    file.seek(0)
    return file


def test_who_reported_does_not_close_and_an_old_page_does_nothing(failed: Desk) -> None:
    page = f"/rectifications/{rectification(failed).id}"
    photo = {"measure": "凿除重做", "after": (picture(), "after.jpg")}
    assert failed.send("inspector", page, "/report", **photo).status_code == 303
    assert "您不能检查这一项" in text_of(failed.get("inspector", page))
    form = next(f for f in forms(failed.get("colleague", page)) if f.action.endswith("/check"))
    own = {**form.values(verdict="close"), "csrf_token": csrf(failed, "inspector")}
    refused = failed.browser("inspector").post(f"{page}/check", data=own)
    assert refused.status_code == 422
    assert "不能自己销号" in text_of(refused)
    stale = form.values(verdict="return", reason="照片看不清", version="1")
    answer = failed.browser("colleague").post(f"{page}/check", data=stale)
    assert answer.status_code == 409
    assert "照片看不清" in answer.text
    assert failed.send("colleague", page, "/check", verdict="return").status_code == 422
    back = failed.send("colleague", page, "/check", verdict="return", reason="照片看不清")
    assert back.status_code == 303
    assert "照片看不清" in text_of(failed.get("inspector", page))


def csrf(desk: Desk, login: str) -> str:
    form = forms(desk.get(login, "/account/password"))[-1]
    return dict(form.fields)["csrf_token"]


def test_a_late_rectification_says_so_in_working_days(failed: Desk, clock: Any) -> None:
    clock.forward(days=32)
    failed.browsers.clear()
    assert "超期 2 个工作日" in text_of(failed.get("inspector", "rectifications"))
