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
from acceptance.runtime import Runtime
from acceptance.workflow.stages import Stage
from tests.builders.browsing import (
    Desk,
    all_agree,
    conclude,
    direct,
    first_problem,
    make_desk,
    open_attempt,
    party_ids,
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
