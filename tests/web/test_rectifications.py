"""Reporting and closing what had to be put right, with its photos."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.runtime import Runtime
from tests.builders.browsing import (
    Desk,
    conclude,
    first_problem,
    make_desk,
    open_attempt,
    picture,
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


def test_a_task_leads_to_where_it_is_done(opened: Desk) -> None:
    with opened.read() as session:
        project = session.scalars(select(Project.id)).one()
    assert (
        f'href="/projects/{project}/acceptance/conclusion"'
        in opened.browser("inspector").get("/tasks").text
    )
    conclude(opened, "conclude_failed", **first_problem())
    listed = f'href="/rectifications/{rectification(opened).id}"'
    assert listed in opened.browser("inspector").get("/tasks").text


def test_what_is_no_picture_is_not_kept(failed: Desk) -> None:
    page = f"/rectifications/{rectification(failed).id}"
    answer = failed.send(
        "inspector", page, "/report", measure="凿除重做", after=(b_file(b"%PDF-1.4"), "a.jpg")
    )
    assert answer.status_code == 422
    assert "凿除重做" in answer.text
    assert rectification(failed).submitted_at is None


@pytest.mark.parametrize(("action", "name"), [("/before", "photo"), ("/report", "after")])
def test_a_text_in_place_of_a_photo_is_none(failed: Desk, action: str, name: str) -> None:
    page = f"/rectifications/{rectification(failed).id}"
    typed = {"measure": "凿除重做"} if action == "/report" else {}
    answer = failed.send("inspector", page, action, **typed, **{name: "NaN"})
    assert answer.status_code == 422
    assert all(text in answer.text for text in typed.values())
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
