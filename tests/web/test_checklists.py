"""The sheet as people and programs meet it: filled, repeated, carried along."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from acceptance.domain.people import SYSTEM
from acceptance.persistence.checklists import Checklist, Submission
from acceptance.runtime import Runtime
from acceptance.services import sessions
from acceptance.services.checklists import OpenChecklist, open_checklist
from acceptance.services.templates import publish
from tests.builders.checklists import (
    FORTY,
    REBAR,
    bad_entry,
    catalogue_template,
    good_answers,
)
from tests.builders.people import PASSWORD, Somebody
from tests.builders.sites import Site, document, make_site, post_json, sheet
from tests.support.pages import forms, main_form, text_of, token_of

# The sheet


def test_nothing_is_preset_and_the_page_is_small(
    runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any
) -> None:
    site = make_site(runtime, browser_of, clock, FORTY)
    page = site.browser().get(site.address)
    assert len(site.lot.template.items) == 40
    assert len(page.data) < 60_000
    assert " checked>" not in page.text
    assert "已填 0/40" in text_of(page)


def test_a_viewer_without_the_duty_sees_no_buttons(site: Site) -> None:
    page = site.browser("approver").get(site.address)
    assert page.status_code == 200
    assert "存草稿" not in text_of(page)


@pytest.mark.parametrize("place", ["", "/result", "/submissions"])
def test_a_foreign_checklist_is_like_a_missing_one(site: Site, place: str) -> None:
    browser = site.browser("neighbour")
    data = {"csrf_token": token_of(browser), "version": "1"}
    for address in (site.address, "/checklists/99999", "/checklists/2147483647"):
        asked = browser.post if place == "/submissions" else browser.get
        more = {"data": data} if place == "/submissions" else {}
        assert asked(address + place, **more).status_code == 404


# Drafts


def test_a_draft_is_saved_and_comes_back(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser, **{"rebar__01.reason": "示例理由"})
    saved = browser.post(site.address, data=fields)
    assert saved.status_code == 303
    page = browser.get(saved.location)
    assert "示例理由" in page.text
    assert "已填 17/17" in text_of(page)


def test_more_points_are_given_by_a_button(site: Site) -> None:
    browser = site.browser()
    before = browser.get(site.address).text.count('name="rebar-03.values')
    fields = sheet(site, browser, more="rebar-03")
    saved = browser.post(site.address, data=fields)
    assert browser.get(saved.location).text.count('name="rebar-03.values') > before


def test_a_program_saves_drafts_and_gets_the_next_version(site: Site) -> None:
    browser = site.browser()
    answer = browser.post(
        site.address, data=sheet(site, browser), headers={"Accept": "application/json"}
    )
    assert answer.json is not None
    assert answer.json["version"] == 2
    assert json.loads(answer.json["base"]).keys() == good_answers(site.lot.template).keys()


# Submitting


def test_a_complete_sheet_is_judged_and_leads_to_its_result(site: Site) -> None:
    browser = site.browser()
    sent = browser.post(site.submissions, data=sheet(site, browser))
    assert sent.status_code == 303
    result = browser.get(sent.location)
    assert "合格" in text_of(result)
    assert site.row().verdict == "pass"
    assert browser.get(site.address).location == sent.location


def test_a_failure_stands_first_with_its_reason_and_clause(site: Site) -> None:
    browser = site.browser()
    bad = {"rebar__02.answer": "no", "rebar__02.reason": "示例问题：漏放一根"}
    sent = browser.post(site.submissions, data=sheet(site, browser, **bad))
    text = text_of(browser.get(sent.location))
    assert text.index("示例问题：漏放一根") < text.index("其余")
    assert "5.5.2" in text


def test_an_incomplete_sheet_comes_back_whole(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser, **{"rebar__01.answer": "", "rebar__01.note": "示例备注"})
    answer = browser.post(site.submissions, data=fields)
    assert answer.status_code == 422
    assert "<title>出错：" in answer.text
    assert "还没有提交" in text_of(answer)
    assert 'href="#rebar-01.answer"' in answer.text
    form = next(f for f in forms(answer) if f.action == site.submissions)
    kept = form.values()
    for name, value in fields.items():
        if name not in {"photo", "rebar-01.answer", "csrf_token"}:
            assert kept[name] == value
    assert site.count(Submission) == 0


# The same submission again


def test_a_second_press_gets_the_same_answer(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser)
    first = browser.post(site.submissions, data=fields)
    again = browser.post(site.submissions, data=fields)
    assert (again.status_code, again.location, again.data) == (303, first.location, first.data)
    assert "Idempotent-Replay" not in first.headers
    assert again.headers["Idempotent-Replay"] == "true"
    assert site.count(Submission) == 1


def test_a_program_gets_the_same_answer_again(site: Site) -> None:
    browser = site.browser()
    body = document(site)
    first, again = post_json(site, browser, body), post_json(site, browser, body)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json == again.json
    assert again.headers["Idempotent-Replay"] == "true"


def test_the_same_id_for_other_content_is_told_apart(site: Site) -> None:
    browser = site.browser()
    body = document(site)
    post_json(site, browser, body)
    other = body | {"answers": body["answers"] | {"rebar-02": bad_entry()}}
    assert post_json(site, browser, other).status_code == 409
    page = browser.post(site.submissions, data=sheet_again(browser, body["submission_id"]))
    assert page.status_code == 409
    assert "同一个提交编号" in text_of(page)


def sheet_again(browser: FlaskClient, submission_id: str) -> dict[str, str]:
    return {
        "csrf_token": token_of(browser),
        "submission_id": submission_id,
        "rebar-01.answer": "yes",
    }


# What was typed survives


def test_an_expired_sign_in_loses_nothing_of_a_long_sheet(
    runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any
) -> None:
    site = make_site(runtime, browser_of, clock, FORTY)
    browser = site.browser()
    fields = sheet(site, browser, **{"unit__01.note": "第一行\r\n第二行"})
    with runtime.write.begin() as session:
        sessions.end_all(session, site.who["inspector"].id, SYSTEM, clock())
    stopped = browser.post(site.submissions, data=fields)
    assert stopped.status_code == 401
    form = main_form(stopped)
    kept = browser.post(form.action, data=form.values(login="inspector", password=PASSWORD))
    form = main_form(kept)
    assert form.action == site.submissions
    sent = browser.post(form.action, data=multi(form.fields))
    assert sent.status_code == 303
    assert site.row().verdict == "pass"


def multi(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    """The fields with those that were sent several times."""
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return values


def test_an_expired_token_loses_nothing(site: Site) -> None:
    browser = site.browser()
    stopped = browser.post(site.submissions, data=sheet(site, browser, csrf_token="old"))
    form = main_form(stopped)
    assert browser.post(form.action, data=multi(form.fields)).status_code == 303


# Opening and lists


def test_an_inspection_is_opened_from_its_leaf(site: Site) -> None:
    browser = site.browser()
    page = browser.get(f"/works/{site.lot.works.id}/checklists")
    assert "继续填写" in text_of(page)
    data = {"csrf_token": token_of(browser), "template_code": REBAR}
    opened = browser.post(f"/works/{site.lot.works.id}/checklists", data=data)
    assert opened.location == site.address


def test_the_other_checklists_are_found_by_division_and_name(site: Site, clock: Any) -> None:
    roof = ("building-roof-membrane", "building-roof-details", "building-lift")
    with site.runtime.write.begin() as session:
        publish(session, [catalogue_template(code) for code in roof], SYSTEM, clock())
    address = f"/works/{site.lot.works.id}/checklists"
    browser = site.browser()
    every = text_of(browser.get(address))
    assert all(catalogue_template(code).title in every for code in roof)
    found = text_of(browser.get(address, query_string={"division": "屋面", "text": ""}))
    assert "2 份检查表" in found
    assert catalogue_template("building-lift").title not in found
    assert found.index("屋面卷材防水层检验批") < found.index("屋面细部构造检验批")
    found = text_of(browser.get(address, query_string={"division": "", "text": "gb 50207 细部"}))
    assert "1 份检查表" in found
    assert "屋面细部构造检验批" in found
    nothing = browser.get(address, query_string={"division": "电梯", "text": "屋面"})
    assert "没有这样的检查表" in text_of(nothing)
    odd = browser.get(address, query_string={"division": "no such", "text": "a\x07b"})
    assert odd.status_code == 200
    assert "没有这样的检查表" in text_of(odd)


@pytest.mark.parametrize(
    "more",
    [
        {"template_code": "no-such-template"},
        {"template_code": ""},
        {"reason": "长" * 501},
        {"reason": "a\x07b"},
        {"verdict": "pass"},
    ],
)
def test_bad_openings_are_refused_with_a_sentence(site: Site, more: dict[str, str]) -> None:
    browser = site.browser()
    browser.post(site.submissions, data=sheet(site, browser))
    data = {"csrf_token": token_of(browser), "template_code": REBAR, "reason": "复查"} | more
    answer = browser.post(f"/works/{site.lot.works.id}/checklists", data=data)
    assert answer.status_code == 422
    assert site.count(Checklist) == 1


def test_the_tab_of_a_project_filters_by_what_is_wrong(site: Site, clock: Any) -> None:
    browser = site.browser()
    bad = {"rebar__02.answer": "no", "rebar__02.reason": "示例问题"}
    browser.post(site.submissions, data=sheet(site, browser, **bad))
    address = f"/projects/{site.lot.project.id}/checklists"
    assert "钢筋安装检验批" in text_of(browser.get(f"{address}?show=failing"))
    assert "没有符合" in text_of(browser.get(f"{address}?show=draft"))
    with site.runtime.write.begin() as session:
        command = OpenChecklist(site.lot.works.id, REBAR)
        open_checklist(session, command, site.who["inspector"].actor, clock())
    assert "没有符合" in text_of(browser.get(f"{address}?show=failing"))
    assert browser.get(f"{address}?show=nonsense").status_code == 404
    assert site.browser("neighbour").get(address).status_code == 404
